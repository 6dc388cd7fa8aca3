"""`bio2lint review` on real repositories: revisions, reports and exit statuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from program import AS_OF, BROKEN, SETTINGS, committed, git, program, write

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01]
owner: ciso
status: implemented
review: {last: 2026-05-12, interval: P1Y}
"""
ROLE = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
PLANNED = CONTROL.replace("status: implemented", "status: planned\ndue: 2027-06-30")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    files = {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE, "controls/mfa.yaml": CONTROL}
    folder = committed(write(tmp_path, files))
    git(folder, "branch", "--move", "--force", "main")
    return folder


def review(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return program("review", "--as-of", AS_OF, "--lang", "en", *arguments, cwd=folder, env=env)


def text(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.stderr == b""
    return done.stdout.decode()


def test_nothing_changed_passes(repository: Path) -> None:
    done = review(repository)
    assert done.returncode == 0
    assert "Nothing changes in the administration." in text(done)


def test_what_changed_on_disk_is_compared_with_the_branch(repository: Path) -> None:
    write(repository, {"controls/mfa.yaml": PLANNED})
    done = review(repository)
    assert done.returncode == 1
    assert "  ▼ status: implemented → planned\n" in text(done)
    assert text(done).splitlines()[-2].startswith("Failed: 1 weakening without a recorded decision")


def test_a_commit_is_compared_with_where_its_branch_began(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "work")
    write(repository, {"controls/mfa.yaml": PLANNED})
    git(repository, "commit", "--quiet", "--all", "--message", "lower")
    git(repository, "checkout", "--quiet", "main")
    write(repository, {"roles/ciso.yaml": ROLE.replace("title: CISO", "title: De CISO")})
    git(repository, "commit", "--quiet", "--all", "--message", "title")
    report = json.loads(text(review(repository, "--format", "json", "main", "work")))
    assert {one["field"] for one in report["changes"]} == {"title", "status", "due"}
    assert report["revisions"] == {
        "before": git(repository, "rev-parse", "main"),
        "after": git(repository, "rev-parse", "work"),
    }
    git(repository, "checkout", "--quiet", "work")
    report = json.loads(text(review(repository, "--format", "json")))
    assert {one["field"] for one in report["changes"]} == {"status", "due"}


def test_the_target_of_a_pull_request_is_understood(repository: Path) -> None:
    git(repository, "branch", "release")
    write(repository, {"controls/mfa.yaml": PLANNED})
    git(repository, "commit", "--quiet", "--all", "--message", "lower")
    assert review(repository).returncode == 0
    assert review(repository, GITHUB_BASE_REF="release").returncode == 1


def test_the_reverse_strengthens(repository: Path) -> None:
    write(repository, {"controls/mfa.yaml": PLANNED})
    git(repository, "commit", "--quiet", "--all", "--message", "lower")
    assert "  ▲ status: planned → implemented\n" in text(review(repository, "HEAD", "HEAD~1"))


def test_reports_are_written_beside_the_text(repository: Path) -> None:
    write(repository, {"controls/mfa.yaml": PLANNED})
    done = review(repository, "--report", "markdown=comment.md", "--report", "json=review.json")
    assert done.returncode == 1
    assert (repository / "comment.md").read_text().startswith("<!-- bio2lint:review -->\n")
    assert json.loads((repository / "review.json").read_text())["verdict"]["status"] == 1


def test_a_root_below_the_repository_is_reviewed_alone(tmp_path: Path) -> None:
    files = {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE, "controls/mfa.yaml": CONTROL}
    folder = committed(write(tmp_path, {f"isms/{path}": text for path, text in files.items()}))
    write(folder, {"isms/controls/mfa.yaml": PLANNED, "other/mfa.yaml": PLANNED})
    done = review(folder, "--root", "isms", "HEAD", "--format", "json")
    report = json.loads(text(done))
    assert {one["path"] for one in report["changes"]} == {"controls/mfa.yaml"}
    assert "isms/controls/mfa.yaml control mfa" in text(review(folder, "--root", "isms", "HEAD"))


def administration(folder: str, control: str = CONTROL) -> dict[str, str]:
    files = {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE, "controls/mfa.yaml": control}
    return {f"{folder}/{path}": text for path, text in files.items()}


@pytest.mark.parametrize("committed_too", [False, True])
def test_an_administration_that_moved_is_not_taken_for_a_new_one(
    tmp_path: Path, *, committed_too: bool
) -> None:
    folder = committed(write(tmp_path, administration("isms")))
    git(folder, "mv", "isms", "admin")
    write(folder, administration("admin", PLANNED))
    if committed_too:
        git(folder, "commit", "--quiet", "--all", "--message", "moved")
    sides = ("HEAD~1", "HEAD") if committed_too else ("HEAD",)
    done = review(folder, "--root", "admin", *sides)
    assert done.returncode == 2
    assert b"isms/bio2lint.yaml of " in done.stderr
    assert b" are now in admin/bio2lint.yaml: the administration moved" in done.stderr


def test_an_administration_beside_another_is_a_new_one(tmp_path: Path) -> None:
    folder = committed(write(tmp_path, administration("isms")))
    write(folder, administration("other"))
    report = json.loads(text(review(folder, "--root", "other", "HEAD", "--format", "json")))
    added = [one["path"] for one in report["changes"] if one["field"] == ""]
    assert added == ["controls/mfa.yaml", "roles/ciso.yaml"]


def test_settings_that_are_taken_away_do_not_give_way_to_those_above(tmp_path: Path) -> None:
    files = {"bio2lint.yaml": SETTINGS + "exclude: [isms/]\n", **administration("isms")}
    isms = committed(write(tmp_path, files)) / "isms"
    (isms / "bio2lint.yaml").unlink()
    done = review(isms, "HEAD")
    assert done.returncode == 2
    said = "settings in isms/bio2lint.yaml held here, now it would be those in bio2lint.yaml."
    assert said in done.stderr.decode()
    assert "bio2lint.yaml settings" in text(review(isms, "--root", ".", "HEAD"))


def test_settings_that_come_below_do_not_go_before_those_that_held(tmp_path: Path) -> None:
    below = committed(write(tmp_path, administration("isms"))) / "isms" / "below"
    write(below, {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE})
    done = review(below, "HEAD")
    assert done.returncode == 2
    assert b"settings in isms/bio2lint.yaml held here" in done.stderr
    assert "roles/ciso.yaml role ciso\n" in text(review(below, "--root", ".", "HEAD"))


def test_a_root_that_is_a_link_to_another_folder_is_not_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path / "top", {**administration("one"), **administration("two", PLANNED)})
    (folder / "isms").symlink_to("one")
    committed(folder)
    (folder / "one" / "controls" / "mfa.yaml").unlink()
    assert "▼ removed" in text(review(folder, "--root", "isms", "HEAD"))
    (folder / "isms").unlink()
    (folder / "isms").symlink_to("two")
    done = review(folder, "--root", "isms", "HEAD")
    assert done.returncode == 2
    said = "settings in one/bio2lint.yaml held here, now it would be those in two/bio2lint.yaml."
    assert said in done.stderr.decode()
    assert review(folder, "--root", "two", "HEAD").returncode == 0
    (tmp_path / "elsewhere").symlink_to(folder / "two")
    assert review(tmp_path, "--root", "elsewhere", "HEAD").returncode == 0


def test_settings_that_go_are_a_change_where_no_others_hold(tmp_path: Path) -> None:
    isms = committed(write(tmp_path, administration("isms"))) / "isms"
    (isms / "bio2lint.yaml").unlink()
    assert "\nbio2lint.yaml settings\n" in text(review(isms, "HEAD"))


def test_a_file_that_cannot_be_read_fails_whatever_counts(repository: Path) -> None:
    write(repository, {"controls/mfa.yaml": BROKEN})
    done = review(repository, "--fail-on", "never")
    assert done.returncode == 1
    assert "controls/mfa.yaml (after the change)" in text(done)


@pytest.mark.parametrize("damaged", ["before", "after"])
def test_a_file_behind_a_document_that_cannot_be_read_fails(repository: Path, damaged: str) -> None:
    described = CONTROL.replace("status:", "design: [documents/mfa.md]\nstatus:")
    for content in ("one", "two"):
        write(repository, {"controls/mfa.yaml": described, "documents/mfa.md": content})
        git(repository, "add", "--all")
        git(repository, "commit", "--quiet", "--message", content)
    assert review(repository, "HEAD~1", "HEAD").returncode == 0
    commit = "HEAD~1" if damaged == "before" else "HEAD"
    blob = git(repository, "rev-parse", f"{commit}:documents/mfa.md")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    done = review(repository, "HEAD~1", "HEAD")
    assert done.returncode == 1
    assert f"documents/mfa.md ({damaged} the change)" in text(done)
    assert "has changed" not in text(done)


@pytest.mark.parametrize("committed_too", [False, True])
def test_a_file_that_gives_way_to_another_repository_is_not_taken_for_the_same(
    repository: Path, *, committed_too: bool
) -> None:
    described = CONTROL.replace("status:", "design: [documents/mfa.md]\nstatus:")
    write(repository, {"controls/mfa.yaml": described, "documents/mfa.md": "one"})
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "design")
    git(repository, "rm", "--quiet", "-r", "documents")
    link = f"160000,{git(repository, 'rev-parse', 'HEAD')},documents"
    git(repository, "update-index", "--add", "--cacheinfo", link)
    if committed_too:
        git(repository, "commit", "--quiet", "--message", "another repository")
    done = review(repository, *(("HEAD~1", "HEAD") if committed_too else ("HEAD",)))
    assert done.returncode == 1
    assert "documents/mfa.md (after the change)" in text(done)


