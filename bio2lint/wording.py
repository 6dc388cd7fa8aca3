"""Lists of words as a sentence needs them, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(items: Sequence[str | Text], most: int = 4) -> Text:
    """Return `a, b en c` / `a, b and c`; of more than `most` items only the first are named."""
    pairs = [Text(item, item) if isinstance(item, str) else item for item in items]
    shown, left = pairs[:most], len(pairs) - most
    if left > 0:
        shown.append(Text(nl=f"nog {left}", en=f"{left} more"))
    return Text(nl=_joined([t.nl for t in shown], "en"), en=_joined([t.en for t in shown], "and"))


def _joined(words: list[str], joint: str) -> str:
    *before, last = words or [""]
    return f"{', '.join(before)} {joint} {last}" if before else last
