"""What counts as proof of a requirement, of which aspects, and how long it stays fresh."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from bio2lint import period
from bio2lint.coverage import counts
from bio2lint.fields import UNKNOWN, Unknown, complete, known
from bio2lint.finding import Text
from bio2lint.model import Control
from bio2lint.parts import Result, Span

if TYPE_CHECKING:
    from bio2lint.model import Evidence
    from bio2lint.norm import Norm
    from bio2lint.parts import MaybeDate
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
    demands = measure.facts.get("demands", {}) if measure else {}
    return "test" in demands or "report" in demands


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
        reversed_ = isinstance(start, date) and isinstance(end, date) and start > end
        return UNKNOWN if end is None or reversed_ else end
    return evidence.collected if period is None else UNKNOWN


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


def excused(repository: Repository, number: str) -> bool:
    """Whether an exception covers the requirement, or may do so; `permitted` never does."""
    return any(
        exemption.type != "permitted" and counts(exemption, repository.as_of) is not False
        for exemption in repository.coverage[number].exceptions
    )


@lru_cache(maxsize=1)
def doubtful(repository: Repository) -> list[Evidence]:
    """Return the evidence that names a requirement or control which cannot be found.

    Somebody meant another one; what it proves is therefore not missing for certain. Several rules
    ask this in turn.
    """
    return [
        evidence
        for evidence in repository.evidence
        if _controls_doubtful(repository, evidence)
        or not complete(evidence.requirements)
        or not all(repository.norm.requires(number) for number in known(evidence.requirements))
    ]


def may_concern(
    repository: Repository, evidence: Evidence, number: str, control: Control | None = None
) -> bool:
    """Whether doubtful evidence may be about the requirement (of that control, if one is given)."""
    if not _number_fits(repository.norm, evidence, number):
        return False
    if control is None or isinstance(evidence.controls, Unknown) or not evidence.controls:
        return True
    return control.id in evidence.controls or _controls_doubtful(repository, evidence)


def _number_fits(norm: Norm, evidence: Evidence, number: str) -> bool:
    if not complete(evidence.requirements) or not evidence.requirements:
        return True
    return any(
        norm.resolve(stated) == number or norm.may_mean(stated, number)
        for stated in known(evidence.requirements)
    )


def _controls_doubtful(repository: Repository, evidence: Evidence) -> bool:
    """Whether a named control is not there; one with a prefix belongs to another repository."""
    return not complete(evidence.controls) or any(
        ":" not in name and repository.find(name, Control) is None
        for name in known(evidence.controls)
    )
