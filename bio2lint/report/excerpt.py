"""One line of a file as a report shows it: cut around the part that a finding is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.report.layout import columns
from bio2lint.report.safe import in_command, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.finding import Region

_TAB = "    "


def excerpt(source: str, region: Region, room: int) -> tuple[str, str, str]:
    """Return what is shown before, of and after a region of its first line, in `room` columns.

    Tabs become spaces and unseen characters escapes; `…` stands for what does not fit. Of a region
    that goes on below, the rest of the line is marked.
    """
    start = region.column - 1
    end = len(source) if region.end_line > region.line else max(start, region.end_column - 1)
    # A line can be a whole file: nothing beyond `room` on either side can come into view.
    before = _cells(source, start - room, start)
    marked = _cells(source, start, min(end, start + room))
    after = _cells(source, end, end + room)
    if start <= room and len(source) <= end + room and _size(before + marked + after) <= room:
        return "".join(before), "".join(marked), "".join(after)
    return _cut(before, marked, after, (start > room, end - start > room), room)


def _cut(
    before: list[str], marked: list[str], after: list[str], missing: tuple[bool, bool], room: int
) -> tuple[str, str, str]:
    """Fit the three parts; `missing` says whether something before or of the mark is gone yet."""
    context = min(_size(before), room // 3)
    shown = _fitting(marked, room - 2)
    whole = len(shown) == len(marked) and not missing[1]
    if not whole:
        shown = _fitting(marked, room - 2 - context)
    left = room - 2 - _size(shown)
    # The key that begins a line says most: all of it when it fits, else a third for what precedes.
    wanted = _size(before)
    kept = wanted if not missing[0] and wanted <= left else min(left, context)
    follows = _fitting(after, left - kept) if whole else []
    precedes = _fitting(reversed(before), left - _size(follows))[::-1]
    head = "…" if missing[0] or len(precedes) < len(before) else ""
    tail = "…" if not whole or len(follows) < len(after) else ""
    return head + "".join(precedes), "".join(shown), "".join(follows) + tail


def _cells(source: str, start: int, end: int) -> list[str]:
    return [_cell(source, at) for at in range(max(0, start), min(end, len(source)))]


def _cell(source: str, at: int) -> str:
    character = source[at]
    if character == "\t":
        return _TAB
    return r"\x23" if character == "#" and in_command(source, at) else visible(character)


def _size(cells: list[str]) -> int:
    return columns("".join(cells))


def _fitting(cells: Iterable[str], room: int) -> list[str]:
    fitting = []
    for cell in cells:
        room -= columns(cell)
        if room < 0:
            break
        fitting.append(cell)
    return fitting
