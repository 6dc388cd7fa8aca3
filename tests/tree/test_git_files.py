"""Which files count in a Git repository, and that the repository gets nothing to say of its own."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from program import (
    AS_OF,
    EXAMPLE,
    NOBODY,
    ROLE,
    SETTINGS,
    SUPERUSER,
    committed,
    git,
    ordinary_user,
    program,
    reachable_folder,
    write,
)

from bio2lint import history
from bio2lint.tree import Fact, WorkTree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder in which the ordinary user finds what a test closes to all."""
    with reachable_folder() as folder:
        folder.chmod(0o755)
        yield folder


def paths(root: Path) -> list[str]:
    return WorkTree(str(root)).paths()


def test_tracked_and_new_files_count_and_ignored_ones_do_not(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "drafts/\n", "a.yaml": "", "drafts/b.yaml": ""})
    committed(tmp_path)
    write(tmp_path, {"new/c.yaml": "", ".github/d.yaml": "", "drafts/e.yaml": ""})
    assert paths(tmp_path) == ["a.yaml", "new/c.yaml"]


def test_a_tracked_file_counts_although_it_is_ignored(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*.yaml\n", "a.yaml": "", "b.yaml": "", "c.md": ""})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--force", "a.yaml", "c.md")
    assert paths(tmp_path) == ["a.yaml"]


