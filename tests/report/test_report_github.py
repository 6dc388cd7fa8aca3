"""Annotations in a job of GitHub Actions: the gravest first, none lost without a word."""

from __future__ import annotations

from typing import Any

import pytest
from report_samples import finding, result
from runner import Command, obeyed

from bio2lint.finding import Severity, Text
from bio2lint.report import Context, render

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def annotated(*findings: Any, **context: Any) -> list[Command]:
    commands = obeyed(render("github", result(*findings), Context(**context)))
    return [c for c in commands if c.name not in ("group", "endgroup")]


def test_annotation_says_what_where_and_what_to_do() -> None:
    hint = Text(nl="Zet hier 5.10.02.", en="Put 5.10.02 here.")
    assert annotated(finding(hint=hint), git_path=lambda path: f"isms/{path}") == [
        Command(
            "error",
            {
                "file": "isms/controls/mfa.yaml",
                "line": "4",
                "endLine": "4",
                "col": "23",
                "endColumn": "29",
                "title": "REF003 measure-moved",
            },
            "5.04.02 is verplaatst naar 5.10.02.\nhulp: Zet hier 5.10.02.",
        )
    ]


def test_what_the_runner_splits_by_comes_back_whole() -> None:
    (one,) = annotated(finding(path="a,b:c=d%2C.yaml", message="50% %0A, a::b=c, x"))
    assert one.properties["file"] == "a,b:c=d%2C.yaml"
    assert one.data == "50% %0A, a::b=c, x"


@pytest.mark.parametrize(
    ("columns", "end_line", "expected"),
    [
        ((5, 8), None, {"line": "4", "endLine": "4", "col": "5", "endColumn": "7"}),
        ((5, 5), None, {"line": "4", "endLine": "4", "col": "5", "endColumn": "5"}),
        ((5, 3), 6, {"line": "4", "endLine": "6"}),
        ((5, 1), 6, {"line": "4", "endLine": "5"}),
    ],
    ids=["part", "point", "lines", "whole lines"],
)
def test_columns_are_inclusive_and_only_within_one_line(
    columns: tuple[int, int], end_line: int | None, expected: dict[str, str]
) -> None:
    (one,) = annotated(finding(columns=columns, end_line=end_line))
    assert {k: v for k, v in one.properties.items() if k not in ("file", "title")} == expected


def test_kinds_are_those_of_github_and_the_gravest_come_first() -> None:
    found = [finding(severity=severity) for severity in (INFO, WARNING, ERROR, WARNING)]
    assert [one.name for one in annotated(*found)] == ["error", "warning", "warning", "notice"]


@pytest.mark.parametrize(
    ("found", "shown", "told"),
    [
        ([(ERROR, 10), (WARNING, 10), (INFO, 9)], [10, 10, 9], None),
        ([(ERROR, 11)], [10, 0, 1], "nog 1 fout. "),
        (
            [(ERROR, 12), (WARNING, 11), (INFO, 12)],
            [10, 10, 10],
            "nog 2 fouten, 1 waarschuwing, 3 info. ",
        ),
    ],
)
def test_at_most_ten_of_each_kind_and_the_rest_is_counted(
    found: list[tuple[Severity, int]], shown: list[int], told: str | None
) -> None:
    made = annotated(*(finding(severity=one) for one, number in found for _ in range(number)))
    names = [one.name for one in made]
    assert [names.count(kind) for kind in ("error", "warning", "notice")] == shown
    last = [one.data for one in made if one.properties == {"title": "bio2lint"}]
    assert (told is None and last == []) or (told is not None and told in last[0])


def test_log_names_every_finding_and_ends_with_the_summary() -> None:
    report = render("github", result(*[finding()] * 30), Context())
    log = report.partition("::group::Alle bevindingen (30)\n")[2].partition("::endgroup::\n")
    assert log[0].count("controls/mfa.yaml:4:23: REF003 ") == 30
    assert log[2].startswith("2 documenten · norm bio2@1.3")


def test_without_findings_there_is_only_the_summary() -> None:
    assert obeyed(render("github", result(), Context())) == []
