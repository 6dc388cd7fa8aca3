"""The files of one commit, read from Git without a checkout."""

from __future__ import annotations

import errno
import os
import posixpath
from functools import cached_property
from typing import TYPE_CHECKING

from bio2lint.history import commits
from bio2lint.history.objects import LINK, SUBMODULE, Objects, entries
from bio2lint.tree.content import digests_of, refuse_pointer
from bio2lint.tree.snapshot import Fact, is_outside, is_yaml, spelled

if TYPE_CHECKING:
    from typing import NoReturn, Self

    from bio2lint.history.objects import Entry

# As many links as Linux follows on one path.
_MOST_LINKS = 40
_LONGEST_LINK = 1 << 12


class Seen:
    """What was read of objects: who looks at several commits of a repository reads each once."""

    def __init__(self) -> None:
        self.contents: dict[tuple[str, int], bytes] = {}
        self.measures: dict[tuple[str, bool], tuple[int, frozenset[str]]] = {}


class Revision:
    """The files that a commit (40 or 64 hexadecimal digits) has below `root`.

    `root` is a folder in a Git work tree, there or not. `seen` gives and is given what is known of
    the objects of other commits. Refused (status 2) when Git cannot list the commit. Close it, or
    let go of it, to end what reads for it.
    """

    def __init__(self, root: str, commit: str, seen: Seen | None = None) -> None:
        self.root = os.path.realpath(root)
        self.commit = commit
        top = commits.top_of(self.root)
        below = os.path.relpath(self.root, top).replace(os.sep, "/")
        self._prefix = "" if below == os.curdir else f"{below}/"
        self._entries = entries(top, commit, self._prefix.rstrip("/"))
        self._objects = Objects(top, commit)
        self._followed: dict[str, tuple[str, int]] = {}
        self._seen = seen

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """End what reads for it; a later read starts it anew."""
        self._objects.close()
        if "_whole" in self.__dict__:
            self._whole.close()

    def paths(self) -> list[str]:
        """Return every YAML file of the commit below the root, sorted; links among them."""
        found = self._entries.items()
        return sorted(path for path, one in found if one.mode != SUBMODULE and is_yaml(path))

    def read(self, path: str, limit: int) -> bytes:
        """Return at most `limit` bytes of a file; OSError when it cannot be read.

        Links are followed within the root. ENODATA: this clone does not have the content.
        """
        blob = self.blob(path)
        if self._seen is not None and (known := self._seen.contents.get((blob, limit))) is not None:
            return known
        with self._objects.opened(blob) as body:
            content = refuse_pointer(body.read(limit))
        if self._seen is not None:
            self._seen.contents[blob, limit] = content
        return content

    def blob(self, path: str) -> str:
        """Return the name of the object that a path holds: equal names mean equal bytes.

        OSError when it is no file, or a link that leads to none within the root.
        """
        entry = self._entries.get(path)
        if entry is None or entry.mode == LINK:
            entry = self._entries.get(self.real(path))
        if entry is None or entry.mode == SUBMODULE:
            _refuse(errno.EISDIR)
        return entry.blob

    def fact(self, path: str, *, digest: bool) -> Fact:
        """Return what the commit says of `path`, with exact case."""
        normal = posixpath.normpath(path)
        try:
            found = _refuse(errno.EXDEV) if is_outside(path) else spelled(normal, self._names)
            real = "" if found is None else self.real(found)
            if found is not None and found != "." and not real:
                _refuse(errno.EXDEV)
        except OSError as error:
            return Fact("outside" if error.errno == errno.EXDEV else "missing")
        if found is None:
            # What another repository holds is known to that one alone.
            return Fact("submodule" if normal.startswith(self._submodules) else "missing")
        respelled = None if found == normal else found
        entry = self._entries.get(real)
        if entry is None or entry.mode == SUBMODULE:
            return Fact("folder" if entry is None else "submodule", respelled)
        if path.endswith("/"):
            return Fact("missing")
        return Fact("file", respelled, *self._measured(entry, digest=digest))

    def is_link(self, path: str) -> bool:
        """Whether what stands at a path is a link, or is found through one."""
        if (entry := self._entries.get(path)) is not None:
            return entry.mode == LINK
        try:
            return self.real(path) != path
        except OSError:
            return False

    def top(self) -> tuple[Revision, str]:
        """Return the whole commit, and how this root is called there."""
        return (self._whole, self._prefix) if self._prefix else (self, "")

    @cached_property
    def _whole(self) -> Revision:
        return Revision(commits.top_of(self.root), self.commit, self._seen)

    def _measured(self, entry: Entry, *, digest: bool) -> tuple[int, frozenset[str]]:
        asked = entry.blob, digest
        if self._seen is not None and asked in self._seen.measures:
            return self._seen.measures[asked]
        try:
            if digest:
                with self._objects.opened(entry.blob) as body:
                    measured = body.left, digests_of(body)
            else:
                measured = self._objects.size(entry.blob), frozenset[str]()
        except OSError:
            return 0, frozenset()
        if self._seen is not None:
            self._seen.measures[asked] = measured
        return measured

    @cached_property
    def _submodules(self) -> tuple[str, ...]:
        return tuple(f"{path}/" for path, one in self._entries.items() if one.mode == SUBMODULE)

    def _names(self, folder: str) -> set[str]:
        """Return the names in a folder, through links; none when it is no folder."""
        return self._folders.get(self.real(folder), set())

    @cached_property
    def _folders(self) -> dict[str, set[str]]:
        """The names in every folder of the commit; Git keeps no empty ones."""
        found: dict[str, set[str]] = {"": set()}
        for path in self._entries:
            folder, known = path, False
            while folder and not known:
                folder, _, name = folder.rpartition("/")
                known = folder in found
                found.setdefault(folder, set()).add(name)
        return found

    def real(self, path: str) -> str:
        """Return where a path leads, with every link on the way followed.

        OSError when it leads out of the root (EXDEV), nowhere (ENOENT) or in a circle (ELOOP).
        """
        entry = self._entries.get(path)
        if path in self._folders or (entry is not None and entry.mode != LINK):
            return path
        if path not in self._followed:
            # Whoever looks for a path asks for its folders first.
            folder, _, name = path.rpartition("/")
            if folder in self._followed:
                self._followed[path] = self._follow(*self._followed[folder], [name])
            else:
                self._followed[path] = self._follow("", 0, path.split("/")[::-1])
        return self._followed[path][0]

    def _follow(self, at: str, links: int, to_go: list[str]) -> tuple[str, int]:
        """Return where the names `to_go` (the last one first) lead from a folder below the root.

        `links` counts those that were followed.
        """
        at = f"{self._prefix}{at}".rstrip("/")
        while to_go:
            part = to_go.pop()
            if part == "..":
                at = posixpath.dirname(at) if at else _refuse(errno.EXDEV)
            if part in ("", ".", ".."):
                continue
            below = self._below(posixpath.join(at, part))
            entry = self._entries.get(below)
            if entry is None and below not in self._folders:
                _refuse(errno.ENOENT)
            if entry is not None and entry.mode == LINK:
                links = links + 1 if links < _MOST_LINKS else _refuse(errno.ELOOP)
                to_go += self._target(entry).split("/")[::-1]
                continue
            if entry is not None and to_go:
                _refuse(errno.ENOTDIR)
            at = posixpath.join(at, part)
        if f"{at}/".startswith(self._prefix):
            return self._below(at), links
        return _refuse(errno.EXDEV)

    def _below(self, at: str) -> str:
        """Return a place in the Git work tree by its path below the root.

        It is empty for the root and the folders above it; OSError (EXDEV) elsewhere outside.
        """
        if self._prefix.startswith(f"{at}/"):
            return ""
        return (
            at.removeprefix(self._prefix) if at.startswith(self._prefix) else _refuse(errno.EXDEV)
        )

    def _target(self, link: Entry) -> str:
        with self._objects.opened(link.blob) as body:
            target = os.fsdecode(body.read(_LONGEST_LINK))
        return _refuse(errno.EXDEV) if target.startswith("/") else target


def _refuse(number: int) -> NoReturn:
    raise OSError(number, os.strerror(number))
