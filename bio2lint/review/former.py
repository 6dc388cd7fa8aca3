"""What the new ids of a change once stood for, as far as the history tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import document as documents_of
from bio2lint.past import FormerDocument, Past, numbers_of
from bio2lint.status import Refused

if TYPE_CHECKING:
    from bio2lint.history.former import FormerFile
    from bio2lint.repository import Repository


def past(root: str, commit: str | None, before: Repository, after: Repository) -> Past:
    """Return the documents that once had an id which is new after the change.

    `commit` is what it is compared with. Where nothing is new, all is known.
    """
    new = after.by_id.keys() - before.by_id.keys()
    if not new or commit is None:
        return Past({}, complete=not new)
    from bio2lint.history import commits
    from bio2lint.history.former import former

    try:
        files, complete = former(root, commit, new)
        complete = complete and not commits.shallow(root)
    except (Refused, TimeoutError):
        return Past({}, complete=False)
    found = {name: one for name, file in files.items() if (one := _document(name, file))}
    return Past(found, complete)


def _document(name: str, file: FormerFile) -> FormerDocument | None:
    for document in documents_of.read(file.path, file.content):
        record = document.record
        if record is not None and record.id == name:
            return FormerDocument(record.kind, file.path, numbers_of(record))
    return None
