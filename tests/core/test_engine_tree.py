"""What the engine asks of the tree: which files, how much of them, and which facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from core_cases import CONTROL, ROLE
from support import Files, edition, result

from bio2lint import engine, settings
from bio2lint.yamlfile.decoding import MAX_BYTES

if TYPE_CHECKING:
    from bio2lint.engine import Result
    from bio2lint.tree import Fact

BROKEN = "kind: [\n"


def config(text: str) -> dict[str, str | bytes | Fact]:
    return {"bio2lint.yaml": f"norm: bio2@1.3\n{text}\n"}


class Locked(Files):
    """A tree of which some files cannot be opened."""

    def read(self, path: str, limit: int) -> bytes:
        if path == "locked.yaml":
            raise PermissionError(13, "Permission denied")
        return super().read(path, limit)


def run_on(tree: Files) -> Result:
    return engine.check(tree, settings.read(None), edition("1.3"), date(2026, 11, 23))


def test_a_file_that_cannot_be_opened_is_unreadable_and_a_finding() -> None:
    found = run_on(Locked({"locked.yaml": CONTROL, "open.yaml": ROLE}))
    assert found.unreadable == ("locked.yaml",)
    assert [f.code for f in found.findings if f.region.path == "locked.yaml"] == ["STR001"]


def test_a_file_is_read_up_to_one_byte_beyond_the_limit() -> None:
    asked: list[int] = []

    class Watched(Files):
        def read(self, path: str, limit: int) -> bytes:
            asked.append(limit)
            return super().read(path, limit)

    run_on(Watched({"a.yaml": ROLE}))
    assert asked == [MAX_BYTES + 1]


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        ("", ["isms/a.yaml", "old/b.yaml"]),
        ("include: [isms/]", ["isms/a.yaml"]),
        ("exclude: [old/]", ["isms/a.yaml"]),
        ("include: [isms/]\nexclude: [a.yaml]", []),
    ],
)
def test_what_is_included_and_excluded(lines: str, taken: list[str]) -> None:
    found = result({**config(lines), "isms/a.yaml": CONTROL, "old/b.yaml": ROLE})
    assert [name.path for name in found.documents] == taken
    assert ("implemented" in {c.status for c in found.coverage.values()}) is (
        "isms/a.yaml" in taken
    )


def test_an_excluded_file_that_is_broken_is_no_matter() -> None:
    found = result({**config("exclude: [old/]"), "a.yaml": CONTROL, "old/b.yaml": BROKEN})
    assert found.unreadable == ()


def test_the_settings_file_is_no_document() -> None:
    found = result({**config(""), "a.yaml": CONTROL})
    assert [name.path for name in found.documents] == ["a.yaml"]
    assert found.stray == ()


def test_the_tree_is_asked_once_about_each_path_and_hashes_evidence_alone() -> None:
    asked: list[tuple[str, bool]] = []

    class Watched(Files):
        def fact(self, path: str, *, digest: bool) -> Fact:
            asked.append((path, digest))
            return super().fact(path, digest=digest)

    evidence = (
        "kind: evidence\nid: e\ntitle: t\nproves: [design]\n"
        f"source: {{path: files/a.csv, sha256: {'0' * 64}}}\n"
    )
    design = "design: [b.md#kop, b.md, 'https://example.org/x', 'other:doc', files/a.csv]\n"
    run_on(Watched({"a.yaml": CONTROL + design, "b.yaml": evidence}))
    assert asked == [("b.md", False), ("files/a.csv", True)]
