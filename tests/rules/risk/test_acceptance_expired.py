from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "RSK004",
    "RSK005",
    "STR002",
    "STR005",
}


def accepted(acceptance: str, treatment: str = "accept", status: str = "open") -> dict[str, str]:
    """A risk with its acceptance on line 7."""
    return {
        "r.yaml": "kind: risk\nid: R-1\ntitle: Oude tablets\nowner: hoofd-ict\n"
        f"status: {status}\ntreatment: {treatment}\n"
        f"acceptance: {{by: directie, date: 2026-03-09, {acceptance}}}\n"
        "actions: [{what: Vervangen}]\nreview: {last: 2026-05-12}\n"
    }


@pytest.mark.parametrize("treatment", ["accept", "mitigate"])
def test_past_its_end(treatment: str) -> None:
    files = accepted("until: 2026-11-22", treatment)
    expect(files, "r.yaml:7:53 RSK005", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK005"]
    assert "eindigde op 2026-11-22" in finding.message.nl
    assert "ended on 2026-11-22" in finding.message.en


def test_the_last_day_is_still_in_time() -> None:
    expect(accepted("until: 2026-11-23"), ignoring=BESIDE)


@pytest.mark.parametrize("renewals", [0, 1])
def test_renewed_once_is_fine(renewals: int) -> None:
    expect(accepted(f"until: 2027-05-31, renewals: {renewals}"), ignoring=BESIDE)


@pytest.mark.parametrize("renewals", [2, 3])
def test_renewed_twice_or_more(renewals: int) -> None:
    files = accepted(f"until: 2027-05-31, renewals: {renewals}")
    expect(files, "r.yaml:7:75 RSK005", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK005"]
    assert f"{renewals} keer verlengd" in finding.message.nl
    assert f"renewed {renewals} times" in finding.message.en


def test_ended_and_renewed_too_often_are_two_findings() -> None:
    files = accepted("until: 2026-05-31, renewals: 2")
    expect(files, "r.yaml:7:53 RSK005", "r.yaml:7:75 RSK005", ignoring=BESIDE)
    assert len({f.fingerprint for f in check(files) if f.code == "RSK005"}) == 2


def test_of_a_closed_risk_nothing_is_asked() -> None:
    expect(accepted("until: 2026-05-31, renewals: 4", status="closed"), ignoring=BESIDE)


def test_without_an_end_it_cannot_have_ended() -> None:
    expect(accepted("renewals: 1"), "r.yaml:7:1 RSK004", ignoring=BESIDE)


def test_what_is_not_understood_is_one_finding() -> None:
    expect(accepted("until: 2026-02-30"), "r.yaml:7:53 STR005", ignoring=BESIDE)
    files = accepted("until: 2027-05-31, renewals: vaak")
    expect(files, "r.yaml:7:75 STR002", ignoring=BESIDE)
