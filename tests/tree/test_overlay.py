"""An overlay is another tree with other bytes in some files, and facts to match."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from support import Files

from bio2lint.tree import Fact, Overlay, WorkTree

if TYPE_CHECKING:
    from pathlib import Path

BELOW = Files({"a.yaml": "oud", "b.yaml": "b", "map/x.csv": "x"})
OVERLAY = Overlay(BELOW, {"a.yaml": b"nieuw", "map/c.yaml": b"c", "map/y.csv": b"y"})


def test_it_has_the_paths_of_both_and_only_yaml() -> None:
    assert OVERLAY.paths() == ["a.yaml", "b.yaml", "map/c.yaml"]


def test_its_own_bytes_go_before_those_below() -> None:
    assert OVERLAY.read("a.yaml", 100) == b"nieuw"
    assert OVERLAY.read("a.yaml", 2) == b"ni"
    assert OVERLAY.read("b.yaml", 100) == b"b"


def test_facts_are_of_its_own_bytes() -> None:
    digest = sha256(b"nieuw").hexdigest()
    assert OVERLAY.fact("a.yaml", digest=True) == Fact("file", None, 5, frozenset({digest}))
    assert OVERLAY.fact("./map/../a.yaml", digest=False) == Fact("file", None, 5)
    assert OVERLAY.fact("map/y.csv", digest=False) == Fact("file", None, 1)


@pytest.mark.parametrize("path", ["b.yaml", "map", "nergens", "a.yaml/"])
def test_other_facts_are_those_below(path: str) -> None:
    assert OVERLAY.fact(path, digest=True) == BELOW.fact(path, digest=True)


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("b", encoding="utf-8")
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    seen = Overlay(WorkTree(str(tmp_path)), {"a.yaml": b"a", "b.yaml": b"a"})
    assert [seen.is_link(path) for path in ("a.yaml", "b.yaml", "c.yaml")] == [True, False, False]


def test_digests_are_those_of_a_file_on_disk() -> None:
    dos = b"a\r\nb\r\n"
    found = Overlay(BELOW, {"z.csv": dos}).fact("z.csv", digest=True)
    both = {sha256(dos).hexdigest(), sha256(b"a\nb\n").hexdigest()}
    assert found.digests == frozenset(both)
