"""What counts as proof of a requirement, of which aspects, and how long it stays fresh."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint import period
from bio2lint.coverage import counts
from bio2lint.finding import Text
from bio2lint.model.fields import UNKNOWN, Unknown, complete, known
from bio2lint.model.parts import Result, Span, backwards

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.model import Control, Evidence
    from bio2lint.model.parts import MaybeDate
    from bio2lint.norm import Norm
    from bio2lint.period import Period
    from bio2lint.repository import Repository

ASPECTS = {
    "design": Text(nl="opzet", en="design"),
    "existence": Text(nl="bestaan", en="existence"),
    "operation": Text(nl="werking", en="operation"),
}
_YEARLY = period.Period(months=12, days=0, text="P1Y")


def passes(evidence: Evidence) -> bool:
    """Whether the outcome is a pass, or one that cannot be understood (somebody else says so)."""
    result = evidence.result
    if isinstance(result, Result):
        return result.outcome in ("pass", UNKNOWN, None)
    return result is UNKNOWN


def is_tested(norm: Norm, number: str) -> bool:
    """Whether the norm asks for a test or report of a requirement: something with an outcome."""
    measure = norm.measures.get(number)
    return measure is not None and not measure.demands.keys().isdisjoint(("test", "report"))


def has_outcome(evidence: Evidence) -> bool:
    """Whether it is of a kind that has an outcome; a design by itself has none."""
    return aspects(evidence) != {"design"}


def may_pass(norm: Norm, evidence: Evidence, number: str) -> bool:
    """Whether it passes, or is a test of the requirement without outcome, which is EVD005's."""
    if evidence.result is None:
        return has_outcome(evidence) and is_tested(norm, number)
    return passes(evidence)


def aspects(evidence: Evidence) -> frozenset[str]:
    """Return what the evidence proves; everything when that is misspelled."""
    stated = frozenset(known(evidence.proves))
    sound = complete(evidence.proves) and stated <= ASPECTS.keys()
    return stated if sound else frozenset(ASPECTS)


def day(evidence: Evidence) -> MaybeDate:
    """Return the day from which evidence ages: the last of its period, else of collecting it."""
    period = evidence.period
    if isinstance(period, Span):
        start, end = period
        return UNKNOWN if end is None or backwards(start, end) else end
    return evidence.collected if period is None else UNKNOWN


def newest(evidence: list[Evidence]) -> tuple[Evidence, date] | None:
    """Return the newest evidence and its day; None when a day is not known or there is none."""
    days = [(one, day(one)) for one in evidence]
    if any(of is UNKNOWN for _, of in days):
        return None
    dated = [(one, of) for one, of in days if isinstance(of, date)]
    return max(dated, key=lambda pair: pair[1], default=None)


def freshness(norm: Norm, number: str, aspect: str) -> Period | None:
    """Return how long evidence of an aspect stays fresh; None when it does not age.

    That is the norm's interval where it times evidence, else a year. A design does not age unless
    the norm says so.
    """
    measure = norm.measures.get(number)
    interval = measure.interval if measure else None
    if interval and aspect in interval.aspects:
        return interval.longest
    if aspect == "design":
        return None
    return interval.longest if interval and interval.of == "evidence" else _YEARLY


def lacking(
    repository: Repository, control: Control, number: str, evidence: Iterable[Evidence]
) -> list[str]:
    """Return the aspects of a requirement that neither a control nor the evidence shows."""
    proven = {"design"} if control.design else set()
    if _operation_may_wait(repository, control, number):
        proven.add("operation")
    for one in evidence:
        if len(proven) == len(ASPECTS):
            return []
        if may_pass(repository.norm, one, number):
            proven |= aspects(one)
    return [aspect for aspect in ASPECTS if aspect not in proven]


def telling(norm: Norm, number: str, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return of the evidence that may pass one for each set of aspects: more shows no more."""
    return list({aspects(one): one for one in evidence if may_pass(norm, one, number)}.values())


def _operation_may_wait(repository: Repository, control: Control, number: str) -> bool:
    """Whether what was implemented has had no time yet to show that it works."""
    start = control.implemented_on
    grace = freshness(repository.norm, number, "operation")
    if isinstance(start, Unknown):
        return True
    return start is not None and grace is not None and grace.after(start) >= repository.as_of


def excused(repository: Repository, number: str) -> bool:
    """Whether an exception covers the requirement, or may do so; `permitted` never does."""
    return any(
        exemption.type != "permitted" and counts(exemption, repository.as_of) is not False
        for exemption in repository.coverage[number].exceptions
    )
