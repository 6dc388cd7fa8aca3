"""The example in a real Git repository, reviewed by the program from commit to commit."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from program import AS_OF, git, program
from review_cases import SIGNS
from scripted import approver, edited, example
from test_scripted_changes import CASES, GOING_TOGETHER, approvers, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from scripted import Case

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 900\n".format("0" * 64)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    return tmp_path


def write(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Write what differs between two states of the files."""
    for path in old.keys() - new.keys():
        (folder / path).unlink()
    for path, content in new.items():
        if content != old.get(path):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)


def commit(folder: Path, day: str = "2026-11-20") -> None:
    git(folder, "add", "--all", "--force")
    git(
        folder,
        *("-c", "core.hooksPath=/dev/null", "commit", "--quiet", "--message", day),
        GIT_COMMITTER_DATE=f"{day}T12:00:00Z",
    )


def changed(folder: Path, cases: Sequence[Case]) -> None:
    """Commit the example with what cases are given, and then with their edits."""
    given = edited(example(), [edit for case in cases for edit in case.given])
    write(folder, {}, given)
    commit(folder)
    write(folder, given, edited(given, [edit for case in cases for edit in case.edits]))
    commit(folder)


def reviewed(folder: Path, *arguments: str) -> Any:
    """Return what the program says of the last commit, with its exit status under `status`."""
    done = program(
        "review", "HEAD~1", "HEAD", "--format", "json", "--lang", "en", *arguments, cwd=folder
    )
    assert done.stderr == b""
    return {**json.loads(done.stdout), "status": done.returncode}


def shorts(report: Any) -> list[str]:
    return sorted(map(_short, report["changes"]))


def _short(one: dict[str, Any]) -> str:
    sign = SIGNS[one["direction"]] + ("+" if one["supported"] else "")
    where, field = one["document"] or one["path"], one["field"] or "*"
    return f"{sign} {where} {field}: {one['before']} → {one['after']}"


def asked(report: Any) -> list[str]:
    return sorted(approver(one["role"], one["reasons"]) for one in report["approvals"])


def test_nothing_is_lost_in_one_pull_request(folder: Path) -> None:
    changed(folder, GOING_TOGETHER)
    report = reviewed(folder, "--as-of", AS_OF)
    assert shorts(report) == lines(GOING_TOGETHER)
    assert asked(report) == approvers(GOING_TOGETHER)
    assert report["status"] == 1


@pytest.mark.parametrize(
    "name",
    [
        "an implemented control is only planned",
        "a deviation comes with all that it needs, and what it excuses is only planned",
        "a residual risk is lower, with nothing new that explains it",
        "a rule is turned off",
        "documents of several files come together in one",
    ],
)
def test_the_program_says_what_is_said_of_a_change(folder: Path, name: str) -> None:
    (case,) = (one for one in CASES if one.name == name)
    changed(folder, [case])
    report = reviewed(folder, "--as-of", AS_OF)
    assert shorts(report) == sorted(case.changes)
    assert asked(report) == sorted(case.approvers)
    assert report["status"] == case.status


def test_no_place_in_a_repository_hides_a_document(folder: Path) -> None:
    write(folder, {}, {**example(), ".gitignore": b"/oud/\n"})
    commit(folder)
    for path, hidden in (
        ("risks/R-001.yaml", ".archief/R-001.yaml"),
        ("risks/R-003.yaml", "risks/.oud/R-003.yaml"),
    ):
        (folder / hidden).parent.mkdir()
        (folder / path).rename(folder / hidden)
    for path, target in (
        ("controls/bm-5-9.yaml", "bm-5-8.yaml"),
        ("risks/R-005.yaml", "nergens.yaml"),
        ("risks/R-010.yaml", "/etc/hostname"),
        ("risks/R-018.yaml", "R-018.yaml"),
    ):
        (folder / path).unlink()
        os.symlink(target, folder / path)
    (folder / "risks/R-021.yaml").write_text(POINTER)
    commit(folder)
    report = reviewed(folder, "--as-of", AS_OF)
    assert report["status"] == 1
    gone = {one["document"] for one in report["changes"] if one["direction"] == "weakens"}
    assert {"R-001", "R-003", "bm-5-9"} <= gone
    assert {(one["path"], one["side"]) for one in report["unreadable"]} == {
        (f"risks/{name}.yaml", "after") for name in ("R-005", "R-010", "R-018", "R-021")
    }


def test_what_git_ignores_is_gone_from_the_disk_only(folder: Path) -> None:
    write(folder, {}, {**example(), ".gitignore": b"/oud/\n"})
    commit(folder)
    (folder / "oud").mkdir()
    (folder / "risks/R-001.yaml").rename(folder / "oud/R-001.yaml")
    done = program("review", "HEAD", "--as-of", AS_OF, "--lang", "en", cwd=folder)
    assert "▼ removed: Gijzelsoftware legt" in done.stdout.decode()
    assert done.returncode == 1


def test_settings_that_are_deleted_are_what_they_were_without_them(folder: Path) -> None:
    strict = {**example(), "bio2lint.yaml": b"norm: bio2@1.3\nprofile: strict\nfail_on: info\n"}
    write(folder, {}, strict)
    commit(folder)
    (folder / "bio2lint.yaml").unlink()
    commit(folder)
    report = reviewed(folder, "--as-of", AS_OF)
    assert {
        "▼ bio2lint.yaml profile: strict → None",
        "▼ bio2lint.yaml fail_on: info → None",
    } <= set(shorts(report))
    assert report["status"] == 1


def test_a_commit_that_claims_to_be_old_is_judged_on_the_day_of_its_base(folder: Path) -> None:
    write(folder, {}, dict(example()))
    commit(folder)
    path = folder / "risks/R-003.yaml"
    path.write_text(path.read_text().replace("due: 2027-01-29", "due: 2026-10-30"))
    commit(folder, "2020-01-01")
    report = reviewed(folder, "--fail-on", "warning")
    assert report["as_of"] == "2026-11-20"
    assert [one["code"] for one in report["findings"]["new"]] == ["RSK009"]
    assert report["status"] == 1
