"""What the work tree tells: files, their bytes, and facts of the paths that documents name."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from program import write

from bio2lint.tree import Fact, WorkTree, is_yaml

if TYPE_CHECKING:
    from pathlib import Path

LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 12\n"


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def kind(root: Path, path: str) -> str:
    return WorkTree(str(root)).fact(path, digest=False).kind


@pytest.mark.parametrize("path", ["a.yaml", "a.yml", "a/b.YAML", "a.b/c.yaml", "a..yaml"])
def test_yaml_may_hold_documents(path: str) -> None:
    assert is_yaml(path)


@pytest.mark.parametrize("path", ["a.yaml.md", ".a.yaml", ".git/a.yaml", "a/.b/c.yaml", "yaml"])
def test_other_files_and_what_begins_with_a_dot_may_not(path: str) -> None:
    assert not is_yaml(path)


def test_all_yaml_below_the_root_in_order(tmp_path: Path) -> None:
    names = ("b.yaml", "a/z.yml", "a/b/c.yaml", "a.md", ".pre-commit-config.yaml", ".x/y.yaml")
    write(tmp_path, dict.fromkeys(names, ""))
    assert WorkTree(str(tmp_path)).paths() == ["a/b/c.yaml", "a/z.yml", "b.yaml"]


def test_a_root_that_is_a_link(tmp_path: Path) -> None:
    write(tmp_path, {"real/a.yaml": "x"})
    (tmp_path / "link").symlink_to("real")
    tree = WorkTree(str(tmp_path / "link"))
    assert tree.paths() == ["a.yaml"]
    assert tree.read("a.yaml", 9) == b"x"
    assert tree.fact("a.yaml", digest=False).kind == "file"


def test_no_more_is_read_than_the_limit(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "x" * 100})
    assert WorkTree(str(tmp_path)).read("a.yaml", 7) == b"x" * 7


def test_a_link_within_the_root_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a/real.txt": "here", "b/c": ""})
    (tmp_path / "link.yaml").symlink_to("a/real.txt")
    (tmp_path / "folder").symlink_to("a")
    tree = WorkTree(str(tmp_path))
    assert tree.read("link.yaml", 9) == b"here"
    assert tree.read("folder/real.txt", 9) == b"here"


@pytest.mark.parametrize("path", ["link.yaml", "folder/secret.yaml", "chain.yaml"])
def test_a_link_out_of_the_root_is_not(tmp_path: Path, path: str) -> None:
    root = write(tmp_path, {"outside/secret.yaml": "no", "root/a.yaml": ""}) / "root"
    (root / "link.yaml").symlink_to("../outside/secret.yaml")
    (root / "folder").symlink_to("../outside")
    (root / "chain.yaml").symlink_to("link.yaml")
    with pytest.raises(OSError, match="outside"):
        WorkTree(str(root)).read(path, 9)


def test_a_sibling_whose_name_begins_like_the_root_is_outside(tmp_path: Path) -> None:
    root = write(tmp_path, {"root-2/a.yaml": "no", "root/b.yaml": ""}) / "root"
    (root / "a.yaml").symlink_to("../root-2/a.yaml")
    with pytest.raises(OSError, match="outside"):
        WorkTree(str(root)).read("a.yaml", 9)
    assert kind(root, "a.yaml") == "outside"


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "dangling.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "circle.yaml").symlink_to("circle.yaml")
    tree = WorkTree(str(tmp_path))
    for path in ("pipe.yaml", "folder.yaml", "dangling.yaml", "circle.yaml"):
        with pytest.raises(OSError, match=r"\S"):
            tree.read(path, 9)
    assert tree.paths() == ["circle.yaml", "dangling.yaml", "pipe.yaml"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/report.csv", Fact("file", None, 5)),
        ("./a//report.csv", Fact("file", None, 5)),
        ("b/../a/report.csv", Fact("file", None, 5)),
        ("a", Fact("folder")),
        ("a/", Fact("folder")),
        ("", Fact("folder")),
        (".", Fact("folder")),
        ("A/Report.csv", Fact("file", "a/report.csv", 5)),
        ("a/REPORT.CSV", Fact("file", "a/report.csv", 5)),
        ("a/none.csv", Fact("missing")),
        ("a/report.csv/more", Fact("missing")),
        ("none/report.csv", Fact("missing")),
        ("pipe", Fact("missing")),
        ("dangling", Fact("outside")),
        ("inside", Fact("file", None, 5)),
        ("out", Fact("outside")),
        ("out/secret", Fact("outside")),
        ("..", Fact("outside")),
        ("../outside/secret", Fact("outside")),
        ("a/../../outside/secret", Fact("outside")),
        ("/etc/passwd", Fact("outside")),
        ("a\\report.csv", Fact("outside")),
        ("a\0b", Fact("outside")),
    ],
)
def test_the_fact_of_a_path(tmp_path: Path, path: str, expected: Fact) -> None:
    root = write(tmp_path, {"root/a/report.csv": "12345", "outside/secret": "no"}) / "root"
    os.mkfifo(root / "pipe")
    (root / "inside").symlink_to("a/report.csv")
    (root / "out").symlink_to("../outside")
    (root / "dangling").symlink_to("../outside/nothing")
    assert WorkTree(str(root)).fact(path, digest=True)._replace(digests=frozenset()) == expected


def test_of_names_that_differ_in_case_the_exact_one_counts(tmp_path: Path) -> None:
    write(tmp_path, {"Report.csv": "1", "report.csv": "22"})
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system does not tell upper from lower case")
    assert WorkTree(str(tmp_path)).fact("report.csv", digest=False) == Fact("file", None, 2)
    assert WorkTree(str(tmp_path)).fact("Report.csv", digest=False) == Fact("file", None, 1)


def test_of_several_names_that_differ_in_case_none_is_meant(tmp_path: Path) -> None:
    write(tmp_path, {"Report.csv": "1", "report.csv": "22"})
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system does not tell upper from lower case")
    assert WorkTree(str(tmp_path)).fact("REPORT.csv", digest=False) == Fact("missing")


@pytest.mark.parametrize("on_disk", [b"a\nb\n", b"a\r\nb\r\n"])
def test_a_digest_recorded_with_other_line_endings_still_fits(
    tmp_path: Path, on_disk: bytes
) -> None:
    write(tmp_path, {"log.csv": on_disk})
    digests = WorkTree(str(tmp_path)).fact("log.csv", digest=True).digests
    assert digests == {digest(b"a\nb\n"), digest(b"a\r\nb\r\n")}
    assert digest(b"a\nc\n") not in digests


def test_a_line_ending_across_two_chunks_is_one(tmp_path: Path) -> None:
    start = b"x" * ((1 << 20) - 1)
    write(tmp_path, {"log.csv": start + b"\r\nend\r", "cr.csv": start + b"\r"})
    tree = WorkTree(str(tmp_path))
    assert tree.fact("log.csv", digest=True).digests == {
        digest(start + b"\r\nend\r"),
        digest(start + b"\nend\r"),
    }
    assert tree.fact("cr.csv", digest=True).digests == {digest(start + b"\r")}


def test_no_digest_is_made_unless_asked_for(tmp_path: Path) -> None:
    write(tmp_path, {"log.csv": "a"})
    assert WorkTree(str(tmp_path)).fact("log.csv", digest=False).digests == frozenset()


def test_an_lfs_pointer_answers_to_what_it_points_at(tmp_path: Path) -> None:
    write(tmp_path, {"big.bin": LFS.format(digest(b"big"))})
    assert WorkTree(str(tmp_path)).fact("big.bin", digest=True).digests == {digest(b"big")}


def test_a_submodule_is_told_from_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"shared/.git": "gitdir: ../.git/modules/shared\n", "plain/a": ""})
    assert (kind(tmp_path, "shared"), kind(tmp_path, "plain")) == ("submodule", "folder")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "", "folder/b.md": ""})
    assert [kind(tmp_path, path) for path in ("a.md/", "folder/", "folder")] == [
        "missing",
        "folder",
        "folder",
    ]
