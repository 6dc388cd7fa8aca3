"""CMP001: every active measure is met by a control or covered by an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness._missing import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP001",
    name="measure-missing",
    severity=Severity.ERROR,
    source="§6.5, §7",
    summary=Text(
        nl="Elke geldende overheidsmaatregel heeft een beheersmaatregel of een uitzondering.",
        en="Every active government measure has a control or an exception.",
    ),
    absence=True,
    protected=True,
)

_EXCEPTION = """\
kind: exception
id: X-003
title: Er zijn geen chipcards en geen koeriers
type: not-applicable
requirements: [{}]
owner: hoofd-werkplek
reason: Aanmelden gaat met een passkey, en stukken gaan alleen digitaal de deur uit.
approved: {{by: college, date: 2026-03-10, ref: BW 2026-066}}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-werkplek}}
"""

DOCS = Docs(
    why=Text(
        nl="Overheidsmaatregelen zijn altijd verplicht, tenzij zij niet van toepassing kunnen "
        "zijn. Een maatregel waarover de administratie zwijgt, is niet verantwoord: niemand "
        "is er eigenaar van.",
        en="Government measures are always mandatory, unless they cannot apply. A measure on "
        "which the administration is silent is not accounted for: nobody owns it.",
    ),
    fix=Text(
        nl="Noem het nummer bij `implements` van een beheersmaatregel; `status: planned` met "
        "een datum mag ook. Is de maatregel niet van toepassing, leg dan een goedgekeurde "
        "uitzondering vast.",
        en="Name the number under `implements` of a control; `status: planned` with a date "
        "will do as well. Where the measure does not apply, record an approved exception.",
    ),
    bad={"exceptions/X-003.yaml": _EXCEPTION.format("7.07.01")},
    good={"exceptions/X-003.yaml": _EXCEPTION.format("7.07.01, 7.10.03")},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each active measure that nothing meets; an exception that lapsed is VVT009's."""
    for number in unmet(repository, repository.norm.active):
        title = repository.norm.title(number)
        yield Found(
            repository.norm_place,
            Text(
                nl=f"Overheidsmaatregel {number} ({title.nl}) ontbreekt in de administratie.",
                en=f"Government measure {number} ({title.en}) is not in the administration.",
            ),
            Text(
                nl=f"Noem {number} bij `implements` van een beheersmaatregel (gepland mag ook), "
                "of leg een goedgekeurde uitzondering vast.",
                en=f"Name {number} under `implements` of a control (planned will do), "
                "or record an approved exception.",
            ),
            requirements=(number,),
            subject=number,
        )
