"""Text on a terminal and in the output of a job: the unseen is shown, and no command is left."""

from __future__ import annotations

import pytest
from runner import obeyed

from bio2lint.finding import Region
from bio2lint.report.excerpt import excerpt
from bio2lint.report.safe import visible

BROKEN = {
    "::error::x": r":\x3aerror:\x3ax",
    "::error file=x::y": r":\x3aerror file=x:\x3ay",
    "tekst ::add-mask::e.y": r"tekst :\x3aadd-mask::e.y",
    "::error": r":\x3aerror",
    "::error:": r":\x3aerror:",
    "##[error]x": r"#\x23[error]x",
    "a ###[error]x": r"a ##\x23[error]x",
    "##vso[x]": r"#\x23vso[x]",
    "##teamcity[x]": r"#\x23teamcity[x]",
    "\x1b[31m\n\u202e": r"\x1b[31m\n\u202e",
}
LEFT = [
    "fe80::1",
    "2001:db8::a:b",
    "::1",
    "std::vector<int>",
    "## Kop",
    "#####",
    "#[x]",
    "a: :b",
    "é",
]


@pytest.mark.parametrize("text", BROKEN)
def test_commands_and_unseen_characters_are_escaped(text: str) -> None:
    assert visible(text) == BROKEN[text]
    assert obeyed(visible(text)) == []


@pytest.mark.parametrize("text", LEFT)
def test_what_only_looks_like_a_command_is_left_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("source", "column", "end", "parts"),
    [
        ("id: ##[x]", 7, 10, (r"id: #\x23", "[x]", "")),
        ("id: ##[x]", 6, 7, ("id: #", r"\x23", "[x]")),
        ("## a # b ##", 4, 5, ("## ", "a", " # b ##")),
    ],
)
def test_line_of_a_file_holds_no_command(
    source: str, column: int, end: int, parts: tuple[str, str, str]
) -> None:
    assert excerpt(source, Region("a.yaml", 1, column, 1, end), 80) == parts
