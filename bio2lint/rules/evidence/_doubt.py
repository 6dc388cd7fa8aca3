"""Evidence that may count for a requirement, though something in it cannot be understood."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from bio2lint.model import Control
from bio2lint.model.fields import Unknown, complete, known
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


def fresh(repository: Repository, number: str, interval: Period) -> list[Evidence]:
    """Return the evidence that is fresh or may be, and that is or may be about a requirement."""
    about = [e for e in repository.evidence if number in repository.shown_by(e)]
    about += [e for e in doubtful(repository) if may_concern(repository, e, number)]
    days = {evidence: _proof.day(evidence) for evidence in about if _proof.has_outcome(evidence)}
    return [
        evidence
        for evidence, day in days.items()
        if not isinstance(day, date) or interval.after(day) >= repository.as_of
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
