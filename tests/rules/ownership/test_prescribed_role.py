from __future__ import annotations

import pytest
from ownership_cases import ROLES, beside, role
from support import check, edition, expect

BESIDE = beside("OWN005")
NORM = edition("1.3")
ASSIGNED = [
    number
    for number in NORM.active
    if "process-owner" in NORM.measures[number].facts.get("roles", {}).get("responsible", ())
]


def evidence(who: str, requirement: str = "5.30.01", proves: str = "operation") -> dict[str, str]:
    """Evidence in which `who` stands on line 6."""
    return ROLES | {
        "e.yaml": f"kind: evidence\nid: E-1\ntitle: Test\nproves: [{proves}]\n"
        f"requirements: [{requirement}]\n{who}result: {{outcome: pass}}\n"
        "source: {url: 'https://lindemeer.example/e'}\n"
    }


def supplier(by: str) -> dict[str, str]:
    return ROLES | {
        "s.yaml": "kind: supplier\nid: s\ntitle: S\nowner: hoofd-ict\n"
        f"assessment: {{by: {by}, date: 2026-06-16, outcome: pass}}\n"
    }


def system(by: str) -> dict[str, str]:
    return ROLES | {
        "s.yaml": "kind: system\nid: s\ntitle: S\nowner: hoofd-ict\ncritical: false\n"
        f"criticality: {{by: {by}, date: 2026-06-16}}\n"
    }


def test_the_norm_assigns_six_measures() -> None:
    assert ASSIGNED == ["5.22.01", "5.24.03", "5.24.04", "5.30.01", "5.30.02", "5.33.01"]


@pytest.mark.parametrize("number", ASSIGNED)
def test_evidence_of_what_another_did(number: str) -> None:
    files = evidence("performed_by: ciso\n", number)
    expect(files, "e.yaml:6:15 OWN005", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN005"]
    assert finding.requirements == (number,)
    assert f"deed ciso dit; de norm draagt {number} (" in finding.message.nl
    assert f"ciso did this; the norm assigns {number} (" in finding.message.en
    expect(evidence("performed_by: hoofd-burgerzaken\n", number), ignoring=BESIDE)


@pytest.mark.parametrize("number", ["5.02.02", "6.03.03", "8.15.06", "8.08.04"])
def test_other_work_is_for_others(number: str) -> None:
    expect(evidence("performed_by: ciso\n", number), ignoring=BESIDE)


def test_who_collected_it_counts_where_nobody_is_said_to_have_done_it() -> None:
    collected = "collected: {by: security, date: 2026-10-12}\n"
    expect(evidence(collected), "e.yaml:6:17 OWN005", ignoring=BESIDE)
    expect(evidence(f"{collected}performed_by: hoofd-burgerzaken\n"), ignoring=BESIDE)
    by_owner = collected.replace("security", "hoofd-burgerzaken")
    expect(evidence(by_owner), ignoring=BESIDE)
    expect(evidence(f"{by_owner}performed_by: ciso\n"), "e.yaml:7:15 OWN005", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("proves", "found"),
    [("operation", True), ("existence", True), ("design, existence", True), ("design", False)],
)
def test_a_design_is_written_and_not_done(proves: str, found: bool) -> None:  # noqa: FBT001 (a table)
    expected = ["e.yaml:6:15 OWN005"] if found else []
    expect(evidence("performed_by: ciso\n", proves=proves), *expected, ignoring=BESIDE)


def test_several_measures_are_one_finding() -> None:
    files = evidence("performed_by: ciso\n", "5.24.04, 5.24.01, 5.24.03")
    expect(files, "e.yaml:6:15 OWN005", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN005"]
    assert finding.requirements == ("5.24.04", "5.24.03")


def test_evidence_of_a_whole_control_does_not_tell() -> None:
    files = evidence("performed_by: ciso\n")
    control = (
        "kind: control\nid: c\ntitle: C\nowner: hoofd-ict\nimplements: [5.30.01]\nstatus: planned\n"
    )
    files["e.yaml"] = files["e.yaml"].replace("requirements: [5.30.01]", "controls: [c]")
    expect(files | {"c.yaml": control}, ignoring=BESIDE)


@pytest.mark.parametrize(
    ("files", "place", "number"),
    [(supplier("ciso"), "5:18", "5.22.01"), (system("ciso"), "6:19", "5.30.02")],
)
def test_an_assessment_or_decision_of_another(
    files: dict[str, str], place: str, number: str
) -> None:
    expect(files, f"s.yaml:{place} OWN005", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN005"]
    assert finding.requirements == (number,)


@pytest.mark.parametrize("files", [supplier("hoofd-burgerzaken"), system("hoofd-burgerzaken")])
def test_an_assessment_or_decision_of_a_process_owner(files: dict[str, str]) -> None:
    expect(files, ignoring=BESIDE)


def test_who_owns_a_process_is_a_process_owner_whatever_the_role_says() -> None:
    process = {"p.yaml": "kind: process\nid: p\ntitle: P\nowner: hoofd-ict\n"}
    expect(supplier("hoofd-ict"), "s.yaml:5:18 OWN005", ignoring=BESIDE)
    expect(supplier("hoofd-ict") | process, ignoring=BESIDE)


def test_what_does_not_apply_is_not_assigned() -> None:
    exception = (
        "kind: exception\nid: x\ntitle: X\nowner: hoofd-ict\ntype: not-applicable\n"
        "requirements: [5.22.01]\nreason: Er zijn geen leveranciers.\n"
        "approved: {by: college, date: 2026-03-09}\n"
    )
    expect(supplier("ciso") | {"x.yaml": exception}, ignoring=BESIDE)
    expect(system("ciso") | {"x.yaml": exception}, "s.yaml:6:19 OWN005", ignoring=BESIDE)
    lists = exception.replace("5.22.01", "5.30.02")
    expect(system("ciso") | {"x.yaml": lists}, ignoring=BESIDE)
    expect(supplier("ciso") | {"x.yaml": lists}, "s.yaml:5:18 OWN005", ignoring=BESIDE)


@pytest.mark.parametrize("files", [supplier("ciso"), system("ciso")])
def test_what_nobody_assessed_or_decided_is_another_rules(files: dict[str, str]) -> None:
    lines = files["s.yaml"].splitlines(keepends=True)
    expect(files | {"s.yaml": "".join(lines[:-1])}, ignoring=BESIDE)
    key = lines[-1].partition(":")[0]
    expect(files | {"s.yaml": "".join([*lines[:-1], f"{key}: ja\n"])}, ignoring=BESIDE)


def test_of_a_role_that_is_not_certain_nothing_is_said() -> None:
    expect(supplier("partner:inkoop"), ignoring=BESIDE)
    expect(supplier("niemand"), "s.yaml:5:18 REF006", ignoring=BESIDE)
    expect(supplier("x") | {"r.yaml": role("x", "tovenaar")}, ignoring=BESIDE)
    expect(evidence("performed_by: [ciso]\n"), ignoring=BESIDE)
    expect(evidence("performed_by: ciso\n", proves="werking, zomaar"), ignoring=BESIDE)
    expect(evidence("performed_by: ciso\n", proves="operation, zomaar"), ignoring=BESIDE)
    expect(evidence("performed_by: ciso\n", proves="{operation: ja}"), ignoring=BESIDE)
    expect(evidence(""), ignoring=BESIDE)
