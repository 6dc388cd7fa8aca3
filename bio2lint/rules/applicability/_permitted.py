"""Departures that are called permitted, of measures that permit none: for VVT001."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Text
from bio2lint.model.fields import each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Exemption
    from bio2lint.norm import Norm
    from bio2lint.repository import Repository


def findings(repository: Repository, exemption: Exemption) -> Iterator[Found]:
    """Yield each number of a permitted departure that does not allow one by itself."""
    for index, stated in each(exemption.requirements):
        number = repository.norm.resolve(stated)
        if number is not None and not _permits(repository.norm, number):
            title = repository.norm.title(number)
            yield Found(
                exemption.place("requirements", index),
                Text(
                    nl=f"{number} ({title.nl}) laat zelf geen afwijking toe; wie daarvan afwijkt, "
                    "doet dat met een analyse, een plan en een einddatum.",
                    en=f"{number} ({title.en}) does not itself permit a departure; who departs "
                    "from it needs an analysis, a plan and an end date.",
                ),
                Text(
                    nl="Zet `type` op deviation en onderbouw de afwijking, of haal dit nummer weg.",
                    en="Set `type` to deviation and support it, or remove this number.",
                ),
                requirements=(number,),
                subject=number,
            )


def _permits(norm: Norm, number: str) -> bool:
    """Whether a measure permits a departure; of a control, whether one of its measures does."""
    control = norm.controls.get(number)
    measures = control.measures if control is not None else (number,)
    return any(norm.measures[measure].facts.get("permits_departure") for measure in measures)
