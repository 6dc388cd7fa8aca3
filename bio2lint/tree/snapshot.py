"""What a tree tells: paths, bytes and facts, and how paths are understood."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_YAML_ENDINGS = (".yaml", ".yml")


class Fact(NamedTuple):
    """What is known of a path: `kind` is file, folder, submodule, outside or missing.

    `spelled` is the path as the disk spells it when only upper and lower case differ. `digests`
    are the SHA-256 values (lowercase) that the content answers to: as it is, with LF or CR LF line
    endings, or the one that a Git LFS pointer names. They are empty unless asked for.
    """

    kind: str
    spelled: str | None = None
    size: int = 0
    digests: frozenset[str] = frozenset()


class Tree(Protocol):
    """A snapshot of the files below a root. Paths are relative to it, with forward slashes."""

    def paths(self) -> list[str]:
        """Return every YAML file that may hold documents, sorted.

        A folder that cannot be listed is among them, with a slash at its end: reading it fails.
        """
        ...

    def read(self, path: str, limit: int) -> bytes:
        """Return at most `limit` bytes of a file; OSError when it cannot be read."""
        ...

    def fact(self, path: str, *, digest: bool) -> Fact:
        """Return what is known of a path that a document names."""
        ...

    def is_link(self, path: str) -> bool:
        """Whether what stands at a path is a link, or is found through one."""
        ...

    def top(self) -> tuple[Tree, str]:
        """Return the tree of the whole Git repository, and how this root is called there: `a/b/`.

        Where the root is the top, or in no repository, that is this tree itself, and no name.
        """
        ...


def is_yaml(path: str) -> bool:
    """Whether a path is one that may hold documents: YAML, with no part that begins with a dot."""
    return path.lower().endswith(_YAML_ENDINGS) and not is_hidden(path)


def is_hidden(path: str) -> bool:
    """Whether a part of a path begins with a dot."""
    return path.startswith(".") or "/." in path


def is_outside(path: str) -> bool:
    """Whether a path that a document names leads out of the root by its spelling alone."""
    normal = posixpath.normpath(path)
    return normal.startswith(("/", "../")) or normal == ".." or "\\" in path or "\0" in path


def spelled(path: str, names: Callable[[str], Collection[str]]) -> str | None:
    """Return a normal path as the tree spells it, compared without case; None when there is none.

    `names` gives the names in a folder, which is empty for the root.
    """
    if path == ".":
        return path
    so_far = ""
    for part in path.split("/"):
        here = names(so_far)
        if part not in here:
            folded = part.casefold()
            same = [name for name in here if name.casefold() == folded]
            if len(same) != 1:
                return None
            part = same[0]  # noqa: PLW2901 (the tree's spelling goes on)
        so_far = f"{so_far}/{part}" if so_far else part
    return so_far
