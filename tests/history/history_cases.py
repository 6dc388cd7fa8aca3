"""What tests of history share: commits on a day, and repositories that are made once a module."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from program import git, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def started(folder: Path, *options: str) -> Path:
    """Make an empty Git repository, with a branch `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main", *options)
    return folder


def commit(folder: Path, files: Mapping[str, str | bytes | None], day: str = "2026-01-01") -> str:
    """Write files (None: delete), commit everything on a day, and return the commit's name."""
    write(folder, {path: content for path, content in files.items() if content is not None})
    for path, content in files.items():
        if content is None:
            (folder / path).unlink()
    git(folder, "add", "--all", "--force")
    return recorded(folder, "commit", "--allow-empty", "--message", day, day=day)


def recorded(folder: Path, *arguments: str, day: str = "2026-01-01") -> str:
    """Run a Git command that makes a commit, on a day, and return the name of HEAD."""
    moment = day if " " in day else f"{day}T12:00:00Z"
    git(folder, "-c", "core.hooksPath=/dev/null", *arguments, GIT_COMMITTER_DATE=moment)
    return git(folder, "rev-parse", "HEAD")


def clone(source: Path, target: Path, *options: str) -> Path:
    """Clone a repository as from a server, so that it can be shallow or partial."""
    git(source, "config", "uploadpack.allowFilter", "true")
    git(source, "clone", "--quiet", *options, f"file://{source}", str(target))
    return target


def made_object(folder: Path, kind: str, content: bytes) -> str:
    """Put an object into a repository as it is, good or bad, and return its name."""
    command = ["git", "hash-object", "-t", kind, "-w", "--literally", "--stdin"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    done = subprocess.run(
        command, cwd=folder, env=environment, input=content, capture_output=True, check=True
    )
    return done.stdout.decode().strip()
