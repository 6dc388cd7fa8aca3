"""Running Git: one place starts it, with everything off that could run something else."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

# A repository's own configuration and objects may name programs to run, say that one object stands
# for another, or claim other parents: none of that is to count. Only commands that are built into
# Git are asked, which no alias can replace, and never with a terminal, so that no pager starts.
_SAFE = (
    "--no-optional-locks",
    "--no-replace-objects",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.commitGraph=false",
    "-c",
    "core.warnAmbiguousRefs=true",
    "-c",
    "safe.bareRepository=explicit",
    "-c",
    "core.bigFileThreshold=16m",
)
# Git refuses what belongs to somebody else, since such a configuration may name programs. To list
# files none of them runs.
_ANY_OWNER = ("-c", "safe.directory=*")
# Where the user's own settings are, which may say whose repositories to trust.
_OF_THE_USER = frozenset(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"))
# Nothing is fetched, asked or traced, and messages are in the language that is looked for here.
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_TRACE2": "0",
    "GIT_TRACE2_EVENT": "0",
    "GIT_TRACE2_PERF": "0",
    "LC_ALL": "C",
}
TIMEOUT_SECONDS = 120


class NoGitError(OSError):
    """There is no Git program that can be trusted."""


def command(top: str, *arguments: str, any_owner: bool = False) -> list[str]:
    """Return how to run Git in the work tree whose top is `top`; NoGitError when there is none."""
    program = _program(top, os.environ.get("PATH", os.defpath))
    if program is None:
        raise NoGitError
    return [program, *_SAFE, *(_ANY_OWNER if any_owner else ()), *arguments]


def environment(top: str) -> dict[str, str]:
    """Return the environment for Git: a hook's words of another repository do not count.

    The work tree is the one at `top`, wherever its configuration says that it is, and folders above
    that are not looked into.
    """
    kept = {k: v for k, v in os.environ.items() if k[:4] != "GIT_" or k in _OF_THE_USER}
    here = {"GIT_WORK_TREE": top, "GIT_CEILING_DIRECTORIES": os.path.dirname(top)}
    return kept | _ENVIRONMENT | here


def ask(
    top: str,
    *arguments: str,
    folder: str | None = None,
    feed: bytes = b"",
    seconds: float = TIMEOUT_SECONDS,
    any_owner: bool = False,
) -> subprocess.CompletedProcess[bytes]:
    """Run Git once in `folder` (`top` when it is not given) and return what it said.

    OSError when it cannot be run, subprocess.TimeoutExpired when it takes too long.
    """
    return subprocess.run(  # noqa: S603 (a fixed program, with options that run nothing else)
        command(top, *arguments, any_owner=any_owner),
        cwd=folder or top,
        env=environment(top),
        input=feed,
        capture_output=True,
        check=False,
        timeout=seconds,
    )


@cache
def _program(top: str, path: str) -> str | None:
    """Return the Git program on the PATH; none from the repository, or from where we happen to be.

    Windows looks in the working folder first.
    """
    folders = [
        folder
        for folder in path.split(os.pathsep)
        if os.path.isabs(folder) and not _is_below(top, folder)
    ]
    found = shutil.which("git", path=os.pathsep.join(folders))
    if found is None or not os.path.isabs(found) or _is_below(top, found):
        return None
    return found


def _is_below(top: str, path: str) -> bool:
    real = os.path.realpath(path)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)
