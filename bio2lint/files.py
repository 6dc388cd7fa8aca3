"""Reading a file up to a limit, writing some wholly or not at all, and why the system refuses."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Text
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}
_OPEN_FILES = ("/dev/fd", "/proc/self/fd")
_MOST_DIGITS = 9
_REASONS = {
    errno.ENOENT: Text(nl="het bestaat niet", en="it does not exist"),
    errno.ENOTDIR: Text(nl="het pad loopt door een bestand", en="the path runs through a file"),
    errno.EISDIR: Text(nl="het is een map", en="it is a folder"),
    errno.EACCES: Text(nl="geen toegang", en="no access"),
    errno.EPERM: Text(nl="geen toegang", en="no access"),
    errno.EROFS: Text(nl="hier kan alleen worden gelezen", en="it can only be read here"),
    errno.ENOSPC: Text(nl="de schijf is vol", en="the disk is full"),
    errno.ENAMETOOLONG: Text(nl="de naam is te lang", en="the name is too long"),
    errno.EXDEV: Text(nl="het wijst naar buiten de hoofdmap", en="it leads outside the root"),
    errno.ENOTSUP: Text(nl="het is geen gewoon bestand", en="it is no regular file"),
    errno.ELOOP: Text(nl="koppelingen lopen rond", en="links run in a circle"),
    errno.EIO: Text(nl="het is beschadigd of niet te lezen", en="it is damaged or illegible"),
    errno.ENODATA: Text(
        nl="de inhoud zelf staat nog op de server, door Git LFS of een gedeeltelijke kloon, of is "
        "weggelaten door een sparse checkout",
        en="the content itself is still on the server, by Git LFS or a partial clone, or left out "
        "by a sparse checkout",
    ),
}

_NO_FOLDER = Text(nl="de map bestaat niet", en="the folder does not exist")


def reason(error: OSError) -> Text:
    """Return why the system refused, in its own words where none are at hand here."""
    words = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Text(nl=words, en=words))


def read(path: str, limit: int) -> bytes:
    """Return at most `limit` bytes of a regular file; OSError when it cannot be read.

    Never waits for a pipe or a device.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(handle, "rb") as stream:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            kind = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENOTSUP
            raise OSError(kind, os.strerror(kind))
        return stream.read(limit)


def write(path: str, text: str) -> None:
    """Write `text` as UTF-8 to `path`, replacing it in one step; Refused (status 2) if it fails.

    A device or pipe (`/dev/stdout`) is written to as it is. Links are followed: the path is one
    that the user typed.
    """
    content = text.encode("utf-8", "backslashreplace")
    try:
        number = _open_already(path)
        if number is not None or (os.path.exists(path) and not os.path.isfile(path)):
            with open(path if number is None else number, "wb", closefd=number is None) as stream:
                stream.write(content)
        else:
            _replace(os.path.realpath(path), content)
    except OSError as error:
        raise _unwritten(path, error) from error


def _open_already(path: str) -> int | None:
    """Return the number of an open file that a path names, None for any other path.

    Replacing the file behind it would lose what it holds.
    """
    folder, _, name = path.rpartition("/")
    numbered = name.isascii() and name.isdecimal() and len(name) <= _MOST_DIGITS
    return int(name) if folder in _OPEN_FILES and numbered else _STREAMS.get(path)


def _unwritten(path: str, error: OSError) -> Refused:
    why = _NO_FOLDER if error.errno == errno.ENOENT else reason(error)
    return Refused(
        USAGE,
        Text(
            nl=f"Het rapport {path} kan niet worden geschreven: {why.nl}.",
            en=f"The report {path} cannot be written: {why.en}.",
        ),
    )


def append(path: str, text: str, largest: int) -> bool:
    """Add `text` as UTF-8 to the end of a file; Refused (status 2) if that fails.

    False, with nothing written, when the file would have more than `largest` bytes.
    """
    content = text.encode("utf-8", "backslashreplace")
    try:
        with open(path, "ab") as stream:
            fits = stream.tell() + len(content) <= largest
            if fits:
                stream.write(content)
            return fits
    except OSError as error:
        raise _unwritten(path, error) from error


def write_below(root: str, path: str, text: str) -> None:
    """Write `text` to `path` below `root`, as `write` does; Refused (status 2) if it fails.

    A repository may hold links that somebody else made: none is followed out of the root, and
    nothing but a regular file is replaced.
    """
    try:
        target = _replaceable(root, path)
        _replace(target, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        why = _NO_FOLDER if error.errno == errno.ENOENT else reason(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"{path} kan niet worden geschreven: {why.nl}.",
                en=f"{path} cannot be written: {why.en}.",
            ),
        ) from error


