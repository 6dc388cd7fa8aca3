"""EVD001: of each measure of an implemented control design, existence and operation are proven."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.evidence import _doubt, _proof
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.model import Control, Evidence
    from bio2lint.repository import Repository

RULE = Rule(
    code="EVD001",
    name="aspects-missing",
    severity=Severity.ERROR,
    source="§4",
    summary=Text(
        nl="Van elke overheidsmaatregel van een ingevoerde maatregel zijn opzet, bestaan en "
        "werking aangetoond.",
        en="Of every government measure of an implemented control, design, existence and operation "
        "are proven.",
    ),
    absence=True,
)

_CONTROL = """\
kind: control
id: wachtwoordkluis
title: Wachtwoordkluis voor alle medewerkers
implements: [5.17.02]
owner: hoofd-werkplek
status: implemented
design: ['https://intranet.lindemeer.example/wachtwoordkluis']
review: {last: 2026-10-06, interval: P1Y, by: ciso}
"""
_EVIDENCE = """\
---
kind: evidence
id: E-2026-041
title: Gebruik van de wachtwoordkluis, derde kwartaal 2026
proves: [existence, operation]
controls: [wachtwoordkluis]
period: {from: 2026-07-01, until: 2026-09-30}
result: {outcome: pass}
source: {url: 'https://dossier.lindemeer.example/kluis-2026-q3'}
classification: internal
"""
DOCS = Docs(
    why=Text(
        nl="De norm vraagt dat u kunt aantonen wat u zegt: dat een maatregel is bedacht (opzet), "
        "is ingericht (bestaan) en het hele jaar heeft gewerkt (werking). Een maatregel die alleen "
        "op papier ingevoerd is, beschermt niemand.",
        en="The norm asks that you can show what you say: that a control was thought out (design), "
        "was put in place (existence) and worked all year (operation). A control that exists only "
        "on paper protects nobody.",
    ),
    fix=Text(
        nl="Noem bij `design` van de maatregel waar de opzet staat, en leg bewijs vast dat bestaan "
        "en werking aantoont, met uitkomst `pass`. Is de maatregel nog niet klaar, zet dan "
        "`status: in-progress` met een datum bij `due`.",
        en="Name under `design` of the control where the design is written down, and record "
        "evidence of existence and operation with outcome `pass`. If the control is not ready "
        "yet, put `status: in-progress` with a date under `due`.",
    ),
    bad={"controls/wachtwoordkluis.yaml": _CONTROL},
    good={"controls/wachtwoordkluis.yaml": _CONTROL + _EVIDENCE},
)


_SHOWN = 10


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each pair of an implemented control and a measure that lacks proof of an aspect."""
    norm, unclear = repository.norm, _doubt.by_control(repository)
    active = frozenset(norm.active)

    def possible(number: str, evidence: Iterable[Evidence]) -> list[Evidence]:
        concerned = (one for one in evidence if _doubt.may_concern(norm, one, number))
        return _proof.telling(norm, number, concerned)

    of_any = cache(lambda number: possible(number, unclear.of_any))
    for control in repository.controls:
        if control.status != "implemented":
            continue
        for number in repository.implemented_by(control):
            if number in active and not _proof.excused(repository, number):
                speaking = repository.evidence_for(control, number)
                maybe = possible(number, unclear.by_control.get(control.name, ()))
                evidence = (*of_any(number), *maybe, *speaking)
                missing = _proof.lacking(repository, control, number, evidence)
                if missing:
                    yield _found(repository, control, number, missing, speaking)


def _found(
    repository: Repository,
    control: Control,
    number: str,
    missing: list[str],
    speaking: list[Evidence],
) -> Found:
    title = repository.norm.title(number)
    what = listed([_proof.ASPECTS[aspect] for aspect in missing])
    failing = (e for e in speaking if not _proof.may_pass(repository.norm, e, number))
    return Found(
        repository.claim(control, number),
        Text(
            nl=f"Van {number} ({title.nl}) ontbreekt bewijs van {what.nl}, terwijl de maatregel "
            "als ingevoerd geldt.",
            en=f"There is no evidence of {what.en} of {number} ({title.en}), though the control "
            "counts as implemented.",
        ),
        _help(missing),
        requirements=(number,),
        subject=number,
        related=tuple(islice(map(_not_counted, failing), _SHOWN)),
    )


def _help(missing: list[str]) -> Text:
    evidence = Text(
        nl="Leg bewijs vast met `result: {outcome: pass}` en met deze aspecten bij `proves`.",
        en="Record evidence with `result: {outcome: pass}` and with these aspects under `proves`.",
    )
    if "design" not in missing:
        return evidence
    return Text(
        nl=f"Noem bij `design` waar de opzet staat. {evidence.nl}",
        en=f"Name under `design` where the design is written down. {evidence.en}",
    )


def _not_counted(evidence: Evidence) -> Related:
    outcome = evidence.place() if evidence.result is None else evidence.place("result", "outcome")
    return Related(
        outcome,
        Text(
            nl="Dit bewijs telt niet mee: het heeft geen uitkomst `pass`.",
            en="This evidence does not count: it has no outcome `pass`.",
        ),
    )
