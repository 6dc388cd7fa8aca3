"""CMP005: implemented controls of which the design is only a draft."""

from __future__ import annotations

import pytest
from completeness_cases import ROLES, control
from support import check, expect

from bio2lint import rules

BESIDE_THE_POINT = {one.rule.code for one in rules.load()} - {"CMP005", "REF008", "STR002"}
FILES = {f"documents/{name}.md": "# Een stuk\n" for name in ("a", "b")}


def paper(status: str, name: str = "a", where: str = "path: documents/a.md") -> str:
    return f"""\
kind: document
id: {name}
title: Een stuk
type: procedure
status: {status}
owner: ciso
{where}
"""


def administration(
    *papers: str, design: str = "[documents/a.md]", status: str = "implemented"
) -> dict[str, str]:
    """A control of which the design stands on line 7, and documents."""
    return {
        **ROLES,
        **FILES,
        "controls/c.yaml": control("c", '8.18.01, "5.7"', f"status: {status}\ndesign: {design}"),
        "documents/stukken.yaml": "---\n".join(papers) or "# niets\n",
    }


def assert_found(files: dict[str, str], *expected: str) -> None:
    expect(files, *expected, ignoring=BESIDE_THE_POINT | {"STR001"})


def test_a_design_that_is_a_draft_is_named_at_its_place() -> None:
    files = administration(paper("draft"))
    assert_found(files, "controls/c.yaml:7:10 CMP005")
    (finding,) = [f for f in check(files) if f.code == "CMP005"]
    assert finding.requirements == ("8.18.01", "5.7")
    assert finding.message.nl == "c geldt als ingevoerd, maar de opzet (a) is nog een concept."
    assert finding.message.en == "c counts as implemented, but its design (a) is still a draft."
    assert [(region.path, region.line) for region, _ in finding.related] == [
        ("documents/stukken.yaml", 5)
    ]


def test_a_design_that_was_superseded_is_no_design_either() -> None:
    files = administration(paper("superseded"))
    assert_found(files, "controls/c.yaml:7:10 CMP005")
    (finding,) = [f for f in check(files) if f.code == "CMP005"]
    assert "geen geldend stuk" in finding.message.nl
    assert "no document in force" in finding.message.en


def test_all_places_in_a_row_may_be_drafts() -> None:
    files = administration(
        paper("draft"),
        paper("superseded", "b", "path: documents/b.md"),
        design="[documents/b.md#deel, documents/a.md]",
    )
    assert_found(files, "controls/c.yaml:7:10 CMP005")


def test_an_approved_design_is_fine() -> None:
    assert_found(administration(paper("approved")))


def test_one_place_that_is_settled_is_enough() -> None:
    both = "[documents/a.md, documents/b.md]"
    approved = paper("approved", "b", "path: documents/b.md")
    assert_found(administration(paper("draft"), approved, design=both))


@pytest.mark.parametrize("place", ["documents/b.md", "https://intranet.lindemeer.example/b"])
def test_a_place_that_no_document_describes_may_hold_anything(place: str) -> None:
    assert_found(administration(paper("draft"), design=f"[documents/a.md, '{place}']"))


def test_of_two_documents_at_one_place_the_approved_one_counts() -> None:
    assert_found(administration(paper("draft"), paper("approved", "b")))


def test_a_draft_at_a_web_address_is_a_draft() -> None:
    address = "https://intranet.lindemeer.example/a"
    files = administration(paper("draft", where=f"url: {address}"), design=f"['{address}#3']")
    assert_found(files, "controls/c.yaml:7:10 CMP005")


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_what_is_not_implemented_yet_may_have_a_draft(status: str) -> None:
    assert_found(administration(paper("draft"), status=status))


def test_no_design_at_all_is_another_rules() -> None:
    assert_found(administration(paper("draft"), design="[]"))


@pytest.mark.parametrize("status", ["drafft", "[draft]"])
def test_a_status_that_is_not_understood_is_one_finding(status: str) -> None:
    assert_found(administration(paper(status)), "documents/stukken.yaml:5:9 STR002")


def test_a_design_that_is_not_understood_is_passed_over() -> None:
    found = [f.code for f in check(administration(paper("draft"), design="[documents/a.md, {}]"))]
    assert "CMP005" not in found


def test_a_path_that_does_not_exist_is_one_finding() -> None:
    files = administration(paper("draft"), design="[documents/c.md]")
    assert_found(files, "controls/c.yaml:7:10 REF008")
