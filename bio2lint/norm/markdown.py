"""Part 2 of the norm as Markdown: which numbers it holds, where, and what it says of each.

The layout of the official text has changed more than once: numbers stand in headings of any
level, in bold, in the first cell of a table or at the start of a line, with or without leading
zeros, and with the text beside or below them. The layout in which most numbers stand is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from bio2lint import numbers

HEADING, BOLD, TABLE, PLAIN = "heading", "bold", "table", "plain"
_LAYOUTS = (HEADING, BOLD, TABLE, PLAIN)

# Lengths are bounded, so that no line, however long, is read twice over.
_START = re.compile(
    r"[ \t]{0,8}(?P<mark>#{1,6}|\||[-*+](?=[ \t]))?[ \t]{0,8}(?P<bold>\*\*|__)?[ \t]{0,8}"
    r"(?:(?:overheids)?maatregel[ \t]{1,8})?(?P<number>[0-9][0-9.]{3,20})(?P<rest>.*)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]|[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$")
_QUOTED = re.compile(r"[ \t]{0,8}>")
_MENTION = re.compile(r"(?<![0-9.])[0-9][.][0-9]{1,2}[.][0-9]{1,2}(?![.]?[0-9])")
_MARKUP = re.compile(r"<[^<>]{0,80}>|\*\*|__|~~|`|\]\([^()\s]{0,300}\)")
_HYGIENE = re.compile("draagt bij aan", re.IGNORECASE)
_DOTS = 2
_THEMES = ("5.", "6.", "7.", "8.")


class Line(NamedTuple):
    """A line of text that belongs to a number, without markup; `line` is 1-based."""

    line: int
    text: str


class Section:
    """A number with the text that belongs to it.

    `number` is canonical, `spelled` as it stands; `parts` are what stands apart: the text beside
    the number and that below it, or the cells of a row.
    """

    def __init__(self, number: str, spelled: str, line: int) -> None:
        self.number = number
        self.spelled = spelled
        self.line = line
        self.beside: list[Line] = []
        self.below: list[Line] = []

    @property
    def parts(self) -> tuple[str, ...]:
        """Return each text that stands apart and is not empty."""
        below = " ".join(line.text for line in self.below)
        return tuple(text for text in (*(line.text for line in self.beside), below) if text)

    @cached_property
    def text(self) -> str:
        """Return the whole text on one line."""
        return " ".join(line.text for line in (*self.beside, *self.below))

    def line_of(self, offset: int) -> int:
        """Return the line of the file in which a place of `text` stands."""
        lines = (*self.beside, *self.below)
        starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
        at = min(bisect_right(starts, offset), len(lines)) - 1
        return lines[at].line if lines else self.line


class Reading(NamedTuple):
    """What a file holds: its numbers in the order of the file.

    `malformed` are lines that begin as a number does and hold none; `mentions` tells where each
    number is first named in any way.
    """

    sections: tuple[Section, ...]
    malformed: tuple[Line, ...]
    mentions: dict[str, int]


class _Start(NamedTuple):
    layout: str
    spelled: str
    rest: str

    @property
    def number(self) -> str | None:
        found = numbers.canonical(self.spelled) or ""
        return found if found.startswith(_THEMES) else None


def read(text: str) -> Reading:
    """Return the numbers that a text holds, in the layout that holds most of them."""
    lines = re.split(r"\r\n|\r|\n", text)
    starts = [_start(line) for line in lines]
    layout = _layout(starts)
    sections: list[Section] = []
    malformed: list[Line] = []
    current: Section | None = None
    for position, (line, start) in enumerate(zip(lines, starts, strict=True), start=1):
        if start is not None and start.layout == layout:
            current = None
            if start.number is None:
                malformed.append(Line(position, start.spelled))
                continue
            section = _opened(start, position)
            sections.append(section)
            current = None if layout == TABLE else section
        elif _HEADING.match(line):
            current = None
        elif current is not None and not _QUOTED.match(line) and (words := _bare(line)):
            current.below.append(Line(position, words))
    return Reading(tuple(sections), tuple(malformed), _mentions(lines))


def _start(line: str) -> _Start | None:
    """Return what a line begins with if that is three numbers with dots, or more."""
    match = _START.match(line)
    if match is None:
        return None
    spelled, rest = match["number"].rstrip("."), match["rest"]
    if spelled.count(".") < _DOTS:
        return None
    mark = match["mark"] or ""
    if mark.startswith("#"):
        layout = HEADING
    elif mark == "|" or rest.lstrip("*_ \t").startswith("|"):
        layout = TABLE
    else:
        layout = BOLD if match["bold"] else PLAIN
    return _Start(layout, spelled, rest)


def _layout(starts: list[_Start | None]) -> str:
    held = Counter(start.layout for start in starts if start is not None and start.number)
    return max(_LAYOUTS, key=lambda layout: held[layout])


def _opened(start: _Start, position: int) -> Section:
    section = Section(start.number or "", start.spelled, position)
    texts = start.rest.split("|") if start.layout == TABLE else [start.rest]
    section.beside = [
        Line(position, words) for text in texts if (words := _bare(text).lstrip(":.—–- "))
    ]
    return section


def _bare(text: str) -> str:
    """Return a line without markup, and without what the measure contributes to."""
    words = " ".join(_MARKUP.sub(" ", text).split())
    return _HYGIENE.split(words, maxsplit=1)[0].rstrip()


def _mentions(lines: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for position, line in enumerate(lines, start=1):
        for match in _MENTION.finditer(line):
            number = numbers.canonical(match[0])
            if number is not None:
                found.setdefault(number, position)
    return found
