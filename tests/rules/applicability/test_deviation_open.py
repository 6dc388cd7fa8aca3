"""VVT008: each approved deviation from an active measure stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from applicability_cases import Repository, beside, exception, not_applicable, together
from support import check, expect

from bio2lint import settings
from bio2lint.settings import SettingsError

if TYPE_CHECKING:
    from bio2lint.finding import Finding

OTHERS = beside("VVT008")
AT_TYPE = "exceptions/x.yaml:4:7 VVT008"


def assert_found(*parts: Repository, at: tuple[str, ...] = (), as_of: str = "2026-11-23") -> None:
    expect(together(*parts), *at, as_of=as_of, ignoring=OTHERS)


def only(*parts: Repository) -> Finding:
    (finding,) = [f for f in check(together(*parts)) if f.code == "VVT008"]
    return finding


def test_an_approved_deviation_is_shown_with_its_plan_and_end() -> None:
    assert_found(exception(), at=(AT_TYPE,))
    finding = only(exception())
    assert finding.message.nl == (
        "Goedgekeurde afwijking van 5.17.01, tot en met 2027-03-09, volgens plan documents/plan.md."
    )
    assert finding.message.en == (
        "Approved deviation from 5.17.01, up to and including 2027-03-09, following plan "
        "documents/plan.md."
    )
    assert finding.severity.name == "WARNING"
    assert finding.help is not None
    assert finding.help.nl
    assert finding.help.en


def test_a_deviation_from_several_measures_is_one_finding() -> None:
    several = exception(requirements='[5.17.01, "5.7", 5.04.02]')
    assert_found(several, at=(AT_TYPE,))
    assert only(several).requirements == ("5.17.01", "5.10.02")
    assert "5.17.01 en 5.10.02" in only(several).message.nl
    assert "5.17.01 and 5.10.02" in only(several).message.en


def test_without_plan_and_end_the_message_says_so() -> None:
    message = only(exception(plan=None, until=None)).message
    assert message.nl == "Goedgekeurde afwijking van 5.17.01, zonder einddatum, zonder plan."
    assert message.en == "Approved deviation from 5.17.01, without an end date, without a plan."


def test_a_plan_that_cannot_be_read_is_not_shown() -> None:
    finding = only(exception(plan="[a]"))
    assert "plan dat niet te lezen is" in finding.message.nl
    assert "plan that cannot be read" in finding.message.en


@pytest.mark.parametrize("number", ['"5.7"', '"5.17"', "5.21.01"])
def test_a_deviation_from_no_active_measure_is_not_shown(number: str) -> None:
    assert_found(exception(requirements=f"[{number}]"))


def test_other_exceptions_are_not_shown() -> None:
    assert_found(exception(type="permitted"))
    assert_found(not_applicable())


def test_the_last_day_is_shown_and_the_next_is_not() -> None:
    until = exception(until="2026-11-23")
    assert_found(until, at=(AT_TYPE,))
    assert_found(until, as_of="2026-11-24")


def test_what_is_not_approved_is_not_shown() -> None:
    assert_found(exception(approved=None))


def test_the_day_of_approval_counts() -> None:
    today = exception(approved="{by: directie, date: 2026-11-23, ref: DB-1}")
    assert_found(today, at=(AT_TYPE,))


@pytest.mark.parametrize("day", ["2026-11-24", "2026-02-30"])
def test_an_approval_of_the_future_or_of_no_day_is_one_finding(day: str) -> None:
    assert_found(
        exception(approved=f"{{by: directie, date: {day}, ref: DB-1}}"),
        at=("exceptions/x.yaml:10:32 STR005",),
    )


def test_it_cannot_be_turned_off() -> None:
    with pytest.raises(SettingsError):
        settings.read(b"rules: {VVT008: off}\n")
