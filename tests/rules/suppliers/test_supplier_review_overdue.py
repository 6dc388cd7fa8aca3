from __future__ import annotations

import pytest
from supplier_cases import BESIDE, exempted, measure, supplier
from support import check, expect

OTHERS = BESIDE | {"SUP002", "SUP004", "SUP005"}


def since(start: str, fields: str = "") -> dict[str, str]:
    """A supplier under contract since a day; its own fields begin on line 6."""
    return supplier(f"contract: {{kind: contract, ref: C-1, start: {start}}}\n{fields}")


def assessed(day: str) -> str:
    return f"assessment: {{by: hoofd-inkoop, date: {day}, outcome: pass}}\n"


def test_an_assessment_of_more_than_a_year_ago() -> None:
    late = since("2024-01-01", assessed("2025-11-22"))
    expect(late, "s.yaml:6:38 SUP003", ignoring=OTHERS)
    (finding,) = [f for f in check(late) if f.code == "SUP003"]
    assert finding.requirements == ("5.22.01",)
    assert "voor het laatst beoordeeld op 2025-11-22" in finding.message.nl
    assert "De termijn liep af op 2026-11-22" in finding.message.nl
    assert "was last assessed on 2025-11-22" in finding.message.en
    assert "The term ended on 2026-11-22" in finding.message.en


def test_the_last_day_of_the_term_is_in_time() -> None:
    expect(since("2024-01-01", assessed("2025-11-23")), ignoring=OTHERS)


def test_never_assessed_though_the_contract_is_older_than_a_year() -> None:
    expect(since("2025-11-22"), "s.yaml:2:5 SUP003", ignoring=OTHERS)
    (finding,) = [f for f in check(since("2025-11-22")) if f.code == "SUP003"]
    assert "nog nooit beoordeeld, terwijl dat ten minste elke P1Y moet" in finding.message.nl
    assert "De termijn liep af op 2026-11-22" in finding.message.nl
    assert "never been assessed" in finding.message.en


def test_a_new_contract_has_a_year_for_its_first_assessment() -> None:
    expect(since("2025-11-23"), ignoring=OTHERS)
    expect(since("2025-11-23", assessed("2025-01-10")), ignoring=OTHERS)
    expect(since("2025-11-22", assessed("2025-01-10")), "s.yaml:6:38 SUP003", ignoring=OTHERS)


def test_a_contract_without_a_start_is_not_new() -> None:
    files = supplier("contract: {kind: contract, ref: C-1}\n")
    expect(files, "s.yaml:2:5 SUP003", ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "SUP003"]
    assert finding.message.nl.endswith("ten minste elke P1Y moet.")
    files = supplier("contract: {kind: contract, ref: C-1}\n" + assessed("2026-01-10"))
    expect(files, ignoring=OTHERS)


@pytest.mark.parametrize(
    ("flags", "asked"),
    [
        ("", True),
        ("processes_information: true\n", True),
        ("cloud: true\n", True),
        ("processes_information: false\n", False),
    ],
)
def test_one_that_is_said_to_process_nothing_needs_none(flags: str, asked: bool) -> None:  # noqa: FBT001 (a table)
    expect(since("2024-01-01", flags), *(["s.yaml:2:5 SUP003"] if asked else []), ignoring=OTHERS)


@pytest.mark.parametrize(
    ("contract", "asked"),
    [
        ("{kind: joint-arrangement, ref: R, start: 2024-03-01}", True),
        ("{kind: contract, ref: C, start: 2024-01-01, end: 2026-11-23}", True),
        ("{kind: contract, ref: C, start: 2024-01-01, end: 2026-11-22}", False),
        ("{kind: legal-duty, start: 2024-01-01}", False),
    ],
)
def test_only_suppliers_under_an_agreement_that_holds(contract: str, asked: bool) -> None:  # noqa: FBT001 (a table)
    files = supplier(f"contract: {contract}\n")
    expect(files, *(["s.yaml:2:5 SUP003"] if asked else []), ignoring=OTHERS)


@pytest.mark.parametrize("day", ["2026-11-24", "2026-02-30"])
def test_a_wrong_day_is_one_finding(day: str) -> None:
    expect(since("2024-01-01", assessed(day)), "s.yaml:6:38 STR005", ignoring=OTHERS)


def test_what_cannot_be_understood_is_passed_over() -> None:
    expect(since("2024-01-01", "assessment: ja\n"), "s.yaml:6:13 STR002", ignoring=OTHERS)
    without = "assessment: {by: hoofd-inkoop}\n"
    expect(since("2024-01-01", without), "s.yaml:6:1 STR002", ignoring=OTHERS)
    start = supplier("contract: {kind: contract, ref: C-1, start: 2024-13-01}\n")
    expect(start, "s.yaml:5:45 STR005", ignoring=OTHERS)


def test_a_measure_under_way_is_not_held_against_each_supplier() -> None:
    late = since("2024-01-01")
    expect(late | measure("5.22.01", "in-progress"), ignoring=OTHERS)
    expect(late | exempted("5.22.01"), ignoring=OTHERS)
    expect(late | measure("5.22.01", "implemented"), "s.yaml:2:5 SUP003", ignoring=OTHERS)
