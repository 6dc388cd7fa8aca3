from __future__ import annotations

import pytest
from ownership_cases import ROLES, beside, role
from support import check, edition, expect

BESIDE = beside("OWN007")
NORM = edition("1.3")


def evidence(
    who: str, requirement: str = "8.15.06", control: str = "8.15.06", more: str = ""
) -> dict[str, str]:
    """Evidence in which `who` did the test on line 6, and a control that hoofd-ict owns."""
    return ROLES | {
        "e.yaml": "kind: evidence\nid: E-1\ntitle: Test\nproves: [operation]\n"
        f"requirements: [{requirement}]\nperformed_by: {who}\n{more}"
        "source: {url: 'https://lindemeer.example/e'}\n",
        "c.yaml": f"kind: control\nid: c\ntitle: C\nowner: hoofd-ict\nimplements: ['{control}']\n"
        "status: planned\n",
    }


def test_the_norm_asks_one_independent_check() -> None:
    assert [
        number
        for number in NORM.active
        if "independent-officer"
        in NORM.measures[number].facts.get("roles", {}).get("responsible", ())
    ] == ["8.15.06"]


@pytest.mark.parametrize("control", ["8.15.06", "8.15", "8.15.01"])
def test_who_owns_the_work_does_not_check_it(control: str) -> None:
    files = evidence("hoofd-ict", control=control)
    expect(files, "e.yaml:6:15 OWN007", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN007"]
    assert finding.requirements == ("8.15.06",)
    assert "maar is eigenaar van c:" in finding.message.nl
    assert "but owns c:" in finding.message.en
    assert [(region.path, region.line) for region, _ in finding.related] == [("c.yaml", 4)]


def test_who_owns_other_work_may_check_it() -> None:
    expect(evidence("hoofd-ict", control="8.16.01"), ignoring=BESIDE)
    expect(evidence("hoofd-burgerzaken"), ignoring=BESIDE)


def test_who_owns_a_system_does_not_check_it() -> None:
    system = {"s.yaml": "kind: system\nid: s\ntitle: S\nowner: hoofd-burgerzaken\n"}
    files = evidence("hoofd-burgerzaken", more="systems: [s]\n") | system
    expect(files, "e.yaml:6:15 OWN007", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN007"]
    assert "is eigenaar van s:" in finding.message.nl
    expect(evidence("security", more="systems: [s]\n") | system, ignoring=BESIDE)
    expect(evidence("hoofd-burgerzaken") | system, ignoring=BESIDE)


@pytest.mark.parametrize("who", ["beheer", "toepassingen"])
def test_an_administrator_does_not_check_their_own_traces(who: str) -> None:
    files = evidence(who)
    expect(files, "e.yaml:6:15 OWN007", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN007"]
    assert "maar is beheerder:" in finding.message.nl
    assert "but is an administrator:" in finding.message.en
    assert finding.related == ()


@pytest.mark.parametrize("who", ["auditor", "controller", "security", "ciso"])
def test_others_are_independent(who: str) -> None:
    expect(evidence(who), ignoring=BESIDE)


@pytest.mark.parametrize("who", ["auditor", "controller"])
def test_an_examiner_may_own_the_control_of_checking(who: str) -> None:
    files = evidence(who)
    files["c.yaml"] = files["c.yaml"].replace("hoofd-ict", who)
    expect(files, ignoring=BESIDE)


@pytest.mark.parametrize("number", ["5.30.01", "8.15.05", "5.20.03", "8.29.01"])
def test_other_tests_the_owner_may_do(number: str) -> None:
    expect(evidence("hoofd-ict", number, number), ignoring=BESIDE)


def test_evidence_of_a_whole_control_is_of_its_measures() -> None:
    files = evidence("hoofd-ict")
    files["e.yaml"] = files["e.yaml"].replace("requirements: [8.15.06]", "controls: [c]")
    expect(files, "e.yaml:6:15 OWN007", ignoring=BESIDE)


def test_without_a_tester_nothing_is_said() -> None:
    files = evidence("hoofd-ict", more="collected: {by: hoofd-ict, date: 2026-09-01}\n")
    files["e.yaml"] = files["e.yaml"].replace("performed_by: hoofd-ict\n", "")
    expect(files, ignoring=BESIDE)


def test_of_a_role_that_is_not_certain_nothing_is_said() -> None:
    expect(evidence("niemand"), "e.yaml:6:15 REF006", ignoring=BESIDE)
    expect(evidence("partner:beheer"), ignoring=BESIDE)
    unsure = {"r.yaml": role("x", "technical-administrator, tovenaar")}
    expect(evidence("x") | unsure, ignoring=BESIDE)
    expect(evidence("[beheer]"), ignoring=BESIDE)
