"""What internal audits (ISM001) and management reviews (ISM002) have in common."""

from __future__ import annotations

import pytest
from management_cases import BESIDE, adopted, files, paper
from support import check, expect, result

RESULT = "result: {outcome: pass}\n"
RULES = {"ISM001": "internal-audit", "ISM002": "management-review"}

pytestmark = pytest.mark.parametrize("code", RULES)


def beside(code: str) -> frozenset[str]:
    return BESIDE - {code}


def report(code: str, day: str, **other: str) -> str:
    return paper(RULES[code], adopted(day) + RESULT, **other)


def test_there_is_none(code: str) -> None:
    expect(files(), "organisation.yaml:2:5 " + code, ignoring=beside(code))
    (finding,) = [f for f in check(files()) if f.code == code]
    assert finding.message.nl.startswith("Er is geen vastgesteld verslag van een ")
    assert finding.message.en.startswith("There is no adopted report of a")
    assert f"`type: {RULES[code]}`" in finding.help.nl  # type: ignore[union-attr] # there is one
    assert finding.related == ()


def test_without_an_organisation_there_is_no_management_system_yet(code: str) -> None:
    expect({"a.yaml": paper("policy", "")}, ignoring=beside(code))
    late = {"a.yaml": report(code, "2025-11-22")}
    expect(late, "a.yaml:8:32 " + code, ignoring=beside(code))


def test_two_organisations_are_none_to_point_at(code: str) -> None:
    other = files()["organisation.yaml"].replace("id: lindemeer", "id: meerkwartier")
    expect(files(other), "bio2lint.yaml:1:7 " + code, ignoring=beside(code))


def test_a_report_of_another_type_does_not_count(code: str) -> None:
    other = paper("report", adopted("2026-06-09"))
    expect(files(other), "organisation.yaml:2:5 " + code, ignoring=beside(code))


def test_a_report_of_a_year_ago_is_in_time(code: str) -> None:
    expect(files(report(code, "2025-11-23")), ignoring=beside(code))


def test_a_report_of_more_than_a_year_ago(code: str) -> None:
    late = files(report(code, "2025-11-22"))
    expect(late, "a.yaml:8:32 " + code, ignoring=beside(code))
    (finding,) = [f for f in check(late) if f.code == code]
    assert "is van 2025-11-22; dat is langer dan P1Y geleden" in finding.message.nl
    assert "is of 2025-11-22, which is longer than P1Y ago" in finding.message.en


def test_the_newest_counts_wherever_it_stands(code: str) -> None:
    old, new = report(code, "2024-06-11"), report(code, "2026-06-09", name="w")
    expect(files(old, new), ignoring=beside(code))
    expect(files(new, old), ignoring=beside(code))
    older = report(code, "2023-06-11", name="w")
    expect(files(older, old), "b.yaml:8:32 " + code, ignoring=beside(code))


def test_one_that_was_superseded_did_take_place(code: str) -> None:
    expect(files(report(code, "2026-06-09", status="superseded")), ignoring=beside(code))


def test_a_draft_is_not_finished(code: str) -> None:
    draft = files(report(code, "2026-06-09", status="draft"))
    expect(draft, "organisation.yaml:2:5 " + code, ignoring=beside(code))
    (finding,) = [f for f in check(draft) if f.code == code]
    ((region, text),) = finding.related
    assert (region.path, region.line, text.nl) == ("a.yaml", 6, "v is nog een concept")
    beside_it = files(
        report(code, "2026-06-09", status="draft"), paper("policy", "", status="draft", name="w")
    )
    (finding,) = [f for f in check(beside_it) if f.code == code]
    assert [region.path for region, _ in finding.related] == ["a.yaml"]


def test_a_report_of_today_counts(code: str) -> None:
    expect(
        files(report(code, "2025-11-22"), report(code, "2026-11-23", name="w")),
        ignoring=beside(code),
    )
    late = report(code, "2025-11-22")
    expect(files(late, report(code, "2026-11-24", name="w")), ignoring=beside(code) | {"STR005"})


def test_a_later_review_of_the_report_is_no_new_one(code: str) -> None:
    fields = adopted("2025-06-09") + "review: {last: 2026-06-09, interval: P1Y}\n" + RESULT
    expect(files(paper(RULES[code], fields)), "a.yaml:8:32 " + code, ignoring=beside(code))


def test_without_a_decision_the_review_says_when(code: str) -> None:
    in_time = paper(RULES[code], "review: {last: 2025-11-23}\n" + RESULT)
    expect(files(in_time), ignoring=beside(code))
    late = in_time.replace("-23", "-22")
    expect(files(late), "a.yaml:8:16 " + code, ignoring=beside(code))


@pytest.mark.parametrize(
    "fields", ["", adopted("2026-02-30"), adopted("2026-11-24"), "approved: ja\n"]
)
def test_one_whose_day_is_not_known_may_be_recent(code: str, fields: str) -> None:
    old = report(code, "2024-06-11", name="w")
    ignoring = beside(code) | {"STR002", "STR005"}
    expect(files(paper(RULES[code], fields), old), ignoring=ignoring)
    expect(files(old, paper(RULES[code], fields)), ignoring=ignoring)


def test_one_whose_type_or_status_is_not_known_may_be_it(code: str) -> None:
    strange = report(code, "2026-06-09").replace(RULES[code], "toets")
    expect(files(strange), "a.yaml:5:7 STR002", ignoring=beside(code))
    strange = report(code, "2026-06-09", status="klaar")
    expect(files(strange), "a.yaml:6:9 STR002", ignoring=beside(code))
    late = report(code, "2025-11-22", name="w")
    expect(files(late, strange), "b.yaml:6:9 STR002", ignoring=beside(code))
    other = paper("policy", adopted("2026-06-09"), status="klaar")
    expect(
        files(other), "a.yaml:6:9 STR002", "organisation.yaml:2:5 " + code, ignoring=beside(code)
    )


def test_it_may_be_in_a_file_that_cannot_be_read(code: str) -> None:
    broken = files("kind: [\n")
    expect(broken, ignoring=beside(code) | {"STR001"})
    assert result(broken).held_back[code] == 1
