"""Every field of every kind: with a good value, absent, of a wrong type, and refused."""

from __future__ import annotations

import copy
from dataclasses import fields as fields_of
from typing import Any

import pytest
from core_cases import built, sample
from hypothesis import given
from hypothesis import strategies as st
from record_cases import CASES, DAY, YEAR, Case

from bio2lint import document, schema
from bio2lint.finding import Text
from bio2lint.model import parts
from bio2lint.model.fields import UNKNOWN, complete

every_field = pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.kind} {case.pointer}" for case in CASES]
)


def steps(pointer: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdecimal() else step for step in pointer.split("/"))


def around(pointer: str, *value: Any) -> dict[str, Any]:
    """Return data with a value at a pointer, or with all but the last step of it."""
    *way, last = steps(pointer)
    data: Any = {last: value[0]} if value else {}
    for step in reversed(way):
        data = [data] if isinstance(step, int) else {step: data}
    assert isinstance(data, dict)
    return data


def read(record: Any, attribute: str) -> Any:
    for name in attribute.split("."):
        record = record[int(name)] if name.isdecimal() else getattr(record, name)
    return record


@every_field
def test_a_good_value(case: Case) -> None:
    record = built(case.kind, around(case.pointer, case.good))
    assert read(record, case.attribute) == case.read
    assert type(read(record, case.attribute)) is type(case.read)


@every_field
def test_an_absent_value(case: Case) -> None:
    record = built(case.kind, around(case.pointer))
    absent = () if isinstance(case.good, list) else None
    assert read(record, case.attribute) == absent


@every_field
@pytest.mark.parametrize("wrong", [None, {"x": 1}, {}], ids=["nothing", "block", "empty block"])
def test_a_value_of_a_wrong_type(case: Case, wrong: Any) -> None:
    assert read(built(case.kind, around(case.pointer, wrong)), case.attribute) is UNKNOWN


@every_field
def test_a_value_that_the_schema_refuses(case: Case) -> None:
    pointer = steps(case.pointer)
    data = around(case.pointer, case.good)
    if isinstance(case.good, list):
        record = built(case.kind, data, (*pointer, 0))
        assert read(record, case.attribute) == (UNKNOWN, case.read[1])
    else:
        assert read(built(case.kind, data, pointer), case.attribute) is UNKNOWN


@every_field
def test_a_block_that_is_no_block(case: Case) -> None:
    outer, *below = steps(case.pointer)
    if below:
        record = built(case.kind, {str(outer): "text"})
        names = case.attribute.split(".")
        depth = 1 if len(names) > 1 else 0
        found = read(record, ".".join(names[:depth] or names))
        unknown = parts.Scale(UNKNOWN, UNKNOWN, UNKNOWN)
        assert found is UNKNOWN or found == unknown


def test_every_field_of_every_record_has_a_case() -> None:
    apart = {"path", "ordinal", "kind", "references", "has_reason", "impact_areas"}
    apart |= {"context", "classified", "clauses"}
    for kind in schema.KINDS:
        names = {field.name for field in fields_of(built(kind, {}))} - apart
        assert names == {c.attribute.partition(".")[0] for c in CASES if c.kind == kind}


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        (None, UNKNOWN),
        ("financial", UNKNOWN),
        ({}, {}),
        (
            {"financial": 3, "trust": "4", "image": True},
            {"financial": 3, "trust": UNKNOWN, "image": UNKNOWN},
        ),
    ],
)
def test_of_impact_areas_the_numbers_are_known(areas: object, expected: object) -> None:
    assert read(built("risk", {"impact_areas": areas}), "impact_areas") == expected


APPLYING = {"financial": True, "trust": False}


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        (None, UNKNOWN),
        ({"financial": "tot een miljoen", "trust": {"applies": False}}, APPLYING),
    ],
)
def test_of_the_method_the_areas_that_it_speaks_of_are_kept(
    areas: object, expected: object
) -> None:
    record = built("organisation", {"risk_method": {"impact_areas": areas}})
    assert read(record, "method.impact_areas") == expected


def test_of_the_context_the_factors_are_counted() -> None:
    record = built("organisation", {"context": {"internal": ["a", "b"], "external": "a"}})
    assert read(record, "context") == (2, 1, 0, False)
    assert read(built("organisation", {"context": {"legal": 5}}), "context.legal") is UNKNOWN


@pytest.mark.parametrize(
    "legal",
    [["AVG", "Cyberbeveiligingswet"], "De Cbw", ["cbw, zorgplicht"], ["NIS2"], ["NIS 2-richtlijn"]],
)
def test_of_the_legal_factors_is_told_whether_the_cbw_is_one(legal: object) -> None:
    assert read(built("organisation", {"context": {"legal": legal}}), "context.cbw") is True


