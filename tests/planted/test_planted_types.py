"""A field of most documents at once holds something of another type: no rule raises on it."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from planted_repo import example
from support import AS_OF, Files, edition

from bio2lint import engine, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    "",
    "x " * 5000,
    "9" * 5000,
    "2026-02-30",
    "ander:a",
    [],
    {},
    [None, None],
    [["a"]],
    {"by": None},
    [{"a": 1}, {"what": None}],
)
_WHOLE = 0.3
"""So many documents are left as they are: references then lead somewhere."""


def _fields(node: Any) -> Iterator[tuple[Any, int]]:
    """Yield each value of a document as its parent node and the index in it."""
    if isinstance(node, yaml.MappingNode):
        for index, (_, value) in enumerate(node.value):
            yield node, index
            yield from _fields(value)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield node, index
            yield from _fields(value)


def _spoil(document: Any, chance: random.Random) -> None:
    parent, index = chance.choice(list(_fields(document)))
    odd = chance.choice(ODD)
    keyed = isinstance(parent, yaml.MappingNode)
    old = parent.value[index][1] if keyed else parent.value[index]
    if chance.random() < 0.2:
        del parent.value[index]
        return
    new: Any = yaml.compose(yaml.safe_dump(odd), yaml.SafeLoader)
    if isinstance(old, yaml.ScalarNode) and chance.random() < 0.2:
        new = yaml.SequenceNode("tag:yaml.org,2002:seq", [old])
    parent.value[index] = (parent.value[index][0], new) if keyed else new


def _spoiled(text: str, chance: random.Random) -> str:
    documents = list(yaml.compose_all(text, yaml.SafeLoader))
    for document in documents:
        if chance.random() >= _WHOLE:
            _spoil(document, chance)
    return "".join(f"---\n{yaml.serialize(each, allow_unicode=True)}" for each in documents)


@pytest.mark.parametrize("named", ["1.2", "1.3"])
@pytest.mark.parametrize("seed", range(2))
def test_no_rule_raises_on_fields_of_another_type(named: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (the same faults each time)
    files = {
        path: _spoiled(content.decode(), chance)
        if isinstance(content, bytes) and path.endswith(".yaml")
        else content
        for path, content in example().items()
    }
    own = f"norm: bio2@{named}\nprofile: strict\npreview: true\n".encode()
    files["bio2lint.yaml"] = own
    found = engine.check(
        Files(files), settings.read(own), edition(named), date.fromisoformat(AS_OF)
    )
    codes = {finding.code for finding in found.findings}
    assert {"STR002", "STR003", "STR005"} <= codes
