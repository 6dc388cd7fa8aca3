"""CMP007: documents that the norm asks for beside what is implemented."""

from __future__ import annotations

import pytest
from completeness_cases import control, exception
from paper_cases import administration, beside, paper
from support import check, expect, result

BESIDE_THE_POINT = beside("CMP007")
AT_CLAIM = "controls/c.yaml:4:14 CMP007"
AT_STATUS = "documents/stuk.yaml:6:9 CMP007"
AT_ID = "documents/stuk.yaml:2:5 CMP007"


def assert_found(files: dict[str, str], *expected: str) -> None:
    expect(files, *expected, ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize(
    ("number", "nl", "en"),
    [
        ("8.24.01", "het beleid dat de norm", "the policy that"),
        ("5.16.01", "de procedure die de norm", "the procedure that"),
        ("5.30.01", "het plan dat de norm", "the plan that"),
        ("5.05.01", "het register dat de norm", "the register that"),
        ("8.27.01", "het stuk dat de norm", "the document that"),
    ],
)
def test_what_is_asked_in_writing_and_not_recorded_is_named(number: str, nl: str, en: str) -> None:
    files = administration(number)
    assert_found(files, AT_CLAIM)
    (finding,) = [f for f in check(files) if f.code == "CMP007"]
    assert nl in finding.message.nl
    assert en in finding.message.en
    assert finding.requirements == (number,)
    assert finding.help is not None
    assert f"requirements: [{number}]" in finding.help.nl


@pytest.mark.parametrize("number", ["8.18.01", "5.08.01", "5.20.01", '"5.37"', "5.02.02"])
def test_other_measures_ask_for_no_document_of_this_kind(number: str) -> None:
    assert_found(administration(number))


def test_one_document_that_two_measures_ask_for_is_missing_once() -> None:
    files = administration("5.01.02, 5.01.01")
    assert_found(files, "controls/c.yaml:4:23 CMP007")
    (finding,) = [f for f in check(files) if f.code == "CMP007"]
    assert finding.requirements == ("5.01.01", "5.01.02")
    assert finding.help is not None
    assert "laat het vaststellen" in finding.help.nl
    assert "have it adopted" in finding.help.en


def test_a_document_that_names_one_of_them_serves_the_other() -> None:
    assert_found(administration("5.01.01, 5.01.02", paper("5.01.01")))


def test_two_documents_that_are_missing_are_two_findings() -> None:
    assert_found(administration("5.16.01, 5.30.01"), AT_CLAIM, "controls/c.yaml:4:23 CMP007")


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_what_is_not_implemented_yet_need_not_have_its_document(status: str) -> None:
    assert_found(administration("5.16.01", status=status))


@pytest.mark.parametrize("kind", ["not-applicable", "deviation"])
def test_what_an_exception_covers_needs_no_document(kind: str) -> None:
    covered = {"exceptions/x.yaml": exception("5.16.01", f"type: {kind}")}
    assert_found(administration("5.16.01", covered))


def test_a_draft_will_do_unless_the_norm_asks_for_adoption() -> None:
    draft = {"kind": "procedure", "status": "draft", "more": ""}
    assert_found(administration("5.16.01", paper("5.16.01", **draft)))
    files = administration("5.17.01", paper("5.17.01", **draft))
    assert_found(files, AT_STATUS)
    (finding,) = [f for f in check(files) if f.code == "CMP007"]
    assert finding.message.nl == (
        "De norm vraagt bij 5.17.01 een vastgesteld stuk; stuk is nog een concept."
    )
    assert "is still a draft" in finding.message.en


def test_an_approved_document_names_its_decision_where_adoption_is_asked() -> None:
    undecided = paper("8.13.01", "")
    files = administration("8.13.01", undecided)
    assert_found(files, AT_ID)
    (finding,) = [f for f in check(files) if f.code == "CMP007"]
    assert "noemt geen besluit" in finding.message.nl
    assert "names no decision" in finding.message.en
    assert_found(administration("8.24.01", paper("8.24.01", "")))


def test_an_adopted_document_beside_a_draft_is_enough() -> None:
    draft = paper("8.13.01", "", identifier="a", status="draft")
    assert_found(administration("8.13.01", draft, paper("8.13.01")))


def test_one_draft_for_two_measures_is_one_finding() -> None:
    draft = paper("8.13.01, 6.01.01", "", status="draft")
    files = administration("8.13.01, 6.01.01", draft)
    assert_found(files, AT_STATUS)
    (finding,) = [f for f in check(files) if f.code == "CMP007"]
    assert finding.requirements == ("6.01.01", "8.13.01")


def test_a_draft_that_is_all_the_design_is_the_other_rules() -> None:
    draft = paper("8.13.01", "", status="draft")
    design = "\ndesign: ['https://intranet.lindemeer.example/stuk']"
    found = [f.code for f in check(administration("8.13.01", draft, more=design))]
    assert "CMP007" not in found
    assert "CMP005" in found


def test_a_draft_is_one_whatever_decision_it_names() -> None:
    assert_found(administration("8.13.01", paper("8.13.01", status="draft")), AT_STATUS)


@pytest.mark.parametrize(
    ("design_of_c", "status_of_d", "codes"),
    [
        ("stuk", "status: implemented", ["CMP005"]),
        ("", "status: implemented\ndesign: [URL]", ["CMP005"]),
        ("", "status: planned\ndesign: [URL]", ["CMP007"]),
    ],
)
def test_of_several_controls_one_whose_design_is_the_draft_is_enough(
    design_of_c: str, status_of_d: str, codes: list[str]
) -> None:
    url = "https://intranet.lindemeer.example/stuk"
    more = f"\ndesign: ['{url}']" if design_of_c else ""
    other = control("d", "8.13.01", status_of_d.replace("URL", f"'{url}'"))
    draft = paper("8.13.01", "", status="draft")
    files = administration("8.13.01", draft, {"controls/d.yaml": other}, more=more)
    found = [f.code for f in check(files) if f.code in ("CMP005", "CMP007")]
    assert found == codes


def test_beside_a_draft_as_design_a_document_without_a_decision_is_named() -> None:
    undecided = paper("8.13.01", "", identifier="a")
    draft = paper('"5.7"', "", status="draft", kind="report")
    design = "\ndesign: ['https://intranet.lindemeer.example/stuk']"
    files = administration("8.13.01", undecided, draft, more=design)
    found = [(f.code, f.region.path) for f in check(files) if f.code in ("CMP005", "CMP007")]
    assert found == [("CMP005", "controls/c.yaml"), ("CMP007", "documents/a.yaml")]


def test_a_superseded_document_serves_nothing() -> None:
    old = paper("5.16.01", kind="procedure", status="superseded")
    assert_found(administration("5.16.01", old), AT_CLAIM)


def test_a_document_of_another_type_serves_when_it_says_that_it_is_about_the_subject() -> None:
    assert_found(administration("5.30.02", paper("5.30.02", kind="analysis")), AT_CLAIM)
    for tag in ("critical-systems", "Critical systems", "critical_systems"):
        about = paper("5.30.02", f"subjects: [{tag}]\n", kind="plan")
        assert_found(administration("5.30.02", about))


def test_a_record_that_is_to_be_adopted_may_be_of_any_type() -> None:
    assert_found(administration("5.02.01", paper("5.02.01", kind="procedure")))


def test_a_document_to_which_the_design_points_serves_too() -> None:
    design = "\ndesign: ['https://intranet.lindemeer.example/stuk#3']"
    assert_found(administration("5.16.01", paper('"5.7"', kind="procedure"), more=design))
    assert_found(administration("5.16.01", paper('"5.7"', kind="report"), more=design), AT_CLAIM)
    elsewhere = "\ndesign: ['https://intranet.lindemeer.example/ander']"
    files = administration("5.16.01", paper('"5.7"', kind="procedure"), more=elsewhere)
    assert_found(files, AT_CLAIM)


def test_a_number_of_an_older_edition_is_the_one_that_it_stands_for() -> None:
    moved = administration("8.08.06", paper("5.24.08", kind="procedure"))
    assert "CMP007" not in {f.code for f in check(moved)}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("5.16.09", "REF001"),
        ("5.16.1", "REF002"),
        ("[]", "REF002"),
        ("5.16.09, 8.18.01", "REF001"),
        ("8.18.01, []", "REF002"),
    ],
)
def test_a_slip_in_the_number_is_one_finding(wrong: str, code: str) -> None:
    files = administration("5.16.01", paper(wrong, kind="procedure"))
    codes = [f.code for f in check(files) if f.code not in BESIDE_THE_POINT]
    assert "CMP007" not in codes
    assert set(codes) <= {code, "STR002"}
    assert codes


