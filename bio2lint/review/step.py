"""One difference that is to be judged, with all that may be asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from bio2lint.finding import Pointer
    from bio2lint.repository import Repository
    from bio2lint.review.change import Side


class Edits(NamedTuple):
    """What else a change does, for what one field alone cannot tell.

    `fresh` are the ids of controls and evidence that were added, or of which more can be said.
    """

    before: Repository
    after: Repository
    fresh: frozenset[str]


class Step(NamedTuple):
    """One difference that is judged: what happened, the values, the document's two sides."""

    event: str
    before: Any
    after: Any
    old: Side | None
    new: Side | None
    edits: Edits
    pointer: Pointer = ()

    @property
    def name(self) -> str:
        """Return the id of the document, or nothing."""
        side = self.new or self.old
        return (side.id if side is not None else None) or ""

    @property
    def kind(self) -> str:
        """Return the kind of the document, or nothing."""
        side = self.new or self.old
        return (side.kind if side is not None else None) or ""


class Weakening(NamedTuple):
    """A weakening that may be supported: what happened, and in which field.

    `path` are the names of keys down to the field; `grave` the ids of documents in which, after the
    change, something grave is wrong: their decisions carry nothing.
    """

    step: Step
    path: tuple[str, ...]
    grave: frozenset[str]

    @property
    def before(self) -> Repository:
        """Return the index before the change."""
        return self.step.edits.before

    @property
    def after(self) -> Repository:
        """Return the index after the change."""
        return self.step.edits.after
