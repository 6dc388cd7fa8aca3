"""The rule that CONTRIBUTING.md walks through works as it stands there, and its test can fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from markdown_blocks import ROOT, blocks, environment, file_block, write

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = "CONTRIBUTING.md"
RULE = "bio2lint/rules/structure/title_in_capitals.py"
TEST = "tests/rules/structure/test_title_in_capitals.py"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the project with the rule and the test of the walk-through."""
    for name in ("bio2lint", "policies", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests").mkdir()
    for name in ("pyproject.toml", "tests/support.py", "tests/conftest.py"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    for file in (RULE, TEST):
        assert not (ROOT / file).exists()
        write(file_block(DOCUMENT, file), tmp_path)
    return tmp_path


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=project,
        env=environment(project),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )


def run_test(project: Path) -> subprocess.CompletedProcess[str]:
    return run(project, sys.executable, "-m", "pytest", "-n0", TEST)


def test_the_rule_passes_its_test(project: Path) -> None:
    tested = run_test(project)
    assert tested.returncode == 0, tested.stdout
    assert "4 passed" in tested.stdout


def test_its_examples_are_held_against_the_program(project: Path) -> None:
    for name in ("sound.py", "test_docs.py"):
        shutil.copyfile(ROOT / "tests" / "rules" / name, project / "tests" / "rules" / name)
    page = (sys.executable, "-m", "pytest", "-n0", "tests/rules/test_docs.py", "-k", "STR900")
    tested = run(project, *page)
    assert tested.returncode == 0, tested.stdout
    assert "2 passed" in tested.stdout


def test_the_test_fails_without_the_rule(project: Path) -> None:
    (project / RULE).unlink()
    tested = run_test(project)
    assert tested.returncode == 1
    assert "1 failed, 3 passed" in tested.stdout


def test_the_program_runs_the_rule_without_further_ado(project: Path) -> None:
    (project / "roles").mkdir()
    role = "kind: role\nid: ciso\ntitle: CHIEF SECURITY OFFICER\nfunctions: [ciso]\n"
    (project / "roles" / "ciso.yaml").write_text(role, encoding="utf-8")
    checked = run(project, sys.executable, "-m", "bio2lint", "check", "--select=STR900")
    assert "roles/ciso.yaml:3:8 waarschuwing STR900 title-in-capitals" in checked.stdout


def test_the_rule_and_its_test_are_laid_out_as_the_house_wants(project: Path) -> None:
    for command in (["check"], ["format", "--check"]):
        linted = run(project, "ruff", *command, "--no-cache", RULE, TEST)
        assert linted.returncode == 0, linted.stdout


def test_the_commands_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for block in blocks(DOCUMENT):
        if block.language == "sh":
            for line in block.text.splitlines():
                first, second, *_ = line.split()
                if first == "make":
                    assert f"\n{second}:" in makefile
                else:
                    assert first == "BIO2LINT_UPDATE_GOLDEN=1"
                    folders = [word for word in line.split() if word.startswith("tests/")]
                    assert folders
                    assert all((ROOT / folder).is_dir() for folder in folders)
