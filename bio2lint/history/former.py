"""What documents of the past were called: a new document may not take such a name."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.history import commits, process
from bio2lint.history.objects import Objects, entries
from bio2lint.tree import is_yaml
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ID = re.compile(
    rb"""^["']?id["']?[ \t]*:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'#]\S*))""", re.MULTILINE
)


class FormerFile(NamedTuple):
    """A file of the past: its path, relative to the root, and its bytes."""

    path: str
    content: bytes


class Former(NamedTuple):
    """The files that once had an id, by id.

    `complete` is False where what this clone lacks, or what is damaged, may have had the others.
    """

    files: dict[str, FormerFile]
    complete: bool


def former(root: str, commit: str, ids: Collection[str], seconds: float = 20) -> Former:
    """Return, of ids that no document has in `commit`, a file below `root` that once had one.

    Of several files, one of those that were there last. An id stands at the beginning of a line, as
    a document's own does; whether it is that, the file's reader tells. Refused (status 2) when Git
    cannot list the commit, TimeoutError when it takes longer than `seconds`.
    """
    wanted = {id_.encode(): id_ for id_ in ids if id_.isprintable() and id_}
    found: dict[str, FormerFile] = {}
    complete = True
    for file in _files(root, commit, time.monotonic() + seconds) if wanted else ():
        if file is None:
            complete = False
            continue
        for spellings in _ID.findall(file.content):
            if (id_ := wanted.get(b"".join(spellings))) is not None:
                found.setdefault(id_, file)
        if len(found) == len(wanted):
            return Former(found, complete=True)
    return Former(found, complete)


def _files(root: str, commit: str, end: float) -> Iterator[FormerFile | None]:
    """Yield every YAML file of the past that the commit has no more, last ones first.

    None is one that is damaged or not in this clone; those that are too large are passed over.
    """
    top = commits.top_of(root)
    objects = Objects(top, commit)
    try:
        for blob in _blobs(top, root, commit, end):
            if time.monotonic() > end:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
            yield None if blob is None else _file(objects, *blob)
    finally:
        objects.close()


def _file(objects: Objects, path: str, blob: str) -> FormerFile | None:
    try:
        with objects.opened(blob) as body:
            return FormerFile(path, body.read(MAX_BYTES) if body.left <= MAX_BYTES else b"")
    except OSError:
        return None


def _blobs(top: str, root: str, commit: str, end: float) -> Iterator[tuple[str, str] | None]:
    """Yield the path and the object of every such file; None for what Git cannot tell."""
    below = os.path.relpath(os.path.realpath(root), top).replace(os.sep, "/")
    prefix = "" if below == os.curdir else f"{below}/"
    here = entries(top, commit, prefix.rstrip("/"))
    now = {entry.blob for path, entry in here.items() if is_yaml(path)}
    # Git names an object once: of what also stood elsewhere, the path below the root is wanted.
    limits = ("--", prefix) if prefix else ()
    asked = ("rev-list", "--objects", "--full-history", "--missing=print", "--end-of-options")
    try:
        left = end - time.monotonic()
        said = process.ask(top, "--literal-pathspecs", *asked, commit, *limits, seconds=left)
    except subprocess.TimeoutExpired as late:
        raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)) from late
    for line in said.stdout.split(b"\n"):
        blob, _, path = os.fsdecode(line).partition(" ")
        inside = path.startswith(prefix) and is_yaml(path.removeprefix(prefix))
        if inside and blob not in now:
            yield path.removeprefix(prefix), blob
        elif blob.startswith("?"):
            yield None
    if said.returncode:
        yield None
