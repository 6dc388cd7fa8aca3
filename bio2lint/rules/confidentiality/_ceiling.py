"""The highest classification of what may be kept in the administration, if one is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Text
from bio2lint.rules import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVELS = ("public", "internal", "confidential", "secret")
"""The classifications of evidence, from low to high."""

OPTION = Option(
    "ceiling",
    "texts",
    (),
    Text(
        nl="De hoogste classificatie die hier mag staan: public, internal, confidential of secret.",
        en="The highest classification that may be kept here: public, internal, confidential or "
        "secret.",
    ),
)


def above(stated: Sequence[str]) -> tuple[str, ...]:
    """Return the classifications above the highest that may be kept; none without a ceiling."""
    named = [LEVELS.index(word) for word in stated if word in LEVELS]
    return LEVELS[max(named) + 1 :] if named else ()
