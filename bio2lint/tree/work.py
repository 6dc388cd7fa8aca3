"""The files on disk."""

from __future__ import annotations

import errno
import os
import posixpath
import stat
from typing import TYPE_CHECKING

from bio2lint.tree.content import digests_of, refuse_pointer
from bio2lint.tree.snapshot import Fact, is_hidden, is_outside, is_yaml, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.history import Listing
    from bio2lint.tree.snapshot import Tree

_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_OUTSIDE = "points outside the root"
_NOT_REGULAR = "is no regular file"


class WorkTree:
    """The files on disk below `root`, without those that Git ignores."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)
        self._folders: dict[str, frozenset[str]] = {}
        self._safe_folders: dict[str, bool] = {}
        self._submodules: tuple[str, ...] | None = None
        self._left_out: dict[str, str] | None = None

    def paths(self) -> list[str]:
        """Return every YAML file below the root that Git does not ignore, sorted.

        Folders that cannot be listed are among them, with a slash at their end.
        """
        from bio2lint import history

        listing = history.visible_files(self.root) or self._walk()
        self._left_out = _kinds(listing.left_out)
        files = [path for path in listing.files if is_yaml(path)]
        return sorted(files + [folder for folder in listing.closed if not is_hidden(folder)])

    def _walk(self) -> Listing:
        from bio2lint.history import Listing, git_root

        found: list[str] = []
        closed: list[str] = []
        in_git = git_root(self.root) is not None
        for folder, below, files in os.walk(
            self.root, onerror=lambda error: closed.append(self._named(error.filename) + "/")
        ):
            # A repository within one is not part of it: so Git sees submodules.
            below[:] = [
                name
                for name in below
                if not name.startswith(".")
                and not (in_git and os.path.lexists(os.path.join(folder, name, ".git")))
            ]
            base = self._named(folder)
            prefix = "" if base == "." else f"{base}/"
            found += [prefix + name for name in files]
        return Listing(found, closed)

    def _named(self, folder: str) -> str:
        return os.path.relpath(folder, self.root).replace(os.sep, "/")

    def read(self, path: str, limit: int) -> bytes:
        """Return at most `limit` bytes; OSError when it is no regular file or cannot be read."""
        full = f"{self.root}/{path}"
        if not self._folder_inside(full.rpartition("/")[0]):
            raise OSError(errno.EXDEV, _OUTSIDE)
        # A pipe or device would block: opened without waiting, and refused unless regular.
        try:
            handle = os.open(full, os.O_RDONLY | _NO_WAIT | _NO_FOLLOW)
        except OSError as error:
            if error.errno == errno.ENOENT and self._not_written().get(path) == "file":
                raise OSError(errno.ENODATA, os.strerror(errno.ENODATA)) from error
            if error.errno not in (errno.ELOOP, errno.EMLINK) or not os.path.islink(full):
                raise
            if not self._inside(full):
                raise OSError(errno.EXDEV, _OUTSIDE) from error
            handle = os.open(os.path.realpath(full), os.O_RDONLY | _NO_WAIT | _NO_FOLLOW)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(errno.ENOTSUP, _NOT_REGULAR)
            return refuse_pointer(_read_up_to(handle, limit, status.st_size))
        finally:
            os.close(handle)

    def _folder_inside(self, folder: str) -> bool:
        if folder not in self._safe_folders:
            self._safe_folders[folder] = folder == self.root or self._inside(folder)
        return self._safe_folders[folder]

    def _inside(self, full: str) -> bool:
        return os.path.realpath(full).startswith(self.root.rstrip(os.sep) + os.sep)

    def fact(self, path: str, *, digest: bool) -> Fact:
        """Return what the disk says of `path`; exact case is demanded on every file system."""
        if is_outside(path):
            return Fact("outside")
        normal = posixpath.normpath(path)
        found = spelled(normal, self._names)
        if found is None:
            return Fact(self._kind_elsewhere(normal))
        full = os.path.join(self.root, found)
        if found != "." and not self._inside(full):
            return Fact("outside")
        kind, size = _kind(full)
        if kind == "file" and path.endswith("/"):
            return Fact("missing")
        return Fact(
            kind,
            None if found == normal else found,
            size,
            self._digests(full) if digest and kind == "file" else frozenset(),
        )

    def is_link(self, path: str) -> bool:
        """Whether what stands at a path is a link, or is found through one."""
        full = f"{self.root}/{path}"
        return os.path.lexists(full) and os.path.realpath(full) != full

    def top(self) -> tuple[Tree, str]:
        """Return the tree of the whole Git work tree, and how this root is called there."""
        from bio2lint import history

        top = history.git_root(self.root) or self.root
        if top == self.root:
            return self, ""
        return WorkTree(top), os.path.relpath(self.root, top).replace(os.sep, "/") + "/"

    def _kind_elsewhere(self, path: str) -> str:
        """Return what is at a path that is not on disk, as far as Git knows."""
        if self._in_submodule(path):
            return "submodule"
        return self._not_written().get(path, "missing")

    def _not_written(self) -> dict[str, str]:
        """Return the kinds of the files, and of their folders, that a sparse checkout left out."""
        if self._left_out is None:
            from bio2lint import history

            listing = history.visible_files(self.root)
            self._left_out = _kinds(listing.left_out if listing else ())
        return self._left_out

    def _in_submodule(self, path: str) -> bool:
        # What another repository holds is only here once it has been fetched.
        if self._submodules is None:
            from bio2lint import history

            self._submodules = tuple(
                f"{folder}/"
                for folder in history.submodules(self.root)
                if not os.path.exists(os.path.join(self.root, folder, ".git"))
            )
        return path.startswith(self._submodules)

    def _names(self, folder: str) -> frozenset[str]:
        if folder not in self._folders:
            try:
                names = frozenset(os.listdir(os.path.join(self.root, folder)))
            except OSError:
                names = frozenset()
            self._folders[folder] = names
        return self._folders[folder]

    def _digests(self, full: str) -> frozenset[str]:
        try:
            with open(full, "rb") as stream:
                return digests_of(stream)
        except OSError:
            return frozenset()


def _kind(full: str) -> tuple[str, int]:
    """Return what stands at a path (file, folder, submodule or missing) and its size in bytes."""
    try:
        status = os.stat(full)
    except OSError:
        return "missing", 0
    if stat.S_ISDIR(status.st_mode):
        return ("submodule" if os.path.exists(os.path.join(full, ".git")) else "folder"), 0
    return ("file", status.st_size) if stat.S_ISREG(status.st_mode) else ("missing", 0)


def _read_up_to(handle: int, limit: int, size: int) -> bytes:
    # A read sets aside as many bytes as it asks for: too many for a file of a few lines.
    content = os.read(handle, min(limit, size + 1))
    while size < len(content) < limit and (more := os.read(handle, limit - len(content))):
        content += more
    return content


def _kinds(files: Iterable[str]) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for path in files:
        folder = posixpath.dirname(path)
        while folder and folder not in kinds:
            kinds[folder] = "folder"
            folder = posixpath.dirname(folder)
        kinds[path] = "file"
    return kinds
