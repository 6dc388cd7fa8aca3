"""CMP001: every active measure is met by a control or covered by an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Rule
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
