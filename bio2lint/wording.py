"""Lists and periods as a sentence needs them, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS = {
    "Y": (Text(nl="jaar", en="year"), Text(nl="jaar", en="years")),
    "M": (Text(nl="maand", en="month"), Text(nl="maanden", en="months")),
    "W": (Text(nl="week", en="week"), Text(nl="weken", en="weeks")),
    "D": (Text(nl="dag", en="day"), Text(nl="dagen", en="days")),
}


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


def duration(text: str) -> Text:
    """Return the period `P6M` as `6 maanden` / `6 months`; the norm's have one unit each."""
    count, unit = text[1:-1], _UNITS[text[-1]][text[1:-1] != "1"]
    return Text(nl=f"{count} {unit.nl}", en=f"{count} {unit.en}")
