"""Where an administration shows that a risk was assessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.model import Risk, in_force
from bio2lint.model.fields import complete, known

if TYPE_CHECKING:
    from bio2lint.model import Control
    from bio2lint.model.parts import Texts
    from bio2lint.norm import Norm
    from bio2lint.repository import Repository


def linked(repository: Repository, control: Control) -> bool:
    """Whether a control names a risk that is open, or one that is not here to be looked at."""
    risks = [repository.find(name, Risk) for name in known(control.risks)]
    return not complete(control.risks) or any(
        risk is None or in_force(risk, repository.as_of) for risk in risks
    )


def named(repository: Repository, number: str, controls: list[Control]) -> bool:
    """Whether an open risk or an analysis names a measure or one of its controls."""
    norm, names = repository.norm, {control.id for control in controls}
    return any(
        _speaks_of(norm, risk.requirements, number) or names & set(known(risk.controls))
        for risk in repository.risks
        if in_force(risk, repository.as_of)
    ) or any(
        _speaks_of(norm, paper.requirements, number)
        for paper in repository.documents
        if paper.type == "analysis" and in_force(paper, repository.as_of)
    )


def _speaks_of(norm: Norm, stated: Texts, number: str) -> bool:
    """Whether a list has a measure or its control, or something that may be meant for it."""
    meant = (number, numbers.control_of(number))
    return not complete(stated) or any(
        norm.resolve(one) in meant or norm.may_mean(one, number) for one in known(stated)
    )


def kept_apart(repository: Repository, of: str | None) -> bool:
    """Whether processes, systems or suppliers have an assessment of their own."""
    if of == "processes":
        return any(process.quickscan is not None for process in repository.processes)
    if of == "systems":
        return any(system.criticality is not None for system in repository.systems)
    return of == "suppliers" and any(supplier.analysis != () for supplier in repository.suppliers)
