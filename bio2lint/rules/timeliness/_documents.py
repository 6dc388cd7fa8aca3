"""How long a document is good: the terms that time it, and since when they run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.model.fields import UNKNOWN, known
from bio2lint.model.parts import Review, decided_on
from bio2lint.period import Period

if TYPE_CHECKING:
    from bio2lint.finding import Pointer
    from bio2lint.model import Paper
    from bio2lint.norm import Interval, Norm


class Term(NamedTuple):
    """The term within which a document must be reviewed: from the day that stands at `pointer`."""

    pointer: Pointer
    last: date
    period: Period

    @property
    def end(self) -> date:
        """Return its last day."""
        return self.period.after(self.last)


def norm_terms(norm: Norm, paper: Paper) -> dict[str, Interval]:
    """Return the norm's intervals for a document, by the measures that it serves.

    Like goes with like: a yearly register does not make the procedure beside it yearly, so a
    measure counts only where it asks for a document of this type.
    """
    served = {norm.resolve(number) for number in known(paper.requirements)}
    return {
        number: interval
        for of in ("document", "register")
        for number, interval in norm.timed(of).items()
        if number in served and paper.type in _demanded_types(norm, number)
    }


def _demanded_types(norm: Norm, number: str) -> set[str]:
    return {document["type"] for document in norm.measures[number].documents}


def own_interval(paper: Paper) -> Period | None:
    """Return the interval that the document sets itself; an end date takes its place."""
    review = paper.review if paper.valid_until is None else None
    own = review.interval if isinstance(review, Review) else None
    return own if isinstance(own, Period) and own.positive else None


def confirmations(paper: Paper) -> dict[Pointer, date] | None:
    """Return the days on which the document was held good, None when one is not understood."""
    review, approved = paper.review, paper.approved
    days = {
        ("review", "last"): review.last if isinstance(review, Review) else review,
        ("approved", "date"): decided_on(approved),
    }
    if UNKNOWN in days.values():
        return None
    return {pointer: day for pointer, day in days.items() if isinstance(day, date)}


def review_term(paper: Paper, terms: dict[str, Interval]) -> Term | None:
    """Return the shortest term that runs since the document was last held good, if any does."""
    own, confirmed = own_interval(paper), confirmations(paper)
    periods = [*([own] if own else []), *(interval.longest for interval in terms.values())]
    if not confirmed or not periods:
        return None
    pointer, last = max(confirmed.items(), key=lambda item: item[1])
    return Term(pointer, last, min(periods, key=lambda period: period.after(last)))
