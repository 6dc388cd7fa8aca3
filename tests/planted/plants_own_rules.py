"""Planted faults of the organisation's own rules (STR008)."""

from __future__ import annotations

from planted_repo import Plant, plant

_RULE = """\
kind: rule
id: rol-met-titel
title: Een rol heeft een titel
code: LIN001
for: [role]
condition: document.title.size() > 0
message: {nl: Deze rol heeft geen titel., en: This role has no title.}
severity: error
"""


def _written(what: str, right: str, wrong: str) -> Plant:
    assert _RULE.count(right) == 1
    return plant("STR008", what, ("documents/zz-eigen-regel.yaml", "", _RULE.replace(right, wrong)))


OWN_RULES = (
    _written("a bracket left out of a condition", "size() >", "size( ▸>"),
    _written("a name misspelled in a condition", " document.", " documnet▸."),
    _written(
        "a condition that asks nothing", "document.title.size() > 0", "▸document.title.size()"
    ),
    _written("a field misspelled in a condition", "document.title", "▸document.titel"),
    _written("a code of the program itself", "LIN001", "▸OWN099"),
)
