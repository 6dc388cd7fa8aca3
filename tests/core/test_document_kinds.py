"""Which kind a document is of: stated, misspelled, absent, or that of another tool."""

from __future__ import annotations

import pytest
from core_cases import CONTROL, ROLE
from support import check

from bio2lint import document, schema, yamlfile
from bio2lint.finding import Place

IN, OUT = "controls/a.yaml", "deploy/a.yaml"


def read(text: str, path: str = IN) -> document.Document:
    (found,) = document.read(path, text.encode())
    return found


def faults(found: document.Document) -> list[tuple[str, tuple[str | int, ...], str | None]]:
    return [(fault.kind, fault.pointer, fault.meant) for fault in found.faults]


@pytest.mark.parametrize("path", [IN, OUT, "a.yaml", "risks/a.yaml"])
def test_a_document_says_its_kind_wherever_it_lies(path: str) -> None:
    found = read(CONTROL, path)
    assert (found.kind, found.stray, found.faults) == ("control", False, [])
    assert found.record is not None
    assert found.record.kind == "control"
    assert not found.unreadable


@pytest.mark.parametrize("kind", schema.KINDS)
def test_every_kind_is_known(kind: str) -> None:
    found = read(f"kind: {kind}\nid: a\n", OUT)
    assert found.kind == kind
    assert found.record is not None


@pytest.mark.parametrize("path", [IN, OUT])
@pytest.mark.parametrize("stated", ["contrl", "Control", "controls", "cotnrol"])
def test_a_misspelled_kind_is_one_fault_wherever_it_lies(path: str, stated: str) -> None:
    found = read(CONTROL.replace("kind: control", f"kind: {stated}"), path)
    assert (found.kind, found.stray) == ("control", False)
    assert faults(found) == [("value", ("kind",), "control")]
    assert found.record is not None
    assert not found.unreadable


@pytest.mark.parametrize("path", [IN, OUT])
@pytest.mark.parametrize("key", ["knd", "Kind", "kidn"])
def test_a_misspelled_key_of_the_kind_is_one_fault_wherever_it_lies(path: str, key: str) -> None:
    found = read(CONTROL.replace("kind: control", f"{key}: control"), path)
    assert (found.kind, found.stray) == ("control", False)
    assert faults(found) == [("unknown-key", (key,), "kind")]
    assert found.faults[0].key


def test_both_the_key_and_the_kind_misspelled_is_told_of_the_key() -> None:
    found = read(CONTROL.replace("kind: control", "knd: contrl"))
    assert (found.kind, faults(found)) == ("control", [("unknown-key", ("knd",), "kind")])


def test_what_was_misspelled_so_never_counts() -> None:
    for old, new in (("kind:", "knd:"), (": control", ": contrl"), ("status:", "staus:")):
        record = read(CONTROL.replace(old, new)).record
        assert record is not None
        assert str(getattr(record, "status", None)) == "Unknown.UNKNOWN"
    # A title says nothing of what counts.
    record = read(CONTROL.replace("title:", "titel:")).record
    assert getattr(record, "status", None) == "implemented"


OTHERS = [
    "apiVersion: v1\nkind: Deployment\nmetadata: {name: a}\n",
    "apiVersion: rbac.example.org/v1\nkind: Role\nmetadata: {name: a}\nrules: []\n",
    "apiVersion: catalog.example.org/v1\nkind: System\nmetadata: {name: a}\nspec: {owner: b}\n",
    "kind: 7\n",
    "kind: [control]\n",
    "kind:\n",
    "kind: {}\n",
]


@pytest.mark.parametrize("text", OTHERS)
def test_the_kind_of_another_tool_is_nobodys_business_outside_the_folders(text: str) -> None:
    found = read(text, OUT)
    assert (found.stray, found.kind, found.record, found.faults) == (True, None, None, [])
    assert not found.unreadable


@pytest.mark.parametrize("text", OTHERS)
def test_the_kind_of_another_tool_is_a_fault_in_the_folders(text: str) -> None:
    found = read(text)
    assert not found.stray
    assert ("value", ("kind",)) in {(fault.kind, fault.pointer) for fault in found.faults}


@pytest.mark.parametrize(
    "text", ["id: a\ntitle: b\n", "name: ci\njobs: {}\n", "kinds: dog\n", "king: lear\n"]
)
def test_without_a_kind_a_document_is_a_fault_in_the_folders_alone(text: str) -> None:
    found = read(text)
    assert (found.stray, found.unreadable) == (False, True)
    assert [(f.kind, f.pointer, f.expected) for f in found.faults] == [
        ("missing-key", ("kind",), schema.KINDS)
    ]
    assert read(text, OUT).stray
    assert read(text, OUT).faults == []


@pytest.mark.parametrize("text", ["", "# only a remark\n", "- a\n- b\n", "text\n"])
def test_what_is_no_block_of_keys_is_harmless_outside_the_folders(text: str) -> None:
    assert read(text, OUT).stray
    found = read(text)
    assert not found.stray
    assert found.unreadable is text.startswith(("-", "t"))


