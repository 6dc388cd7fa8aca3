"""What `check` does within the CI of a forge: its format, and the summary of the job."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from program import AS_OF, ROLE, SETTINGS, committed, program, write

from bio2lint.status import FOUND, OK, USAGE

if TYPE_CHECKING:
    from pathlib import Path

FULL = b"x" * ((1 << 20) - 100)
MARKER = "<!-- bio2lint:check -->"


@pytest.fixture
def isms(tmp_path: Path) -> Path:
    """An administration with one error, in a folder of its repository."""
    files = {"isms/bio2lint.yaml": SETTINGS, "isms/roles/ciso.yaml": f"{ROLE}ownr: x\n"}
    return committed(write(tmp_path / "repository", files)) / "isms"


def checked(folder: Path, *arguments: str, **env: str) -> tuple[int, str, str]:
    """Run the check outside any job, unless `env` says otherwise."""
    nowhere = {"GITHUB_ACTIONS": "", "GITHUB_STEP_SUMMARY": "", "GITLAB_CI": ""}
    wanted = ("check", "--as-of", AS_OF, "--select", "STR002", "--lang", "nl", *arguments)
    done = program(*wanted, cwd=folder, env=nowhere | env)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    ("env", "meant"),
    [
        ({}, "text"),
        ({"GITHUB_ACTIONS": "true"}, "github"),
        ({"GITHUB_ACTIONS": "false"}, "text"),
        ({"GITLAB_CI": "true"}, "text"),
    ],
    ids=["terminal", "github", "not github", "gitlab"],
)
def test_auto_is_the_format_of_the_forge(isms: Path, env: dict[str, str], meant: str) -> None:
    assert checked(isms, "--format", "auto", **env) == checked(isms, "--format", meant)


def test_the_format_stays_text_where_nobody_asked_for_another(isms: Path) -> None:
    assert checked(isms, GITHUB_ACTIONS="true") == checked(isms)


def test_statistics_are_text_also_in_a_job(isms: Path) -> None:
    shown = checked(isms, "--statistics", "--format", "auto", GITHUB_ACTIONS="true")
    assert shown == checked(isms, "--statistics")
    assert checked(isms, "--statistics", "--format", "github")[0] == USAGE


def test_forges_are_told_of_paths_from_the_git_root(isms: Path) -> None:
    forms = ("sarif", "github", "gitlab", "markdown")
    wanted = [part for form in forms for part in ("--report", f"{form}={isms.parent}/{form}")]
    assert checked(isms, *wanted)[0] == FOUND
    for form in forms:
        assert "isms/roles/ciso.yaml" in (isms.parent / form).read_text(encoding="utf-8")


def test_sarif_tells_the_exit_status(isms: Path) -> None:
    for fail_on, status in (("error", FOUND), ("never", OK)):
        _, shown, _ = checked(isms, "--format", "sarif", "--fail-on", fail_on)
        assert json.loads(shown)["runs"][0]["invocations"][0]["exitCode"] == status


def test_summary_of_the_job_gets_the_report_after_what_it_has(isms: Path) -> None:
    summary = isms.parent / "summary.md"
    summary.write_text("# Eerder\n", encoding="utf-8")
    for _ in range(2):
        checked(isms, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    _, comment, _ = checked(isms, "--format", "markdown")
    assert summary.read_text(encoding="utf-8") == f"# Eerder\n{comment}\n{comment}\n"
    assert MARKER in comment


def test_only_the_format_of_github_writes_the_summary(isms: Path) -> None:
    summary = isms.parent / "summary.md"
    report = ("--report", f"github={isms.parent}/out")
    checked(isms, "--format", "text", *report, GITHUB_STEP_SUMMARY=str(summary))
    assert not summary.exists()


def test_full_summary_is_left_alone_and_changes_no_status(isms: Path) -> None:
    summary = isms.parent / "summary.md"
    summary.write_bytes(FULL)
    status, shown, said = checked(isms, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert (status, shown.splitlines()[0][:8]) == (FOUND, "::error ")
    assert said == "bio2lint: De samenvatting van deze stap is vol; dit rapport staat er niet in.\n"
    assert summary.read_bytes() == FULL


def test_summary_that_cannot_be_written_is_told(isms: Path) -> None:
    status, shown, said = checked(isms, "--format", "github", GITHUB_STEP_SUMMARY="none/summary.md")
    assert status == USAGE
    assert shown.startswith("::error ")
    assert said.endswith("none/summary.md kan niet worden geschreven: de map bestaat niet.\n")
