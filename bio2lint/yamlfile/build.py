"""libyaml's events of one YAML document, built in a single pass into plain data and positions."""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING, Any

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from bio2lint.yamlfile.decoding import Problem, forbidden_character, shown, without_forbidden
from bio2lint.yamlfile.plain import NUMERIC, WORDS, resolve

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Node: TypeAlias = "tuple[int, int, dict[str, Entry] | list[Node] | tuple[()] | None]"
    Pointer: TypeAlias = "tuple[str | int, ...]"
    Entry: TypeAlias = "tuple[int, int, Node]"

MAX_DEPTH = 64
"""Deepest nesting of mappings and lists, the outermost counted as 1; also through aliases."""

MAX_ALIAS_NODES = 100_000
"""Most values that the aliases of one document may stand for together."""

MAX_PROBLEMS = 1000
"""Most recoverable problems that are kept of one document."""

ALIASED: tuple[()] = ()
"""In place of the children of a node that is an alias: its values stand elsewhere in the text."""

# Compiled when first met, by the functions of re: most files have no anchor, tag or block scalar.
_PROPERTIES = r"(?:(?:&[\w-]+|!<[^>]*>|![^\s,\[\]{}]*)(?:[ \t\r\n]|#[^\r\n]*+)*+)++"
_REST_OF_LINE = r"[^\r\n]*"


