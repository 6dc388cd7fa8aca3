from __future__ import annotations

import pytest
from supplier_cases import BESIDE, CLAUSES, SINCE_SPRING, exempted, measure, supplier
from support import check, expect

ANALYSED = "analysis: ['regio:keten']\n"
PROCESSES = "processes_information: true\n"
MEASURES = {
    "requirements": ("5.20.01",),
    "audit": ("5.20.04",),
    "yearly_proof": ("5.20.03",),
    "transparency": ("5.20.05",),
    "exit": ("5.20.06",),
    "chain": ("5.21.03", "5.21.04"),
}


def bound(fields: str) -> dict[str, str]:
    """A supplier that processes information; its own fields begin on line 8."""
    return supplier(SINCE_SPRING + ANALYSED + PROCESSES + fields)


@pytest.mark.parametrize("clause", MEASURES)
def test_a_clause_that_is_refused(clause: str) -> None:
    text = CLAUSES.replace(f"{clause}: true", f"{clause}: false")
    column = text.index("false") + 1
    expect(bound(text), f"s.yaml:8:{column} SUP002", ignoring=BESIDE)
    (finding,) = [f for f in check(bound(text)) if f.code == "SUP002"]
    assert finding.requirements == MEASURES[clause]


@pytest.mark.parametrize("clause", MEASURES)
def test_a_clause_that_is_not_named(clause: str) -> None:
    text = CLAUSES.replace(f"{clause}: true", "x-later: true")
    expect(bound(text), "s.yaml:8:1 SUP002", ignoring=BESIDE)
    (finding,) = [f for f in check(bound(text)) if f.code == "SUP002"]
    assert finding.requirements == MEASURES[clause]


def test_all_that_is_not_named_is_one_finding() -> None:
    expect(bound("clauses: {exit: true}\n"), "s.yaml:8:1 SUP002", ignoring=BESIDE)
    (finding,) = [f for f in check(bound("clauses: {exit: true}\n")) if f.code == "SUP002"]
    assert "beveiligingseisen, jaarlijks bewijs door derden" in finding.message.nl
    assert "and requirements on the supply chain" in finding.message.en
    assert "exit" not in finding.message.en
    expect(bound(""), "s.yaml:2:5 SUP002", ignoring=BESIDE)
    (finding,) = [f for f in check(bound("")) if f.code == "SUP002"]
    assert finding.requirements == tuple(sorted(n for of in MEASURES.values() for n in of))


def test_each_clause_that_is_refused_is_a_finding() -> None:
    text = "clauses: {exit: false, audit: false}\n"
    expect(
        bound(text),
        "s.yaml:8:1 SUP002",
        "s.yaml:8:17 SUP002",
        "s.yaml:8:31 SUP002",
        ignoring=BESIDE,
    )


def test_a_clause_may_be_left_out_for_a_reason() -> None:
    reason = "{applies: false, reason: Zonder toeleveranciers.}"
    expect(bound(CLAUSES.replace("chain: true", f"chain: {reason}")), ignoring=BESIDE)


def test_grounds_for_termination_are_asked_of_cloud_services_alone() -> None:
    without = CLAUSES.replace(", termination: true", "")
    expect(bound(without), ignoring=BESIDE)
    expect(bound(f"{without}cloud: false\n"), ignoring=BESIDE)
    expect(bound(f"{without}cloud: true\n"), "s.yaml:8:1 SUP002", ignoring=BESIDE)
    (finding,) = [f for f in check(bound(f"{without}cloud: true\n")) if f.code == "SUP002"]
    assert finding.requirements == ("5.23.01",)
    assert "gronden voor ontbinding" in finding.message.nl


@pytest.mark.parametrize(
    ("flags", "asked"),
    [
        ("processes_information: true\n", True),
        ("cloud: true\n", True),
        ("processes_information: true\ncloud: false\n", True),
        ("processes_information: false\n", False),
        ("processes_information: false\ncloud: true\n", False),
        ("cloud: false\n", False),
        ("", False),
    ],
)
def test_only_who_processes_information_needs_them(flags: str, asked: bool) -> None:  # noqa: FBT001 (a table)
    files = supplier(SINCE_SPRING + ANALYSED + flags)
    expect(files, *(["s.yaml:2:5 SUP002"] if asked else []), ignoring=BESIDE)


@pytest.mark.parametrize(
    ("contract", "asked"),
    [
        ("{kind: joint-arrangement, ref: R, start: 2026-03-01}", True),
        ("{kind: contract, ref: C, start: 2026-11-23, end: 2026-11-23}", True),
        ("{kind: contract, ref: C, start: 2026-11-24}", False),
        ("{kind: contract, ref: C, start: 2026-01-01, end: 2026-11-22}", False),
        ("{kind: legal-duty, start: 2026-01-01}", False),
    ],
)
def test_only_agreements_that_hold_today_need_them(contract: str, asked: bool) -> None:  # noqa: FBT001 (a table)
    files = supplier(f"contract: {contract}\n{ANALYSED}{PROCESSES}")
    expect(files, *(["s.yaml:2:5 SUP002"] if asked else []), ignoring=BESIDE)


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_a_measure_under_way_is_not_held_against_each_supplier(status: str) -> None:
    files = bound(CLAUSES.replace("exit: true", "exit: false")) | measure("5.20.06", status)
    expect(files, ignoring=BESIDE)


def test_a_measure_that_is_met_or_deviated_from() -> None:
    refused = bound(CLAUSES.replace("exit: true", "exit: false"))
    at = f"s.yaml:8:{CLAUSES.index('exit') + 7} SUP002"
    expect(refused | measure("5.20.06", "implemented"), at, ignoring=BESIDE)
    expect(refused | exempted("5.20.06"), ignoring=BESIDE)
    expect(refused | exempted("5.20.05"), at, ignoring=BESIDE)


def test_a_clause_of_two_measures_is_asked_by_the_one_that_holds() -> None:
    refused = bound(CLAUSES.replace("chain: true", "chain: false")) | exempted("5.21.04")
    (finding,) = [f for f in check(refused) if f.code == "SUP002"]
    assert finding.requirements == ("5.21.03",)


def test_what_cannot_be_understood_is_passed_over() -> None:
    expect(bound("clauses: ja\n"), "s.yaml:8:10 STR002", ignoring=BESIDE)
    wrong = CLAUSES.replace("exit: true", "exit: misschien")
    at = f"s.yaml:8:{CLAUSES.index('exit') + 7} STR002"
    expect(bound(wrong), at, ignoring=BESIDE)
    at = f"s.yaml:8:{CLAUSES.index('exit') + 1} STR002"
    for other in ("exitt", "vertrekregeling"):
        expect(bound(CLAUSES.replace("exit", other)), at, ignoring=BESIDE)
    refused = CLAUSES.replace("audit: true", "audit: false").replace("exit", "vertrekregeling")
    column = refused.index("false") + 1
    found = [f.region.column for f in check(bound(refused)) if f.code == "SUP002"]
    assert found == [column], "what is refused is refused all the same"
    flag = supplier(SINCE_SPRING + ANALYSED + "processes_information: soms\n")
    expect(flag, "s.yaml:7:24 STR002", ignoring=BESIDE)
    backwards = "contract: {kind: contract, ref: C, start: 2026-03-01, end: 2026-02-01}\n"
    expect(supplier(backwards + PROCESSES), "s.yaml:5:60 STR005", ignoring=BESIDE)
    day = supplier("contract: {kind: contract, ref: C, start: 2026-02-30}\n" + PROCESSES)
    expect(day, "s.yaml:5:43 STR005", ignoring=BESIDE)
