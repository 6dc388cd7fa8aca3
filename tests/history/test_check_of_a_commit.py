"""`check --rev` judges a commit without a checkout, as it was and on its own day."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from history_cases import clone, commit, started
from program import AS_OF, BROKEN, EXAMPLE, NOBODY, ROLE, SETTINGS, SUPERUSER, git, program

from bio2lint.report import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

CONTROL = """kind: control
id: {}
title: Aanmelden
implements: [5.17.01]
status: planned
owner: ciso
risks: [{}]
"""
BASELINE = """date: 2026-01-01
reason: Was er al.
owner: ciso
findings: {}
"""


@pytest.fixture(scope="module")
def git_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An administration below a Git root, which was rearranged and shrunk in its last commit."""
    root = started(tmp_path_factory.mktemp("rev") / "root")
    commit(
        root,
        {
            "isms/bio2lint.yaml": SETTINGS + "language: en\nfail_on: warning\n",
            "isms/roles/ciso.yaml": ROLE,
            "isms/controls/old/a.yaml": CONTROL.format("a", "R-1"),
            "isms/controls/b.yaml": CONTROL.format("b", "R-2"),
        },
        "2026-02-03",
    )
    commit(root, {"isms/controls/old/a.yaml": None, "isms/bio2lint.yaml": SETTINGS}, "2026-04-05")
    (root / "isms" / "controls" / "old").rmdir()
    return root


def run(cwd: Path, *arguments: str, status: int = 1) -> str:
    done = program("check", *arguments, cwd=cwd)
    assert done.returncode == status, done.stderr.decode()
    return done.stdout.decode()


def report(cwd: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(cwd, "--format", "json", *arguments))
    return found


def dangling(cwd: Path, *arguments: str) -> list[str]:
    found = report(cwd, *arguments)["findings"]
    return [f["path"] for f in found if f["code"] == "REF006"]


def test_a_commit_is_judged_as_it_was_and_on_its_own_day(git_root: Path) -> None:
    isms = git_root / "isms"
    older = report(isms, "--rev", "HEAD~1")
    assert older["revision"] == git(git_root, "rev-parse", "HEAD~1")
    assert older["as_of"] == "2026-02-03"
    assert {f["path"] for f in older["findings"]} > {"controls/old/a.yaml", "controls/b.yaml"}
    last = report(isms, "--rev", "main")
    assert (last["revision"], last["as_of"]) == (git(git_root, "rev-parse", "HEAD"), "2026-04-05")
    assert last["summary"]["documents"] == older["summary"]["documents"] - 1


def test_the_date_that_is_asked_for_goes_first(git_root: Path) -> None:
    found = report(git_root / "isms", "--rev", "HEAD~1", "--as-of", "2025-01-01")
    assert found["as_of"] == "2025-01-01"


def in_all_formats(cwd: Path, out: Path, *arguments: str) -> dict[str, bytes]:
    forms = [name for name in FORMATS if name != "text"]
    named = (option for name in forms for option in ("--report", f"{name}={out / name}"))
    said = run(cwd, *arguments, *named)
    return {"text": said.encode(), **{name: (out / name).read_bytes() for name in forms}}


def test_what_is_on_disk_does_not_count(git_root: Path, tmp_path: Path) -> None:
    before = in_all_formats(git_root / "isms", tmp_path, "--rev", "HEAD")
    top = clone(git_root, tmp_path / "clone", "--no-checkout")
    (top / "isms" / "roles").mkdir(parents=True)
    (top / "isms" / "bio2lint.yaml").write_text("norm: nonsense\n", encoding="utf-8")
    (top / "isms" / "roles" / "x.yaml").write_text(BROKEN, encoding="utf-8")
    assert in_all_formats(top / "isms", tmp_path, "--rev", "HEAD") == before


