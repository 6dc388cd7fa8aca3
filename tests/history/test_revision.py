"""The files of a commit, read without a checkout: as the work tree would have them."""

from __future__ import annotations

import errno
import gc
import os
import shutil
import subprocess
import time
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from history_cases import clone, commit, made_object, recorded, started
from program import git, write

from bio2lint.history import objects
from bio2lint.status import Refused
from bio2lint.tree import Fact, WorkTree
from bio2lint.tree.revision import Revision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 12\n"
STRANGE = [
    "a\nb.yaml",
    "c\x1b[31md.yaml",
    'e"f.yaml',
    "é.yaml",
    "-x.yaml",
    ":(top)z.yaml",
    "t\t.yaml",
]
LINKS = {
    "isms/inside.csv": "files/report.csv",
    "isms/folder": "files",
    "isms/here": ".",
    "isms/above": "..",
    "isms/out.yaml": "../elsewhere/x.yaml",
    "isms/outside": "../elsewhere",
    "isms/around.csv": "../isms/files/report.csv",
    "isms/dangling.yaml": "nowhere.yaml",
    "isms/circle.yaml": "circle.yaml",
    "isms/one.yaml": "two.yaml",
    "isms/two.yaml": "one.yaml",
    "isms/absolute.yaml": "/etc/passwd",
    "isms/chain.yaml": "link.yaml",
    "isms/link.yaml": "roles/a.yaml",
    "isms/far.yaml": "../../../../../../../../../../../etc/passwd",
    "isms/files/up.yaml": "../roles/a.yaml",
    "isms/through.yaml": "files/report.csv/../../roles/a.yaml",
}
PATHS = [
    "files/report.csv", "./files//report.csv", "roles/../files/report.csv", "files", "files/", "",
    ".", "Files/Report.csv", "files/REPORT.CSV", "files/none.csv", "files/report.csv/more",
    "files/report.csv/", "none/report.csv", "inside.csv", "INSIDE.csv", "folder", "folder/",
    "folder/report.csv", "Folder/Report.csv", "here", "here/files/report.csv", "above",
    "above/isms/files/report.csv", "above/elsewhere/x.yaml", "out.yaml", "outside",
    "outside/x.yaml", "around.csv", "dangling.yaml", "circle.yaml", "one.yaml", "absolute.yaml",
    "chain.yaml", "far.yaml", "files/up.yaml", "..", "../elsewhere/x.yaml", "/etc/passwd",
    "a\\b", "a\0b", "run.sh", "pair.txt", "PAIR.txt", "crlf.csv", "lfs.bin", "sub", "sub/x.yaml",
    "sub/none.yaml", "subs/x.yaml", "here/" * 60 + "run.sh",
]  # fmt: skip


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Git repository with an administration below its top, as it was committed last."""
    folder = tmp_path_factory.mktemp("revision")
    shared = started(folder / "shared")
    commit(shared, {"x.yaml": ""})
    top = started(folder / "top")
    commit(top, {"isms/gone.yaml": "gone", "isms/roles/a.yaml": "older"})
    for path, target in LINKS.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).symlink_to(target)
    names = (*STRANGE, os.fsdecode(b"\xff.yaml"))
    (write(top, {"isms/run.sh": "#!"}) / "isms" / "run.sh").chmod(0o755)
    git(top, "-c", "protocol.file.allow=always", "submodule", "add", str(shared), "isms/sub")
    commit(
        top,
        {
            "isms/gone.yaml": None,
            "isms/roles/a.yaml": "newer",
            "isms/roles/B.YML": "b",
            "isms/.hidden/c.yaml": "",
            "isms/.gitignore": "*\n",
            "isms/files/report.csv": "1,2,3",
            "isms/pair.txt": "1",
            "isms/Pair.txt": "22",
            "isms/crlf.csv": "a\r\nb\r\n",
            "isms/lfs.bin": LFS.format("a" * 64),
            "isms/lfs.yaml": LFS.format("b" * 64),
            "elsewhere/x.yaml": "no",
            **{f"isms/strange/{name}": name.encode("utf-8", "surrogateescape") for name in names},
        },
    )
    return top


@pytest.fixture
def isms(checkout: Path) -> Iterator[Revision]:
    with Revision(str(checkout / "isms"), git(checkout, "rev-parse", "HEAD")) as revision:
        yield revision


def test_the_paths_are_those_of_the_work_tree(isms: Revision, checkout: Path) -> None:
    expected = WorkTree(str(checkout / "isms")).paths()
    assert isms.paths() == expected
    assert {f"strange/{name}" for name in STRANGE} < set(expected)
    assert {"roles/B.YML", "roles/a.yaml", "circle.yaml"} < set(expected)


def test_the_whole_repository(checkout: Path) -> None:
    with Revision(str(checkout), git(checkout, "rev-parse", "HEAD")) as revision:
        assert revision.paths() == WorkTree(str(checkout)).paths()
        assert revision.read("isms/out.yaml", 9) == b"no"
        assert revision.fact("isms/out.yaml", digest=False) == Fact("file", None, 2)


def test_the_bytes_are_those_of_the_work_tree(isms: Revision, checkout: Path) -> None:
    tree = WorkTree(str(checkout / "isms"))
    readable = 0
    for path in (*isms.paths(), *PATHS):
        try:
            expected = tree.read(path, 1000)
        except (OSError, ValueError):
            with pytest.raises(OSError, match=r"\S"):
                isms.read(path, 1000)
        else:
            # Nothing is known of what is in another repository, and no file has a folder above it.
            if path not in ("sub/x.yaml", "through.yaml"):
                assert isms.read(path, 1000) == expected, path
                readable += 1
    assert readable > 20


@pytest.mark.parametrize("digest", [False, True])
def test_the_facts_are_those_of_the_work_tree(
    isms: Revision, checkout: Path, *, digest: bool
) -> None:
    tree = WorkTree(str(checkout / "isms"))
    differing = {
        path: (here, there)
        for path in PATHS
        if (here := isms.fact(path, digest=digest)) != (there := tree.fact(path, digest=digest))
    }
    assert differing == {
        # Of another repository nothing is known, on disk only what happens to be there.
        "sub/x.yaml": (Fact("submodule"), tree.fact("sub/x.yaml", digest=digest)),
        "sub/none.yaml": (Fact("submodule"), Fact("missing")),
        # A link out of the root leads to nothing, not even back.
        "above/isms/files/report.csv": (
            Fact("outside"),
            tree.fact("files/report.csv", digest=digest),
        ),
    }


def test_an_older_commit_has_what_it_had(checkout: Path) -> None:
    with Revision(str(checkout / "isms"), git(checkout, "rev-parse", "HEAD~1")) as revision:
        assert revision.paths() == ["gone.yaml", "roles/a.yaml"]
        assert revision.read("roles/a.yaml", 99) == b"older"
        assert revision.read("gone.yaml", 99) == b"gone"
        assert revision.fact("gone.yaml", digest=True) == Fact(
            "file", None, 4, frozenset({sha256(b"gone").hexdigest()})
        )


def test_a_root_that_the_commit_has_not_holds_nothing(checkout: Path) -> None:
    commit_ = git(checkout, "rev-parse", "HEAD~1")
    for root in ("isms/files", "no/such\nfolder", "isms/roles/a.yaml/below"):
        with Revision(str(checkout / root), commit_) as revision:
            assert revision.paths() == []
            assert revision.fact("a.yaml", digest=False) == Fact("missing")


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("none.yaml", errno.ENOENT),
        ("dangling.yaml", errno.ENOENT),
        ("out.yaml", errno.EXDEV),
        ("absolute.yaml", errno.EXDEV),
        ("far.yaml", errno.EXDEV),
        ("outside/x.yaml", errno.EXDEV),
        ("circle.yaml", errno.ELOOP),
        ("one.yaml", errno.ELOOP),
        ("roles", errno.EISDIR),
        ("sub", errno.EISDIR),
        ("through.yaml", errno.ENOTDIR),
        ("lfs.yaml", errno.ENODATA),
    ],
)
def test_why_a_path_cannot_be_read(isms: Revision, path: str, number: int) -> None:
    with pytest.raises(OSError, match=r"\S") as caught:
        isms.read(path, 99)
    assert caught.value.errno == number


def test_a_file_that_git_lfs_keeps_elsewhere_is_not_read_on_disk_either(checkout: Path) -> None:
    with pytest.raises(OSError, match=r"\S") as caught:
        WorkTree(str(checkout / "isms")).read("lfs.yaml", 999)
    assert caught.value.errno == errno.ENODATA


def test_equal_files_are_one_object(isms: Revision, checkout: Path) -> None:
    assert isms.blob("roles/a.yaml") == git(checkout, "rev-parse", "HEAD:isms/roles/a.yaml")
    assert isms.blob("link.yaml") == isms.blob("chain.yaml") == isms.blob("roles/a.yaml")
    assert isms.blob("roles/a.yaml") != isms.blob("roles/B.YML")
    with pytest.raises(IsADirectoryError):
        isms.blob("sub")


def test_no_more_is_read_than_the_limit(tmp_path: Path) -> None:
    root = started(tmp_path)
    content = os.urandom(3_000_000)
    files: dict[str, str | bytes] = {
        "big.yaml": content,
        "small.yaml": "small",
        "empty.yaml": "",
        "zeros.yaml": b"\0" * 70000,
    }
    with Revision(str(root), commit(root, files)) as revision:
        for _ in range(3):
            assert revision.read("big.yaml", 1000) == content[:1000]
            assert revision.read("small.yaml", 9) == b"small"
            assert revision.read("small.yaml", 2) == b"sm"
            assert revision.read("empty.yaml", 9) == b""
            assert revision.read("zeros.yaml", 9) == b"\0" * 9
        assert revision.read("big.yaml", 4_000_000) == content
        fact = revision.fact("big.yaml", digest=True)
        assert fact.size == 3_000_000
        assert sha256(content).hexdigest() in fact.digests
        assert revision.fact("empty.yaml", digest=False) == Fact("file", None, 0)


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="only Linux tells what is used")
def test_a_huge_file_is_not_taken_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = started(tmp_path)
    name = commit(root, {"huge.yaml": b"\0" * (40 << 20)})
    git(root, "repack", "-qad")
    begun = counted(monkeypatch)
    reader = objects.Objects(str(root), name)
    with reader.opened(git(root, "rev-parse", "HEAD:huge.yaml")) as body:
        assert body.read(10) == b"\0" * 10
        with open(f"/proc/{begun[-1].pid}/status", encoding="ascii") as status:
            (most,) = (int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    assert most < 30 << 10
    reader.close()


def counted(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return the processes that are begun from now on."""
    begun: list[subprocess.Popen[bytes]] = []

    class Counted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[call-overload]  # passed on
            begun.append(self)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    return begun


