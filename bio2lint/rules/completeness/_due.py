"""Controls that are not in place yet: whether they are late, which CMP010 and CMP011 both ask."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint import coverage

if TYPE_CHECKING:
    from bio2lint.model import Control, Exemption
    from bio2lint.repository import Repository

UNFINISHED = ("planned", "in-progress")


def overdue(control: Control, repository: Repository) -> bool:
    """Whether an unfinished control is past its due date, the last day of which is in time."""
    return (
        control.status in UNFINISHED
        and isinstance(control.due, date)
        and control.due < repository.as_of
    )


def undated(control: Control, repository: Repository) -> bool:
    """Whether an unfinished control has no due date and needs one.

    It needs none where exceptions cover all that it implements, or may do so in a file that cannot
    be read.
    """
    return (
        control.status in UNFINISHED
        and control.due is None
        and not repository.unreadable
        and any(not excepted(number, repository) for number in repository.implemented_by(control))
    )


def late(control: Control, repository: Repository) -> bool:
    """Whether CMP011 speaks of this control."""
    return overdue(control, repository) or undated(control, repository)


def excepted(number: str, repository: Repository) -> bool:
    """Whether an exception covers a requirement, or may: not known is no ground for a finding."""
    if any(_may_cover(e, repository.as_of) for e in repository.coverage[number].exceptions):
        return True
    control = repository.norm.controls.get(number)
    measures = control.measures if control is not None else ()
    return bool(measures) and all(excepted(measure, repository) for measure in measures)


def _may_cover(exemption: Exemption, as_of: date) -> bool:
    if exemption.type == "permitted":
        return False
    later = coverage.approved_later(exemption, as_of)
    return later or coverage.counts(exemption, as_of) is not False
