"""Which commit a name stands for, of which day it is, and what went before; or why that is not."""

from __future__ import annotations

import os
import re
import struct
import time
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest
from history_cases import clone, commit, made_object, recorded, started
from program import NOBODY, SUPERUSER, git, write

from bio2lint import history
from bio2lint.history import commits, process
from bio2lint.status import USAGE, Refused
from bio2lint.tree import WorkTree

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO, FAR_OFF = date(1970, 1, 1), date(9999, 12, 31)


class Past(NamedTuple):
    """A repository with two branches that parted after the first commit, and were merged."""

    root: Path
    first: str
    second: str
    aside: str
    merged: str


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    root = started(tmp_path_factory.mktemp("past") / "root")
    first = commit(root, {"isms/a.yaml": "1"}, "2026-01-01")
    git(root, "checkout", "--quiet", "-b", "aside")
    aside = commit(root, {"isms/b.yaml": "1"}, "2026-01-02")
    git(root, "checkout", "--quiet", "main")
    second = commit(root, {"isms/a.yaml": "2"}, "2026-01-03")
    merged = recorded(root, "merge", "--quiet", "--no-edit", "aside", day="2026-01-04")
    git(root, "tag", "-a", "v1", "-m", "v1", first)
    return Past(root, first, second, aside, merged)


def refused(root: Path, name: str) -> str:
    with pytest.raises(Refused) as caught:
        commits.resolve(str(root), name)
    assert caught.value.status == USAGE
    assert caught.value.messages[0].nl != caught.value.messages[0].en
    return caught.value.messages[0].en


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("HEAD", "merged"),
        ("main", "merged"),
        ("refs/heads/aside", "aside"),
        ("HEAD^1", "second"),
        ("HEAD~2", "first"),
        ("v1", "first"),
        ("HEAD^{/2026-01-02}", "aside"),
        (":/2026-01-02", "aside"),
    ],
)
def test_a_name_stands_for_a_commit(past: Past, name: str, expected: str) -> None:
    assert commits.resolve(str(past.root), name) == getattr(past, expected)
    assert commits.resolve(str(past.root / "isms"), name) == getattr(past, expected)


