"""Comments that silence findings, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint.review import events, table, walk
from bio2lint.review.change import Change
from bio2lint.review.walk import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.review.sides import Pair, Part
    from bio2lint.suppression import Suppression


class _Silence(NamedTuple):
    """One code that a comment silences, the text of the line that it speaks of, and until when."""

    code: str
    line: str
    until: date


def changes(pair: Pair) -> Iterator[Change]:
    """Yield each comment that silences a finding and came, went, moved or ends on another day.

    Of a document that went nothing is told; a comment without an end or a code silences nothing.
    """
    if pair.new is None:
        return
    olds, news = _silences(pair.old), _silences(pair.new)
    for old, new in walk.match(olds, news, tuple, _all_but_end, _code):
        was = None if old is None else olds[old]
        one = None if new is None else news[new]
        if was != one:
            yield _change(pair, was, one)


def _all_but_end(one: _Silence) -> object:
    return one.code, one.line


def _code(one: _Silence) -> object:
    return one.code


def _silences(part: Part | None) -> list[_Silence]:
    if part is None:
        return []
    return [
        _Silence(code, _line(part, one), one.until)
        for one in part.document.suppressions
        if one.until is not None and one.reason
        for code in one.codes
    ]


def _line(part: Part, one: Suppression) -> str:
    file = part.document.file
    starts = file.line_starts()
    end = starts[one.line] if one.line < len(starts) else None
    return file.text[starts[one.line - 1] : end].partition("#")[0].strip()


def _change(pair: Pair, old: _Silence | None, new: _Silence | None) -> Change:
    entry = table.load().comment
    was, becomes = (None if one is None else one.until.isoformat() for one in (old, new))
    event = events.simple(Difference(entry, (), "", (), was, becomes))
    direction, why = entry.events[event]
    part = pair.new
    assert part is not None  # noqa: S101 (of what went nothing is told)
    one = new or old
    return Change(
        document=part.side.id,
        kind=part.side.kind,
        path=part.side.path,
        pointer="",
        field=f"# bio2lint: ignore[{one.code if one else ''}]",
        before=was,
        after=becomes,
        direction=direction,
        why=why,
        old=pair.old.side if pair.old else None,
        new=part.side,
    )
