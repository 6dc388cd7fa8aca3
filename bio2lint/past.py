"""What used to stand in the administration, as far as the history of its repository tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint.model import Control, Evidence, Exemption, Paper
from bio2lint.model.fields import known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bio2lint.model import Record


class FormerDocument(NamedTuple):
    """A document that was deleted: its kind, the path of its file, and the numbers it named.

    `requirements` are canonical; they are those that it implements, proves, or is about.
    `revision` is the commit that still had it, or empty.
    """

    kind: str
    path: str
    requirements: frozenset[str] = frozenset()
    revision: str = ""


class Past(NamedTuple):
    """The documents that were deleted at some time, by id.

    `complete` is False where the history does not reach back to the beginning: of what is not among
    `former` it can then not be said that it is new.
    """

    former: Mapping[str, FormerDocument]
    complete: bool


def numbers_of(record: Record) -> frozenset[str]:
    """Return the numbers that a record implements, proves or is about."""
    if isinstance(record, Control):
        return frozenset(known(record.implements))
    if isinstance(record, (Evidence, Exemption, Paper)):
        return frozenset(known(record.requirements))
    return frozenset()