def test_a_shortened_name_is_enough(past: Past) -> None:
    assert commits.resolve(str(past.root), past.first[:10]) == past.first


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nope",
        "HEAD:isms/a.yaml",
        "main..aside",
        "^HEAD",
        ":/nope",
        "HEAD^9",
        "0" * 40,
        "a\0b",
        "\ud800",
        "a\nb",
        "--all",
        "--upload-pack=touch canary",
        "-Ocanary",
        "--output=canary",
        "--git-dir=elsewhere",
        "x" * 5000,
    ],
)
def test_what_is_no_commit_is_refused(
    past: Past, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(past.root, name).startswith(f"There is no revision {name or '‘’'}. If it is a")
    assert not list(tmp_path.iterdir())


def test_a_branch_whose_name_begins_with_a_dash_is_a_branch(past: Past) -> None:
    git(past.root, "update-ref", "refs/heads/--all", past.aside)
    assert commits.resolve(str(past.root), "refs/heads/--all") == past.aside
    assert commits.resolve(str(past.root), "--all") == past.aside
    git(past.root, "update-ref", "-d", "refs/heads/--all")


@pytest.mark.parametrize("quiet", ["true", "false"])
def test_a_name_of_both_a_branch_and_a_tag_is_refused(
    past: Past, tmp_path: Path, quiet: str
) -> None:
    """Git would take the tag, which anybody may push who may push a branch."""
    root = clone(past.root, tmp_path / "clone")
    git(root, "config", "core.warnAmbiguousRefs", quiet)
    short = past.second[:8]
    for name in ("main", "origin/main", short):
        git(root, "update-ref", f"refs/tags/{name}", past.first)
    git(root, "update-ref", "refs/tags/v2", past.aside)
    for name, base in (("main", "main"), ("origin/main", "origin/main"), ("main~1", "main")):
        assert git(root, "rev-parse", base) == past.first, "the trap does not work"
        assert f"The name {base} is that of more than one" in refused(root, name)
    assert f"The name {short} is that of more than one" in refused(root, short)
    for name in ("refs/heads/main", "refs/remotes/origin/main", "HEAD", "heads/main"):
        assert commits.resolve(str(root), name) == past.merged
    assert commits.resolve(str(root), "v2") == past.aside


def test_other_names_that_look_like_what_is_written_in_full_do_not_count(
    past: Past, tmp_path: Path
) -> None:
    root = clone(past.root, tmp_path / "clone")
    for name in ("HEAD", "refs/heads/main", past.merged):
        git(root, "update-ref", f"refs/heads/{name}", past.first)
        assert commits.resolve(str(root), name) == past.merged


def test_nothing_has_been_committed_yet(tmp_path: Path) -> None:
    root = started(tmp_path)
    assert "nothing has been committed" in refused(root, "HEAD")
    assert "nothing has been committed" in refused(root, "main")
    assert not commits.shallow(str(root))


def test_a_branch_without_commits_in_a_repository_with_others(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone")
    git(root, "checkout", "--quiet", "--orphan", "empty")
    assert refused(root, "HEAD").startswith("There is no revision HEAD. If")


def test_a_detached_head(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone")
    git(root, "checkout", "--quiet", "--detach", "HEAD^2")
    assert commits.resolve(str(root), "HEAD") == past.aside
    for branch in ("refs/heads/main", "refs/remotes/origin/main", "refs/remotes/origin/aside"):
        git(root, "update-ref", "-d", branch)
    assert commits.resolve(str(root), "HEAD") == past.aside


def test_a_shallow_clone_says_what_is_missing_and_how_to_get_it(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone", "--depth=1")
    assert commits.shallow(str(root))
    assert not commits.shallow(str(past.root))
    assert commits.resolve(str(root), "HEAD") == past.merged
    said = refused(root, "HEAD~1")
    assert "older history is missing" in said
    assert "git fetch --unshallow" in said
    assert "fetch-depth: 0" in said
    assert commits.commits(str(root), past.merged, LONG_AGO, FAR_OFF) == [
        commits.Commit(past.merged, date(2026, 1, 4))
    ]


def test_a_linked_work_tree(past: Past, tmp_path: Path) -> None:
    git(past.root, "worktree", "add", "--quiet", "--detach", str(tmp_path / "linked"), "aside")
    root = str(tmp_path / "linked")
    assert commits.resolve(root, "HEAD") == past.aside == history.revision(root)
    assert commits.resolve(root, "main") == past.merged
    git(past.root, "worktree", "remove", root)


def test_a_repository_with_longer_names(tmp_path: Path) -> None:
    root = started(tmp_path, "--object-format=sha256")
    name = commit(root, {"a.yaml": "1"}, "2026-01-01")
    second = commit(root, {"a.yaml": "2"}, "2026-01-02")
    assert len(name) == 64
    assert commits.resolve(str(root), "HEAD~1") == name
    assert commits.merge_base(str(root), name, second) == name
    assert commits.committed(str(root), second) == date(2026, 1, 2)
    assert [one.name for one in commits.commits(str(root), second, LONG_AGO, FAR_OFF)] == [
        name,
        second,
    ]


def test_without_a_work_tree_there_is_no_history(past: Past, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    assert "no Git work tree" in refused(tmp_path / "plain", "HEAD")
    bare = clone(past.root, tmp_path / "bare", "--bare")
    assert "no Git work tree" in refused(bare, "HEAD")


def test_a_repository_that_is_damaged_is_not_looked_for_further_up(tmp_path: Path) -> None:
    outer = started(tmp_path)
    commit(outer, {"a.yaml": "1"})
    (write(outer / "inner", {".git/HEAD": "nonsense"})).joinpath("sub").mkdir()
    assert "inner is no usable repository" in refused(outer / "inner" / "sub", "HEAD")


@pytest.mark.parametrize("content", ["gitdir: /nonexistent", "gitdir: /dev/null", "", None])
def test_a_file_that_refers_to_no_repository(tmp_path: Path, content: str | None) -> None:
    if content is None:
        os.mkfifo(tmp_path / ".git")
    else:
        write(tmp_path, {".git": content})
    assert "is no usable repository" in refused(tmp_path, "HEAD")
    assert WorkTree(str(write(tmp_path, {"a.yaml": ""}))).paths() == ["a.yaml"]


def test_a_folder_that_looks_like_a_repository_is_not_taken_for_one(
    past: Past, tmp_path: Path
) -> None:
    """Such a folder can be committed, with a configuration that names programs."""
    root = clone(past.root, tmp_path / "clone")
    clone(past.root, root / "isms" / "below", "--bare")
    git(root / "isms" / "below", "update-ref", "refs/heads/main", past.first)
    assert commits.resolve(str(root / "isms" / "below"), "main") == past.merged


def test_the_environment_of_a_hook_confuses_nothing(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = started(tmp_path)
    commit(other, {"a.yaml": "other"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git" / "objects"))
    monkeypatch.setenv("GIT_NAMESPACE", "other")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "nonsense")
    assert commits.resolve(str(past.root), "HEAD") == past.merged


def test_where_two_commits_parted(past: Past) -> None:
    root = str(past.root)
    assert commits.merge_base(root, past.second, past.aside) == past.first
    assert commits.merge_base(root, past.merged, past.aside) == past.aside
    assert commits.merge_base(root, past.first, past.first) == past.first


def test_where_two_commits_parted_in_several_places(past: Past, tmp_path: Path) -> None:
    """What one of the places has and was undone since, another would not show."""
    root = clone(past.root, tmp_path / "clone")
    git(root, "checkout", "--quiet", "--detach", past.aside)
    other = recorded(root, "merge", "--quiet", "--no-edit", past.second)
    with pytest.raises(Refused, match=r"parted in 2 places; .*Merge the target branch") as caught:
        commits.merge_base(str(root), past.merged, other)
    assert caught.value.status == USAGE
    git(root, "merge", "--quiet", "--no-edit", past.merged)
    assert commits.merge_base(str(root), past.merged, "HEAD") == past.merged


def test_commits_that_have_nothing_in_common(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone")
    git(root, "checkout", "--quiet", "--orphan", "other")
    other = commit(root, {"a.yaml": "other"})
    with pytest.raises(Refused, match="no history in common"):
        commits.merge_base(str(root), past.merged, other)
    shallow = clone(root, tmp_path / "shallow", "--depth=1", "--no-single-branch")
    with pytest.raises(Refused, match=r"cannot be seen in this clone.*--unshallow"):
        commits.merge_base(str(shallow), past.merged, other)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-01T23:59:59+0000", "2026-03-01"),
        ("2026-03-01T23:59:59-0100", "2026-03-02"),
        ("2026-03-01T00:30:00+0100", "2026-02-28"),
    ],
)
def test_the_day_of_a_commit_is_that_in_utc(tmp_path: Path, moment: str, day: str) -> None:
    root = started(tmp_path)
    git(root, "commit", "--quiet", "--allow-empty", "-m", "x", GIT_COMMITTER_DATE=moment)
    assert commits.committed(str(root), "HEAD") == date.fromisoformat(day)


def test_the_message_of_a_commit_states_no_day(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone")
    message = "\n\ncommitter X <x@example.org> 0 +0000\n"
    recorded(root, "commit", "--allow-empty", "--cleanup=verbatim", "-m", message, day="2026-02-02")
    assert commits.committed(str(root), "HEAD") == date(2026, 2, 2)


@pytest.mark.parametrize("seconds", ["99999999999999999999", "x", ""])
def test_a_commit_whose_day_no_calendar_has(past: Past, tmp_path: Path, seconds: str) -> None:
    root = clone(past.root, tmp_path / "clone")
    tree = git(root, "rev-parse", "HEAD^{tree}")
    head = f"tree {tree}\nparent {past.merged}\nauthor A <a> 1 +0000\n"
    bad = made_object(root, "commit", f"{head}committer A <a> {seconds} +0000\n\nx".encode())
    with pytest.raises(Refused, match="--as-of"):
        commits.committed(str(root), bad)


@pytest.mark.parametrize("name", ["1" * 500_000, "1 +" * 200_000, "x <x> 1 +0000"])
def test_a_name_like_a_moment_takes_no_time(past: Past, tmp_path: Path, name: str) -> None:
    root = clone(past.root, tmp_path / "clone")
    tree = git(root, "rev-parse", "HEAD^{tree}")
    who = f"{name} <a@example.org> 1767268800 +0000"
    odd = made_object(root, "commit", f"tree {tree}\nauthor {who}\ncommitter {who}\n\nx".encode())
    started_at = time.monotonic()
    assert commits.committed(str(root), odd) == date(2026, 1, 1)
    assert time.monotonic() - started_at < 5


def test_the_commits_of_a_branch_by_day(past: Past) -> None:
    root = str(past.root)
    everything = commits.commits(root, past.merged, LONG_AGO, FAR_OFF)
    assert everything == [
        (past.first, date(2026, 1, 1)),
        (past.second, date(2026, 1, 3)),
        (past.merged, date(2026, 1, 4)),
    ]
    assert commits.commits(root, past.merged, date(2026, 1, 3), date(2026, 1, 3)) == [everything[1]]
    assert commits.commits(root, past.merged, date(2026, 1, 4), FAR_OFF) == [everything[2]]
    assert commits.commits(root, past.aside, date(2027, 1, 1), FAR_OFF) == []


def test_a_history_that_is_not_whole_is_refused(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone")
    last = commit(root, {"c.yaml": "1"})
    (root / ".git" / "objects" / last[:2] / last[2:]).unlink()
    with pytest.raises(Refused, match="damaged or not complete"):
        commits.commits(str(root), last, LONG_AGO, FAR_OFF)


def test_one_object_that_is_said_to_stand_for_another_does_not(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone")
    git(root, "replace", past.merged, past.aside)
    assert git(root, "show", "-s", "--format=%cs", "HEAD") == "2026-01-02", "the trap does not work"
    assert commits.committed(str(root), past.merged) == date(2026, 1, 4)
    assert len(commits.commits(str(root), past.merged, LONG_AGO, FAR_OFF)) == 3


def test_other_parents_that_are_claimed_do_not_count(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone")
    (root / ".git" / "info" / "grafts").write_text(f"{past.merged}\n", encoding="utf-8")
    assert git(root, "rev-list", "--count", "HEAD") == "1", "the trap does not work"
    assert len(commits.commits(str(root), past.merged, LONG_AGO, FAR_OFF)) == 3


def test_a_summary_of_the_commits_that_lies_does_not_count(past: Past, tmp_path: Path) -> None:
    root = clone(past.root, tmp_path / "clone")
    git(root, "commit-graph", "write", "--reachable")
    graph = root / ".git" / "objects" / "info" / "commit-graph"
    content = bytearray(graph.read_bytes())
    start = struct.unpack(">Q", content[content.index(b"CDAT") + 4 :][:8])[0]
    # The tree, two parents, and the time in the lower half of eight bytes (gitformat-commit-graph).
    size = 20 + 4 + 4 + 8
    for index in range(4):
        moment = start + index * size + size - 4
        content[moment : moment + 4] = struct.pack(">I", 86400)
    graph.chmod(0o644)
    graph.write_bytes(content)
    assert "86400 " in git(root, "rev-list", "--timestamp", "HEAD"), "the trap does not work"
    found = commits.commits(str(root), past.merged, LONG_AGO, FAR_OFF)
    assert [one.day.year for one in found] == [2026, 2026, 2026]


def test_a_git_in_the_repository_is_never_run(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = clone(past.root, tmp_path / "clone")
    trap = write(root, {"bin/git": f"#!/bin/sh\ntouch {tmp_path}/canary\n"}) / "bin" / "git"
    trap.chmod(0o755)
    monkeypatch.chdir(root / "bin")
    usual = os.environ["PATH"]
    for folder in (str(root / "bin"), ".", "", "../bin", f"{root}/isms/../bin"):
        monkeypatch.setenv("PATH", os.pathsep.join((folder, usual)))
        assert commits.resolve(str(root), "HEAD") == past.merged
        assert history.revision(str(root)) == past.merged
        assert history.visible_files(str(root)) is not None
    assert not (tmp_path / "canary").exists()


def test_a_git_that_happens_to_lie_in_the_working_folder_is_not_run(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = write(tmp_path, {"git": f"#!/bin/sh\ntouch {tmp_path}/canary\n"}) / "git"
    trap.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    assert commits.resolve(str(past.root), "HEAD") == past.merged
    assert not (tmp_path / "canary").exists()


def test_a_git_that_links_into_the_repository_is_not_run(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = clone(past.root, tmp_path / "clone")
    trap = write(root, {"bin/git": f"#!/bin/sh\ntouch {tmp_path}/canary\n"}) / "bin" / "git"
    trap.chmod(0o755)
    (tmp_path / "git").symlink_to(trap)
    monkeypatch.setenv("PATH", os.pathsep.join((str(tmp_path), os.environ["PATH"])))
    assert "Git was not found" in refused(root, "HEAD")
    assert not (tmp_path / "canary").exists()


def test_without_a_git_to_trust_there_is_no_history(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Git was not found" in refused(past.root, "HEAD")


def test_a_git_that_gives_no_answer(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (write(tmp_path, {"git": "#!/bin/sh\nsleep 60\n"}) / "git").chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join((str(tmp_path), os.environ["PATH"])))
    with pytest.raises(Refused, match="gave no answer"):
        commits.ask(str(past.root), "rev-parse", "HEAD", seconds=0.1)
    assert process.TIMEOUT_SECONDS > 1


@pytest.mark.skipif(not SUPERUSER, reason="only the superuser can give files away")
def test_a_repository_of_another_owner_is_refused_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    root = started(tmp_path / "it's mine")
    name = commit(root, {"a.yaml": "1"})
    assert commits.resolve(str(root), "HEAD") == name
    for path in (root, root / ".git"):
        os.chown(path, NOBODY, NOBODY)
    said = refused(root, "HEAD")
    remedy = re.search(r"git config --global --add safe\.directory .*", said)
    assert remedy is not None
    assert os.system(f"GIT_CONFIG_GLOBAL={tmp_path}/settings {remedy[0]}") == 0  # noqa: S605
    assert commits.resolve(str(root), "HEAD") == name
