"""DUE003: an approved document is still valid."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Paper
from bio2lint.model.fields import UNKNOWN
from bio2lint.rules import Docs, Rule
from bio2lint.rules.timeliness._documents import (
    confirmations,
    norm_terms,
    own_interval,
    review_term,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.document import Document
    from bio2lint.norm import Interval, Norm
    from bio2lint.period import Period
    from bio2lint.rules.timeliness._documents import Term

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
    dated=True,
)

_POLICY = """\
kind: document
id: cloudbeleid
title: Beleid voor clouddiensten
owner: directie
type: policy
url: https://intranet.lindemeer.example/cloudbeleid
requirements: [5.23.01]
subjects:
  - provider-inventory
  - provider-classification
  - provider-selection
  - provider-assessment
  - provider-management
  - provider-termination
status: approved
approved: {{by: college, date: {date}, ref: BW 2023-101}}
"""
DOCS = Docs(
    why=Text(
        nl="Beleid dat niemand meer leest, past niet meer bij de organisatie. De norm noemt "
        "daarom voor sommige stukken een termijn, en een stuk met een einddatum zegt het zelf.",
        en="A policy that nobody reads any more no longer fits the organisation. So the norm sets "
        "a term for some documents, and one with an end date says so itself.",
    ),
    fix=Text(
        nl="Beoordeel het stuk, laat het zo nodig opnieuw vaststellen en leg dat vast. Is het "
        "vervangen, zet dan `status: superseded`.",
        en="Review the document, have it approved again where needed, and record that. When it is "
        "replaced, put `status: superseded`.",
    ),
    bad={"documents/cloudbeleid.yaml": _POLICY.format(date="2023-11-22")},
    good={"documents/cloudbeleid.yaml": _POLICY.format(date="2026-01-14")},
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
    confirmed = confirmations(paper)
    # What could not be read or lies in the future is another rule's.
    if confirmed is None or any(day > as_of for day in confirmed.values()):
        return
    own = own_interval(paper)
    term = review_term(paper, terms)
    if term is not None and term.end < as_of:
        yield _expired(paper, term, terms, as_of)
    elif not confirmed and (terms or own):
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


def _expired(paper: Paper, term: Term, terms: dict[str, Interval], as_of: date) -> Found:
    return Found(
        paper.place(*term.pointer),
        Text(
            nl=f"{paper.name} is verlopen: de termijn van {term.period.text} na {term.last} "
            f"eindigde op {term.end}.",
            en=f"{paper.name} expired: the term of {term.period.text} after {term.last} ended "
            f"on {term.end}.",
        ),
        _HELP,
        requirements=tuple(n for n, i in terms.items() if i.longest.after(term.last) < as_of),
    )
