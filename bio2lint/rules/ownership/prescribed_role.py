"""OWN005: what the norm gives to the process owner was done by a process owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import complete, known
from bio2lint.model.parts import Assessment, Decision
from bio2lint.rules import Docs, Rule
from bio2lint.rules.ownership import _roles
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.finding import Place
    from bio2lint.model import Evidence
    from bio2lint.repository import Repository

RULE = Rule(
    code="OWN005",
    name="prescribed-role",
    severity=Severity.WARNING,
    source="Part 2",
    summary=Text(
        nl="Wat de norm aan de proceseigenaar opdraagt, is door een proceseigenaar gedaan.",
        en="What the norm assigns to the process owner was done by a process owner.",
    ),
)

_SUPPLIER = """\
kind: supplier
id: zaakwerk
title: Zaakwerk Noord B.V.
owner: hoofd-burgerzaken
contract: {kind: legal-duty}
processes_information: false
assessment: {by: %s, date: 2026-06-16, outcome: pass}
"""

DOCS = Docs(
    why=Text(
        nl="Enkele maatregelen dragen het werk zelf aan de proceseigenaar op, zoals leveranciers "
        "beoordelen en continuïteitsplannen testen. Doet een ander het, dan weet wie ervoor "
        "verantwoordelijk is niet hoe het er voorstaat.",
        en="Some measures assign the work itself to the process owner, such as assessing suppliers "
        "and testing continuity plans. If another does it, whoever answers for it does not know "
        "how things stand.",
    ),
    fix=Text(
        nl="Laat de proceseigenaar het doen. Deed hij het al, noem hem dan bij `performed_by` of "
        "`assessment.by`; zonder `performed_by` geldt wie het bewijs verzamelde.",
        en="Let the process owner do it. If they did, name them under `performed_by` or "
        "`assessment.by`; without `performed_by`, whoever collected the evidence counts.",
    ),
    bad={"suppliers/zaakwerk.yaml": _SUPPLIER % "ciso"},
    good={"suppliers/zaakwerk.yaml": _SUPPLIER % "hoofd-burgerzaken"},
)

_FUNCTION = "process-owner"


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each assessment, decision and piece of evidence of work that another did."""
    assigned = _assigned(repository)
    owners = _roles.owners_of_processes(repository)

    def another(role: object) -> bool:
        return role not in owners and _roles.functions(repository, role) is not None

    of_suppliers = [n for n in repository.norm.timed("supplier") if n in assigned]
    for supplier in repository.suppliers:
        assessment = supplier.assessment
        if isinstance(assessment, Assessment) and of_suppliers and another(assessment.by):
            yield _found(
                repository, supplier.place("assessment", "by"), assessment.by, of_suppliers
            )
    of_systems = [n for n in repository.norm.demanding("critical-systems") if n in assigned]
    for system in repository.systems:
        decided = system.criticality
        if isinstance(decided, Decision) and of_systems and another(decided.by):
            yield _found(repository, system.place("criticality", "by"), decided.by, of_systems)
    for evidence in repository.evidence:
        shown = [n for n in _shown(repository, evidence) if n in assigned]
        place, role = _doer(evidence)
        if shown and another(role):
            yield _found(repository, place, role, shown)


def _assigned(repository: Repository) -> dict[str, None]:
    """Return the measures that the norm assigns to the process owner, those that apply."""
    norm = repository.norm
    return {
        number: None
        for number in norm.active
        if _FUNCTION in norm.measures[number].facts.get("roles", {}).get("responsible", ())
        and repository.coverage[number].status != "not-applicable"
    }


def _shown(repository: Repository, evidence: Evidence) -> list[str]:
    """Return what evidence shows to be done; a design is written, not done."""
    stated = known(evidence.proves)
    if not complete(evidence.proves) or not {"existence", "operation"} & set(stated):
        return []
    return repository.shown_by(evidence) if evidence.requirements else []


def _doer(evidence: Evidence) -> tuple[Place, object]:
    if evidence.performed_by is not None:
        return evidence.place("performed_by"), evidence.performed_by
    return evidence.place("collected", "by"), evidence.collected_by


def _found(repository: Repository, place: Place, role: object, numbers: list[str]) -> Found:
    titles = [(n, repository.norm.title(n)) for n in numbers]
    what = listed([Text(nl=f"{n} ({t.nl})", en=f"{n} ({t.en})") for n, t in titles])
    return Found(
        place,
        Text(
            nl=f"Volgens dit document deed {role} dit; de norm draagt {what.nl} op aan de "
            "proceseigenaar.",
            en=f"By this document {role} did this; the norm assigns {what.en} to the process "
            "owner.",
        ),
        Text(
            nl="Laat de proceseigenaar het doen, of noem hier de proceseigenaar die het deed.",
            en="Let the process owner do it, or name the process owner here who did.",
        ),
        requirements=tuple(numbers),
        subject=str(role),
    )
