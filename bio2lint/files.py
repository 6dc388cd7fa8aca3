"""Reading a file up to a limit, writing one wholly or not at all, and why the system refuses."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

from bio2lint.finding import Text
from bio2lint.status import USAGE, Refused

# What is open already: replacing the file behind it would lose what it holds.
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}
_REASONS = {
    errno.ENOENT: Text(nl="de map bestaat niet", en="the folder does not exist"),
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
}


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

    A device or pipe (`/dev/stdout`) is written to as it is.
    """
    content = text.encode("utf-8", "backslashreplace")
    try:
        if path in _STREAMS or (os.path.exists(path) and not os.path.isfile(path)):
            with open(_STREAMS.get(path, path), "wb", closefd=path not in _STREAMS) as stream:
                stream.write(content)
        else:
            _replace(os.path.realpath(path), content)
    except OSError as error:
        why = reason(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"Het rapport {path} kan niet worden geschreven: {why.nl}.",
                en=f"The report {path} cannot be written: {why.en}.",
            ),
        ) from error


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
