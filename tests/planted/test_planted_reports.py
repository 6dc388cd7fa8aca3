"""The reports of the example and of spoiled copies: JUnit and JSON tell the same story."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from junitparser import JUnitXml
from lxml import etree
from planted_repo import copy_to, plant, spoil
from support import AS_OF

XSD = Path(__file__).parents[3] / "shared" / "schemas" / "jenkins-junit-10.xsd"
_TOLD = re.compile(r"^(\S+:\d+:\d+): \w+ ([A-Z]{3}\d{3}): ", re.MULTILINE)
_NORM = ("bio2lint.yaml", "norm: ", "norm: ▸")

COPIES = {
    "as it is": None,
    "a document at fault": plant(
        "STR002", "", ("controls/bm-5-12.yaml", "status: implemented", "status: ▸implementd")
    ),
    "a measure missing": plant("CMP001", "", ("exceptions/X-003.yaml", "", None), _NORM),
    "a control missing": plant("CMP002", "", ("controls/bm-7-12.yaml", "", None), _NORM),
    "an exception that has ended": plant(
        "VVT009", "", ("exceptions/X-001.yaml", "^until: .*", "until: ▸2026-06-30")
    ),
    "a control excepted in error": plant(
        "CMP003", "", ("exceptions/X-006.yaml", '["8.28"]', '["8.28", ▸"8.29"]')
    ),
    "the settings at fault": plant("STR006", "", ("bio2lint.yaml", "norm: bio2@1.3\n", "▸")),
    "a control that cannot be read": plant(
        "STR001", "", ("controls/bm-8-15.yaml", "implements: [", "implements: ▸[[")
    ),
}


class Reports(NamedTuple):
    """What one run wrote: the report as JSON, the path of the one as JUnit, and the status."""

    json: dict[str, Any]
    junit: Path
    status: int


@pytest.fixture(scope="module", params=list(COPIES.values()), ids=list(COPIES))
def reports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    folder = tmp_path_factory.mktemp("copy")
    root = copy_to(folder)
    if request.param is not None:
        spoil(root, request.param)
    written = [f"--report=json={folder / 'report.json'}", f"--report=junit={folder / 'junit.xml'}"]
    command = [sys.executable, "-m", "bio2lint", "check", "--as-of", AS_OF, *written]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return Reports(report, folder / "junit.xml", done.returncode)


def test_junit_fits_the_schema_of_jenkins(reports: Reports) -> None:
    if not XSD.exists():
        pytest.skip(f"{XSD.name} is not here")
    tree = etree.parse(reports.junit)
    for case in tree.iter("testcase"):
        # The places of a case, which GitLab shows and the schema does not know.
        del case.attrib["file"], case.attrib["line"]
    tree.getroot().attrib.pop("skipped")
    etree.XMLSchema(etree.parse(XSD)).assertValid(tree)


def test_every_finding_is_in_exactly_one_case(reports: Reports) -> None:
    told = Counter(
        found.groups()
        for case in etree.parse(reports.junit).iter("testcase")
        for part in case
        for found in _TOLD.finditer(part.text or "")
    )
    expected = Counter(
        (f"{f['path']}:{f['line']}:{f['column']}", f["code"]) for f in reports.json["findings"]
    )
    assert told == expected
    assert expected, "the deviations are always told"


def test_junit_and_json_give_the_same_numbers(reports: Reports) -> None:
    suites = {suite.name: suite for suite in JUnitXml.fromfile(str(reports.junit))}
    coverage = reports.json["coverage"]
    assert suites["documents"].tests == reports.json["summary"]["documents"]
    assert suites["settings"].tests == 1
    for name, statuses in coverage.items():
        assert suites[name].tests == sum(statuses.values())
        assert suites[name].errors == statuses["unknown"]
        assert suites[name].failures >= statuses["missing"]
        assert suites[name].skipped <= statuses["not-applicable"]
    assert sum(suite.failures for suite in suites.values()) == len(_failing(reports.json))


def _failing(report: dict[str, Any]) -> set[str]:
    """Return the cases that should fail: with an error of theirs, or missing; errors excluded."""
    failing = {r["number"] for r in report["requirements"] if r["status"] == "missing"}
    unknown = {r["number"] for r in report["requirements"] if r["status"] == "unknown"}
    for finding in report["findings"]:
        if finding["severity"] == "error":
            of_requirement = finding["code"][:3] in ("CMP", "VVT") and finding["requirements"]
            failing.add(finding["requirements"][0] if of_requirement else finding["path"])
    return failing - unknown


def test_the_counts_that_junit_states_are_those_of_its_cases(reports: Reports) -> None:
    stated = JUnitXml.fromfile(str(reports.junit))
    before = [(s.name, s.tests, s.failures, s.errors, s.skipped) for s in stated]
    totals = (stated.tests, stated.failures, stated.errors, stated.skipped)
    for suite in stated:
        suite.update_statistics()  # type: ignore[no-untyped-call]
    assert [(s.name, s.tests, s.failures, s.errors, s.skipped) for s in stated] == before
    stated.update_statistics()  # type: ignore[no-untyped-call]
    assert (stated.tests, stated.failures, stated.errors, stated.skipped) == totals


def test_names_of_cases_are_unique(reports: Reports) -> None:
    names = Counter(
        (case.get("classname"), case.get("name"))
        for case in etree.parse(reports.junit).iter("testcase")
    )
    assert max(names.values()) == 1


def test_the_status_agrees_with_the_report(reports: Reports) -> None:
    summary = reports.json["summary"]
    assert reports.status == (
        1 if summary["errors"] or reports.json["not_judged"]["unreadable"] else 0
    )
    assert summary["errors"] == sum(f["severity"] == "error" for f in reports.json["findings"])


def test_the_text_report_of_the_example_counts_all_of_the_norm(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bio2lint", "check", "--as-of", AS_OF, "--lang", "nl"]
    done = subprocess.run(
        command, cwd=copy_to(tmp_path), capture_output=True, text=True, check=True
    )
    rows = {
        line.split()[0]: [int(number) for number in line.split()[1:]]
        for line in done.stdout.splitlines()
        if line.startswith(("maatregelen ", "beheersmaatregelen "))
    }
    # Total, implemented, in progress, planned, deviating, not applicable, missing, unknown.
    assert rows == {
        "maatregelen": [117, 112, 0, 0, 2, 3, 0, 0],
        "beheersmaatregelen": [93, 89, 0, 0, 2, 2, 0, 0],
    }
    assert "0 fouten, 2 waarschuwingen" in done.stdout
