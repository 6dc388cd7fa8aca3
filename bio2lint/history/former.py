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


def former(
    root: str, commit: str, ids: Collection[str], seconds: float = 20
) -> dict[str, FormerFile]:
    """Return, of ids that no document has in `commit`, a file below `root` that once had one.

    Of several files, one of those that were there last. An id stands at the beginning of a line, as
    a document's own does; whether it is that, the file's reader tells. Refused (status 2) when Git
    cannot list the commit, TimeoutError when it takes longer than `seconds`.
    """
    wanted = {id_.encode(): id_ for id_ in ids if id_.isprintable() and id_}
    if not wanted:
        return {}
    end = time.monotonic() + seconds
    found: dict[str, FormerFile] = {}
    for file in _files(root, commit, end):
        for spellings in _ID.findall(file.content):
            if (id_ := wanted.get(b"".join(spellings))) is not None:
                found.setdefault(id_, file)
        if len(found) == len(wanted):
            break
    return found


def _files(root: str, commit: str, end: float) -> Iterator[FormerFile]:
    """Yield every YAML file of the past that the commit has no more, last ones first.

    Those that are too large, damaged or not in this clone are passed over.
    """
    top = commits.top_of(root)
    objects = Objects(top, commit)
    try:
        for path, blob in _blobs(top, root, commit, end):
            if time.monotonic() > end:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
            try:
                with objects.opened(blob) as body:
                    content = body.read(MAX_BYTES) if body.left <= MAX_BYTES else b""
            except OSError:
                continue
            yield FormerFile(path, content)
    finally:
        objects.close()


def _blobs(top: str, root: str, commit: str, end: float) -> Iterator[tuple[str, str]]:
    now = {entry.blob for entry in entries(top, commit, "").values()}
    below = os.path.relpath(os.path.realpath(root), top).replace(os.sep, "/")
    prefix = "" if below == os.curdir else f"{below}/"
    asked = ("rev-list", "--objects", "--missing=allow-any", "--end-of-options", commit)
    try:
        said = process.ask(top, *asked, seconds=end - time.monotonic())
    except subprocess.TimeoutExpired as late:
        raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)) from late
    for line in said.stdout.split(b"\n"):
        blob, _, path = os.fsdecode(line).partition(" ")
        inside = path.startswith(prefix) and is_yaml(path.removeprefix(prefix))
        if inside and blob not in now:
            yield path.removeprefix(prefix), blob
