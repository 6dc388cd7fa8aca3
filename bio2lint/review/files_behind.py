"""The files that documents refer to: a design in Markdown, the file behind evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import decisions
from bio2lint.finding import json_pointer
from bio2lint.model import Paper
from bio2lint.review import table
from bio2lint.review.change import Change
from bio2lint.review.sides import AFTER, BEFORE, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bio2lint.repository import NamedPath, Repository
    from bio2lint.tree import Fact, Tree

_HERE = ("file", "folder")


def changes(
    before: Repository,
    after: Repository,
    trees: tuple[Tree, Tree],
    renamed: Mapping[str, str],
    same: Callable[[str], bool] | None = None,
) -> Iterator[Change | Unread]:
    """Yield each file that a document refers to on both sides and that changed, came or went.

    `renamed` has the new id of each document that only got another one, by the old. A file whose
    line endings alone differ is the same; of one that cannot be read on a side, that is told.
    `same` tells of a path in both trees that its bytes are known to be equal.
    """
    named_before = {
        (renamed.get(one.record.name, one.record.name), one.path) for one in before.paths
    }
    seen: set[tuple[str, str]] = set()
    facts: dict[str, tuple[Fact, Fact]] = {}
    for one in after.paths:
        known_by = one.record.name, one.path
        if known_by in seen or known_by not in named_before or not one.path:
            continue
        seen.add(known_by)
        if same is not None and same(one.path):
            continue
        if one.path not in facts:
            old, new = (tree.fact(one.path, digest=True) for tree in trees)
            facts[one.path] = old, new
        unread = list(_unread(one.path, *facts[one.path]))
        yield from unread
        anew = isinstance(one.record, Paper) and decisions.approved_anew(before, after, one.record)
        spelled = None if unread else _spelled(one, *facts[one.path], anew=anew)
        if spelled is not None:
            yield _change(one, spelled)


def _unread(path: str, old: Fact, new: Fact) -> Iterator[Unread]:
    for side, fact in ((BEFORE, old), (AFTER, new)):
        if fact.kind == "file" and not fact.digests:
            yield Unread(path, side)
    if old.kind in _HERE and new.kind == "submodule":
        yield Unread(path, AFTER)


def _spelled(one: NamedPath, old: Fact, new: Fact, *, anew: bool) -> str | None:
    """Return the verdict on a file as the table spells it; None where it is the same.

    `anew` says that the document was approved in the same change.
    """
    if (old.kind, new.kind) == ("file", "file"):
        return None if old.digests & new.digests else f"neutral {_reason(one, anew=anew)}"
    if old.kind in _HERE and new.kind == "missing":
        return "weakens file-gone"
    if old.kind == "missing" and new.kind in _HERE:
        return "strengthens file-back"
    return None


def _reason(one: NamedPath, *, anew: bool) -> str:
    record = one.record
    if record.kind == "evidence":
        return "evidence-file-changed"
    if not isinstance(record, Paper) or record.status != "approved":
        return "file-changed"
    return "file-approved-anew" if anew else "approved-file-changed"


def _change(one: NamedPath, spelled: str) -> Change:
    direction, why = table.load().verdict(spelled)
    record, pointer = one.record, one.reference.pointer
    gone, back = direction == "weakens", direction == "strengthens"
    return Change(
        document=record.id if isinstance(record.id, str) else None,
        kind=record.kind,
        path=record.path,
        pointer=json_pointer(pointer),
        field=".".join(step for step in pointer if isinstance(step, str)),
        before=None if back else one.path,
        after=None if gone else one.path,
        direction=direction,
        why=why,
    )
