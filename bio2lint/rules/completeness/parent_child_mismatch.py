"""CMP003: a control that is not applicable has no implemented measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import coverage
from bio2lint.fields import each
from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP003",
    name="parent-child-mismatch",
    severity=Severity.ERROR,
    source="Part 2 intro",
    summary=Text(
        nl="Een beheersmaatregel die niet van toepassing is, heeft geen ingevoerde maatregelen.",
        en="A control that is not applicable has no implemented measures.",
    ),
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each control that a valid exception sets aside while a measure of it is in place."""
    for exemption in repository.exceptions:
        if exemption.type != "not-applicable":
            continue
        if coverage.counts(exemption, repository.as_of) is not True:
            continue
        for index, stated in each(exemption.requirements):
            number = repository.norm.resolve(stated)
            implemented = _implemented(repository, number) if number is not None else []
            if number is None or not implemented:
                continue
            listed = ", ".join(implemented)
            yield Found(
                exemption.place("requirements", index),
                Text(
                    nl=f"Beheersmaatregel {number} is niet van toepassing verklaard, "
                    f"maar ingevoerd is: {listed}.",
                    en=f"Control {number} is declared not applicable, "
                    f"yet these are implemented: {listed}.",
                ),
                Text(
                    nl=f"Haal {number} uit de uitzondering, of zet hier alleen de maatregelen "
                    "die niet van toepassing zijn.",
                    en=f"Take {number} out of the exception, or put only the measures here "
                    "that are not applicable.",
                ),
                requirements=(number, *implemented),
                subject=number,
                related=tuple(_where(repository, implemented)),
            )


def _implemented(repository: Repository, number: str) -> list[str]:
    """Return the implemented measures of a control; none of a measure."""
    control = repository.norm.controls.get(number)
    measures = control.measures if control is not None else ()
    return [m for m in measures if repository.coverage[m].status == "implemented"]


def _where(repository: Repository, measures: list[str]) -> Iterator[Related]:
    for measure in measures:
        for control in repository.coverage[measure].controls:
            if control.status == "implemented":
                yield Related(
                    control.place("status"),
                    Text(nl=f"{measure} is hier ingevoerd", en=f"{measure} is implemented here"),
                )
