"""Edits of a file's text that leave every other byte as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Edit(NamedTuple):
    """Put `text` in the place of what stands from `start` to `end` (exclusive).

    Offsets count code points of a file's text without its byte order mark, as `YamlFile.text` has
    it. With `start` equal to `end` it inserts.
    """

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text after edits, in whatever order they are given; an equal one counts once.

    ValueError when two of them are about the same characters, insert at the same place, or when one
    lies outside the text.
    """
    pieces: list[str] = []
    done, last = 0, Edit(-1, -1, "")
    for edit in sorted(set(edits)):
        if not done <= edit.start <= edit.end <= len(text) or edit[:2] == last[:2]:
            message = f"edits overlap or lie outside the text: {edit.start}-{edit.end}"
            raise ValueError(message)
        pieces += (text[done : edit.start], edit.text)
        done, last = edit.end, edit
    return "".join((*pieces, text[done:]))


def encode(original: bytes, text: str) -> bytes:
    """Return the text as UTF-8, with a byte order mark where the original bytes have one."""
    mark = _BYTE_ORDER_MARK if original.startswith(_BYTE_ORDER_MARK) else b""
    return mark + text.encode()
