"""CMP002: every control without active measures is met by a document or covered by an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Rule
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
