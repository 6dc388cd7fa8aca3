"""The only module that knows Git. It reads, and lets no repository run anything of its own."""

from __future__ import annotations

import os
from typing import NamedTuple

# A repository's own configuration may name programs, and one of another owner is refused by Git
# for that reason; none of those programs is to run here.
_SAFE = (
    "git",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "safe.directory=*",
)
# What a hook's environment says of another repository must not count. Nothing is fetched, and
# messages are in the language that is looked for below.
_ENVIRONMENT = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_CLOSED = rb"could not open directory '(.*?)/?': "
_TIMEOUT_SECONDS = 120
_CHUNK = 1 << 20


class Listing(NamedTuple):
    """Files below a root, relative to it; `closed` are folders that cannot be listed, as `a/b/`."""

    files: list[str]
    closed: list[str]


def git_root(folder: str) -> str | None:
    """Return the top of the Git work tree that holds `folder`, or None."""
    top = os.path.realpath(folder)
    while not os.path.exists(os.path.join(top, ".git")):
        parent = os.path.dirname(top)
        if parent == top:
            return None
        top = parent
    return top


def visible_files(root: str) -> Listing | None:
    """Return the files below `root` that Git tracks or would track.

    None when `root` lies in no Git work tree, when Git cannot be asked (it is not installed, or the
    repository is damaged), or when Git ignores `root` itself: then all files on disk count.
    """
    top = git_root(root)
    if top is None:
        return None
    import re
    import subprocess

    command = [*_SAFE, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."]
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    try:
        answer = subprocess.run(  # noqa: S603 (a fixed command)
            command,
            cwd=root,
            env=inherited | _ENVIRONMENT,
            capture_output=True,
            check=True,
            timeout=_TIMEOUT_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    names = {os.fsdecode(path) for path in answer.stdout.split(b"\0") if path}
    closed = {
        os.path.relpath(os.path.join(top, os.fsdecode(folder)), root).replace(os.sep, "/") + "/"
        for folder in re.findall(_CLOSED, answer.stderr, re.DOTALL)
    }
    files = sorted(name for name in names if _there(os.path.join(root, name)))
    return Listing(files, sorted(closed)) if files or closed else None


def submodules(root: str) -> list[str]:
    """Return the folders, relative to `root`, that hold other repositories, there or not."""
    top = git_root(root)
    if top is None:
        return []
    import re

    try:
        with open(os.path.join(top, ".gitmodules"), encoding="utf-8", errors="replace") as stream:
            listed = re.findall(r"^\s*path\s*=\s*(\S.*?)\s*$", stream.read(_CHUNK), re.MULTILINE)
    except OSError:
        return []
    return [os.path.relpath(os.path.join(top, path), root).replace(os.sep, "/") for path in listed]


def _there(path: str) -> bool:
    """Whether something is at a path; what cannot be looked at counts, for reading it will tell."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def revision(root: str) -> str | None:
    """Return the commit (40 hexadecimal digits) that is checked out, or None."""
    top = git_root(root)
    if top is None:
        return None
    try:
        from git import Repo
        from git.exc import GitError
    except ImportError:  # what GitPython raises where Git is not installed
        return None
    try:
        with Repo(top, expand_vars=False) as repository:
            # References are read from files; asking Git for the commit itself might fetch it.
            return repository.head.dereference_recursive(repository, "HEAD")
    except (GitError, ValueError, OSError, AssertionError):
        return None
