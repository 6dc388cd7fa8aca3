"""What the organisation's risk method makes of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bio2lint.model.parts import Maybe, Scale


def highest(method: Scale) -> tuple[int | Maybe, int | Maybe]:
    """Return the highest likelihood and impact: of the scale, else of the matrix."""
    likelihood, impact, matrix = method.likelihood, method.impact, method.levels
    if isinstance(matrix, tuple) and matrix:
        likelihood = len(matrix) if likelihood is None else likelihood
        impact = len(matrix[0]) if impact is None else impact
    return likelihood, impact


def names(method: Scale) -> list[str]:
    """Return the names of the levels, from low to high as far as the method orders them."""
    levels = method.levels
    if isinstance(levels, dict):
        return sorted(levels, key=levels.__getitem__)
    if isinstance(levels, tuple):
        return list(dict.fromkeys(name for row in levels for name in row))
    return []


def level(method: Scale, likelihood: int, impact: int) -> str | None:
    """Return the level of two scores (from 1), None where the method gives none."""
    levels = method.levels
    if isinstance(levels, dict):
        reached = [
            (lowest, name) for name, lowest in levels.items() if lowest <= likelihood * impact
        ]
        return max(reached)[1] if reached else None
    if isinstance(levels, tuple) and 1 <= likelihood <= len(levels):
        row = levels[likelihood - 1]
        return row[impact - 1] if 1 <= impact <= len(row) else None
    return None
