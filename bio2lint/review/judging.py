"""A difference → a change: its direction by the table, and the decision that supports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import json_pointer
from bio2lint.review import decisions, events, table, walk
from bio2lint.review.cases import PREDICATES
from bio2lint.review.change import NEUTRAL, WEAKENS, Change
from bio2lint.review.step import Step, Weakening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.review.change import Side
    from bio2lint.review.step import Edits
    from bio2lint.review.table import Verdict
    from bio2lint.review.walk import Difference

_OF_VALUES = {
    events.GARBLED: "weakens not-understood",
    events.MENDED: "strengthens understood",
}


def judge(
    found: Difference, old: Side | None, new: Side | None, edits: Edits, grave: frozenset[str]
) -> Change:
    """Return the change that a difference makes.

    `grave` are the ids of documents with something grave wrong after the change.
    """
    event = events.event(found, edits.before)
    step = Step(event, found.before, found.after, old, new, edits, found.pointer)
    direction, why = _verdict(found, step)
    supported = None
    if direction == WEAKENS:
        weakening = Weakening(step, found.path, grave)
        supported = decisions.support(weakening, found.entry.supported_by)
    side = new or old
    assert side is not None  # noqa: S101 (a change is of a document)
    return Change(
        document=side.id,
        kind=side.kind,
        path=side.path,
        pointer=json_pointer(found.pointer),
        field=found.field,
        before=found.before,
        after=found.after,
        direction=direction,
        why=why,
        supported=supported,
        old=old,
        new=new,
    )


def brought(new: Side, edits: Edits, grave: frozenset[str]) -> Iterator[Change]:
    """Yield what a document that came brings along that weakens: an acceptance, access, powers.

    Where the document itself weakens, that says it all; nothing is weaker than no administration.
    """
    said = table.load()
    entry = said.kinds[str(new.kind)]
    itself = entry.events["added"].direction
    if itself == WEAKENS or not edits.before.records:
        return
    for found in walk.differences(entry, said.other, {}, new.data):
        if events.event(found, edits.before) in ("added", "first"):
            change = judge(found, None, new, edits, grave)
            if change.direction == WEAKENS:
                yield change


def _verdict(found: Difference, step: Step) -> Verdict:
    said = table.load()
    named = found.entry.events
    comes = named.get("added")
    if step.event == events.MENDED and comes is not None and comes.direction == WEAKENS:
        return comes
    if step.event in _OF_VALUES:
        return said.verdict(_OF_VALUES[step.event])
    for name, verdict in found.entry.cases:
        if PREDICATES[name](step):
            return verdict
    event = "added" if step.event == "first" else step.event
    return named.get(step.event) or named.get(event) or said.verdict(f"{NEUTRAL} neutral")


def shown(side: Side) -> str:
    """Return what a whole document is called where it comes or goes: its title, else its id."""
    title = side.data.get("title")
    return title if isinstance(title, str) else side.id or side.path
