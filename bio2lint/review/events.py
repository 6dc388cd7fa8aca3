"""What happened to a field: it went up or down a scale, came, went, or cannot be understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bio2lint import period
from bio2lint.model.fields import read_date
from bio2lint.model.parts import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.repository import Repository
    from bio2lint.review.table import Entry
    from bio2lint.review.walk import Difference

GARBLED, MENDED = "garbled", "mended"
"""A value that could be understood and no longer can, and the reverse."""

_SPAN = re.compile(
    r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?"
    r"(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?",
    re.ASCII,
)
_SECONDS = (31_557_600, 2_629_800, 604_800, 86_400, 3_600, 60, 1)
_USUAL_LEVELS = ("low", "medium", "high", "critical")


def event(found: Difference, before: Repository) -> str:
    """Return what happened to a field, as the table calls it.

    Levels of risk are ordered by the method that held before the change.
    """
    entry, old, new = found.entry, found.before, found.after
    if found.many:
        came = "first" if found.first and "first" in entry.events else "added"
        return came if old is None else "removed" if new is None else "replaced"
    if misshapen := _misshapen(found):
        return misshapen
    if entry.by == "level":
        return _of_values(found, _by_method(before))
    return simple(found)


def _misshapen(found: Difference) -> str | None:
    """Return what becomes of a mapping that is none on some side; None where it is."""
    entry = found.entry
    if not found.path or not (entry.fields or entry.values):
        return None
    was, becomes = (s is None or isinstance(s, dict) for s in (found.before, found.after))
    if becomes:
        return None if was else MENDED
    return GARBLED if was else "changed"


def simple(found: Difference) -> str:
    """Return what happened to a field that is no item, and whose scale the table gives."""
    by = found.entry.by
    sides = (found.before, found.after)
    old, new = (period.parse(side) if isinstance(side, str) else None for side in sides)
    if by == "duration" and old is not None and new is not None:
        # P365D is about P1Y: only what is longer on any calendar is longer.
        return "up" if new.exceeds(old) else "down" if old.exceeds(new) else "changed"
    if by in _RANKS:
        return _of_values(found, _RANKS[by])
    return "added" if found.before is None else "removed" if found.after is None else "changed"


def _of_values(found: Difference, rank: Callable[[Entry, Any], Any]) -> str:
    entry, old, new = found.entry, found.before, found.after
    if entry.absent is not None:
        old, new = (entry.absent if side is None else side for side in (old, new))
    was, becomes = (None if side is None else rank(entry, side) for side in (old, new))
    return _compared(was, becomes, old, new)


def _compared(was: Any, becomes: Any, old: Any, new: Any) -> str:
    if new is not None and becomes is None:
        return GARBLED if old is None or was is not None else "changed"
    if old is None:
        return "added"
    if new is None:
        return "removed"
    if was is None:
        return MENDED
    if was == becomes:
        return "changed"
    return "up" if becomes > was else "down"


def _order(entry: Entry, value: Any) -> int | None:
    return entry.ranks.get(value) if isinstance(value, str) else None


def _number(_entry: Entry, value: Any) -> int | None:
    return value if type(value) is int else None


def _date(_entry: Entry, value: Any) -> Any:
    return read_date(value)


def _flag(_entry: Entry, value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _duration(_entry: Entry, value: Any) -> int | None:
    """Return about how long a period takes, in seconds; P12M is P1Y."""
    if not isinstance(value, str) or len(value) < 3:  # noqa: PLR2004 (P1Y)
        return None
    match = _SPAN.fullmatch(value)
    if match is None:
        return None
    return sum(int(part or 0) * size for part, size in zip(match.groups(), _SECONDS, strict=True))


def _agreed(_entry: Entry, value: Any) -> int | None:
    """Return how far something is agreed: not at all, with a reason why not, or agreed."""
    if isinstance(value, dict):
        return 1
    return 2 * bool(value) if isinstance(value, (bool, str)) else None


_RANKS: dict[str, Callable[[Entry, Any], Any]] = {
    "order": _order,
    "number": _number,
    "date": _date,
    "flag": _flag,
    "duration": _duration,
    "agreed": _agreed,
}


def _by_method(repository: Repository) -> Callable[[Entry, Any], Any]:
    levels = _levels(repository)

    def rank(_entry: Entry, value: Any) -> int | None:
        return levels.get(value) if isinstance(value, str) else None

    return rank


def _levels(repository: Repository) -> dict[str, int]:
    """Return the rank of each level of risk that the organisation knows."""
    for organisation in repository.organisations:
        stated = organisation.scale.levels if isinstance(organisation.scale, Scale) else None
        if isinstance(stated, dict):
            return dict(stated)
        if isinstance(stated, tuple):
            return _of_matrix(stated)
    return {name: rank for rank, name in enumerate(_USUAL_LEVELS)}


def _of_matrix(rows: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Return the levels of a matrix by the lowest sum of scores at which each of them stands."""
    ranks: dict[str, int] = {}
    for likelihood, row in enumerate(rows):
        for impact, level in enumerate(row):
            ranks[level] = min(ranks.get(level, likelihood + impact), likelihood + impact)
    return ranks