@pytest.mark.parametrize("below", ["", "isms"])
def test_a_codeowners_file_that_cannot_be_read_is_not_taken_for_none(
    tmp_path: Path, below: str
) -> None:
    """A partial clone lacks it as it was, and it would look new."""
    folder = committed(write(tmp_path, administration(below or ".")))
    for owner in ("@lindemeer/ciso", "@lindemeer/iemand"):
        write(folder, {".github/CODEOWNERS": f"* {owner}\n"})
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", owner)
    asked = ("--root", below or ".", "HEAD~1", "HEAD")
    assert review(folder, *asked).returncode == 0
    blob = git(folder, "rev-parse", "HEAD~1:.github/CODEOWNERS")
    (folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    done = review(folder, *asked)
    assert done.returncode == 1
    assert "CODEOWNERS (before the change)" in text(done)
    assert "▲" not in text(done)


def test_an_id_of_the_past_may_not_come_back_as_something_else(repository: Path) -> None:
    write(repository, {"processes/p.yaml": "kind: process\nid: oud\ntitle: Oud\nowner: ciso\n"})
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "in")
    (repository / "processes/p.yaml").unlink()
    git(repository, "commit", "--quiet", "--all", "--message", "out")
    write(repository, {"systems/s.yaml": "kind: system\nid: oud\ntitle: Oud\nowner: ciso\n"})
    found = json.loads(text(review(repository, "--format", "json")))["findings"]["new"]
    assert "GIT005" in {one["code"] for one in found}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nergens"], "nergens"),
        (["--format", "junit"], "junit"),
        (["--report", "text"], "text"),
        (["--as-of", "morgen"], "morgen"),
    ],
)
def test_what_cannot_be_asked_is_refused(repository: Path, arguments: list[str], said: str) -> None:
    done = review(repository, *arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_settings_that_cannot_be_read_are_refused_with_their_commit(repository: Path) -> None:
    write(repository, {"bio2lint.yaml": "norm: 3\n"})
    assert review(repository).returncode == 2
    git(repository, "commit", "--quiet", "--all", "--message", "wrong")
    wrong = git(repository, "rev-parse", "HEAD")
    write(repository, {"bio2lint.yaml": SETTINGS})
    done = review(repository, "HEAD")
    assert done.returncode == 2
    assert f"In {wrong[:12]}: bio2lint.yaml:1:7" in done.stderr.decode()


def test_without_git_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    write(tmp_path, {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE})
    assert review(tmp_path).returncode == 2


def test_a_check_runs_no_rules_of_changes(repository: Path) -> None:
    done = program("check", "--as-of", AS_OF, "--format", "json", cwd=repository)
    found = json.loads(done.stdout)["findings"]
    assert not [one["code"] for one in found if one["code"].startswith("GIT")]
    comment = "status: implemented # bio2lint: ignore[GIT001] until=2027-01-31 -- besluit volgt\n"
    write(repository, {"controls/mfa.yaml": CONTROL.replace("status: implemented\n", comment)})
    done = program("check", "--as-of", AS_OF, "--format", "json", cwd=repository)
    assert "STR007" not in {one["code"] for one in json.loads(done.stdout)["findings"]}
