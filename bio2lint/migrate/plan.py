"""The plan of a move: what the program changes, and what it leaves to a person. Pure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import edits, settings, yamlfile
from bio2lint.migrate import advice
from bio2lint.migrate.fate import fates
from bio2lint.migrate.named import named, node_at
from bio2lint.migrate.rewrite import Rewritten, rewrite
from bio2lint.migrate.steps import Move, Spot, Step, order, spot, steps
from bio2lint.repository import Repository
from bio2lint.yamlfile import editing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Text
    from bio2lint.migrate.named import Named
    from bio2lint.migrate.was_wordt import WasWordt
    from bio2lint.norm import Norm
    from bio2lint.settings import Settings
    from bio2lint.yamlfile import YamlFile


class Line(NamedTuple):
    """One change: what stands at a place, and what replaces it; nothing when it is taken out."""

    spot: Spot
    old: str
    new: tuple[str, ...]


class Changed(NamedTuple):
    """A file before and after its edits; `shift` turns offsets of the one into the other's."""

    old: bytes
    new: bytes
    file: YamlFile
    shift: Callable[[int], int]


class Plan(NamedTuple):
    """What a move from `old` to `new` comes to: changes, steps for a person, and whole files.

    `sources` are all files as they were read.
    """

    old: Norm
    new: Norm
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]
    files: dict[str, Changed]
    sources: dict[str, YamlFile]


class Source(NamedTuple):
    """What there is: the bytes of each file, the documents in them, and the settings."""

    contents: Mapping[str, bytes]
    documents: Sequence[Document]
    settings: Settings


def make(
    source: Source,
    old: Norm,
    new: Norm,
    as_of: date,
    *,
    changed: Mapping[str, Text],
    listed: WasWordt | None = None,
) -> Plan:
    """Return the plan; `changed` says in words what `new` asks otherwise, by its number.

    Everything is read again and indexed: RuntimeError when something is lost that no step names.
    """
    found = named(source.documents, fates(old, new, listed))
    rewritten = _rewritten(source, found)
    by_hand = [one for part in rewritten.values() for one in part.by_hand]
    after = [document for part in rewritten.values() for document in part.documents]
    result = _index(after, source.settings, new, as_of)
    _refuse_loss(_index(source.documents, source.settings, old, as_of), result, found, by_hand)
    pinned = _pinned(source, old, new)
    norm_spot = Spot(settings.FILE, _norm_span(source.settings)[0])
    move = Move(old, new, source.documents, found, by_hand, result.coverage, changed, norm_spot)
    todo = steps(move)
    if pinned is None and source.settings.pinned and old is not new:
        words = advice.by_hand(old.name, (new.name,))
        todo.append(Step("by-hand", old.name, *words, (norm_spot,)))
    files = {
        path: Changed(
            source.contents[path],
            part.content,
            part.documents[0].file,
            edits.shift(part.edits),
        )
        for path, part in rewritten.items()
        if part.edits
    }
    lines = [
        Line(spot(change.named.document, change.named.start), change.named.text, change.written)
        for part in rewritten.values()
        for change in part.changes
    ]
    if pinned is not None:
        files[settings.FILE] = pinned
        lines.append(Line(norm_spot, old.name, (new.name,)))
    lines.sort(key=lambda line: (line.spot.path, line.spot.offset))
    return Plan(old, new, tuple(lines), tuple(sorted(todo, key=order)), files, _files(source))


def _files(source: Source) -> dict[str, YamlFile]:
    found = {document.path: document.file for document in source.documents}
    file = source.settings.file
    return found if file is None else {**found, settings.FILE: file}


def _rewritten(source: Source, found: Iterable[Named]) -> dict[str, Rewritten]:
    of_path = {
        path: list(group) for path, group in groupby(found, key=lambda one: one.document.path)
    }
    result = {}
    for path, group in groupby(source.documents, key=lambda document: document.path):
        documents, numbers = list(group), of_path.get(path, [])
        if any(one.fate and one.fate.moves for one in numbers):
            result[path] = rewrite(source.contents[path], documents, numbers)
        else:
            result[path] = Rewritten(source.contents[path], documents, (), (), ())
    return result


def _index(documents: Iterable[Document], read: Settings, norm: Norm, as_of: date) -> Repository:
    return Repository(
        [document.record for document in documents if document.record is not None],
        norm=norm,
        as_of=as_of,
        norm_place=read.norm_place,
        norm_pinned=read.pinned,
    )


def _refuse_loss(
    before: Repository, after: Repository, found: Iterable[Named], by_hand: Iterable[Named]
) -> None:
    """Raise RuntimeError when a document covers less than it did, other than the plan says."""
    left = {one.key for one in by_hand}
    had, has = _covering(before), _covering(after)
    for one in found:
        if one.fate is None or one.key in left:
            continue
        where = one.document.path, one.document.yaml.ordinal
        for target in one.fate.targets:
            kept = not after.norm.requires(target) or (where, target) in has
            if (where, one.fate.number) in had and not kept:
                message = f"{one.document.path}: {one.fate.number} would be lost"
                raise RuntimeError(message)


def _covering(repository: Repository) -> set[tuple[tuple[str, int], str]]:
    """Return which document (path and ordinal) covers or excepts which requirement."""
    return {
        ((record.path, record.ordinal), number)
        for number, covered in repository.coverage.items()
        for record in (*covered.controls, *covered.exceptions)
    }


def _norm_span(read: Settings) -> tuple[int, int]:
    if read.file is None or not read.pinned:
        return 0, 0
    return yamlfile.locate(read.file.documents[0], ("norm",))


def _pinned(source: Source, old: Norm, new: Norm) -> Changed | None:
    """Return the settings with the new edition; None where nothing or only a person changes it."""
    file = source.settings.file
    if old is new or file is None or not source.settings.pinned:
        return None
    node = node_at(file.documents[0], ("norm",))
    start, end = _norm_span(source.settings)
    written = editing.respelled(file.text[start:end], old.name, [new.name])
    content = source.contents[settings.FILE]
    same = edits.encode(content, file.text) == content
    if written is None or node is None or node[2] is not None or not same:
        return None
    edit = edits.Edit(start, end, written[0])
    new_content = edits.encode(content, edits.apply(file.text, [edit]))
    after = yamlfile.read(new_content)
    if after.documents[0].data != {**(file.documents[0].data or {}), "norm": new.name}:
        return None
    return Changed(content, new_content, after, edits.shift([edit]))
