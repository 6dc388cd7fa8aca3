"""What changed between two editions, as plain data for whoever moves an administration over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support import edition

from bio2lint.finding import Text
from bio2lint.norm import Measure, Norm
from bio2lint.norm.diff import (
    Added,
    FactChange,
    Move,
    Part,
    StateChange,
    Withdrawn,
    compare,
)

OLD, NEW = edition("1.2"), edition("1.3")
FORTH, BACK = compare(OLD, NEW), compare(NEW, OLD)

MOVES = (
    Move("5.04.02", "5.10.02"),
    Move("5.04.03", "5.10.03"),
    Move("5.24.06", "5.21.05"),
    Move("5.25.01", "5.26.02"),
    Move("8.08.06", "5.24.08"),
)


def test_what_moved_as_a_whole_goes_both_ways() -> None:
    assert FORTH.moved == MOVES
    assert BACK.moved == tuple(sorted(Move(move.target, move.number) for move in MOVES))


def test_what_moved_in_part_stays_and_is_added() -> None:
    assert FORTH.parts == (Part("5.01.01", "5.02.01"), Part("8.01.02", "6.03.04"))
    assert BACK.parts == (Part("5.02.01", "5.01.01"), Part("6.03.04", "8.01.02"))


def test_new_is_what_no_measure_moved_to_as_a_whole() -> None:
    assert FORTH.added == (Added("6.03.04", ("8.01.02",)),)
    assert BACK.added == ()


def test_gone_is_what_is_not_in_the_edition_and_moved_nowhere() -> None:
    assert FORTH.gone == ()
    assert BACK.gone == ("6.03.04",)


def test_withdrawn_measures_tell_where_they_are_described() -> None:
    assert FORTH.withdrawn == (
        Withdrawn("5.21.01", ("5.21.03",)),
        Withdrawn("5.35.01", ()),
        Withdrawn("7.01.01", ()),
        Withdrawn("8.24.03", ("8.24.01",)),
    )
    assert BACK.withdrawn == ()


def test_other_changes_of_state_are_those_that_are_none_of_these() -> None:
    assert FORTH.states == (StateChange("5.26.01", "none", "moved"),)
    assert BACK.states == (
        StateChange("5.21.01", "withdrawn", "active"),
        StateChange("5.26.01", "moved", "none"),
        StateChange("5.35.01", "withdrawn", "active"),
        StateChange("7.01.01", "withdrawn", "active"),
        StateChange("8.24.03", "withdrawn", "active"),
    )


def test_what_is_asked_otherwise_is_told_by_number_and_aspect() -> None:
    assert [(change.number, change.target, change.aspect) for change in FORTH.facts] == [
        ("5.01.01", "5.01.01", "roles.responsible"),
        ("5.01.01", "5.01.01", "demands.documents"),
        ("5.01.01", "5.01.01", "demands.approval"),
        ("5.02.01", "5.02.01", "roles.responsible"),
        ("5.02.01", "5.02.01", "demands.documents"),
        ("5.02.01", "5.02.01", "demands.approval"),
        ("5.14.01", "5.14.01", "references.external"),
        ("5.20.03", "5.20.03", "references.measures"),
        ("5.20.03", "5.20.03", "references.controls"),
        ("5.25.01", "5.26.02", "references.external"),
        ("8.01.02", "8.01.02", "demands.documents"),
        ("8.21.04", "8.21.04", "references.external"),
        ("8.24.04", "8.24.04", "references.external"),
    ]


def test_only_the_values_that_came_or_went_are_told() -> None:
    (change,) = [c for c in FORTH.facts if c.number == "8.01.02"]
    programme = {"type": "programme", "subject": "awareness-programme"}
    assert (change.before, change.after) == ((programme,), ())


def test_every_number_stands_once_among_new_gone_moved_withdrawn_and_other_states() -> None:
    for found in (FORTH, BACK):
        told = [each.number for each in found.added] + [each.number for each in found.moved]
        told += [each.number for each in found.withdrawn] + [each.number for each in found.states]
        told += found.gone
        assert len(told) == len(set(told))


def test_each_number_of_the_old_edition_is_the_same_or_told() -> None:
    for old, new, found in ((OLD, NEW, FORTH), (NEW, OLD, BACK)):
        told = {*found.gone, *(number for move in found.moved for number in move)}
        told |= {each.number for each in found.withdrawn} | {each.number for each in found.states}
        same = {
            number
            for number, measure in old.measures.items()
            if number in new.measures and new.measures[number].state == measure.state
        }
        assert set(old.measures) <= told | same


def test_an_edition_does_not_differ_from_itself() -> None:
    for norm in (OLD, NEW):
        same = compare(norm, norm)
        assert not same.differs
        assert (same.moved, same.parts, same.facts) == ((), (), ())
    assert FORTH.differs
    assert BACK.differs


def measure(number: str, state: str = "active", **facts: Any) -> Measure:
    return Measure(
        number,
        number,
        state,
        Text(number, number),
        facts.get("moved_to"),
        None,
        {"state": state, "title": {"nl": number, "en": number}, **facts},
        tuple(facts.get("partly_from", ())),
    )


def norm(name: str, *measures: Measure) -> Norm:
    return replace(
        NEW,
        edition=name,
        measures={each.number: each for each in measures},
        active=tuple(each.number for each in measures if each.active),
    )


def change(old: dict[str, Any], new: dict[str, Any]) -> list[FactChange]:
    number = "5.01.01"
    return [*compare(norm("1", measure(number, **old)), norm("2", measure(number, **new))).facts]


WHAT = {"nl": "Iets", "en": "Something"}
OTHER = {"nl": "Iets anders", "en": "Something else"}


@pytest.mark.parametrize(
    ("old", "new", "aspect", "before", "after"),
    [
        (
            {"interval": {"max": "P1Y", "of": "register", "strength": "must", "what": WHAT}},
            {"interval": {"max": "P6M", "of": "register", "strength": "must", "what": WHAT}},
            "interval",
            ({"max": "P1Y", "of": "register", "strength": "must"},),
            ({"max": "P6M", "of": "register", "strength": "must"},),
        ),
        ({"own_period": WHAT}, {}, "own_period", (True,), ()),
        (
            {},
            {"deadline": {"max": "P1W", "for": WHAT}},
            "deadline",
            (),
            ({"max": "P1W"},),
        ),
        (
            {"retention": {"min": "P3Y", "for": WHAT}},
            {"retention": {"basis": "risk", "for": WHAT}},
            "retention",
            ({"min": "P3Y"},),
            ({"basis": "risk"},),
        ),
        (
            {"roles": {"audience": ["board", "all-staff"]}},
            {"roles": {"audience": ["all-staff", "contractors"]}},
            "roles.audience",
            ("board",),
            ("contractors",),
        ),
        ({}, {"demands": {"event": WHAT}}, "demands.event", (), (True,)),
        ({"demands": {"test": True}}, {}, "demands.test", (True,), ()),
        ({}, {"permits_departure": True}, "permits_departure", (), (True,)),
        ({"subjects": ["a", "b"]}, {"subjects": ["b", "a", "c"]}, "subjects", (), ("c",)),
    ],
)
def test_each_kind_of_fact_is_compared(
    old: dict[str, Any],
    new: dict[str, Any],
    aspect: str,
    before: tuple[Any, ...],
    after: tuple[Any, ...],
) -> None:
    assert change(old, new) == [FactChange("5.01.01", "5.01.01", aspect, before, after)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"own_period": WHAT}, {"own_period": OTHER}),
        ({"demands": {"event": WHAT}}, {"demands": {"event": OTHER}}),
        ({"deadline": {"max": "P1W", "for": WHAT}}, {"deadline": {"max": "P1W", "for": OTHER}}),
        ({"note": WHAT}, {"note": OTHER}),
        ({"contributes_to": ["basic-hygiene"]}, {}),
        ({"roles": {"audience": ["a", "b"]}}, {"roles": {"audience": ["b", "a"]}}),
    ],
)
def test_our_own_words_and_their_order_are_no_change(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    assert change(old, new) == []


def test_a_move_of_long_ago_is_not_told_again() -> None:
    moved = measure("5.04.02", "moved", moved_to="5.10.02")
    part = measure("6.03.04", partly_from=["8.01.02"])
    measures = (moved, measure("5.10.02"), part, measure("8.01.02"))
    assert not compare(norm("1", *measures), norm("2", *measures)).differs


def test_a_number_that_moved_and_came_back_is_gone_from_where_it_was() -> None:
    old = norm("1", measure("5.04.02", "moved", moved_to="5.10.02"), measure("5.10.02"))
    new = norm("2", measure("5.04.02"), measure("5.10.02", "none"))
    found = compare(old, new)
    assert found.moved == (Move("5.10.02", "5.04.02"),)
    assert found.states == ()


def test_a_number_that_no_edition_fills_is_gone_all_the_same() -> None:
    found = compare(norm("1", measure("5.03.01", "none")), norm("2"))
    assert found.gone == ("5.03.01",)
