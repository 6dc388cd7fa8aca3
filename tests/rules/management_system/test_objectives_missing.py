from __future__ import annotations

import pytest
from management_cases import BESIDE, ORGANISATION, adopted, files, paper
from support import check, expect, result

ONLY = BESIDE - {"ISM003"}
DECIDED = adopted("2026-01-27")
TERM = "review: {interval: P3M}\n"


def objectives(fields: str, status: str = "approved") -> dict[str, str]:
    return files(paper("objectives", fields, status))


def test_there_are_none() -> None:
    expect(files(), "organisation.yaml:2:5 ISM003", ignoring=ONLY)
    (finding,) = [f for f in check(files()) if f.code == "ISM003"]
    assert finding.severity.name == "WARNING"
    assert "geen vastgestelde doelstellingen" in finding.message.nl
    assert "no adopted objectives" in finding.message.en
    expect(files(paper("policy", DECIDED + TERM)), "organisation.yaml:2:5 ISM003", ignoring=ONLY)


@pytest.mark.parametrize("status", ["draft", "superseded"])
def test_only_adopted_ones_count(status: str) -> None:
    other = objectives(DECIDED + TERM, status)
    expect(other, "organisation.yaml:2:5 ISM003", ignoring=ONLY)
    (finding,) = [f for f in check(other) if f.code == "ISM003"]
    assert len(finding.related) == (1 if status == "draft" else 0)


@pytest.mark.parametrize("fields", [TERM, "result: {outcome: partial}\n"])
def test_a_term_or_a_measurement_shows_that_they_are_measured(fields: str) -> None:
    expect(objectives(DECIDED + fields), ignoring=ONLY)


def test_nobody_measures_them() -> None:
    expect(objectives(DECIDED), "a.yaml:2:5 ISM003", ignoring=ONLY)
    once = objectives(DECIDED + "review: {last: 2026-10-20}\n")
    expect(once, "a.yaml:9:1 ISM003", ignoring=ONLY)
    (finding,) = [f for f in check(once) if f.code == "ISM003"]
    assert "Van doelstellingen v blijkt niet dat gemeten wordt" in finding.message.nl
    assert "measured whether the objectives v are reached" in finding.message.en


def test_each_of_several_is_measured() -> None:
    two = files(paper("objectives", DECIDED + TERM), paper("objectives", DECIDED, name="w"))
    expect(two, "b.yaml:2:5 ISM003", ignoring=ONLY)


def test_what_cannot_be_understood_is_passed_over() -> None:
    expect(objectives(DECIDED, "klaar"), "a.yaml:6:9 STR002", ignoring=ONLY)
    expect(files(paper("doel", DECIDED)), "a.yaml:5:7 STR002", ignoring=ONLY)
    expect(objectives(DECIDED + "review: ja\n"), "a.yaml:9:9 STR002", ignoring=ONLY)
    wrong = "review: {interval: kwartaal}\n"
    expect(objectives(DECIDED + wrong), "a.yaml:9:20 STR002", ignoring=ONLY)
    expect(objectives(DECIDED + "result: ja\n"), "a.yaml:9:9 STR002", ignoring=ONLY)


def test_they_may_be_in_a_file_that_cannot_be_read() -> None:
    broken = ORGANISATION | {"a.yaml": "kind: [\n"}
    expect(broken, ignoring=ONLY | {"STR001"})
    assert result(broken).held_back["ISM003"] == 1
