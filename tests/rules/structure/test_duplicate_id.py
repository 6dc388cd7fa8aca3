"""STR004: an id is unique in the repository, also when compared without case."""

from __future__ import annotations

import pytest
from support import all_but, check, expect

BESIDE = all_but("STR")


def role(identifier: str) -> str:
    return f"kind: role\nid: {identifier}\ntitle: t\nfunctions: [ciso]\n"


@pytest.mark.parametrize(("one", "other"), [("ciso", "ciso"), ("ciso", "CISO")])
def test_the_second_is_found_with_the_first_beside_it(one: str, other: str) -> None:
    files = {"roles/a.yaml": role(one), "roles/b.yaml": role(other)}
    expect(files, "roles/b.yaml:2:5 STR004", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "STR004"]
    assert [(r.path, r.line, r.column) for r, _ in finding.related] == [("roles/a.yaml", 2, 5)]


def test_three_are_one_finding_that_lists_every_place() -> None:
    files = {f"roles/{name}.yaml": role("x") for name in "abc"}
    expect(files, "roles/b.yaml:2:5 STR004", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "STR004"]
    assert [r.path for r, _ in finding.related] == ["roles/a.yaml", "roles/c.yaml"]


def test_the_same_id_in_two_kinds_and_in_one_file() -> None:
    system = "kind: system\nid: x\ntitle: t\nowner: z\n"
    text = f"{role('x')}---\n{system}---\n{role('z')}"
    expect({"roles/a.yaml": text}, "roles/a.yaml:7:5 STR004", ignoring=BESIDE)


def test_different_ids_are_fine() -> None:
    expect({"roles/a.yaml": role("a") + "---\n" + role("a-2")}, ignoring=BESIDE)
