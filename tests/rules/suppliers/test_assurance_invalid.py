from __future__ import annotations

import pytest
from supplier_cases import BESIDE, CLAUSES, exempted, measure, supplier
from support import check, expect

OTHERS = BESIDE | {"SUP003", "SUP005"}
PERIOD = "period: {from: 2025-01-01, until: 2025-12-31}"
SCOPE = "scope: Zaaksysteem"


def since(start: str, fields: str) -> dict[str, str]:
    """A supplier under contract since a day; its own fields begin on line 8."""
    contract = f"contract: {{kind: contract, ref: C-1, start: {start}}}\n"
    return supplier(f"{contract}processes_information: true\n{CLAUSES}{fields}")


def assured(*parts: str) -> dict[str, str]:
    return since("2022-01-01", f"assurance: {{{', '.join(parts)}}}\n")


def until(day: str) -> dict[str, str]:
    return assured(f"period: {{from: 2024-01-01, until: {day}}}", SCOPE)


def grace(term: str) -> dict[str, str]:
    return {"bio2lint.yaml": f"norm: bio2@1.3\nrules: {{SUP004: {{grace: {term}}}}}\n"}


def test_a_report_that_covers_too_long_ago() -> None:
    expect(until("2025-05-22"), "s.yaml:8:47 SUP004", ignoring=OTHERS)
    (finding,) = [f for f in check(until("2025-05-22")) if f.code == "SUP004"]
    assert finding.requirements == ("5.20.03",)
    assert "met P1Y en P6M respijt gold het tot en met 2026-11-22" in finding.message.nl
    assert "with P1Y and P6M of grace it held up to and including 2026-11-22" in finding.message.en


def test_a_report_of_one_day_counts_too() -> None:
    expect(until("2024-01-01"), "s.yaml:8:47 SUP004", ignoring=OTHERS)


def test_a_report_may_come_half_a_year_after_its_term() -> None:
    expect(until("2025-05-23"), ignoring=OTHERS)


def test_the_grace_is_a_setting() -> None:
    expect(until("2025-05-22") | grace("P7M"), ignoring=OTHERS)
    expect(until("2025-11-22") | grace("P0D"), "s.yaml:8:47 SUP004", ignoring=OTHERS)
    expect(until("2025-11-23") | grace("P0D"), ignoring=OTHERS)


def test_assurance_that_is_not_independent() -> None:
    own = assured("independent: false", PERIOD, SCOPE)
    expect(own, "s.yaml:8:26 SUP004", ignoring=OTHERS)
    (finding,) = [f for f in check(own) if f.code == "SUP004"]
    assert finding.requirements == ("5.20.03",)
    assert "onafhankelijke derde" in finding.message.nl
    assert "independent third party" in finding.message.en
    expect(assured("independent: true", PERIOD, SCOPE), ignoring=OTHERS)


def test_assurance_that_does_not_say_what_it_covers() -> None:
    expect(assured(PERIOD), "s.yaml:8:1 SUP004", ignoring=OTHERS)
    (finding,) = [f for f in check(assured(PERIOD)) if f.code == "SUP004"]
    assert "zegt niet waarover het gaat" in finding.message.nl
    expect(assured("scope: '  '", PERIOD), "s.yaml:8:20 SUP004", ignoring=OTHERS)


def test_assurance_that_does_not_say_when_it_held() -> None:
    expect(assured(SCOPE), "s.yaml:8:1 SUP004", ignoring=OTHERS)
    (finding,) = [f for f in check(assured(SCOPE)) if f.code == "SUP004"]
    assert "does not say over which period" in finding.message.en
    both = assured("type: SOC 2")
    expect(both, "s.yaml:8:1 SUP004", "s.yaml:8:1 SUP004", ignoring=OTHERS)
    assert len({f.fingerprint for f in check(both) if f.code == "SUP004"}) == 2


