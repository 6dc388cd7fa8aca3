"""STR008: own rules that cannot be carried out say so, at their place, and break nothing."""

from __future__ import annotations

import re

import pytest
from custom_cases import QUIET, found, own, quoted, with_rules
from support import check, expect

from bio2lint import cel

AT_THE_CONDITION = "rules/eigen.yaml:6:12 STR008"


@pytest.mark.parametrize(
    ("condition", "place"),
    [
        ("has(document.rpo", "6:27"),
        ("document.rpo == 1 + 'a'", "6:30"),
        ('"document.rpo == 1 +"', "6:31"),
        (quoted("document.rpo == 1 + 'é😀' "), "6:31"),
        ("'document.rpo == 1 + ''a'''", "6:31"),
        ("document.foo(1)", "6:24"),
        ("1 == 1 &&\n  rpo == 2", "7:3"),
        ("|\n  true &&\n\n    rpo == 2", "9:5"),
        (">- # waarom\n    true &&\n    rpo == 2 ||\n      false", "8:5"),
        ('"true && \\x72po == 2"', "6:12"),
        (quoted("[" * 40 + "]" * 40), "6:12"),
    ],
)
def test_a_condition_that_is_no_cel_is_told_at_its_column(condition: str, place: str) -> None:
    assert found(own(condition)) == [f"rules/eigen.yaml:{place} STR008"]


def test_what_cel_says_is_told_in_both_languages() -> None:
    (finding,) = [f for f in check(with_rules(own("rpo == 2"))) if f.code == "STR008"]
    assert finding.message.nl == (
        "Deze voorwaarde is geen geldige CEL, dus de regel is niet uitgevoerd. "
        "CEL zegt: undeclared reference to 'rpo'."
    )
    assert finding.message.en == (
        "This condition is no valid CEL, so the rule was not carried out. "
        "CEL says: undeclared reference to 'rpo'."
    )


@pytest.mark.parametrize("condition", ["1 + 1", "id", "document", "as_of", "{}", "optional.of(1)"])
def test_a_condition_that_is_no_question_is_refused(condition: str) -> None:
    (finding,) = [f for f in check(with_rules(own(quoted(condition)))) if f.code == "STR008"]
    assert "is not true or false but" in finding.message.en
    assert (finding.region.line, finding.region.column) == (6, 12)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("document.rpo == 'PT4H'", "nothing of archief, so .* Key not found in map"),
        ("document.title.size() > 1 && document.nope", "belastingen and 1 other, so .* not found"),
        ("document.title", "belastingen and 1 other.* the result is STRING, not BOOL"),
        ("period(document.title) < period('P1D')", "'Belastingapplicatie' is no period"),
        ("date(document.title) < as_of", "'Belastingapplicatie' is no date"),
        ("days_since('2026-02-30') < 1", "day is out of range"),
        ("days_since('20260230') < 1", "is no date"),
        ("document.critical / 0 == 1", "No matching overloads"),
        ("document.title.matches('(')", "missing \\)"),
        ("find(document.critical) == {}", "No matching overloads"),
        ("optional.of(document)", "not true or false"),
        ("[document].map(x, optional.of(x))[0]", "not true or false"),
    ],
)
def test_a_condition_that_says_nothing_of_a_document_is_one_finding_at_the_rule(
    condition: str, words: str
) -> None:
    (finding,) = [f for f in check(with_rules(own(quoted(condition)))) if f.code == "STR008"]
    assert (finding.region.line, finding.region.column) == (6, 12)
    assert re.search(words, finding.message.en), finding.message.en


def test_where_a_condition_fails_on_one_document_it_still_judges_the_others() -> None:
    assert found(own("document.rpo == 'PT4H'")) == [
        AT_THE_CONDITION,
        "systems/systemen.yaml:2:5 LIN001",
    ]


@pytest.mark.parametrize("code", ["STR009", "CMP001", "STRX001", "ST001", "RE001"])
def test_a_code_that_may_be_taken_for_one_of_the_program_is_refused(code: str) -> None:
    expect(
        with_rules(own("1 == 2", code=code)),
        "rules/eigen.yaml:4:7 STR008",
        ignoring=QUIET,
    )


def test_a_code_is_of_one_rule_alone() -> None:
    twice = own("1 == 2").replace("id: lin001", "id: first"), own("1 == 3")
    assert found(*twice) == [
        "rules/eigen.yaml:13:7 STR008",
        "systems/systemen.yaml:2:5 LIN001",
        "systems/systemen.yaml:9:5 LIN001",
    ]
    (finding,) = [f for f in check(with_rules(*twice)) if f.code == "STR008"]
    assert [(r.line, r.column) for r, _ in finding.related] == [(4, 7)]


def test_a_condition_has_a_greatest_length() -> None:
    longest = f"1 == 1{' ' * (cel.LONGEST - 6)}"
    assert found(own(quoted(longest))) == []
    assert found(own(quoted(f"{longest} "))) == [AT_THE_CONDITION]


def test_one_bad_rule_leaves_the_others_as_they_are() -> None:
    rules = own("rpo", code="LIN001"), own("1 == 2", code="LIN002"), own("'1'", code="LIN003")
    assert found(*rules) == [
        AT_THE_CONDITION,
        "rules/eigen.yaml:24:12 STR008",
        "systems/systemen.yaml:2:5 LIN002",
        "systems/systemen.yaml:9:5 LIN002",
    ]
