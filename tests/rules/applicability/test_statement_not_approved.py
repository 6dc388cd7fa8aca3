"""VVT004: the version and the approval of the statement of applicability."""

from __future__ import annotations

import pytest
from applicability_cases import Repository, beside, together
from support import check, expect

OTHERS = beside("VVT004")
APPROVED = "approved: {by: directie, date: 2026-10-13, ref: BW 2026-247}"


def organisation(statement: str | None) -> Repository:
    """An organisation; its statement stands on line 5, column 12."""
    text = "kind: organisation\nid: lindemeer\ntitle: Lindemeer\nsector: municipality\n"
    return {"organisation.yaml": text + (f"statement: {statement}\n" if statement else "")}


def assert_found(*parts: Repository, at: tuple[str, ...] = ()) -> None:
    expect(together(*parts), *at, ignoring=OTHERS)


def message(statement: str | None) -> str:
    (finding,) = [f for f in check(together(organisation(statement))) if f.code == "VVT004"]
    assert finding.message.en != finding.message.nl
    assert finding.help is not None
    return finding.message.nl


def test_a_version_and_the_approval_of_the_board_are_enough() -> None:
    assert_found(organisation(f"{{version: '2', {APPROVED}}}"))


def test_without_a_statement_there_is_one_finding() -> None:
    assert_found(organisation(None), at=("organisation.yaml:2:5 VVT004",))
    assert message(None).startswith("Er is geen Verklaring van Toepasselijkheid vastgelegd")


@pytest.mark.parametrize(
    ("statement", "lacks"),
    [
        (f"{{{APPROVED}}}", "een versie"),
        ("{version: '2'}", "de goedkeuring door het bestuur"),
        ("{shared_with: [{party: Raad}]}", "een versie en de goedkeuring door het bestuur"),
    ],
)
def test_what_lacks_is_one_finding_at_the_statement(statement: str, lacks: str) -> None:
    assert_found(organisation(statement), at=("organisation.yaml:5:1 VVT004",))
    assert message(statement) == f"De Verklaring van Toepasselijkheid mist {lacks}."


def test_another_role_than_the_board_does_not_approve() -> None:
    statement = "{version: '2', approved: {by: ciso, date: 2026-10-13, ref: BW 2026-247}}"
    assert_found(organisation(statement), at=("organisation.yaml:5:42 VVT004",))
    assert "goedgekeurd door ciso, en die rol is niet het bestuur" in message(statement)


def test_another_role_and_no_version_are_two_findings() -> None:
    statement = "{approved: {by: ciso, date: 2026-10-13, ref: BW 2026-247}}"
    at = ("organisation.yaml:5:1 VVT004", "organisation.yaml:5:28 VVT004")
    assert_found(organisation(statement), at=at)


def test_where_nobody_is_the_board_that_is_another_rules() -> None:
    files = together(organisation("{version: '2', approved: {by: ciso, date: 2026-10-13}}"))
    files["roles/directie.yaml"] = files["roles/directie.yaml"].replace("[board]", "[cio]")
    assert "VVT004" not in {f.code for f in check(files)}


def test_a_role_whose_functions_are_not_understood_may_be_the_board() -> None:
    files = together(organisation("{version: '2', approved: {by: ciso, date: 2026-10-13}}"))
    sound = files["roles/ciso.yaml"]
    for functions in ("[ciso, boord]", "{board: true}"):
        files["roles/ciso.yaml"] = sound.replace("[ciso]", functions)
        assert "VVT004" not in {f.code for f in check(files)}
    files["roles/ciso.yaml"] = sound
    files["roles/a.yaml"] = "kind: role\nid: a\ntitle: A\nfunctions: {board: true}\n"
    assert "VVT004" in {f.code for f in check(files)}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("{version: '2', approved: {by: weg, date: 2026-10-13}}", "REF006"),
        ("{version: '2', approved: {by: directie, date: 2026-11-24}}", "STR005"),
        ("{version: '2', approved: {by: directie}}", "STR002"),
        ("{version: [], approved: {by: directie, date: 2026-10-13}}", "STR002"),
        ("{version: '2', approved: ja}", "STR002"),
        ("versie 2", "STR002"),
    ],
)
def test_what_is_not_understood_is_one_finding(statement: str, code: str) -> None:
    found = [f.code for f in check(together(organisation(statement))) if f.code not in OTHERS]
    assert found == [code]


def test_without_an_organisation_or_with_two_nothing_is_said() -> None:
    second = {"organisation-2.yaml": organisation(None)["organisation.yaml"].replace("lin", "w")}
    assert_found({})
    assert_found(organisation(None), second)
