"""One change of one setting, and what the table says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import json_pointer
from bio2lint.review import table
from bio2lint.review.change import NEUTRAL, Change
from bio2lint.settings import FILE

if TYPE_CHECKING:
    from bio2lint.finding import Pointer
    from bio2lint.review.table import Verdict


def change(pointer: Pointer, before: Any, after: Any, verdict: Verdict, field: str = "") -> Change:
    """Return a change of the settings."""
    return Change(
        document=None,
        kind=None,
        path=FILE,
        pointer=json_pointer(pointer),
        field=field or ".".join(map(str, pointer)),
        before=before,
        after=after,
        direction=verdict.direction,
        why=verdict.why,
    )


def verdict(key: str, event: str) -> Verdict:
    """Return what the table says of an event for a key of the settings."""
    said = table.load()
    found = said.settings.fields[key].events.get(event)
    return found or said.verdict(f"{NEUTRAL} neutral")
