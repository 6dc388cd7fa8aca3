"""What documents of the past were called: a new document may not take such a name."""

from __future__ import annotations

import errno
import os
import re
import time
from typing import TYPE_CHECKING

from bio2lint.history import commits
from bio2lint.history.objects import Objects
from bio2lint.tree import is_yaml

if TYPE_CHECKING:
    from collections.abc import Collection

_SPECIAL = re.compile(r"[][\\.*+?^${}()|]")
_ID = rb"""^["']?id["']?[ \t]*:[ \t]+["']?(%s)["']?[ \t]*(?:#.*)?\r?$"""
_TOGETHER = 8000
_MOST_BYTES = 1 << 24


def former(
    root: str, commit: str, ids: Collection[str], seconds: float = 20
) -> dict[str, bytes]:
    """Return of each id a file below `root` that once had a document with it, before `commit`.

    Of several, the one that was there last. Ids stand at the beginning of a line, as a document's
    own do; whether one is that, its reader tells. TimeoutError when it takes longer than `seconds`.
    """
    top = commits.top_of(root)
    below = os.path.relpath(os.path.realpath(root), top).replace(os.sep, "/")
    prefix = "" if below == os.curdir else f"{below}/"
    end = time.monotonic() + seconds
    wanted = {id_.encode(): id_ for id_ in ids if id_.isprintable() and id_}
    if not wanted:
        return {}
    exact = re.compile(_ID % b"|".join(map(re.escape, wanted)), re.MULTILINE)
    objects = Objects(top, commit)
    ...
