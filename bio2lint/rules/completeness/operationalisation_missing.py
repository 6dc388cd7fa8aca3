"""CMP005: the design of an implemented control is more than a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness import _example
from bio2lint.rules.completeness._papers import by_place, unsettled
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Control, Paper
    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP005",
    name="operationalisation-missing",
    severity=Severity.ERROR,
    source="§4",
    summary=Text(
        nl="De opzet van een ingevoerde beheersmaatregel is meer dan een concept.",
        en="The design of an implemented control is more than a draft.",
    ),
)

_DOCUMENT = """\
kind: document
id: systeemhulpmiddelen
title: Gebruik van systeemhulpmiddelen
type: procedure
path: documents/systeemhulpmiddelen.md
owner: hoofd-ict
"""
_CONTROL = _example.control(design="documents/systeemhulpmiddelen.md")
_TEXT = "# Gebruik van systeemhulpmiddelen\n"

DOCS = Docs(
    why=Text(
        nl="De maatregelen van de BIO zijn tactisch: pas als vaststaat hoe de organisatie ze "
        "uitvoert, zijn ze in te voeren en te toetsen. Een concept kan morgen anders luiden en "
        "toont geen opzet aan.",
        en="The measures of the BIO are tactical: only once it is settled how the organisation "
        "carries them out can they be implemented and tested. A draft may read differently "
        "tomorrow and shows no design.",
    ),
    fix=Text(
        nl="Laat het stuk vaststellen en zet `status` op `approved`, verwijs bij `design` naar een "
        "stuk dat geldt, of zet de beheersmaatregel terug op `in-progress`.",
        en="Have the document approved and set its `status` to `approved`, refer under `design` to "
        "one that is in force, or set the control back to `in-progress`.",
    ),
    bad={
        **_CONTROL,
        "documents/systeemhulpmiddelen.yaml": f"{_DOCUMENT}status: draft\n",
        "documents/systeemhulpmiddelen.md": _TEXT,
    },
    good={
        **_CONTROL,
        "documents/systeemhulpmiddelen.yaml": f"{_DOCUMENT}status: approved\n"
        "approved: {by: directie, date: 2026-08-25, ref: MT 2026-31}\n"
        "review: {last: 2026-08-25, interval: P1Y, by: ciso}\n",
        "documents/systeemhulpmiddelen.md": _TEXT,
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each implemented control of which all places of the design hold no settled document."""
    places = by_place(repository)
    for control in repository.controls:
        papers = unsettled(control, places) if control.status == "implemented" else []
        if papers:
            yield _found(repository, control, papers)


def _found(repository: Repository, control: Control, papers: list[Paper]) -> Found:
    named = {paper.name: paper for paper in papers}
    which = listed(list(named))
    drafts = all(paper.status == "draft" for paper in papers)
    state = (
        Text(nl="nog een concept", en="still a draft")
        if drafts
        else Text(nl="geen geldend stuk", en="no document in force")
    )
    return Found(
        control.place("design", 0),
        Text(
            nl=f"{control.name} geldt als ingevoerd, maar de opzet ({which.nl}) is {state.nl}.",
            en=f"{control.name} counts as implemented, but its design ({which.en}) is {state.en}.",
        ),
        Text(
            nl="Laat het stuk vaststellen, verwijs naar een stuk dat geldt, of zet `status` op "
            "in-progress.",
            en="Have the document approved, refer to one that is in force, or set `status` to "
            "in-progress.",
        ),
        requirements=tuple(repository.implemented_by(control)),
        related=tuple(
            Related(paper.place("status"), Text(nl="dit stuk", en="this document"))
            for paper in named.values()
        ),
    )
