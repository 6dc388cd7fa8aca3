"""The report for CI servers: which case each finding is in, and what becomes of each case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from lxml import etree
from report_samples import finding, mfa, no_chipcards, record, result
from support import result as check
from test_report_golden import FINDINGS, IN_DOUBT, RESULTS

from bio2lint.engine import DocumentName, Result
from bio2lint.finding import Severity
from bio2lint.report import Context, render

XSD = Path(__file__).parents[3] / "shared" / "schemas" / "jenkins-junit-10.xsd"
REAL = check(
    {
        "controls/a.yaml": "kind: control\nid: a\nimplements: [5.17.01]\n---\nkind: control\n",
        "controls/b.yaml": "kind: control\nid: a\nstatus: plannd\n",
        "exceptions/x.yaml": "a: [\n",
    }
)


def parsed(shown: Result, **context: Any) -> Any:
    return etree.fromstring(render("junit", shown, Context(**context)).encode())


def outcomes(shown: Result, **context: Any) -> dict[str, list[str]]:
    """What each case holds: `failure REF003`, `error unknown`, `skipped`, `system-out`."""
    return {
        case.get("name"): [
            " ".join((part.tag, part.get("type", ""))).strip().removesuffix(" skipped")
            for part in case
        ]
        for case in parsed(shown, **context).iter("testcase")
    }


def case_of(shown: Result, name: str, **context: Any) -> Any:
    return next(c for c in parsed(shown, **context).iter("testcase") if c.get("name") == name)


def test_every_document_requirement_and_the_settings_have_a_case() -> None:
    names = {
        suite.get("name"): [case.get("name") for case in suite.iter("testcase")]
        for suite in parsed(result())
    }
    assert names == {
        "documents": ["mfa", "X-003"],
        "measures": ["5.17.01", "5.17.02", "7.07.01"],
        "controls": ["5.3", "5.17", "7.7"],
        "settings": ["bio2lint.yaml"],
    }


def test_status_decides_without_findings() -> None:
    assert outcomes(result()) == {
        "mfa": [],
        "X-003": [],
        "5.17.01": [],
        "5.17.02": ["failure missing"],
        "7.07.01": ["skipped"],
        "5.3": ["failure missing"],
        "5.17": ["failure missing"],
        "7.7": ["skipped"],
        "bio2lint.yaml": [],
    }


def test_unknown_status_is_an_error_and_no_failure() -> None:
    told = outcomes(IN_DOUBT)
    assert told["5.17.02"] == told["5.3"] == ["error unknown"]
    assert told["5.17.01"] == []
    assert told["controls/toegang.yaml#0"] == ["failure STR001"]


def test_missing_fails_even_when_findings_never_do() -> None:
    told = outcomes(FINDINGS, fail_on=None)
    assert told["5.17.02"] == ["failure missing", "system-out"]
    assert told["mfa"] == ["system-out"]


@pytest.mark.parametrize(
    ("fail_on", "expected"),
    [
        (Severity.ERROR, ["failure REF003", "system-out"]),
        (Severity.WARNING, ["failure REF003", "system-out"]),
        (Severity.INFO, ["failure REF003"]),
        (None, ["system-out"]),
    ],
)
def test_findings_below_the_threshold_are_output(
    fail_on: Severity | None, expected: list[str]
) -> None:
    shown = result(
        finding("STR007", severity=Severity.INFO),
        finding("STR004", severity=Severity.WARNING),
        finding("REF003"),
    )
    assert outcomes(shown, fail_on=fail_on)["mfa"] == expected


def test_one_failure_has_the_gravest_code_and_every_finding() -> None:
    shown = result(
        finding("STR004", severity=Severity.WARNING, message="waarschuwing"),
        finding("REF003", message="fout"),
    )
    (failure,) = case_of(shown, "mfa", fail_on=Severity.WARNING).findall("failure")
    assert (failure.get("type"), failure.get("message")) == ("REF003", "fout")
    assert failure.text.splitlines() == [
        "controls/mfa.yaml:4:23: waarschuwing STR004: waarschuwing",
        "controls/mfa.yaml:4:23: fout REF003: fout",
    ]


def test_not_applicable_with_a_finding_fails() -> None:
    shown = result(finding("VVT001", "exceptions/chipcards.yaml", requirements=("7.07.01",)))
    told = outcomes(shown)
    assert told["7.07.01"] == ["failure VVT001"]
    assert told["X-003"] == []


@pytest.mark.parametrize(
    ("code", "requirements", "expected"),
    [
        ("CMP006", ("5.17.01", "7.07.01"), "5.17.01"),
        ("VVT001", ("7.7",), "7.7"),
        ("CMP004", (), "mfa"),
        ("VVT001", ("9.99.99",), "mfa"),
        ("REF003", ("5.17.01",), "mfa"),
    ],
)
def test_each_finding_is_in_the_agreed_case(
    code: str, requirements: tuple[str, ...], expected: str
) -> None:
    told = outcomes(result(finding(code, requirements=requirements)))
    assert [name for name, parts in told.items() if f"failure {code}" in parts] == [expected]


def test_findings_in_the_settings_have_their_own_case() -> None:
    shown = result(finding("STR006", "bio2lint.yaml", 3, document=None, kind=None))
    case = case_of(shown, "bio2lint.yaml")
    assert (case.get("file"), case.get("line")) == ("bio2lint.yaml", "3")
    assert case.find("failure").get("type") == "STR006"


def test_every_finding_is_told_exactly_once() -> None:
    texts = [part.text or "" for part in parsed(REAL).iter("failure", "error", "system-out")]
    lines = [line for text in texts for line in text.splitlines() if not line.startswith("  ")]
    region = [(f.region.path, f.region.line, f.region.column, f.code) for f in REAL.findings]
    assert sorted(line.split(": ")[0] + line.split(": ")[1][-7:] for line in lines) == sorted(
        f"{path}:{line}:{column} {code}" for path, line, column, code in region
    )


def test_names_are_unique_and_stable() -> None:
    documents = (
        DocumentName("a.yaml", 0, "control", "zelfde", 1),
        DocumentName("a.yaml", 1, "control", "zelfde", 9),
        DocumentName("b.yaml", 0, "control", "anders", 1),
        DocumentName("b.yaml", 1, None, None, 5),
    )
    suite = parsed(result()._replace(documents=documents, coverage={}))[0]
    assert [case.get("name") for case in suite.iter("testcase")] == [
        "zelfde (a.yaml#0)",
        "zelfde (a.yaml#1)",
        "anders",
        "b.yaml#1",
    ]


def test_file_and_line_lead_to_what_the_case_is_about() -> None:
    shown = result(records=[mfa(), no_chipcards(), record("control", "c", "c.yaml")])
    places = {
        case.get("name"): f"{case.get('file')}:{case.get('line')}"
        for case in parsed(shown, git_path=lambda path: f"isms/{path}").iter("testcase")
    }
    assert places == {
        "mfa": "isms/controls/mfa.yaml:2",
        "X-003": "isms/exceptions/chipcards.yaml:2",
        "c": "isms/c.yaml:2",
        "5.17.01": "isms/controls/mfa.yaml:2",
        "5.17.02": "isms/bio2lint.yaml:1",
        "7.07.01": "isms/exceptions/chipcards.yaml:2",
        "5.3": "isms/bio2lint.yaml:1",
        "5.17": "isms/bio2lint.yaml:1",
        "7.7": "isms/bio2lint.yaml:1",
        "bio2lint.yaml": "isms/bio2lint.yaml:1",
    }


def test_report_names_the_norm_and_claims_no_compliance() -> None:
    report = parsed(result(), hidden=12)
    told = {p.get("name"): p.get("value") for p in report[0].iter("property")}
    assert told["norm"] == "bio2@1.3"
    assert told["as-of"] == "2026-11-23"
    assert told["not-shown"] == "12"
    assert told["copy"].startswith("Gelezen uit")
    assert told["disclaimer"].endswith("geen oordeel over naleving.")


@pytest.mark.parametrize("shown", [*RESULTS.values(), REAL], ids=[*RESULTS, "real"])
def test_readers_count_alike(shown: Result) -> None:
    report = render("junit", shown, Context()).encode()
    read = JUnitXml.fromstring(report)
    stated = (read.tests, read.failures, read.errors, read.skipped)
    read.update_statistics()  # type: ignore[no-untyped-call]
    assert (read.tests, read.failures, read.errors, read.skipped) == stated
    cases = [case for suite in read for case in suite]
    assert len(cases) == stated[0] == len(shown.documents) + len(shown.coverage) + 1
    assert all(len(case.result) <= 1 for case in cases)


@pytest.mark.parametrize("shown", [*RESULTS.values(), REAL], ids=[*RESULTS, "real"])
def test_report_fits_the_schema_of_jenkins(shown: Result) -> None:
    if not XSD.exists():
        pytest.skip(f"{XSD.name} is not beside the repository")
    report = parsed(shown)
    del report.attrib["skipped"]
    for case in report.iter("testcase"):
        # Jenkins reads these two, though its schema does not name them.
        del case.attrib["file"], case.attrib["line"]
    etree.XMLSchema(file=str(XSD)).assertValid(report)
