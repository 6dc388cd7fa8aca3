"""Text in a CSV file: no spreadsheet carries it out, and nothing is lost."""

from __future__ import annotations

import csv
import io

import pytest

from bio2lint.report.csvsafe import cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        " =1+1",
        "\N{NO-BREAK SPACE}=1+1",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(1)",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("https://example.org","x")',
        "-",
    ],
)
def test_what_begins_a_formula_becomes_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\t=1+1", r"\t=1+1"),
        ("\r=1+1", r"\r=1+1"),
        ("\n=1+1", r"\n=1+1"),
        ("\x00=1+1", r"\x00=1+1"),
        ("a\nb", r"a\nb"),
    ],
)
def test_what_breaks_a_line_or_is_unseen_is_an_escape(text: str, shown: str) -> None:
    assert cell(text) == shown


@pytest.mark.parametrize("text", ["", "12", "-12", "+12", "-1,5", "a=b", "5.17.01", "2026-11-23"])
def test_anything_else_is_left_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_a_row_comes_back_whole() -> None:
    row = ['a;b,"c"', "=1", "'"]
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(map(cell, row))
    assert list(csv.reader([out.getvalue()])) == [['a;b,"c"', "'=1", "'"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_separator_makes_a_cell_of_what_follows_it(separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow(map(cell, ["a;=1", "b,=1", "c\t=1"]))
    read = next(csv.reader([out.getvalue()], delimiter=separator))
    assert not [part for part in read if part.startswith("=")]