def test_no_assurance_though_the_contract_promises_it() -> None:
    expect(since("2025-05-22", ""), "s.yaml:2:5 SUP004", ignoring=OTHERS)
    (finding,) = [f for f in check(since("2025-05-22", "")) if f.code == "SUP004"]
    assert finding.requirements == ("5.20.03",)
    assert "terwijl het contract dat elke P1Y belooft" in finding.message.nl
    assert "while the contract promises it every P1Y" in finding.message.en
    undated = supplier(f"contract: {{kind: contract, ref: C-1}}\ncloud: true\n{CLAUSES}")
    expect(undated, "s.yaml:2:5 SUP004", ignoring=OTHERS)


def test_a_new_contract_has_time_for_its_first_report() -> None:
    expect(since("2025-05-23", ""), ignoring=OTHERS)
    expect(since("2025-05-22", "") | grace("P9M"), ignoring=OTHERS)


@pytest.mark.parametrize("clause", ["false", "{applies: false, reason: Geen gegevens.}"])
def test_without_the_clause_nothing_is_promised(clause: str) -> None:
    files = since("2022-01-01", "")
    files["s.yaml"] = files["s.yaml"].replace("yearly_proof: true", f"yearly_proof: {clause}")
    expect(files, ignoring=OTHERS | {"SUP002"})
    files["s.yaml"] = files["s.yaml"].replace("\nclauses", "\nx-clauses")
    expect(files, ignoring=OTHERS | {"SUP002"})


@pytest.mark.parametrize(
    ("head", "asked"),
    [
        ("contract: {kind: contract, ref: C}\n", True),
        ("contract: {kind: joint-arrangement, ref: C}\n", True),
        ("contract: {kind: contract, ref: C}\nprocesses_information: false\n", False),
        ("contract: {kind: legal-duty}\n", False),
        ("contract: {kind: contract, ref: C, end: 2026-11-22}\n", False),
    ],
)
def test_only_agreements_on_information_that_hold_today(head: str, asked: bool) -> None:  # noqa: FBT001 (a table)
    files = supplier(
        f"{head}assurance: {{period: {{from: 2020-01-01, until: 2020-12-31}}, {SCOPE}}}\n"
    )
    found = [f.code for f in check(files) if f.code == "SUP004"]
    assert found == (["SUP004"] if asked else [])


def test_what_cannot_be_understood_is_passed_over() -> None:
    expect(since("2022-01-01", "assurance: ja\n"), "s.yaml:8:12 STR002", ignoring=OTHERS)
    expect(assured("period: 2025", SCOPE), "s.yaml:8:21 STR002", ignoring=OTHERS)
    expect(assured("independent: nee", PERIOD, SCOPE), "s.yaml:8:26 STR002", ignoring=OTHERS)
    expect(assured("scope: [x]", PERIOD), "s.yaml:8:20 STR002", ignoring=OTHERS)
    odd = assured("period: {from: 2024-02-30, until: 2025-12-31}", SCOPE)
    expect(odd, "s.yaml:8:28 STR005", ignoring=OTHERS)
    expect(until("2025-02-30"), "s.yaml:8:47 STR005", ignoring=OTHERS)
    expect(until("2026-11-24"), "s.yaml:8:47 STR005", ignoring=OTHERS)
    expect(until("2023-12-31"), "s.yaml:8:47 STR005", ignoring=OTHERS)


def test_a_measure_under_way_is_not_held_against_each_supplier() -> None:
    late = until("2024-12-31")
    expect(late | measure("5.20.03", "planned"), ignoring=OTHERS)
    (exception,) = exempted("5.20.03").items()
    for kind in ("deviation", "not-applicable"):
        text = exception[1].replace("type: deviation", f"type: {kind}")
        expect(late | {exception[0]: text}, ignoring=OTHERS)
    expect(late | measure("5.20.03", "implemented"), "s.yaml:8:47 SUP004", ignoring=OTHERS)
