"""Files read one by one, with what the rules of documents say of each whatever the date.

Who judges several states of a repository keeps the readings: a file that stands at the same path
with the same content is then read and judged once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint import document as documents_of
from bio2lint import schema
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, MutableMapping
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Found
    from bio2lint.norm import Norm
    from bio2lint.rules import Check, Rule
    from bio2lint.settings import Settings
    from bio2lint.tree import Tree

    Kept = MutableMapping[Hashable, "Reading"]
    ByKind = dict[str | None, dict[str, list[Check]]]


class Reading(NamedTuple):
    """The documents of one file, and what was found in them by rules that ask no date."""

    documents: list[Document]
    found: list[tuple[Rule, Found]]


def read(
    tree: Tree, settings: Settings, checks: Iterable[Check], norm: Norm, kept: Kept | None = None
) -> Iterator[Reading]:
    """Yield a reading of every file that takes part; `kept` gives and is given those to reuse.

    A reading is reused only where the same rules hold with the same options, in the same edition.
    """
    chosen = [(check.rule.code, repr(settings.options(check.rule))) for check in checks]
    judged_by = norm.edition, tuple(chosen)
    undated = by_kind(check for check in checks if not check.rule.dated)
    for path in tree.paths():
        if settings.takes(path):
            content = _content(tree, path)
            known = path, content, judged_by
            reading = kept.get(known) if kept else None
            if reading is None:
                reading = _read(path, content, undated, norm)
                if kept is not None:
                    kept[known] = reading
            yield reading


def _read(path: str, content: bytes | OSError, undated: ByKind, norm: Norm) -> Reading:
    documents = documents_of.read(path, content)
    found: list[tuple[Rule, Found]] = []
    for document in documents:
        if not document.stray:
            found += of_document(undated[document.kind], document, norm, None)
        document.data = document.yaml.data = None
    return Reading(documents, found)


def _content(tree: Tree, path: str) -> bytes | OSError:
    """Return the bytes of a file, or why it cannot be read."""
    try:
        return tree.read(path, MAX_BYTES + 1)
    except OSError as error:
        return error


def by_kind(checks: Iterable[Check]) -> ByKind:
    """Return the rules of documents that are about each kind; None is a kind that is not known.

    They are told apart by the part of a document without which they are not asked.
    """
    of_documents = [check for check in checks if check.scope == "document"]
    return {
        kind: by_part(one for one in of_documents if not one.rule.kinds or kind in one.rule.kinds)
        for kind in (*schema.KINDS, None)
    }


def by_part(checks: Iterable[Check]) -> dict[str, list[Check]]:
    """Return rules by the part of a document without which they are not asked; all without one."""
    parts: dict[str, list[Check]] = {}
    for check in checks:
        parts.setdefault(check.rule.about, []).append(check)
    return parts


def of_document(
    parts: dict[str, list[Check]], document: Document, norm: Norm, as_of: date | None
) -> list[tuple[Rule, Found]]:
    """Return what rules find in a document; those that ask no date need none."""
    return [
        (check.rule, one)
        for part, checks in parts.items()
        if not part or getattr(document, part)
        for check in checks
        for one in check.run(document, norm, as_of)
    ]
