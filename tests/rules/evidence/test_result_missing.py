"""EVD005: a test, audit or report has a date and an outcome, and a bad one is followed up."""

from __future__ import annotations

import pytest
from evidence_cases import beside, control, evidence, roles
from support import check, expect

OTHERS = beside("EVD005")
TESTED = "requirements: [8.13.04]"
AT = "evidence/e1.yaml:2:5 EVD005"
ACTION = "follow_up: [{what: Herstellen, owner: ciso, due: 2027-01-29}]"


def shown(
    result: str, about: str = TESTED, proves: str = "[existence, operation]"
) -> dict[str, str]:
    return {**roles(), **evidence(about=about, result=result, proves=proves)}


@pytest.mark.parametrize(
    "number", ["5.20.04", "5.33.01", "8.01.02", "8.15.06", "8.13.04", "5.24.04", "8.29.01"]
)
def test_a_test_or_report_without_an_outcome(number: str) -> None:
    files = shown("x-noot: a", f"requirements: [{number}]")
    expect(files, AT, ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "EVD005"]
    assert finding.requirements == (number,)
    assert "zonder uitkomst" in finding.message.nl
    assert "without outcome" in finding.message.en
    expect(shown("result: {outcome: pass}", f"requirements: [{number}]"), ignoring=OTHERS)


def test_other_evidence_needs_no_outcome_here() -> None:
    expect(shown("x-noot: a", "requirements: [5.17.01]"), ignoring=OTHERS)
    expect(shown("result: {outcome: fail}", "requirements: [5.17.01]"), ignoring=OTHERS)


def test_what_proves_a_design_only_has_no_outcome() -> None:
    expect(shown("x-noot: a", proves="[design]"), ignoring=OTHERS)
    expect(shown("x-noot: a", proves="[design, operation]"), AT, ignoring=OTHERS)


def test_evidence_of_a_control_is_of_all_its_measures() -> None:
    files = {**control("[5.17.01, 8.13.04]"), **shown("x-noot: a", "controls: [mfa]")}
    expect(files, AT, ignoring=OTHERS)


@pytest.mark.parametrize("outcome", ["fail", "partial"])
def test_an_outcome_that_falls_short_is_followed_up(outcome: str) -> None:
    files = shown(f"result: {{outcome: {outcome}}}")
    expect(files, "evidence/e1.yaml:7:19 EVD005", ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "EVD005"]
    assert outcome in finding.message.nl
    assert finding.requirements == ("8.13.04",)
    expect(shown(f"result: {{outcome: {outcome}, {ACTION}}}"), ignoring=OTHERS)
    empty = shown(f"result: {{outcome: {outcome}, follow_up: []}}")
    expect(empty, "evidence/e1.yaml:7:19 EVD005", ignoring=OTHERS)


def test_an_outcome_that_is_not_understood_is_one_finding() -> None:
    at = "evidence/e1.yaml:7:19 STR002"
    expect(shown("result: {outcome: goed}"), at, ignoring=OTHERS)
    unclear = shown("result: {outcome: fail, follow_up: straks}")
    expect(unclear, "evidence/e1.yaml:7:36 STR002", ignoring=OTHERS)
    expect(shown("result: {}"), "evidence/e1.yaml:7:1 STR002", ignoring=OTHERS)


def test_a_test_without_an_outcome_is_not_also_missing_proof() -> None:
    files = {
        **control("[8.13.04]"),
        **shown("x-noot: a", "controls: [mfa]", "[design, existence, operation]"),
    }
    expect(files, AT, ignoring=beside("EVD001", "EVD002", "EVD005"))
    failed = {
        **control("[8.13.04]"),
        **shown("result: {outcome: fail, " + ACTION + "}", "controls: [mfa]"),
    }
    at = "controls/mfa.yaml:4:14 EVD001"
    expect(failed, at, ignoring=beside("EVD001", "EVD002", "EVD005"))


def test_newer_evidence_without_an_outcome_keeps_older_from_being_stale() -> None:
    old = evidence("e0", about=TESTED, when="collected: {by: ciso, date: 2024-05-01}")
    others = beside("EVD002", "EVD005")
    expect({**control("[8.13.04]"), **shown("x-noot: a"), **old}, AT, ignoring=others)
    stale = "evidence/e0.yaml:6:29 EVD002"
    expect({**roles(), **control("[8.13.04]"), **old}, stale, ignoring=others)


def paper(fields: str, kind: str = "internal-audit", status: str = "approved") -> dict[str, str]:
    """A document whose own fields begin on line 8."""
    return {
        **roles(),
        "documents/a.yaml": f"""\
kind: document
id: a
title: Interne audit
owner: ciso
type: {kind}
status: {status}
url: https://lindemeer.example/a
{fields}""",
    }


APPROVED = "approved: {by: directie, date: 2026-06-09}\n"
PAPER = "documents/a.yaml:2:5 EVD005"


def test_an_audit_without_date_or_outcome() -> None:
    both = paper("")
    expect(both, PAPER, ignoring=OTHERS)
    (finding,) = [f for f in check(both) if f.code == "EVD005"]
    assert "zonder uitkomst en datum" in finding.message.nl
    assert "without outcome and date" in finding.message.en
    expect(paper(APPROVED), PAPER, ignoring=OTHERS)
    expect(paper("result: {outcome: pass}\n"), PAPER, ignoring=OTHERS)
    expect(paper(f"{APPROVED}result: {{outcome: pass}}\n"), ignoring=OTHERS)
    reviewed = "review: {last: 2026-06-09}\nresult: {outcome: pass}\n"
    expect(paper(reviewed), ignoring=OTHERS)


@pytest.mark.parametrize(
    ("kind", "status"),
    [("internal-audit", "draft"), ("internal-audit", "superseded"), ("report", "approved")],
)
def test_only_an_audit_that_is_finished_must_have_them(kind: str, status: str) -> None:
    expect(paper("", kind, status), ignoring=OTHERS)


@pytest.mark.parametrize("kind", ["internal-audit", "management-review", "report"])
def test_a_report_that_falls_short_is_followed_up(kind: str) -> None:
    fields = f"{APPROVED}result: {{outcome: partial}}\n"
    expect(paper(fields, kind), "documents/a.yaml:9:19 EVD005", ignoring=OTHERS)
    expect(paper(fields, kind, "superseded"), ignoring=OTHERS)
    expect(paper(f"{APPROVED}result: {{outcome: partial, {ACTION}}}\n", kind), ignoring=OTHERS)


def test_objectives_that_are_not_met_are_no_test() -> None:
    expect(paper("result: {outcome: partial}\n", "objectives"), ignoring=OTHERS)
