"""What binds a supplier today, and which measures ask something of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.model.fields import UNKNOWN
from bio2lint.model.parts import Contract, backwards

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.model import Supplier
    from bio2lint.norm import Measure
    from bio2lint.period import Period
    from bio2lint.repository import Repository

_AGREED = ("contract", "joint-arrangement")


def asking(repository: Repository, wanted: Callable[[Measure], bool]) -> tuple[str, ...]:
    """Return the measures that are `wanted`, without those that are not claimed to be met.

    What is planned or under way is counted as such, and what an exception covers is decided on:
    every supplier by itself would only repeat it.
    """
    norm = repository.norm
    return tuple(
        number
        for number in norm.active
        if wanted(norm.measures[number]) and not repository.coverage[number].put_off
    )


def shortest(repository: Repository, numbers: tuple[str, ...]) -> Period | None:
    """Return the shortest term that these measures set for a supplier; None if they set none."""
    timed = repository.norm.timed("supplier")
    terms = [timed[number].longest for number in numbers if number in timed]
    return min(terms, key=lambda term: term.longest, default=None)


def says_nothing(contract: Contract) -> bool:
    """Whether only a kind is named, of what must be agreed on."""
    said = (contract.ref, contract.start, contract.end)
    return contract.kind in _AGREED and said == (None, None, None)


def ended(contract: Contract, as_of: date) -> bool:
    """Whether the last day of a contract has passed; not where its days cannot be right."""
    passed = isinstance(contract.end, date) and contract.end < as_of
    return passed and not backwards(contract.start, contract.end)


def agreement(supplier: Supplier, as_of: date) -> Contract | None:
    """Return the contract or joint arrangement that holds today.

    None where there is none (a legal duty is not agreed on, and a kind alone is no contract), it
    has ended or not begun, or that cannot be told.
    """
    contract = supplier.contract
    if not isinstance(contract, Contract) or contract.kind not in _AGREED or says_nothing(contract):
        return None
    if UNKNOWN in (contract.start, contract.end) or backwards(contract.start, contract.end):
        return None
    begins_later = isinstance(contract.start, date) and contract.start > as_of
    if ended(contract, as_of) or begins_later:
        return None
    return contract


def handles_information(supplier: Supplier) -> bool | None:
    """Whether a supplier processes information of the organisation; None when nobody says so.

    A cloud service does, unless it is said not to.
    """
    if supplier.processes_information is None and supplier.cloud is True:
        return True
    stated = supplier.processes_information
    return stated if isinstance(stated, bool) else None
