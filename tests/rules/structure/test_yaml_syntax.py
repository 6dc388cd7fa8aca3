"""STR001: a file is YAML that every tool reads alike; the traps are in tests/yamlfile."""

from __future__ import annotations

import pytest
from support import all_but, check, expect, result

from bio2lint import yamlfile
from bio2lint.rules.structure import _syntax

ROLE = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
BESIDE = all_but("STR")


def test_a_clean_file_has_no_finding() -> None:
    expect({"roles/ciso.yaml": ROLE}, ignoring=BESIDE)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (ROLE + "contact: [a\n", "5:10"),
        (ROLE + "\tcontact: a\n", "5:1"),
        (ROLE + 'contact: "a\n', "5:10"),
        (ROLE + "contact a\nholder: b\n", "5:1"),
        (ROLE + "contact: a: b\n", "5:11"),
        (ROLE + "contact: !vault a\n", "5:10"),
        (ROLE + "contact: *team\n", "5:10"),
        (ROLE + "contact: a\x1b[31m\n", "5:11"),
        (ROLE.encode("utf-16"), "1:1"),
        (ROLE.encode() + b"contact: \xff\n", "5:10"),
        (ROLE.encode() + b"contact: \x00\n", "5:10"),
        ("- kind: role\n", "1:1"),
        ("", "1:1"),
        ("# later\n", "1:1"),
    ],
)
def test_a_fault_is_one_finding_at_its_place(text: str | bytes, place: str) -> None:
    found = [f for f in check({"roles/a.yaml": text}) if f.region.path == "roles/a.yaml"]
    assert [f"{f.region.line}:{f.region.column} {f.code}" for f in found] == [f"{place} STR001"]


def test_a_duplicate_key_keeps_the_document_and_names_the_first() -> None:
    files = {"roles/ciso.yaml": ROLE + "title: Security\n"}
    expect(files, "roles/ciso.yaml:5:1 STR001", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "STR001"]
    assert "`title`" in finding.message.nl
    ((region, _),) = finding.related
    assert (region.line, region.column) == (3, 1)


def test_two_duplicate_keys_are_two_findings() -> None:
    text = ROLE + "title: a\ntitle: b\n"
    expect(
        {"roles/ciso.yaml": text},
        "roles/ciso.yaml:5:1 STR001",
        "roles/ciso.yaml:6:1 STR001",
        ignoring=BESIDE,
    )


def test_a_merge_key_is_refused_and_hides_nothing() -> None:
    text = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\nx-a: &a {b: c}\nx-d:\n  <<: *a\n"
    expect({"roles/ciso.yaml": text}, "roles/ciso.yaml:7:3 STR001", ignoring=BESIDE)


def test_all_merge_keys_of_a_document_are_one_finding_and_hide_no_missing_keys() -> None:
    text = "x-a: &a {title: t}\nkind: role\nid: ciso\n<<: *a\nfunctions: [ciso]\nx-b:\n  <<: *a\n"
    files = {"roles/ciso.yaml": text}
    expect(files, "roles/ciso.yaml:4:1 STR001", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "STR001"]
    assert [(region.line, region.column) for region, _ in finding.related] == [(7, 3)]


def test_documents_before_the_fault_still_count() -> None:
    outcome = result({"roles/all.yaml": ROLE + "---\nkind: [\n"})
    assert [d.id for d in outcome.documents] == ["ciso", None]
    assert outcome.unreadable == ("roles/all.yaml",)


def test_a_list_or_empty_file_for_another_tool_is_nobodys_business() -> None:
    outcome = result({"roles/a.yaml": ROLE, "ci/list.yaml": "- a\n", "ci/none.yml": ""})
    assert outcome.stray == ("ci/list.yaml", "ci/none.yml")
    assert not outcome.unreadable


@pytest.mark.parametrize("kind", sorted(yamlfile.KINDS))
def test_every_problem_is_explained_in_both_languages(kind: str) -> None:
    problem = yamlfile.Problem(kind, 0, 1, recoverable=False, detail="abc")
    message, help_ = _syntax.explain(problem)
    for text in (message, help_):
        assert text.nl
        assert text.en
        assert text.nl != text.en
        assert "{}" not in text.nl + text.en
