"""What `bio2lint explain` tells: of a rule, or of a number of the norm, as sections to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bio2lint.finding import Text


class Section(NamedTuple):
    """A part of an explanation: paragraphs, then a list, then files by path."""

    head: Text
    paragraphs: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    files: tuple[tuple[str, str], ...] = ()


class Explanation(NamedTuple):
    """A whole explanation: what it is about, what it is in short, and its sections."""

    title: Text
    summary: Text
    sections: tuple[Section, ...]
    url: str | None = None
