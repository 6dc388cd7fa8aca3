"""Whether a document fits is decided quickly; why it does not, slowly. Both must agree."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint import schema
from bio2lint.schema.errors import diagnose, nearest

ODD = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        10**17,
        "",
        " ",
        "x",
        "5.17.01",
        "2026-02-30",
        [],
        ["x"],
        ["x", "x"],
        {},
        {"x": 1},
    ]
)


def ways(data: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    return [way, *(deeper for step, child in children for deeper in ways(child, (*way, step)))]


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    kind = draw(st.sampled_from(schema.KINDS))
    data = copy.deepcopy(schema.bundle(kind)["examples"][0])
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from([way for way in ways(data) if way]))
        parent = data
        for step in way:
            parent = parent[step]
        action = draw(st.sampled_from(["set", "drop", "add"]))
        if action == "set":
            parent[last] = copy.deepcopy(draw(ODD))
        elif action == "drop":
            del parent[last]
        elif isinstance(parent, dict):
            key = draw(st.sampled_from(["unheard", "x-own", "ownr", "until"]))
            parent[key] = copy.deepcopy(draw(ODD))
    return kind, data


@given(spoiled())
def test_what_does_not_fit_is_explained_or_left_to_a_rule(case: tuple[str, dict[str, Any]]) -> None:
    from jsonschema import Draft202012Validator

    kind, data = case
    sound = Draft202012Validator(schema.bundle(kind)).is_valid(data)
    assert schema.fits(kind, data) == sound
    if not sound:
        diagnosis = diagnose(kind, data)
        places = [(fault.pointer, fault.key) for fault in diagnosis.faults]
        assert len(places) == len(set(places))
        assert all(fault.kind != "other" for fault in diagnosis.faults)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ownr", "owner"),
        ("Status", "status"),
        ("stauts", "status"),
        ("yb", "by"),
        ("xyz", None),
        ("", None),
    ],
)
def test_a_slip_is_recognised_and_a_guess_is_not_made(word: str, meant: str | None) -> None:
    assert nearest(word, ["owner", "status", "review", "by"]) == meant


def test_two_slips_are_not_taken_for_the_same_key() -> None:
    example = schema.bundle("role")["examples"][0]
    data = {**{k: v for k, v in example.items() if k != "title"}, "titel": "a", "titlee": "b"}
    meant = [fault.meant for fault in diagnose("role", data).faults]
    assert meant == ["title", None]


def test_misspelled_keys_are_put_right_for_what_follows() -> None:
    example = schema.bundle("control")["examples"][0]
    data = {"revieuw" if key == "review" else key: value for key, value in example.items()}
    data["revieuw"] = {"lst": "2026-05-12", "interval": "P1Y"}
    diagnosis = diagnose("control", data)
    assert diagnosis.repaired["review"] == {"lst": "2026-05-12", "interval": "P1Y"}
    assert diagnosis.renamed == {"review"}


def test_the_dutch_name_of_a_key_is_understood() -> None:
    example = schema.bundle("exception")["examples"][0]
    data = {"reden" if key == "reason" else key: value for key, value in example.items()}
    assert [fault.meant for fault in diagnose("exception", data).faults] == ["reason"]


def test_the_one_unknown_key_is_taken_for_the_one_that_is_missing() -> None:
    example = schema.bundle("evidence")["examples"][0]
    data = {"bewijst" if key == "proves" else key: value for key, value in example.items()}
    (fault,) = diagnose("evidence", data).faults
    assert (fault.kind, fault.pointer, fault.meant) == ("unknown-key", ("bewijst",), "proves")
    two = diagnose("evidence", {**data, "wensen": "geen"}).faults
    assert sorted(fault.kind for fault in two) == ["missing-key", "unknown-key", "unknown-key"]


@pytest.mark.parametrize(
    ("kind", "key", "written", "meant"),
    [
        ("control", "status", "ingevoerd", "implemented"),
        ("control", "status", "Geimplementeerd", "implemented"),
        ("exception", "type", "afwijking", "deviation"),
        ("risk", "treatment", "beheersen", "mitigate"),
        ("control", "status", "ooit", None),
    ],
)
def test_the_dutch_word_for_a_value_is_understood(
    kind: str, key: str, written: str, meant: str | None
) -> None:
    data = {**schema.bundle(kind)["examples"][0], key: written}
    (fault,) = diagnose(kind, data).faults
    assert (fault.kind, fault.meant) == ("value", meant)
