"""CMP006: subjects that the norm wants in a document."""

from __future__ import annotations

import pytest
from completeness_cases import exception
from paper_cases import administration, beside, paper
from support import check, edition, expect, result

BESIDE_THE_POINT = beside("CMP006")
CHANGES = "change-registration, test-results, risk-assessment, rollback-plan, change-approval"


def document(subjects: str, **more: str) -> dict[str, str]:
    """A procedure for change management; its subjects stand on line 9."""
    return paper("8.32.01", f"subjects: [{subjects}]\n", **{"kind": "procedure", **more})


def assert_found(files: dict[str, str], *expected: str) -> None:
    expect(files, *expected, ignoring=BESIDE_THE_POINT)


def only(files: dict[str, str]) -> str:
    (finding,) = [f for f in check(files) if f.code == "CMP006"]
    return finding.message.nl


def test_a_document_that_names_every_subject_is_fine() -> None:
    assert_found(administration("8.32.01", document(CHANGES)))


def test_a_subject_left_out_is_named() -> None:
    files = administration("8.32.01", document(CHANGES.replace("rollback-plan, ", "")))
    assert_found(files, "documents/stuk.yaml:9:11 CMP006")
    (finding,) = [f for f in check(files) if f.code == "CMP006"]
    assert "`rollback-plan` ontbreekt." in finding.message.nl
    assert "`rollback-plan` missing." in finding.message.en
    assert finding.requirements == ("8.32.01",)


def test_all_that_is_left_out_is_one_finding_and_all_named() -> None:
    files = administration("8.32.01", document(""))
    assert_found(files, "documents/stuk.yaml:9:11 CMP006")
    assert "`change-registration`, `test-results`" in only(files)
    assert "`change-approval` ontbreken." in only(files)


def test_a_document_without_subjects_names_none() -> None:
    files = administration("8.32.01", paper("8.32.01", kind="procedure"))
    assert_found(files, "documents/stuk.yaml:2:5 CMP006")


@pytest.mark.parametrize("number", ["5.01.01", "5.23.01", "5.24.07", "8.24.01", "8.32.01"])
def test_it_asks_what_the_norm_lists(number: str) -> None:
    kind = edition("1.3").measures[number].facts["demands"]["documents"][0]["type"]
    subjects = edition("1.3").measures[number].facts["subjects"]
    for index in range(len(subjects)):
        some = ", ".join(subjects[:index] + subjects[index + 1 :])
        files = administration(number, paper(number, f"subjects: [{some}]\n", kind=kind))
        assert f"`{subjects[index]}` ontbreekt." in only(files)
    every = f"subjects: [{', '.join(subjects)}]\n"
    assert_found(administration(number, paper(number, every, kind=kind)))


@pytest.mark.parametrize("number", ["8.15.01", "5.16.01"])
def test_a_measure_without_subjects_for_a_document_asks_nothing(number: str) -> None:
    assert_found(administration(number, paper(number, "subjects: [x]\n", kind="procedure")))


def test_a_subject_may_be_spelled_as_words() -> None:
    assert_found(administration("8.32.01", document(CHANGES.replace("-", " ").upper())))


def test_two_documents_may_share_the_subjects() -> None:
    first, second = CHANGES.split(", ", 1)
    both = document(first), document(second, identifier="ander")
    assert_found(administration("8.32.01", *both))


def test_the_document_that_is_about_it_is_named() -> None:
    other = document("test-results", identifier="ander")
    about = document("change-management, rollback-plan")
    files = administration("8.32.01", other, about)
    assert_found(files, "documents/stuk.yaml:9:11 CMP006")


def test_a_document_to_which_the_design_points_may_hold_the_rest() -> None:
    first, second = CHANGES.split(", ", 1)
    rest = paper('"5.7"', f"subjects: [{second}]\n", identifier="rest", kind="procedure")
    design = "\ndesign: ['https://intranet.lindemeer.example/rest']"
    assert_found(administration("8.32.01", document(first), rest, more=design))


def test_only_what_is_recorded_for_the_measure_is_asked_for_its_subjects() -> None:
    rest = paper('"5.7"', "subjects: [x]\n", kind="procedure")
    design = "\ndesign: ['https://intranet.lindemeer.example/stuk']"
    assert_found(administration("8.32.01", rest, more=design))


@pytest.mark.parametrize("status", ["draft", "superseded"])
def test_only_what_is_approved_is_judged(status: str) -> None:
    assert_found(administration("8.32.01", document("", status=status)))


def test_another_type_of_document_is_not_the_one_that_is_asked() -> None:
    assert_found(administration("8.32.01", document("x", kind="report")))


def test_a_measure_that_is_only_planned_may_have_its_document_already() -> None:
    files = administration("8.32.01", document("x"), status="planned\ndue: 2027-01-31")
    assert_found(files, "documents/stuk.yaml:9:11 CMP006")


def test_what_is_not_applicable_asks_nothing() -> None:
    excepted = {"exceptions/x.yaml": exception("8.32.01")}
    assert_found(administration('"5.7"', document("x"), excepted))


@pytest.mark.parametrize("subjects", ["x, []", "x, {}"])
def test_subjects_that_are_not_understood_are_one_finding(subjects: str) -> None:
    codes = {f.code for f in check(administration("8.32.01", document(subjects)))}
    assert "CMP006" not in codes
    assert "STR002" in codes


def test_a_slip_in_the_number_of_another_document_leaves_it_open() -> None:
    other = paper("8.32.09", "subjects: [x]\n", identifier="ander", kind="procedure")
    codes = {f.code for f in check(administration("8.32.01", document("x"), other))}
    assert "CMP006" not in codes
    assert "REF001" in codes


def test_what_an_unreadable_file_may_hold_is_held_back() -> None:
    found = result({**administration("8.32.01", document("x")), "documents/y.yaml": "kind: [\n"})
    assert "CMP006" not in {f.code for f in found.findings}
    assert found.held_back["CMP006"] == 1
