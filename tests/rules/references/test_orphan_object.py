from __future__ import annotations

import pytest
from reference_cases import ROLES
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "REF001",
    "REF006",
    "REF007",
    "STR001",
    "STR002",
    "STR003",
    "STR004",
}
ALONE = {
    "risk": "treatment: mitigate\nactions: [{what: Iets, owner: ciso, due: 2027-01-01}]\n",
    "evidence": "proves: [operation]\ncollected: {by: ciso, date: 2026-09-01}\n"
    "performed_by: ciso\nsource: {url: 'https://lindemeer.example/e'}\n",
    "document": "type: procedure\nstatus: approved\napproved: {by: directie, date: 2026-09-01}\n"
    "url: https://lindemeer.example/a\n",
    "system": "criticality: {by: ciso, date: 2026-09-01}\n",
}
REFERS = {
    "risk": ["processes: [p]", "systems: [s]", "controls: [c]", "requirements: ['5.7']"],
    "evidence": ["controls: [c]", "requirements: [5.17.01]", "systems: [s]", "suppliers: [l]"],
    "document": ["requirements: ['5.7']", "supersedes: [d]", "subjects: [incident-procedure]"],
    "system": ["processes: [p]", "suppliers: [l]"],
}
REFERRED = {
    "risk": [
        ("control", "risks: [a]"),
        ("exception", "analysis: [a]"),
        ("supplier", "analysis: [a]"),
    ],
    "evidence": [],
    "document": [
        ("document", "supersedes: [a]"),
        ("exception", "plan: a"),
        ("process", "continuity: {document: a}"),
        ("control", "design: ['https://lindemeer.example/a#kop']"),
        ("organisation", "risk_method: {document: a}"),
    ],
    "system": [
        ("process", "systems: [a]"),
        ("control", "systems: [a]"),
        ("organisation", "scope: {statement: S, systems: [a]}"),
    ],
}
OTHERS = {
    "p.yaml": "kind: process\nid: p\ntitle: P\n",
    "s.yaml": "kind: system\nid: s\ntitle: S\nprocesses: [p]\n",
    "c.yaml": "kind: control\nid: c\ntitle: C\nimplements: ['5.7']\nstatus: planned\n",
    "l.yaml": "kind: supplier\nid: l\ntitle: L\n",
    "d.yaml": "kind: document\nid: d\ntitle: D\ntype: policy\nstatus: superseded\n"
    "url: https://lindemeer.example/d\nrequirements: ['5.7']\n",
}
FIELDS = {
    "control": "implements: ['5.7']\nstatus: planned\n",
    "exception": "type: permitted\nrequirements: ['5.7']\n",
    "document": "type: policy\nstatus: approved\nurl: https://lindemeer.example/b\n",
    "organisation": "sector: municipality\n",
}


def alone(kind: str, more: str = "") -> dict[str, str]:
    """A document with its id on line 2, and things that it may refer to."""
    return (
        ROLES
        | OTHERS
        | {"a.yaml": f"kind: {kind}\nid: a\ntitle: A\nowner: ciso\n{ALONE[kind]}{more}"}
    )


def other(kind: str, more: str) -> dict[str, str]:
    return {"b.yaml": f"kind: {kind}\nid: b\ntitle: B\n{FIELDS.get(kind, '')}{more}\n"}


@pytest.mark.parametrize("kind", ALONE)
def test_what_is_only_owned_belongs_to_nothing(kind: str) -> None:
    files = alone(kind)
    expect(files, "a.yaml:2:5 REF007", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "REF007"]
    assert " a verwijst niets" in finding.message.nl
    assert " a, and it refers to nothing itself" in finding.message.en


@pytest.mark.parametrize(("kind", "more"), [(k, m) for k, each in REFERS.items() for m in each])
def test_what_refers_to_something_belongs_to_it(kind: str, more: str) -> None:
    expect(alone(kind, f"{more}\n"), ignoring=BESIDE)


@pytest.mark.parametrize(
    ("kind", "by", "more"), [(k, *one) for k, each in REFERRED.items() for one in each]
)
def test_what_something_refers_to_belongs_to_it(kind: str, by: str, more: str) -> None:
    expect(alone(kind) | other(by, more), ignoring=BESIDE)


