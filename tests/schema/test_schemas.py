"""The shipped schemas: sound, described for an editor's hover, and strict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from bio2lint import rules, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parents[2] / "schemas"
FILES = sorted(FOLDER.glob("*.schema.json"))
REFERABLE = {*schema.KINDS, "requirement", "path", "url"}


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def registry() -> Registry[Any]:
    resources = [Resource.from_contents(load(path)) for path in FILES]
    return Registry().with_resources((r.id() or "", r) for r in resources)


def nodes(node: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a schema that is not one of its examples."""
    if isinstance(node, dict):
        yield way, node
        for key, value in node.items():
            if key not in ("examples", "const", "enum"):
                yield from nodes(value, f"{way}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, f"{way}/{index}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_a_sound_schema_of_draft_2020_12(path: Path) -> None:
    loaded = load(path)
    assert loaded["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert loaded["$id"].endswith(f"/schemas/{path.name}")
    Draft202012Validator.check_schema(loaded)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_its_examples_fit(path: Path) -> None:
    resolver = registry()
    examples = 0
    for way, node in nodes(load(path)):
        for example in node.get("examples", []):
            part = {"$ref": f"{load(path)['$id']}#{way}"}
            Draft202012Validator(part, registry=resolver).validate(example)
            examples += 1
    assert examples


@pytest.mark.parametrize("kind", schema.KINDS)
def test_the_schema_of_all_documents_takes_each_kind(kind: str) -> None:
    validator = Draft202012Validator(load(FOLDER / "bio2lint.schema.json"), registry=registry())
    (example,) = load(FOLDER / f"{kind}.schema.json")["examples"]
    validator.validate(example)
    assert not validator.is_valid({**example, "kind": "unheard"})
    assert not validator.is_valid({**example, "unheard": 1})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_editor_has_something_to_show_for_every_key(path: Path) -> None:
    shared = load(FOLDER / "common.schema.json")["$defs"] | load(path).get("$defs", {})
    for way, node in nodes(load(path)):
        for key, value in node.get("properties", {}).items():
            if not way.endswith(("/if", "/not")) and isinstance(value, dict):
                named = shared.get(value.get("$ref", "").rpartition("/")[2], {})
                shown = {**named, **value}
                assert shown.get("title"), f"{way}/{key}"
                assert shown.get("description"), f"{way}/{key}"


@pytest.mark.parametrize("kind", [*schema.KINDS, "settings"])
def test_unknown_keys_are_refused_and_x_keys_are_free(kind: str) -> None:
    example = schema.bundle(kind)["examples"][0]
    assert schema.fits(kind, example)
    assert schema.fits(kind, {**example, "x-own": {"a": [1.5, None]}})
    assert not schema.fits(kind, {**example, "own": 1})


@pytest.mark.parametrize("kind", schema.KINDS)
def test_annotations_name_what_there_is(kind: str) -> None:
    codes = {check.rule.code for check in rules.load()}
    for way, node in nodes(schema.bundle(kind)):
        assert set(node.get("x-ref", ())) <= REFERABLE, way
        assert node.get("x-rule", "STR001") in codes, way
        assert set(node.get("x-dutch", {}).values()) <= set(node.get("enum", ())), way
        if expected := node.get("x-expected"):
            assert expected["nl"] != expected["en"]


@pytest.mark.parametrize("kind", schema.KINDS)
def test_every_kind_has_a_kind_an_id_and_a_title(kind: str) -> None:
    assert {"kind", "id", "title"} <= set(schema.bundle(kind)["required"])


def test_the_example_of_the_design_is_walked_in_its_order() -> None:
    example = schema.bundle("risk")["examples"][0]
    walked = [
        ("/".join(map(str, leaf.pointer)), leaf.shape.refs)
        for leaf in schema.leaves("risk", example)
    ]
    assert walked == [
        ("owner", ("role",)),
        ("systems/0", ("system",)),
        ("controls/0", ("control",)),
        ("review/last", ()),
    ]


def test_what_lies_inside_an_alternative_is_walked_too() -> None:
    shape = schema.shape_at("evidence", ("source", "path"))
    assert shape is not None
    assert shape.refs == ("path",)
    past = schema.shape_at("evidence", ("collected", "date"))
    assert past is not None
    assert past.date
    assert past.past
    assert schema.shape_at("evidence", ("x-own", "date")) is None
