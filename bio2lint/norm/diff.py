"""What changed from one edition of the norm to another: numbers, states, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.norm import Measure, Norm

_SINGLE = (
    "interval", "own_period", "deadline", "retention", "subjects", "population",
    "permits_departure",
)  # fmt: skip
_GROUPS = ("roles", "demands", "references")
_EXPLAINED_BY = frozenset(("what", "for", "nl", "en"))


class Move(NamedTuple):
    """A measure that stands under another number: records go along, from `number` to `target`."""

    number: str
    target: str


class Added(NamedTuple):
    """An active number that carries no measure of the old edition as a whole.

    `partly_from` are the numbers of the old edition that gave a part of their content to it.
    """

    number: str
    partly_from: tuple[str, ...]


class Part(NamedTuple):
    """Content that moved in part: records under `number` stay, and `target` needs its own."""

    number: str
    target: str


class Withdrawn(NamedTuple):
    """A measure that stopped, with the numbers of the new edition that describe it already."""

    number: str
    covered_by: tuple[str, ...]


class StateChange(NamedTuple):
    """A number with another state in the new edition, where that is not all of the above."""

    number: str
    before: str
    after: str


class FactChange(NamedTuple):
    """What an active measure asks otherwise, as the plain values that came and went.

    `number` is that of the old edition and `target` that of the new, the same unless it moved.
    `aspect` is the path of the fact in the data file: `interval`, `roles.responsible`,
    `demands.documents`.
    """

    number: str
    target: str
    aspect: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]


@dataclass(frozen=True)
class Comparison:
    """All that differs between two editions; each number stands once in one of the first five.

    `gone` are numbers that the new edition does not know and that moved nowhere. `parts` and
    `facts` are of measures that both editions have, or that moved.
    """

    old: str
    new: str
    added: tuple[Added, ...]
    gone: tuple[str, ...]
    moved: tuple[Move, ...]
    withdrawn: tuple[Withdrawn, ...]
    states: tuple[StateChange, ...]
    parts: tuple[Part, ...]
    facts: tuple[FactChange, ...]

    @property
    def differs(self) -> bool:
        """Whether anything differs."""
        found = (self.added, self.gone, self.moved, self.withdrawn, self.states, self.parts)
        return any(found) or bool(self.facts)


def compare(old: Norm, new: Norm) -> Comparison:
    """Return what changed from `old` to `new`, which may also be the older of the two."""
    moved = _moves(old, new)
    parts = _parts(old, new)
    arrived = {move.target for move in moved}
    left = {move.number for move in moved}
    withdrawn = tuple(
        Withdrawn(number, new.measures[number].covered_by)
        for number in old.active
        if number in new.measures and new.measures[number].state == "withdrawn"
    )
    told = arrived | left | {each.number for each in withdrawn}
    return Comparison(
        old=old.edition,
        new=new.edition,
        added=tuple(
            Added(number, tuple(part.number for part in parts if part.target == number))
            for number in new.active
            if number not in old.measures and number not in arrived
        ),
        gone=tuple(n for n in old.measures if n not in new.measures and n not in left),
        moved=moved,
        withdrawn=withdrawn,
        states=tuple(
            StateChange(number, old.measures[number].state, measure.state)
            for number, measure in new.measures.items()
            if number in old.measures
            and number not in told
            and old.measures[number].state != measure.state
        ),
        parts=parts,
        facts=tuple(_facts(old, new, moved)),
    )


def _moves(old: Norm, new: Norm) -> tuple[Move, ...]:
    """Return the measures that moved as a whole; back, if the old edition tells of the move."""
    forth = [
        Move(number, target)
        for number in old.active
        if number in new.measures
        and (target := new.measures[number].moved_to) is not None
        and target not in old.active
    ]
    back = [
        Move(measure.moved_to, number)
        for number, measure in old.measures.items()
        if measure.moved_to is not None
        and new.requires(number)
        and not new.requires(measure.moved_to)
    ]
    return tuple(sorted({*forth, *back}, key=lambda move: numbers.order(move.number)))


def _parts(old: Norm, new: Norm) -> tuple[Part, ...]:
    """Return what moved in part; back, where the source stands in both editions."""
    forth = [
        Part(origin, number)
        for number in new.active
        for origin in new.measures[number].partly_from
        if origin in old.active and not _same_origin(old, number, origin)
    ]
    back = [
        Part(number, origin)
        for number in old.active
        for origin in old.measures[number].partly_from
        if origin in new.active and not _same_origin(new, number, origin)
    ]
    return tuple(sorted({*forth, *back}, key=lambda part: numbers.order(part.number)))


def _same_origin(edition: Norm, number: str, origin: str) -> bool:
    """Whether an edition has that part under `number` already, so that nothing moves."""
    measure = edition.measures.get(number)
    return measure is not None and origin in measure.partly_from


def _facts(old: Norm, new: Norm, moved: Iterable[Move]) -> Iterable[FactChange]:
    targets = dict(moved)
    for number in old.active:
        target = targets.get(number, number)
        measure = new.measures.get(target)
        if measure is None or not measure.active:
            continue
        before, after = asked(old.measures[number]), asked(measure)
        for aspect in dict.fromkeys((*before, *after)):
            was, now = before.get(aspect, ()), after.get(aspect, ())
            gone = tuple(value for value in was if value not in now)
            came = tuple(value for value in now if value not in was)
            if gone or came:
                yield FactChange(number, target, aspect, gone, came)


def asked(measure: Measure) -> dict[str, tuple[Any, ...]]:
    """Return what a measure asks as plain values by aspect, without the words that explain it."""
    facts = measure.facts
    found: dict[str, tuple[Any, ...]] = {}
    for key in _SINGLE:
        if key in facts:
            found[key] = _values(facts[key])
    for key in _GROUPS:
        for name, value in facts.get(key, {}).items():
            found[f"{key}.{name}"] = _values(value)
    return found


def _values(fact: Any) -> tuple[Any, ...]:
    """Return a fact as separate values, without its explanation: own words are no change."""
    if isinstance(fact, list):
        return tuple(fact)
    if isinstance(fact, dict):
        bare = {key: value for key, value in fact.items() if key not in _EXPLAINED_BY}
        return (bare or True,)
    return (fact,)
