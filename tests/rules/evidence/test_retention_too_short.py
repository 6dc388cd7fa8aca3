"""EVD004: what the norm has kept for a fixed time is kept no shorter."""

from __future__ import annotations

import pytest
from evidence_cases import beside, control, exception, roles
from support import check, expect

OTHERS = beside("EVD004")


def kept(
    retention: str, implements: str = "[5.28.01]", status: str = "implemented"
) -> dict[str, str]:
    """A control of which the retention stands on line 8 at column 25."""
    more = f"parameters: {{retention: {retention}}}\n"
    return {**roles(), **control(implements, status=status, more=more)}


AT = "controls/mfa.yaml:8:25 EVD004"


@pytest.mark.parametrize(
    ("implements", "short", "enough"),
    [
        ("[5.28.01]", "P35M", "P36M"),
        ("[5.28.01]", "P2Y", "P3Y"),
        ("[5.28.01]", "P1094D", "P1095D"),
        ("[5.28.01]", "P0D", "P5Y"),
        ("[5.28.01]", "-P3Y", "P3Y"),
        ("[8.18.02]", "P5M", "P6M"),
        ("[8.18.02]", "P25W", "P26W"),
    ],
)
def test_shorter_than_the_norms_term(implements: str, short: str, enough: str) -> None:
    expect(kept(short, implements), AT, ignoring=OTHERS)
    expect(kept(enough, implements), ignoring=OTHERS)


def test_it_says_how_long_and_by_which_measure() -> None:
    (finding,) = [f for f in check(kept("P1Y")) if f.code == "EVD004"]
    assert "ten minste P3Y volgens 5.28.01" in finding.message.nl
    assert "at least P3Y by 5.28.01" in finding.message.en
    assert finding.requirements == ("5.28.01",)


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_a_plan_is_held_to_it_as_well(status: str) -> None:
    expect(kept("P1Y", status=status), AT, ignoring=OTHERS)


@pytest.mark.parametrize("implements", ["[8.15.04]", '["5.28"]', "[5.17.01]"])
def test_what_follows_from_the_risk_or_has_no_term_is_free(implements: str) -> None:
    expect(kept("P1M", implements), ignoring=OTHERS)


def test_one_value_for_several_measures_is_one_finding_by_the_strictest() -> None:
    files = kept("P1M", "[8.18.02, 5.28.01, 8.15.04]")
    expect(files, AT, ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "EVD004"]
    assert finding.requirements == ("8.18.02", "5.28.01")
    assert "P3Y volgens 5.28.01" in finding.message.nl
    (finding,) = [f for f in check(kept("P1Y", "[8.18.02, 5.28.01]")) if f.code == "EVD004"]
    assert finding.requirements == ("5.28.01",)


def test_without_a_retention_nothing_is_said() -> None:
    expect({**roles(), **control("[5.28.01]")}, ignoring=OTHERS)
    more = "parameters: {duur: P1M}\n"
    expect({**roles(), **control("[5.28.01]", more=more)}, ignoring=OTHERS)


def test_a_retention_that_is_none_is_one_finding() -> None:
    expect(kept("drie jaar"), "controls/mfa.yaml:8:25 STR002", ignoring=OTHERS)


@pytest.mark.parametrize(
    ("kind", "approved", "until", "found"),
    [
        ("deviation", "2026-03-09", "2026-11-23", ()),
        ("deviation", "2026-03-09", "2026-11-22", (AT,)),
        ("not-applicable", "2026-03-09", "2027-03-09", ()),
        ("permitted", "2026-03-09", "2027-03-09", (AT,)),
    ],
)
def test_an_exception_that_counts_excuses(
    kind: str, approved: str, until: str, found: tuple[str, ...]
) -> None:
    excepted = exception(kind, requirements="[5.28.01]", approved=approved, until=until)
    expect({**kept("P1Y"), **excepted}, *found, ignoring=OTHERS)
