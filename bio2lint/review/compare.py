"""From two trees to the changes of their documents, field by field."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import schema
from bio2lint.review import fresh, judging, sides, silences, table, walk
from bio2lint.review.step import Edits
from bio2lint.review.walk import Difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bio2lint.repository import Repository
    from bio2lint.review.change import Change, Side
    from bio2lint.review.sides import Pair, Part, Unread
    from bio2lint.settings import Settings
    from bio2lint.tree import Tree

_SILENT = frozenset(("id", "kind"))
_NAMES = _SILENT | {"title"}
_KINDS = frozenset(schema.KINDS)
_SUBJECTS = "subjects"
"""Keywords of a document, among which are the ids of what it decides about."""


class Compared(NamedTuple):
    """What two trees differ in.

    `pairs` are the documents that differ, `found` their fields that do, with both sides; `unread`
    are the files that hold what is not known, `by_place` those whose documents had no id of their
    own. `edited` has the names of the fields that differ by id, `*` for a document that came or
    went. `renamed` has the new id of what only has another one, by the old.
    """

    pairs: tuple[Pair, ...]
    unread: tuple[Unread, ...]
    by_place: tuple[str, ...]
    edited: Mapping[str, frozenset[str]]
    found: tuple[tuple[Difference, Side | None, Side | None], ...]
    renamed: Mapping[str, str]


def compare(
    before: tuple[Tree, Settings],
    after: tuple[Tree, Settings],
    same: Callable[[str], bool] | None = None,
) -> Compared:
    """Return in what the documents of two trees differ.

    `same` tells of a path in both trees that its bytes are known to be equal.
    """
    paired = sides.pair(before, after, same)
    pairs = tuple(_renamed(paired.pairs))
    renamed = _other_ids(pairs)
    found = []
    edited: dict[str, frozenset[str]] = {}
    for pair in pairs:
        differences = _differences(pair, renamed)
        found += [(one, *_of_pair(pair)) for one in differences]
        name = _side(pair).id
        if name is not None and differences:
            whole = pair.old is None or pair.new is None
            names = frozenset("*") if whole else walk.names(differences)
            edited[name] = edited.get(name, frozenset()) | names
    return Compared(pairs, paired.unread, paired.by_place, edited, tuple(found), renamed)


def changes(
    compared: Compared,
    before: Repository,
    after: Repository,
    grave: frozenset[str],
    silenced_anew: frozenset[tuple[str, int, str]],
) -> list[Change]:
    """Return the changes of documents with their directions, by document.

    `grave` are the ids of documents with something grave wrong after the change, `silenced_anew` is
    where comments silence findings that were not there before.
    """
    edits = Edits(before, after, _fresh(compared, before, after))
    return [
        *(judging.judge(one, old, new, edits, grave) for one, old, new in compared.found),
        *(
            one
            for pair in compared.pairs
            if pair.old is None and pair.new is not None
            for one in judging.brought(pair.new.side, edits, grave)
        ),
        *(one for pair in compared.pairs for one in silences.changes(pair, silenced_anew)),
    ]


def _differences(pair: Pair, renamed: Mapping[str, str]) -> list[Difference]:
    """Return in what a document differs; what is renamed elsewhere is what it was."""
    old, new = _of_pair(pair)
    said = table.load()
    side = _side(pair)
    entry = said.kinds[str(side.kind)]
    if old is None or new is None:
        was, becomes = (None if one is None else judging.shown(one) for one in (old, new))
        return [Difference(entry, (), "", (), was, becomes)]
    data = _now(str(side.kind), old.data, renamed) if renamed else old.data
    return walk.differences(entry, said.other, data, new.data)


def _now(kind: str, data: dict[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    """Return plain data in which references have the ids that documents have after a change.

    What only looks like an id, such as a status or a period, is not one.
    """
    now = deepcopy(data)
    for leaf in schema.leaves(kind, data):
        is_name = isinstance(leaf.value, str) and leaf.value in renamed
        if is_name and not _KINDS.isdisjoint(leaf.kinds):
            *way, last = leaf.pointer
            holder: Any = now
            for step in way:
                holder = holder[step]
            holder[last] = renamed[leaf.value]
    if isinstance(subjects := now.get(_SUBJECTS), list):
        now[_SUBJECTS] = [
            renamed.get(one, one) if isinstance(one, str) else one for one in subjects
        ]
    return now


def _of_pair(pair: Pair) -> tuple[Side | None, Side | None]:
    return (
        None if pair.old is None else pair.old.side,
        None if pair.new is None else pair.new.side,
    )


def _side(pair: Pair) -> Side:
    part = pair.new or pair.old
    assert part is not None  # noqa: S101 (a pair has a side)
    return part.side


def _renamed(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs; what went and came back under another id alone is one document."""
    went = [pair.old for pair in pairs if pair.old is not None and pair.new is None]
    came = [pair.new for pair in pairs if pair.new is not None and pair.old is None]
    became = {
        id(went[old]): came[new]
        for old, new in walk.match(went, came, _substance, _office)
        if old is not None and new is not None
    }
    taken = set(map(id, became.values()))
    for pair in pairs:
        if id(pair.old) in became:
            yield pair._replace(new=became[id(pair.old)])
        elif id(pair.new) not in taken:
            yield pair


def _other_ids(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return the new id of each document that has another one, by the old."""
    sides = (_of_pair(pair) for pair in pairs)
    return {
        old.id: new.id
        for old, new in sides
        if old is not None and new is not None and old.id and new.id and old.id != new.id
    }


def _substance(part: Part) -> object:
    """Return what a document says, but for its id."""
    kind, data = part.side.kind, part.side.data
    said: dict[str, Any] = {key: value for key, value in data.items() if key not in _SILENT}
    return repr((kind, walk.frozen(said)))


def _office(part: Part) -> object:
    """Return what a role is, whatever it is called; None where that does not tell who holds it."""
    side = part.side
    if side.kind != "role" or not side.data.get("handles"):
        return None
    said: dict[str, Any] = {key: value for key, value in side.data.items() if key not in _NAMES}
    return repr(walk.frozen(said))


def _fresh(compared: Compared, before: Repository, after: Repository) -> frozenset[str]:
    """Return the ids of controls and evidence that came, or of which more can be said."""
    names = (_side(pair).id for pair in compared.pairs if pair.new is not None)
    known = frozenset(compared.renamed.values())
    named = (name for name in names if name is not None and name not in known)
    return fresh.of(before, after, named, compared.renamed)
