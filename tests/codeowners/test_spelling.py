"""A path is written so that it alone is asked about, and a handle so that it is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint.codeowners import read
from bio2lint.codeowners.spelling import pattern, taken

NAMES = st.text("ab *?#!@[]^-.é$()\"'", min_size=1, max_size=6).filter(
    lambda n: n not in (".", "..")
)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
DIALECTS = st.sampled_from(["github", "gitlab"])


@given(path=PATHS, other=PATHS, dialect=DIALECTS)
def test_a_pattern_is_about_its_path_alone(path: str, other: str, dialect: str) -> None:
    written = pattern(path, dialect)
    if written is None:
        assert dialect == "github"
        assert "[" in path or "]" in path
        return
    found = read(f"{written} @a\n", dialect)
    assert found.problems == ()
    assert found.owners_of(path) == ("@a",)
    assert not found.owners_of(other) or other == path or other.startswith(f"{path}/")


@given(folder=PATHS, below=PATHS, dialect=DIALECTS)
def test_a_pattern_of_a_folder_is_about_all_below_it(folder: str, below: str, dialect: str) -> None:
    written = pattern(f"{folder}/", dialect)
    if written is not None:
        found = read(f"{written} @a\n", dialect)
        assert found.owners_of(f"{folder}/{below}") == ("@a",)
        assert found.owners_of(folder) == ()


@pytest.mark.parametrize("dialect", ["github", "gitlab"])
@pytest.mark.parametrize(
    "path",
    [
        "a\nb",
        "a\rb",
        "a\tb",
        "a\\b",
        "a\\",
        "a\u2028b",
        "a\x1bb",
        "a\u202eb",
        "a\udc80",
        "a\u00a0b",
    ],
)
def test_what_cannot_be_written_is_said_to_be_so(path: str, dialect: str) -> None:
    assert pattern(path, dialect) is None


def test_handles_are_those_that_the_forge_takes() -> None:
    handles = ["@ciso", "@lindemeer/ciso", "@group/sub/team", "@a..b", "@a/", "@x y", "@x\n* @evil"]
    assert taken(handles, "github") == ["@ciso", "@lindemeer/ciso"]
    assert taken(handles, "gitlab") == ["@ciso", "@lindemeer/ciso", "@group/sub/team", "@a..b"]
