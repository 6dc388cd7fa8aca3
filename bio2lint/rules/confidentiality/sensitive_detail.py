"""SEC004: what is public does not say how the network is built or where it is weak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Evidence
from bio2lint.model.fields import each
from bio2lint.model.parts import Result
from bio2lint.rules import Docs, Rule
from bio2lint.rules.confidentiality import _details

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="SEC004",
    name="sensitive-detail",
    severity=Severity.WARNING,
    source="5.12.01",
    summary=Text(
        nl="In openbaar bewijs staan geen IP-adressen, namen van machines of open bevindingen.",
        en="Public evidence holds no IP addresses, names of machines or open findings.",
    ),
    kinds=("evidence",),
)

_EVIDENCE = """\
kind: evidence
id: E-2026-063
title: Meting van de internetstandaarden, derde kwartaal 2026
proves: [operation]
requirements: [5.14.01]
collected: {{by: hoofd-ict, date: 2026-10-05}}
result: {{outcome: pass}}
source: {{url: 'https://www.lindemeer.example/metingen/2026-q3'}}
classification: public
x-toelichting: Gemeten vanaf {where}.
"""
DOCS = Docs(
    why=Text(
        nl="Wie wil inbreken, leest mee met wat openbaar is. Een adres van binnen, de naam van een "
        "server of een zwakke plek die nog openstaat, scheelt een aanvaller dagen werk.",
        en="Whoever wants to break in reads what is public. An address on the inside, the name of "
        "a server or a weakness that is still open saves an attacker days of work.",
    ),
    fix=Text(
        nl="Laat het detail weg, gebruik een voorbeeldadres (192.0.2.0/24), of classificeer het "
        "bewijs als `internal`.",
        en="Leave the detail out, use an address meant for examples (192.0.2.0/24), or classify "
        "the evidence as `internal`.",
    ),
    bad={"evidence/E-2026-063.yaml": _EVIDENCE.format(where="10.20.4.17")},
    good={"evidence/E-2026-063.yaml": _EVIDENCE.format(where="192.0.2.17")},
)

_HELP = Text(
    nl="Laat het weg, of classificeer het bewijs als `internal`.",
    en="Leave it out, or classify the evidence as `internal`.",
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each detail in the text of public evidence, and each finding that is still open."""
    evidence = document.record
    if not isinstance(evidence, Evidence) or evidence.classification != "public":
        return
    for one in _details.find(document.text):
        yield Found(
            document.text_place(one.start, one.end),
            Text(
                nl=f"Dit bewijs is openbaar, maar geeft zo te zien {one.kind.nl} prijs; daar heeft "
                "een aanvaller iets aan.",
                en=f"This evidence is public, but seems to give away {one.kind.en}; an attacker "
                "can use that.",
            ),
            _HELP,
            subject=one.kind.en,
        )
    yield from _open_findings(evidence)


def _open_findings(evidence: Evidence) -> Iterator[Found]:
    """Yield what is still to be mended; an improvement after a pass is no weakness."""
    result = evidence.result
    if isinstance(result, Result) and result.outcome in ("fail", "partial"):
        for index, action in each(result.follow_up):
            if action.done is None:
                yield Found(
                    evidence.place("result", "follow_up", index),
                    Text(
                        nl="Dit bewijs is openbaar, maar deze bevinding staat nog open; daar heeft "
                        "een aanvaller iets aan.",
                        en="This evidence is public, but this finding is still open; an attacker "
                        "can use that.",
                    ),
                    _HELP,
                )
