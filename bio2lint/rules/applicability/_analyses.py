"""Whether an analysis can carry the decision on an exception: for VVT001."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Text
from bio2lint.model import Paper, Risk
from bio2lint.model.parts import decided_on

if TYPE_CHECKING:
    from bio2lint.model.parts import MaybeDate
    from bio2lint.repository import Repository

_CLOSED = Text(
    nl="Dit risico is gesloten en onderbouwt deze uitzondering niet meer.",
    en="This risk is closed and no longer supports this exception.",
)


def unfit(repository: Repository, name: str, decided: MaybeDate) -> Text | None:
    """Return why an analysis does not support a decision of that day; None when it may do so."""
    risk = repository.find(name, Risk)
    if risk is not None:
        return _CLOSED if risk.status == "closed" else None
    paper = repository.find(name, Paper)
    made = decided_on(paper.approved) if paper is not None else None
    if not isinstance(decided, date) or not isinstance(made, date):
        return None
    if not decided < made <= repository.as_of:
        return None
    return Text(
        nl=f"Deze analyse is van {made}, na het besluit van {decided}; zij kan het niet "
        "onderbouwen.",
        en=f"This analysis is of {made}, after the decision of {decided}; it cannot support it.",
    )