def test_a_deleted_file_is_gone(tmp_path: Path) -> None:
    committed(write(tmp_path, {"a.yaml": "", "b.yaml": "", "c/d.yaml": ""}))
    (tmp_path / "b.yaml").unlink()
    shutil.rmtree(tmp_path / "c")
    write(tmp_path, {"c": "now a file"})
    assert paths(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("how", ["--no-cone", "--cone", "--sparse-index"])
def test_what_a_sparse_checkout_leaves_out_is_not_taken_for_deleted(
    tmp_path: Path, how: str
) -> None:
    files = {"a.yaml": "", "b.yaml": "", "keep/c.yaml": "", "out/d.yaml": "", "out/e.csv": ""}
    root = committed(write(tmp_path, files))
    (root / "b.yaml").unlink()
    shown = "/a.yaml" if how == "--no-cone" else "keep"
    git(root, "sparse-checkout", "set", how, shown)
    write(root, {"out/new.yaml": "new"})
    tree = WorkTree(str(root))
    assert not (root / "out" / "d.yaml").exists(), "the trap does not work"
    for path, kind in (("out/d.yaml", "file"), ("out/e.csv", "file"), ("out/f.csv", "missing")):
        assert WorkTree(str(root)).fact(path, digest=True) == Fact(kind)
        assert tree.fact(path, digest=True) == Fact(kind)
    assert {"a.yaml", "keep/c.yaml", "out/d.yaml", "out/new.yaml"} <= set(tree.paths())
    assert "out/e.csv" not in tree.paths()
    for reader in (tree, WorkTree(str(root)), WorkTree(str(root / "out"))):
        with pytest.raises(OSError, match=r"\S") as caught:
            reader.read("d.yaml" if reader.root.endswith("out") else "out/d.yaml", 9)
        assert caught.value.errno == errno.ENODATA
        with pytest.raises(FileNotFoundError):
            reader.read("none.yaml", 9)
    (root / "out" / "d.yaml").write_text("here", encoding="utf-8")
    assert tree.read("out/d.yaml", 9) == b"here"


def test_a_folder_that_a_sparse_checkout_leaves_out_is_one(tmp_path: Path) -> None:
    root = committed(write(tmp_path, {"a.yaml": "", "out/below/d.yaml": ""}))
    git(root, "sparse-checkout", "set", "--no-cone", "/a.yaml")
    assert WorkTree(str(root)).fact("out/below", digest=False) == Fact("folder")
    assert WorkTree(str(root)).fact("out/bel", digest=False) == Fact("missing")


def test_settings_that_a_sparse_checkout_leaves_out_are_not_taken_for_none(tmp_path: Path) -> None:
    root = committed(write(tmp_path, {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE}))
    git(root, "sparse-checkout", "set", "--no-cone", "/roles")
    done = program("check", "--lang", "en", "--root", ".", cwd=root)
    assert done.returncode == 2
    assert b"bio2lint.yaml cannot be opened: " in done.stderr
    assert b"left out by a sparse checkout" in done.stderr


def test_a_file_in_conflict_counts_once(tmp_path: Path) -> None:
    committed(write(tmp_path, {"a.yaml": "one"}))
    git(tmp_path, "checkout", "--quiet", "-b", "other")
    git(write(tmp_path, {"a.yaml": "two"}), "commit", "-qam", "two")
    git(tmp_path, "checkout", "--quiet", "-")
    git(write(tmp_path, {"a.yaml": "three"}), "commit", "-qam", "three")
    with pytest.raises(Exception, match="merge"):
        git(tmp_path, "merge", "other")
    assert paths(tmp_path) == ["a.yaml"]


def test_the_root_may_lie_below_the_git_root(tmp_path: Path) -> None:
    committed(write(tmp_path, {"isms/roles/a.yaml": "", "elsewhere.yaml": ""}))
    assert paths(tmp_path / "isms") == ["roles/a.yaml"]


def test_an_ignored_root_is_read_whole(tmp_path: Path) -> None:
    committed(write(tmp_path, {".gitignore": "scratch/\n", "a.yaml": ""}))
    write(tmp_path, {"scratch/b.yaml": ""})
    assert paths(tmp_path / "scratch") == ["b.yaml"]


def test_strange_names(tmp_path: Path) -> None:
    strange = ["a\nb.yaml", "c\x1b[31md.yaml", 'e"f.yaml', "é.yaml", "-x.yaml", ":(top)z.yaml"]
    names = sorted([*strange, os.fsdecode(b"\xff.yaml")])
    write(tmp_path, dict.fromkeys(names, "x"))
    git(tmp_path, "init", "--quiet")
    assert paths(tmp_path) == names
    assert [WorkTree(str(tmp_path)).read(name, 9) for name in names] == [b"x"] * len(names)


def test_strange_names_do_no_harm_to_the_report(tmp_path: Path) -> None:
    strange = [os.fsdecode(b"\xff.yaml"), "a\nb.yaml", "c\x1b[31md.yaml"]
    write(tmp_path, {f"roles/{name}": "kind: [" for name in strange})
    for form in ("text", "concise", "json", "junit"):
        done = program("check", "--format", form, "--as-of", AS_OF, cwd=tmp_path)
        assert done.returncode == 1
        assert b"\x1b" not in done.stdout
        assert b"a\nb" not in done.stdout
        done.stdout.decode()


@pytest.mark.parametrize("git_is_there", [True, False])
def test_a_repository_within_is_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, git_is_there: bool
) -> None:
    shared = committed(write(tmp_path / "shared", {"x.yaml": ""}))
    root = committed(write(tmp_path / "root", {"a.yaml": ""}))
    git(root, "-c", "protocol.file.allow=always", "submodule", "add", str(shared), "sub")
    committed(write(root / "nested", {"y.yaml": ""}))
    if not git_is_there:
        monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert paths(root) == ["a.yaml"]
    assert WorkTree(str(root)).fact("sub", digest=False).kind == "submodule"
    assert history.git_root(str(root / "sub")) == str(root / "sub")


