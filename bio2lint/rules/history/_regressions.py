"""Which records went in a change without a decision: for GIT001."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from bio2lint import coverage, decisions
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
        anew = decisions.shown_anew(before, after, name)
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
