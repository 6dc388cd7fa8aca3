"""Edits of scalars and list items in the text of a YAML file: one spelled anew, added or removed.

Every function says None where the text has a form that it does not know well enough to edit.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bio2lint.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    Span = tuple[int, int]

_QUOTES = ("'", '"')
_BLOCK = ("|", ">")
_BLANKS, _BREAKS = " \t", "\r\n"
_REST = re.compile(r"[ \t]*(#[^\r\n]*)?(\r\n|\r|\n|\Z)")
_REST_OF_FLOW = re.compile(r"[ \t]*+(?:,[ \t]*+)?(#[^\r\n]*)?(\r\n|\r|\n|\Z)")
_COMMA = re.compile(r"\s*,[ \t]*")
_ANY_BREAK = re.compile(r"\r\n|\r|\n")
_NO_COMMENT = re.compile(r"[\s,]*")


def respelled(source: str, value: str, wanted: Sequence[str]) -> list[str] | None:
    """Return how `wanted` are written where `source` now spells `value`: quoted if that is.

    `wanted` are as YAML writes them on their own, quotes included where they are needed.
    """
    quote = source[:1]
    if quote in _QUOTES:
        return [quote + one.strip("\"'") + quote for one in wanted]
    if source == value:
        return list(wanted)
    at = source.rfind(value.strip())
    if quote in _BLOCK and at >= 0 and len(wanted) == 1:
        return [source[:at] + wanted[0].strip("\"'") + source[at + len(value.strip()) :]]
    return None


def inserted(text: str, span: Span, items: Sequence[str], *, flow: bool) -> list[Edit] | None:
    """Return the edits that put `items` in the place of the list item at `span`, one after another.

    In a block list each gets a line of its own, indented like the item's.
    """
    start, end = span
    if flow:
        return [Edit(start, end, ", ".join(items))]
    first, *others = items
    own = Edit(start, end, first)
    if not others:
        return [own]
    rest, dash = _REST.match(text, end), _dash_before(text, start)
    if rest is None or dash is None:
        return None
    any_break = _ANY_BREAK.search(text)
    line_break = rest[2] or (any_break[0] if any_break else "\n")
    at = rest.start(2)
    return [own, Edit(at, at, "".join(line_break + dash + other for other in others))]


def removed(text: str, spans: Sequence[Span], *, flow: bool) -> list[list[Edit] | None]:
    """Return for each list item at `spans`, in their order, the edits that take it out.

    A comment beside an item of a block list, or on its line of its own, stays where it is.
    """
    if not flow:
        return [_without_line(text, span) for span in spans]
    result: list[list[Edit] | None] = []
    for run in _runs(text, spans):
        edits = _without_run(text, run[0][0], run[-1][1])
        result += [edits, *([] if edits is not None else None for _ in run[1:])]
    return result


def _back(text: str, at: int, over: str) -> int:
    """Return where the run of characters of `over` that ends at an offset begins."""
    while at > 0 and text[at - 1] in over:
        at -= 1
    return at


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _BREAKS


def _dash_before(text: str, start: int) -> str | None:
    """Return what stands before the block list item at an offset, None if not just its dash."""
    dash = _back(text, start, _BLANKS) - 1
    line = _back(text, dash, _BLANKS) if dash >= 0 and text[dash] == "-" else -1
    return text[line:start] if line >= 0 and _begins_line(text, line) else None


def _without_line(text: str, span: Span) -> list[Edit] | None:
    start, end = span
    rest, dash = _REST.match(text, end), _dash_before(text, start)
    if rest is None or dash is None:
        return None
    if rest[1]:
        return [Edit(start - len(dash.lstrip(_BLANKS)), rest.start(1), "")]
    return [Edit(start - len(dash), rest.end(), "")]


def _runs(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Return the items in groups of those between which there is nothing but commas and space."""
    runs = [[spans[0]]] if spans else []
    for before, after in pairwise(spans):
        if _NO_COMMENT.fullmatch(text, before[1], after[0]):
            runs[-1].append(after)
        else:
            runs.append([after])
    return runs


def _without_run(text: str, start: int, end: int) -> list[Edit] | None:
    """Return the edit that takes items of a flow list out with one comma, and with their lines."""
    line, rest = _back(text, start, _BLANKS), _REST_OF_FLOW.match(text, end)
    if _begins_line(text, line) and rest is not None:
        return [Edit(start, rest.start(1), "") if rest[1] else Edit(line, rest.end(), "")]
    after = _COMMA.match(text, end)
    before = _back(text, start, _BLANKS + _BREAKS) - 1
    if before < 0 or (text[before] not in "[," and not _begins_line(text, line)):
        return None
    if after is not None:
        ends_line = text[after.end() : after.end() + 1] in _BREAKS
        return [Edit(line if ends_line else start, after.end(), "")]
    if text[before] != ",":
        return [Edit(start, end, "")]
    comma = _back(text, before, _BLANKS)
    own_line = _begins_line(text, comma) and rest is not None and not rest[1]
    return [Edit(comma, rest.end() if rest and own_line else end, "")]
