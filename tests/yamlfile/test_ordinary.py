"""The fast way of reading says what the reader with positions says, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint import yamlfile
from bio2lint.yamlfile import ordinary

EXAMPLE = Path(__file__).parents[2] / "examples" / "repo"
SOURCES = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLE.rglob("*.yaml"))]
PIECES = [
    *" :-#[]{},'\"\n\\>|&*!%@`?~.0a1_é\u00a0\t\r",
    *("- ", ": ", " #", "\n  ", "\n- ", "---\n", "\n---\n", "...\n", "key: ", "<<: ", "\n\n"),
    *(">-\n", "|\n", ">\n", "|-\n", "no", "null", "1.5", "0x1", "[]", "{}", "'", '""', "\u2028"),
]
spots = st.tuples(st.integers(0, 1000), st.integers(0, 3), st.sampled_from(PIECES))


def agree(text: str) -> bool:
    """Assert that both ways agree on a text; return whether the fast one reads it."""
    found = ordinary.read(text)
    whole = yamlfile.documents_with_positions(text) if found else []
    assert [(one.start, one.content, repr(one.data)) for one in found] == [
        (one.start, one.content, repr(one.data)) for one in whole
    ]
    assert not any(one.problems or one.ambiguous for one in whole)
    return bool(found)


@given(st.sampled_from(SOURCES), st.integers(0, 1000), st.lists(spots, max_size=4))
def test_spoiled_files_are_read_the_same_or_left_to_libyaml(
    source: str, first: int, changes: list[tuple[int, int, str]]
) -> None:
    lines = source.split("\n")
    begin = first % len(lines)
    text = "\n".join(lines[begin : begin + 12])
    for at, removed, piece in changes:
        place = at % (len(text) + 1)
        text = text[:place] + piece + text[place + removed :]
    agree(text)


def test_every_file_of_the_example_is_ordinary() -> None:
    assert all(map(agree, SOURCES))


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "# c\n---\na: b\n---\n\nc: d\n",
        "a: een zin, met (haakjes) & 'aanhaling' [en] {zo}!\n",
        "a: http://voorbeeld.example/pad#deel\n",
        "a: 'b # c: d'\nb: \"e, f\"\n",
        "a: [b c, 'd, e', \"f\", 5.10.02, 12, true, documents/x.md#y]\nb: []\nc: {}\n",
        "a: {b: c, d: [e, {f: g}], h: {}, i: []}\n",
        "a: [{b: c, d: e}, {f: g}]\n",
        "a:\n  b:\n    c: d\n\n  # e\n  f: g\nh: i\n",
        "a:\n- b\n- c: d\n  e: [f]\n-   g: h\n    i: j\nk: l\n",
        "a: >-\n  b\n  c\n\n  d\n\n\n  e\nf: g\n",
        "a: |\n  b\n    c\n\n  d\n\ne: f\n",
        "a:\n  - >\n    b\n    c\n  - |-\n    d: e # f\n",
    ],
)
def test_what_leaves_no_doubt_is_ordinary(text: str) -> None:
    assert agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a:\n",
        "- a\n",
        "a: b\na: c\n",
        "a: {b: c, b: d}\n",
        "a: b # c\n",
        "a: b\n  c\n",
        "a: b: c\n",
        "a: 'it''s'\n",
        'a: "b\\tc"\n',
        "a: 'b' c\n",
        "a: &b c\n",
        "a: !t b\n",
        "a: *b\n",
        "a: no\n",
        "a: 1.50\n",
        "a: [no]\n",
        "a: [b: c]\n",
        "a: [b #c]\n",
        "a: [b, ]\n",
        "a: [b}\n",
        "a: {b: c]\n",
        "a: [[b}, c]\n",
        "a: [b] c\n",
        "a: [b\n  ]\n",
        "a: >\n  b\n    c\n",
        "a: >\n  b \n  c\n",
        "a: |\n  b",
        "a: |\n    b\n  c\n",
        "a: |+\n  b\n\n",
        "a: |\n\n  b\n",
        "a: |\nb: c\n",
        "a:\n  b: c\n   d: e\n",
        "a:\n    b: c\n  d: e\n",
        "a:\n- b\n  c\n",
        "a: b\n...\nc: d\n",
        "a: b\n--- c\n",
        "a: b\n---\n",
        "%YAML 1.1\n---\na: b\n",
        "a: b\tc\n",
        "a: b\r\n",
        "a: b\u2028c\n",
        '"a": b\n',
        "? a\n: b\n",
        "a: " + "[" * 30 + "b" + "]" * 30 + "\n",
        "a: " + "- " * 40 + "b\n",
        "a:\n" + " " * 80 + "b: c\n",
    ],
)
def test_whatever_else_there_is_libyaml_reads(text: str) -> None:
    assert ordinary.read(text) == []
