"""CMP003: controls that are set aside while a measure of theirs is in place."""

from __future__ import annotations

import pytest
from completeness_cases import ROLES, control, exception
from support import NOISE, check, expect

BESIDE_THE_POINT = NOISE | {
    "DUE004",
    "CMP005",
    "CMP007",
    "CMP008",
    "CMP010",
    "EVD001",
    "VVT001",
    "VVT003",
    "VVT006",
    "VVT008",
    "VVT009",
}
IMPLEMENTED = "status: implemented\nimplemented_on: 2026-01-15"


def administration(
    requirements: str, more: str = "type: not-applicable", **of_exception: str
) -> dict[str, str]:
    """The roles, two implemented measures of 7.10 and an exception."""
    return {
        **ROLES,
        "controls/pas.yaml": control("pas", "7.10.01, 7.10.02", IMPLEMENTED),
        "exceptions/x.yaml": exception(requirements, more, **of_exception),
    }


def test_a_control_that_is_set_aside_has_no_implemented_measure() -> None:
    files = administration('7.10.03, "7.10"')
    files["controls/later.yaml"] = control("later", "7.10.01")
    expect(files, "exceptions/x.yaml:4:25 CMP003", ignoring=BESIDE_THE_POINT)
    (finding,) = [f for f in check(files) if f.code == "CMP003"]
    assert finding.requirements == ("7.10", "7.10.01", "7.10.02")
    assert finding.message.nl == (
        "Beheersmaatregel 7.10 is niet van toepassing verklaard, "
        "maar ingevoerd is: 7.10.01, 7.10.02."
    )
    assert finding.message.en == (
        "Control 7.10 is declared not applicable, yet these are implemented: 7.10.01, 7.10.02."
    )
    assert [(region.path, region.line) for region, _ in finding.related] == [
        ("controls/pas.yaml", 6),
        ("controls/pas.yaml", 6),
    ]


def test_a_measure_that_is_set_aside_under_an_applicable_control_is_normal() -> None:
    expect(administration("7.10.03"), ignoring=BESIDE_THE_POINT)


def test_another_control_may_be_set_aside() -> None:
    expect(administration('"8.28", "7.7"'), ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize("kind", ["deviation\nuntil: 2027-03-31", "permitted"])
def test_a_deviation_or_permitted_departure_sets_nothing_aside(kind: str) -> None:
    expect(administration('"7.10"', f"type: {kind}"), ignoring=BESIDE_THE_POINT)


def test_measures_that_are_only_planned_do_not_contradict() -> None:
    files = administration('"7.10"')
    files["controls/pas.yaml"] = control("pas", "7.10.01, 7.10.02")
    expect(files, ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize("ends", ["2026-11-23", "2026-11-22"])
def test_an_exception_counts_until_its_last_day(ends: str) -> None:
    files = administration('"7.10"', f"type: not-applicable\nuntil: {ends}")
    last_day_or_later = ["exceptions/x.yaml:4:16 CMP003"] if ends == "2026-11-23" else []
    expect(files, *last_day_or_later, ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize(
    ("approved", "codes"),
    [
        ("", []),
        ("{by: directie, date: 2026-11-24, ref: DB-1}", ["STR005"]),
        ("{by: directie, date: 2026-02-30, ref: DB-1}", ["STR005"]),
    ],
)
def test_an_exception_without_approval_sets_nothing_aside(approved: str, codes: list[str]) -> None:
    files = administration('"7.10"', approved=approved)
    assert [f.code for f in check(files) if f.code not in BESIDE_THE_POINT] == codes


def test_another_spelling_of_the_control_is_understood() -> None:
    expect(
        administration('"A.7.10"'),
        "exceptions/x.yaml:4:16 CMP003",
        "exceptions/x.yaml:4:16 REF002",
        ignoring=BESIDE_THE_POINT,
    )
