"""What measurements in Git share: a repository, and whole processes of this program on one core."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import corpus

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2026-11-23"
_ME = ("-c", "user.name=Meting", "-c", "user.email=meting@example.org")
_QUIETLY = ("-c", "gc.auto=0", "-c", "core.hooksPath=/dev/null")


def on_one_core() -> None:
    """Keep this process, and those that it starts, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def seconds(folder: Path, *arguments: str) -> float:
    """Return how long the program takes in a folder."""
    command = [sys.executable, "-m", "bio2lint", *arguments]
    began = time.perf_counter()
    subprocess.run(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return time.perf_counter() - began


def repository(folder: Path, documents: int, day: str = AS_OF) -> int:
    """Commit the grown example, in a new folder, on a day; return how many documents it has."""
    written = corpus.write(folder, documents)
    git(folder, "init", "--quiet")
    commit(folder, day)
    return written


def commit(folder: Path, day: str) -> None:
    """Commit everything in a folder, on a day."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", day, GIT_COMMITTER_DATE=f"{day}T12:00:00Z")


def git(folder: Path, *arguments: str, **variables: str) -> None:
    """Run Git in a folder; `variables` are added to its environment."""
    command = ["git", *_ME, *_QUIETLY, *arguments]
    subprocess.run(command, cwd=folder, env=os.environ | variables, check=True)
