from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "RSK004",
    "RSK005",
    "STR002",
    "STR005",
}

ENDLESS = "acceptance: {by: directie, date: 2026-03-09}\n"
TEMPORARY = "acceptance: {by: directie, date: 2026-03-09, until: 2027-05-31}\n"
ACTION = "actions: [{what: Vervangen}]\n"


def risk(fields: str, treatment: str = "accept") -> dict[str, str]:
    """A risk with its treatment on line 5 and its own fields from line 6."""
    return {
        "r.yaml": "kind: risk\nid: R-1\ntitle: Oude tablets\nowner: hoofd-ict\n"
        f"treatment: {treatment}\n{fields}review: {{last: 2026-05-12}}\n"
    }


@pytest.mark.parametrize("treatment", ["accept", "mitigate"])
def test_a_temporary_acceptance_with_follow_up_is_fine(treatment: str) -> None:
    expect(risk(TEMPORARY + ACTION, treatment), ignoring=BESIDE)


def test_an_action_that_is_done_is_follow_up_too() -> None:
    done = "actions: [{what: Vervangen, done: 2026-06-01}]\n"
    expect(risk(TEMPORARY + done), ignoring=BESIDE)


@pytest.mark.parametrize("treatment", ["accept", "mitigate", "transfer", "avoid"])
def test_an_acceptance_without_end(treatment: str) -> None:
    expect(risk(ENDLESS + ACTION, treatment), "r.yaml:6:1 RSK004", ignoring=BESIDE)


def test_accepted_without_an_acceptance_has_no_end() -> None:
    expect(risk(ACTION), "r.yaml:2:5 RSK004", ignoring=BESIDE)


@pytest.mark.parametrize(("actions", "place"), [("", "2:5"), ("actions: []\n", "7:10")])
def test_without_follow_up(actions: str, place: str) -> None:
    expect(risk(TEMPORARY + actions), f"r.yaml:{place} RSK004", ignoring=BESIDE)


def test_lacking_both_is_one_finding_that_says_so() -> None:
    files = risk(ENDLESS)
    expect(files, "r.yaml:6:1 RSK004", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK004"]
    assert "zonder einddatum en zonder vervolgactie" in finding.message.nl
    assert "without end date or follow-up action" in finding.message.en


def test_says_only_what_is_lacking() -> None:
    (finding,) = [f for f in check(risk(TEMPORARY)) if f.code == "RSK004"]
    assert "zonder vervolgactie" in finding.message.nl
    assert "einddatum" not in finding.message.nl
    (finding,) = [f for f in check(risk(ENDLESS + ACTION)) if f.code == "RSK004"]
    assert "without end date;" in finding.message.en


@pytest.mark.parametrize("treatment", ["mitigate", "transfer", "avoid"])
def test_a_risk_that_nobody_accepts_needs_neither(treatment: str) -> None:
    expect(risk("", treatment), ignoring=BESIDE)


def test_a_closed_risk_needs_neither() -> None:
    expect(risk("status: closed\n"), ignoring=BESIDE)


def test_what_is_not_understood_is_one_finding() -> None:
    wrong_date = TEMPORARY.replace("2027-05-31", "31 mei 2027")
    expect(risk(wrong_date + ACTION), "r.yaml:6:53 STR005", ignoring=BESIDE)
    expect(risk(f"acceptance: ja\n{ACTION}"), "r.yaml:6:13 STR002", ignoring=BESIDE)
    expect(risk(f"{TEMPORARY}actions: ja\n"), "r.yaml:7:10 STR002", ignoring=BESIDE)
    expect(risk(f"status: gesloten\n{ENDLESS}"), "r.yaml:6:9 STR002", ignoring=BESIDE)
    endless = TEMPORARY.replace("2027-05-31", "9999-12-31")
    expect(risk(endless + ACTION), "r.yaml:6:53 STR005", ignoring=BESIDE)
