"""The newest audit or review of the management system, and whether it is recent enough."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import period
from bio2lint.finding import Found, Related, Text
from bio2lint.model.fields import UNKNOWN, Unknown
from bio2lint.model.parts import Decision, Review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.finding import Pointer
    from bio2lint.model import Paper
    from bio2lint.model.parts import MaybeDate
    from bio2lint.repository import Repository

TERM = period.Period(months=12, days=0, text="P1Y")


class Newest(NamedTuple):
    """The newest report of a type, and which field says of which day it is."""

    paper: Paper
    day: date
    pointer: Pointer


def newest(repository: Repository, kind: str) -> Newest | Unknown | None:
    """Return the newest adopted report of a type of document; None when there is none.

    UNKNOWN when what could not be understood may be newer. One that was superseded since did take
    place; a draft is not finished.
    """
    found = None
    for paper in repository.documents:
        if paper.type is UNKNOWN or (paper.type == kind and paper.status is UNKNOWN):
            return UNKNOWN
        if paper.type == kind and paper.status != "draft":
            pointer, day = _held(paper)
            if not isinstance(day, date) or day > repository.as_of:
                return UNKNOWN
            if found is None or day > found.day:
                found = Newest(paper, day, pointer)
    return found


def _held(paper: Paper) -> tuple[Pointer, MaybeDate]:
    """Return the day of the decision on a report, or else that of its last review."""
    decided, review = paper.approved, paper.review
    if decided is None and isinstance(review, Review):
        return ("review", "last"), review.last
    return ("approved", "date"), decided.date if isinstance(decided, Decision) else UNKNOWN


def overdue(report: Newest, as_of: date) -> bool:
    """Whether the term after a report has ended."""
    return TERM.after(report.day) < as_of


def absent(repository: Repository, kind: str, message: Text, help_: Text) -> Iterator[Found]:
    """Yield that there is no finished report; a draft is shown beside it.

    Not where there is no organisation: that is a fault of its own, and until it is mended this is
    no administration of a management system.
    """
    if repository.organisations:
        yield Found(
            repository.organisation_place,
            message,
            help_,
            subject=kind,
            related=tuple(
                Related(
                    paper.place("status"),
                    Text(
                        nl=f"{paper.name} is nog een concept", en=f"{paper.name} is still a draft"
                    ),
                )
                for paper in repository.documents
                if paper.type == kind and paper.status == "draft"
            ),
        )