def test_what_cannot_be_read_may_be_ours_anywhere() -> None:
    for path in (IN, OUT):
        found = read("kind: [\n", path)
        assert (found.stray, found.unreadable, found.record) == (False, True, None)


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("controls/a.yaml", True),
        ("controls/deep/a.yaml", True),
        ("roles/a.yml", True),
        ("organisation.yaml", True),
        ("organisation.yml", True),
        ("organisation/a.yaml", False),
        ("controls.yaml", False),
        ("x/controls/a.yaml", False),
        ("x/organisation.yaml", False),
        ("Controls/a.yaml", False),
    ],
)
def test_the_default_folders(path: str, *, inside: bool) -> None:
    assert document.in_folders(path) is inside


def test_every_kind_has_its_folder() -> None:
    plural = {kind: f"{kind}s" for kind in schema.KINDS}
    plural |= {"process": "processes", "evidence": "evidence"}
    del plural["organisation"]
    assert set(plural.values()) == document.FOLDERS


def test_several_documents_in_one_file() -> None:
    first, second = document.read(IN, f"{ROLE}---\n{CONTROL}".encode())
    assert (first.kind, second.kind) == ("role", "control")
    assert (first.yaml.ordinal, second.yaml.ordinal) == (0, 1)
    assert first.text + second.text == f"{ROLE}---\n{CONTROL}"
    assert second.record is not None
    assert second.record.ordinal == 1


def test_a_file_that_cannot_be_opened_is_unreadable() -> None:
    (found,) = document.read(OUT, PermissionError(13, "Permission denied"))
    assert (found.unreadable, found.stray, found.text) == (True, False, "")
    (problem,) = found.yaml.problems
    assert (problem.kind, problem.recoverable) == ("inaccessible", False)


def test_places_and_sources_of_a_document() -> None:
    found = read(CONTROL)
    assert found.place() == Place(IN, 0, ("id",))
    assert found.place("review", "last", key=True) == Place(IN, 0, ("review", "last"), key=True)
    assert found.source(("review", "last")) == "2026-05-12"
    assert found.source(("implements", 0)) == "5.17.01"
    assert found.raw_place(1, 4) == Place(IN, 0, offset=(1, 4))


def test_dates_and_numbers_are_gathered_whatever_they_hold() -> None:
    found = read(CONTROL.replace("5.17.01", "abc").replace("2026-05-12", "soon"))
    assert [(leaf.pointer, leaf.value) for leaf in found.numbers] == [(("implements", 0), "abc")]
    assert [(leaf.pointer, leaf.value) for leaf in found.dates] == [(("review", "last"), "soon")]
    assert found.record is not None
    assert [leaf.value for leaf in found.record.references] == ["abc", "ict"]


def test_a_merge_key_explains_what_is_missing() -> None:
    found = read("kind: role\nid: a\ntitle: t\n<<: {functions: [ciso]}\n")
    assert found.merges
    assert "missing-key" not in {fault.kind for fault in found.faults}
    without = read("kind: role\nid: a\ntitle: t\n")
    assert not without.merges
    assert faults(without) == [("missing-key", ("functions",), None)]


def test_a_tag_explains_a_value_that_is_gone() -> None:
    found = read("kind: role\nid: a\ntitle: !x\nfunctions: [ciso]\n")
    assert "tag" in {problem.kind for problem in found.yaml.problems}
    assert found.faults == []
    assert faults(read("kind: role\nid: a\ntitle:\nfunctions: [ciso]\n")) == [
        ("type", ("title",), None)
    ]


def test_a_tag_explains_no_other_fault() -> None:
    found = read("kind: role\nid: a\ntitle: !x\nfunctions: [cisso]\n")
    assert faults(found) == [("value", ("functions", 0), "ciso")]


@pytest.mark.parametrize("owner", ["[ict]", "{a: b}", "true", "7", ""])
def test_what_is_no_text_refers_to_nothing(owner: str) -> None:
    found = read(CONTROL.replace("owner: ict", f"owner: {owner}"))
    assert found.record is not None
    assert [leaf.value for leaf in found.record.references] == ["5.17.01"]


def test_the_text_of_a_document_begins_and_ends_with_it() -> None:
    file = yamlfile.read(CONTROL.encode())
    found = read(CONTROL)
    assert found.text == file.text == CONTROL


@pytest.mark.parametrize("kind", sorted(set(schema.KINDS) - {"organisation", "rule"}))
def test_what_a_refused_merge_key_may_have_brought_is_not_missed(kind: str) -> None:
    text = f"kind: {kind}\nid: a\ntitle: A\nx-shared: &shared {{x-note: y}}\n<<: *shared\n"
    found = [f.code for f in check({"a.yaml": text}) if f.region.path == "a.yaml"]
    assert found == ["STR001"]
