"""The way through, from files to a result: who is asked, what is kept, held back and counted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from core_cases import BOARD, CONTROL, EXCEPTION, ROLE
from support import edition, expect, result

from bio2lint import document, rules
from bio2lint.finding import Found, Place, Severity, Text
from bio2lint.rules import Check, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bio2lint.document import Document
    from bio2lint.repository import Repository

SAID = Text(nl="Er is iets.", en="There is something.")
RULE = Rule("TST001", "test", Severity.ERROR, "hygiene", SAID)
AS_OF = date(2027, 1, 2)
BROKEN = "kind: [\n"


def with_rules(monkeypatch: pytest.MonkeyPatch, *checks: Check) -> None:
    monkeypatch.setattr(rules, "load", lambda: checks)


def of_documents(run: Callable[..., Any], **more: Any) -> Check:
    return Check(RULE._replace(**more), "document", run)


def of_repository(run: Callable[..., Any], **more: Any) -> Check:
    return Check(RULE._replace(**more), "repository", run)


def nothing(*_: object) -> list[Found]:
    return []


@pytest.mark.parametrize(
    ("dated", "expected"),
    [(False, ("Meervoudige authenticatie", "bio2@1.3", None)), (True, (None, "bio2@1.3", AS_OF))],
)
def test_rules_of_documents_see_the_prose_or_the_date(
    monkeypatch: pytest.MonkeyPatch, *, dated: bool, expected: tuple[object, ...]
) -> None:
    seen = []

    def run(one: Document, norm: Any, as_of: date | None) -> Iterator[Found]:
        seen.append((one.data["title"] if one.data else None, norm.name, as_of))
        yield Found(one.place("title"), SAID)

    with_rules(monkeypatch, of_documents(run, dated=dated))
    found = result({"controls/a.yaml": CONTROL}, as_of=AS_OF.isoformat())
    assert seen == [expected]
    assert [(f.code, f.region[:3]) for f in found.findings] == [
        ("TST001", ("controls/a.yaml", 3, 8))
    ]


def test_prose_is_let_go_of_once_the_rules_of_documents_have_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[Document] = []
    original = document.read

    def read(*asked: Any) -> list[Document]:
        kept.extend(found := original(*asked))
        return found

    monkeypatch.setattr(document, "read", read)
    result({"a.yaml": f"{CONTROL}---\n{ROLE}", "deploy/b.yaml": "jobs: {a: b}\n"})
    assert [(one.data, one.yaml.data) for one in kept] == [(None, None)] * 3
    assert [one.record is not None for one in kept] == [True, True, False]


@pytest.mark.parametrize(
    ("kinds", "asked"),
    [
        ((), ["control", "role", None]),
        (("role",), ["role"]),
        (("role", "control"), ["control", "role"]),
        (("risk",), []),
    ],
)
def test_a_rule_is_asked_about_its_kinds(
    kinds: tuple[str, ...], asked: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str | None] = []

    def run(one: Document, *_: object) -> tuple[()]:
        seen.append(one.kind)
        return ()

    with_rules(monkeypatch, of_documents(run, kinds=kinds))
    result({"controls/a.yaml": CONTROL, "controls/b.yaml": ROLE, "controls/c.yaml": BROKEN})
    assert seen == asked


def test_stray_yaml_is_counted_and_nothing_is_asked_about_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    def run(one: Document, *_: object) -> tuple[()]:
        seen.append(one.path)
        return ()

    with_rules(monkeypatch, of_documents(run))
    found = result(
        {"a.yaml": CONTROL, "deploy/b.yaml": "jobs: {}\n---\nname: x\n", "deploy/c.yml": "- a\n"}
    )
    assert seen == ["a.yaml"]
    assert found.stray == ("deploy/b.yaml", "deploy/c.yml")
    assert [name.path for name in found.documents] == ["a.yaml"]
    assert found.unreadable == ()


def test_rules_of_the_repository_see_all_records(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Repository] = []

    def run(repository: Repository) -> tuple[()]:
        seen.append(repository)
        return ()

    with_rules(monkeypatch, of_repository(run))
    files = {"b.yaml": CONTROL, "a.yaml": f"{ROLE}---\n{BOARD}", "x/y.yaml": "jobs: {}\n"}
    result(files, as_of="2027-01-02")
    (repository,) = seen
    assert [record.id for record in repository.records] == ["ict", "board", "mfa"]
    assert repository.as_of == date(2027, 1, 2)
    assert repository.norm is edition("1.3")
    assert repository.norm_place == Place("bio2lint.yaml", 0, ("norm",))
    assert repository.norm_pinned
    assert repository.unreadable == ()


def test_rules_of_changes_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object) -> None:
        raise AssertionError

    with_rules(monkeypatch, Check(RULE, "change", run))
    assert result({"a.yaml": CONTROL}).findings == ()


def test_findings_of_absence_are_held_back_while_a_file_is_unreadable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def two(repository: Repository) -> list[Found]:
        return [Found(repository.norm_place, SAID)] * 2

    with_rules(
        monkeypatch,
        of_repository(two, code="ABS001", absence=True),
        of_repository(two, code="OTH001"),
        of_repository(nothing, code="NIL001", absence=True),
    )
    readable = result({"a.yaml": CONTROL})
    assert [f.code for f in readable.findings] == ["ABS001"] * 2 + ["OTH001"] * 2
    assert readable.held_back == {}
    broken = result({"a.yaml": CONTROL, "b.yaml": BROKEN})
    assert [f.code for f in broken.findings] == ["OTH001"] * 2
    assert broken.held_back == {"ABS001": 2}
    # YAML of another tool hides nothing of ours.
    assert result({"a.yaml": CONTROL, "x/b.yaml": "- a\n"}).held_back == {}


def test_unreadable_files_are_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rules(monkeypatch)
    found = result(
        {
            "controls/b.yaml": "- a\n---\n- b\n---\n" + CONTROL,
            "controls/a.yaml": "id: x\n",
            "controls/c.yaml": "",
            "z.yaml": BROKEN,
        }
    )
    assert found.unreadable == ("controls/a.yaml", "controls/b.yaml", "z.yaml")


def test_references_into_other_repositories_are_counted() -> None:
    text = CONTROL.replace("owner: ict", "owner: gemeente:ict\nrisks: [other:R-1, R-2]")
    assert result({"a.yaml": text}).elsewhere == 2
    assert result({"a.yaml": CONTROL}).elsewhere == 0


def test_documents_are_named_in_order_with_the_line_where_they_begin() -> None:
    text = f"# Rollen\n{ROLE}---\n\n{CONTROL}---\nkind: [a]\nid: 7\n"
    found = result({"controls/a.yaml": text, "a.yaml": ROLE, "controls/z.yaml": BROKEN})
    assert found.documents == (
        ("a.yaml", 0, "role", "ict", 1),
        ("controls/a.yaml", 0, "role", "ict", 2),
        ("controls/a.yaml", 1, "control", "mfa", 8),
        ("controls/a.yaml", 2, None, None, 16),
        ("controls/z.yaml", 0, None, None, 1),
    )


def test_findings_stand_in_the_order_of_files_and_lines() -> None:
    found = result({"b.yaml": f"{CONTROL}risks: [R-1]\n", "c.yaml": ROLE, "a.yaml": EXCEPTION})
    places = [f.region[:3] for f in found.findings]
    assert places == sorted(places)
    assert {path for path, _, _ in places} == {"a.yaml", "b.yaml", "bio2lint.yaml"}


def test_the_same_input_gives_the_same_result_in_whatever_order_it_is_asked() -> None:
    files = {"b.yaml": CONTROL, "a.yaml": EXCEPTION, "c/d.yaml": f"{ROLE}---\n{BOARD}"}

    def told(of: dict[str, str]) -> tuple[object, ...]:
        found = result(of)
        statuses = {number: covered.status for number, covered in found.coverage.items()}
        apart = {"coverage", "repository"}
        return (statuses, *(v for name, v in found._asdict().items() if name not in apart))

    assert told(files) == told(dict(reversed(files.items()))) == told(files)


def test_the_result_says_by_what_was_judged_and_when() -> None:
    found = result({"a.yaml": ROLE}, as_of="2027-01-02")
    assert (found.norm.name, found.as_of) == ("bio2@1.3", date(2027, 1, 2))
    assert len(found.coverage) == 117 + 93


def test_an_empty_repository_is_judged_too() -> None:
    found = result({})
    assert found.documents == ()
    assert {covered.status for covered in found.coverage.values()} == {"missing"}


def test_a_status_that_lacks_its_quotes_is_one_finding() -> None:
    text = CONTROL.replace("status: implemented", "status: 5")
    files = {"controls/a.yaml": text, "roles/r.yaml": f"{ROLE}---\n{BOARD}"}
    noise = {"CMP001", "CMP002", "OWN004"}
    expect(files, "controls/a.yaml:6:9 STR002", ignoring=noise)
    assert result(files).coverage["5.17.01"].status == "unknown"


def test_what_the_settings_leave_out_is_counted() -> None:
    role = "kind: role\nid: a\ntitle: t\nfunctions: [board, ciso]\ncontactt: x\nholderr: y\n"
    config = "norm: bio2@1.3\nrules: {STR002: 'off', CMP: 'off'}\n"
    outcome = result({"bio2lint.yaml": config, "roles/a.yaml": role})
    assert outcome.turned_off == {"STR002": 2}
    assert {finding.code for finding in outcome.findings} == {"CMP001", "CMP002"}
    assert result({"roles/a.yaml": role}).turned_off == {}
