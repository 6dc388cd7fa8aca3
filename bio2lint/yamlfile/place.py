"""Where the values of a YAML document are: from pointers to offsets and back."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from bio2lint.yamlfile.build import ALIASED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bio2lint.yamlfile.build import Entry, Node, Pointer
    from bio2lint.yamlfile.document import YamlDocument

_MAX_INDEX_DIGITS = 9


def locate(
    document: YamlDocument,
    pointer: Sequence[str | int],
    key: bool = False,  # noqa: FBT001, FBT002 -- locate(document, pointer, key=True) reads well
) -> tuple[int, int]:
    """Return where the value at a pointer is, or with ``key`` its key, as offsets; raises nothing.

    What is missing is placed at the key of the nearest parent there is, or at the list item itself;
    at the top at the value of ``id``, else of ``kind``, else at the first key. A value left empty
    is placed at its key, what lies behind an alias at the alias, and anything in a document without
    data at its problem.
    """
    if document.root is None:
        return document.problems[0].start, document.problems[0].end
    node = document.root
    place: tuple[int, int] | None = None
    for name in pointer:
        entry = _child(node, name)
        if entry is None:
            if node[2] == ALIASED:
                return node[:2]
            return place or _top(document.root)
        key_start, key_end, node = entry
        place = key_start, key_end
    if place is None:
        return _top(document.root)
    return place if key or node[0] == node[1] else node[:2]


def scalar(
    document: YamlDocument, pointer: Sequence[str | int], *, key: bool = False
) -> tuple[int, int] | None:
    """Return where the scalar at a pointer is, or with ``key`` its key; None if nothing is there.

    What lies behind an alias is not there, nor what was left empty.
    """
    node, place = document.root, None
    for name in pointer:
        entry = None if node is None else _child(node, name)
        if entry is None:
            return None
        place, node = entry[:2], entry[2]
    if key:
        return place
    return node[:2] if node is not None and node[2] is None and node[0] < node[1] else None


def _child(node: Node, name: str | int) -> Entry | None:
    """Return a child with the place of its key; for a list item that is the item's own place."""
    children = node[2]
    if isinstance(children, dict):
        return children.get(str(name))
    index = str(name)
    if isinstance(children, list) and index.isdecimal() and len(index) <= _MAX_INDEX_DIGITS:
        for item in children[int(index) : int(index) + 1]:
            return item[0], item[1], item
    return None


def _top(root: Node) -> tuple[int, int]:
    """Return the place that stands for a whole document."""
    children = root[2]
    if not isinstance(children, dict) or not children:
        return root[:2]
    for name in ("id", "kind"):
        if name in children:
            start, end, _ = children[name][2]
            if start < end:
                return start, end
    start, end, _ = next(iter(children.values()))
    return start, end


def pointers_at(node: Node, starts: set[int]) -> list[Pointer]:
    """Return the pointers of the scalars that begin at some offsets, in the order of the text."""
    found = [(start, pointer) for start, _, pointer in leaves(node) if start in starts]
    return [pointer for _, pointer in sorted(found, key=itemgetter(0))]


def leaves(node: Node, pointer: Pointer = ()) -> Iterator[tuple[int, int, Pointer]]:
    """Yield the start, end and pointer of each scalar below a node; aliases are none."""
    start, end, children = node
    if isinstance(children, dict):
        for key, (_, _, child) in children.items():
            yield from leaves(child, (*pointer, key))
    elif isinstance(children, list):
        for index, child in enumerate(children):
            yield from leaves(child, (*pointer, index))
    elif children is None:
        yield start, end, pointer


def offset_inside(source: str, value: str, at: int) -> int | None:
    """Return where in the text of a scalar the character stands that is at `at` in its value.

    `source` is the scalar as the file has it, in any style, with quotes or block header; None when
    it spells its value otherwise (with escapes). What lies past the last sign is placed at that.
    """
    quote = source[:1] if source[:1] in ("'", '"') else ""
    begin = source.find("\n") + 1 if source[:1] in ("|", ">") else len(quote)
    signs = [
        (sign.start(), sign[0][-1])
        for sign in re.compile(r"''|\S" if quote == "'" else r"\S").finditer(
            source, begin, len(source) - len(quote)
        )
    ]
    meant = re.findall(r"\S", value)
    if not meant or [sign for _, sign in signs] != meant:
        return None
    before = len(re.findall(r"\S", value[:at]))
    return signs[min(before, len(signs) - 1)][0]
