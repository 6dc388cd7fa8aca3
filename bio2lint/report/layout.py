"""Text in columns: how wide it is, and how it is wrapped, indented and coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BOLD = "1"


def columns(text: str) -> int:
    """Return how many columns visible text takes: a wide character two, a combining one none."""
    return len(text) + (0 if text.isascii() else sum(_extra(c) for c in text if c > "\x7f"))


def _extra(character: str) -> int:
    from unicodedata import category, east_asian_width

    if category(character) in ("Mn", "Me"):
        return -1
    return 1 if east_asian_width(character) in ("W", "F") else 0


def wrap(text: str, room: int) -> list[str]:
    """Return `text` in lines of at most `room` columns; only a longer word is broken."""
    lines, line, used = [], "", 0
    for word in text.split(" "):
        for piece in _pieces(word, room):
            size = columns(piece)
            if line and used + 1 + size > room:
                lines.append(line)
                line, used = piece, size
            else:
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    return [*lines, line]


def _pieces(word: str, room: int) -> Iterator[str]:
    start, used = 0, 0
    if columns(word) > room:
        for index, character in enumerate(word):
            size = columns(character)
            if used + size > room:
                yield word[start:index]
                start, used = index, 0
            used += size
    yield word[start:]


def hanging(label: str, text: str, width: int) -> list[str]:
    """Return `label` followed by `text`, wrapped to `width` under the text's first word."""
    indent = columns(label)
    first, *rest = wrap(text, max(1, width - indent))
    return [label + first, *(" " * indent + line for line in rest)]


def paint(text: str, style: str, *, color: bool) -> str:
    """Return `text` in an ANSI style (`1;31`), or as it is when there is no colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if color and text else text
