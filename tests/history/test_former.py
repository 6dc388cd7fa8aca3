"""Which ids documents of the past had, so that no new document takes one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from history_cases import clone, commit, recorded, started
from program import git

from bio2lint import yamlfile
from bio2lint.history.former import former

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = started(tmp_path_factory.mktemp("former") / "root")
    commit(
        root,
        {
            "isms/risks.yaml": "kind: risk\nid: R-1\ntitle: first\n",
            "isms/stays.yaml": "id: stays\n",
        },
    )
    commit(root, {"isms/risks.yaml": "kind: risk\nid: R-1\ntitle: second\n---\nid: 'R-2'  # two\n"})
    git(root, "checkout", "--quiet", "-b", "aside")
    commit(root, {"isms/aside.yml": 'x: 1\n"id" : "été 1"\r\n'})
    git(root, "checkout", "--quiet", "main")
    commit(
        root,
        {
            "isms/.hidden/a.yaml": "id: hidden\n",
            "isms/a.md": "id: prose\n",
            "b.yaml": "id: above\n",
        },
    )
    recorded(root, "merge", "--quiet", "--no-edit", "aside")
    gone = ("isms/aside.yml", "isms/stays.yaml", "isms/.hidden/a.yaml", "isms/a.md", "b.yaml")
    there = {"isms/risks.yaml": "id: R-3\n", "isms/moved.yaml": "id: stays\n"}
    commit(root, {**dict.fromkeys(gone), **there})
    git(root, "checkout", "--quiet", "-b", "other", "HEAD~2")
    commit(root, {"isms/elsewhere.yaml": "id: elsewhere\n"})
    git(root, "checkout", "--quiet", "main")
    return root


def found(root: Path, *ids: str, below: str = "isms") -> dict[str, bytes]:
    files, complete = former(str(root / below), git(root, "rev-parse", "main"), ids)
    assert complete
    return {name: file.content for name, file in files.items()}


def test_a_document_that_is_gone_is_found_as_it_was_last(past: Path) -> None:
    assert former(str(past / "isms"), "main", ["R-1"]).files["R-1"].path == "risks.yaml"
    content = found(past, "R-1")["R-1"]
    assert b"second" in content
    documents = yamlfile.read(content).documents
    assert [one.data["id"] for one in documents if one.data] == ["R-1", "R-2"]


def test_ids_in_every_spelling(past: Path) -> None:
    assert set(found(past, "R-1", "R-2", "été 1", "new")) == {"R-1", "R-2", "été 1"}


@pytest.mark.parametrize(
    "id_",
    ["R-", "r-1", "R-9", "stays", "hidden", "prose", "above", "elsewhere", "first", "1"],
)
def test_what_never_was_a_documents_id_here(past: Path, id_: str) -> None:
    assert found(past, id_) == {}


def test_a_root_at_the_top(past: Path) -> None:
    assert set(found(past, "above", "R-1", below="")) == {"above", "R-1"}


@pytest.mark.parametrize(
    "id_",
    [
        "",
        ".*",
        "R-1|x",
        "(a+)+$",
        "\\",
        "[",
        "\0",
        "\n",
        "\ud800",
        "\x1b[31m",
        "--all",
        "x" * 200_000,
    ],
)
def test_hostile_ids_find_nothing(past: Path, id_: str) -> None:
    assert found(past, id_) == {}
    assert set(found(past, id_, "R-1")) == {"R-1"}


def test_many_ids_at_once(past: Path) -> None:
    many = [f"new-{number}" for number in range(100_000)]
    assert set(found(past, *many, "R-2")) == {"R-2"}


def test_it_ends_in_time(past: Path) -> None:
    for seconds in (0, 0.0001):
        with pytest.raises(TimeoutError):
            former(str(past), git(past, "rev-parse", "main"), ["R-1"], seconds)


def test_attributes_of_the_repository_hide_nothing(past: Path, tmp_path: Path) -> None:
    root = clone(past, tmp_path / "clone")
    (root / ".gitattributes").write_text("* -diff -text binary\n", encoding="utf-8")
    assert set(former(str(root), "HEAD", ["R-1"]).files) == {"R-1"}


def test_what_a_partial_clone_lacks_is_not_taken_for_known(past: Path, tmp_path: Path) -> None:
    root = clone(past, tmp_path / "clone", "--filter=blob:none")
    git(root, "cat-file", "-e", "HEAD~1:isms/risks.yaml")
    git(root, "remote", "set-url", "origin", "file:///nonexistent")
    head = git(root, "rev-parse", "HEAD")
    files, complete = former(str(root), head, ["R-1", "été 1"])
    assert (set(files), complete) == ({"R-1"}, False)
    assert former(str(root), head, ["R-1"]).complete


@pytest.mark.parametrize("what", ["HEAD~2", "HEAD~2^{tree}", "HEAD~2:isms", "HEAD~2:isms/a.md"])
def test_what_is_damaged_is_not_taken_for_known(past: Path, tmp_path: Path, what: str) -> None:
    root = tmp_path / "root"
    shutil.copytree(past, root)
    name = git(root, "rev-parse", what)
    (root / ".git" / "objects" / name[:2] / name[2:]).unlink()
    head = git(root, "rev-parse", "HEAD")
    assert not former(str(root / "isms"), head, ["new"]).complete


def test_a_file_that_breaks_off_is_not_taken_for_known(past: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(past, root)
    name = git(root, "rev-parse", "HEAD~1:isms/risks.yaml")
    damaged = root / ".git" / "objects" / name[:2] / name[2:]
    damaged.unlink()
    damaged.write_bytes(b"nonsense")
    assert former(str(root / "isms"), git(root, "rev-parse", "HEAD"), ["new"]) == ({}, False)


def test_a_document_that_went_elsewhere_is_no_document_here_any_more(tmp_path: Path) -> None:
    root = started(tmp_path)
    commit(root, {"isms/a.yaml": "id: a\n", "isms/b.yaml": "id: b\n"})
    commit(root, {"archive/a.yaml": "id: a\n", "isms/a.yaml": None})
    head = commit(root, {"archive/b.yaml": "id: b\n", "isms/b.yaml": None})
    files = former(str(root / "isms"), head, ["a", "b"]).files
    assert {name: file.path for name, file in files.items()} == {"a": "a.yaml", "b": "b.yaml"}
