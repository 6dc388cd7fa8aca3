"""`make` on a fresh copy: what it says when something is missing, and what `make demo` shows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_blocks import ROOT, environment

MAKE = shutil.which("make")
pytestmark = pytest.mark.skipif(MAKE is None, reason="make is not installed")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Return a folder with what `make` reads, and an empty folder of programs beside it."""
    folder = tmp_path / "bio2lint"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "README.md"):
        shutil.copyfile(ROOT / name, folder / name)
    (tmp_path / "bin").mkdir()
    return folder


def provide(fresh: Path, name: str, script: str = "exit 0") -> None:
    """Put a program of that name on the path."""
    program = fresh.parent / "bin" / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def make(fresh: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    assert MAKE is not None
    variables = {"PATH": str(fresh.parent / "bin"), "LC_ALL": "C.UTF-8", **more}
    return subprocess.run(
        [MAKE, *arguments],
        cwd=fresh,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )


def test_without_git_it_says_so(fresh: Path) -> None:
    made = make(fresh, "demo")
    assert made.returncode != 0
    assert "bio2lint needs git: install it first." in made.stdout


def test_without_python_it_says_so(fresh: Path) -> None:
    provide(fresh, "git")
    made = make(fresh, "demo")
    assert made.returncode != 0
    assert "needs Python 3.11 or newer; python3 was not found" in made.stdout


def test_with_an_old_python_it_says_so(fresh: Path) -> None:
    provide(fresh, "git")
    provide(fresh, "python3", 'case "$2" in *version_info*) exit 1;; esac')
    made = make(fresh, "demo")
    assert made.returncode != 0
    assert "needs Python 3.11 or newer; python3 is older or does not start" in made.stdout


def test_without_the_venv_module_it_says_what_to_install(fresh: Path) -> None:
    provide(fresh, "git")
    provide(fresh, "python3", 'case "$2" in *ensurepip*) exit 1;; esac')
    made = make(fresh, "demo")
    assert made.returncode != 0
    assert "install python3-venv" in made.stdout


def test_without_a_registry_it_shows_what_pip_says(fresh: Path) -> None:
    provide(fresh, "git")
    made = make(
        fresh,
        "demo",
        f"PYTHON={sys.executable}",
        PIP_CONFIG_FILE="/dev/null",
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_RETRIES="0",
    )
    assert made.returncode != 0
    assert "No matching distribution found for" in made.stdout
    assert "The first run needs a package registry within reach." in made.stdout
    assert not (fresh / ".venv" / ".installed").exists()


def test_the_demo_is_the_check_of_the_example(fresh: Path) -> None:
    programs = fresh / ".venv" / "bin"
    programs.mkdir(parents=True)
    program = Path(sys.executable).parent / "bio2lint"
    (programs / "bio2lint").symlink_to(program)
    (fresh / ".venv" / ".installed").touch()
    shutil.copytree(ROOT / "examples", fresh / "examples")
    command = [str(program), "check", "--root", "examples/repo", "--as-of", "2026-11-23"]
    checked = subprocess.run(
        command,
        cwd=fresh,
        env=environment(fresh),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    made = make(fresh, "--silent", "demo", **environment(fresh))
    assert made.stdout == checked.stdout
    assert (made.returncode, checked.returncode) == (0, 0)
    assert "0 fouten, 2 waarschuwingen" in made.stdout