def _replaceable(root: str, path: str) -> str:
    """Return the real path of a file below the root, there or not yet, else OSError."""
    target = os.path.realpath(os.path.join(root, path))
    if not _is_below(root, target):
        raise OSError(errno.EXDEV, "points outside the root")
    if os.path.lexists(target) and not os.path.isfile(target):
        kind = errno.EISDIR if os.path.isdir(target) else errno.ENOTSUP
        raise OSError(kind, os.strerror(kind))
    return target


def _is_below(root: str, target: str) -> bool:
    return target.startswith(os.path.realpath(root).rstrip(os.sep) + os.sep)


def _replace(path: str, content: bytes) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with open(handle, "wb") as stream:
            stream.write(content)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


class _Staged(NamedTuple):
    """A file about to be replaced: its new and its old bytes lie ready beside it."""

    path: str
    target: str
    old: bytes
    new: bytes
    fresh: str
    spare: str


def replace_all(root: str, changes: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Replace the bytes of several files (path below `root` → old and new bytes), all or none.

    Links are followed as long as they stay below the root; a file keeps its mode. Refused (status
    2) when a file no longer holds its old bytes or cannot be written: those written before it are
    then put back, and the messages name any that could not be.
    """
    with ExitStack() as temporaries:
        staged: dict[str, _Staged] = {}
        for path, (old, new) in changes.items():
            with _refusing(path):
                target = _target(root, path)
                if target not in staged:
                    fresh, spare = (_beside(target, part, temporaries) for part in (new, old))
                    staged[target] = _Staged(path, target, old, new, fresh, spare)
            if staged[target][2:4] != (old, new):
                raise Refused(USAGE, _twice(staged[target].path, path))
        _swap(staged.values())


def _target(root: str, path: str) -> str:
    """Return the real path of a regular file below the root that may be written, else OSError."""
    target = os.path.realpath(os.path.join(root, path))
    if not _is_below(root, target):
        raise OSError(errno.EXDEV, "points outside the root")
    if not stat.S_ISREG(os.stat(target).st_mode):
        raise OSError(errno.ENOTSUP, "is no regular file")
    if not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, "is read-only")
    return target


def _beside(target: str, content: bytes, temporaries: ExitStack) -> str:
    """Write bytes to a new file beside `target`, with its owner and mode, and return its path.

    Its name is hidden and not that of YAML: should it stay behind, it counts for no document.
    """
    from tempfile import mkstemp

    handle, name = mkstemp(".tmp", ".bio2lint-", os.path.dirname(target))
    temporaries.callback(_remove, name)
    with open(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    status = os.stat(target)
    with suppress(OSError, AttributeError):  # not everybody may, and not every system can
        os.chown(name, status.st_uid, status.st_gid)
    os.chmod(name, stat.S_IMODE(status.st_mode))
    return name


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _swap(staged: Iterable[_Staged]) -> None:
    begun: list[_Staged] = []
    try:
        for one in staged:
            begun.append(one)
            with _refusing(one.path):
                _refuse_changed(one)
                os.replace(one.fresh, one.target)
    except BaseException as error:
        lost = _put_back(begun)
        if lost and isinstance(error, Refused):
            raise Refused(error.status, *error.messages, _half_done(lost)) from error
        raise


def _refuse_changed(one: _Staged) -> None:
    if _content(one.target) != one.old:
        raise Refused(USAGE, _changed(one.path))


def _put_back(begun: Iterable[_Staged]) -> list[str]:
    """Give the files that hold their new bytes the old ones; return those for which that failed."""
    lost = []
    for one in begun:
        try:
            if _content(one.target) == one.new:
                os.replace(one.spare, one.target)
        except OSError:
            lost.append(one.path)
    return lost


def _content(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()


@contextmanager
def _refusing(path: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise Refused(USAGE, _changed(path)) from error
    except OSError as error:
        why = reason(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"{path} kan niet worden gewijzigd: {why.nl}. Er is niets geschreven.",
                en=f"{path} cannot be changed: {why.en}. Nothing was written.",
            ),
        ) from error


def _changed(path: str) -> Text:
    return Text(
        nl=f"{path} is intussen door iets anders gewijzigd. Er is niets geschreven; probeer het "
        "opnieuw.",
        en=f"{path} was changed by something else meanwhile. Nothing was written; try again.",
    )


def _twice(path: str, other: str) -> Text:
    return Text(
        nl=f"{path} en {other} zijn hetzelfde bestand, maar zouden verschillend worden gewijzigd. "
        "Er is niets geschreven.",
        en=f"{path} and {other} are the same file, but would be changed differently. Nothing was "
        "written.",
    )


def _half_done(lost: Iterable[str]) -> Text:
    named = ", ".join(lost)
    return Text(
        nl=f"Wel gewijzigd, en niet terug te zetten: {named}. Herstel dit met Git.",
        en=f"Changed all the same, and not to be put back: {named}. Restore this with Git.",
    )
