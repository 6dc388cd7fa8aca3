"""The report for people: carets under the right part, lines that fit, the right words."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from report_samples import finding, result
from support import result as check
from test_report_golden import FINDINGS, IN_DOUBT, RESULTS

from bio2lint.finding import Finding, Region, Severity, Text
from bio2lint.report import Context, render
from bio2lint.report.layout import columns, wrap

if TYPE_CHECKING:
    from bio2lint.engine import Result

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
LONG = "Deze melding is te lang om nog naast de aanwijzing te passen, en gaat dus eronder verder."


def text(shown: Result, language: str = "nl", width: int = 80, *, color: bool = False) -> str:
    return render("text", shown, Context(language, width=width, color=color))


def excerpt_of(one: Finding, width: int = 80) -> list[str]:
    """The source line and the caret row, without the gutter."""
    lines = text(result(one), width=width).splitlines()[1:3]
    return [line[len("   4 | ") :] for line in lines]


@pytest.mark.parametrize(
    ("source", "part", "shown", "carets"),
    [
        ("id: mfa", "mfa", "id: mfa", "    ^^^"),
        ("\tid:\tmfa", "mfa", "    id:    mfa", "           ^^^"),
        ("title: 漢字 x", "x", "title: 漢字 x", "            ^"),
        ("title: 漢字 x", "漢字", "title: 漢字 x", "       ^^^^"),
        ("title: cafe\u0301 x", "x", "title: cafe\u0301 x", "            ^"),
        ("id: \x1b[1m x", "x", r"id: \x1b[1m x", "            ^"),
        ("id: a\u202eb x", "a\u202eb", r"id: a\u202eb x", "    ^^^^^^^^"),
    ],
    ids=["plain", "tabs", "after wide", "wide", "combining", "escape", "bidi"],
)
def test_carets_stand_under_exactly_the_part(
    source: str, part: str, shown: str, carets: str
) -> None:
    start = source.index(part) + 1
    one = finding(columns=(start, start + len(part)), source=source, message=LONG)
    assert excerpt_of(one) == [shown, carets]


def test_place_without_width_has_one_caret() -> None:
    one = finding(columns=(8, 8), source="id: mfa", message=LONG)
    assert excerpt_of(one) == ["id: mfa", "       ^"]


def test_region_of_several_lines_marks_the_rest_of_its_first() -> None:
    one = finding(columns=(8, 3), end_line=6, source="title: >- # uitleg", message=LONG)
    assert excerpt_of(one) == ["title: >- # uitleg", "       ^^^^^^^^^^^"]


def test_message_stands_beside_the_carets_when_it_fits() -> None:
    # 7 columns of gutter, 29 of carets, a space: the message has 43.
    fitting, longer = "x" * 43, "x" * 44
    assert excerpt_of(finding(message=fitting))[1] == " " * 22 + "^" * 7 + " " + fitting
    assert excerpt_of(finding(message=longer))[1] == " " * 22 + "^" * 7
    assert f"     | {longer}\n" in text(result(finding(message=longer)))


def test_long_line_is_cut_around_the_part() -> None:
    source = "title: " + "a" * 300 + "MIDDEN" + "b" * 300
    one = finding(columns=(308, 314), source=source, message=LONG)
    shown, carets = excerpt_of(one)
    assert re.fullmatch("…a+MIDDENb+…", shown)
    assert columns(shown) == 73
    assert shown.index("MIDDEN") == carets.index("^")
    assert carets.strip() == "^" * 6


def test_key_at_the_start_of_a_long_line_stays_in_view() -> None:
    source = "title: [aa, bb, cc, MIDDEN, " + "d" * 300
    one = finding(columns=(21, 27), source=source, message=LONG)
    assert excerpt_of(one)[0].startswith("title: [aa, bb, cc, MIDDEN, ddd")


def test_part_at_the_end_of_a_long_line_is_whole() -> None:
    source = "x" * 300 + " EINDE"
    one = finding(columns=(302, 307), source=source, message=LONG)
    shown, carets = excerpt_of(one)
    assert re.fullmatch("…x+ EINDE", shown)
    assert shown.index("EINDE") == carets.index("^")


def test_part_that_is_too_long_is_cut_itself() -> None:
    one = finding(columns=(5, 5_000_005), source="id: " + "漢" * 5_000_000, message=LONG)
    shown, carets = excerpt_of(one)
    assert re.fullmatch("id: 漢+…", shown)
    assert columns(shown) <= 73
    assert set(carets.strip()) == {"^"}
    assert len(carets.strip()) == 2 * shown.count("漢")


def test_wide_line_number_widens_the_gutter() -> None:
    report = text(result(finding(line=123456, message=LONG))).splitlines()
    assert report[1].startswith("123456 | implements:")
    assert report[2].startswith("       |     ")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", RESULTS)
@pytest.mark.parametrize("width", [80, 100, 132])
def test_no_line_is_wider_than_the_terminal(name: str, language: str, width: int) -> None:
    lines = text(RESULTS[name], language, width).splitlines()
    assert not [line for line in lines if columns(line) > width]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_report_on_the_whole_norm_fits_in_80_columns(language: str) -> None:
    lines = text(check({"risks/r.yaml": "kind: risk\nid: R-1\n"}), language).splitlines()
    assert len(lines) > 400
    assert not [line for line in lines if columns(line) > 80]


def test_long_path_is_never_broken() -> None:
    path = "controls/" + "map/" * 40 + "mfa.yaml"
    there = (Region(path, 2, 5, 2, 8), Text(nl=LONG, en=LONG))
    shown = result(finding(path=path, related=(there,)), unreadable=(path,))
    report = text(shown)
    assert f"{path}:4:23 fout REF003" in report
    assert f"     = zie {path}:2:5:\n       Deze melding" in report
    assert f"\n  {path}\n" in report


def test_colour_adds_only_escape_sequences() -> None:
    plain, coloured = text(FINDINGS), text(FINDINGS, color=True)
    assert coloured != plain
    assert ESCAPE.sub("", coloured) == plain
    assert "\x1b" not in plain


def test_colour_underlines_the_part_with_the_carets() -> None:
    source = next(line for line in text(FINDINGS, color=True).splitlines() if "[5.10.03" in line)
    assert source == "   4 | implements: [5.10.03, \x1b[1;31;4m5.04.02\x1b[0m]"


@pytest.mark.parametrize(
    ("language", "errors", "warnings", "expected"),
    [
        ("nl", 1, 0, "1 fout, 0 waarschuwingen · 0 onderdrukt"),
        ("nl", 2, 1, "2 fouten, 1 waarschuwing · 0 onderdrukt"),
        ("en", 1, 0, "1 error, 0 warnings · 0 suppressed"),
        ("en", 2, 1, "2 errors, 1 warning · 0 suppressed"),
    ],
)
def test_counts_are_singular_and_plural(
    language: str, errors: int, warnings: int, expected: str
) -> None:
    found = [finding()] * errors + [finding(severity=Severity.WARNING)] * warnings
    assert expected in text(result(*found), language).splitlines()


def test_findings_that_the_command_line_left_out_are_counted() -> None:
    report = render("text", result(), Context(hidden=12))
    assert "0 fouten, 0 waarschuwingen · 0 onderdrukt · 12 niet getoond\n" in report


def test_figures_of_each_row_add_up_to_its_total() -> None:
    for name in ("maatregelen", "beheersmaatregelen"):
        row = next(line for line in text(IN_DOUBT).splitlines() if line.startswith(f"{name} "))
        total, *figures = map(int, re.findall(r"\d+", row))
        assert len(figures) == 7
        assert sum(figures) == total


def test_only_the_first_twenty_unknown_numbers_are_named() -> None:
    doubtful = result(unreadable=("controls/x.yaml",))
    named = dict.fromkeys(f"5.{number}" for number in range(1, 33))
    missing = next(iter(doubtful.coverage.values()))._replace(status="unknown")
    covered = {number: missing._replace(number=number) for number in named}
    report = " ".join(text(doubtful._replace(coverage=covered)).split())
    assert "Status onbekend (32): 5.1, 5.2, " in report
    assert "5.19, 5.20 en nog 12." in report
    assert "5.21" not in report


def test_every_unreadable_path_is_named() -> None:
    paths = tuple(f"controls/{number}.yaml" for number in range(60))
    lines = text(result(unreadable=paths)).splitlines()
    assert [line.strip() for line in lines if line.startswith("  controls/")] == list(paths)


def test_newest_edition_is_not_said_to_be_replaced() -> None:
    assert "vervangen" not in text(result(edition="1.3"))
    assert "bio2@1.2 is vervangen door bio2@1.3" in text(result(edition="1.2"))


@pytest.mark.parametrize(("language", "last"), [("nl", "naleving"), ("en", "compliance")])
def test_last_line_claims_no_compliance(language: str, last: str) -> None:
    assert text(FINDINGS, language).splitlines()[-1].endswith(f" {last}.")


def test_wrapping_breaks_only_words_that_cannot_fit() -> None:
    assert wrap("een twee drie", 8) == ["een twee", "drie"]
    assert wrap("a " + "b" * 20, 8) == ["a", "b" * 8, "b" * 8, "b" * 4]
    assert wrap("漢字漢字漢", 4) == ["漢字", "漢字", "漢"]


def test_paths_are_shown_from_the_working_folder() -> None:
    context = Context(working_path=lambda path: f"../isms/{path}")
    for form in ("text", "concise"):
        assert render(form, FINDINGS, context).startswith("../isms/bio2lint.yaml:1:7")


def test_text_report_needs_no_json_and_no_xml() -> None:
    program = "import sys, bio2lint.report.text; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "bio2lint.report.text" in loaded
    assert not loaded & {"json", "xml", "junit_xml", "textwrap", "subprocess"}
