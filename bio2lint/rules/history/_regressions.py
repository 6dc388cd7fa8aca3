"""Which records went in a change without a decision, and what falls back: for GIT001."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import coverage, decisions, showing
from bio2lint.model import Control, Evidence, Exemption, Paper, Risk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository

_WEIGHTY = frozenset(
    (
        "organisation",
        "process",
        "system",
        "supplier",
        "control",
        "risk",
        "evidence",
        "exception",
        "document",
    )
)
"""The kinds whose records say how the norm is met; of roles and own rules others speak."""

_WHERE = frozenset(("path", "ordinal", "id", "references"))
_SCALES = {
    "control": ("planned", "in-progress", "implemented"),
    "document": ("superseded", "draft", "approved"),
    "exception": ("not-applicable", "permitted", "deviation"),
}
"""What can fall back of each kind, the lowest first."""

_FINE = frozenset(("implemented", "deviating", "not-applicable"))


def removed(before: Repository, after: Repository) -> Iterator[Record]:
    """Yield each record that is gone, but for what is renamed, replaced or decided about."""
    came = {
        _substance(record)
        for record in after.records
        if record.name not in before.by_id and isinstance(record.id, str)
    }
    for record in before.records:
        if (
            record.kind in _WEIGHTY
            and isinstance(record.id, str)
            and record.id not in after.by_id
            and not decisions.naming(before, after, record.id)
            and not _accounted_for(before, after, record)
            and _substance(record) not in came
        ):
            yield record


def _substance(record: Record) -> str:
    """Return what a record says, but for its id and where it stands."""
    said = [getattr(record, one.name) for one in fields(record) if one.name not in _WHERE]
    return repr(said)


def _accounted_for(before: Repository, after: Repository, record: Record) -> bool:
    """Whether something else in the change takes the record's place, or makes it needless."""
    name, numbers = record.name, concerned(before, after, record)
    if isinstance(record, Control):
        taken = [decisions.taking_over(before, after, name, number) for number in numbers]
        return (bool(taken) and all(taken)) or bool(decisions.excepting(before, after, numbers))
    if isinstance(record, Evidence):
        anew = showing.shown_anew(before, after, name)
        return anew or bool(decisions.excepting(before, after, numbers))
    if isinstance(record, Paper):
        over = record.status == "superseded"
        return over or bool(decisions.superseding(before, after, name))
    if isinstance(record, Exemption):
        idle = coverage.counts(record, before.as_of) is False
        return idle or all(after.coverage[n].status in _FINE for n in numbers)
    return isinstance(record, Risk) and record.status == "closed"


def concerned(before: Repository, after: Repository, record: Record) -> list[str]:
    """Return the requirements that a record is about, as the edition after the change has them."""
    if isinstance(record, Control):
        return decisions.requirements_of(before, after, record.name)
    if isinstance(record, Evidence):
        stated = before.shown_by(record)
    elif isinstance(record, Exemption):
        stated = before.covered_by(record)
    else:
        return []
    today = (decisions.today(before, after, number) for number in stated)
    return list(dict.fromkeys(number for number in today if number is not None))


class Fallen(NamedTuple):
    """A field whose value fell back, and the requirements that this is about."""

    field: str
    old: object
    new: object
    numbers: tuple[str, ...]


def fallen(before: Repository, after: Repository, old: Record, new: Record) -> Fallen | None:
    """Return what of a record falls back without a decision; None when nothing does."""
    numbers: list[str] = []
    field, decided = "status", False
    if isinstance(old, Control):
        numbers = decisions.requirements_of(before, after, old.name)
        decided = bool(decisions.excepting(before, after, numbers))
    elif isinstance(old, Paper):
        decided = bool(decisions.superseding(before, after, new.name))
    elif isinstance(new, Exemption):
        field, numbers = "type", after.covered_by(new)
        decided = bool(decisions.approved_anew(before, after, new))
    values = getattr(old, field, None), getattr(new, field, None)
    if decided or not _lower(*values, _SCALES.get(new.kind, ())):
        return None
    return Fallen(field, *values, tuple(numbers))


def dropped(before: Repository, after: Repository, old: Record, new: Record) -> list[str]:
    """Return the requirements that a control no longer meets, without a decision."""
    if not isinstance(old, Control) or not isinstance(new, Control):
        return []
    kept = after.implemented_by(new)
    return [
        number
        for number in decisions.requirements_of(before, after, old.name)
        if number not in kept
        and not any(decisions.moved_in_part(before, after, number, one) for one in kept)
        and not decisions.taking_over(before, after, old.name, number)
        and not decisions.excepting(before, after, [number])
    ]


def _lower(old: object, new: object, scale: tuple[str, ...]) -> bool:
    """Whether a value falls on a scale, the lowest first; not where one of them is not on it."""
    if old not in scale or new not in scale:
        return False
    return scale.index(str(new)) < scale.index(str(old))
