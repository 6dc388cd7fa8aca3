"""VVT008: every approved deviation from a government measure stays in sight until it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.coverage import counts
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
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

_DEVIATION = """\
kind: exception
id: X-002
title: Tablets van de buitendienst zijn niet op afstand te wissen
type: deviation
requirements: [8.01.01]
owner: hoofd-werkplek
reason: Het besturingssysteem van de tablets ondersteunt het centrale apparaatbeheer niet.
analysis: [analyse-tablets]
ciso_advice: {by: ciso, date: 2026-06-11, ref: CISO-advies 2026-14, positive: true}
approved: {by: college, date: 2026-06-23, ref: BW 2026-161}
plan: https://intranet.lindemeer.example/plannen/tablets
until: 2027-03-31
review: {last: 2026-09-24, interval: P6M, by: hoofd-werkplek}
---
kind: document
id: analyse-tablets
title: Analyse van de tablets van de buitendienst
type: analysis
url: https://intranet.lindemeer.example/zaken/2026-0611
owner: hoofd-werkplek
status: approved
approved: {by: directie, date: 2026-06-09, ref: MT 2026-36}
review: {last: 2026-06-09, interval: P1Y, by: ciso}
"""
_CONTROL = """\
kind: control
id: bm-8-1
title: Mobiele apparaten bewaren geen gegevens en zijn op afstand te wissen
implements: [8.01.01]
owner: hoofd-werkplek
status: implemented
implemented_on: 2026-09-01
design: ['https://intranet.lindemeer.example/beleid/mobiel-werken']
review: {last: 2026-09-01, interval: P1Y, by: ciso}
---
kind: evidence
id: E-2026-013
title: Controle van de instellingen van alle mobiele apparaten
proves: [existence, operation]
controls: [bm-8-1]
requirements: [8.01.01]
collected: {by: hoofd-ict, date: 2026-10-05}
result: {outcome: pass}
source: {url: 'https://intranet.lindemeer.example/zaken/2026-1185'}
classification: internal
"""

DOCS = Docs(
    why=Text(
        nl="Een goedgekeurde afwijking is toegestaan, maar niet hetzelfde als voldoen. Deze "
        "melding blijft daarom in elk verslag staan tot de maatregel is ingevoerd.",
        en="An approved deviation is allowed, but is not compliance. This finding therefore "
        "stays in every report until the measure is implemented.",
    ),
    fix=Text(
        nl="Voer het plan uit, zet de maatregel op `implemented` en verwijder de uitzondering. "
        "Tot die tijd is dit een herinnering, en geen fout.",
        en="Carry out the plan, set the measure to `implemented` and remove the exception. "
        "Until then this is a reminder, and no error.",
    ),
    bad={"exceptions/X-002.yaml": _DEVIATION},
    good={"controls/bm-8-1.yaml": _CONTROL},
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