@pytest.mark.parametrize("legal", [["AVG"], [], None, ["cbwx"], "Wet basisregistratie personen"])
def test_another_law_is_not_the_cbw(legal: object) -> None:
    assert read(built("organisation", {"context": {"legal": legal}}), "context.cbw") is False


def test_of_the_statement_the_parties_are_counted() -> None:
    record = built("organisation", {"statement": {"shared_with": [{"party": "a"}]}})
    assert read(record, "statement.shares") == 1


@pytest.mark.parametrize("kind", ["process", "system"])
def test_whether_there_is_a_classification_is_kept(kind: str) -> None:
    assert read(built(kind, {"classification": {}}), "classified") is True
    assert read(built(kind, {}), "classified") is False


def test_of_clauses_it_is_kept_whether_they_are_agreed_or_do_not_apply() -> None:
    clauses = {"audit": True, "exit": False, "chain": {"applies": False, "reason": "x"}, "x-a": 1}
    expected = {"audit": True, "exit": False, "chain": None}
    assert read(built("supplier", {"clauses": clauses}), "clauses") == expected
    assert read(built("supplier", {}), "clauses") is None
    assert read(built("supplier", {"clauses": True}), "clauses") is UNKNOWN


@pytest.mark.parametrize(
    ("data", "said"),
    [({"conditions": "a", "reason": "b"}, (True, True)), ({"conditions": " "}, (False, False))],
)
def test_of_prose_it_is_kept_whether_it_says_anything(
    data: dict[str, str], said: tuple[bool, bool]
) -> None:
    supplier = built("supplier", {"access": [data]})
    assert read(supplier, "access.0.has_conditions") is said[0]
    organisation = built("organisation", {"scope": {"statement": "x", "excluded": [data]}})
    assert read(organisation, "scope.has_statement") is True
    assert read(organisation, "scope.excluded.0.has_reason") is said[1]


def test_conditions_that_cannot_be_understood_are_not_absent() -> None:
    supplier = built("supplier", {"access": [{"conditions": ["a"]}, {}, {"conditions": 12}]})
    assert [read(supplier, f"access.{n}.has_conditions") for n in range(3)] == [True, False, True]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ({"low": 1, "high": 9}, {"low": 1, "high": 9}),
        ({"matrix": [["low", "high"], ["low"]]}, (("low", "high"), ("low",))),
        ({"matrix": []}, ()),
        ({}, {}),
        (None, None),
        ({"low": "1"}, UNKNOWN),
        ({"low": True}, UNKNOWN),
        ({"low": 1, "matrix": [["low"]]}, (("low",),)),
        ({"matrix": [["low"], "high"]}, UNKNOWN),
        ({"matrix": [["low", 1]]}, UNKNOWN),
        ({"matrix": "low"}, UNKNOWN),
        ({"matrix": 3}, {"matrix": 3}),  # a level of that name
        (["low"], UNKNOWN),
        ("low", UNKNOWN),
    ],
)
def test_the_levels_of_the_risk_method(levels: Any, expected: Any) -> None:
    record = built("organisation", {"risk_method": {"levels": levels}})
    assert read(record, "scale.levels") == expected
    assert read(built("organisation", {"risk_method": {}}), "scale.levels") is None


@pytest.mark.parametrize(
    ("scale", "expected"),
    [("x", (UNKNOWN, UNKNOWN)), ({}, (None, None)), ({"impact": 5}, (None, 5))],
)
def test_the_scale_of_the_risk_method(scale: Any, expected: tuple[Any, Any]) -> None:
    found = built("organisation", {"risk_method": {"scale": scale}}).scale
    assert (found.likelihood, found.impact) == expected


@pytest.mark.parametrize(
    ("data", "has"),
    [
        ({"reason": "Het komt niet voor."}, True),
        ({"reason": 7}, True),
        ({"reason": " \n\t"}, False),
        ({"reason": ""}, False),
        ({"reason": None}, False),
        ({"reason": []}, False),
        ({}, False),
    ],
)
def test_whether_an_exception_has_a_reason(data: dict[str, Any], *, has: bool) -> None:
    assert built("exception", data).has_reason is has


def from_yaml(text: str) -> Any:
    (found,) = document.read("controls/a.yaml", text.encode())
    return found.record