@pytest.mark.parametrize("kind", ["organisation", "process", "supplier", "control", "exception"])
def test_other_kinds_may_stand_alone(kind: str) -> None:
    expect(ROLES | other(kind, ""), ignoring=BESIDE)


def test_a_document_is_referred_to_by_its_file() -> None:
    files = alone("document") | {"documents/a.md": "# A\n"}
    files["a.yaml"] = files["a.yaml"].replace(
        "url: https://lindemeer.example/a", "path: documents/a.md"
    )
    expect(files, "a.yaml:2:5 REF007", ignoring=BESIDE)
    expect(files | other("control", "design: [documents/a.md#kop]"), ignoring=BESIDE)
    expect(files | other("supplier", "assurance: {report: documents/a.md}"), ignoring=BESIDE)


@pytest.mark.parametrize("kind", ["objectives", "internal-audit", "management-review"])
def test_what_the_management_system_demands_is_found_by_its_type(kind: str) -> None:
    files = alone("document")
    files["a.yaml"] = files["a.yaml"].replace("type: procedure", f"type: {kind}")
    expect(files, ignoring=BESIDE)


def test_a_subject_that_no_measure_asks_for_is_no_reference() -> None:
    expect(alone("document", "subjects: [koffie]\n"), "a.yaml:2:5 REF007", ignoring=BESIDE)


def test_a_reference_into_another_repository_counts() -> None:
    expect(alone("risk", "controls: [partner:c]\n"), ignoring=BESIDE)


def test_to_refer_to_itself_is_no_reference() -> None:
    files = alone("document", "supersedes: [a]\n")
    expect(files, "a.yaml:2:5 REF007", "a.yaml:9:14 REF006", ignoring=BESIDE)


def test_what_is_history_may_stand_alone() -> None:
    expect(alone("risk", "status: closed\n"), ignoring=BESIDE)
    files = alone("document")
    files["a.yaml"] = files["a.yaml"].replace("approved\n", "superseded\n")
    expect(files, ignoring=BESIDE)


def test_a_reference_that_dangles_is_one_finding() -> None:
    expect(alone("risk", "controls: [nergens]\n"), "a.yaml:7:12 REF006", ignoring=BESIDE)
    files = alone("system") | other("process", "systems: [aa]")
    expect(files, "b.yaml:4:11 REF006", ignoring=BESIDE)
    files = alone("system") | other("control", "risks: [aa]")
    expect(files, "a.yaml:2:5 REF007", "b.yaml:6:9 REF006", ignoring=BESIDE)


def test_a_wrong_number_is_one_finding() -> None:
    expect(alone("evidence", "requirements: [5.99.01]\n"), "a.yaml:9:16 REF001", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("kind", "more"),
    [("risk", "controls: 7"), ("evidence", "requirements: {a: b}"), ("system", "processes: [[]]")],
)
def test_what_is_not_understood_is_one_finding(kind: str, more: str) -> None:
    codes = [f.code for f in check(alone(kind, f"{more}\n")) if f.code not in BESIDE]
    assert "REF007" not in codes


@pytest.mark.parametrize(("kind", "more"), [(k, m) for k, each in REFERS.items() for m in each])
def test_a_field_that_is_not_understood_may_say_where_it_goes(kind: str, more: str) -> None:
    files = alone(kind, f"{more.partition(':')[0]}: {{}}\n")
    assert "REF007" not in {finding.code for finding in check(files)}


@pytest.mark.parametrize(("old", "new"), [("id: a", "id: [a]"), ("procedure", "[procedure]")])
def test_an_id_or_a_type_that_is_not_understood_is_one_finding(old: str, new: str) -> None:
    files = alone("document")
    files["a.yaml"] = files["a.yaml"].replace(old, new)
    assert "REF007" not in {finding.code for finding in check(files)}


def test_it_may_belong_to_what_is_in_a_file_that_cannot_be_read() -> None:
    files = alone("risk") | {"controls/c.yaml": "kind: [\n"}
    assert "REF007" not in {finding.code for finding in check(files)}
