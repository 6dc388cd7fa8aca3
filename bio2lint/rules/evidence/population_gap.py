"""EVD006: a measure that holds for every system or supplier of a kind is shown of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import complete, known
from bio2lint.rules import Docs, Rule
from bio2lint.rules.evidence import _doubt, _populations, _proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Evidence, Supplier, System
    from bio2lint.period import Period
    from bio2lint.repository import Repository
    from bio2lint.rules.evidence._populations import Population

RULE = Rule(
    code="EVD006",
    name="population-gap",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Een maatregel die voor elk systeem of elke leverancier van een soort geldt, is van elk "
        "daarvan met vers bewijs aangetoond.",
        en="A measure that holds for every system or supplier of a kind is shown of each of them "
        "by fresh evidence.",
    ),
    absence=True,
)

_TESTS = """\
kind: control
id: penetratietesten
title: Elk jaar een penetratietest van alles wat aan internet hangt
implements: [8.08.05]
owner: hoofd-ict
status: implemented
design: ['https://intranet.lindemeer.example/testbeleid']
review: {last: 2026-10-06, interval: P1Y, by: ciso}
---
kind: evidence
id: E-2026-020
title: Penetratietesten 2026
proves: [existence, operation]
controls: [penetratietesten]
systems: [%s]
collected: {by: hoofd-ict, date: 2026-09-30}
result: {outcome: pass}
source: {url: 'https://dossier.lindemeer.example/penetratietesten-2026'}
classification: internal
"""
_WEBSITE = """\
kind: system
id: website
title: Website
owner: hoofd-ict
critical: false
internet_facing: true
processes: [burgerzaken]
classification: {confidentiality: low, integrity: medium, availability: medium}
"""
DOCS = Docs(
    why=Text(
        nl="Een aanvaller zoekt het ene systeem dat is overgeslagen. Waar de norm iets van ieder "
        "systeem of iedere leverancier vraagt, zegt bewijs over de andere dus niet genoeg.",
        en="An attacker looks for the one system that was left out. Where the norm asks something "
        "of every system or supplier, evidence about the others does not say enough.",
    ),
    fix=Text(
        nl="Laat de toets of beoordeling alsnog doen en leg het bewijs vast; noem daarin bij "
        "`systems` of `suppliers` waar het over gaat. Is het al gedaan, vul dan die lijst aan.",
        en="Have the test or review done after all and record the evidence, naming under `systems` "
        "or `suppliers` what it is about. If it was done, complete that list.",
    ),
    bad={
        "controls/penetratietesten.yaml": _TESTS % "werkplek",
        "systems/website.yaml": _WEBSITE,
    },
    good={
        "controls/penetratietesten.yaml": _TESTS % "werkplek, website",
        "systems/website.yaml": _WEBSITE,
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each member that no fresh evidence names while there is some about others.

    Evidence that names nobody is about all. Where there is none at all, or all is old, others say
    so; what came out of it matters to them as well.
    """
    for number in repository.norm.active:
        population = _populations.of(repository.norm, number)
        if population is None or repository.coverage[number].status != "implemented":
            continue
        interval = _proof.freshness(repository.norm, number, "operation")
        if interval is not None and not _proof.excused(repository, number):
            yield from _gaps(repository, number, population, interval)


def _gaps(
    repository: Repository, number: str, population: Population, interval: Period
) -> Iterator[Found]:
    fresh = _doubt.fresh(repository, number, interval)
    lists = [population.named(evidence) for evidence in fresh]
    if not lists or not all(named and complete(named) for named in lists):
        return
    named = {name for names in lists for name in known(names)}
    if not all(repository.by_id.get(name) or ":" in name for name in named):
        return
    for member in population.members(repository, interval):
        if isinstance(member.id, str) and member.id not in named:
            yield _found(repository, number, member, fresh[0])


def _found(
    repository: Repository, number: str, member: System | Supplier, evidence: Evidence
) -> Found:
    title = repository.norm.title(number)
    return Found(
        member.place(),
        Text(
            nl=f"Van {member.name} is er geen vers bewijs van {number} ({title.nl}), terwijl die "
            "maatregel voor ieder afzonderlijk geldt.",
            en=f"There is no fresh evidence of {number} ({title.en}) about {member.name}, though "
            "that measure holds for each of them.",
        ),
        Text(
            nl="Leg dat bewijs vast en noem dit daarin; is het al gedaan, vul dan de lijst in het "
            "bewijs aan.",
            en="Record that evidence and name this in it; if it was done, complete the list in the "
            "evidence.",
        ),
        requirements=(number,),
        subject=number,
        related=(
            Related(
                evidence.place(),
                Text(nl="Dit bewijs gaat over andere.", en="This evidence is about others."),
            ),
        ),
    )
