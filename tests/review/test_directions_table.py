"""The table of directions is sound, and says something of every field that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bio2lint import resources, rules, schema, yamlfile
from bio2lint.review import cases, decisions, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.review.table import Entry

TABLE = table.load()


def data() -> dict[str, Any]:
    read = yamlfile.read(resources.read("policies", table.FILE)).documents[0]
    assert not read.problems
    assert read.data is not None
    return read.data


def entries(entry: Entry, name: str) -> Iterator[tuple[str, Entry]]:
    yield name, entry
    for key, below in entry.fields.items():
        yield from entries(below, f"{name}.{key}")
    if entry.values is not None:
        yield from entries(entry.values, f"{name}.*")


EVERY = [
    found
    for name, entry in (
        *TABLE.kinds.items(),
        ("other", TABLE.other),
        ("settings", TABLE.settings),
        ("baseline", TABLE.baseline),
        ("comment", TABLE.comment),
        *TABLE.options.items(),
    )
    for found in entries(entry, name)
]


def resolved(node: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        below = shared[node["$ref"].rpartition("/")[2]]
        node = {**below, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def fields(node: dict[str, Any], shared: dict[str, Any], way: tuple[str, ...]) -> Iterator[Any]:
    """Every field of a schema with its way, through lists and branches alike."""
    node = resolved(node, shared)
    if "items" in node:
        yield from fields(node["items"], shared, way)
    for branch in (*node.get("oneOf", ()), *node.get("anyOf", ())):
        yield from fields(branch, shared, way)
    for key, below in node.get("properties", {}).items():
        yield (*way, key), resolved(below, shared)
        yield from fields(below, shared, (*way, key))


def entry_of(kind: str, way: tuple[str, ...]) -> Entry | None:
    entry = TABLE.kinds[kind]
    for key in way:
        if not entry.fields and entry.values is None:
            return entry  # compared as a whole, with all that it holds
        below = entry.fields.get(key, entry.values)
        if below is None:
            return None
        entry = below
    return entry


@pytest.mark.parametrize("kind", schema.KINDS)
def test_every_field_of_every_kind_has_an_entry(kind: str) -> None:
    bundle = schema.bundle(kind)
    found = list(fields(bundle, bundle["$defs"], ()))
    assert len(found) > 5
    missing = [".".join(way) for way, _ in found if entry_of(kind, way) is None]
    assert missing == []


@pytest.mark.parametrize("kind", schema.KINDS)
def test_no_entry_is_of_a_field_that_there_is_not(kind: str) -> None:
    bundle = schema.bundle(kind)
    known = {".".join((kind, *way)) for way, _ in fields(bundle, bundle["$defs"], ())}
    named = {name for name, _ in entries(TABLE.kinds[kind], kind) if "*" not in name}
    # Only of roles it is not asked whose they are.
    assert named - {kind, "role.owner"} <= known


def test_lists_and_mappings_are_compared_as_such() -> None:
    wrong = []
    for kind in schema.KINDS:
        bundle = schema.bundle(kind)
        for way, node in fields(bundle, bundle["$defs"], ()):
            entry, name = entry_of(kind, way), ".".join((kind, *way))
            assert entry is not None
            of_mappings = "properties" in resolved(node.get("items", {}), bundle["$defs"])
            is_list = entry.by in ("items", "requirements") or entry.key is not None
            if node.get("type") == "array" and (not is_list or of_mappings != bool(entry.key)):
                wrong.append(name)
            if node.get("type") == "object" and not (entry.fields or entry.values):
                wrong.append(name)
    # The order of a matrix matters: it is compared as a whole.
    assert wrong == ["organisation.risk_method.levels.matrix"]


def test_it_fits_its_schema() -> None:
    assert schema.fits("directions", data())


def test_every_predicate_and_every_decision_is_there_and_used() -> None:
    named = {name for _, entry in EVERY for name, _ in entry.cases}
    assert named == set(cases.PREDICATES)
    ways = {way for _, entry in EVERY for way in entry.supported_by}
    assert ways == set(decisions.WAYS)


def test_every_reason_is_used() -> None:
    from_code = {name for name in TABLE.reasons if name.startswith(("file-", "not-", "under"))}
    from_code |= {"evidence-file-changed", "approved-file-changed", "neutral"}
    used = {verdict.why for _, entry in EVERY for verdict in entry.events.values()}
    used |= {verdict.why for _, entry in EVERY for _, verdict in entry.cases}
    unused = {name for name, why in TABLE.reasons.items() if why not in used}
    assert unused <= from_code


def test_every_option_of_every_rule_has_an_entry() -> None:
    options = {f"{one.rule.code}.{o.name}" for one in rules.load() for o in one.rule.options}
    assert options == set(TABLE.options)


def test_the_settings_and_the_baseline_have_an_entry_for_each_key() -> None:
    for name, entry in (("settings", TABLE.settings), ("baseline", TABLE.baseline)):
        assert set(schema.bundle(name)["properties"]) == set(entry.fields)


@pytest.mark.parametrize(("name", "entry"), EVERY, ids=[name for name, _ in EVERY])
def test_what_is_compared_has_a_verdict_both_ways(name: str, entry: Entry) -> None:
    scaled = ("order", "number", "date", "duration", "flag", "level", "agreed")
    if entry.by in scaled and not name.startswith(("settings", "comment")):
        assert {"up", "down"} <= set(entry.events), name
    if entry.by == "order" and not name.startswith("settings"):
        assert len(entry.ranks) > 1
    opposite = {"weakens": "strengthens", "strengthens": "weakens"}
    up, down = entry.events.get("up"), entry.events.get("down")
    if up is not None and down is not None and "neutral" not in (up.direction, down.direction):
        assert opposite[up.direction] == down.direction
