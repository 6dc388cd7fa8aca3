"""An exception that counts decides the status first; one that does not, not at all."""

from __future__ import annotations

from typing import Any

import pytest
from core_cases import built, control, exemption
from coverage_cases import AS_OF, OF_5_17, covered, of_control, status

from bio2lint import coverage
from bio2lint.model.fields import UNKNOWN


@pytest.mark.parametrize(
    ("type_", "expected"), [("deviation", "deviating"), ("not-applicable", "not-applicable")]
)
@pytest.mark.parametrize("stated", [None, "planned", "in-progress", "implemented"])
def test_an_exception_that_counts_decides_before_any_control(
    type_: str, expected: str, stated: str | None
) -> None:
    controls = [control(["5.17.01"], stated)] if stated else []
    for number in ("5.17.01", "5.3"):
        assert status(number, exemption([number], type_), *controls) == expected


def test_of_two_exceptions_that_count_the_deviation_is_shown() -> None:
    pair = [exemption(["5.17.01"], type_) for type_ in ("not-applicable", "deviation")]
    assert status("5.17.01", *pair) == status("5.17.01", *pair[::-1]) == "deviating"


@pytest.mark.parametrize("stated", ["implemented", "in-progress", "planned"])
def test_a_permitted_departure_leaves_the_status_to_the_controls(stated: str) -> None:
    assert status("5.17.01", exemption(["5.17.01"], "permitted"), control(["5.17.01"], stated)) == (
        stated
    )


def test_a_permitted_departure_alone_meets_nothing() -> None:
    assert status("5.17.01", exemption(["5.17.01"], "permitted")) == "missing"
    assert status("5.17.01", exemption(["5.17.01"], "permitted", "2026-13-01")) == "missing"


@pytest.mark.parametrize(
    ("approved", "until", "verdict"),
    [
        ("2026-03-09", None, True),
        ("2026-11-23", None, True),  # the as-of date itself
        ("2026-11-24", None, False),
        (None, None, False),
        (None, "2026-12-31", False),
        ("2026-03-09", "2026-11-23", True),  # the last day is still in time
        ("2026-03-09", "2026-11-22", False),
        ("2026-03-09", "2026-11-24", True),
        ("2026-11-24", "2026-11-22", False),
        ("2026-13-01", None, UNKNOWN),
        ("09-03-2026", "2026-12-31", UNKNOWN),
        ("2026-03-09", "2026-02-30", UNKNOWN),
        (20260309, None, UNKNOWN),
    ],
)
def test_whether_an_exception_counts(approved: Any, until: Any, verdict: object) -> None:
    one = exemption(["5.17.01"], approved=approved, **({"until": until} if until else {}))
    assert coverage.counts(one, AS_OF) is verdict
    expected = {True: "not-applicable", False: "missing", UNKNOWN: "unknown"}
    assert status("5.17.01", one) == expected[coverage.counts(one, AS_OF)]


@pytest.mark.parametrize("decision", ["ja", None, 1, []])
def test_a_decision_that_is_no_decision_is_not_understood(decision: Any) -> None:
    one = built("exception", {"type": "deviation", "approved": decision})
    assert coverage.counts(one, AS_OF) is UNKNOWN


def test_a_decision_without_a_date_covers_nothing() -> None:
    one = built("exception", {"type": "deviation", "approved": {"by": "board"}})
    assert coverage.counts(one, AS_OF) is False


def test_an_exception_of_an_unknown_type_is_not_understood() -> None:
    one = exemption(["5.17.01"], 7.5)
    assert coverage.counts(one, AS_OF) is UNKNOWN
    assert status("5.17.01", one) == "unknown"


@pytest.mark.parametrize("stated", ["implemented", "in-progress", "planned"])
def test_what_may_be_a_deviation_is_not_called_implemented(stated: str) -> None:
    doubtful = exemption(["5.17.01"], "deviation", "2026-13-01")
    assert status("5.17.01", doubtful, control(["5.17.01"], stated)) == "unknown"


def test_an_exception_that_counts_decides_beside_one_that_is_not_understood() -> None:
    pair = [exemption(["5.17.01"], "deviation"), exemption(["5.17.01"], "deviation", "2026-13-01")]
    assert status("5.17.01", *pair) == status("5.17.01", *pair[::-1]) == "deviating"


def test_a_deviation_from_a_control_is_not_called_implemented() -> None:
    implemented = of_control(*["implemented"] * 3)
    assert status("5.17", *implemented, exemption(["5.17"], "deviation")) == "deviating"
    doubtful = exemption(["5.17"], "deviation", "2026-13-01")
    assert status("5.17", *implemented, doubtful) == "unknown"
    planned = control(["5.17"], "planned")
    assert status("5.17", *implemented, planned, exemption(["5.17"], "deviation")) == "planned"


def test_exceptions_that_do_not_count_leave_a_control_to_its_measures() -> None:
    implemented = of_control(*["implemented"] * 3)
    for one in (
        exemption(["5.17"], "permitted"),
        exemption(["5.17"], "deviation", None),
        exemption(["5.17"], "deviation", until="2026-11-22"),
    ):
        assert status("5.17", *implemented, one) == "implemented"


@pytest.mark.parametrize("type_", ["not-applicable", "deviation"])
def test_an_exception_on_a_control_does_not_cover_its_measures(type_: str) -> None:
    found = covered(exemption(["5.17"], type_))
    assert [found[number].status for number in [*OF_5_17, "5.17"]] == ["missing"] * 4
    assert found["5.17.01"].exceptions == ()


def test_an_exception_on_a_measure_does_not_cover_its_control() -> None:
    assert status("5.17", exemption(["5.17.01"])) == "missing"
