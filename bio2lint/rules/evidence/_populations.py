"""Of which systems and suppliers a measure asks something one by one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.model.parts import Assessment, Contract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bio2lint.model import Evidence, Supplier, System
    from bio2lint.model.parts import Texts
    from bio2lint.norm import Norm
    from bio2lint.period import Period
    from bio2lint.repository import Repository


class Population(NamedTuple):
    """Who belongs to it, given the term, and which of them evidence names."""

    members: Callable[[Repository, Period], Iterable[System | Supplier]]
    named: Callable[[Evidence], Texts]


def _suppliers(repository: Repository, interval: Period) -> Iterator[Supplier]:
    """Yield the suppliers that were assessed in time; of the others that is missing, not this."""
    for supplier in repository.suppliers:
        assessment, contract = supplier.assessment, supplier.contract
        day = assessment.date if isinstance(assessment, Assessment) else None
        end = contract.end if isinstance(contract, Contract) else None
        ended = isinstance(end, date) and end < repository.as_of
        if not ended and isinstance(day, date) and interval.after(day) >= repository.as_of:
            yield supplier


_POPULATIONS = {
    "internet-facing-systems": Population(
        lambda repository, _: (s for s in repository.systems if s.internet_facing is True),
        lambda evidence: evidence.systems,
    ),
    "suppliers": Population(_suppliers, lambda evidence: evidence.suppliers),
}
"""By the name that the norm's facts give them."""


def of(norm: Norm, number: str) -> Population | None:
    """Return of whom a measure asks something one by one; None if it does not."""
    return _POPULATIONS.get(norm.measures[number].facts.get("population", ""))
