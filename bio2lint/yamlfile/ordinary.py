"""The data of ordinary YAML alone, without positions: what nearly all files are, and read fast.

Ordinary is what leaves no doubt: keys with values that stand on one line or in a folded or literal
block, in mappings and lists that are indented or within brackets. Whatever else a file has (a value
over several lines, an escape, an anchor, a tag, a comment after a value, equal keys, a scalar that
YAML tools disagree about, any fault) makes it out of the ordinary, and libyaml reads it. Of an
ordinary file positions are only read, by libyaml as well, once somebody asks for them.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any, NamedTuple

from bio2lint.yamlfile.plain import NUMERIC, WORDS, resolve

_EXTRAORDINARY = ("\t", "\r", "\x85", "\u2028", "\u2029", "\ufeff")
_EXTRAORDINARY_ASCII = _EXTRAORDINARY[:2]
_MARKER = re.compile(r"^---(?:\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"( *)([A-Za-z_][\w-]{0,99}+):(?: ++(.*))?", re.ASCII)
_ITEM = re.compile(r"( *)- ++(?=.)")
_IGNORED = re.compile(r" *+(?:#.*)?")
# A flow scalar: quoted without escapes, or plain without any sign that may have a meaning.
_PLAIN = r"[^\s,\[\]{}:?#]++"
_SCALAR = rf"""(?:"([^"\\]*+)"|'([^']*+)'|(?=[\w/(.])({_PLAIN}(?:(?:\#|\ ++){_PLAIN})*+))"""
_IN_LIST = re.compile(rf" *+{_SCALAR} *+([,\]])")
_IN_MAPPING = re.compile(rf" *+([A-Za-z_][\w-]{{0,99}}+): ++(?:{_SCALAR} *+([,}}])|(?=[\[{{]))")
_SIGN = re.compile(r" *+([\[\]{},])")
_WORD = r"[A-Za-z_/][\w./#-]*+"
_WORDS_ALONE = re.compile(rf"\[{_WORD}(?:, {_WORD})*+\]", re.ASCII)
_PAIR = r"[A-Za-z_][\w-]{0,99}+: [\w/][\w./#-]*+"
_PAIRS_ALONE = re.compile(rf"\{{{_PAIR}(?:, {_PAIR})*+\}}", re.ASCII)
_MAX_INDENT = 60
_MAX_NESTING = 20


class Ordinary(NamedTuple):
    """One document: offsets of its marker (or 0) and of its content, in code points; its data."""

    start: int
    content: int
    data: dict[str, Any]


class _Extraordinary(Exception):  # noqa: N818 -- no error: somebody else is to read this file
    """The file has something that is not ordinary."""


def read(text: str) -> list[Ordinary]:
    """Return the documents of a text; none when anything in it is out of the ordinary."""
    signs = _EXTRAORDINARY_ASCII if text.isascii() else _EXTRAORDINARY
    if any(sign in text for sign in signs):
        return []
    try:
        return [_document(text, start, begin, end) for start, begin, end in _shares(text)]
    except _Extraordinary:
        return []


def _shares(text: str) -> list[tuple[int, int, int]]:
    """Return where each document's marker stands, where its text begins, and where it ends."""
    markers = [found.span() for found in _MARKER.finditer(text)] if "---" in text else []
    if not markers or _has_content(text[: markers[0][0]]):
        markers.insert(0, (0, 0))
    else:
        markers[0] = 0, markers[0][1]
    ends = [start for start, _ in markers[1:]] + [len(text)]
    return [(*marker, end) for marker, end in zip(markers, ends, strict=True)]


def _has_content(text: str) -> bool:
    return not all(map(_IGNORED.fullmatch, text.split("\n")))


def _document(text: str, start: int, begin: int, end: int) -> Ordinary:
    lines = text[begin:end].split("\n")
    first = 0
    while first < len(lines) and _IGNORED.fullmatch(lines[first]):
        first += 1
    content = begin + sum(len(line) + 1 for line in lines[:first])
    data, at = _mapping(lines, first, 0)
    if not data or at < len(lines):
        raise _Extraordinary
    return Ordinary(start, content, data)


def _mapping(lines: list[str], at: int, indent: int) -> tuple[dict[str, Any], int]:
    """Return the mapping whose keys are indented so far, and the line after it."""
    data: dict[str, Any] = {}
    while at < len(lines):
        found = _KEY.fullmatch(lines[at])
        if found is None:
            if _IGNORED.fullmatch(lines[at]):
                at += 1
                continue
            if _indent(lines[at]) < indent:
                break
            raise _Extraordinary
        spaces, key, value = found.groups()
        if len(spaces) != indent:
            if len(spaces) < indent:
                break
            raise _Extraordinary
        if key in data:
            raise _Extraordinary
        at += 1
        if value:
            data[intern(key)], at = _value(value, lines, at, indent)
        else:
            data[intern(key)], at = _below(lines, at, indent)
    return data, at


def _below(lines: list[str], at: int, indent: int) -> tuple[Any, int]:
    """Return the mapping or list that stands below its key, and the line after it."""
    while at < len(lines) and _IGNORED.fullmatch(lines[at]):
        at += 1
    line = lines[at] if at < len(lines) else ""
    inner = _indent(line)
    is_list = _ITEM.match(line) is not None
    if inner > _MAX_INDENT or (inner < indent if is_list else inner <= indent):
        raise _Extraordinary
    return _list(lines, at, inner) if is_list else _mapping(lines, at, inner)