def test_a_path_into_a_repository_within_is_judged_once_that_is_there(tmp_path: Path) -> None:
    shared = committed(write(tmp_path / "shared", {"x.yaml": ""}))
    root = committed(write(tmp_path / "root", {"below/a.yaml": ""}))
    git(root, "-c", "protocol.file.allow=always", "submodule", "add", str(shared), "below/sub")

    def kinds(folder: Path, prefix: str) -> list[str]:
        tree = WorkTree(str(folder))
        return [
            tree.fact(f"{prefix}sub/{name}", digest=False).kind for name in ("x.yaml", "y.yaml")
        ]

    assert kinds(root, "below/") == ["file", "missing"]
    git(root, "submodule", "deinit", "-f", "below/sub")
    assert kinds(root, "below/") == ["submodule", "submodule"]
    assert kinds(root / "below", "") == ["submodule", "submodule"]
    assert WorkTree(str(root)).fact("below/subs/x.yaml", digest=False).kind == "missing"


def test_paths_into_a_repository_that_is_not_here_are_counted_aloud(tmp_path: Path) -> None:
    design = "kind: control\nid: a\ntitle: Regels\nimplements: [5.10.02]\nowner: ciso\n"
    files = {"roles/ciso.yaml": ROLE, "a.yaml": f"{design}status: planned\ndesign: [sub/x.md]\n"}
    root = committed(write(tmp_path, {"bio2lint.yaml": SETTINGS, **files}))
    link = f"160000,{git(root, 'rev-parse', 'HEAD')},sub"
    git(root, "update-index", "--add", "--cacheinfo", link)
    git(root, "commit", "--quiet", "--message", "sub")
    for asked in ((), ("--rev", "HEAD")):
        done = program("check", "--lang", "en", *asked, cwd=root)
        assert b"Not checked: 1 reference into another repository." in done.stdout
        assert b"sub/x.md" not in done.stdout


def test_a_folder_that_is_only_said_to_be_another_repository_is_none(tmp_path: Path) -> None:
    """Who takes a file away could say so of its folder, and nobody would miss it."""
    said = '[submodule "x"]\n\tpath = files\n\turl = ../x\n'
    committed(write(tmp_path, {"files/a.md": "", "b.md": "", ".gitmodules": said}))
    (tmp_path / "files" / "a.md").unlink()
    assert WorkTree(str(tmp_path)).fact("files/a.md", digest=False) == Fact("missing")
    (tmp_path / ".gitmodules").unlink()
    os.mkfifo(tmp_path / ".gitmodules")
    assert WorkTree(str(tmp_path)).fact("files/a.md", digest=False) == Fact("missing")


def test_repositories_side_by_side_below_a_plain_folder_count(tmp_path: Path) -> None:
    committed(write(tmp_path / "one", {"x.yaml": ""}))
    committed(write(tmp_path / "two", {"y.yaml": ""}))
    assert paths(tmp_path) == ["one/x.yaml", "two/y.yaml"]


def test_a_linked_work_tree(tmp_path: Path) -> None:
    root = committed(write(tmp_path / "root", {"a.yaml": "", ".gitignore": "b.yaml\n"}))
    git(root, "worktree", "add", "--quiet", "../linked", "-b", "other")
    linked = write(tmp_path / "linked", {"b.yaml": "", "c.yaml": ""})
    assert paths(linked) == ["a.yaml", "c.yaml"]
    assert history.revision(str(linked)) == git(linked, "rev-parse", "HEAD")


def test_without_git_on_the_path_all_files_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(write(tmp_path, {".gitignore": "b.yaml\n", "a.yaml": "", "b.yaml": ""}))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert paths(tmp_path) == ["a.yaml", "b.yaml"]


def test_a_report_without_git_on_the_path(tmp_path: Path) -> None:
    committed(write(tmp_path, {"roles/ciso.yaml": ROLE, "bio2lint.yaml": SETTINGS}))
    done = program("check", "--format", "json", cwd=tmp_path, env={"PATH": str(tmp_path)})
    assert done.returncode == 1
    assert b'"revision": null' in done.stdout


def test_a_damaged_repository_hides_no_file(tmp_path: Path) -> None:
    write(tmp_path, {".git/HEAD": "nonsense", "a.yaml": ROLE})
    assert paths(tmp_path) == ["a.yaml"]
    assert history.revision(str(tmp_path)) is None


