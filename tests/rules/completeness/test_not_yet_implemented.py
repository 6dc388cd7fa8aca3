"""CMP010: active measures that are only planned or in progress."""

from __future__ import annotations

import pytest
from completeness_cases import ROLES, control, exception
from support import NOISE, check, edition, expect

BESIDE_THE_POINT = NOISE | {
    "CMP005",
    "CMP007",
    "CMP008",
    "DUE004",
    "EVD001",
    "VVT001",
    "VVT003",
    "VVT008",
}
IN_PROGRESS = "status: in-progress\ndue: 2026-11-23"
IMPLEMENTED = "status: implemented\nimplemented_on: 2026-01-15"


def one(implements: str, *more: str) -> dict[str, str]:
    return {**ROLES, "controls/a.yaml": control("a", implements, *more)}


def test_a_planned_measure_is_one_finding_at_the_status_with_its_date() -> None:
    files = one("5.17.01, 5.17.03")
    expect(
        files,
        "controls/a.yaml:6:9 CMP010",
        "controls/a.yaml:6:9 CMP010",
        ignoring=BESIDE_THE_POINT,
    )
    first, second = [f for f in check(files) if f.code == "CMP010"]
    assert (first.requirements, second.requirements) == (("5.17.01",), ("5.17.03",))
    assert first.fingerprint != second.fingerprint
    title = edition("1.3").title("5.17.01")
    assert first.message.nl == (
        f"5.17.01 ({title.nl}) is nog niet ingevoerd: gepland, gereed op 2027-03-31."
    )
    assert first.message.en == (
        f"5.17.01 ({title.en}) is not implemented yet: planned, due 2027-03-31."
    )


def test_a_measure_in_progress_is_a_finding_up_to_its_last_day() -> None:
    files = one("5.17.01", IN_PROGRESS)
    expect(files, "controls/a.yaml:6:9 CMP010", ignoring=BESIDE_THE_POINT)
    (finding,) = [f for f in check(files) if f.code == "CMP010"]
    assert "bezig, gereed op 2026-11-23" in finding.message.nl
    assert "in progress, due 2026-11-23" in finding.message.en


@pytest.mark.parametrize("more", ["status: planned\ndue: 2026-11-22", "status: planned"])
def test_a_late_control_is_another_rules_matter(more: str) -> None:
    found = [f.code for f in check(one("5.17.01", more)) if f.code not in BESIDE_THE_POINT]
    assert found == ["CMP011"]


def test_one_late_control_speaks_for_its_measures_only() -> None:
    files = one("5.17.01, 5.17.02")
    files["controls/b.yaml"] = control("b", "5.17.02", "status: in-progress\ndue: 2026-11-01")
    expect(
        files,
        "controls/a.yaml:6:9 CMP010",
        "controls/b.yaml:7:6 CMP011",
        ignoring=BESIDE_THE_POINT,
    )
    (finding,) = [f for f in check(files) if f.code == "CMP010"]
    assert finding.requirements == ("5.17.01",)


def test_several_controls_of_a_measure_are_one_finding() -> None:
    files = one("5.17.01")
    files["controls/b.yaml"] = control("b", "5.17.01", IN_PROGRESS)
    expect(files, "controls/a.yaml:6:9 CMP010", ignoring=BESIDE_THE_POINT)
    (finding,) = [f for f in check(files) if f.code == "CMP010"]
    ((region, words),) = finding.related
    assert (region.path, region.line, region.column) == ("controls/b.yaml", 6, 9)
    assert words.nl == "ook voor 5.17.01, gereed op 2026-11-23"
    assert words.en == "also for 5.17.01, due 2026-11-23"


def test_a_measure_that_one_of_its_controls_implements_is_implemented() -> None:
    files = one("5.17.01", IMPLEMENTED)
    files["controls/b.yaml"] = control("b", "5.17.01")
    expect(files, ignoring=BESIDE_THE_POINT)


def test_a_control_of_the_norm_is_no_measure() -> None:
    expect(one('"5.6", "5.17"'), ignoring=BESIDE_THE_POINT)


def test_a_moved_number_stands_for_its_target() -> None:
    files = one("5.04.02")
    (finding,) = [f for f in check(files) if f.code == "CMP010"]
    assert finding.requirements == ("5.10.02",)


@pytest.mark.parametrize(
    ("kind", "covered"),
    [
        ("not-applicable", True),
        ("deviation\nuntil: 2026-11-23", True),
        ("deviation\nuntil: 2026-11-22", False),
        ("permitted", False),
    ],
)
def test_an_exception_that_counts_covers_the_measure(kind: str, *, covered: bool) -> None:
    files = {**one("5.17.01"), "exceptions/x.yaml": exception("5.17.01", f"type: {kind}")}
    found = [f for f in check(files) if f.code == "CMP010"]
    assert (not found) == covered


@pytest.mark.parametrize("day", ["2026-11-24", "2026-02-30"])
def test_an_exception_whose_approval_has_a_wrong_date_is_reported_for_that_alone(day: str) -> None:
    approved = f"{{by: directie, date: {day}, ref: DB-2026-041}}"
    files = one("5.17.01")
    files["exceptions/x.yaml"] = exception("5.17.01", approved=approved)
    expect(files, "exceptions/x.yaml:8:32 STR005", ignoring=BESIDE_THE_POINT)


def test_a_due_date_that_cannot_be_read_is_left_out_of_the_message() -> None:
    files = one("5.17.01", "status: planned\ndue: 2027-02-30")
    expect(
        files, "controls/a.yaml:6:9 CMP010", "controls/a.yaml:7:6 STR005", ignoring=BESIDE_THE_POINT
    )
    (finding,) = [f for f in check(files) if f.code == "CMP010"]
    assert finding.message.nl.endswith("nog niet ingevoerd: gepland.")
    assert finding.message.en.endswith("not implemented yet: planned.")


def test_a_status_that_cannot_be_read_is_another_rules_matter() -> None:
    files = one("5.17.01", "status: ooit")
    expect(files, "controls/a.yaml:6:9 STR002", ignoring=BESIDE_THE_POINT)


def test_what_an_unreadable_file_may_hold_is_held_back() -> None:
    files = {**one("5.17.01"), "controls/b.yaml": "kind: control\nid: b\ntitle: [\n"}
    assert "CMP010" not in [f.code for f in check(files)]
