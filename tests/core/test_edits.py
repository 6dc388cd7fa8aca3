from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint import yamlfile
from bio2lint.edits import Edit, apply, encode


def test_edits_are_applied_wherever_they_come_in_the_list() -> None:
    edits = [Edit(6, 8, "XYZ"), Edit(0, 1, ""), Edit(3, 3, "-")]
    assert apply("abcdefgh", edits) == "bc-defXYZ"


def test_no_edits_change_nothing() -> None:
    assert apply("é\r\n", []) == "é\r\n"


def test_edits_may_touch_and_an_insertion_goes_before_what_begins_there() -> None:
    assert apply("abcd", [Edit(2, 2, "<"), Edit(2, 4, "X"), Edit(0, 2, "Y"), Edit(4, 4, ">")]) == (
        "Y<X>"
    )


def test_the_same_edit_twice_is_one() -> None:
    assert apply("abcd", [Edit(1, 2, "X"), Edit(1, 2, "X")]) == "aXcd"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, "x"), Edit(1, 3, "y")],
        [Edit(0, 4, "x"), Edit(1, 2, "y")],
        [Edit(1, 2, "x"), Edit(1, 2, "y")],
        [Edit(1, 1, "x"), Edit(1, 1, "y")],
        [Edit(0, 2, "x"), Edit(1, 1, "y")],
        [Edit(3, 5, "x")],
        [Edit(5, 5, "x")],
        [Edit(-1, 1, "x")],
        [Edit(2, 1, "x")],
    ],
)
def test_edits_that_overlap_or_lie_outside_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap or lie outside"):
        apply("abcd", edits)


@given(st.text(), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.text())))
def test_what_no_edit_is_about_stays(text: str, spans: list[tuple[int, int, str]]) -> None:
    """Cut the edited spans out before and after: the rest is the same."""
    edits, at, pieces, expected = [], 0, [], ""
    for gap, length, new in spans:
        start, end = at + gap + 1, at + gap + 1 + length
        if end > len(text):
            break
        edits.append(Edit(start, end, new))
        pieces.append(text[at:start])
        expected += text[at:start] + new
        at = end
    assert apply(text, reversed(edits)) == expected + text[at:]


@pytest.mark.parametrize(
    "content", [b"", b"a: 1\r\n", "\ufeffa: é\r".encode(), b"\xef\xbb\xbf", "# \u2028\n".encode()]
)
def test_text_that_is_not_edited_gives_the_same_bytes(content: bytes) -> None:
    assert encode(content, yamlfile.read(content).text) == content


def test_only_a_byte_order_mark_of_the_original_is_kept() -> None:
    assert encode(b"\xef\xbb\xbfold", "nieuwé") == b"\xef\xbb\xbfnieuw\xc3\xa9"
    assert encode(b"old", "new") == b"new"
