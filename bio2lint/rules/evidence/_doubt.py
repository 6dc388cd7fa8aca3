"""Evidence that may count for a requirement, though something in it cannot be understood."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.model import Control
from bio2lint.model.fields import complete, known
from bio2lint.rules.evidence import _proof

if TYPE_CHECKING:
    from bio2lint.model import Evidence
    from bio2lint.norm import Norm
    from bio2lint.period import Period
    from bio2lint.repository import Repository


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


class Unclear(NamedTuple):
    """Doubtful evidence: what may be of any control, and the rest by the controls that it names."""

    of_any: list[Evidence]
    by_control: dict[str, list[Evidence]]


def by_control(repository: Repository) -> Unclear:
    """Return the doubtful evidence sorted, since there may be much of it and many controls."""
    found = Unclear([], defaultdict(list))
    for evidence in doubtful(repository):
        if not evidence.controls or _controls_doubtful(repository, evidence):
            found.of_any.append(evidence)
        else:
            for name in known(evidence.controls):
                found.by_control[name].append(evidence)
    return found


def fresh(repository: Repository, number: str, interval: Period) -> list[Evidence]:
    """Return the evidence that is fresh or may be, and that is or may be about a requirement."""
    about = [e for e in repository.evidence if number in repository.shown_by(e)]
    about += [e for e in doubtful(repository) if may_concern(repository.norm, e, number)]
    days = {evidence: _proof.day(evidence) for evidence in about if _proof.has_outcome(evidence)}
    return [
        evidence
        for evidence, day in days.items()
        if not isinstance(day, date) or interval.after(day) >= repository.as_of
    ]


def may_concern(norm: Norm, evidence: Evidence, number: str) -> bool:
    """Whether doubtful evidence may be about the requirement."""
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
