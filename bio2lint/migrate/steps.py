"""What a move to another edition leaves to a person: the steps, each with its places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.migrate import advice
from bio2lint.model import Evidence
from bio2lint.model.fields import each
from bio2lint.yamlfile import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bio2lint.coverage import Coverage
    from bio2lint.document import Document
    from bio2lint.finding import Text
    from bio2lint.migrate.advice import Advice
    from bio2lint.migrate.named import Named
    from bio2lint.norm import Norm

REASONS = (
    "new",
    "partial",
    "withdrawn",
    "dropped",
    "split",
    "merged",
    "changed",
    "ambiguous",
    "by-hand",
    "twice",
    "unknown",
    "row",
)
"""Why a person must look, in the order in which a plan lists it."""

_COVERING = ("control", "exception")


class Spot(NamedTuple):
    """A place of a step: an offset in a file below the root, and whose document stands there.

    Without an offset it is a line of the list of old and new numbers.
    """

    path: str
    offset: int | None
    line: int = 1
    kind: str | None = None
    id: str | None = None


class Step(NamedTuple):
    """Something that a person must look at: why (one of REASONS), of which number, and where."""

    reason: str
    number: str
    message: Text
    help: Text
    spots: tuple[Spot, ...]


class Move(NamedTuple):
    """All that steps are told by.

    `documents` and the numbers `found` in them are as they stood, `by_hand` are the numbers that
    could not be changed. `coverage` is what the result comes to by the new edition. `changed` says
    in words what changed of a measure.
    """

    old: Norm
    new: Norm
    documents: Sequence[Document]
    found: Sequence[Named]
    by_hand: Sequence[Named]
    coverage: Mapping[str, Coverage]
    changed: Mapping[str, Text]
    norm_spot: Spot


def steps(move: Move) -> list[Step]:
    """Return every step, in the order of REASONS and of the numbers."""
    partial = list(_partial(move))
    taken_over = {step.number for step in partial}
    result = [
        *_new(move, taken_over),
        *partial,
        *_by_fate(move),
        *_merged(move),
        *_changed(move),
        *_by_hand(move),
        *_twice(move),
    ]
    return sorted(result, key=order)


def order(step: Step) -> tuple[int, list[tuple[int, str]]]:
    """Return the key that sorts steps by reason and number."""
    # An unknown number may be any text: what sorts as text has its length before it.
    parts = [part.lstrip("0") for part in step.number.split(".")]
    return REASONS.index(step.reason), [(len(part), part) for part in parts]


def spot(document: Document, offset: int) -> Spot:
    """Return a place in a document."""
    record = document.record
    identifier = record.id if record and isinstance(record.id, str) else None
    return Spot(document.path, offset, kind=document.kind, id=identifier)


def _step(reason: str, number: str, words: Advice, found: Iterable[Named]) -> Step:
    places = [spot(one.document, one.start) for one in found]
    return Step(reason, number, *words, tuple(dict.fromkeys(places)))


def _new(move: Move, taken_over: set[str]) -> Iterator[Step]:
    for number in move.new.active:
        if move.old.requires(number) or number in taken_over:
            continue
        if not _covered(move, number):
            before = [old for old in move.old.active if move.new.resolve(old) == number]
            words = advice.unimplemented(number, before, move.new)
            yield Step("new", number, *words, (move.norm_spot,))


def _covered(move: Move, number: str) -> bool:
    return move.coverage[number].status not in ("missing", "unknown")


def _partial(move: Move) -> Iterator[Step]:
    """Yield the measures that took over a part of others, at documents that name only those."""
    if move.old.edition == move.new.edition:
        return
    targets = {one.document: set[str]() for one in move.found}
    for one in move.found:
        targets[one.document].update(one.fate.targets if one.fate else ())
    for number in move.new.active:
        sources = move.new.measures[number].partly_from
        found = sources and [
            one
            for one in move.found
            if one.fate
            and one.fate.number in sources
            and one.alone
            and number not in targets[one.document]
        ]
        if found:
            named = dict.fromkeys(one.fate.number for one in found if one.fate)
            covered = _covered(move, number)
            words = advice.partial(number, named, move.new, covered=covered)
            yield _step("partial", number, words, found)


def _by_fate(move: Move) -> Iterator[Step]:
    groups: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in move.found:
        if one.fate and one.fate.reason:
            groups[one.fate.reason, one.fate.number].append(one)
    for (reason, number), found in groups.items():
        targets = found[0].fate.targets if found[0].fate else ()
        yield _step(reason, number, _words(reason, number, targets, move.new), found)


def _words(reason: str, number: str, targets: tuple[str, ...], new: Norm) -> Advice:
    if reason == "withdrawn":
        return advice.withdrawn(number, new)
    if reason == "split":
        return advice.split(number, targets)
    if reason == "changed":
        return advice.changed_by_list(number, targets)
    of_number = {
        "dropped": advice.dropped,
        "ambiguous": advice.ambiguous,
        "unknown": advice.unknown,
    }
    return of_number[reason](number)


def _merged(move: Move) -> Iterator[Step]:
    """Yield the numbers that came from several, unless whoever named one of them named all."""
    groups: dict[str, list[Named]] = defaultdict(list)
    for one in move.found:
        if one.fate and one.fate.moves and one.document.kind in _COVERING:
            for target in one.fate.targets:
                groups[target].append(one)
    for target, found in groups.items():
        documents: dict[str, set[Document]] = defaultdict(set)
        for one in found:
            if one.fate:
                documents[one.fate.number].add(one.document)
        first, *others = documents.values()
        if any(other != first for other in others):
            yield _step("merged", target, advice.merged(target, documents), found)


def _changed(move: Move) -> Iterator[Step]:
    """Yield the measures of which something else is asked, at all that speaks of them."""
    groups: dict[str, list[Named]] = defaultdict(list)
    for one in move.found:
        for number in one.fate.targets if one.fate else ():
            groups[number].append(one)
    proofs = _proofs(move.documents)
    for number, what in move.changed.items():
        if found := groups.get(number):
            step = _step("changed", number, advice.changed(number, what, move.new), found)
            proved = (proof for one in found for proof in proofs.get(_control(one.document), ()))
            yield step._replace(spots=tuple(dict.fromkeys((*step.spots, *proved))))


def _control(document: Document) -> str | None:
    return spot(document, 0).id if document.kind == "control" else None


def _proofs(documents: Iterable[Document]) -> dict[str | None, list[Spot]]:
    """Return where evidence names each control and no requirement: it proves all of it."""
    found: dict[str | None, list[Spot]] = defaultdict(list)
    for document in documents:
        record = document.record
        if isinstance(record, Evidence) and record.requirements == ():
            for index, name in each(record.controls):
                start, _ = locate(document.yaml, ("controls", index))
                found[name].append(spot(document, start))
    return found


def _by_hand(move: Move) -> Iterator[Step]:
    groups: dict[tuple[str, tuple[str, ...]], list[Named]] = defaultdict(list)
    for one in move.by_hand:
        if one.fate:
            groups[one.text.strip(), one.fate.targets].append(one)
    for (text, targets), found in groups.items():
        yield _step("by-hand", text, advice.by_hand(text, targets), found)


def _twice(move: Move) -> Iterator[Step]:
    """Yield what several entries of one list (cycles) came to be about, one of them by the move."""
    groups: dict[tuple[Document, tuple[str | int, ...], str], list[Named]] = defaultdict(list)
    for one in move.found:
        if one.fate and len(one.fate.targets) == 1 and not isinstance(one.pointer[-1], int):
            entries = (*one.pointer[:-2], one.pointer[-1])
            groups[one.document, entries, one.fate.targets[0]].append(one)
    for (_, _, target), found in groups.items():
        if len(found) > 1 and any(one.fate and one.fate.moves for one in found):
            yield _step("twice", target, advice.twice(target), found)
