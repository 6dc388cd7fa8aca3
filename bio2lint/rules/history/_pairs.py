"""The records that two states of a repository share, by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository


def pairs(before: Repository, after: Repository) -> Iterator[tuple[Record, Record]]:
    """Yield each record that was edited with what it was, where each side has one of that id."""
    for record in after.records:
        if isinstance(record.id, str) and record.id in after.edited:
            old, new = before.by_id.get(record.id, ()), after.by_id[record.id]
            if len(old) == len(new) == 1 and old[0].kind == record.kind:
                yield old[0], record
