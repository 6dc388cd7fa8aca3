"""Which roles the organisation has mandated to accept risks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.model.fields import complete, known
from bio2lint.model.parts import Scale
from bio2lint.rules.risk import _method

if TYPE_CHECKING:
    from bio2lint.model import Organisation
    from bio2lint.model.parts import Mandate


def understood(organisation: Organisation) -> bool:
    """Whether it is known of every mandate for which level it is and who holds it."""
    return complete(organisation.mandates) and all(
        isinstance(mandate.level, str) and complete(mandate.roles)
        for mandate in known(organisation.mandates)
    )


def levels(organisation: Organisation) -> list[str]:
    """Return the levels of risk from low to high, none where the method names none."""
    scale = organisation.scale
    return _method.names(scale) if isinstance(scale, Scale) else []


def in_force(mandate: Mandate, day: date) -> bool:
    """Whether a mandate has not ended by a day."""
    return not (isinstance(mandate.until, date) and mandate.until < day)


def acting_for_board(organisation: Organisation, day: date) -> set[str]:
    """Return who holds a mandate with a reference for the highest level, or for no level of risk.

    Whoever may accept the gravest risks, or decide on policy, does so in the name of the board.
    """
    lower = levels(organisation)[:-1]
    return {
        role
        for mandate in known(organisation.mandates)
        if mandate.ref is not None and mandate.level not in lower and in_force(mandate, day)
        for role in known(mandate.roles)
    }