def test_a_slip_in_another_documents_number_excuses_nothing() -> None:
    files = administration("5.16.01", paper("8.18.09", kind="procedure"))
    assert "CMP007" in {f.code for f in check(files)}
    files = administration("5.16.01", paper("5.16.09", kind="policy"))
    assert "CMP007" in {f.code for f in check(files)}


def test_lists_that_are_none_are_one_finding() -> None:
    stated = paper("5.16.01", kind="procedure")["documents/stuk.yaml"]
    odd = {"documents/stuk.yaml": stated.replace("[5.16.01]", "{a: b}")}
    codes = [
        f.code for f in check(administration("5.16.01", odd)) if f.code in ("CMP007", "STR002")
    ]
    assert codes == ["STR002"]
    files = administration("5.16.01", more="\ndesign: {a: b}")
    codes = [f.code for f in check(files) if f.code not in BESIDE_THE_POINT]
    assert codes == ["CMP007", "STR002"]


@pytest.mark.parametrize("changed", [{"kind": "procedur"}, {"status": "aproved"}])
def test_what_is_not_understood_is_one_finding(changed: dict[str, str]) -> None:
    files = administration("5.17.01", paper("5.17.01", **{"kind": "procedure", **changed}))
    codes = [f.code for f in check(files) if f.code not in BESIDE_THE_POINT]
    assert codes == ["STR002"]


def test_what_an_unreadable_file_may_hold_is_held_back() -> None:
    found = result({**administration("5.16.01"), "documents/kapot.yaml": "kind: [\n"})
    assert "CMP007" not in {f.code for f in found.findings}
    assert found.held_back["CMP007"] == 1


def test_a_design_that_was_superseded_serves_nothing() -> None:
    old = paper('"5.7"', kind="procedure", status="superseded")
    design = "\ndesign: ['https://intranet.lindemeer.example/stuk']"
    assert_found(administration("5.16.01", old, more=design), AT_CLAIM)


def test_subjects_that_are_not_understood_may_be_the_right_ones() -> None:
    files = administration("5.16.01", paper("5.16.01", "subjects: [[]]\n", kind="policy"))
    codes = [f.code for f in check(files) if f.code not in BESIDE_THE_POINT]
    assert codes == ["STR002"]


def test_a_draft_and_a_document_without_a_decision_are_two_findings() -> None:
    first = paper("8.13.01", "", identifier="a", status="draft")
    second = paper("6.01.01", "", identifier="b")
    expected = ("documents/a.yaml:6:9 CMP007", "documents/b.yaml:2:5 CMP007")
    assert_found(administration("8.13.01, 6.01.01", first, second), *expected)
