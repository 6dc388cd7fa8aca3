"""RSK008: of each implemented measure that demands a risk analysis, there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.risk import _analyses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Control
    from bio2lint.repository import Repository

RULE = Rule(
    code="RSK008",
    name="risk-analysis-missing",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Bij elke ingevoerde overheidsmaatregel die een risicoafweging vraagt, hoort een risico "
        "of analyse.",
        en="Every implemented government measure that demands a risk assessment has a risk or an "
        "analysis.",
    ),
    absence=True,
)

_CONTROL = """\
kind: control
id: hersteltijden
title: Grenzen aan gegevensverlies en hersteltijd per systeem
implements: [8.13.02]
owner: hoofd-ict
status: implemented
implemented_on: 2026-02-02
design: [documents/risicomethode.md]
review: {last: 2026-06-09, interval: P1Y, by: hoofd-ict}
"""
_EVIDENCE = """\
kind: evidence
id: E-2026-031
title: Hersteltijden zoals ingesteld
proves: [existence, operation]
controls: [hersteltijden]
requirements: [8.13.02]
collected: {by: hoofd-ict, date: 2026-09-15}
result: {outcome: pass}
classification: internal
source: {url: 'https://intranet.lindemeer.example/hersteltijden'}
"""
_RISK = """\
kind: risk
id: R-007
title: Back-ups blijken bij herstel onbruikbaar
owner: hoofd-ict
threat: Een fout in het back-upproces die niemand opmerkt
consequence: Gegevens van weken zijn weg
systems: [werkplek]
requirements: [8.13.02]
inherent: {likelihood: 3, impact: 4, level: high}
residual: {likelihood: 1, impact: 4, level: low}
treatment: mitigate
controls: [hersteltijden]
review: {last: 2026-09-14, interval: P6M, by: hoofd-ict}
"""

DOCS = Docs(
    why=Text(
        nl="Deze maatregelen laten de organisatie zelf kiezen, op grond van een risicoafweging. "
        "Zonder afweging is die keuze een gok.",
        en="These measures let the organisation choose for itself, on the ground of a risk "
        "assessment. Without one, that choice is a guess.",
    ),
    fix=Text(
        nl="Noem bij `risks` van de beheersmaatregel het risico dat is afgewogen, of noem de "
        "maatregel in een risico of in een document van type `analysis`. Een afweging die bij elke "
        "gebeurtenis terugkomt, blijkt uit het bewijs van werking.",
        en="Name under `risks` of the control the risk that was weighed, or name the measure in a "
        "risk or in a document of type `analysis`. An assessment that recurs with every event "
        "shows from the evidence of operation.",
    ),
    bad={"controls/hersteltijden.yaml": _CONTROL, "evidence/E-2026-031.yaml": _EVIDENCE},
    good={
        "controls/hersteltijden.yaml": _CONTROL,
        "evidence/E-2026-031.yaml": _EVIDENCE,
        "risks/R-007.yaml": _RISK,
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each implemented measure without a risk assessment, at its first control.

    Of those that demand one at every event, EVD001 asks evidence of operation.
    """
    for number in repository.norm.active:
        demands = repository.norm.measures[number].demands
        covered = repository.coverage[number]
        if demands.get("risk_analysis") != "required" or covered.status != "implemented":
            continue
        controls = [c for c in covered.controls if c.status == "implemented"]
        if not (
            any(_analyses.linked(repository, control) for control in controls)
            or _analyses.named(repository, number, controls)
            or _analyses.kept_apart(repository, demands.get("analysis_of"))
        ):
            yield _found(repository, number, controls[0])


def _found(repository: Repository, number: str, control: Control) -> Found:
    title = repository.norm.title(number)
    return Found(
        repository.claim(control, number),
        Text(
            nl=f"{number} ({title.nl}) vraagt een risicoafweging, maar geen risico of analyse gaat "
            "erover.",
            en=f"{number} ({title.en}) demands a risk assessment, but no risk or analysis is "
            "about it.",
        ),
        Text(
            nl=f"Noem bij `risks` het afgewogen risico, of noem {number} in een risico of analyse.",
            en=f"Name the risk that was weighed under `risks`, or name {number} in a risk or "
            "analysis.",
        ),
        requirements=(number,),
        subject=number,
    )
