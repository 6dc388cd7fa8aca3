from __future__ import annotations

import pytest
from supplier_cases import BESIDE, exempted, measure, supplier
from support import check, expect

ENDED = "contract: {kind: contract, ref: C-1, start: 2024-01-01, end: 2026-11-22}\n"
SYSTEM = {
    "systems.yaml": """\
kind: system
id: zaaksysteem
title: Zaaksysteem
owner: hoofd-inkoop
suppliers: [zaakwerk]
"""
}


def provided(by: str) -> dict[str, str]:
    text = measure("5.17.01", "implemented")["controls.yaml"]
    return {"controls.yaml": f"{text}provided_by: [{by}]\n"}


def test_a_supplier_without_a_contract() -> None:
    expect(supplier("services: [Zaaksysteem]\n"), "s.yaml:2:5 SUP001", ignoring=BESIDE)
    (finding,) = [f for f in check(supplier("")) if f.code == "SUP001"]
    assert finding.requirements == ("5.22.02",)
    assert "Van leverancier zaakwerk ligt geen contract vast" in finding.message.nl
    assert "No contract is recorded for supplier zaakwerk" in finding.message.en


@pytest.mark.parametrize("kind", ["contract", "joint-arrangement"])
def test_a_kind_alone_names_no_contract(kind: str) -> None:
    expect(supplier(f"contract: {{kind: {kind}}}\n"), "s.yaml:5:1 SUP001", ignoring=BESIDE)


@pytest.mark.parametrize(
    "contract",
    [
        "{kind: legal-duty}",
        "{kind: contract, ref: C-1}",
        "{kind: contract, start: 2026-03-01}",
        "{kind: contract, end: 2027-03-01}",
        "{kind: joint-arrangement, ref: Regeling 2024}",
    ],
)
def test_a_contract_or_a_legal_duty_is_enough(contract: str) -> None:
    files = supplier(f"contract: {contract}\nprocesses_information: false\n")
    expect(files, ignoring=BESIDE)


def test_a_contract_that_ended_while_a_system_rests_on_it() -> None:
    expect(supplier(ENDED) | SYSTEM, "s.yaml:5:62 SUP001", ignoring=BESIDE)
    (finding,) = [f for f in check(supplier(ENDED) | SYSTEM) if f.code == "SUP001"]
    assert finding.requirements == ("5.22.02",)
    assert "eindigde op 2026-11-22" in finding.message.nl
    assert "ended on 2026-11-22" in finding.message.en


def test_a_contract_that_ended_while_a_control_rests_on_it() -> None:
    files = supplier(ENDED) | provided("{supplier: zaakwerk}")
    expect(files, "s.yaml:5:62 SUP001", ignoring=BESIDE)


def test_a_contract_that_ended_while_access_remains() -> None:
    access = "access: [{what: Beheer, conditions: Begeleid, until: 2026-11-23, analysis: 'a:b'}]\n"
    expect(supplier(ENDED + access), "s.yaml:5:62 SUP001", ignoring=BESIDE)
    before = access.replace("-23", "-22")
    expect(supplier(ENDED + before), "s.yaml:6:54 SUP006", ignoring=BESIDE)


def test_a_supplier_of_the_past_may_stay_in_the_register() -> None:
    expect(supplier(ENDED), ignoring=BESIDE)
    expect(supplier(ENDED) | provided("{supplier: 'r:z'}"), ignoring=BESIDE)


def test_the_last_day_of_a_contract_is_within_it() -> None:
    files = supplier(ENDED.replace("-22", "-23") + "processes_information: false\n") | SYSTEM
    expect(files, ignoring=BESIDE)


def test_what_cannot_be_understood_is_passed_over() -> None:
    expect(supplier("contract: ja\n"), "s.yaml:5:11 STR002", ignoring=BESIDE)
    expect(supplier("contract: {kind: contractje}\n"), "s.yaml:5:18 STR002", ignoring=BESIDE)
    backwards = ENDED.replace("start: 2024-01-01", "start: 2026-12-01") + "cloud: true\n"
    expect(supplier(backwards) | SYSTEM, "s.yaml:5:62 STR005", ignoring=BESIDE)
    wrong = ENDED.replace("11-22", "02-30")
    expect(supplier(wrong) | SYSTEM, "s.yaml:5:62 STR005", ignoring=BESIDE)


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_a_register_that_is_still_being_made_is_not_held_against_each_supplier(status: str) -> None:
    expect(supplier("") | measure("5.22.02", status), ignoring=BESIDE)


def test_a_register_that_is_there_is_complete() -> None:
    files = supplier("") | measure("5.22.02", "implemented")
    expect(files, "s.yaml:2:5 SUP001", ignoring=BESIDE)


def test_a_deviation_from_the_register_counts_until_its_end() -> None:
    expect(supplier("") | exempted("5.22.02", "2026-11-23"), ignoring=BESIDE)
    expect(supplier("") | exempted("5.22.02", "2026-11-22"), "s.yaml:2:5 SUP001", ignoring=BESIDE)
