"""The numbers that documents name: where each stands, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint import schema, yamlfile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.document import Document
    from bio2lint.finding import Pointer
    from bio2lint.migrate.fate import Fate, Fates
    from bio2lint.yamlfile import YamlDocument
    from bio2lint.yamlfile.build import Node


class Named(NamedTuple):
    """A number in a document: as written, what becomes of it, and where (offsets of the file).

    `fate` is None for what neither edition knows. `exact` is False when the number itself
    does not stand there: it is behind an alias, or under a key that is misspelled.
    """

    document: Document
    pointer: Pointer
    text: str
    fate: Fate | None
    start: int
    end: int
    exact: bool

    @property
    def key(self) -> tuple[str, int, Pointer]:
        """Return what tells it from all others."""
        return self.document.path, self.document.yaml.ordinal, self.pointer

    @property
    def alone(self) -> bool:
        """Whether it is named as such: in a list of numbers, and not as what an entry is about."""
        return isinstance(self.pointer[-1], int) or len(self.pointer) == 1


def named(documents: Iterable[Document], fates: Fates) -> list[Named]:
    """Return every number that documents name, in their order."""
    return [
        Named(document, pointer, text, fates(text), *_place(document, pointer))
        for document in documents
        for pointer, text in texts(document)
    ]


def texts(document: Document) -> Iterator[tuple[Pointer, str]]:
    """Yield the pointer and text of every number; a lone text where a list belongs counts too."""
    for leaf in document.numbers:
        if isinstance(leaf.value, str):
            yield leaf.pointer, leaf.value
    if document.kind is not None and document.data is not None:
        for key, shape in schema.shape(document.kind).keys.items():
            value = document.data.get(key)
            if isinstance(value, str) and shape.items and "requirement" in shape.items.refs:
                yield (key,), value


def _place(document: Document, pointer: Pointer) -> tuple[int, int, bool]:
    node = node_at(document.yaml, pointer)
    exact = node is not None and node[2] is None
    return (*yamlfile.locate(document.yaml, pointer), exact)


def node_at(part: YamlDocument, pointer: Pointer) -> Node | None:
    """Return the position of exactly the value at a pointer, None when it is not there itself."""
    node = part.root
    for step in pointer:
        children = node[2] if node is not None else None
        if isinstance(children, dict) and step in children:
            node = children[str(step)][2]
        elif isinstance(children, list) and isinstance(step, int) and step < len(children):
            node = children[step]
        else:
            return None
    return node
