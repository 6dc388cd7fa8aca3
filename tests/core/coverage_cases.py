"""What tests of coverage share: the statuses that documents without YAML give."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from core_cases import control, exemption
from support import edition

from bio2lint import coverage

if TYPE_CHECKING:
    from bio2lint.coverage import Coverage
    from bio2lint.model import Control, Exemption

AS_OF = date(2026, 11, 23)
NORM = edition("1.3")
OF_5_17 = ["5.17.01", "5.17.02", "5.17.03"]


def covered(*documents: Control | Exemption, known: bool = True) -> dict[str, Coverage]:
    return coverage.of_all(
        NORM,
        [one for one in documents if one.kind == "control"],  # type: ignore[misc] # told by kind
        [one for one in documents if one.kind == "exception"],  # type: ignore[misc]
        AS_OF,
        everything_known=known,
    )


def status(number: str, *documents: Control | Exemption, known: bool = True) -> str:
    return covered(*documents, known=known)[number].status


def of_control(*statuses: str) -> list[Control | Exemption]:
    """Return documents that give the measures of 5.17 these statuses, in turn."""
    made: list[Control | Exemption] = []
    for number, wanted in zip(OF_5_17, statuses, strict=True):
        if wanted == "deviating":
            made.append(exemption([number], "deviation"))
        elif wanted == "not-applicable":
            made.append(exemption([number]))
        elif wanted != "missing":
            made.append(control([number], 7.5 if wanted == "unknown" else wanted))
    return made