@pytest.mark.parametrize("packed", [False, True])
def test_the_revision_is_the_commit(tmp_path: Path, *, packed: bool) -> None:
    committed(write(tmp_path, {"a.yaml": "", "below/b.yaml": ""}))
    if packed:
        git(tmp_path, "pack-refs", "--all")
    assert history.revision(str(tmp_path / "below")) == git(tmp_path, "rev-parse", "HEAD")


def test_there_is_no_revision_without_a_commit(tmp_path: Path) -> None:
    assert history.revision(str(tmp_path)) is None
    git(tmp_path, "init", "--quiet")
    assert history.revision(str(tmp_path)) is None


@pytest.mark.parametrize("elsewhere", ["/", "../other", "/nonexistent"])
def test_a_work_tree_that_is_said_to_be_elsewhere_hides_no_file(
    tmp_path: Path, elsewhere: str
) -> None:
    write(tmp_path / "other", {"wrong.yaml": ""})
    root = committed(write(tmp_path / "root", {"a.yaml": "", "b/c.yaml": ""}))
    git(root, "config", "core.worktree", elsewhere)
    assert paths(root) == ["a.yaml", "b/c.yaml"]


def test_a_hook_of_another_repository_confuses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = committed(write(tmp_path / "other", {"wrong.yaml": ""}))
    root = committed(write(tmp_path / "root", {".gitignore": "b.yaml\n", "a.yaml": "x"}))
    write(root, {"b.yaml": ""})
    right = git(root, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    monkeypatch.setenv("GIT_PREFIX", "below/")
    assert paths(root) == ["a.yaml"]
    assert history.revision(str(root)) == right != git(other, "rev-parse", "HEAD")


def test_the_files_about_to_be_committed_are_checked_in_a_real_hook(tmp_path: Path) -> None:
    root = committed(write(tmp_path, {"bio2lint.yaml": SETTINGS, ".gitignore": "out\n"}))
    hook = write(root, {".git/hooks/pre-commit": f"#!/bin/sh\n{sys.executable} -m bio2lint check "
                        "--format concise --select STR001 > out 2>&1\nexit 0\n"})  # fmt: skip
    (hook / ".git" / "hooks" / "pre-commit").chmod(0o755)
    write(root, {"roles/a.yaml": "kind: ["})
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "second", "roles/a.yaml")
    assert (root / "out").read_text(encoding="utf-8").startswith("roles/a.yaml:1:")


def canaries(root: Path, canary: Path) -> None:
    """Configure a repository to run a program wherever its configuration can name one."""
    script = write(root, {".git/run": f"#!/bin/sh\necho $0 $@ >> {canary}\n"}) / ".git" / "run"
    script.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "pager.ls-files", "core.sshCommand", "core.editor",
                "diff.external", "filter.x.clean", "filter.x.smudge", "filter.x.process",
                "alias.ls-files", "credential.helper", "core.askPass", "uploadpack.packObjectsHook",
                "remote.origin.uploadpack"):  # fmt: skip
        git(root, "config", key, str(script))
    git(root, "config", "core.hooksPath", str(root / ".git" / "hooks"))
    for hook in ("post-index-change", "pre-commit", "fsmonitor-watchman", "post-checkout"):
        shutil.copy(script, root / ".git" / "hooks" / hook)
    (root / ".gitattributes").write_text("* filter=x\n", encoding="utf-8")


