"""A file as it was read: its text, its documents, and where their data stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bio2lint.yamlfile.decoding import Problem, line_starts

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.yamlfile.build import Node, Pointer


@dataclass(slots=True, repr=False)
class YamlDocument:
    """One document of a file.

    ``start`` and ``end`` are its share of the file's text, in code points: from its ``---`` (the
    first from 0) to that of the next; ``content`` is where its data begins. ``data`` and ``root``
    are None when it cannot be used, and then there is exactly one problem. ``ambiguous`` lists the
    pointers of plain scalars that are text here but numbers or booleans to tools that read
    YAML 1.1.
    """

    ordinal: int
    start: int
    content: int
    end: int
    data: dict[str, Any] | None
    ambiguous: list[Pointer] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _root: Node | None = field(default=None, compare=False)
    _roots: Callable[[], list[Node | None]] | None = field(default=None, compare=False)

    @property
    def root(self) -> Node | None:
        """Return the positions of its data; of an ordinary file these are read when first asked."""
        if self._root is None and self._roots is not None:
            self._root = self._roots()[self.ordinal]
        return self._root


@dataclass(slots=True, repr=False)
class YamlFile:
    """A file's text (without byte order mark) and its documents, of which there is at least one."""

    text: str
    documents: list[YamlDocument]
    _line_starts: list[int] | None = field(default=None, repr=False, compare=False)
    _readable: bool | None = field(default=None, repr=False, compare=False)

    @property
    def readable(self) -> bool:
        """Whether all of the file could be read: every fault leaves its document usable."""
        if self._readable is None:
            self._readable = all(
                problem.recoverable for document in self.documents for problem in document.problems
            )
        return self._readable

    def line_starts(self) -> list[int]:
        """Return the offset of each line's first character; computed when first asked for."""
        if self._line_starts is None:
            self._line_starts = line_starts(self.text)
        return self._line_starts
