"""Which files there are, their bytes and facts. Rules ask the tree nothing: facts are gathered."""

from __future__ import annotations

import errno
import os
import posixpath
import stat
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from bio2lint.history import Listing

YAML_ENDINGS = (".yaml", ".yml")
_LFS_HEADER = b"version https://git-lfs.github.com/spec/v1\n"
_CHUNK = 1 << 20
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_OUTSIDE = "points outside the root"
_NOT_REGULAR = "is no regular file"


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
    return path.lower().endswith(YAML_ENDINGS) and not _hidden(path)


def _hidden(path: str) -> bool:
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
        return sorted(files + [folder for folder in listing.closed if not _hidden(folder)])

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


class Overlay:
    """Another tree in which some files hold other bytes: what is not written yet."""

    def __init__(self, below: Tree, content: Mapping[str, bytes]) -> None:
        self._below = below
        self._content = content

    def paths(self) -> list[str]:
        """Return the paths of the tree below, and those of YAML that only the overlay has."""
        return sorted({*self._below.paths(), *filter(is_yaml, self._content)})

    def read(self, path: str, limit: int) -> bytes:
        """Return at most `limit` bytes of a file; OSError when it cannot be read."""
        content = self._content.get(path)
        return self._below.read(path, limit) if content is None else content[:limit]

    def fact(self, path: str, *, digest: bool) -> Fact:
        """Return what is known of a path; of a file that the overlay has, by its bytes."""
        content = self._content.get(posixpath.normpath(path))
        if content is None or path.endswith("/"):
            return self._below.fact(path, digest=digest)
        from io import BytesIO

        digests = digests_of(BytesIO(content)) if digest else frozenset[str]()
        return Fact("file", None, len(content), digests)

    def is_link(self, path: str) -> bool:
        """Whether what stands at a path is a link, or is found through one; writing leaves it."""
        return self._below.is_link(path)

    def top(self) -> tuple[Tree, str]:
        """Return the whole of the tree below; what the overlay has counts there as well."""
        top, prefix = self._below.top()
        return Overlay(top, {prefix + path: held for path, held in self._content.items()}), prefix


def _kinds(files: Iterable[str]) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for path in files:
        folder = posixpath.dirname(path)
        while folder and folder not in kinds:
            kinds[folder] = "folder"
            folder = posixpath.dirname(folder)
        kinds[path] = "file"
    return kinds


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


def refuse_pointer(content: bytes) -> bytes:
    """Return the bytes of a file; OSError (ENODATA) when Git LFS has them, and this is a note."""
    if content.startswith(_LFS_HEADER):
        raise OSError(errno.ENODATA, os.strerror(errno.ENODATA))
    return content


class Source(Protocol):
    """Bytes that come in one after another."""

    def read(self, count: int, /) -> bytes:
        """Return the next bytes, at most `count`; none at the end."""
        ...


def digests_of(stream: Source) -> frozenset[str]:
    """Return the digests that the content answers to, as `Fact.digests` says."""
    import hashlib

    as_is, unix, dos = hashlib.sha256(), hashlib.sha256(), hashlib.sha256()
    chunk, carried = stream.read(_CHUNK), b""
    if chunk.startswith(_LFS_HEADER):
        return _lfs_digest(chunk)
    while chunk:
        as_is.update(chunk)
        joined = carried + chunk
        carried = b"\r" if joined.endswith(b"\r") else b""
        lines = joined.removesuffix(carried).replace(b"\r\n", b"\n")
        unix.update(lines)
        dos.update(lines.replace(b"\n", b"\r\n"))
        chunk = stream.read(_CHUNK)
    unix.update(carried)
    dos.update(carried)
    return frozenset((as_is.hexdigest(), unix.hexdigest(), dos.hexdigest()))


def _lfs_digest(pointer: bytes) -> frozenset[str]:
    lines = pointer.decode("utf-8", "replace").splitlines()
    oids = (line.removeprefix("oid sha256:") for line in lines if line.startswith("oid sha256:"))
    return frozenset(oids)
