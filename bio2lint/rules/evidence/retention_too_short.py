"""EVD004: what a measure has kept for a fixed term is not kept for a shorter one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import period
from bio2lint.finding import Found, Severity, Text
from bio2lint.period import Period
from bio2lint.rules import Docs, Rule
from bio2lint.rules.evidence import _proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Control
    from bio2lint.norm import Norm
    from bio2lint.repository import Repository

RULE = Rule(
    code="EVD004",
    name="retention-too-short",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Wat de norm een vaste tijd laat bewaren, blijft niet korter bewaard.",
        en="What the norm has kept for a fixed time is not kept for a shorter one.",
    ),
)

_CONTROL = """\
kind: control
id: logging-hulpmiddelen
title: Logging van het gebruik van systeemhulpmiddelen
implements: [8.18.02]
owner: hoofd-ict
status: implemented
design: ['https://intranet.lindemeer.example/loggingbeleid']
parameters: {{retention: {term}}}
review: {{last: 2026-10-06, interval: P1Y, by: ciso}}
---
kind: evidence
id: E-2026-044
title: Steekproef op bewaarde logging van systeemhulpmiddelen
proves: [existence, operation]
controls: [logging-hulpmiddelen]
collected: {{by: hoofd-ict, date: 2026-09-14}}
result: {{outcome: pass}}
source: {{url: 'https://dossier.lindemeer.example/logging-hulpmiddelen'}}
classification: internal
"""
DOCS = Docs(
    why=Text(
        nl="Een aanvaller is vaak al maanden binnen voordat iemand het merkt. Zijn de gegevens dan "
        "weg, dan is niet meer na te gaan wat er is gebeurd en wie er geraakt is. Daarom noemt de "
        "norm voor gegevens over incidenten en voor het gebruik van systeemhulpmiddelen een "
        "kortste bewaartermijn.",
        en="An attacker has often been inside for months before anybody notices. If the records "
        "are gone by then, nobody can tell what happened and who was affected. So the norm sets a "
        "shortest retention for incident records and for the use of system utilities.",
    ),
    fix=Text(
        nl="Zet `parameters.retention` op ten minste de termijn van de norm en bewaar ook echt zo "
        "lang. Geldt de kortere termijn voor iets anders, maak daar dan een eigen maatregel van.",
        en="Set `parameters.retention` to at least the norm's term, and keep the records that "
        "long. If the shorter term is of something else, make that a control of its own.",
    ),
    bad={"controls/logging-hulpmiddelen.yaml": _CONTROL.format(term="P3M")},
    good={"controls/logging-hulpmiddelen.yaml": _CONTROL.format(term="P6M")},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each retention below the norm's; a term that follows from the risk has no least."""
    least = _least(repository.norm)
    for control in repository.controls:
        own = control.retention
        if isinstance(own, Period):
            broken = {
                number: least[number]
                for number in repository.implemented_by(control)
                if number in least
                and least[number].exceeds(own)
                and not _proof.excused(repository, number)
            }
            if broken:
                yield _found(repository.norm, control, own, broken)


def _least(norm: Norm) -> dict[str, Period]:
    """Return the shortest retention of each active measure that has one."""
    stated = {n: norm.measures[n].facts.get("retention", {}).get("min") for n in norm.active}
    parsed = {number: period.parse(text) for number, text in stated.items() if text}
    return {number: term for number, term in parsed.items() if term is not None}


def _found(norm: Norm, control: Control, own: Period, broken: dict[str, Period]) -> Found:
    strictest = max(broken, key=lambda number: broken[number].shortest)
    term, title = broken[strictest].text, norm.title(strictest)
    return Found(
        control.place("parameters", "retention"),
        Text(
            nl=f"{own.text} is korter dan de norm toestaat: ten minste {term} volgens {strictest} "
            f"({title.nl}).",
            en=f"{own.text} is shorter than the norm allows: at least {term} by {strictest} "
            f"({title.en}).",
        ),
        Text(
            nl=f"Maak er {term} of langer van, en bewaar ook echt zo lang.",
            en=f"Make it {term} or longer, and keep the records that long.",
        ),
        requirements=tuple(broken),
    )
