"""How a path and a handle are written so that a forge takes them for that and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bio2lint.codeowners import GITLAB, github, gitlab

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNS = {GITLAB: re.compile(r"[ *?\[\]]")}
_USUAL_SIGNS = re.compile(r"[ *?]")
_GITLAB_NAME = re.compile(gitlab.NAME, re.ASCII)


def pattern(path: str, dialect: str) -> str | None:
    """Return the pattern of exactly one path from the top, a folder's with a slash at its end.

    None where the forge has no way to write it: with a line break or another sign that cannot be
    seen, a backslash, or on GitHub a square bracket.
    """
    unseen = any(char != " " and (char.isspace() or not char.isprintable()) for char in path)
    if unseen or "\\" in path or (dialect != GITLAB and re.search(r"[\[\]]", path)):
        return None
    return "/" + _SIGNS.get(dialect, _USUAL_SIGNS).sub(r"\\\g<0>", path)


def taken(handles: Iterable[str], dialect: str) -> list[str]:
    """Return the handles that the forge takes for those of a user, team or group."""
    form = _GITLAB_NAME if dialect == GITLAB else github.OWNER
    return [handle for handle in handles if form.fullmatch(handle)]
