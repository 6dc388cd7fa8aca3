"""What tests of the whole program share: folders, Git repositories and real runs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "repo"
AS_OF = "2026-11-23"
ROLE = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
BROKEN = "kind: role\nid: [\n"
NOBODY = 65534
SUPERUSER = os.geteuid() == 0
SETTINGS = "norm: bio2@1.3\n"
_OF_THE_TERMINAL = ("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM")


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder and return it."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def git(folder: Path, *arguments: str, **variables: str) -> str:
    """Run Git as an owner who is not this machine's, and return what it says.

    `variables` are added to the environment.
    """
    command = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment | variables,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


def committed(folder: Path) -> Path:
    """Make a Git repository of a folder, with one commit of all that it holds."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "first")
    return folder


def environment(changes: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for the program: as it is, without wishes for the terminal."""
    inherited = {k: v for k, v in os.environ.items() if k not in _OF_THE_TERMINAL}
    return inherited | {"PYTHONPATH": str(ROOT), **changes}


def program(
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdout: int = subprocess.PIPE,
) -> subprocess.CompletedProcess[bytes]:
    """Run the real program in a folder; `env` is what differs in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "bio2lint", *arguments],
        cwd=cwd,
        env=environment(env or {}),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Do without the superuser's right to read everything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", "/nonexistent")
        if SUPERUSER:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            if SUPERUSER:
                os.seteuid(0)


@contextmanager
def reachable_folder() -> Iterator[Path]:
    """Give a temporary folder that the ordinary user can look into, and not write to."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755 if SUPERUSER else 0o555)
        yield Path(name)
        os.chmod(name, 0o755)  # noqa: S103 (so that it can be removed)
