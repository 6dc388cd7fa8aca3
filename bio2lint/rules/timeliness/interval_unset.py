"""DUE005: where the norm leaves the period to the organisation, it has chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import UNKNOWN, Unknown
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.model import Control
    from bio2lint.repository import Repository

RULE = Rule(
    code="DUE005",
    name="interval-unset",
    severity=Severity.WARNING,
    source="Part 2",
    summary=Text(
        nl="Waar de norm iets periodiek vraagt zonder termijn, heeft u zelf een termijn gekozen.",
        en="Where the norm asks something periodically without a period, you have chosen one.",
    ),
    absence=True,
)

_CONTROL = """\
kind: control
id: scholing
title: Opleiding en training van medewerkers en inhuur
implements: [6.03.03]
owner: directie
status: implemented
design: ['https://intranet.lindemeer.example/leerlijn']
review: {last: 2026-07-02, interval: P1Y, by: ciso}
"""
_EVIDENCE = """\
---
kind: evidence
id: E-2026-006
title: Deelname aan de scholing in 2026
proves: [existence, operation]
controls: [scholing]
collected: {by: directie, date: 2026-10-23}
result: {outcome: pass}
source: {url: 'https://dossier.lindemeer.example/scholing-2026'}
classification: internal
"""
DOCS = Docs(
    why=Text(
        nl="Bij sommige maatregelen zegt de norm alleen dat iets regelmatig gebeurt; hoe vaak, "
        "hangt af van de organisatie. Zonder gekozen termijn is nooit te zeggen dat het te laat "
        "is, en dan gebeurt het niet meer.",
        en="Of some measures the norm only says that something is done regularly; how often "
        "depends on the organisation. Without a period nobody can ever say that it is late, and "
        "then it is no longer done.",
    ),
    fix=Text(
        nl="Kies een termijn die bij het risico past en zet die bij `cycles` van de maatregel.",
        en="Choose a period that fits the risk and put it under `cycles` of the control.",
    ),
    bad={"controls/scholing.yaml": _CONTROL + _EVIDENCE},
    good={
        "controls/scholing.yaml": f"{_CONTROL}cycles: [{{requirement: 6.03.03, interval: P1Y}}]\n"
        f"{_EVIDENCE}"
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each implemented measure with a period of one's own of which no control sets one.

    A cycle of the control that the measure belongs to counts for it.
    """
    for number in repository.norm.active:
        coverage = repository.coverage[number]
        own = repository.norm.measures[number].facts.get("own_period")
        if own and coverage.status == "implemented" and not _is_set(repository, number):
            control = next(c for c in coverage.controls if c.status == "implemented")
            yield _found(repository, control, number, Text(own["nl"], own["en"]))


def _is_set(repository: Repository, number: str) -> bool:
    """Whether some control sets a period for a measure, or may do so in what is not understood."""
    return any(
        _may_be(repository, stated, number)
        for control in repository.coverage[number].controls
        for stated in _timed(control)
    )


def _timed(control: Control) -> Iterable[str | Unknown | None]:
    if isinstance(control.cycles, Unknown):
        return (UNKNOWN,)
    return [UNKNOWN if isinstance(c, Unknown) else c.requirement for c in control.cycles]


def _may_be(repository: Repository, stated: str | Unknown | None, number: str) -> bool:
    if not isinstance(stated, str):
        return True
    meant = (number, numbers.control_of(number))
    return repository.norm.resolve(stated) in meant or repository.norm.may_mean(stated, number)


def _found(repository: Repository, control: Control, number: str, own: Text) -> Found:
    title = repository.norm.title(number)
    return Found(
        repository.claim(control, number),
        Text(
            nl=f"{number} ({title.nl}) laat u zelf kiezen hoe vaak, maar er is geen termijn "
            f"gekozen. Het gaat om: {own.nl}.",
            en=f"{number} ({title.en}) leaves it to you how often, but no period is chosen. "
            f"It is about: {own.en}.",
        ),
        Text(
            nl=f"Zet bij `cycles`: `{{requirement: {number}, interval: …}}`.",
            en=f"Put under `cycles`: `{{requirement: {number}, interval: …}}`.",
        ),
        requirements=(number,),
        subject=number,
    )
