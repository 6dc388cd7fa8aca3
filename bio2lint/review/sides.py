"""The documents of two trees, of the files that differ, and which of them belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import document as documents_of
from bio2lint.finding import Text
from bio2lint.review.change import Side
from bio2lint.wording import listed
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bio2lint.document import Document
    from bio2lint.settings import Settings
    from bio2lint.tree import Tree

BEFORE, AFTER = "before", "after"


class Unread(NamedTuple):
    """A file of which not everything is known, and on which side: before or after."""

    path: str
    side: str


class Part(NamedTuple):
    """A document of one side with its own file, for the comments that it holds."""

    side: Side
    document: Document


class Pair(NamedTuple):
    """What belongs together: one of both is None where a document was added or removed."""

    old: Part | None
    new: Part | None


class Paired(NamedTuple):
    """The pairs of two sides; `by_place` are the paths of what had no id of its own."""

    pairs: tuple[Pair, ...]
    by_place: tuple[str, ...]
    unread: tuple[Unread, ...]


def pair(
    before: tuple[Tree, Settings],
    after: tuple[Tree, Settings],
    same: Callable[[str], bool] | None = None,
) -> Paired:
    """Return the documents of all files that differ, each with its counterpart by id.

    `same` tells of a path in both trees that its bytes are known to be equal. A file that takes
    part on one side only differs, whatever its bytes.
    """
    old_content, new_content = _differing(before, after, same)
    old, unread_before = _parts(old_content, BEFORE)
    new, unread_after = _parts(new_content, AFTER)
    pairs, by_place = _by_id(old, new)
    unread = frozenset((*unread_before, *unread_after))
    told = tuple(p for p in pairs if not _in_doubt(p, unread))
    return Paired(told, by_place, tuple(sorted(unread)))


def _in_doubt(pair: Pair, unread: frozenset[Unread]) -> bool:
    """Whether what seems to come or go may stand in its file on the other side all the same."""
    if pair.old is not None and pair.new is not None:
        return False
    other = BEFORE if pair.old is None else AFTER
    part = pair.old or pair.new
    return part is not None and Unread(part.side.path, other) in unread


Content = dict[str, bytes | OSError]


def _differing(
    before: tuple[Tree, Settings],
    after: tuple[Tree, Settings],
    same: Callable[[str], bool] | None,
) -> tuple[Content, Content]:
    old_paths, new_paths = _taken(*before), _taken(*after)
    old: Content = {}
    new: Content = {}
    for path in sorted(old_paths | new_paths):
        in_both = path in old_paths and path in new_paths
        if in_both and same is not None and same(path):
            continue
        content = {
            side: _content(tree, path)
            for side, tree, paths in ((BEFORE, before[0], old_paths), (AFTER, after[0], new_paths))
            if path in paths
        }
        if not in_both or content[BEFORE] != content[AFTER]:
            if BEFORE in content:
                old[path] = content[BEFORE]
            if AFTER in content:
                new[path] = content[AFTER]
    return old, new


def _taken(tree: Tree, settings: Settings) -> set[str]:
    return {path for path in tree.paths() if settings.takes(path)}


def _content(tree: Tree, path: str) -> bytes | OSError:
    try:
        return tree.read(path, MAX_BYTES + 1)
    except OSError as error:
        return error


def _parts(content: Content, side: str) -> tuple[list[Part], list[Unread]]:
    parts: list[Part] = []
    unread: list[Unread] = []
    for path, held in content.items():
        for document in documents_of.read(path, held):
            if document.unreadable:
                unread.append(Unread(path, side))
            elif document.record is not None:
                parts.append(_part(document))
    return parts, unread


def _part(document: Document) -> Part:
    record = document.record
    identifier = record.id if record is not None and isinstance(record.id, str) else None
    ordinal, data = document.yaml.ordinal, document.data or {}
    return Part(Side(document.path, ordinal, document.kind, identifier, data), document)


def _by_id(old: list[Part], new: list[Part]) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    often = {name for side in (old, new) for name, times in _ids(side).items() if times > 1}
    pairs: dict[object, list[Part | None]] = defaultdict(lambda: [None, None])
    by_place: set[str] = set()
    for index, parts in enumerate((old, new)):
        for part in parts:
            path, ordinal, kind, identifier, _ = part.side
            if identifier is None or identifier in often:
                by_place.add(path)
                pairs[path, ordinal, kind][index] = part
            else:
                # What becomes another kind of thing is another thing.
                pairs[identifier, kind][index] = part
    found = (Pair(*sides) for sides in pairs.values())
    return tuple(sorted(found, key=_order)), tuple(sorted(by_place))


def _ids(parts: Iterable[Part]) -> Counter[str]:
    return Counter(part.side.id for part in parts if part.side.id is not None)


def _order(found: Pair) -> tuple[str, str, str, int]:
    part = found.new or found.old
    assert part is not None  # noqa: S101 (a pair has a side)
    side = part.side
    return side.kind or "", side.id or "", side.path, side.ordinal


def note(by_place: tuple[str, ...]) -> Text:
    """Return what to say of files whose documents could not be told apart by id."""
    paths = listed(by_place)
    return Text(
        nl=f"Zonder eigen kenmerk vergeleken op hun plaats in het bestand: documenten in "
        f"{paths.nl}.",
        en=f"Compared by their place in the file, for want of an id of their own: documents in "
        f"{paths.en}.",
    )
