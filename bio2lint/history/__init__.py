"""The only package that knows Git. It reads, and lets no repository run anything of its own."""

from __future__ import annotations

import os
from typing import NamedTuple

_CLOSED = rb"could not open directory '(.*?)/?': "
_SUBMODULE = "160000 "


class Listing(NamedTuple):
    """Files below a root, relative to it; `closed` are folders that cannot be listed, as `a/b/`.

    `left_out` are those of the files that Git has, and that a sparse checkout did not write.
    """

    files: list[str]
    closed: list[str]
    left_out: frozenset[str] = frozenset()


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

    from bio2lint.history import process

    command = ("ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard", "--", ".")
    try:
        answer = process.ask(top, *command, folder=root, any_owner=True)
        answer.check_returncode()
    except (OSError, subprocess.SubprocessError):
        return None
    # Each name follows a letter, S where the file need not be on disk, and a space.
    lines = [os.fsdecode(line) for line in answer.stdout.split(b"\0") if line]
    names = {line[2:]: line[0] for line in lines}
    there = {name for name in names if _there(os.path.join(root, name))}
    left_out = frozenset(name for name in names.keys() - there if names[name] == "S")
    closed = {
        os.path.relpath(os.path.join(top, os.fsdecode(folder)), root).replace(os.sep, "/") + "/"
        for folder in re.findall(_CLOSED, answer.stderr, re.DOTALL)
    }
    files = sorted(there | left_out)
    return Listing(files, sorted(closed), left_out) if files or closed else None


def submodules(root: str) -> list[str]:
    """Return the folders, relative to `root`, that hold other repositories, there or not.

    Only what Git tracks as such counts: `.gitmodules` may say it of any folder.
    """
    top = git_root(root)
    if top is None:
        return []
    import subprocess

    from bio2lint.history import process

    try:
        said = process.ask(top, "ls-files", "-z", "--stage", any_owner=True)
    except (OSError, subprocess.SubprocessError):
        return []
    entries = (os.fsdecode(line).partition("\t") for line in said.stdout.split(b"\0"))
    return [
        os.path.relpath(os.path.join(top, path), root).replace(os.sep, "/")
        for about, _, path in entries
        if about.startswith(_SUBMODULE)
    ]


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
    """Return the commit (40 or 64 hexadecimal digits) that is checked out, or None."""
    top = git_root(root)
    if top is None:
        return None
    import subprocess

    from bio2lint.history import process

    try:
        # The commit itself is not asked for: it may have to be fetched.
        said = process.ask(top, "rev-parse", "--verify", "--quiet", "HEAD", any_owner=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return said.stdout.decode("ascii", "replace").strip() if said.returncode == 0 else None
