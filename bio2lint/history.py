"""The only module that knows Git. It reads, and lets no repository run anything of its own."""

from __future__ import annotations

import os

# A repository's own configuration may name programs; none of them is to run.
_SAFE = (
    "git",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.quotePath=false",
)
_TIMEOUT_SECONDS = 120


def git_root(folder: str) -> str | None:
    """Return the top of the Git work tree that holds `folder`, or None."""
    top = os.path.realpath(folder)
    while not os.path.exists(os.path.join(top, ".git")):
        parent = os.path.dirname(top)
        if parent == top:
            return None
        top = parent
    return top


def visible_files(root: str) -> list[str] | None:
    """Return the files below `root` that Git tracks or would track, relative to `root`.

    None when `root` lies in no Git work tree, when Git cannot be asked (not installed, a repository
    of another owner), or when Git ignores `root` itself: then all files on disk count.
    """
    if git_root(root) is None:
        return None
    import subprocess

    command = [*_SAFE, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    try:
        listing = subprocess.run(  # noqa: S603 (a fixed command; paths come after `--`)
            command,
            cwd=root,
            env=environment,
            capture_output=True,
            check=True,
            timeout=_TIMEOUT_SECONDS,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    paths = {os.fsdecode(path) for path in listing.split(b"\0") if path}
    return sorted(path for path in paths if os.path.lexists(os.path.join(root, path))) or None


def revision(root: str) -> str | None:
    """Return the commit (40 or 64 hexadecimal digits) that is checked out, or None."""
    top = git_root(root)
    if top is None:
        return None
    from git import Repo
    from git.exc import GitError

    try:
        with Repo(top) as repository:
            return repository.head.commit.hexsha
    except (GitError, ValueError, OSError):
        return None