@pytest.mark.parametrize(
    ("line", "attribute"),
    [
        ("status: implemnted", "status"),
        ("status: 5", "status"),
        ("status: true", "status"),
        ("status: [implemented]", "status"),
        ("id: -a", "id"),
        ("id: a b", "id"),
        ("review: {last: 2026-05-12, interval: 1 jaar}", "review.interval"),
        ("review: {last: 12-05-2026}", "review.last"),
        ("due: 2026-02-30", "due"),
        ("due: 2026-W20-2", "due"),
        ("owner: [ict]", "owner"),
        ("implements: {}", "implements"),
        ("implements: []", "implements"),
    ],
)
def test_what_the_schema_refuses_of_a_document_is_unknown(line: str, attribute: str) -> None:
    key = line.partition(":")[0]
    sound = {
        "kind": "kind: control", "id": "id: a", "title": "title: t", "owner": "owner: ict",
        "implements": "implements: [5.3]", "status": "status: planned", "review": "review: {}",
    }  # fmt: skip
    assert read(from_yaml("\n".join(sound.values())), attribute) is not UNKNOWN
    assert read(from_yaml("\n".join((sound | {key: line}).values())), attribute) is UNKNOWN


@pytest.mark.parametrize("key", ["id", "title", "implements", "status"])
def test_a_required_key_that_is_absent_is_unknown(key: str) -> None:
    data = {"id": "a", "title": "t", "implements": "[5.3]", "status": "planned"}
    lines = [f"{name}: {value}" for name, value in data.items() if name != key]
    record = from_yaml("\n".join(["kind: control", *lines]))
    if key != "title":
        assert read(record, key) is UNKNOWN
    assert record.owner is None  # whose absence is a rule's own


def test_an_id_without_its_quotes_is_still_the_id() -> None:
    assert from_yaml("kind: role\nid: 12\ntitle: t\nfunctions: [ciso]\n").id == "12"


def test_a_repeated_or_lone_number_is_understood() -> None:
    start = "kind: control\nid: a\ntitle: t\nstatus: planned\n"
    assert from_yaml(f"{start}implements: [5.3, 5.3]\n").implements == ("5.3", "5.3")
    assert from_yaml(f"{start}implements: 5.17.01\n").implements == ("5.17.01",)


def test_a_record_keeps_its_references_and_where_it_stands() -> None:
    (found,) = document.read(
        "a.yaml", b"kind: system\nid: a\ntitle: t\nowner: ict\nprocesses: [p]\n"
    )
    record = found.record
    assert record is not None
    assert [(leaf.pointer, leaf.value) for leaf in record.references] == [
        (("owner",), "ict"),
        (("processes", 0), "p"),
    ]
    assert (record.path, record.ordinal, record.kind) == ("a.yaml", 0, "system")


@pytest.mark.parametrize("kind", schema.KINDS)
def test_of_a_sound_document_everything_is_known(kind: str) -> None:
    record = built(kind, sample(kind))
    for field in fields_of(record):
        value = getattr(record, field.name)
        assert value is not UNKNOWN
        assert not isinstance(value, tuple) or complete(value)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("tekst", Text("tekst", "tekst")),
        ({"nl": "tekst", "en": "text"}, Text("tekst", "text")),
        ({"nl": "tekst", "en": "text", "x-fy": "tekst"}, Text("tekst", "text")),
        ({"nl": "tekst"}, UNKNOWN),
        ({"nl": "tekst", "en": []}, UNKNOWN),
        ({}, UNKNOWN),
        ([], UNKNOWN),
    ],
)
def test_a_text_of_an_own_rule_is_in_both_languages(stated: object, expected: object) -> None:
    assert read(built("rule", {"message": stated}), "message") == expected


KEYS = sorted({str(step) for case in CASES for step in steps(case.pointer)} | {"levels", "reason"})
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text(max_size=12)
    | st.sampled_from(["5.17.01", DAY, YEAR, "P99999999999999999999Y"]),
    lambda below: st.lists(below, max_size=3)
    | st.dictionaries(st.sampled_from(KEYS), below, max_size=4),
    max_leaves=12,
)  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(schema.KINDS))
    data = copy.deepcopy(sample(kind))
    names = sorted({str(steps(case.pointer)[0]) for case in CASES if case.kind == kind})
    for key in draw(st.lists(st.sampled_from(names), max_size=4)):
        data[key] = draw(PLAIN)
    return data


@given(spoiled())
def test_no_data_of_a_kind_breaks_its_record(data: dict[str, Any]) -> None:
    kind = data["kind"]
    record = built(kind, data)
    assert type(record) is type(built(kind, {}))


@given(spoiled())
def test_no_document_breaks_the_reader(data: dict[str, Any]) -> None:
    import json

    (found,) = document.read("controls/a.yaml", json.dumps(data, ensure_ascii=False).encode())
    assert (found.record is None) is (found.kind is None)
    assert found.record is not None or found.faults or found.yaml.problems
