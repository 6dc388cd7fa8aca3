"""The data of ordinary YAML alone, without positions: what nearly all files are, and read fast.

Ordinary is what needs no explanation: mappings of plain and quoted scalars and lists, without
anchors, tags, escapes, equal keys, faults, or scalars that YAML tools disagree about. Of such a
file positions are only read (by ``yamlbuild``) once somebody asks for them.
"""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs do not export it
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from bio2lint.yamlbuild import MAX_DEPTH
from bio2lint.yamlplain import NUMERIC, WORDS, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

_EXTRAORDINARY = ("&", "!", "\\", "<<", "\x85", "\u2028", "\u2029")
_ITEM = object()
"""In place of a key, where a list goes on."""


class Ordinary(NamedTuple):
    """One document: offsets of its marker (or 0) and of its content, in code points; its data."""

    start: int
    content: int
    data: dict[str, Any]


def read(text: str) -> list[Ordinary]:
    """Return the documents of a text; none when anything in it is out of the ordinary."""
    if any(sign in text for sign in _EXTRAORDINARY):
        return []
    next_event: Callable[[], Any] = CParser(text).get_event
    found: list[Ordinary] = []
    try:
        next_event()
        opening: Any
        while (opening := next_event()).__class__ is not StreamEndEvent:
            content = next_event()
            begin = content.start_mark.index
            data = _mapping(next_event) if content.__class__ is MappingStartEvent else None
            if data is None:
                return []
            found.append(Ordinary(opening.start_mark.index if found else 0, begin, data))
            if next_event().explicit:
                return []
    except YAMLError:
        return []
    return found


def _mapping(next_event: Callable[[], Any]) -> Any:  # noqa: C901, PLR0912 -- the hot loop
    """Return the mapping that has just begun, whole; None if it is out of the ordinary."""
    # One loop over all levels: with a call for each value, reading takes a quarter more time.
    outermost: dict[str, Any] = {}
    data: Any = outermost
    key: Any = None  # None where a key is due
    stack: list[Any] = []
    while True:
        event = next_event()
        kind = event.__class__
        if kind is ScalarEvent:
            value = event.value
            if key is None:
                if value in data:
                    return None
                key = intern(value)
                continue
            if not event.style and (value in WORDS or value[:1] in NUMERIC):
                value, doubtful = resolve(value)
                if doubtful:
                    return None
            if key is _ITEM:
                data.append(value)
            else:
                data[key] = value
                key = None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not stack:
                return outermost
            data = stack.pop()
            key = None if data.__class__ is dict else _ITEM
        elif kind is AliasEvent or key is None or len(stack) + 2 > MAX_DEPTH:
            return None
        else:
            inner: Any = {} if kind is MappingStartEvent else []
            if key is _ITEM:
                data.append(inner)
            else:
                data[key] = inner
            stack.append(data)
            data = inner
            key = None if kind is MappingStartEvent else _ITEM
