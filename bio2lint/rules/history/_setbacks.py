"""Which records cover less after a change, without a decision in it: for GIT001."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint import decisions
from bio2lint.model import Control, Exemption, Paper
from bio2lint.rules.history._pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository


class Setback(NamedTuple):
    """A field by which a record covers less: what it said and says, and the numbers concerned.

    Of a list of numbers, `before` and `after` are None: what is concerned is what went.
    """

    record: Record
    field: str
    numbers: tuple[str, ...]
    before: object = None
    after: object = None


def find(before: Repository, after: Repository) -> Iterator[Setback]:
    """Yield each setback that no decision of the change carries."""
    for old, new in pairs(before, after):
        if decisions.naming(before, after, new.name):
            continue
        if isinstance(old, Control) and isinstance(new, Control):
            yield from _control(before, after, old, new)
        elif isinstance(old, Paper) and isinstance(new, Paper):
            superseded = decisions.superseding(before, after, new.name)
            if not superseded and _lower(old.status, new.status, "superseded draft approved"):
                yield Setback(new, "status", (), old.status, new.status)
        elif isinstance(old, Exemption) and isinstance(new, Exemption):
            anew = decisions.approved_anew(before, after, new)
            if not anew and _lower(old.type, new.type, "not-applicable permitted deviation"):
                numbers = tuple(after.covered_by(new))
                yield Setback(new, "type", numbers, old.type, new.type)


def _control(
    before: Repository, after: Repository, old: Control, new: Control
) -> Iterator[Setback]:
    numbers = decisions.requirements_of(before, after, old.name)
    lower = _lower(old.status, new.status, "planned in-progress implemented")
    if lower and not decisions.excepting(before, after, numbers):
        yield Setback(new, "status", tuple(numbers), old.status, new.status)
    kept = after.implemented_by(new)
    gone = tuple(
        number
        for number in numbers
        if number not in kept
        and not decisions.taking_over(before, after, old.name, number)
        and not decisions.excepting(before, after, [number])
    )
    if gone:
        yield Setback(new, "implements", gone)


def _lower(old: object, new: object, spelled: str) -> bool:
    """Whether a value falls on a scale, the lowest first; not where one of them is not on it."""
    scale = spelled.split()
    if old not in scale or new not in scale:
        return False
    return scale.index(str(new)) < scale.index(str(old))
