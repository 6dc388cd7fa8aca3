"""What used to stand in the administration, as far as the history of its repository tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class FormerDocument(NamedTuple):
    """A document that was deleted: its kind, and the numbers of the norm that it named.

    Those are canonical: what it implements, proves, or is about.
    """

    kind: str
    requirements: frozenset[str] = frozenset()


class Past(NamedTuple):
    """The documents that were deleted at some time, by id.

    `complete` is False where the history does not reach back to the beginning: of what is not among
    `former` it can then not be said that it is new.
    """

    former: Mapping[str, FormerDocument]
    complete: bool
