"""SEC002: no citizen service numbers (BSN) in the administration; what is found is never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.confidentiality import _bsn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="SEC002",
    name="bsn-detected",
    severity=Severity.ERROR,
    source="5.34, AVG",
    summary=Text(
        nl="In de administratie staan geen burgerservicenummers.",
        en="The administration holds no citizen service numbers.",
    ),
    settings=True,
)

_SYSTEM = """\
kind: system
id: proefomgeving
title: Proefomgeving van het zaaksysteem
owner: hoofd-ict
critical: false
internet_facing: false
processes: [burgerzaken]
classification: {{confidentiality: low, integrity: low, availability: low}}
x-testgeval: {test}
"""
DOCS = Docs(
    why=Text(
        nl="Een burgerservicenummer opent veel deuren, en mag alleen worden gebruikt waar de wet "
        "dat regelt. Deze administratie hoort daar niet bij, en in Git is het niet meer te wissen.",
        en="A citizen service number opens many doors, and may only be used where the law "
        "provides for it. This administration is no such place, and Git does not forget.",
    ),
    fix=Text(
        nl="Haal het nummer weg, ook uit de geschiedenis van Git, en verwijs naar de zaak. Meld "
        "het als datalek als anderen het konden lezen.",
        en="Remove the number, from Git's history too, and refer to the case. Report it as a data "
        "breach if others could read it.",
    ),
    bad={"systems/proefomgeving.yaml": _SYSTEM.format(test="inwoner 123456782")},
    good={"systems/proefomgeving.yaml": _SYSTEM.format(test="zaak 2026-0412")},
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each number in the document's text that passes the check of a BSN."""
    for first, last in _bsn.find(document.text):
        yield Found(
            document.text_place(first, last),
            Text(
                nl="Dit is zo te zien een burgerservicenummer; dat mag hier niet staan.",
                en="This looks like a citizen service number, which may not stand here.",
            ),
            Text(
                nl="Haal het weg, ook uit de geschiedenis van Git, en verwijs naar de zaak.",
                en="Remove it, from Git's history too, and refer to the case.",
            ),
            secret=True,
        )
