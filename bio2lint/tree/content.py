"""The content of files: its digests, and notes of Git LFS in its place."""

from __future__ import annotations

import errno
import os
from typing import Protocol

_LFS_HEADER = b"version https://git-lfs.github.com/spec/v1\n"
_CHUNK = 1 << 20


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
