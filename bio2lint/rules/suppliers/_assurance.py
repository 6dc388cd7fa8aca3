"""How long assurance about a supplier holds, and when a first report is due: for SUP004."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Text
from bio2lint.model.parts import Span, backwards
from bio2lint.period import Period
from bio2lint.rules import Option

if TYPE_CHECKING:
    from bio2lint.model import Supplier
    from bio2lint.model.parts import Assurance, Contract

GRACE = Option(
    "grace",
    "period",
    Period(6, 0, "P6M"),
    Text(
        nl="Hoelang na de termijn een nieuw rapport mag uitblijven: rapporten verschijnen "
        "maanden na hun periode, en een overbruggingsbrief dekt die tijd.",
        en="How long after the term a new report may take: reports appear months after "
        "their period, and a bridge letter covers that time.",
    ),
)


class Terms(NamedTuple):
    """Within what time the norm wants a new report, and how long that may take to appear."""

    term: Period
    grace: Period

    def end(self, day: date) -> date:
        """Return the last day on which what was shown up to `day` holds."""
        return self.grace.after(self.term.after(day))


def is_due(supplier: Supplier, contract: Contract, terms: Terms, as_of: date) -> bool:
    """Whether a contract has promised yearly proof for longer than a first report takes.

    Without that clause, its absence is what is wrong.
    """
    promised = isinstance(supplier.clauses, dict) and supplier.clauses.get("yearly_proof") is True
    new = isinstance(contract.start, date) and terms.end(contract.start) >= as_of
    return promised and not new


def last_day(assurance: Assurance) -> date | None:
    """Return the last day that a report is about; None where that cannot be told."""
    if not isinstance(assurance.period, Span):
        return None
    start, until = assurance.period
    return until if isinstance(until, date) and not backwards(start, until) else None
