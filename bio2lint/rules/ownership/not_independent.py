"""OWN007: who tests is not who carries out what is tested."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import known
from bio2lint.rules import Docs, Rule
from bio2lint.rules.ownership import _roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Evidence, Record
    from bio2lint.repository import Repository

RULE = Rule(
    code="OWN007",
    name="not-independent",
    severity=Severity.ERROR,
    source="8.15.06",
    summary=Text(
        nl="Waar de norm een onafhankelijke toets vraagt, toetst niet wie het werk zelf uitvoert.",
        en="Where the norm asks for an independent check, it is not done by whoever does the work.",
    ),
)

_EVIDENCE = """\
kind: evidence
id: E-2026-012
title: Toets of logbestanden ongewijzigd zijn
proves: [operation]
requirements: [8.15.06]
systems: [werkplek]
collected: {by: auditor, date: 2026-09-30}
performed_by: %s
result: {outcome: pass}
classification: internal
source: {url: 'https://intranet.lindemeer.example/toets-logging'}
"""

DOCS = Docs(
    why=Text(
        nl="Wie logbestanden beheert, kan ook eigen sporen wissen. Alleen een ander kan laten zien "
        "dat zij ongewijzigd zijn.",
        en="Whoever manages log files can also wipe their own traces. Only another can show that "
        "they are unaltered.",
    ),
    fix=Text(
        nl="Laat een onafhankelijke functionaris toetsen, zoals de interne auditor, en noem die "
        "bij `performed_by`.",
        en="Have an independent officer do the check, such as the internal auditor, and name that "
        "role under `performed_by`.",
    ),
    bad={"evidence/E-2026-012.yaml": _EVIDENCE % "hoofd-ict"},
    good={"evidence/E-2026-012.yaml": _EVIDENCE % "auditor"},
)

_INDEPENDENT = "independent-officer"
_EXAMINERS = frozenset({_INDEPENDENT, "internal-auditor"})
_ADMINISTRATORS = frozenset({"technical-administrator", "functional-administrator"})


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each independent check that was done by an administrator or an owner of the work.

    The work is that of the whole control of ISO/IEC 27002, and of the systems that were checked.
    """
    norm = repository.norm
    asked = [
        number
        for number in norm.active
        if _INDEPENDENT in norm.measures[number].facts.get("roles", {}).get("responsible", ())
    ]
    owners = _owners(repository, {numbers.control_of(number) for number in asked})
    for evidence in repository.evidence:
        shown = repository.shown_by(evidence) if evidence.performed_by is not None else []
        for number in (n for n in asked if n in shown):
            found = _dependent(repository, evidence, owners[numbers.control_of(number)])
            if found is not None:
                yield _found(repository, evidence, number, *found)


def _owners(repository: Repository, controls: set[str]) -> dict[str, dict[object, Record]]:
    """Return who owns what carries out each control: the first of their documents."""
    owners: dict[str, dict[object, Record]] = defaultdict(dict)
    for record in repository.controls:
        for number in repository.implemented_by(record):
            control = numbers.control_of(number)
            if control in controls:
                owners[control].setdefault(record.owner, record)
    return owners


def _dependent(
    repository: Repository, evidence: Evidence, owners: dict[object, Record]
) -> tuple[Text, tuple[Related, ...]] | None:
    """Return why the tester is not independent and where that stands; None when they are."""
    tester = evidence.performed_by
    has = _roles.functions(repository, tester)
    if has is None or has & _EXAMINERS:
        return None
    systems = (r for name in known(evidence.systems) for r in repository.by_id.get(name, ()))
    owned = owners.get(tester) or next((s for s in systems if s.owner == tester), None)
    if owned is not None:
        text = Text(nl=f"is eigenaar van {owned.name}", en=f"owns {owned.name}")
        return text, (Related(owned.place("owner"), text),)
    if has & _ADMINISTRATORS:
        return Text(nl="is beheerder", en="is an administrator"), ()
    return None


def _found(
    repository: Repository, evidence: Evidence, number: str, why: Text, related: tuple[Related, ...]
) -> Found:
    title = repository.norm.title(number)
    return Found(
        evidence.place("performed_by"),
        Text(
            nl=f"{evidence.performed_by} deed de toets van {number} ({title.nl}), maar {why.nl}: "
            "zo toetst men zijn eigen werk.",
            en=f"{evidence.performed_by} did the check of {number} ({title.en}), but {why.en}: "
            "that is checking one's own work.",
        ),
        Text(
            nl="Laat een functionaris toetsen die het werk niet uitvoert, zoals de auditor.",
            en="Have it checked by an officer who does not do the work, such as the auditor.",
        ),
        requirements=(number,),
        subject=number,
        related=related,
    )
