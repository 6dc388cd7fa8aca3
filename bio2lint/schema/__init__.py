"""The shipped JSON Schemas: whether a document fits, and what their annotations say of its fields.

`x-ref` names what a text refers to, `x-past` marks dates of things done, `x-rule` the rule that
owns a constraint (nobody else reports it), `x-expected` says a form in words, and `x-dutch` what
Dutch words stand for which value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import resources

if TYPE_CHECKING:
    from bio2lint.finding import Pointer

_ELSEWHERE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*:(?!//)\S+", re.ASCII)
KINDS = (
    "organisation",
    "role",
    "process",
    "system",
    "supplier",
    "control",
    "risk",
    "evidence",
    "exception",
    "document",
    "rule",
)


@dataclass(slots=True, eq=False, repr=False)
class Shape:
    """What the schema says of one field, and of the fields below it.

    `leading` has the keys that lead to references or dates; those that do not are None.
    """

    refs: tuple[str, ...] = ()
    date: bool = False
    past: bool = False
    text: bool = False
    keys: dict[str, Shape] = field(default_factory=dict)
    items: Shape | None = None
    values: Shape | None = None
    leading: dict[str, Shape | None] = field(default_factory=dict)
    is_leaf: bool = False
    leads_somewhere: bool = False

    def below(self, step: str | int) -> Shape | None:
        """Return the shape of an item or of the value at a key."""
        if isinstance(step, int):
            return self.items
        return self.keys.get(step, self.values)


class Leaf(NamedTuple):
    """A field that refers to something or holds a date: its pointer, raw value and shape.

    A reference that is text is the same to rules of the repository, as a record keeps it.
    """

    pointer: Pointer
    value: Any
    shape: Shape

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return what it may refer to: kinds, `requirement`, `path` and `url`."""
        return self.shape.refs

    @property
    def is_url(self) -> bool:
        """Whether it is a web address; those are never fetched."""
        return "url" in self.kinds and self.value.lower().startswith(("https://", "http://"))

    @property
    def elsewhere(self) -> bool:
        """Whether it points into another repository: `prefix:id`; a file always is in this one."""
        if ":" not in self.value or self.kinds in (("path",), ("requirement",)):
            return False
        return _ELSEWHERE.fullmatch(self.value) is not None

    @property
    def path(self) -> str | None:
        """Return the path that it names or may name, without an anchor; None of an address."""
        if "path" not in self.kinds or self.is_url or self.elsewhere:
            return None
        return str(self.value).partition("#")[0]


# There are tens of thousands, and this way of making one takes half the time.
_leaf = partial(tuple.__new__, Leaf)


@cache
def bundle(name: str) -> dict[str, Any]:
    """Return the schema `name` (a kind, `settings`, `report`) with the shared parts inside it."""
    import json

    def load(name: str) -> dict[str, Any]:
        text = resources.read("schemas", f"{name}.schema.json").decode()
        loaded: dict[str, Any] = json.loads(text.replace('"common.schema.json#/', '"#/'))
        return loaded

    schema = load(name)
    shared = load("common")["$defs"] if name in KINDS else {}
    del schema["$id"]
    return {**schema, "$defs": {**shared, **schema.get("$defs", {})}}


def required(name: str) -> set[str]:
    """Return the keys that every document of a kind must have."""
    return set(bundle(name)["required"])


@cache
def _predicate(name: str) -> Any:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(bundle(name)).is_valid


def fits(name: str, data: object) -> bool:
    """Whether plain data fits the schema `name`, its rules' own constraints included."""
    try:
        fitting: bool = _predicate(name)(data)
    except (ValueError, RecursionError, OverflowError):
        return False
    return fitting


@cache
def shape(name: str) -> Shape:
    """Return what the annotations of the schema `name` say, as a tree that follows the data."""
    root = bundle(name)
    return _shape(root, root["$defs"])


def _shape(schema: Any, shared: dict[str, Any]) -> Shape:
    result = Shape()
    if isinstance(schema, dict):
        _describe(schema, shared, result)
    result.is_leaf = bool(result.refs or result.date)
    result.leads_somewhere = result.is_leaf or any(
        below is not None and below.leads_somewhere
        for below in (*result.keys.values(), result.items, result.values)
    )
    result.leading = {
        key: below if below.leads_somewhere else None for key, below in result.keys.items()
    }
    return result


def _describe(schema: dict[str, Any], shared: dict[str, Any], result: Shape) -> None:
    if "$ref" in schema:
        _describe(shared[schema["$ref"].rpartition("/")[2]], shared, result)
    for branch in (*schema.get("allOf", ()), *schema.get("oneOf", ()), *schema.get("anyOf", ())):
        _describe(branch, shared, result)
    result.refs = tuple(schema.get("x-ref", result.refs))
    result.date = result.date or schema.get("format") == "date"
    result.past = result.past or schema.get("x-past", False)
    result.text = (result.text or schema.get("type") == "string") and not result.date
    for key, value in schema.get("properties", {}).items():
        result.keys[key] = _shape(value, shared)
    if "items" in schema:
        result.items = _shape(schema["items"], shared)
    if isinstance(schema.get("additionalProperties"), dict):
        result.values = _shape(schema["additionalProperties"], shared)


def leaves(name: str, data: dict[str, Any]) -> list[Leaf]:
    """Return every field of `data` that refers to something or holds a date, in document order."""
    found: list[Leaf] = []
    _gather(data, shape(name), (), found)
    return found


def _gather(data: Any, shape: Shape, pointer: Pointer, found: list[Leaf]) -> None:
    if isinstance(data, dict):
        leading, values = shape.leading, shape.values
        for key, value in data.items():
            below = leading.get(key, values)
            if below is not None:
                if below.is_leaf:
                    found.append(_leaf(((*pointer, key), value, below)))
                elif below.leads_somewhere:
                    _gather(value, below, (*pointer, key), found)
    elif isinstance(data, list) and shape.items is not None:
        items = shape.items
        if items.is_leaf:
            found += [_leaf(((*pointer, index), item, items)) for index, item in enumerate(data)]
        elif items.leads_somewhere:
            for index, item in enumerate(data):
                _gather(item, items, (*pointer, index), found)


def shape_at(name: str, pointer: Pointer) -> Shape | None:
    """Return what the schema `name` says of the field at `pointer`; None where it says nothing."""
    found: Shape | None = shape(name)
    for step in pointer:
        if found is None:
            return None
        found = found.below(step)
    return found
