"""Where the files that are judged come from: the disk, or a commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint.tree import WorkTree

if TYPE_CHECKING:
    from datetime import date

    from bio2lint.tree import Tree
    from bio2lint.tree.revision import Seen


class Source(NamedTuple):
    """The files that are judged, the date that they are judged on, and whose they are.

    `commit` is None for those on disk.
    """

    tree: Tree
    as_of: date
    commit: str | None = None


def find(
    root: str,
    rev: str | None,
    as_of: date,
    *,
    on_its_own_day: bool = False,
    seen: Seen | None = None,
) -> Source:
    """Return what is on disk below the root, or what the commit that `rev` names has there.

    A commit can be judged on the day on which it was made, in the place of `as_of`; `seen` is what
    is known of the objects of others. Refused (status 2) when there is no such commit, or it cannot
    be read.
    """
    if rev is None:
        return Source(WorkTree(root), as_of)
    from bio2lint.history import commits
    from bio2lint.tree.revision import Revision

    commit = commits.resolve(root, rev)
    day = commits.committed(root, commit) if on_its_own_day else as_of
    return Source(Revision(root, commit, seen), day, commit)
