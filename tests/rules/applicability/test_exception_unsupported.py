"""VVT001: facts, an analysis, a plan and an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from applicability_cases import (
    Repository,
    analysis,
    beside,
    exception,
    not_applicable,
    risk,
    together,
)
from support import check, expect

from bio2lint import settings
from bio2lint.settings import SettingsError

if TYPE_CHECKING:
    from bio2lint.finding import Finding

OTHERS = beside("VVT001")
AT_ID = "exceptions/x.yaml:2:5 VVT001"


def assert_found(*parts: Repository, at: tuple[str, ...] = (), as_of: str = "2026-11-23") -> None:
    expect(together(*parts), *at, as_of=as_of, ignoring=OTHERS)


def only(*parts: Repository) -> Finding:
    (finding,) = [f for f in check(together(*parts)) if f.code == "VVT001"]
    return finding


def test_a_supported_deviation_is_fine() -> None:
    assert_found(exception())


def test_a_supported_not_applicable_is_fine() -> None:
    assert_found(not_applicable())


@pytest.mark.parametrize(
    ("key", "nl", "en"),
    [
        ("reason", "een reden met feiten", "a reason with facts"),
        ("analysis", "een verwijzing naar een analyse", "a reference to an analysis"),
        ("plan", "een plan", "a plan"),
        ("until", "een einddatum", "an end date"),
    ],
)
def test_a_deviation_needs_each_of_four(key: str, nl: str, en: str) -> None:
    faulty = exception(**{key: None})
    assert_found(faulty, at=(AT_ID,))
    finding = only(faulty)
    assert finding.message.nl == f"Deze uitzondering mist {nl}; zo kan niemand haar beoordelen."
    assert finding.message.en == f"This exception lacks {en}; nobody can judge it like this."
    assert finding.help is not None
    assert finding.help.nl == f"Vul `{key}` in."
    assert finding.help.en == f"Fill in `{key}`."
    assert finding.requirements == ("5.17.01",)


def test_all_that_is_missing_is_one_finding() -> None:
    faulty = exception(reason=None, analysis=None, plan=None, until=None)
    assert_found(faulty, at=(AT_ID,))
    assert only(faulty).message.nl.startswith(
        "Deze uitzondering mist een reden met feiten, een verwijzing naar een analyse, een plan "
        "en een einddatum;"
    )


@pytest.mark.parametrize("reason", ['""', '"   "', "", "[]", "[geen]"])
def test_a_reason_that_says_nothing_is_found_where_it_stands(reason: str) -> None:
    expect(
        together(not_applicable(reason=reason)),
        f"exceptions/x.yaml:7:{9 if reason else 1} VVT001",
        ignoring=OTHERS,
    )


def test_a_reason_without_its_quotes_is_one_finding() -> None:
    assert_found(not_applicable(reason="2026"), at=("exceptions/x.yaml:7:9 STR003",))


def test_a_misspelled_reason_is_one_finding() -> None:
    assert_found(
        not_applicable(reason=None, reasn="Er zijn geen chipcards."),
        at=("exceptions/x.yaml:9:1 STR002",),
    )


def test_an_empty_list_of_analyses_is_found_where_it_stands() -> None:
    assert_found(exception(analysis="[]"), at=("exceptions/x.yaml:8:11 VVT001",))


def test_a_measure_that_is_not_applicable_needs_a_reason_alone() -> None:
    assert_found(not_applicable(reason=None), at=(AT_ID,))
    assert "analyse" not in only(not_applicable(reason=None)).message.nl


@pytest.mark.parametrize("number", ['"5.7"', '"5.17"', '7.07.01, "5.7"'])
def test_a_control_that_is_not_applicable_needs_an_analysis_too(number: str) -> None:
    faulty = not_applicable(requirements=f"[{number}]")
    assert_found(faulty, at=(AT_ID,))
    assert "een verwijzing naar een analyse" in only(faulty).message.nl
    assert_found(not_applicable(requirements=f"[{number}]", analysis="[analyse]"))


def test_a_departure_that_the_measure_permits_needs_none_of_this() -> None:
    nothing = dict.fromkeys(("reason", "analysis", "plan", "until"))
    assert_found(exception(type="permitted", **nothing))


@pytest.mark.parametrize("numbers", ["5.16.02, 8.31.01", '"5.16"', '"5.17", 5.17.01'])
def test_a_control_may_stand_for_the_measure_of_it_that_permits(numbers: str) -> None:
    assert_found(exception(type="permitted", requirements=f"[{numbers}]"))


@pytest.mark.parametrize("number", ["5.17.02", "5.01.01", '"5.7"', '"8.18"'])
def test_a_measure_that_permits_nothing_is_deviated_from(number: str) -> None:
    faulty = exception(type="permitted", requirements=f"[5.17.01, {number}]")
    assert_found(faulty, at=("exceptions/x.yaml:5:25 VVT001",))
    finding = only(faulty)
    assert finding.requirements == (number.strip('"'),)
    assert "laat zelf geen afwijking toe" in finding.message.nl
    assert "does not itself permit a departure" in finding.message.en


def test_a_number_that_stands_for_nothing_permits_nothing_and_is_anothers() -> None:
    expect(
        together(exception(type="permitted", requirements="[9.99.99]")),
        "exceptions/x.yaml:5:16 REF001",
        ignoring=OTHERS - {"REF001"},
    )


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ({"until": "2027-02-30"}, "exceptions/x.yaml:12:8 STR005"),
        ({"type": "deviatoin"}, "exceptions/x.yaml:4:7 STR002"),
        ({"plan": "[]"}, "exceptions/x.yaml:11:7 STR002"),
        ({"analysis": "{a: b}"}, "exceptions/x.yaml:8:11 STR002"),
        ({"analysis": "[[]]"}, "exceptions/x.yaml:8:12 STR002"),
        ({"analysis": "[analise]"}, "exceptions/x.yaml:8:12 REF006"),
    ],
)
def test_what_is_there_but_not_understood_is_one_finding(changed: dict[str, str], at: str) -> None:
    assert_found(exception(**changed), at=(at,))


@pytest.mark.parametrize("approved", ["2026-03-08", "2026-03-09"])
def test_an_analysis_of_no_later_than_the_decision_supports_it(approved: str) -> None:
    assert_found(exception(), analysis(approved))


def test_an_analysis_after_the_decision_supports_nothing() -> None:
    parts = exception(), analysis("2026-03-10")
    assert_found(*parts, at=("exceptions/x.yaml:8:12 VVT001",))
    finding = only(*parts)
    assert finding.requirements == ("5.17.01",)
    assert "2026-03-10, na het besluit van 2026-03-09" in finding.message.nl
    assert "2026-03-10, after the decision of 2026-03-09" in finding.message.en
    assert finding.help is not None
    assert finding.help.nl
    assert finding.help.en


def test_an_analysis_of_the_day_itself_is_no_more_than_too_late() -> None:
    assert_found(exception(), analysis("2026-11-23"), at=("exceptions/x.yaml:8:12 VVT001",))


def test_one_analysis_that_supports_the_decision_is_enough() -> None:
    parts = analysis("2026-03-10"), analysis("2026-03-01", "eerdere")
    assert_found(exception(analysis="[analyse, eerdere]"), *parts)


def test_each_analysis_that_came_too_late_is_found_at_its_place() -> None:
    parts = analysis("2026-03-10"), analysis("2026-04-01", "latere")
    assert_found(
        exception(analysis="[analyse, latere]"),
        *parts,
        at=("exceptions/x.yaml:8:12 VVT001", "exceptions/x.yaml:8:21 VVT001"),
    )


@pytest.mark.parametrize("other", ["weg", "elders:analyse", "[]"])
def test_beside_an_analysis_that_cannot_be_found_nothing_is_certain(other: str) -> None:
    faulty = together(exception(analysis=f"[analyse, {other}]"), analysis("2026-03-10"))
    assert "VVT001" not in {finding.code for finding in check(faulty)}


def test_an_analysis_without_a_date_is_not_judged() -> None:
    assert_found(exception(), analysis(None))


def test_a_decision_without_a_date_gives_no_second_finding() -> None:
    assert_found(
        exception(approved="{by: directie}"),
        analysis("2026-03-10"),
        at=("exceptions/x.yaml:10:1 STR002",),
    )


def test_an_unapproved_deviation_is_not_compared() -> None:
    assert_found(exception(approved=None), analysis("2026-03-10"))


def test_an_analysis_of_the_future_is_one_finding() -> None:
    assert_found(exception(), analysis("2026-11-24"), at=("documents/analyse.yaml:8:32 STR005",))


def test_an_open_risk_supports_whenever_it_was_reviewed() -> None:
    assert_found(exception(analysis="[R-1]"), risk())


def test_a_closed_risk_supports_nothing() -> None:
    parts = exception(analysis="[R-1]"), risk("closed")
    assert_found(*parts, at=("exceptions/x.yaml:8:12 VVT001",))
    assert "gesloten" in only(*parts).message.nl
    assert "closed" in only(*parts).message.en


def test_a_late_analysis_and_a_missing_plan_are_two_findings() -> None:
    assert_found(
        exception(plan=None),
        analysis("2026-03-10"),
        at=(AT_ID, "exceptions/x.yaml:8:12 VVT001"),
    )


def test_it_cannot_be_turned_off() -> None:
    with pytest.raises(SettingsError):
        settings.read(b"rules: {VVT001: off}\n")