def test_one_process_reads_all_and_ends_with_the_tree(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = git(checkout, "rev-parse", "HEAD")
    revision = Revision(str(checkout / "isms"), name)
    begun = counted(monkeypatch)
    for path in ("roles/a.yaml", "roles/B.YML", "link.yaml", "roles/a.yaml"):
        revision.read(path, 99)
    assert [process.poll() for process in begun] == [None]
    revision.close()
    assert [process.returncode is None for process in begun] == [False]
    revision.read("roles/a.yaml", 99)
    revision.fact("run.sh", digest=False)
    del revision
    gc.collect()
    assert [process.returncode is None for process in begun] == [False] * 3


def test_a_reader_that_stops_early_confuses_no_other(checkout: Path) -> None:
    reader = objects.Objects(str(checkout), git(checkout, "rev-parse", "HEAD"))
    one, other = (
        git(checkout, "rev-parse", f"HEAD:isms/{name}") for name in ("roles/a.yaml", "run.sh")
    )
    with reader.opened(one) as body:
        assert body.read(2) == b"ne"
    with reader.opened(other) as body:
        assert body.read(99) == b"#!"
    reader.close()


def test_a_tree_that_lies_about_what_it_holds(tmp_path: Path) -> None:
    root = started(tmp_path)
    first = commit(root, {"a.yaml": "a", "sub/b.yaml": "b"})
    tree = git(root, "rev-parse", f"{first}:sub")
    lines = f"100644 blob {git(root, 'rev-parse', f'{first}:a.yaml')}\ta.yaml\n"
    entry = b"100644 x.yaml\0" + bytes.fromhex(tree) + b"100644 y.yaml\0" + bytes.fromhex(first)
    good = b"100644 z.yaml\0" + bytes.fromhex(lines.split()[2])
    made = made_object(root, "tree", entry + good)
    name = git(root, "commit-tree", "-m", "x", made)
    with Revision(str(root), name) as revision:
        for path in ("x.yaml", "y.yaml"):
            with pytest.raises(OSError, match=r"\S") as caught:
                revision.read(path, 99)
            assert caught.value.errno == errno.ENOTSUP
            assert revision.fact(path, digest=True) == Fact("file")
        assert revision.read("z.yaml", 99) == b"a"


def test_names_that_no_disk_would_have_are_no_documents(tmp_path: Path) -> None:
    root = started(tmp_path)
    commit(root, {"a.yaml": "a"})
    blob = bytes.fromhex(git(root, "rev-parse", "HEAD:a.yaml"))
    names = (b"../../up.yaml", b".git", b"..", b"b.yaml")
    content = b"".join(b"100644 " + name + b"\0" + blob for name in names)
    name = git(root, "commit-tree", "-m", "x", made_object(root, "tree", content))
    with Revision(str(root), name) as revision:
        assert revision.paths() == ["b.yaml"]
        assert revision.fact("../../up.yaml", digest=False) == Fact("outside")


def test_damaged_objects_are_told_from_others(tmp_path: Path) -> None:
    root = started(tmp_path)
    name = commit(root, {"a.yaml": "a", "b.yaml": "b", "c.yaml": "c", "d.yaml": "d"})
    broken = root / ".git" / "objects"
    for path in ("b.yaml", "c.yaml"):
        blob = git(root, "rev-parse", f"HEAD:{path}")
        found = broken / blob[:2] / blob[2:]
        found.unlink()
        if path == "b.yaml":
            found.write_bytes(b"nonsense")
    with Revision(str(root), name) as revision:
        numbers = {}
        for path in ("a.yaml", "b.yaml", "c.yaml", "d.yaml"):
            try:
                revision.read(path, 9)
            except OSError as error:
                numbers[path] = error.errno
        assert numbers == {"b.yaml": errno.EIO, "c.yaml": errno.ENODATA}
        assert revision.fact("b.yaml", digest=True).digests == frozenset()
    tree = git(root, "rev-parse", "HEAD^{tree}")
    (broken / tree[:2] / tree[2:]).unlink()
    with pytest.raises(Refused, match="cannot be listed"):
        Revision(str(root), name)
    with pytest.raises(Refused, match="cannot be listed"):
        Revision(str(root / "sub"), name)


@pytest.mark.parametrize("folder", ["isms", "isms/below"])
def test_a_folder_that_is_damaged_is_not_taken_for_absent(tmp_path: Path, folder: str) -> None:
    root = started(tmp_path)
    name = commit(root, {"isms/a.yaml": "a", "isms/below/b.yaml": "b"})
    tree = git(root, "rev-parse", f"HEAD:{folder}")
    (root / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    for below in ("isms", "isms/below"):
        with pytest.raises(Refused, match="cannot be listed"):
            Revision(str(root / below), name)
    assert Revision(str(root / "elsewhere"), name).paths() == []


@pytest.mark.parametrize("below", ["", "/below"])
def test_a_root_that_was_a_link_or_another_repository_is_not_taken_for_absent(
    tmp_path: Path, below: str
) -> None:
    root = started(tmp_path)
    first = commit(root, {"real/below/a.yaml": "a"})
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{first},isms")
    other = recorded(root, "commit", "--quiet", "--message", "a submodule")
    git(root, "rm", "--quiet", "--cached", "isms")
    (root / "isms").symlink_to("real")
    link = commit(root, {})
    (root / "isms").unlink()
    for name, what in ((other, "a submodule"), (link, "a link")):
        with pytest.raises(Refused, match=f"isms is no folder but {what};"):
            Revision(str(root / f"isms{below}"), name)


def test_a_file_that_breaks_off_spoils_no_other(tmp_path: Path) -> None:
    root = started(tmp_path)
    name = commit(root, {"big.yaml": os.urandom(30_000), "other.yaml": "fine"})
    blob = git(root, "rev-parse", "HEAD:big.yaml")
    kept = root / ".git" / "objects" / blob[:2] / blob[2:]
    content = kept.read_bytes()
    kept.chmod(0o644)
    kept.write_bytes(content[: len(content) // 2])
    with Revision(str(root), name) as revision:
        for _ in range(2):
            with pytest.raises(OSError, match=r"\S") as caught:
                revision.read("big.yaml", 99_999)
            assert caught.value.errno == errno.EIO
            assert revision.read("other.yaml", 9) == b"fine"
            assert revision.fact("big.yaml", digest=True).digests == frozenset()
            assert revision.read("other.yaml", 9) == b"fine"


def test_a_path_through_very_many_folders_takes_no_time(tmp_path: Path) -> None:
    root = started(tmp_path)
    deep = "/".join(["d"] * 1500)
    files = f"M 100644 inline {deep}/a.yaml\ndata 1\na\n"
    files += f"M 120000 inline link\ndata {len(deep)}\n{deep}\n"
    head = "commit refs/heads/main\ncommitter A <a@example.org> 1 +0000\ndata 1\nx\n"
    stream = (head + files).encode()
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True)
    name = git(root, "rev-parse", "main")
    with Revision(str(root), name) as revision:
        begin = time.process_time()
        for path in (
            f"{deep}/a.yaml",
            f"{deep}/A.yaml",
            "link/a.yaml",
            f"{deep}/none",
            "link/none",
        ):
            revision.fact(path, digest=False)
        assert revision.fact("link/a.yaml", digest=False) == Fact("file", None, 1)
        assert time.process_time() - begin < 1


def test_an_object_that_keeps_its_reader_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objects, "ANSWER_SECONDS", 0.2)
    root = started(tmp_path)
    name = commit(root, {"a.yaml": "a", "b.yaml": "b"})
    blob = git(root, "rev-parse", "HEAD:a.yaml")
    trap = root / ".git" / "objects" / blob[:2] / blob[2:]
    trap.unlink()
    os.mkfifo(trap)
    with Revision(str(root), name) as revision:
        for path in ("a.yaml", "b.yaml"):
            with pytest.raises(OSError, match=r"\S"):
                revision.read(path, 9)


def test_what_a_partial_clone_lacks_is_not_fetched(checkout: Path, tmp_path: Path) -> None:
    top = clone(checkout, tmp_path / "partial", "--filter=blob:none", "--no-checkout")
    name = git(top, "rev-parse", "HEAD")
    packs = len(list((top / ".git" / "objects" / "pack").iterdir()))
    with Revision(str(top / "isms"), name) as revision:
        assert "roles/a.yaml" in revision.paths()
        for path in ("roles/a.yaml", "roles/B.YML", "link.yaml"):
            with pytest.raises(OSError, match=r"\S") as caught:
                revision.read(path, 99)
            assert caught.value.errno == errno.ENODATA
        assert revision.fact("run.sh", digest=True) == Fact("file")
    assert len(list((top / ".git" / "objects" / "pack").iterdir())) == packs
    git(top, "cat-file", "-e", "HEAD:isms/roles/a.yaml")
    assert len(list((top / ".git" / "objects" / "pack").iterdir())) > packs, "no trap"


def test_a_clone_without_its_trees_cannot_be_listed(checkout: Path, tmp_path: Path) -> None:
    top = clone(checkout, tmp_path / "partial", "--filter=tree:0", "--no-checkout")
    with pytest.raises(Refused, match="partial clone"):
        Revision(str(top), git(top, "rev-parse", "HEAD"))


@pytest.mark.parametrize("options", [("--object-format=sha256",), ("--separate-git-dir=../apart",)])
def test_other_ways_to_keep_a_repository(tmp_path: Path, options: tuple[str, ...]) -> None:
    root = started(tmp_path / "root", *options)
    with Revision(str(root), commit(root, {"a.yaml": "a"})) as revision:
        assert revision.read(revision.paths()[0], 9) == b"a"
        assert revision.fact("a.yaml", digest=False) == Fact("file", None, 1)


@pytest.mark.parametrize("elsewhere", ["/", "../other", "/nonexistent"])
def test_a_work_tree_that_is_said_to_be_elsewhere(tmp_path: Path, elsewhere: str) -> None:
    write(tmp_path / "other", {"wrong.yaml": ""})
    root = started(tmp_path / "root")
    name = commit(root, {"isms/a.yaml": "a"})
    git(root, "config", "core.worktree", elsewhere)
    with Revision(str(root / "isms"), name) as revision:
        assert revision.paths() == ["a.yaml"]
        assert revision.read("a.yaml", 9) == b"a"


def test_the_work_tree_need_not_be_there(checkout: Path, tmp_path: Path) -> None:
    top = clone(checkout, tmp_path / "clone", "--no-checkout")
    assert not (top / "isms").exists()
    with Revision(str(top / "isms"), git(top, "rev-parse", "HEAD")) as revision:
        assert revision.read("roles/a.yaml", 99) == b"newer"
    shutil.rmtree(top)