def _list(lines: list[str], at: int, indent: int) -> tuple[list[Any], int]:
    """Return the list whose dashes are indented so far, and the line after it."""
    items: list[Any] = []
    while at < len(lines):
        line = lines[at]
        found = _ITEM.match(line)
        if found is None or found.end(1) != indent:
            if _IGNORED.fullmatch(line):
                at += 1
                continue
            if _indent(line) > indent:
                raise _Extraordinary
            break
        if found.end() > _MAX_INDENT:
            raise _Extraordinary
        value = line[found.end() :]
        if _KEY.fullmatch(value):
            # The mapping's other keys are indented as if there were no dash.
            lines[at] = " " * found.end() + value
            item: Any
            item, at = _mapping(lines, at, found.end())
        else:
            item, at = _value(value, lines, at + 1, indent)
        items.append(item)
    return items, at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _value(value: str, lines: list[str], at: int, indent: int) -> tuple[Any, int]:
    """Return a value that begins after its key or dash, and the line after it."""
    sign = value[0]
    if sign.isalnum() or sign in "_/(.":
        if ": " in value or " #" in value or value[-1] in " :":
            raise _Extraordinary
        return _plain(value), at
    if sign in "[{":
        return _flow(value), at
    if sign in "|>":
        return _block(value, lines, at, indent)
    inside = value[1:-1]
    if sign not in "\"'" or value != sign + inside + sign or sign in inside or "\\" in inside:
        raise _Extraordinary
    return inside, at


def _plain(value: str) -> str | int | bool | None:
    if value in WORDS or value[0] in NUMERIC:
        resolved, doubtful = resolve(value)
        if doubtful:
            raise _Extraordinary
        return resolved
    return value


def _block(header: str, lines: list[str], at: int, indent: int) -> tuple[str, int]:
    """Return a folded or literal scalar of even indentation, and the line after it."""
    inner = _indent(lines[at]) if at < len(lines) else 0
    if header not in (">", ">-", "|", "|-") or inner <= indent or not lines[at].strip(" "):
        raise _Extraordinary
    found: list[str] = []
    while at < len(lines) and (not lines[at] or _indent(lines[at]) >= inner):
        found.append(lines[at][inner:])
        at += 1
    if lines[at - 1] if at == len(lines) else _indent(lines[at]) > indent:
        raise _Extraordinary  # a last line without its break, or one that belongs nowhere
    content = "\n".join(found).rstrip("\n")
    if header[0] == ">":
        # Lines that are indented further are not folded; nor is it agreed what spaces do.
        if "\n " in content or " \n" in content:
            raise _Extraordinary
        content = re.sub("\n+", _folded, content)
    return content if header.endswith("-") else f"{content}\n", at


def _folded(found: re.Match[str]) -> str:
    return found[0][1:] or " "


def _flow(text: str) -> Any:
    """Return the list or mapping in brackets that a text is."""
    # Most lists are of ids, and most mappings of dates, periods and ids.
    if text[0] == "[" and _WORDS_ALONE.fullmatch(text):
        items = text[1:-1].split(", ")
        if WORDS.isdisjoint(items):
            return items
    elif _PAIRS_ALONE.fullmatch(text):
        pairs = [pair.partition(": ") for pair in text[1:-1].split(", ")]
        data = {intern(key): _plain(value) for key, _, value in pairs}
        if len(data) == len(pairs):
            return data
    value, at = _bracketed(text, 0, 0)
    if at != len(text):
        raise _Extraordinary
    return value


def _bracketed(text: str, at: int, depth: int) -> tuple[Any, int]:
    """Return the list or mapping whose bracket stands at an offset, and where it ends."""
    if depth > _MAX_NESTING:
        raise _Extraordinary
    closing = "]" if text[at] == "[" else "}"
    at += 1
    if (empty := _SIGN.match(text, at)) and empty[1] == closing:
        return [] if closing == "]" else {}, empty.end()
    return (_flow_list if closing == "]" else _flow_mapping)(text, at, depth)


def _flow_list(text: str, at: int, depth: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    separator = ","
    while separator == ",":
        if found := _IN_LIST.match(text, at):
            double, single, plain, separator = found.groups()
            items.append(_plain(plain) if plain else double if single is None else single)
            at = found.end()
        else:
            item, at, separator = _nested(text, at, depth, "]")
            items.append(item)
    return items, at


def _flow_mapping(text: str, at: int, depth: int) -> tuple[dict[str, Any], int]:
    data: dict[str, Any] = {}
    separator = ","
    while separator == ",":
        found = _IN_MAPPING.match(text, at)
        if found is None or found[1] in data:
            raise _Extraordinary
        key, double, single, plain, separator = found.groups()
        at = found.end()
        if separator:
            data[intern(key)] = _plain(plain) if plain else double if single is None else single
        else:
            data[intern(key)], at, separator = _nested(text, at, depth, "}")
    return data, at


def _nested(text: str, at: int, depth: int, closing: str) -> tuple[Any, int, str]:
    """Return a list or mapping within another, what separates it from the next, and its end."""
    opening = _SIGN.match(text, at)
    if opening is None or opening[1] not in "[{":
        raise _Extraordinary
    value, at = _bracketed(text, opening.start(1), depth + 1)
    after = _SIGN.match(text, at)
    if after is None or after[1] not in (",", closing):
        raise _Extraordinary
    return value, after.end(), after[1]
