"""Comments that silence findings, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint.review import events, table, walk
from bio2lint.review.change import Change
from bio2lint.review.walk import Difference

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

    from bio2lint.review.sides import Pair, Part
    from bio2lint.suppression import Suppression

_ANOTHER = "replaced"
"""What happens to a comment that now silences another finding, as the table calls it."""


class _Silence(NamedTuple):
    """One code that a comment silences, the line that it speaks of with its number, until when."""

    code: str
    line: str
    until: date
    number: int


def changes(pair: Pair, anew: Container[tuple[str, int, str]]) -> Iterator[Change]:
    """Yield each comment that silences a finding and came, went, moved or ends on another day.

    `anew` is where comments silence findings that were not there before, by path, line and code: a
    comment that does so is told though it stayed the same. Of a document that went nothing is told;
    a comment without an end or a code silences nothing.
    """
    if pair.new is None:
        return
    olds, news = _silences(pair.old), _silences(pair.new)
    for old, new in walk.match(olds, news, _all, _all_but_end, _code):
        was = None if old is None else olds[old]
        one = None if new is None else news[new]
        if was and one and (pair.new.side.path, one.number, one.code) in anew:
            yield _change(pair, was, one, _ANOTHER)
        elif was is None or one is None or _all(was) != _all(one):
            yield _change(pair, was, one)


def _all(one: _Silence) -> object:
    return one.code, one.line, one.until


def _all_but_end(one: _Silence) -> object:
    return one.code, one.line


def _code(one: _Silence) -> object:
    return one.code


def _silences(part: Part | None) -> list[_Silence]:
    if part is None:
        return []
    return [
        _Silence(code, _line(part, one), one.until, one.line)
        for one in part.document.suppressions
        if one.until is not None and one.reason
        for code in one.codes
    ]


def _line(part: Part, one: Suppression) -> str:
    file = part.document.file
    starts = file.line_starts()
    end = starts[one.line] if one.line < len(starts) else None
    return file.text[starts[one.line - 1] : end].partition("#")[0].strip()


def _change(
    pair: Pair, old: _Silence | None, new: _Silence | None, event: str | None = None
) -> Change:
    entry = table.load().comment
    was, becomes = (None if one is None else one.until.isoformat() for one in (old, new))
    event = event or events.simple(Difference(entry, (), "", (), was, becomes))
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
