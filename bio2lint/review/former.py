"""What ids of new documents stood for in the past of the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import document as documents_of
from bio2lint import numbers
from bio2lint.past import FormerDocument, Past
from bio2lint.status import Refused

if TYPE_CHECKING:
    from bio2lint.engine import Result

_NUMBERS = ("implements", "requirements")


def find(root: str, commit: str, old: Result, new: Result) -> Past:
    """Return what the history up to a commit has of the ids that are new after it.

    It is incomplete where the clone is shallow, or where Git cannot tell or takes too long.
    """
    from bio2lint.history import commits, former

    known = set(old.repository.by_id)
    ids = [name for name in new.repository.by_id if name not in known]
    try:
        complete = not commits.shallow(root)
        files = former.former(root, commit, ids)
    except (Refused, TimeoutError):
        return Past({}, complete=False)
    return Past(
        {name: found for name, content in files.items() if (found := _document(name, content))},
        complete,
    )


def _document(name: str, content: bytes) -> FormerDocument | None:
    """Return the document with an id in the bytes of a file; None where it only looked like one."""
    for document in documents_of.read("", content):
        if document.record is not None and document.record.id == name and document.kind:
            data = document.data or {}
            stated = [item for key in _NUMBERS for item in _items(data.get(key))]
            canonical = (numbers.canonical(str(item)) or str(item) for item in stated)
            return FormerDocument(document.kind, frozenset(canonical))
    return None


def _items(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]
