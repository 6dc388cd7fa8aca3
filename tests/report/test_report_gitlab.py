"""Code Quality of GitLab: the shape that it reads, and no finding taken for another."""

from __future__ import annotations

import json
from typing import Any

from consumers import gitlab as read
from report_samples import finding, result
from support import result as judged

from bio2lint.finding import Severity, Text
from bio2lint.report import Context, render


def issues(*findings: Any, **context: Any) -> Any:
    return json.loads(render("gitlab", result(*findings), Context(**context)))


def test_issue_has_all_that_gitlab_reads() -> None:
    hint = Text(nl="Zet hier 5.10.02.", en="Put 5.10.02 here.")
    assert issues(finding(hint=hint), git_path=lambda p: f"isms/{p}", language="en") == [
        {
            "description": "REF003: 5.04.02 is verplaatst naar 5.10.02. help: Put 5.10.02 here.",
            "check_name": "REF003",
            "fingerprint": issues(finding(), git_path=lambda p: f"isms/{p}")[0]["fingerprint"],
            "severity": "major",
            "location": {"path": "isms/controls/mfa.yaml", "lines": {"begin": 4, "end": 4}},
        }
    ]


def test_severities_are_those_of_code_climate() -> None:
    found = [finding(severity=severity) for severity in Severity]
    assert [one["severity"] for one in issues(*found)] == ["info", "minor", "major"]


def test_no_two_findings_of_a_check_are_taken_for_one() -> None:
    shown = judged({"controls/a.yaml": "kind: control\nid: a\nimplements: [5.17.01]\n"})
    report = render("gitlab", shown, Context())
    assert read(report) == len(shown.findings) > 100
    assert len({one["fingerprint"] for one in json.loads(report)}) == len(shown.findings)


def test_fingerprint_is_that_of_the_other_reports_unless_there_are_two_administrations() -> None:
    (alone,) = issues(finding())
    assert alone["fingerprint"] == finding().fingerprint
    below = {issues(finding(), git_path=lambda _, p=p: p)[0]["fingerprint"] for p in ("a", "b")}
    assert len(below | {finding().fingerprint}) == 3


def test_without_findings_there_is_an_empty_list() -> None:
    assert render("gitlab", result(), Context()) == "[]\n"
