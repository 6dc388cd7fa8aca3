"""The whole repository as seen from a root below its top."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import write

from bio2lint.tree import Overlay, WorkTree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def below(tmp_path: Path) -> WorkTree:
    write(tmp_path, {".git/HEAD": "", "CODEOWNERS": "* @a\n", "a/b/bio2lint.yaml": ""})
    return WorkTree(str(tmp_path / "a" / "b"))


def test_the_top_holds_what_lies_above_the_root(below: WorkTree) -> None:
    top, prefix = below.top()
    assert prefix == "a/b/"
    assert top.read("CODEOWNERS", 100) == b"* @a\n"
    assert top.read(f"{prefix}bio2lint.yaml", 100) == b""
    with pytest.raises(OSError, match="outside"):
        below.read("../../CODEOWNERS", 100)


def test_a_root_at_the_top_or_in_no_repository_is_the_top_itself(tmp_path: Path) -> None:
    alone = WorkTree(str(tmp_path))
    assert alone.top() == (alone, "")
    write(tmp_path, {".git/HEAD": ""})
    assert alone.top() == (alone, "")


def test_what_is_not_written_yet_counts_at_the_top_as_well(below: WorkTree) -> None:
    top, prefix = Overlay(below, {"new.yaml": b"new"}).top()
    assert top.read(f"{prefix}new.yaml", 100) == b"new"
    assert top.read("CODEOWNERS", 100) == b"* @a\n"
