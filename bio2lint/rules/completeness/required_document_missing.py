"""CMP007: what the norm asks to have in writing is there, and adopted where it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Severity, Text
from bio2lint.model.fields import UNKNOWN
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness import _papers
from bio2lint.rules.completeness._paper_findings import missing, not_adopted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.finding import Found
    from bio2lint.model import Paper
    from bio2lint.repository import Repository
    from bio2lint.rules.completeness._papers import Library

RULE = Rule(
    code="CMP007",
    name="required-document-missing",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Bij een ingevoerde maatregel is er het stuk dat de norm vraagt, en het is vastgesteld "
        "waar de norm dat zegt.",
        en="An implemented measure has the document that the norm asks for, adopted where the "
        "norm says so.",
    ),
    absence=True,
)

_CONTROL = """\
kind: control
id: bm-8-13
title: Back-ups volgens het back-upbeleid
implements: [8.13.01]
owner: hoofd-ict
status: implemented
implemented_on: 2026-09-01
design: ['https://intranet.lindemeer.example/beleid/back-up']
review: {last: 2026-09-01, interval: P1Y, by: ciso}
---
kind: evidence
id: E-2026-021
title: Toets van het back-upbeleid aan de risico's van gijzelsoftware
proves: [existence, operation]
controls: [bm-8-13]
requirements: [8.13.01]
collected: {by: ciso, date: 2026-10-05}
result: {outcome: pass}
source: {url: 'https://intranet.lindemeer.example/zaken/2026-1183'}
classification: internal
"""
_POLICY = """\
kind: document
id: back-upbeleid
title: Back-upbeleid
type: policy
url: https://intranet.lindemeer.example/beleid/back-up
owner: hoofd-ict
requirements: [8.13.01]
status: approved
approved: {by: directie, date: 2026-08-25, ref: MT 2026-32}
review: {last: 2026-08-25, interval: P1Y, by: ciso}
"""

DOCS = Docs(
    why=Text(
        nl="De norm vraagt dit stuk, en soms dat het is vastgesteld. Zonder dat stuk is niet te "
        "tonen wat is afgesproken, en is een concept aan niemand toe te rekenen.",
        en="The norm asks for this document, and sometimes for its formal adoption. Without it "
        "nobody can show what was agreed, and nobody answers for a draft.",
    ),
    fix=Text(
        nl="Leg het stuk vast als `document`, met het pad of webadres waar het staat, en noem de "
        "maatregel bij `requirements`. Vraagt de norm vaststelling, zet dan `status` op `approved` "
        "en het besluit bij `approved`.",
        en="Record it as a `document`, with the path or web address where it is, and name the "
        "measure under `requirements`. Where the norm asks for adoption, set `status` to "
        "`approved` and record the decision under `approved`.",
    ),
    bad={"controls/bm-8-13.yaml": _CONTROL},
    good={"controls/bm-8-13.yaml": _CONTROL, "documents/back-upbeleid.yaml": _POLICY},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each document that implemented measures ask for and that is not there or not adopted.

    One that is only planned need not have its document yet.
    """
    books = _papers.library(repository)
    unadopted: dict[int, tuple[Paper, list[str]]] = {}
    for demand in _papers.demands(repository.norm):
        numbers = [n for n in demand.measures if repository.coverage[n].status == "implemented"]
        if not numbers or _papers.possible(books, demand, repository.norm):
            continue
        papers = _papers.naming(books, demand) + _papers.designed(books, demand, repository)
        if not papers:
            yield missing(repository, demand, numbers)
        elif not any(map(_adopted, papers)):
            paper = papers[0]
            waiting = [n for n in numbers if n in demand.adopted]
            if paper.status != "draft" or not _is_all_the_design(repository, books, waiting):
                unadopted.setdefault(id(paper), (paper, []))[1].extend(waiting)
    for paper, waiting in unadopted.values():
        if waiting:
            yield not_adopted(paper, waiting)


def _is_all_the_design(repository: Repository, books: Library, numbers: list[str]) -> bool:
    """Whether a control for the measures has nothing but drafts, which CMP005 says."""
    return any(
        control.status == "implemented" and _papers.unsettled(control, books.by_place)
        for number in numbers
        for control in repository.coverage[number].controls
    )


def _adopted(paper: Paper) -> bool:
    """Whether it is adopted by a decision, or may be: what is not understood is others' to name."""
    return paper.status is UNKNOWN or (paper.status == "approved" and paper.approved is not None)