class TooDeepError(Exception):
    """The document nests deeper than MAX_DEPTH; reading stops before libyaml's stacks grow.

    Holds the offset of the value that is one level too deep.
    """

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class Builder:
    """What is known of the document being built: its problems, anchors and doubtful scalars.

    ``next_event`` is libyaml's ``get_event``, and ``text`` what libyaml reads. ``problems`` leave
    the document usable, ``fatal`` does not. ``doubtful`` has the offsets of the scalars that are
    text here but not to YAML 1.1 tools.
    """

    __slots__ = (
        "anchors",
        "decorated",
        "doubtful",
        "extents",
        "fatal",
        "next_event",
        "open",
        "problems",
        "spent",
        "text",
    )

    def __init__(self, text: str, next_event: Callable[[], Any]) -> None:
        self.text = text
        self.decorated = "&" in text or "!" in text
        self.next_event = self._checked(next_event) if "\\" in text else next_event
        self.start_document()

    def start_document(self) -> None:
        """Forget the document before."""
        self.problems: list[Problem] = []
        self.fatal: Problem | None = None
        self.doubtful: list[int] = []
        if self.decorated:
            self.anchors: dict[str, Any] = {}
            self.open: list[int] = []
            self.extents: dict[int, tuple[int, int, Any]] = {}
            self.spent = 0

    def build(self) -> tuple[Any, Node]:  # noqa: C901, PLR0912, PLR0915 -- the hot loop
        """Return the data and the positions of the document whose content comes next.

        Raises TooDeepError, and whatever libyaml finds wrong with the text.
        """
        # One loop over all levels: with a call for each value, reading takes a quarter more time.
        next_event = self.next_event
        decorated = self.decorated
        data: Any = []
        places: Any = []
        key: str | None = ""  # None where a key is due; lists never ask for one
        key_start = key_end = end = 0
        in_mapping = False
        stack: list[Any] = []
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                start = event.start_mark.index
                end = event.end_mark.index
                if decorated and (event.anchor is not None or event.tag is not None):
                    start = self._decorated(event, end)
                if key is None:
                    key, key_start, key_end = intern(value), start, end
                    continue
                style = event.style
                if not style:
                    if value in WORDS or value[:1] in NUMERIC:
                        value = self._resolved(value, start)
                elif style in "|>":
                    end = _end_of_block(self.text, start, end)
                node: Node = (start, end, None)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value, children = data, places
                data, places, key, key_start, key_end, start, opening = stack.pop()
                in_mapping = data.__class__ is dict
                if opening.flow_style:
                    end = event.end_mark.index
                node = (start, end, children)
                self._close(opening, value, children)
            elif kind is AliasEvent:
                value, node = self._alias(event, len(stack))
                end = node[1]
            else:
                inner: Any = {} if kind is MappingStartEvent else []
                start = self._open(event, inner, len(stack))
                stack.append((data, places, key, key_start, key_end, start, event))
                data, places = inner, inner.copy()
                in_mapping = kind is MappingStartEvent
                key = None if in_mapping else ""
                continue
            if key is None:
                key, key_start, key_end = self._odd_key(value, node), node[0], node[1]
            elif in_mapping:
                if key in data:
                    self._duplicate(key, key_start, key_end, places[key][0])
                data[key] = value
                places[key] = (key_start, key_end, node)
                key = None
            elif stack:
                data.append(value)
                places.append(node)
            else:
                return value, node

    def _resolved(self, text: str, start: int) -> str | int | bool | None:
        value, doubtful = resolve(text)
        if doubtful:
            self.doubtful.append(start)
        return value

    def _decorated(self, event: Any, limit: int) -> int:
        """Return where the value itself begins, after its anchor and tag.

        A tag is refused, and the value read as if it had none. A scalar's anchor is remembered.
        """
        start: int = event.start_mark.index
        found = re.compile(_PROPERTIES).match(self.text, start, limit)
        after = start if found is None else found.end()
        if event.tag is not None:
            self._refuse("tag", start, after, event.tag)
        if event.__class__ is ScalarEvent and event.anchor is not None:
            plain = not event.style
            self.anchors[event.anchor] = resolve(event.value)[0] if plain else event.value
        return after

    def _open(self, event: Any, data: dict[str, Any] | list[Any], depth: int) -> int:
        """Return where a mapping or list that begins really does, and remember its anchor."""
        start: int = event.start_mark.index
        if depth == MAX_DEPTH:
            raise TooDeepError(start)
        if event.anchor is not None:
            self.anchors[event.anchor] = data
            self.open.append(id(data))
        elif event.tag is None:
            return start
        return self._decorated(event, len(self.text))

    def _close(
        self, opening: Any, data: dict[str, Any] | list[Any], places: dict[str, Entry] | list[Node]
    ) -> None:
        """Finish a mapping or list: from here on aliases may refer to it; drop a merge key."""
        if opening.anchor is not None:
            self.open.pop()
        if isinstance(places, dict) and isinstance(data, dict) and "<<" in places:
            start, end, _ = places["<<"]
            if self._is_merge(start, end):
                self._refuse("merge-key", start, end)
                del places["<<"], data["<<"]

    def _is_merge(self, start: int, end: int) -> bool:
        # Quoted, "<<" is a key like any other.
        return self.text[start:end] == "<<"

    def _odd_key(self, value: Any, node: Node) -> str:
        """Return the key that an alias stands for; a mapping or list cannot be one."""
        start, end, children = node
        if children == ALIASED and isinstance(value, str):
            return value
        self._give_up("complex-key", start, end)
        return ""

    def _alias(self, event: Any, depth: int) -> tuple[Any, Node]:
        """Return the anchored data itself, unless that is unknown, not finished or too much."""
        start: int = event.start_mark.index
        end: int = event.end_mark.index
        node: Node = (start, end, ALIASED)
        if not self.decorated or event.anchor not in self.anchors:
            self._give_up("unknown-alias", start, end, event.anchor)
            return None, node
        data = self.anchors[event.anchor]
        if id(data) in self.open:
            self._give_up("recursive-alias", start, end, event.anchor)
        else:
            size, height = self._extent(data)
            self.spent += size
            if depth + height > MAX_DEPTH:
                raise TooDeepError(start)
            if self.spent <= MAX_ALIAS_NODES:
                return data, node
            self._give_up("too-many-aliases", start, end, event.anchor)
        return None, node

    def _extent(self, data: Any) -> tuple[int, int]:
        """Return how many values some data stands for, and how deep it nests."""
        if not isinstance(data, dict | list):
            return 1, 0
        known = self.extents.get(id(data))
        if known is None:
            size, height = 1, 0
            for part in data.values() if isinstance(data, dict) else data:
                part_size, part_height = self._extent(part)
                size += part_size
                height = max(height, part_height)
            # The data itself is kept too: an id means nothing once its object is gone.
            known = self.extents[id(data)] = size, height + 1, data
        return known[:2]

    def _duplicate(self, key: str, start: int, end: int, first: int) -> None:
        if key == "<<" and self._is_merge(first, first + 2):
            self._refuse("merge-key", first, first + 2)
            return
        self._refuse("duplicate-key", start, end, key, first)

    def _refuse(
        self, kind: str, start: int, end: int, detail: str = "", related: int | None = None
    ) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            found = Problem(
                kind, start, end, recoverable=True, detail=shown(detail), related=related
            )
            self.problems.append(found)

    def _give_up(self, kind: str, start: int, end: int, detail: str = "") -> None:
        # The document is read on, for those behind it; what else goes wrong may be a consequence.
        if self.fatal is None:
            self.fatal = Problem(kind, start, end, recoverable=False, detail=shown(detail))

    def _checked(self, next_event: Callable[[], Any]) -> Callable[[], Any]:
        """Look at each scalar for characters that only an escape in double quotes can bring in."""

        def checked() -> Any:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent and event.style == '"':
                name = forbidden_character(event.value)
                if name is not None:
                    event.value = without_forbidden(event.value)
                    start, end = event.start_mark.index, event.end_mark.index
                    self._refuse("control-character", start, end, name)
            return event

        return checked


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return the end of a block scalar's last line that is not blank; libyaml's runs on."""
    last = start + len(text[start:end].rstrip(" \t\r\n"))
    found = re.compile(_REST_OF_LINE).match(text, last, end)
    return last if found is None else found.end()
