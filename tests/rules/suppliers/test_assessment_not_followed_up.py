from __future__ import annotations

import pytest
from supplier_cases import BESIDE, SINCE_SPRING, exempted, measure, supplier
from support import check, expect, result

PREVIEW = {"bio2lint.yaml": "norm: bio2@1.3\npreview: true\n"}
WRONG = "partial"
EVIDENCE = """\
kind: evidence
id: E-1
title: Beoordelingen
proves: [operation]
suppliers: [zaakwerk]
collected: {by: hoofd-inkoop, date: 2026-09-08}
source: {url: https://lindemeer.example/beoordelingen}
result: {outcome: partial, follow_up: [{what: A, owner: hoofd-inkoop, due: 2027-01-01}]}
"""


def assessed(outcome: str, more: str = "", contract: str = SINCE_SPRING) -> dict[str, str]:
    """A supplier whose assessment is on line 6, its outcome from column 59 on."""
    stated = f"assessment: {{by: hoofd-inkoop, date: 2026-09-08, outcome: {outcome}}}\n"
    return supplier(f"{contract}{stated}{more}") | PREVIEW


def paper(days: str) -> dict[str, str]:
    text = "kind: document\nid: a\ntitle: A\nowner: hoofd-inkoop\ntype: analysis\n"
    return {"a.yaml": f"{text}status: approved\nurl: https://lindemeer.example/a\n{days}"}


def risk(status: str) -> dict[str, str]:
    text = "kind: risk\nid: a\ntitle: A\nowner: hoofd-inkoop\ntreatment: mitigate\n"
    return {"a.yaml": f"{text}status: {status}\n"}


@pytest.mark.parametrize("outcome", ["partial", "fail"])
def test_an_assessment_that_falls_short_after_which_nothing_happened(outcome: str) -> None:
    files = assessed(outcome)
    expect(files, "s.yaml:6:59 SUP007", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "SUP007"]
    assert finding.requirements == ("5.22.01",)
    assert f"op 2026-09-08 viel onvoldoende uit (`{outcome}`)" in finding.message.nl
    assert f"on 2026-09-08 fell short (`{outcome}`)" in finding.message.en


def test_a_sound_assessment_needs_no_follow_up() -> None:
    expect(assessed("pass"), ignoring=BESIDE)
    expect(supplier(SINCE_SPRING) | PREVIEW, ignoring=BESIDE)
    without = supplier(f"{SINCE_SPRING}assessment: {{by: hoofd-inkoop, date: 2026-09-08}}\n")
    expect(without | PREVIEW, ignoring=BESIDE)


def test_an_assessment_of_today_is_judged_and_one_of_tomorrow_is_a_mistake() -> None:
    expect(assessed(WRONG), "s.yaml:6:59 SUP007", as_of="2026-09-08", ignoring=BESIDE)
    expect(assessed(WRONG), "s.yaml:6:38 STR005", as_of="2026-09-07", ignoring=BESIDE)


def test_an_open_risk_is_a_follow_up() -> None:
    named = assessed(WRONG, "analysis: [a]\n")
    expect(named | risk("open"), ignoring=BESIDE)
    expect(named | risk("closed"), "s.yaml:6:59 SUP007", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("days", "enough"),
    [
        ("approved: {by: hoofd-inkoop, date: 2026-09-08, ref: Z-1}\n", True),
        ("approved: {by: hoofd-inkoop, date: 2026-09-07, ref: Z-1}\n", False),
        ("review: {last: 2026-09-08}\n", True),
        ("review: {last: 2026-09-07}\n", False),
        ("", False),
    ],
)
def test_an_analysis_since_then_is_a_follow_up(days: str, enough: bool) -> None:  # noqa: FBT001 (a table)
    files = assessed(WRONG, "analysis: [a]\n") | paper(days)
    expect(files, *([] if enough else ["s.yaml:6:59 SUP007"]), ignoring=BESIDE)


def test_evidence_may_say_what_follows() -> None:
    expect(assessed(WRONG) | {"e.yaml": EVIDENCE}, ignoring=BESIDE)
    other = EVIDENCE.replace("[zaakwerk]", "['regio:zaakwerk']")
    expect(assessed(WRONG) | {"e.yaml": other}, "s.yaml:6:59 SUP007", ignoring=BESIDE)
    for wrong in ("{outcome: partial}", "{outcome: pass, follow_up: [{what: A}]}"):
        text = f"{EVIDENCE.split('result:', maxsplit=1)[0]}result: {wrong}\n"
        expect(assessed(WRONG) | {"e.yaml": text}, "s.yaml:6:59 SUP007", ignoring=BESIDE)
    without = EVIDENCE.partition("result:")[0]
    expect(assessed(WRONG) | {"e.yaml": without}, "s.yaml:6:59 SUP007", ignoring=BESIDE)
    unclear = f"{without}result: onvoldoende\n"
    expect(assessed(WRONG) | {"e.yaml": unclear}, "e.yaml:8:9 STR002", ignoring=BESIDE)


def test_a_supplier_of_the_past_is_history() -> None:
    ended = "contract: {kind: contract, ref: C, start: 2024-01-01, end: 2026-11-22}\n"
    expect(assessed(WRONG, contract=ended), ignoring=BESIDE)


def test_what_cannot_be_found_or_understood_is_passed_over() -> None:
    expect(assessed(WRONG, "analysis: [a]\n"), "s.yaml:7:12 REF006", ignoring=BESIDE)
    expect(assessed(WRONG, "analysis: ['regio:a']\n"), ignoring=BESIDE)
    expect(assessed(WRONG, "analysis: {a: b}\n"), "s.yaml:7:11 STR002", ignoring=BESIDE)
    expect(assessed("matig"), "s.yaml:6:59 STR002", ignoring=BESIDE)
    for day in ("2026-02-30", "2026-11-24"):
        dated = assessed(WRONG)
        dated["s.yaml"] = dated["s.yaml"].replace("2026-09-08", day)
        expect(dated, "s.yaml:6:38 STR005", ignoring=BESIDE)
    unclear = paper("review: ja\n")
    expect(assessed(WRONG, "analysis: [a]\n") | unclear, "a.yaml:8:9 STR002", ignoring=BESIDE)


def test_the_follow_up_may_be_in_a_file_that_cannot_be_read() -> None:
    files = assessed(WRONG) | {"e.yaml": "kind: [\n"}
    expect(files, ignoring=BESIDE | {"STR001"})
    assert result(files).held_back["SUP007"] == 1


def test_a_measure_under_way_is_not_held_against_each_supplier() -> None:
    expect(assessed(WRONG) | measure("5.22.01", "planned"), ignoring=BESIDE)
    expect(assessed(WRONG) | exempted("5.22.01"), ignoring=BESIDE)
