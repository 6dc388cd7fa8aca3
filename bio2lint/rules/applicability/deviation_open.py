"""VVT008: every approved deviation from a government measure stays in sight until it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.coverage import counts
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Rule
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Exemption
    from bio2lint.repository import Repository

RULE = Rule(
    code="VVT008",
    name="deviation-open",
    severity=Severity.WARNING,
    source="§6.5, §12.2",
    summary=Text(
        nl="Elke goedgekeurde afwijking van een overheidsmaatregel staat in het verslag, met plan "
        "en einddatum.",
        en="Every approved deviation from a government measure is in the report, with its plan and "
        "end date.",
    ),
    protected=True,
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each deviation from an active measure that counts on the as-of date."""
    active = frozenset(repository.norm.active)
    for exemption in repository.exceptions:
        measures = tuple(n for n in repository.covered_by(exemption) if n in active)
        deviates = exemption.type == "deviation" and counts(exemption, repository.as_of) is True
        if measures and deviates:
            yield _found(exemption, measures)


def _found(exemption: Exemption, measures: tuple[str, ...]) -> Found:
    of = listed(measures)
    plan = _plan(exemption)
    end = (
        Text(nl="zonder einddatum", en="without an end date")
        if exemption.until is None
        else Text(nl=f"tot en met {exemption.until}", en=f"up to and including {exemption.until}")
    )
    return Found(
        exemption.place("type"),
        Text(
            nl=f"Goedgekeurde afwijking van {of.nl}, {end.nl}, {plan.nl}.",
            en=f"Approved deviation from {of.en}, {end.en}, {plan.en}.",
        ),
        Text(
            nl="Voer het plan vóór de einddatum uit; een afwijking is nooit hetzelfde als voldoen.",
            en="Carry the plan out before the end date; to deviate is never to comply.",
        ),
        requirements=measures,
        subject=exemption.name,
    )


def _plan(exemption: Exemption) -> Text:
    plan = exemption.plan
    if plan is None:
        return Text(nl="zonder plan", en="without a plan")
    if not isinstance(plan, str):
        return Text(nl="met een plan dat niet te lezen is", en="with a plan that cannot be read")
    return Text(nl=f"volgens plan {plan}", en=f"following plan {plan}")
