"""Terms in years, months, weeks and days: their spelling, their length and their last day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint import period

TERMS = st.builds(
    "P{}Y{}M{}W{}D".format,
    st.integers(0, 60),
    st.integers(0, 30),
    st.integers(0, 60),
    st.integers(0, 400),
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def parsed(text: str) -> period.Period:
    found = period.parse(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("P1Y", 12, 0),
        ("P6M", 6, 0),
        ("P2W", 0, 14),
        ("P30D", 0, 30),
        ("P1Y2M3W4D", 14, 25),
        ("P1Y1D", 12, 1),
        ("P0D", 0, 0),
        ("P007D", 0, 7),
        ("-P1Y2D", -12, -2),
    ],
)
def test_a_term_is_months_and_days(text: str, months: int, days: int) -> None:
    assert parsed(text) == (months, days, text)


@pytest.mark.parametrize(
    "text",
    [
        "", "P", "-P", "1Y", "P1", "PY", "p1y", "P1y", "P 1Y", " P1Y", "P1Y ", "P1Y\n", "P1.5Y",
        "P1,5Y", "P1M1Y", "P1D1W", "P1Y1Y", "PT1H", "P1DT1H", "P1YT", "+P1Y", "P-1Y", "--P1Y",
        "P١Y", "1 jaar", "jaarlijks", "P" + "9" * 40 + "D", "P" + "9" * 100_000 + "Y",
    ],
)  # fmt: skip
def test_sloppy_spellings_are_refused(text: str) -> None:
    assert period.parse(text) is None


def test_the_longest_spelling_that_is_read() -> None:
    assert parsed("P" + "0" * 37 + "1D") == (0, 1, "P" + "0" * 37 + "1D")
    assert period.parse("P" + "0" * 38 + "1D") is None


@pytest.mark.parametrize("text", ["P1D", "P1M", "P1Y", "P1Y0D"])
def test_a_term_in_which_time_passes(text: str) -> None:
    assert parsed(text).positive


@pytest.mark.parametrize("text", ["P0D", "P0Y0M", "-P0D", "-P1D", "-P1M", "-P1Y1D"])
def test_a_term_in_which_no_time_passes(text: str) -> None:
    assert not parsed(text).positive


@pytest.mark.parametrize(
    ("start", "text", "last"),
    [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2028-01-31", "P1M", "2028-02-29"),
        ("2026-01-31", "P2M", "2026-03-31"),
        ("2026-03-31", "P1M", "2026-04-30"),
        ("2026-12-31", "P1M", "2027-01-31"),
        ("2026-11-30", "P3M", "2027-02-28"),
        ("2026-11-23", "P1M", "2026-12-23"),
        ("2026-12-01", "P12M", "2027-12-01"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2023-02-28", "P1Y", "2024-02-28"),
        ("2026-02-28", "P1D", "2026-03-01"),
        ("2028-02-28", "P1D", "2028-02-29"),
        ("2026-11-23", "P2W", "2026-12-07"),
        ("2026-01-31", "P1M1D", "2026-03-01"),
        ("2026-11-23", "P0D", "2026-11-23"),
        ("9998-12-31", "P1Y", "9999-12-31"),
        ("9998-01-31", "P13M", "9999-02-28"),
        ("9999-01-01", "P1Y", "9999-12-31"),
        ("9999-12-30", "P1D", "9999-12-31"),
        ("9999-12-30", "P2D", "9999-12-31"),
        ("2026-11-23", "P9999999999Y", "9999-12-31"),
        ("2026-11-23", "P9999999999999D", "9999-12-31"),
    ],
)
def test_the_last_day_of_a_term(start: str, text: str, last: str) -> None:
    assert parsed(text).after(date.fromisoformat(start)) == date.fromisoformat(last)


@pytest.mark.parametrize("text", ["P1Y", "P12M", "P365D", "P366D", "P52W", "P11M", "P0D", "-P9Y"])
def test_what_fits_in_a_year(text: str) -> None:
    assert not parsed(text).exceeds(parsed("P1Y"))


@pytest.mark.parametrize("text", ["P13M", "P53W", "P367D", "P2Y", "P1Y1M", "P1Y2D"])
def test_what_is_longer_than_a_year(text: str) -> None:
    assert parsed(text).exceeds(parsed("P1Y"))


@pytest.mark.parametrize(
    ("text", "limit", "longer"),
    [
        ("P31D", "P1M", False),
        ("P32D", "P1M", True),
        ("P92D", "P3M", False),
        ("P13W", "P3M", False),
        ("P93D", "P3M", True),
        ("P184D", "P6M", False),
        ("P185D", "P6M", True),
        ("P1M", "P4W", False),
        ("P1M", "P27D", True),
        ("P3M", "P89D", False),
        ("P3M", "P88D", True),
        ("P36M", "P3Y", False),
        ("P1096D", "P3Y", False),
        ("P1097D", "P3Y", True),
        ("P4Y", "P1460D", False),
    ],
)
def test_a_term_is_longer_only_when_it_is_on_every_calendar(
    text: str, limit: str, *, longer: bool
) -> None:
    assert parsed(text).exceeds(parsed(limit)) is longer


def test_shortest_and_longest_are_reached_on_some_calendar() -> None:
    days = [date(2023, 1, 1) + timedelta(n) for n in range(4 * 365 + 1)]
    for months in range(1, 13):
        term = parsed(f"P{months}M")
        # Only a start on the first of a month has no last day cut short.
        lengths = {(term.after(day) - day).days for day in days if day.day == 1}
        assert (term.shortest, term.longest) == (min(lengths), max(lengths))


@given(TERMS, DAYS)
def test_no_calendar_makes_a_term_shorter_or_longer(text: str, start: date) -> None:
    term = parsed(text)
    assert term.shortest <= (term.after(start) - start).days <= term.longest


@given(TERMS, DAYS, DAYS)
def test_who_begins_later_ends_no_earlier(text: str, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert parsed(text).after(earlier) <= parsed(text).after(later)


@given(DAYS, *[st.integers(0, 500)] * 3)
def test_a_longer_term_ends_no_earlier(start: date, months: int, days: int, more: int) -> None:
    term = parsed(f"P{months}M{days}D")
    for longer in (f"P{months + more}M{days}D", f"P{months}M{days + more}D"):
        assert term.after(start) <= parsed(longer).after(start)
        assert not term.exceeds(parsed(longer))


@given(TERMS, TERMS)
def test_no_two_terms_are_each_longer_than_the_other(one: str, other: str) -> None:
    first, second = parsed(one), parsed(other)
    assert not (first.exceeds(second) and second.exceeds(first))
