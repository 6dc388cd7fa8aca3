"""EVD002: the newest evidence of a requirement is not older than its interval."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import numbers
from bio2lint.finding import Found, Severity, Text
from bio2lint.model.parts import Span
from bio2lint.rules import Docs, Rule
from bio2lint.rules.evidence import _doubt, _proof
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.model import Evidence
    from bio2lint.repository import Repository

RULE = Rule(
    code="EVD002",
    name="evidence-stale",
    severity=Severity.WARNING,
    source="Part 2, hygiene",
    summary=Text(
        nl="Het nieuwste bewijs van een maatregel is niet ouder dan de termijn van de norm, of "
        "anders een jaar.",
        en="The newest evidence of a measure is not older than the norm's interval, or else a "
        "year.",
    ),
    absence=True,
)

_FILES = """\
kind: control
id: rechtenbeoordeling
title: Beoordeling van uitgegeven toegangsrechten
implements: [5.18.02]
owner: hoofd-ict
status: implemented
design: ['https://intranet.lindemeer.example/toegangsbeleid']
review: {{last: 2026-10-06, interval: P1Y, by: ciso}}
---
kind: evidence
id: E-rechten
title: Verslag van de beoordeling van toegangsrechten
proves: [existence, operation]
controls: [rechtenbeoordeling]
collected: {{by: hoofd-ict, date: {day}}}
result: {{outcome: pass}}
source: {{url: 'https://dossier.lindemeer.example/rechten'}}
classification: internal
"""
DOCS = Docs(
    why=Text(
        nl="Bewijs van vorig jaar zegt niet dat een maatregel vandaag nog werkt. Waar de norm een "
        "termijn noemt, moet het opnieuw zijn gedaan; anders is een jaar een redelijke grens.",
        en="Last year's evidence does not say that a control still works today. Where the norm "
        "sets a period it has to be done again; elsewhere a year is a fair limit.",
    ),
    fix=Text(
        nl="Verzamel nieuw bewijs en leg het als een nieuw document vast. Het oude mag als archief "
        "blijven staan.",
        en="Collect new evidence and record it as a new document. The old one may stay as archive.",
    ),
    bad={"controls/rechtenbeoordeling.yaml": _FILES.format(day="2025-06-12")},
    good={"controls/rechtenbeoordeling.yaml": _FILES.format(day="2026-06-11")},
)


class _Lapse(NamedTuple):
    """That an aspect of a requirement is no longer shown, and until when it was."""

    number: str
    aspect: str
    until: date


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each piece of evidence that is the newest of a requirement and yet too old."""
    stale: dict[Evidence, list[_Lapse]] = defaultdict(list)
    for (number, aspect), evidence in _by_requirement(repository).items():
        interval = _proof.freshness(repository.norm, number, aspect)
        newest = _proof.newest(evidence)
        if interval is not None and newest is not None:
            until = interval.after(newest[1])
            if until < repository.as_of and _is_wanted(repository, number):
                stale[newest[0]].append(_Lapse(number, aspect, until))
    for one, lapses in stale.items():
        yield _found(one, lapses)


def _by_requirement(repository: Repository) -> dict[tuple[str, str], list[Evidence]]:
    """Return the evidence that may pass by requirement and aspect, and what may be about it."""
    doubtful = [e for e in _doubt.doubtful(repository) if _proof.passes(e)]
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for evidence in repository.evidence:
        for number in repository.shown_by(evidence):
            if _proof.may_pass(repository.norm, evidence, number):
                for aspect in _proof.aspects(evidence):
                    found[number, aspect].append(evidence)
    for (number, aspect), evidence_of in found.items():
        evidence_of += [
            e
            for e in doubtful
            if aspect in _proof.aspects(e)
            and e not in evidence_of
            and _doubt.may_concern(repository.norm, e, number)
        ]
    return found


def _is_wanted(repository: Repository, number: str) -> bool:
    """Whether the evidence has to be fresh: not of what is still to come, or excepted."""
    return not repository.coverage[number].put_off and not _proof.excused(repository, number)


def _found(evidence: Evidence, lapses: list[_Lapse]) -> Found:
    concerned = tuple(sorted({lapse.number for lapse in lapses}, key=numbers.order))
    aspects = {lapse.aspect for lapse in lapses}
    of = listed(concerned)
    what = listed([text for aspect, text in _proof.ASPECTS.items() if aspect in aspects])
    day, until = _proof.day(evidence), min(lapse.until for lapse in lapses)
    steps = ("period", "until") if isinstance(evidence.period, Span) else ("collected", "date")
    return Found(
        evidence.place(*steps),
        Text(
            nl=f"Het nieuwste bewijs van {what.nl} voor {of.nl} is van {day}; het was geldig tot "
            f"en met {until}.",
            en=f"The newest evidence of {what.en} for {of.en} is of {day}; it was valid up to "
            f"and including {until}.",
        ),
        Text(
            nl="Verzamel nieuw bewijs en leg het als nieuw document vast; dit mag ernaast blijven "
            "staan.",
            en="Collect new evidence and record it as a new document; this one may stay beside it.",
        ),
        requirements=concerned,
    )
