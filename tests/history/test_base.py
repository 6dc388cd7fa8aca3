"""Where a change began, as GitHub, GitLab or the repository itself tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from history_cases import clone, commit, recorded, started
from program import git

from bio2lint.history import base
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from pathlib import Path


class Change(NamedTuple):
    """A server with a branch `change` that began at `began`, while `main` went on to `target`.

    `release` is another branch; `merge` is what GitHub checks out: the change merged into `main`.
    """

    server: Path
    began: str
    target: str
    head: str
    release: str
    merge: str


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    server = started(tmp_path_factory.mktemp("base") / "server")
    release = commit(server, {"a.yaml": "1"}, "2026-01-01")
    git(server, "branch", "release/1")
    began = commit(server, {"a.yaml": "2"}, "2026-01-02")
    git(server, "checkout", "--quiet", "-b", "change")
    commit(server, {"b.yaml": "1"}, "2026-01-03")
    head = commit(server, {"b.yaml": "2"}, "2026-01-04")
    git(server, "checkout", "--quiet", "main")
    target = commit(server, {"a.yaml": "3"}, "2026-01-05")
    git(server, "checkout", "--quiet", "--detach")
    merge = recorded(server, "merge", "--quiet", "--no-edit", "change", day="2026-01-06")
    git(server, "update-ref", "refs/pull/7/merge", merge)
    git(server, "checkout", "--quiet", "main")
    return Change(server, began, target, head, release, merge)


def fetched(change: Change, folder: Path, what: str, *options: str) -> Path:
    """Return a clone as a CI makes it: one commit is fetched and checked out, and nothing else."""
    root = started(folder)
    git(root, "remote", "add", "origin", f"file://{change.server}")
    git(root, "fetch", "--quiet", *options, "origin", what)
    git(root, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    return root


GITHUB = {"GITHUB_BASE_REF": "main", "GITHUB_REF": "refs/pull/7/merge"}
EVERYTHING = "+refs/heads/*:refs/remotes/origin/*"


def github(change: Change, **others: str) -> dict[str, str]:
    return {**GITHUB, "GITHUB_SHA": change.merge, **others}


def test_github_merges_the_change_into_its_target(change: Change, tmp_path: Path) -> None:
    root = fetched(change, tmp_path / "two", "refs/pull/7/merge", "--depth=2")
    assert base.default_base(str(root), github(change)) == change.target
    git(root, "fetch", "--quiet", "--unshallow", "origin", EVERYTHING)
    assert base.default_base(str(root), github(change)) == change.target


def test_github_with_only_the_last_commit(change: Change, tmp_path: Path) -> None:
    root = fetched(change, tmp_path / "one", "refs/pull/7/merge", "--depth=1")
    with pytest.raises(Refused, match=r"target branch main is not in this clone.*fetch-depth: 0"):
        base.default_base(str(root), github(change))


def test_github_with_the_change_itself_checked_out(change: Change, tmp_path: Path) -> None:
    root = fetched(change, tmp_path / "root", "change")
    with pytest.raises(Refused, match="target branch main is not in this clone") as caught:
        base.default_base(str(root), github(change))
    remedy = "git fetch origin refs/heads/main:refs/remotes/origin/main"
    assert f"Get it with `{remedy}`, or" in caught.value.messages[0].en
    git(root, *remedy.split()[1:])
    assert base.default_base(str(root), github(change)) == change.began
    git(root, "fetch", "--quiet", "origin", EVERYTHING)
    assert base.default_base(str(root), github(change)) == change.began
    other = github(change, GITHUB_BASE_REF="release/1")
    assert base.target(str(root), other) == change.release
    assert base.default_base(str(root), other) == change.release


def test_a_target_that_is_not_here_is_not_guessed(change: Change, tmp_path: Path) -> None:
    root = clone(change.server, tmp_path / "root")
    for variable in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"):
        for name in ("other", "--all", "x:y"):
            with pytest.raises(Refused, match="is not in this clone") as caught:
                base.default_base(str(root), {variable: name})
            assert caught.value.status == USAGE


def test_what_gitlab_tells_of_a_merge_request(change: Change, tmp_path: Path) -> None:
    root = fetched(change, tmp_path / "root", "change")
    environ = {
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": change.began,
    }
    assert base.default_base(str(root), environ) == change.began
    with pytest.raises(Refused, match="target branch main is not in this clone"):
        base.default_base(str(root), {**environ, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "0" * 40})
    git(root, "fetch", "--quiet", "origin", EVERYTHING)
    assert base.default_base(str(root), {**environ, "CI_MERGE_REQUEST_DIFF_BASE_SHA": ""}) == (
        change.began
    )


def test_gitlab_names_one_of_several_places_where_the_branches_parted(
    change: Change, tmp_path: Path
) -> None:
    root = fetched(change, tmp_path / "root", "change")
    environ = {
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": change.head,
    }
    git(root, "fetch", "--quiet", "origin", "refs/pull/7/merge")
    git(root, "update-ref", "refs/remotes/origin/main", change.merge)
    recorded(root, "merge", "--quiet", "--no-edit", change.target)
    with pytest.raises(Refused, match="parted in 2 places"):
        base.default_base(str(root), environ)
    git(root, "update-ref", "refs/remotes/origin/main", change.target)
    assert base.default_base(str(root), environ) == change.head


def test_gitlab_with_the_merged_result(change: Change, tmp_path: Path) -> None:
    root = fetched(change, tmp_path / "root", "refs/pull/7/merge")
    environ = {
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": change.target,
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": change.began,
    }
    assert base.default_base(str(root), environ) == change.target


def test_the_usual_branch_when_no_forge_tells(change: Change, tmp_path: Path) -> None:
    root = str(clone(change.server, tmp_path / "root", "--branch", "change"))
    folder = tmp_path / "root"
    assert base.default_base(root, {}) == change.began
    git(folder, "branch", "main", "HEAD~1")
    git(folder, "branch", "master", "HEAD")
    git(folder, "update-ref", "refs/remotes/origin/master", "HEAD")
    for branch, expected in (
        ("refs/remotes/origin/HEAD", change.target),
        ("refs/remotes/origin/main", change.target),
        ("refs/remotes/origin/master", change.head),
        ("refs/heads/main", git(folder, "rev-parse", "HEAD~1")),
        ("refs/heads/master", change.head),
    ):
        assert base.target(root, {}) == expected, branch
        git(folder, "update-ref", "--no-deref", "-d", branch)
    assert base.target(root, {"CI_DEFAULT_BRANCH": "release/1"}) == change.release
    with pytest.raises(Refused, match="no branch to compare with"):
        base.target(root, {})


def test_without_commits_there_is_no_beginning(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing has been committed"):
        base.default_base(str(started(tmp_path)), {})