def test_nothing_of_the_repository_is_run(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    root = committed(write(tmp_path / "root", {"roles/a.yaml": ROLE, "bio2lint.yaml": SETTINGS}))
    canaries(root, canary)
    write(root, {"roles/a.yaml": ROLE + "from: 2026-01-01\n"})
    done = program("check", "--format", "json", "--report", f"junit={tmp_path}/x", cwd=root)
    assert done.returncode == 1
    assert not canary.exists()


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """A partial clone asks its remote, a program if need be, for what it has not."""
    canary = tmp_path / "canary"
    root = committed(write(tmp_path / "root", {"sub/.gitignore": "x\n", "sub/a.yaml": ROLE}))
    blob, head = git(root, "rev-parse", "HEAD:sub/.gitignore"), git(root, "rev-parse", "HEAD")
    git(root, "config", "core.repositoryFormatVersion", "1")
    git(root, "config", "extensions.partialClone", "origin")
    git(root, "config", "remote.origin.promisor", "true")
    git(root, "config", "remote.origin.url", f"ext::sh -c touch% {canary}")
    git(root, "config", "protocol.ext.allow", "always")
    git(root, "update-index", "--skip-worktree", "sub/.gitignore")
    (root / "sub" / ".gitignore").unlink()
    for name in (blob, head):
        (root / ".git" / "objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(Exception, match="git"):
        git(root, "cat-file", "-p", blob)
    assert canary.exists(), "the trap does not work"
    canary.unlink()
    write(root, {"sub/new.yaml": ROLE})
    done = program("check", "--format", "json", cwd=root)
    assert done.returncode == 1
    assert b"sub/a.yaml" not in done.stderr
    assert not canary.exists()


@pytest.mark.skipif(not SUPERUSER, reason="only the superuser can give files away")
def test_a_repository_of_another_owner_is_read_all_the_same(open_folder: Path) -> None:
    committed(write(open_folder, {".gitignore": "b.yaml\n", "a.yaml": "", "b.yaml": ""}))
    for folder, folders, files in os.walk(open_folder):
        for name in (".", *folders, *files):
            os.chown(os.path.join(folder, name), NOBODY, NOBODY)
    with pytest.raises(Exception, match="128"):
        git(open_folder, "status")
    assert paths(open_folder) == ["a.yaml"]


@pytest.mark.parametrize("in_git", [False, True])
def test_a_folder_that_cannot_be_listed_is_named(open_folder: Path, *, in_git: bool) -> None:
    write(open_folder, {"a.yaml": "", "sub/new/b.yaml": ""})
    if in_git:
        git(open_folder, "init", "--quiet")
    (open_folder / "sub" / "new").chmod(0)
    with ordinary_user():
        tree = WorkTree(str(open_folder))
        assert tree.paths() == ["a.yaml", "sub/new/"]
        assert WorkTree(str(open_folder / "sub")).paths() == ["new/"]
        with pytest.raises(PermissionError):
            tree.read("sub/new/", 9)
    (open_folder / "sub" / "new").chmod(0o755)


def test_tracked_files_in_a_closed_folder_are_not_taken_for_deleted(open_folder: Path) -> None:
    committed(write(open_folder, {"a.yaml": "", "sub/b.yaml": ""}))
    (open_folder / "sub").chmod(0)
    with ordinary_user():
        tree = WorkTree(str(open_folder))
        assert "sub/b.yaml" in tree.paths()
        with pytest.raises(PermissionError):
            tree.read("sub/b.yaml", 9)
    (open_folder / "sub").chmod(0o755)


def test_the_example_is_the_same_with_and_without_git(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "example")
    before = program("check", "--as-of", AS_OF, cwd=tmp_path / "example")
    committed(tmp_path / "example")
    after = program("check", "--as-of", AS_OF, cwd=tmp_path / "example")
    assert before.returncode == 0
    assert (after.returncode, after.stdout) == (0, before.stdout)


def test_a_file_that_may_not_be_read_is_refused_and_has_no_digest(open_folder: Path) -> None:
    write(open_folder, {"a.yaml": ROLE}).joinpath("a.yaml").chmod(0)
    with ordinary_user():
        tree = WorkTree(str(open_folder))
        assert tree.paths() == ["a.yaml"]
        with pytest.raises(PermissionError):
            tree.read("a.yaml", 9)
        assert tree.fact("a.yaml", digest=True).digests == frozenset()
