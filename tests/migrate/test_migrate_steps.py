"""What a move leaves to a person, each with every place that matters."""

from __future__ import annotations

import pytest
from migrate_cases import HEAD, LIST, PATH, at, move, steps
from support import edition

from bio2lint.finding import Text

NEW = ["5.10.02", "5.10.03", "5.21.05", "5.24.08", "5.26.02", "6.03.04"]


def others(text: str) -> str:
    """Return a second control with an id of its own."""
    return HEAD.replace("id: a", "id: b") + text


def only(reason: str, body: str, listed: bytes | None = None) -> list[str]:
    return steps(move(body, pinned="1.2" if listed is None else "1.3", listed=listed), reason)


def test_new_measures_that_nothing_implements_stand_at_the_norm_of_the_settings() -> None:
    assert steps(move("implements: []\n"), "new") == [f"new {n}: bio2lint.yaml:1:7" for n in NEW]


def test_the_place_follows_the_settings() -> None:
    plan = move({"bio2lint.yaml": "language: nl\nnorm: bio2@1.2\n", PATH: HEAD})
    assert {at(plan, spot) for step in plan.steps for spot in step.spots} == {"bio2lint.yaml:2:7"}


@pytest.mark.parametrize(
    "body", ["implements: [5.04.02]\n", "implements: [5.10.02]\n", "implements: [A.5.4.2]\n"]
)
def test_what_moved_there_or_names_it_already_implements_a_new_measure(body: str) -> None:
    expected = [f"new {number}: bio2lint.yaml:1:7" for number in NEW if number != "5.10.02"]
    assert only("new", body) == expected


def test_a_planned_control_or_a_decided_exception_is_an_answer_to_a_new_measure() -> None:
    exception = (
        "kind: exception\nid: x\ntype: not-applicable\nrequirements: [5.26.02]\n"
        "approved: {by: b, date: 2026-01-01}\n"
    )
    planned = HEAD.replace("implemented", "planned") + "implements: [5.21.05, 5.10.02]\n"
    plan = move({PATH: planned, "x.yaml": exception})
    left = [number for number in NEW if number not in ("5.21.05", "5.10.02", "5.26.02")]
    assert [step.number for step in plan.steps if step.reason == "new"] == left


def test_every_place_of_a_withdrawn_number_is_named() -> None:
    evidence = "kind: evidence\nid: e\nrequirements: [5.01.02, '5.21.01']\n"
    plan = move({PATH: f"{HEAD}implements: [A.5.21.1, 7.01.01]\n", "e.yaml": evidence})
    assert steps(plan, "withdrawn") == [
        f"withdrawn 5.21.01: {PATH}:6:14 e.yaml:3:25",
        f"withdrawn 7.01.01: {PATH}:6:24",
    ]
    first, second = (step for step in plan.steps if step.reason == "withdrawn")
    assert first.message.en == "5.21.01 is withdrawn in edition 1.3; its content is in 5.21.03."
    assert first.help.en.startswith("Name 5.21.03 here if that is what you do; else remove")
    assert second.message.nl == "7.01.01 is vervallen in editie 1.3."
    assert second.help.nl.startswith("Haal het nummer hier weg. ")
    assert [(spot.kind, spot.id) for spot in first.spots] == [("control", "a"), ("evidence", "e")]


def test_a_part_that_moved_is_named_where_only_its_old_number_stands() -> None:
    body = "implements: [8.01.02]\ncycles: [{requirement: 8.01.02, interval: P1Y}]\n"
    plan = move({PATH: body.join((HEAD, "---\n")) + others("implements: [6.03.04, 8.01.02]\n")})
    assert steps(plan, "partial") == [f"partial 6.03.04: {PATH}:6:14"]
    (step,) = (step for step in plan.steps if step.reason == "partial")
    assert "took over a part of 8.01.02 in edition 1.3: " in step.message.en
    assert "Laat 8.01.02 staan" in step.help.nl


def test_a_part_that_nothing_covers_is_one_step_and_says_so() -> None:
    plan = move("implements: [8.01.02, 5.01.01]\n")
    assert steps(plan, "partial") == [
        f"partial 5.02.01: {PATH}:6:23",
        f"partial 6.03.04: {PATH}:6:14",
    ]
    assert "6.03.04" not in {step.number for step in plan.steps if step.reason == "new"}
    for step in (step for step in plan.steps if step.reason == "partial"):
        assert "and nothing implements it yet: " in step.message.en
        assert "en wordt nog door niets ingevuld: " in step.message.nl


def test_what_changed_is_named_at_every_document_that_is_about_it() -> None:
    what = Text(nl="termijn: P1Y is nu P6M", en="period: P1Y is now P6M")
    exception = "kind: exception\nid: x\nrequirements: [5.10.02]\n"
    body = "implements: [5.04.02, '5.4']\ncycles: [{requirement: 5.04.02}]\n"
    plan = move(
        {PATH: HEAD + body, "x.yaml": exception}, changed={"5.10.02": what, "8.02.01": what}
    )
    assert steps(plan, "changed") == [f"changed 5.10.02: {PATH}:6:14 {PATH}:7:24 x.yaml:3:16"]
    (step,) = (step for step in plan.steps if step.reason == "changed")
    assert step.message.nl == "5.10.02 is in editie 1.3 gewijzigd: termijn: P1Y is nu P6M."
    assert "exception" in step.help.en


