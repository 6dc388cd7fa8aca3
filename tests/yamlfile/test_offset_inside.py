"""From a character of a scalar's value to its place in the text, whatever the scalar's style."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint.yamlfile import locate, read
from bio2lint.yamlfile.place import offset_inside


def sign_at(yaml: str, wanted: str) -> str | None:
    """Return what stands, up to the end of its line, where `wanted` of the value is said to be."""
    file = read(f"key: {yaml}\nnext: 1\n".encode())
    part = file.documents[0]
    assert part.data is not None
    value = part.data["key"]
    start, end = locate(part, ("key",))
    source = file.text[start:end]
    at = offset_inside(source, value, value.index(wanted))
    return None if at is None else source[at:].partition("\n")[0]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("a && b", "b"),
        ("'a && b'", "b'"),
        ('"a && b"', 'b"'),
        ("'''x'' && b'", "b'"),
        ("a &&\n  b", "b"),
        ("'a &&\n\n  b || c'", "b || c'"),
        ("|\n  a &&\n    b || c\n", "b || c"),
        ("|2-\n    a &&\n  b\n", "b"),
        (">\n  a\n  &&\n\n  b || c\n", "b || c"),
        (">- # a b\n  a &&\n  b", "b"),
        ("'😀 é && b'", "b'"),
        ('"a \\x26& b"', None),
        ('"a \\\n  && b"', None),
    ],
)
def test_the_place_of_a_sign(yaml: str, expected: str | None) -> None:
    assert sign_at(yaml, "b") == expected


def test_past_the_end_is_the_last_sign() -> None:
    assert offset_inside("'a b '", "a b ", 4) == 3
    assert offset_inside("'a b'", "a b", 99) == 3
    assert offset_inside("''", "", 0) is None
    assert offset_inside("' '", " ", 0) is None


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=20))
def test_it_is_right_or_says_nothing(value: str) -> None:
    for source in (json.dumps(value, ensure_ascii=False), f"'{value}'"):
        for at, sign in enumerate(value):
            place = offset_inside(source, value, at)
            assert place is None or sign.isspace() or source[place] == sign
