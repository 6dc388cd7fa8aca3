"""Start-up time is a feature: what a run does not need is not imported."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from program import AS_OF, ROLE, SETTINGS, environment, write

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("git", "importlib.metadata", "jsonschema", "junit_xml", "pathspec", "subprocess", "xml")
FORGES = tuple(
    f"bio2lint.report.{name}" for name in ("sarif", "github", "gitlab", "markdown", "markup")
)
LOOKED_FOR = (*HEAVY, *FORGES, "json", "click", "yaml")
IMPORTED = f"""
import sys
before = set(sys.modules)
{{}}
print(",".join(name for name in {LOOKED_FOR} if name in set(sys.modules) - before))
"""
VERSION = """
from bio2lint.__main__ import main
sys.argv[1:] = ["--version"]
try:
    main()
except SystemExit as end:
    assert end.code == 0
"""
CHECK = """
from bio2lint import cli
sys.argv = ["bio2lint", "check", "--as-of", "{}", "--select", "REF"]
assert cli.run() == 0
"""


def imported(cwd: Path, code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(code)],
        cwd=cwd,
        env=environment({}),
        capture_output=True,
        check=True,
        text=True,
    )
    return set(done.stdout.splitlines()[-1].split(","))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE})


def test_the_command_line_itself_imports_little(small: Path) -> None:
    assert imported(small, "import bio2lint.cli") == {"click"}


def test_a_check_without_git_and_mistakes_imports_no_more_than_the_schemas_need(
    small: Path,
) -> None:
    assert imported(small, CHECK.format(AS_OF)) == {"click", "yaml", "json"}


def test_patterns_of_paths_and_git_are_imported_when_they_are_there(small: Path) -> None:
    write(small, {"bio2lint.yaml": SETTINGS + "exclude: [old/]\n", ".git/HEAD": ""})
    assert {"pathspec", "subprocess"} <= imported(small, CHECK.format(AS_OF))


def test_the_version_needs_no_library(tmp_path: Path) -> None:
    assert imported(tmp_path, VERSION) == {""}
