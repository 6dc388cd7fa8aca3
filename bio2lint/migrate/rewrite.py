"""The numbers of one file put right: its edits, and the result read again."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import document as documents_of
from bio2lint import edits, numbers
from bio2lint.migrate.named import node_at, texts
from bio2lint.yamlfile import editing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bio2lint.document import Document
    from bio2lint.edits import Edit
    from bio2lint.finding import Pointer
    from bio2lint.migrate.named import Named

    Lists = dict[tuple[int, Pointer], set[str]]


class Change(NamedTuple):
    """A number that is put right: by what it is replaced, nothing when it was there already."""

    named: Named
    written: tuple[str, ...]


class Rewritten(NamedTuple):
    """A file with its numbers put right. `by_hand` are those that it could not put right."""

    content: bytes
    documents: list[Document]
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    by_hand: tuple[Named, ...]


class _Draft(NamedTuple):
    edits: list[Edit]
    changes: list[Change]
    by_hand: list[Named]


def rewrite(content: bytes, documents: list[Document], found: Sequence[Named]) -> Rewritten:
    """Return a file after the change of the numbers `found` in it (all of them, in order).

    The result is read again: unless every number is what it should be, and all else what it was,
    the file stays as it is and its numbers are for a person.
    """
    draft = _Draft([], [], [])
    for _, group in groupby(found, key=_list_of):
        _draft(list(group), documents[0].file.text, draft)
    if draft.edits:
        text = edits.apply(documents[0].file.text, draft.edits)
        new = edits.encode(content, text)
        reread = documents_of.read(documents[0].path, new)
        there = _by_list(reread)
        if _same_else(documents, reread, found) and _numbers_as_meant(there, found, draft):
            left = [one for one in draft.by_hand if not _followed(one, there)]
            return Rewritten(new, reread, tuple(draft.edits), tuple(draft.changes), tuple(left))
        draft.by_hand[:] = [one for one in found if one.fate and one.fate.moves]
    return Rewritten(content, documents, (), (), tuple(draft.by_hand))


def _list_of(one: Named) -> tuple[int, Pointer]:
    """Return what numbers of one list have in common; a number on its own has it alone."""
    in_list = isinstance(one.pointer[-1], int)
    return one.document.yaml.ordinal, one.pointer[:-1] if in_list else one.pointer


def _draft(group: list[Named], text: str, draft: _Draft) -> None:
    """Add to the draft what is to be done with the numbers of one list, or with one on its own."""
    first = group[0]
    listed = isinstance(first.pointer[-1], int)
    node = node_at(first.document.yaml, first.pointer[:-1]) if listed else None
    flow = node is not None and text[node[0] : node[0] + 1] == "["
    there = {_spelled(one.text) for one in group if one.exact and not (one.fate and one.fate.moves)}
    left: list[Named] = []
    for one in group:
        if one.fate is None or not one.fate.moves:
            continue
        wanted = [target for target in one.fate.targets if target not in there]
        edit = _renamed(one, wanted, text, listed=listed, flow=flow) if wanted else None
        if edit is None:
            left.append(one)
        else:
            there.update(wanted)
            draft.edits.extend(edit)
            draft.changes.append(Change(one, tuple(wanted)))
    superfluous: list[Named] = []
    for one in left:
        done = listed and one.fate is not None and there.issuperset(one.fate.targets)
        (superfluous if done else draft.by_hand).append(one)
    _draft_removals(superfluous, text, draft, flow=flow)


def _draft_removals(superfluous: list[Named], text: str, draft: _Draft, *, flow: bool) -> None:
    """Add to the draft that numbers whose targets are in their list already are taken out."""
    spans = [(one.start, one.end) for one in superfluous]
    for one, removal in zip(superfluous, editing.removed(text, spans, flow=flow), strict=True):
        if removal is None:
            draft.by_hand.append(one)
        else:
            draft.edits.extend(removal)
            draft.changes.append(Change(one, ()))


def _renamed(
    one: Named, wanted: list[str], text: str, *, listed: bool, flow: bool
) -> list[Edit] | None:
    if not one.exact or (len(wanted) > 1 and not listed):
        return None
    source = text[one.start : one.end]
    written = editing.respelled(source, one.text, list(map(numbers.in_yaml, wanted)))
    if written is None:
        return None
    return editing.inserted(text, (one.start, one.end), written, flow=flow)


def _same_else(before: list[Document], after: list[Document], found: Iterable[Named]) -> bool:
    """Whether the file that was read again is what it was, but for its numbers."""
    if len(before) != len(after):
        return False
    named: dict[int, set[Pointer]] = {}
    for one in found:
        ordinal, at = _list_of(one)
        named.setdefault(ordinal, set()).add(at)
    return all(
        old.kind == new.kind
        and [problem.kind for problem in old.problems] == [problem.kind for problem in new.problems]
        and _same(old.data, new.data, named.get(old.yaml.ordinal, set()))
        for old, new in zip(before, after, strict=True)
    )


def _numbers_as_meant(there: Lists, found: Iterable[Named], draft: _Draft) -> bool:
    """Whether every list has the numbers that it should have, and no others."""
    changed = {change.named.key for change in draft.changes}
    left = {one.key for one in draft.by_hand}
    for at, group in groupby(found, key=_list_of):
        must: set[str] = set()
        may: set[str] = set()
        for one in group:
            targets = one.fate.targets if one.fate else ()
            if one.key in changed:
                must.update(targets)
            elif one.key in left or not one.exact:
                may.update((*targets, _spelled(one.text)))
            else:
                must.add(_spelled(one.text))
        if not must <= there.get(at, set()) <= must | may:
            return False
    return True


def _spelled(text: str) -> str:
    return numbers.canonical(text) or text


def _by_list(documents: Iterable[Document]) -> Lists:
    """Return the numbers of each list of a file, spelled as the norm does."""
    lists: Lists = {}
    for document in documents:
        for pointer, text in texts(document):
            at = pointer[:-1] if isinstance(pointer[-1], int) else pointer
            lists.setdefault((document.yaml.ordinal, at), set()).add(_spelled(text))
    return lists


def _followed(one: Named, there: Lists) -> bool:
    """Whether a number behind an alias has become what it should be, for its anchor was changed."""
    return one.fate is not None and set(one.fate.targets) <= there.get(_list_of(one), set())


def _same(old: Any, new: Any, apart: set[Pointer], at: Pointer = ()) -> bool:
    """Whether plain data is equal but for the texts at some pointers, and for what is free."""
    if at in apart:
        return _no_texts(old) == _no_texts(new)
    if isinstance(old, dict) and isinstance(new, dict):
        return list(old) == list(new) and all(
            (isinstance(key, str) and key.startswith("x-"))
            or _same(value, new[key], apart, (*at, key))
            for key, value in old.items()
        )
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(
            _same(a, b, apart, (*at, index))
            for index, (a, b) in enumerate(zip(old, new, strict=True))
        )
    return bool(old == new) and type(old) is type(new)


def _no_texts(value: Any) -> list[Any]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if not isinstance(item, str)]
