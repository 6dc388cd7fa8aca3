from __future__ import annotations

from management_cases import BESIDE, adopted, files, paper
from support import check, expect

ONLY = BESIDE - {"ISM002"}


def reviewed(day: str, outcome: str) -> dict[str, str]:
    return files(paper("management-review", adopted(day) + outcome))


def test_a_review_without_outcome_decided_nothing() -> None:
    nothing = reviewed("2026-06-09", "")
    expect(nothing, "a.yaml:2:5 ISM002", ignoring=ONLY)
    (finding,) = [f for f in check(nothing) if f.code == "ISM002"]
    assert "Directiebeoordeling v noemt geen uitkomst" in finding.message.nl
    assert "Management review v names no outcome" in finding.message.en


def test_one_that_is_too_old_is_one_finding() -> None:
    expect(reviewed("2025-06-09", ""), "a.yaml:8:32 ISM002", ignoring=ONLY)


def test_an_outcome_is_enough() -> None:
    expect(reviewed("2026-06-09", "result: {outcome: pass}\n"), ignoring=ONLY)


def test_an_outcome_that_cannot_be_understood_is_passed_over() -> None:
    expect(reviewed("2026-06-09", "result: ja\n"), "a.yaml:9:9 STR002", ignoring=ONLY)
