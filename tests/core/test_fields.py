"""Typed values out of plain data: good, absent, of a wrong type, or refused by the schema."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint import period
from bio2lint.model import fields
from bio2lint.model.fields import UNKNOWN, Fields

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG: list[Any] = [None, [], {}, ["x"], {"x": 1}]


def of(value: Any) -> Fields:
    return Fields({"f": value}, set())


def refused(value: Any, *pointers: tuple[str | int, ...]) -> Fields:
    return Fields({"f": value}, set(pointers or (("f",),)))


READERS: list[tuple[Callable[[Fields, str], Any], Any, Any]] = [
    (Fields.text, "text", "text"),
    (Fields.text, 12, "12"),
    (Fields.text, "", ""),
    (Fields.flag, True, True),
    (Fields.flag, False, False),
    (Fields.number, 4, 4),
    (Fields.number, 0, 0),
    (Fields.day, "2026-05-12", date(2026, 5, 12)),
    (Fields.period, "P1Y", period.parse("P1Y")),
    (Fields.requirement, "A.5.1", "5.1"),
]


@pytest.mark.parametrize(("read", "value", "expected"), READERS)
def test_a_field_is_read_absent_or_unknown(
    read: Callable[[Fields, str], Any], value: Any, expected: Any
) -> None:
    assert read(of(value), "f") == expected
    assert type(read(of(value), "f")) is type(expected)
    assert read(of(value), "other") is None
    assert read(refused(value), "f") is UNKNOWN
    assert read(Fields({}, {("f",)}), "f") is UNKNOWN  # required, and not there
    assert read(refused(value, ("g",), ("f", "g")), "f") == expected
    assert read(Fields({"f": value}, {("f",)}, ("at",)), "f") == expected
    assert read(Fields({"f": value}, {("at", "f")}, ("at",)), "f") is UNKNOWN
    for wrong in WRONG:
        assert read(of(wrong), "f") is UNKNOWN


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (Fields.text, True),
        (Fields.flag, 1),
        (Fields.flag, "true"),
        (Fields.number, True),
        (Fields.number, "4"),
        (Fields.day, "2026-02-29"),
        (Fields.day, "2026-13-01"),
        (Fields.day, "20260512"),
        (Fields.day, "2026-W20-2"),
        (Fields.day, "12-05-2026"),
        (Fields.day, "2026-05-12T00:00"),
        (Fields.day, "2026-5-12"),
        (Fields.day, 20260512),
        (Fields.day, ""),
        (Fields.period, "jaarlijks"),
        (Fields.period, 1),
        (Fields.requirement, "9.4.2.1"),
        (Fields.requirement, 5),
    ],
)
def test_what_cannot_be_understood_is_unknown(
    read: Callable[[Fields, str], Any], value: Any
) -> None:
    assert read(of(value), "f") is UNKNOWN


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-12", date(2026, 5, 12)),
        ("2028-02-29", date(2028, 2, 29)),
        ("9999-12-31", date(9999, 12, 31)),
        ("2026-W20-2", None),
        ("0000-01-01", None),
        (" 2026-05-1", None),
        ("٢٠٢٦-٠٥-١٢", None),
        (None, None),
        (20260512, None),
        (date(2026, 5, 12), None),
    ],
)
def test_only_iso_dates_are_dates(text: object, day: date | None) -> None:
    assert fields.read_date(text) == day


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["a", "b"], ("a", "b")),
        ("a", ("a",)),
        ([], ()),
        ([12, "a"], ("12", "a")),
        (["a", None, True, ["b"], {}], ("a", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)),
        (None, UNKNOWN),
        (12, UNKNOWN),
        ({"a": 1}, UNKNOWN),
    ],
)
def test_a_list_of_texts(value: Any, expected: Any) -> None:
    assert of(value).texts("f") == expected


def test_an_absent_list_is_empty_and_a_required_one_unknown() -> None:
    assert Fields({}, set()).texts("f") == ()
    assert Fields({}, {("f",)}).texts("f") is UNKNOWN
    assert refused([]).texts("f") is UNKNOWN


def test_of_a_list_only_the_refused_items_are_unknown() -> None:
    assert refused(["a", "b"], ("f", 1)).texts("f") == ("a", UNKNOWN)
    assert refused(["a", 7], ("f", 1)).texts("f") == ("a", UNKNOWN)
    assert refused(["a", "b"]).texts("f") == ("a", "b")
    # Refused for being there twice: what it says is plain all the same.
    assert refused(["a", "a"], ("f", 1)).texts("f") == ("a", "a")


def test_a_list_of_requirements() -> None:
    read = of(["5.17.01", "A.5.1", "abc", None, 5]).requirements("f")
    assert read == ("5.17.01", "5.1", UNKNOWN, UNKNOWN, UNKNOWN)
    assert of("5.17.1").requirements("f") == ("5.17.01",)
    assert of(7).requirements("f") is UNKNOWN
    assert Fields({}, set()).requirements("f") == ()


def test_what_lies_below_is_read_with_its_own_pointers() -> None:
    def build(f: Fields) -> Any:
        return f.text("g")

    assert of({"g": "x"}).below("f", build) == "x"
    assert refused({"g": "x"}, ("f", "g")).below("f", build) is UNKNOWN
    assert refused({"g": "x"}, ("g",)).below("f", build) == "x"
    assert of({}).below("f", build) is None
    assert of("x").below("f", build) is UNKNOWN
    assert of(None).below("f", build) is UNKNOWN
    assert Fields({}, set()).below("f", build) is None
    assert Fields({}, {("f",)}).below("f", build) is UNKNOWN


def test_a_list_of_mappings_is_read_item_by_item() -> None:
    def build(f: Fields) -> Any:
        return f.text("g")

    items: list[Any] = [{"g": "x"}, "x", {}, None, {"g": "y"}]
    assert of(items).list_of("f", build) == ("x", UNKNOWN, None, UNKNOWN, "y")
    assert refused(items, ("f", 4, "g")).list_of("f", build) == (
        "x", UNKNOWN, None, UNKNOWN, UNKNOWN,
    )  # fmt: skip
    assert Fields({}, set()).list_of("f", build) == ()
    for wrong in ("x", None, {"g": "x"}):
        assert of(wrong).list_of("f", build) is UNKNOWN


def test_what_is_known_of_a_list() -> None:
    assert fields.each(("a", UNKNOWN, "b")) == [(0, "a"), (2, "b")]
    assert fields.known(("a", UNKNOWN, "b")) == ["a", "b"]
    assert fields.each(UNKNOWN) == fields.known(UNKNOWN) == []
    assert fields.complete(("a", "b"))
    assert fields.complete(())
    assert not fields.complete(("a", UNKNOWN))
    assert not fields.complete(UNKNOWN)


def test_whether_a_key_is_there() -> None:
    assert "f" in of(None)
    assert "g" not in of(None)


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert of(day.isoformat()).day("f") == day
