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
        nl="Een document is nog geldig: niet voorbij zijn einddatum, en beoordeeld binnen de "
        "termijn van de norm of, zonder einddatum, binnen de eigen termijn.",
        en="A document is still valid: not past its end date, and reviewed within the norm's term "
        "or, without an end date, within its own.",
    ),
    kinds=("document",),
)

_HELP = Text(
    nl="Beoordeel het document en leg dat vast, of zet `status: superseded` als het vervangen is.",
    en="Review the document and record that, or set `status: superseded` when it is replaced.",
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:
    """Yield a document past its end, and an approved one past its review; superseded ones rest.

    An end date takes the place of an own interval, never of the norm's.
    """
    paper = document.record
    if not isinstance(paper, Paper) or paper.status not in ("draft", "approved"):
        return
    # These tell of what was done: how long ago that may be is another rule's.
    if paper.type in ("internal-audit", "management-review"):
        return
    if isinstance(paper.valid_until, date) and paper.valid_until < as_of:
        yield Found(
            paper.place("valid_until"),
            Text(
                nl=f"{paper.name} was geldig tot en met {paper.valid_until} en is dus verlopen.",
                en=f"{paper.name} was valid up to and including {paper.valid_until}: it expired.",
            ),
            _HELP,
        )
    elif paper.status == "approved" and paper.valid_until is not UNKNOWN:
        yield from _unreviewed(paper, norm_terms(norm, paper), as_of)


def _unreviewed(paper: Paper, terms: dict[str, Interval], as_of: date) -> Iterator[Found]:
    confirmed = _confirmed(paper)
    # What could not be read or lies in the future is another rule's.
    if confirmed is None or any(day > as_of for day in confirmed.values()):
        return
    own = _own_interval(paper)
    if confirmed:
        yield from _expired(paper, confirmed, terms, as_of)
    elif terms or own:
        yield _never(paper, terms, own)


def _never(paper: Paper, terms: dict[str, Interval], own: Period | None) -> Found:
    asking = [(Text(number, number), interval.longest) for number, interval in terms.items()]
    if own is not None:
        asking.append((Text(nl="de eigen termijn", en="its own interval"), own))
    who, term = asking[0]
    return Found(
        paper.place("review", "last"),
        Text(
            nl=f"{paper.name} is nooit vastgesteld of beoordeeld, terwijl {who.nl} dat "
            f"ten minste elke {term.text} vraagt.",
            en=f"{paper.name} was never approved or reviewed, while {who.en} asks for "
            f"that at least every {term.text}.",
        ),
        _HELP,
        requirements=tuple(terms),
    )


def _own_interval(paper: Paper) -> Period | None:
    """Return the interval that the document sets itself; an end date takes its place."""
    review = paper.review if paper.valid_until is None else None
    own = review.interval if isinstance(review, Review) else None
    return own if isinstance(own, Period) and own.positive else None


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
    own = _own_interval(paper)
    periods = [*([own] if own else []), *(interval.longest for interval in terms.values())]
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