def test_a_clean_checkout_gives_the_same(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(EXAMPLE, root)
    one = next(path for path in sorted((root / "controls").rglob("*.yaml")))
    one.write_text(
        one.read_text(encoding="utf-8").replace("owner: ", "owner: no-"), encoding="utf-8"
    )
    commit(started(root), {}, AS_OF)
    on_disk = in_all_formats(root, tmp_path, "--as-of", AS_OF)
    assert in_all_formats(root, tmp_path, "--rev", "HEAD") == on_disk


def test_the_text_shows_the_lines_of_the_commit(git_root: Path) -> None:
    said = run(git_root, "--root", "isms", "--rev", "HEAD~1", "--select", "REF006")
    assert "isms/controls/old/a.yaml:7:9 " in said
    assert "   7 | risks: [R-1]\n" in said


def test_paths_name_what_the_commit_has(git_root: Path) -> None:
    isms = git_root / "isms"
    assert dangling(isms, "--rev", "HEAD~1", "controls/old/a.yaml") == ["controls/old/a.yaml"]
    assert dangling(isms, "--rev", "HEAD~1", "controls/old") == ["controls/old/a.yaml"]
    assert dangling(git_root, "--rev", "HEAD~1", "isms/controls/old/a.yaml") == (
        ["controls/old/a.yaml"]
    )
    for path in ("controls/old/a.yaml", "controls/none.yaml"):
        done = program("check", "--rev", "HEAD", path, cwd=isms)
        assert done.returncode == 3
        assert path.encode() in done.stderr


def test_a_root_that_is_no_longer_on_disk(git_root: Path, tmp_path: Path) -> None:
    top = clone(git_root, tmp_path / "clone")
    git(top, "rm", "-rq", "isms")
    assert not (top / "isms").exists()
    assert report(top, "--root", "isms", "--rev", "HEAD~1")["summary"]["documents"] == 3
    done = program("check", "--root", "elsewhere", "--rev", "HEAD", cwd=top)
    assert done.returncode == 3
    (top / "file").write_text("", encoding="utf-8")
    done = program("check", "--root", "file", "--rev", "HEAD", "--lang", "en", cwd=top)
    assert (done.returncode, done.stderr) == (2, b"bio2lint: file is no folder.\n")


def test_settings_and_baseline_are_those_of_the_commit(tmp_path: Path) -> None:
    root = started(tmp_path)
    files = {"roles/ciso.yaml": ROLE, "controls/a.yaml": CONTROL.format("a", "R-1")}
    commit(root, {**files, "bio2lint.yaml": SETTINGS})
    (found,) = [f for f in report(root, "--rev", "HEAD")["findings"] if f["code"] == "REF006"]
    known = f"[{{code: REF006, document: a, fingerprint: {found['fingerprint']}}}]"
    commit(
        root,
        {
            "bio2lint.yaml": SETTINGS + "baseline: known.yaml\n",
            "known.yaml": BASELINE.format(known),
        },
    )
    commit(root, {"known.yaml": None})
    commit(root, {"bio2lint.yaml": "norm: nonsense\n"})
    assert dangling(root, "--rev", "HEAD~3") == ["controls/a.yaml"]
    assert dangling(root, "--rev", "HEAD~2") == []
    assert dangling(root, "--rev", "HEAD~2", "--no-baseline") == ["controls/a.yaml"]
    for rev, expected in (
        ("HEAD~1", b"The baseline known.yaml cannot be opened"),
        ("HEAD", b"nonsense"),
    ):
        done = program("check", "--rev", rev, "--lang", "en", cwd=root)
        assert done.returncode == 2
        assert expected in done.stderr


def test_what_cannot_be_read_is_named_and_never_good(git_root: Path, tmp_path: Path) -> None:
    top = clone(git_root, tmp_path / "clone", "--filter=blob:none")
    git(top, "remote", "set-url", "origin", "file:///nonexistent")
    done = program("check", "--rev", "HEAD~1", "--lang", "en", cwd=top / "isms")
    assert done.returncode == 2
    assert (
        b"bio2lint.yaml cannot be opened: the content itself is still on the server" in done.stderr
    )
    git(top, "remote", "set-url", "origin", f"file://{git_root}")
    git(top, "cat-file", "-e", "HEAD~1:isms/bio2lint.yaml")
    git(top, "remote", "set-url", "origin", "file:///nonexistent")
    found = report(top / "isms", "--rev", "HEAD~1")
    assert found["not_judged"]["unreadable"] == ["controls/old/a.yaml"]
    (unread,) = [f for f in found["findings"] if f["path"] == "controls/old/a.yaml"]
    assert unread["code"] == "STR001"
    assert "by Git LFS or a partial clone" in unread["message"]


@pytest.mark.parametrize(
    ("rev", "said"),
    [
        ("nope", b"There is no revision nope."),
        ("--output=x", b"There is no revision --output=x."),
        ("\x1b[31m", b"There is no revision \\x1b[31m."),
        ("", b"There is no revision"),
    ],
)
def test_a_commit_that_is_not_there(git_root: Path, rev: str, said: bytes) -> None:
    done = program("check", f"--rev={rev}", "--lang", "en", cwd=git_root / "isms")
    assert done.returncode == 2
    assert said in done.stderr
    assert b"\x1b" not in done.stderr
    assert not (git_root / "isms" / "x").exists()


def test_without_commits_and_without_git_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    done = program("check", "--rev", "HEAD", "--lang", "en", cwd=tmp_path / "plain")
    assert (done.returncode, b"no Git work tree" in done.stderr) == (2, True)
    done = program("check", "--rev", "HEAD", "--lang", "en", cwd=started(tmp_path / "empty"))
    assert (done.returncode, b"nothing has been committed" in done.stderr) == (2, True)


@pytest.mark.skipif(not SUPERUSER, reason="only the superuser can give files away")
def test_a_repository_of_another_owner_is_checked_on_disk_only(
    git_root: Path, tmp_path: Path
) -> None:
    top = clone(git_root, tmp_path / "clone")
    for path in (top, top / ".git"):
        os.chown(path, NOBODY, NOBODY)
    env = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = program("check", "--rev", "HEAD", "--lang", "en", cwd=top / "isms", env=env)
    assert done.returncode == 2
    assert f"git config --global --add safe.directory {top}".encode() in done.stderr
    assert program("check", "--format", "json", cwd=top / "isms", env=env).returncode == 1