def test_evidence_of_a_control_alone_speaks_of_a_change_as_well() -> None:
    what = Text(nl="nu anders", en="now otherwise")
    evidence = "kind: evidence\nid: {}\ncontrols: [b, a]\n"
    named = "requirements: [5.01.01]\n"
    files = {
        PATH: f"{HEAD}implements: [5.04.02]\n---\n{others('implements: [5.01.01]')}\n",
        "e.yaml": evidence.format("e") + "---\n" + evidence.format("f") + named,
    }
    assert steps(move(files, changed={"5.10.02": what}), "changed") == [
        f"changed 5.10.02: {PATH}:6:14 e.yaml:3:15"
    ]


def test_a_split_is_named_where_the_new_numbers_come() -> None:
    assert only("split", "implements: [5.01.01, 9.4.2.1]\n", LIST) == [
        f"split 9.4.2.1: {PATH}:6:23"
    ]


def test_what_the_list_withdraws_or_does_not_know_is_named() -> None:
    body = "implements: [12.1.1.1, 18.2.2.2, onzin, 18.2.2.2]\n"
    plan = move(body, pinned="1.3", listed=LIST)
    assert steps(plan) == [
        f"dropped 12.1.1.1: {PATH}:6:14",
        f"unknown 18.2.2.2: {PATH}:6:24 {PATH}:6:41",
        f"unknown onzin: {PATH}:6:34",
    ]


def test_what_the_list_changes_is_named() -> None:
    assert only("changed", "implements: [9.4.4.1]\n", LIST) == [f"changed 9.4.4.1: {PATH}:6:14"]


def test_a_number_of_both_norms_is_named() -> None:
    assert only("ambiguous", "implements: [8.1.2, 8.1.1]\n", LIST) == [
        f"ambiguous 8.01.02: {PATH}:6:14"
    ]


def test_without_a_list_old_numbers_are_not_the_business_of_a_move() -> None:
    assert only("unknown", "implements: [9.4.2.1]\n") == []


MERGED = "implements: [9.4.3.1]\n"


def test_what_different_documents_named_and_is_one_now_is_named() -> None:
    plan = move(
        {PATH: f"{HEAD}{MERGED}---\n{others('implements: [9.4.3.2]')}\n"}, pinned="1.3", listed=LIST
    )
    assert steps(plan) == [f"merged 5.17.03: {PATH}:6:14 {PATH}:13:14"]
    (step,) = plan.steps
    assert step.message.en == "9.4.3.1 and 9.4.3.2 together became 5.17.03."


@pytest.mark.parametrize(
    "body",
    [
        "implements: [9.4.3.1, 9.4.3.2]\n",
        f"{MERGED}---\n{others(MERGED)}",
        f"{MERGED}---\nkind: evidence\nid: e\nrequirements: [9.4.3.2]\n",
        f"{MERGED}---\n{others('implements: [5.17.03]')}\n",
    ],
)
def test_what_one_document_covered_as_a_whole_needs_no_look(body: str) -> None:
    assert only("merged", body, LIST) == []


@pytest.mark.parametrize(
    ("cycles", "expected"),
    [
        ("[{requirement: 5.04.02}, {requirement: 5.10.02}]", ["twice 5.10.02: {}:6:24 {}:6:48"]),
        ("[{requirement: 5.04.02}, {requirement: 5.04.02}]", ["twice 5.10.02: {}:6:24 {}:6:48"]),
        ("[{requirement: 5.10.02}, {requirement: 5.10.02}]", []),
        ("[{requirement: 5.04.02}, {requirement: 5.10.03}]", []),
    ],
)
def test_two_entries_that_came_to_be_about_one_number(cycles: str, expected: list[str]) -> None:
    assert only("twice", f"cycles: {cycles}\n") == [one.replace("{}", PATH) for one in expected]


def test_steps_are_ordered_by_reason_and_then_by_number() -> None:
    body = "implements: [5.21.01, 7.01.01, 5.35.01, 8.24.03, 8.01.02]\n"
    plan = move(body)
    assert [(step.reason, step.number) for step in plan.steps] == [
        *(("new", number) for number in NEW[:-1]),
        ("partial", "6.03.04"),
        *(("withdrawn", number) for number in ("5.21.01", "5.35.01", "7.01.01", "8.24.03")),
    ]


def test_a_number_of_any_length_can_be_ordered_and_is_shown_in_short() -> None:
    plan = move(f"implements: [{'9' * 5000}.4.2.1, '\u0663.4.2.1']\n", pinned="1.3", listed=LIST)
    assert len(plan.steps) == 2
    assert all(len(step.message.nl) < 120 for step in plan.steps)


def test_within_one_edition_nothing_is_new_changed_or_moved_in_part() -> None:
    body = "implements: [5.01.01, 8.01.02, 5.21.01]\n"
    plan = move(body, pinned="1.3", listed=LIST)
    assert plan.lines == ()
    assert steps(plan) == []


def test_titles_come_from_the_norm() -> None:
    first, *_, last = move("implements: []\n").steps
    titles = edition("1.3").title
    assert first.message.nl == (
        "5.10.02 is nieuw in editie 1.3 (eerder 5.04.02) en wordt nog door niets ingevuld: "
        f"{titles('5.10.02').nl}."
    )
    assert first.message.en == (
        "5.10.02 is new in edition 1.3 (5.04.02 before) and nothing implements it yet: "
        f"{titles('5.10.02').en}."
    )
    assert last.message.en == (
        f"6.03.04 is new in edition 1.3 and nothing implements it yet: {titles('6.03.04').en}."
    )
