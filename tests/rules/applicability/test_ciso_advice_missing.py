"""VVT003: advice of the CISO before each departure from an active measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from applicability_cases import Repository, beside, exception, not_applicable, together
from support import check, expect

from bio2lint import settings
from bio2lint.settings import SettingsError

if TYPE_CHECKING:
    from bio2lint.finding import Finding

OTHERS = beside("VVT003")
AT_ID = "exceptions/x.yaml:2:5 VVT003"


def assert_found(*parts: Repository, at: tuple[str, ...] = (), as_of: str = "2026-11-23") -> None:
    expect(together(*parts), *at, as_of=as_of, ignoring=OTHERS)


def only(*parts: Repository) -> Finding:
    (finding,) = [f for f in check(together(*parts)) if f.code == "VVT003"]
    return finding


@pytest.mark.parametrize("kind", ["deviation", "permitted"])
def test_advice_before_the_decision_is_fine(kind: str) -> None:
    assert_found(exception(type=kind))


@pytest.mark.parametrize("kind", ["deviation", "permitted"])
def test_no_advice_is_found_at_the_exception(kind: str) -> None:
    faulty = exception(type=kind, ciso_advice=None)
    assert_found(faulty, at=(AT_ID,))
    finding = only(faulty)
    assert finding.requirements == ("5.17.01",)
    assert "geen advies van de CISO" in finding.message.nl
    assert "No advice of the CISO" in finding.message.en
    assert finding.help is not None
    assert "`ciso_advice`" in finding.help.nl
    assert "`ciso_advice`" in finding.help.en


def test_what_is_not_applicable_needs_no_advice() -> None:
    assert_found(not_applicable())


@pytest.mark.parametrize("number", ['"5.7"', '"5.17"', "5.07.01", "5.21.01"])
def test_a_deviation_from_no_active_measure_needs_none(number: str) -> None:
    assert_found(exception(requirements=f"[{number}]", ciso_advice=None))


def test_a_moved_number_stands_for_its_target() -> None:
    faulty = exception(requirements="[5.04.02]", ciso_advice=None)
    assert_found(faulty, at=(AT_ID,))
    assert only(faulty).requirements == ("5.10.02",)


def test_one_measure_among_controls_suffices() -> None:
    faulty = exception(requirements='["5.7", 5.17.01]', ciso_advice=None)
    assert only(faulty).requirements == ("5.17.01",)


@pytest.mark.parametrize("approved", ["null", None])
def test_advice_is_asked_before_there_is_a_decision(approved: str | None) -> None:
    faulty = together(exception(approved=approved, ciso_advice=None))
    assert [f.region.line for f in check(faulty) if f.code == "VVT003"] == [2]


def test_advice_on_the_day_of_the_decision_is_in_time() -> None:
    assert_found(exception(ciso_advice="{by: ciso, date: 2026-03-09, positive: true}"))


def test_advice_after_the_decision_is_found_at_its_date() -> None:
    faulty = exception(ciso_advice="{by: ciso, date: 2026-03-10, positive: true}")
    assert_found(faulty, at=("exceptions/x.yaml:9:31 VVT003",))
    finding = only(faulty)
    assert "2026-03-10, na het besluit van 2026-03-09" in finding.message.nl
    assert "2026-03-10, after the decision of 2026-03-09" in finding.message.en
    assert finding.help is not None
    assert finding.help.nl
    assert finding.help.en


def test_advice_by_another_role_is_found_at_that_role() -> None:
    faulty = exception(ciso_advice="{by: directie, date: 2026-03-01, positive: true}")
    assert_found(faulty, at=("exceptions/x.yaml:9:19 VVT003",))
    assert "directie" in only(faulty).message.nl
    assert "directie" in only(faulty).message.en
    assert only(faulty).requirements == ("5.17.01",)
    odd = {"roles/a.yaml": "kind: role\nid: a\ntitle: A\nfunctions: {ciso: true}\n"}
    assert only(faulty, odd).region == only(faulty).region


@pytest.mark.parametrize("functions", ["[board, siso]", "{a: b}"])
def test_a_role_whose_functions_are_not_understood_may_be_the_cisos(functions: str) -> None:
    odd = {"roles/odd.yaml": f"kind: role\nid: odd\ntitle: Rol\nfunctions: {functions}\n"}
    files = together(exception(ciso_advice="{by: odd, date: 2026-03-01, positive: true}"), odd)
    codes = [f.code for f in check(files) if f.code not in OTHERS]
    assert codes == ["STR002"]


def test_where_nobody_is_ciso_anybody_may_advise() -> None:
    nobody = {"roles/ciso.yaml": "kind: role\nid: cio\ntitle: Rol\nfunctions: [cio]\n"}
    assert_found(exception(ciso_advice="{by: directie, date: 2026-03-01, positive: true}"), nobody)


def test_advice_of_today_is_too_late_too() -> None:
    faulty = exception(ciso_advice="{by: ciso, date: 2026-11-23, positive: true}")
    assert_found(faulty, at=("exceptions/x.yaml:9:31 VVT003",))


def test_advice_without_a_decision_comes_before_it() -> None:
    assert_found(exception(approved=None))
    negative = "{by: ciso, date: 2026-03-01, positive: false}"
    assert_found(exception(approved=None, ciso_advice=negative))


def test_advice_that_does_not_name_a_role_is_the_cisos() -> None:
    assert_found(exception(ciso_advice="{date: 2026-03-01, positive: true}"))


def test_the_ciso_of_another_organisation_may_advise() -> None:
    assert_found(exception(ciso_advice="{by: regio:ciso, date: 2026-03-01, positive: true}"))


@pytest.mark.parametrize(
    ("advice", "at"),
    [
        ("{by: siso, date: 2026-03-01, positive: true}", "9:19 REF006"),
        ("{by: ciso, date: 2026-03-32, positive: true}", "9:31 STR005"),
        ("{by: ciso, date: 2026-11-24, positive: true}", "9:31 STR005"),
        ("{by: ciso, positive: true}", "9:1 STR002"),
        ("positief", "9:14 STR002"),
    ],
)
def test_what_is_there_but_wrong_in_another_way_is_one_finding(advice: str, at: str) -> None:
    assert_found(exception(ciso_advice=advice), at=(f"exceptions/x.yaml:{at}",))


def test_a_misspelled_function_of_the_role_is_one_finding() -> None:
    role = {"roles/ciso.yaml": "kind: role\nid: ciso\ntitle: Rol\nfunctions: [siso]\n"}
    assert_found(exception(), role, at=("roles/ciso.yaml:4:13 STR002",))


def test_a_decision_whose_date_cannot_be_read_is_one_finding() -> None:
    assert_found(
        exception(approved="{by: directie, date: 2026-02-30, ref: DB-1}"),
        at=("exceptions/x.yaml:10:32 STR005",),
    )


def test_negative_advice_is_allowed_when_the_decision_can_be_found() -> None:
    assert_found(exception(ciso_advice="{by: ciso, date: 2026-03-01, positive: false}"))


def test_negative_advice_that_the_decision_does_not_answer_is_found() -> None:
    faulty = exception(
        ciso_advice="{by: ciso, date: 2026-03-01, positive: false}",
        approved="{by: directie, date: 2026-03-09}",
    )
    assert_found(faulty, at=("exceptions/x.yaml:9:53 VVT003",))
    finding = only(faulty)
    assert "negatief" in finding.message.nl
    assert "against" in finding.message.en
    assert finding.help is not None
    assert "`approved: {ref: …}`" in finding.help.nl
    assert "`approved: {ref: …}`" in finding.help.en


def test_positive_advice_needs_no_answer() -> None:
    assert_found(exception(approved="{by: directie, date: 2026-03-09}"))


def test_different_faults_of_one_advice_are_different_findings() -> None:
    assert_found(
        exception(ciso_advice="{by: directie, date: 2026-03-10, positive: true}"),
        at=("exceptions/x.yaml:9:19 VVT003", "exceptions/x.yaml:9:35 VVT003"),
    )


def test_an_exception_of_unknown_type_is_not_judged() -> None:
    assert_found(
        exception(type="deviatoin", ciso_advice=None), at=("exceptions/x.yaml:4:7 STR002",)
    )


def test_it_cannot_be_turned_off() -> None:
    with pytest.raises(SettingsError):
        settings.read(b"rules: {VVT003: off}\n")
