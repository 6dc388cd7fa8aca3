"""EVD002: the newest evidence of a requirement is not older than its interval."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.fields import UNKNOWN, Unknown
from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Span
from bio2lint.rules import Rule
from bio2lint.rules.evidence import _proof
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Evidence, MaybeDate
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

_NOT_CLAIMED = ("planned", "in-progress", "deviating", "not-applicable")


@dataclass(slots=True)
class _Stale:
    """What is stale about one piece of evidence: of which numbers, which aspects, since when."""

    day: date
    fresh_until: date
    numbers: dict[str, None] = field(default_factory=dict)
    aspects: set[str] = field(default_factory=set)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each piece of evidence that is the newest of a requirement and yet too old."""
    stale: dict[Evidence, _Stale] = {}
    for (number, aspect), evidence in _by_requirement(repository).items():
        interval = _proof.freshness(repository.norm, number, aspect)
        newest = _newest(evidence)
        if interval is None or newest is None:
            continue
        one, day = newest
        fresh_until = interval.after(day)
        if fresh_until < repository.as_of and _is_wanted(repository, number):
            entry = stale.setdefault(one, _Stale(day, fresh_until))
            entry.fresh_until = min(entry.fresh_until, fresh_until)
            entry.numbers[number] = None
            entry.aspects.add(aspect)
    for one, entry in stale.items():
        yield _found(one, entry)


def _by_requirement(repository: Repository) -> dict[tuple[str, str], list[Evidence]]:
    """Return the passing evidence by requirement and aspect, with what may be about it."""
    doubtful = [e for e in _proof.doubtful(repository) if _proof.passes(e)]
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for evidence in repository.evidence:
        if _proof.passes(evidence):
            for number in repository.shown_by(evidence):
                for aspect in _proof.aspects(evidence):
                    found[number, aspect].append(evidence)
    for (number, aspect), evidence_of in found.items():
        evidence_of += [
            e
            for e in doubtful
            if aspect in _proof.aspects(e)
            and e not in evidence_of
            and _proof.may_concern(repository, e, number)
        ]
    return found


def _newest(evidence: list[Evidence]) -> tuple[Evidence, date] | None:
    """Return the newest evidence and its day; None when a day is not known or there is none."""
    days = [(one, _day(one)) for one in evidence]
    if any(isinstance(day, Unknown) for _, day in days):
        return None
    dated = [(one, day) for one, day in days if day is not None and not isinstance(day, Unknown)]
    return max(dated, key=lambda pair: pair[1], default=None)


def _day(evidence: Evidence) -> MaybeDate:
    period = evidence.period
    if isinstance(period, Span):
        start, end = period
        reversed_ = isinstance(start, date) and isinstance(end, date) and start > end
        return UNKNOWN if end is None or reversed_ else end
    return evidence.collected if period is None else UNKNOWN


def _is_wanted(repository: Repository, number: str) -> bool:
    """Whether anything claims the requirement, so that its evidence has to be fresh."""
    claimed = repository.coverage[number].status not in _NOT_CLAIMED
    return claimed and not _proof.excused(repository, number)


def _found(evidence: Evidence, stale: _Stale) -> Found:
    concerned = tuple(sorted(stale.numbers, key=numbers.order))
    of = listed(concerned)
    what = listed([text for aspect, text in _proof.ASPECTS.items() if aspect in stale.aspects])
    steps = ("period", "until") if isinstance(evidence.period, Span) else ("collected", "date")
    return Found(
        evidence.place(*steps),
        Text(
            nl=f"Het nieuwste bewijs van {what.nl} voor {of.nl} is van {stale.day}; het was geldig "
            f"tot en met {stale.fresh_until}.",
            en=f"The newest evidence of {what.en} for {of.en} is of {stale.day}; it was valid up "
            f"to and including {stale.fresh_until}.",
        ),
        Text(
            nl="Verzamel nieuw bewijs en leg het als nieuw document vast; dit mag ernaast blijven "
            "staan.",
            en="Collect new evidence and record it as a new document; this one may stay beside it.",
        ),
        requirements=concerned,
    )
