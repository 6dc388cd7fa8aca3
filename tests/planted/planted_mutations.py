"""Slips of the pen: every key and value of a document, misspelled, blanked, doubled or removed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMAS = Path(__file__).parents[2] / "schemas"


class Mutation(NamedTuple):
    """One change of one document's text: what was done, to which field, and what came of it."""

    how: str
    field: str
    text: str


class _Field(NamedTuple):
    pointer: tuple[str | int, ...]
    key: Any
    value: Any
    flow: bool


@cache
def words_of(key: str) -> frozenset[str]:
    """Return the words that the schemas let one choose from at a key of that name."""
    found: set[str] = set()
    for path in SCHEMAS.glob("*.schema.json"):
        found |= _enums(json.loads(path.read_text(encoding="utf-8")), key)
    return frozenset(found)


def _enums(schema: Any, key: str) -> set[str]:
    if isinstance(schema, list):
        return {word for item in schema for word in _enums(item, key)}
    if not isinstance(schema, dict):
        return set()
    here = schema.get("properties", {}).get(key)
    found = set(_all_words(here)) if here is not None else set()
    return found | {word for value in schema.values() for word in _enums(value, key)}


def _all_words(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for item in schema:
            yield from _all_words(item)
    elif isinstance(schema, dict):
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
        if isinstance(schema.get("const"), str):
            yield schema["const"]
        for key in ("items", "oneOf", "anyOf", "allOf"):
            yield from _all_words(schema.get(key))


def swapped(word: str) -> str | None:
    """Return a word with two neighbouring letters changed about, None when none differ."""
    middle = len(word) // 2
    for at in sorted(range(len(word) - 1), key=lambda index: abs(index + 1 - middle)):
        if word[at] != word[at + 1] and word[at : at + 2].isalpha():
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return None


def mutations(text: str) -> Iterator[Mutation]:
    """Yield every mutation of every field of a file."""
    for root in yaml.compose_all(text, yaml.SafeLoader):
        for field in _fields(root, ()):
            name = "/".join(map(str, field.pointer))
            for how, start, end, new in _changes(field, text):
                yield Mutation(how, name, text[:start] + new + text[end:])


def _fields(node: Any, pointer: tuple[str | int, ...]) -> Iterator[_Field]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*pointer, key.value)
            if not key.value.startswith("x-"):
                yield _Field(below, key, value, bool(node.flow_style))
                yield from _fields(value, below)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            if isinstance(item, yaml.ScalarNode):
                yield _Field((*pointer, index), None, item, bool(node.flow_style))
            else:
                yield from _fields(item, (*pointer, index))


def _changes(field: _Field, text: str) -> Iterator[tuple[str, int, int, str]]:
    yield from _of_value(field, text)
    if field.key is not None:
        yield from _of_key(field, text)


def _of_key(field: _Field, text: str) -> Iterator[tuple[str, int, int, str]]:
    start, end = field.key.start_mark.index, field.key.end_mark.index
    misspelled = swapped(field.key.value)
    if misspelled is not None and text[start:end] == field.key.value:
        yield "misspell key", start, end, misspelled
    yield "delete key", *_whole(field, text), ""
    end = _end(field.value, text)
    joint = ", " if field.flow else "\n" + " " * int(field.key.start_mark.column)
    yield "double key", start, end, joint.join([text[start:end]] * 2)


def _of_value(field: _Field, text: str) -> Iterator[tuple[str, int, int, str]]:
    value = field.value
    start, end = value.start_mark.index, value.end_mark.index
    tail = "\n" if text[start:end].endswith("\n") else ""
    if isinstance(value, yaml.ScalarNode):
        words = words_of(str(next(s for s in reversed(field.pointer) if isinstance(s, str))))
        misspelled = swapped(value.value)
        if value.value in words and misspelled is not None:
            yield "misspell word", start, end, misspelled
        yield "blank", start, end, tail if field.key is not None else '""'
        if field.key is not None and not value.style:
            yield "scalar to list", start, end, f"[{text[start:end]}]"
    elif isinstance(value, yaml.SequenceNode) and value.flow_style:
        yield "list to scalar", start, end, text[start + 1 : end - 1]


def _end(node: Any, text: str) -> int:
    """Return where a node's text ends: marks of blocks lie at what follows."""
    return len(text[: node.end_mark.index].rstrip())


def _whole(field: _Field, text: str) -> tuple[int, int]:
    """Return from where to where a key and its value stand, with the comma or line they take."""
    start, end = field.key.start_mark.index, _end(field.value, text)
    if field.flow:
        if text[end : end + 1] == ",":
            return start, end + len(text[end:]) - len(text[end + 1 :].lstrip())
        before = text[:start].rstrip()
        return (len(before) - 1 if before.endswith(",") else start), end
    line = text.rfind("\n", 0, start) + 1
    end = text.find("\n", end) + 1
    if not text[line:start].strip():
        return line, end
    # The first key after a dash: the next one takes its place.
    column = int(field.key.start_mark.column)
    return start, end + (column if text[end : end + column] == " " * column else 0)
