"""How requirement numbers are spelled, what people write instead, and how they sort."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint import numbers

SLOPPY = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "A.", "a.", "BIO-", "BIO2 ", "bio:", "ISO 27002:", "ISO27001 ", "NEN "]),
    st.from_regex(r"0{0,2}[0-9]\.[0-9]{1,2}", fullmatch=True),
    st.one_of(st.just(""), st.from_regex(r"\.[0-9]{1,2}", fullmatch=True)),
    st.sampled_from(["", ".", " "]),
)  # fmt: skip


def well_formed(text: str) -> bool:
    """Whether a text is spelled as a measure (`5.01.01`) or a control (`5.1`) must be."""
    return re.fullmatch(r"\d\.\d\d\.\d\d|\d\.[1-9]\d?", text, re.ASCII) is not None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("5.17.01", "5.17.01"),
        ("5.17", "5.17"),
        ("8.16.3", "8.16.03"),
        ("5.1.1", "5.01.01"),
        ("5.1.01", "5.01.01"),
        ("05.01.01", "5.01.01"),
        ("005.01", "5.1"),
        ("A.5.1", "5.1"),
        ("A5.1", "5.1"),
        ("A.5.01", "5.1"),
        ("A.8.16.3", "8.16.03"),
        ("BIO-5.01.01", "5.01.01"),
        ("BIO2:5.01.01", "5.01.01"),
        ("bio_5.01.01", "5.01.01"),
        ("NEN 5.1", "5.1"),
        ("ISO 5.1", "5.1"),
        ("ISO 27002 5.1", "5.1"),
        ("ISO27002:8.34", "8.34"),
        ("iso 27001 A", None),
        ("8.01", "8.1"),
        ("8.10", "8.10"),
        ("8.1", "8.1"),
        ("5.17.", "5.17"),
        ("5.17.01.", "5.17.01"),
        ("  5.17.01\n", "5.17.01"),
        ("5.40", "5.40"),
        ("4.1", "4.1"),
        ("9.4.2.1", None),
        ("BIO 9.4.2.1", None),
        ("12.4", None),
        ("12.4.1", None),
        ("5.100", None),
        ("5.17.001", None),
        ("5.17..", None),
        ("5,17", None),
        ("5-17", None),
        ("517", None),
        ("5", None),
        ("5.", None),
        ("", None),
        ("5.17 en 5.18", None),
        ("5.17a", None),
        ("B.5.17", None),
        ("٥.١٧", None),
        ("0" * 27 + "5.1", "5.1"),
        ("0" * 28 + "5.1", None),
        ("0" * 100_000, None),
    ],
)
def test_what_a_number_is_meant_to_be(written: str, meant: str | None) -> None:
    assert numbers.canonical(written) == meant


@pytest.mark.parametrize("number", ["5.17.01", "8.01.02", "5.1", "5.10", "8.34", "5.00.01"])
def test_a_number_that_is_spelled_well(number: str) -> None:
    assert well_formed(number)
    assert numbers.canonical(number) == number


@pytest.mark.parametrize(
    "number",
    [
        "5.17.1", "5.1.01", "05.17.01", "8.01", "5.0", "5.171", "A.5.1", "5.17.", "5.17.01 ",
        "5.17.01\n", "5.17.011", "5", "", "9.4.2.1", "٥.١٧",
    ],
)  # fmt: skip
def test_a_number_that_is_not(number: str) -> None:
    assert not well_formed(number)


@given(SLOPPY)
def test_the_right_spelling_stays_as_it_is(written: str) -> None:
    right = numbers.canonical(written)
    assert right is not None
    assert numbers.canonical(right) == right
    # No control has the number 0.
    assert well_formed(right) or right.endswith(".0")


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(text: str) -> None:
    right = numbers.canonical(text)
    if right is None:
        assert not well_formed(text)
    else:
        assert right.startswith(numbers.control_of(right)[:2])
        assert numbers.canonical(right) == right


@pytest.mark.parametrize(
    ("number", "control"),
    [("5.10.02", "5.10"), ("5.01.01", "5.1"), ("5.10", "5.10"), ("5.1", "5.1")],
)
def test_the_control_of_a_number(number: str, control: str) -> None:
    assert numbers.control_of(number) == control


def test_a_measure_has_two_dots() -> None:
    assert numbers.is_measure("5.10.02")
    assert not numbers.is_measure("5.10")


def test_numbers_sort_as_people_count_and_a_control_before_its_measures() -> None:
    ordered = ["5.1", "5.01.01", "5.2", "5.9", "5.09.01", "5.10", "5.10.02", "5.10.10", "8.1"]
    by_letter = sorted(ordered)
    assert by_letter != ordered
    assert sorted(by_letter, key=numbers.order) == ordered
