"""VVT007: where the statement of applicability went."""

from __future__ import annotations

import pytest
from applicability_cases import Repository, beside, together
from support import check, expect

from bio2lint.finding import Severity

OTHERS = beside("VVT007")


def organisation(more: str, approved: str = "{by: directie, date: 2026-10-13}") -> Repository:
    text = "kind: organisation\nid: lindemeer\ntitle: Lindemeer\nsector: municipality\n"
    decided = f"  approved: {approved}\n" if approved else ""
    return {"organisation.yaml": f"{text}statement:\n  version: '2'\n{decided}{more}"}


def assert_found(part: Repository, *at: str) -> None:
    expect(together(part), *at, ignoring=OTHERS)


def test_an_approved_statement_that_went_nowhere_is_worth_a_remark() -> None:
    assert_found(organisation(""), "organisation.yaml:5:1 VVT007")
    (finding,) = [f for f in check(together(organisation(""))) if f.code == "VVT007"]
    assert finding.severity is Severity.INFO
    assert "met wie de Verklaring van Toepasselijkheid is gedeeld" in finding.message.nl
    assert "with whom the statement of applicability was shared" in finding.message.en


def test_an_empty_list_is_found_where_it_stands() -> None:
    assert_found(organisation("  shared_with: []\n"), "organisation.yaml:8:16 VVT007")


@pytest.mark.parametrize(
    "more",
    [
        "  shared_with: [{party: Gemeenteraad}]\n",
        "  published: {date: 2026-10-27}\n",
        "  shared_with: [{party: Gemeenteraad}]\n  published: {date: 2026-10-27}\n",
    ],
)
def test_shared_or_published_is_enough(more: str) -> None:
    assert_found(organisation(more))


def test_what_is_not_approved_yet_need_not_be_shared() -> None:
    assert_found(organisation("", ""))


def test_without_a_statement_that_is_another_rules() -> None:
    text = organisation("")["organisation.yaml"].partition("statement")[0]
    assert_found({"organisation.yaml": text})


@pytest.mark.parametrize("more", ["  published: ja\n", "  shared_with: raad\n"])
def test_what_is_not_understood_is_one_finding(more: str) -> None:
    found = [f.code for f in check(together(organisation(more))) if f.code not in OTHERS]
    assert found == ["STR002"]
