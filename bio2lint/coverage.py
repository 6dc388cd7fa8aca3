"""The status of each requirement: what controls and exceptions together make of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import numbers
from bio2lint.model.fields import UNKNOWN, Unknown, known
from bio2lint.model.parts import decided_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.model import Control, Exemption
    from bio2lint.norm import Norm

STATUSES = (
    "implemented",
    "in-progress",
    "planned",
    "deviating",
    "not-applicable",
    "missing",
    "unknown",
)
"""Every status there is, in the order in which reports show them."""

_WORST_FIRST = ("missing", "unknown", "planned", "in-progress", "deviating", "implemented")
_BEST_FIRST = ("implemented", "unknown", "in-progress", "planned")
_PUT_OFF = ("planned", "in-progress", "deviating", "not-applicable")
_STATUS_OF_EXCEPTION = {"deviation": "deviating", "not-applicable": "not-applicable"}


class Coverage(NamedTuple):
    """The status of one requirement, and the controls and exceptions that name it."""

    number: str
    status: str
    controls: tuple[Control, ...]
    exceptions: tuple[Exemption, ...]

    @property
    def put_off(self) -> bool:
        """Whether nobody says that it is met by now: it is planned, under way or excepted."""
        return self.status in _PUT_OFF


def counts(exemption: Exemption, as_of: date) -> bool | Unknown:
    """Whether an exception covers its requirements: approved by then, and not past its end."""
    approved, until = decided_on(exemption.approved), exemption.until
    if exemption.type is UNKNOWN or isinstance(approved, Unknown) or isinstance(until, Unknown):
        return UNKNOWN
    if approved is None or approved > as_of:
        return False
    return until is None or until >= as_of


def approved_later(exemption: Exemption, as_of: date) -> bool:
    """Whether an approval has still to come: that is wrong in itself, which STR005 says."""
    approved = decided_on(exemption.approved)
    return isinstance(approved, date) and approved > as_of


def of_all(
    norm: Norm,
    controls: Iterable[Control],
    exceptions: Iterable[Exemption],
    as_of: date,
    *,
    everything_known: bool,
) -> dict[str, Coverage]:
    """Return the coverage of every active measure and every control of the norm, in its order."""
    of_controls, of_exceptions = defaultdict(list), defaultdict(list)
    doubtful = _Doubt(norm, everything_known=everything_known)
    for control in controls:
        doubtful.consider(control.implements)
        for number in _resolved(norm, known(control.implements)):
            of_controls[number].append(control)
    for exemption in exceptions:
        doubtful.consider(exemption.requirements)
        for number in _resolved(norm, known(exemption.requirements)):
            of_exceptions[number].append(exemption)

    result: dict[str, Coverage] = {}

    def cover(number: str, status: str) -> None:
        result[number] = Coverage(
            number, status, tuple(of_controls[number]), tuple(of_exceptions[number])
        )

    def own_status(number: str) -> str:
        excepted = _excepted(of_exceptions[number], as_of)
        absent = "unknown" if number in doubtful else "missing"
        return excepted or _best(of_controls[number]) or absent

    def worst_status(number: str, measures: tuple[str, ...]) -> str:
        excepted = _excepted(of_exceptions[number], as_of)
        own = [*map(_stated, of_controls[number]), *([excepted] if excepted else [])]
        return _worst([*(result[measure].status for measure in measures), *own])

    for number in norm.active:
        cover(number, own_status(number))
    for number, control_ in norm.controls.items():
        measures = control_.measures
        cover(number, worst_status(number, measures) if measures else own_status(number))
    return result


def tally(coverage: Iterable[Coverage]) -> dict[str, int]:
    """Return how many requirements have each status, in the order of STATUSES, zeros included."""
    numbers_of = Counter(covered.status for covered in coverage)
    return {status: numbers_of[status] for status in STATUSES}


def _resolved(norm: Norm, stated: list[str]) -> list[str]:
    resolved = (norm.resolve(number) for number in stated)
    return list(dict.fromkeys(number for number in resolved if number is not None))


def _stated(control: Control) -> str:
    return control.status if isinstance(control.status, str) else "unknown"


def _excepted(exceptions: list[Exemption], as_of: date) -> str | None:
    """Return what the exceptions make of a requirement, None when none of them counts.

    Where that cannot be told it is unknown: what may be a deviation is not called implemented.
    """
    verdicts = {(e.type, counts(e, as_of)) for e in exceptions if e.type != "permitted"}
    for kind, status in _STATUS_OF_EXCEPTION.items():
        if (kind, True) in verdicts:
            return status
    return "unknown" if any(verdict is UNKNOWN for _, verdict in verdicts) else None


def _best(controls: list[Control]) -> str | None:
    stated = {_stated(control) for control in controls}
    return next((status for status in _BEST_FIRST if status in stated), None)


def _worst(statuses: list[str]) -> str:
    return next((status for status in _WORST_FIRST if status in statuses), "not-applicable")


class _Doubt:
    """Which requirements may be met by something that could not be understood."""

    def __init__(self, norm: Norm, *, everything_known: bool) -> None:
        self._norm = norm
        self._all = not everything_known
        self._wrong: set[str] = set()
        self._twice: set[str] = set()

    def consider(self, stated: tuple[str | Unknown, ...] | Unknown) -> None:
        """Take note of what a list of numbers leaves open."""
        if isinstance(stated, Unknown) or UNKNOWN in stated:
            self._all = True
        numbers_of = known(stated)
        for number in numbers_of:
            if not self._norm.requires(number):
                self._wrong.add(number)
        if len(set(numbers_of)) < len(numbers_of):
            # One of two equal numbers was probably to be another of the same control.
            repeated = (number for number, times in Counter(numbers_of).items() if times > 1)
            self._twice |= {numbers.control_of(number) for number in repeated}

    def __contains__(self, number: str) -> bool:
        return (
            self._all
            or numbers.control_of(number) in self._twice
            or any(self._norm.may_mean(wrong, number) for wrong in self._wrong)
        )
