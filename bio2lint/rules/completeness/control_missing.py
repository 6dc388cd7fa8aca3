"""CMP002: every control without active measures is met by a document or covered by an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness._missing import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP002",
    name="control-missing",
    severity=Severity.ERROR,
    source="§7",
    summary=Text(
        nl="Elke beheersmaatregel zonder overheidsmaatregelen is ingevuld of heeft een "
        "uitzondering.",
        en="Every control without government measures is met, or covered by an exception.",
    ),
    absence=True,
    protected=True,
)

_CONTROL = """\
kind: control
id: bm-7-11
title: Noodstroom en een tweede koeling voor de serverruimte
implements: [{}]
owner: hoofd-ict
status: implemented
implemented_on: 2026-02-10
design: ['https://intranet.lindemeer.example/beleid/fysieke-beveiliging']
review: {{last: 2026-09-01, interval: P1Y, by: ciso}}
"""

DOCS = Docs(
    why=Text(
        nl="Ook een beheersmaatregel zonder overheidsmaatregelen hoort in de Verklaring van "
        "Toepasselijkheid: ingevuld volgens de ISO-norm, of met onderbouwing niet van "
        "toepassing.",
        en="A control without government measures belongs in the statement of applicability "
        "too: met according to the ISO standard, or not applicable on stated grounds.",
    ),
    fix=Text(
        nl="Noem het nummer, met aanhalingstekens, bij `implements` van een beheersmaatregel; "
        "`status: planned` mag ook. Is zij niet van toepassing, leg dan een uitzondering "
        "met een analyse vast.",
        en="Name the number, in quotes, under `implements` of a control; `status: planned` "
        "will do as well. Where it does not apply, record an exception with an analysis.",
    ),
    bad={"controls/bm-7-11.yaml": _CONTROL.format('"7.11"')},
    good={"controls/bm-7-11.yaml": _CONTROL.format('"7.11", "7.12"')},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each such control that nothing meets; one with measures follows from those."""
    controls = repository.norm.controls.values()
    alone = (control.number for control in controls if not control.measures)
    for number in unmet(repository, alone):
        title = repository.norm.title(number)
        yield Found(
            repository.norm_place,
            Text(
                nl=f"Beheersmaatregel {number} ({title.nl}) ontbreekt in de administratie.",
                en=f"Control {number} ({title.en}) is not in the administration.",
            ),
            Text(
                nl=f'Noem "{number}", met aanhalingstekens, bij `implements` van een '
                "beheersmaatregel (gepland mag ook), of leg een goedgekeurde uitzondering vast.",
                en=f'Name "{number}", in quotes, under `implements` of a control '
                "(planned will do), or record an approved exception.",
            ),
            requirements=(number,),
            subject=number,
        )
