"""What a text looks like at a glance, and what stands before a place in it."""

from __future__ import annotations

from functools import lru_cache

_FAR = 80


def _sort(byte: int) -> int:
    character = chr(byte)
    if byte < 128:  # noqa: PLR2004 (ASCII)
        return ord("0" if character.isdigit() else "A" if character.isupper() else character)
    return ord("~")


_SORTS = bytes(map(_sort, range(256)))


@lru_cache(maxsize=2)
def outline(text: str) -> bytes:
    """Return a text in which every digit is 0 and every capital A: what to look for at a glance."""
    return text.encode("utf-8", "replace").translate(_SORTS)


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """Return a text in small letters, of the same length: İ is the one whose small form is longer.

    Several rules in turn look at the same text.
    """
    return text.replace("\u0130", "i").lower()


def before(text: str, at: int, far: int = _FAR) -> str:
    """Return what stands before a place on its line, in small letters; no more than `far`."""
    start = max(text.rfind("\n", max(0, at - far), at) + 1, at - far, 0)
    return text[start:at].lower()
