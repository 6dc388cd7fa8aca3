"""CMP008: whether the measures of a control suffice."""

from __future__ import annotations

import pytest
from completeness_cases import control, exception
from paper_cases import administration, beside, paper
from support import check, expect, result

BESIDE_THE_POINT = beside("CMP008")
AT_ID = "controls/c.yaml:2:5 CMP008"
MEASURES = "8.18.01, 8.18.02"


def assert_found(files: dict[str, str], *expected: str) -> None:
    expect(files, *expected, ignoring=BESIDE_THE_POINT)


def analysis(requirements: str, subjects: str = "sufficiency", **more: str) -> dict[str, str]:
    return paper(requirements, f"subjects: [{subjects}]\n", **{"kind": "analysis", **more})


def test_measures_in_place_without_an_analysis_are_one_finding_for_their_control() -> None:
    files = administration(MEASURES)
    assert_found(files, AT_ID)
    (finding,) = [f for f in check(files) if f.code == "CMP008"]
    assert finding.requirements == ("8.18",)
    assert finding.message.nl.startswith("Van 8.18 zijn de overheidsmaatregelen ingevoerd, maar")
    assert finding.message.en.startswith("The government measures of 8.18 are implemented, but")


@pytest.mark.parametrize("analyses", ["[stuk]", "[R-1]", "[elders:R-1]"])
def test_a_reference_to_an_analysis_is_enough(analyses: str) -> None:
    risk = "kind: risk\nid: R-1\ntitle: Misbruik\nowner: ciso\ntreatment: mitigate\n"
    other = {"risks/r.yaml": f"{risk}review: {{last: 2026-10-01, interval: P1Y}}\n"}
    files = administration(MEASURES, paper("5.12.01"), other, more=f"\nsufficiency: {analyses}")
    assert_found(files)


def test_an_empty_list_is_found_where_it_stands() -> None:
    files = administration(MEASURES, more="\nsufficiency: []")
    assert_found(files, "controls/c.yaml:7:14 CMP008")


def test_one_document_without_an_analysis_is_one_finding_for_all_its_controls() -> None:
    files = administration(f"{MEASURES}, 8.29.01")
    assert_found(files, AT_ID)
    (finding,) = [f for f in check(files) if f.code == "CMP008"]
    assert finding.requirements == ("8.18", "8.29")


@pytest.mark.parametrize("number", ['"8.18"', "8.18.02"])
def test_any_of_the_documents_for_a_control_may_refer_to_it(number: str) -> None:
    more = "status: implemented\nsufficiency: [stuk]"
    other = {"controls/d.yaml": control("d", number, more)}
    assert_found(administration(MEASURES, paper("5.12.01"), other))


def test_the_document_for_the_control_itself_is_named_first() -> None:
    own = {"controls/d.yaml": control("d", '"8.18"', "status: implemented")}
    assert_found(administration(MEASURES, own), "controls/d.yaml:2:5 CMP008")


def test_an_implemented_document_is_named_before_a_planned_one() -> None:
    own = {"controls/d.yaml": control("d", '"8.18"')}
    assert_found(administration(MEASURES, own), AT_ID)


def test_a_measure_that_is_still_to_come_leaves_time_for_the_analysis() -> None:
    later = {"controls/d.yaml": control("d", "8.18.02")}
    assert_found(administration("8.18.01", later))
    assert_found(administration("8.18.01"))


@pytest.mark.parametrize(("kind", "expected"), [("not-applicable", [AT_ID]), ("deviation", [])])
def test_what_is_not_applicable_does_not_count_and_a_deviation_does(
    kind: str, expected: list[str]
) -> None:
    covered = {"exceptions/x.yaml": exception("8.18.02", f"type: {kind}")}
    assert_found(administration("8.18.01", covered), *expected)


def test_a_control_of_which_no_measure_applies_needs_none() -> None:
    covered = {"exceptions/x.yaml": exception(MEASURES)}
    assert_found(administration('"8.18"', covered))


def test_a_control_without_measures_needs_none() -> None:
    assert_found(administration('"8.28"'))


@pytest.mark.parametrize("number", ['"8.18"', "8.18.01"])
def test_an_analysis_may_itself_say_what_it_weighs(number: str) -> None:
    assert_found(administration(MEASURES, analysis(number)))


def test_capitals_in_the_subject_make_no_difference() -> None:
    assert_found(administration(MEASURES, analysis("8.18.01", "Sufficiency")))


@pytest.mark.parametrize(
    "other",
    [
        analysis("8.18.01", "risk-analysis"),
        analysis("8.29.01"),
        analysis("8.18.01", kind="report"),
        analysis("8.18.01", status="superseded"),
    ],
)
def test_another_document_says_nothing_of_it(other: dict[str, str]) -> None:
    assert_found(administration(MEASURES, other), AT_ID)


def test_a_reference_that_dangles_is_one_finding() -> None:
    files = administration(MEASURES, more="\nsufficiency: [weg]")
    assert_found(files, "controls/c.yaml:7:15 REF006")


@pytest.mark.parametrize("value", ["{}", "[[]]"])
def test_what_is_not_understood_is_one_finding(value: str) -> None:
    codes = {f.code for f in check(administration(MEASURES, more=f"\nsufficiency: {value}"))}
    assert "CMP008" not in codes
    assert "STR002" in codes


def test_what_an_unreadable_file_may_hold_is_held_back() -> None:
    found = result({**administration(MEASURES), "documents/kapot.yaml": "kind: [\n"})
    assert "CMP008" not in {f.code for f in found.findings}
    assert found.held_back["CMP008"] == 1


@pytest.mark.parametrize("other", [analysis("8.18.01", kind="analyze"), analysis("8.18.01", "[]")])
def test_a_document_that_is_not_understood_may_be_the_analysis(other: dict[str, str]) -> None:
    codes = [f.code for f in check(administration(MEASURES, other))]
    assert "CMP008" not in codes
    assert "STR002" in codes


@pytest.mark.parametrize(
    ("number", "code"),
    [("8.18.09", "REF001"), ("[]", "REF002"), ("8.29.01, []", "REF002"), ("8.99.01", "REF001")],
)
def test_a_slip_in_the_number_of_the_analysis_is_one_finding(number: str, code: str) -> None:
    files = administration(MEASURES, analysis(number))
    assert [f.code for f in check(files) if f.code not in BESIDE_THE_POINT] == [code]


def test_a_slip_in_the_number_of_an_analysis_of_another_control_excuses_nothing() -> None:
    codes = [f.code for f in check(administration(MEASURES, analysis("8.29.09")))]
    assert "CMP008" in codes
    assert "REF001" in codes
