from __future__ import annotations

import pytest
from supplier_cases import BESIDE, exempted, measure, supplier
from support import check, expect

PARTS = {
    "what": "what: Beheer",
    "conditions": "conditions: Begeleid",
    "until": "until: 2026-11-23",
    "analysis": "analysis: 'regio:r'",
}
LACKING = {
    "conditions": ("voorwaarden", "conditions"),
    "until": ("einddatum", "end date"),
    "analysis": ("risicoafweging", "risk assessment"),
}


def access(*without: str, contract: str = "{kind: legal-duty}", **other: str) -> dict[str, str]:
    """A supplier with one access, on line 7 from column 5 on."""
    parts = {name: part for name, part in (PARTS | other).items() if name not in without}
    listed = ", ".join(parts.values())
    return supplier(f"contract: {contract}\naccess:\n  - {{{listed}}}\n")


def test_access_that_is_weighed_and_has_conditions_and_an_end() -> None:
    expect(access(), ignoring=BESIDE)


@pytest.mark.parametrize("part", LACKING)
def test_access_that_lacks_something(part: str) -> None:
    expect(access(part), "s.yaml:7:5 SUP006", ignoring=BESIDE)
    (finding,) = [f for f in check(access(part)) if f.code == "SUP006"]
    nl, en = LACKING[part]
    assert f"heeft geen {nl};" in finding.message.nl
    assert f"has no {en}," in finding.message.en
    assert finding.requirements == ("8.05.01",)


def test_all_that_it_lacks_is_one_finding() -> None:
    bare = access(*LACKING)
    expect(bare, "s.yaml:7:5 SUP006", ignoring=BESIDE)
    (finding,) = [f for f in check(bare) if f.code == "SUP006"]
    assert "geen risicoafweging, voorwaarden en einddatum" in finding.message.nl


def test_conditions_of_blanks_are_none() -> None:
    expect(access(conditions="conditions: '  '"), "s.yaml:7:5 SUP006", ignoring=BESIDE)


def test_access_that_has_ended_but_is_still_there() -> None:
    ended = access(until="until: 2026-11-22")
    expect(ended, "s.yaml:7:49 SUP006", ignoring=BESIDE)
    (finding,) = [f for f in check(ended) if f.code == "SUP006"]
    assert finding.requirements == ("8.05.01",)
    assert "eindigde op 2026-11-22" in finding.message.nl
    assert "ended on 2026-11-22" in finding.message.en
    both = access("analysis", until="until: 2026-11-22")
    expect(both, "s.yaml:7:5 SUP006", "s.yaml:7:49 SUP006", ignoring=BESIDE)


def test_each_access_is_judged() -> None:
    good = ", ".join(PARTS.values())
    files = supplier(
        f"contract: {{kind: legal-duty}}\naccess:\n  - {{{good}}}\n  - {{what: Meekijken}}\n"
    )
    expect(files, "s.yaml:8:5 SUP006", ignoring=BESIDE)


def test_access_is_judged_whatever_the_contract() -> None:
    ended = "{kind: contract, ref: C, end: 2026-01-31}"
    files = access(until="until: 2026-11-22", contract=ended)
    expect(files, "s.yaml:7:49 SUP006", ignoring=BESIDE)


def test_what_cannot_be_understood_is_passed_over() -> None:
    expect(access(until="until: 2026-02-30"), "s.yaml:7:49 STR005", ignoring=BESIDE)
    expect(access(analysis="analysis: [r]"), "s.yaml:7:71 STR002", ignoring=BESIDE)
    expect(access(conditions="conditions: [a]"), "s.yaml:7:32 STR002", ignoring=BESIDE)
    files = supplier("contract: {kind: legal-duty}\naccess: ja\n")
    expect(files, "s.yaml:6:9 STR002", ignoring=BESIDE)


def test_a_measure_under_way_is_not_held_against_each_supplier() -> None:
    bare = access("until")
    expect(bare | measure("8.05.01", "planned"), ignoring=BESIDE)
    expect(bare | exempted("8.05.01"), ignoring=BESIDE)
    expect(bare | measure("8.05.01", "implemented"), "s.yaml:7:5 SUP006", ignoring=BESIDE)
