"""DUE003: an approved document is still valid."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.fields import UNKNOWN
from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Decision, Paper, Review
from bio2lint.period import Period
from bio2lint.rules import Rule
from bio2lint.rules.timeliness._documents import norm_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.document import Document
    from bio2lint.finding import Pointer
    from bio2lint.norm import Interval, Norm

RULE = Rule(
    code="DUE003",
    name="document-expired",
    severity=Severity.ERROR,
    source="5.01.02, 5.23.01",
    summary=Text(
        nl="Een vastgesteld document is nog geldig: niet voorbij zijn einddatum, of zonder "
        "einddatum op tijd beoordeeld.",
        en="An approved document is still valid: not past its end date, or without one reviewed "
        "in time.",
    ),
    kinds=("document",),
)

_HELP = Text(
    nl="Beoordeel het document en leg dat vast, of zet `status: superseded` als het vervangen is.",
    en="Review the document and record that, or set `status: superseded` when it is replaced.",
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:
    """Yield an approved document past its end; a draft and what is superseded bind nobody."""
    paper = document.record
    if not isinstance(paper, Paper) or paper.status != "approved":
        return
    if paper.valid_until is None:
        yield from _unreviewed(paper, norm_terms(norm, paper), as_of)
    elif isinstance(paper.valid_until, date) and paper.valid_until < as_of:
        yield Found(
            paper.place("valid_until"),
            Text(
                nl=f"{paper.name} was geldig tot en met {paper.valid_until} en is dus verlopen.",
                en=f"{paper.name} was valid up to and including {paper.valid_until}: it expired.",
            ),
            _HELP,
        )


def _unreviewed(paper: Paper, terms: dict[str, Interval], as_of: date) -> Iterator[Found]:
    confirmed = _confirmed(paper)
    # What could not be read or lies in the future is another rule's.
    if confirmed is None or any(day > as_of for day in confirmed.values()):
        return
    if confirmed:
        yield from _expired(paper, confirmed, terms, as_of)
    elif terms:
        number, interval = next(iter(terms.items()))
        yield Found(
            paper.place("review", "last"),
            Text(
                nl=f"{paper.name} is nooit vastgesteld of beoordeeld, terwijl {number} dat ten "
                f"minste elke {interval.longest.text} vraagt.",
                en=f"{paper.name} was never approved or reviewed, while {number} asks for that "
                f"at least every {interval.longest.text}.",
            ),
            _HELP,
            requirements=tuple(terms),
        )


def _confirmed(paper: Paper) -> dict[Pointer, date] | None:
    """Return the days on which the document was held good, None when one is not understood."""
    review, approved = paper.review, paper.approved
    days = {
        ("review", "last"): review.last if isinstance(review, Review) else review,
        ("approved", "date"): approved.date if isinstance(approved, Decision) else approved,
    }
    if UNKNOWN in days.values():
        return None
    return {pointer: day for pointer, day in days.items() if isinstance(day, date)}


def _expired(
    paper: Paper, confirmed: dict[Pointer, date], terms: dict[str, Interval], as_of: date
) -> Iterator[Found]:
    pointer, last = max(confirmed.items(), key=lambda item: item[1])
    own = paper.review.interval if isinstance(paper.review, Review) else None
    periods = [own] if isinstance(own, Period) and own.positive else []
    periods += [interval.longest for interval in terms.values()]
    if not periods:
        return
    shortest = min(periods, key=lambda period: period.after(last))
    end = shortest.after(last)
    if end < as_of:
        yield Found(
            paper.place(*pointer),
            Text(
                nl=f"{paper.name} is verlopen: de termijn van {shortest.text} na {last} eindigde "
                f"op {end}.",
                en=f"{paper.name} expired: the term of {shortest.text} after {last} ended "
                f"on {end}.",
            ),
            _HELP,
            requirements=tuple(n for n, i in terms.items() if i.longest.after(last) < as_of),
        )
