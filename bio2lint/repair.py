"""How a scalar's text is to be changed so that it holds what a rule proposes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bio2lint import yamlfile
from bio2lint.finding import Fix
from bio2lint.yamlfile.plain import resolve

if TYPE_CHECKING:
    from bio2lint.document import Document
    from bio2lint.finding import Found

_QUOTES = ("'", '"')
# A block scalar, and what stands for another text.
_NOT_ITS_OWN = ("|", ">", "*")


def fix(one: Found, document: Document) -> Fix | None:
    """Return the change of text that mends what a rule found; None when no single scalar can be.

    That is so when nothing is proposed or stands there, of a part of a scalar, of a text on several
    lines, and in a file that could not be read as a whole.
    """
    whole = one.place.offset is None and one.place.span is None
    if one.replacement is None or not whole or not document.file.readable:
        return None
    place = yamlfile.scalar(document.yaml, one.place.pointer, key=one.place.key)
    if place is None:
        return None
    start, end = place
    source = document.file.text[start:end]
    if source.startswith(_NOT_ITS_OWN) or "\n" in source or "\r" in source:
        return None
    quote = source[0] if source.startswith(_QUOTES) else ""
    text = _spelled(one.replacement, quote) if one.replacement.isprintable() else source
    return Fix(start, end, text, not one.unsafe) if text != source else None


@lru_cache(maxsize=4096)
def _spelled(replacement: str, quote: str) -> str:
    """Return a replacement with the kind of quotes that stood there; without, if they can be."""
    value = _value(f"v: {replacement}")
    if not isinstance(value, str):
        return replacement
    if quote == "'":
        return "'" + value.replace("'", "''") + "'"
    if not quote and _is_plain(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain(value: str) -> bool:
    """Whether a text means the same without quotes, wherever it stands and to every tool."""
    alone, listed = _value(f"v: {value}"), _value(f"v: [{value}]")
    return resolve(value) == (value, False) and alone == value and listed == [value]


def _value(text: str) -> Any:
    return (yamlfile.read(text.encode()).documents[0].data or {}).get("v")
