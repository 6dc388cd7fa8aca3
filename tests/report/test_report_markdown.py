"""The comment in a pull request: its marker, its verdict, and what it leaves out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from consumers import markdown as read
from forge import page, visible_text
from report_samples import finding, result
from test_report_golden import FINDINGS

from bio2lint.finding import Region, Severity, Text
from bio2lint.report import Context, render
from bio2lint.report.markdown import LARGEST, MARKER

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def comment(*findings: Any, language: str = "nl", **context: Any) -> str:
    return render("markdown", result(*findings), Context(language, **context))


def test_marker_comes_first_and_once() -> None:
    report = comment(finding(message=f"x {MARKER} y"))
    assert report.startswith(f"{MARKER}\n")
    assert report.count(MARKER) == 1


@pytest.mark.parametrize(
    ("fail_on", "status", "expected"),
    [
        (ERROR, 0, "### bio2lint: geslaagd · 1 fout, 0 waarschuwingen"),
        (ERROR, 1, "### bio2lint: niet geslaagd · 1 fout, 0 waarschuwingen"),
        (None, 0, "### bio2lint: 1 fout, 0 waarschuwingen"),
        (None, 3, "### bio2lint: niet geslaagd · 1 fout, 0 waarschuwingen"),
    ],
)
def test_headline_tells_the_outcome(fail_on: Severity | None, status: int, expected: str) -> None:
    assert expected in comment(finding(), fail_on=fail_on, status=status).splitlines()


def test_findings_stand_below_their_severity_and_file() -> None:
    lines = visible_text(render("markdown", FINDINGS, Context())).splitlines()
    start = lines.index("2 fouten")
    assert [line.partition(": ")[0] for line in lines[start : start + 12]] == [
        *("2 fouten", "bio2lint.yaml", "regel 1", "hulp", "controls/mfa.yaml", "regel 4", "hulp"),
        *(
            "1 waarschuwing",
            "controls/mfa.yaml",
            "regel 12",
            "zie exceptions/chipcards.yaml, regel 2",
        ),
        "1 info",
    ]


def test_paths_are_from_the_git_root_and_rules_link_to_their_page() -> None:
    there = (Region("roles/x.yaml", 2, 1, 2, 2), Text(nl="ook hier", en="here too"))
    report = comment(finding(related=(there,)), git_path=lambda path: f"isms/{path}")
    assert "\n\n`isms/controls/mfa.yaml`\n\n- regel 4: [REF003](https://bio2lint." in report
    assert "<br>zie `isms/roles/x.yaml`, regel 2: ook hier" in report


def test_page_of_an_own_rule_is_no_link() -> None:
    report = comment(finding("ORG001", url="rules/titel.yaml"))
    assert "- regel 4: ORG001 5.04.02 is verplaatst" in report


def test_code_in_messages_is_shown_as_code() -> None:
    report = comment(finding(message="Noem `implements`, ook bij `a|b` en `"))
    assert "Noem `implements`, ook bij <code>a&#124;b</code> en &#96;" in report


@pytest.mark.parametrize(("number", "opened"), [(10, 1), (11, 0)])
def test_only_a_few_errors_are_unfolded(number: int, opened: int) -> None:
    report = comment(*[finding()] * number, finding(severity=WARNING))
    assert report.count("<details open>") == opened
    assert report.count("<details") == 2


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("number", [150, 498, 30_000])
def test_what_does_not_fit_is_counted_and_the_gravest_stay(number: int, language: str) -> None:
    long = "Een lange melding, die veel plaats inneemt. " * 8
    found = [
        finding(path=f"controls/{n}.yaml", severity=severity, message=long)
        for severity in (INFO, WARNING, ERROR)
        for n in range(number // 3)
    ]
    report = comment(*found, language=language)
    assert LARGEST - 1_500 < len(report) <= LARGEST
    if language == "nl":
        assert read(report) == number
    left = int(re.findall(r"(?m)^… (?:en nog|and) ([0-9]+) ", report)[0])
    shown = page(report).tags.count("li")
    assert shown + left == number
    assert 100 < shown < number
    assert report.index("<details") < report.index("fout" if language == "nl" else "error", 100)


def test_many_remarks_are_counted_too() -> None:
    unread = tuple(f"controls/{n}.yaml" for n in range(100))
    report = render("markdown", result(unreadable=unread), Context())
    assert "- … en nog 82 opmerkingen." in report
    assert report.count("  - controls/") == 19


def test_longest_of_all_fits() -> None:
    hint = Text(nl="#1 " * 9_000, en="")
    found = [finding(path=f"{'@|`' * 90}{n}", message="@" * 9_000, hint=hint) for n in range(50)]
    unread = tuple(f"{'@' * 250}{n}" for n in range(50))
    report = render("markdown", result(*found, unreadable=unread), Context())
    assert len(report) <= LARGEST
    assert read(report) == 50
    assert re.search(r"- … en nog [0-9]+ opmerkingen\.", report)
