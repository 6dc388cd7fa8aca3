"""CMP011: controls that are past their due date, or have none."""

from __future__ import annotations

import pytest
from completeness_cases import ROLES, control, exception
from support import NOISE, check, expect

BESIDE_THE_POINT = NOISE | {
    "DUE004",
    "CMP005",
    "CMP007",
    "CMP008",
    "EVD001",
    "VVT001",
    "VVT003",
    "VVT008",
}


def one(implements: str, more: str) -> dict[str, str]:
    return {**ROLES, "controls/a.yaml": control("a", implements, more)}


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_a_control_past_its_due_date_is_one_finding_for_all_its_measures(status: str) -> None:
    files = one("5.17.01, 5.17.03", f"status: {status}\ndue: 2026-11-22")
    expect(files, "controls/a.yaml:7:6 CMP011", ignoring=BESIDE_THE_POINT)
    (finding,) = [f for f in check(files) if f.code == "CMP011"]
    assert finding.requirements == ("5.17.01", "5.17.03")
    assert finding.message.nl == "a moest op 2026-11-22 klaar zijn en is nog niet ingevoerd."
    assert finding.message.en == "a was due on 2026-11-22 and is not implemented yet."
    assert finding.help is not None
    assert finding.help.nl
    assert finding.help.en


def test_the_due_date_itself_is_in_time() -> None:
    files = one('"5.6"', "status: planned\ndue: 2026-11-23")
    expect(files, ignoring=BESIDE_THE_POINT)
    expect(files, "controls/a.yaml:7:6 CMP011", as_of="2026-11-24", ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_a_control_without_a_due_date_is_a_finding_at_the_document(status: str) -> None:
    files = one("5.17.01", f"status: {status}")
    expect(files, "controls/a.yaml:2:5 CMP011", ignoring=BESIDE_THE_POINT)
    (finding,) = [f for f in check(files) if f.code == "CMP011"]
    assert finding.message.nl == "a is nog niet ingevoerd en er staat niet bij wanneer wel."
    assert finding.message.en == "a is not implemented yet and does not say when it will be."
    assert finding.help is not None
    assert "`due`" in finding.help.nl
    assert "`due`" in finding.help.en


@pytest.mark.parametrize("more", ["", "\ndue: 2026-03-31"])
def test_an_implemented_control_needs_no_due_date(more: str) -> None:
    files = one("5.17.01", f"status: implemented\nimplemented_on: 2026-01-15{more}")
    expect(files, ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize("more", ["status: planned\ndue: 2026-02-30", "status: ooit"])
def test_what_cannot_be_read_is_another_rules_matter(more: str) -> None:
    assert "CMP011" not in [f.code for f in check(one("5.17.01", more))]


class TestWithoutADueDate:
    UNDATED = "status: planned"

    def codes(self, implements: str, *of_exception: str) -> list[str]:
        files = one(implements, self.UNDATED)
        files["exceptions/x.yaml"] = exception(*of_exception)
        return [f.code for f in check(files) if f.code not in BESIDE_THE_POINT]

    def test_exceptions_on_all_measures_are_enough(self) -> None:
        assert self.codes("5.17.01, 5.17.03", "5.17.01, 5.17.03") == []

    def test_an_exception_on_one_of_the_measures_is_not(self) -> None:
        assert self.codes("5.17.01, 5.17.03", "5.17.01") == ["CMP011"]

    def test_exceptions_on_all_measures_of_a_control_are_enough(self) -> None:
        assert self.codes('"5.17"', "5.17.01, 5.17.02, 5.17.03") == []
        assert self.codes('"5.17"', "5.17.01, 5.17.02") == ["CMP011"]

    def test_an_exception_that_nobody_approved_covers_nothing(self) -> None:
        codes = self.codes("5.17.01", "5.17.01", "type: not-applicable", "")
        assert "CMP011" in codes

    @pytest.mark.parametrize(
        ("approved", "code"),
        [("{by: directie, date: 2026-02-30, ref: DB-1}", "STR005"), ("ja", "STR002")],
    )
    def test_an_approval_that_is_not_understood_is_reported_alone(
        self, approved: str, code: str
    ) -> None:
        assert self.codes("5.17.01", "5.17.01", "type: not-applicable", approved) == [code]

    def test_an_exception_on_the_control_does_not_cover_its_measures(self) -> None:
        assert self.codes("5.17.01", '"5.17"') == ["CMP011"]

    def test_a_permitted_departure_covers_nothing(self) -> None:
        assert self.codes("5.17.01", "5.17.01", "type: permitted") == ["CMP011"]

    def test_an_expired_exception_covers_nothing(self) -> None:
        files = one("5.17.01", self.UNDATED)
        files["exceptions/x.yaml"] = exception("5.17.01", "type: deviation\nuntil: 2026-11-22")
        assert "CMP011" in [f.code for f in check(files)]

    def test_an_approval_in_the_future_is_reported_alone(self) -> None:
        approved = "{by: directie, date: 2026-11-24, ref: DB-2026-041}"
        codes = self.codes("5.17.01", "5.17.01", "type: not-applicable", approved)
        assert codes == ["STR005"]

    def test_an_exception_may_lie_in_a_file_that_cannot_be_read(self) -> None:
        files = one("5.17.01", self.UNDATED)
        files["exceptions/x.yaml"] = "kind: exception\nid: X-001\ntitle: [\n"
        assert "CMP011" not in [f.code for f in check(files)]


def test_a_passed_date_is_certain_even_if_a_file_cannot_be_read() -> None:
    files = one("5.17.01", "status: planned\ndue: 2026-11-22")
    files["exceptions/x.yaml"] = "kind: exception\nid: X-001\ntitle: [\n"
    assert "CMP011" in [f.code for f in check(files)]
