"""Documents that tests of the core vary, and records that need no YAML."""

from __future__ import annotations

from typing import Any

from bio2lint.model import Control, Exemption, records
from bio2lint.schema import KINDS, Leaf, bundle

CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01]
owner: ict
status: implemented
review: {last: 2026-05-12, interval: P1Y}
"""
EXCEPTION = """\
kind: exception
id: x-1
title: Uitzondering
type: not-applicable
requirements: [5.17.01]
owner: ict
reason: Het komt hier niet voor.
approved: {by: board, date: 2026-03-09}
review: {last: 2026-03-09, interval: P1Y}
"""
ROLE = "kind: role\nid: ict\ntitle: Hoofd ICT\nfunctions: [line-manager]\n"
BOARD = "kind: role\nid: board\ntitle: Directie\nfunctions: [board]\n"


def sample(kind: str) -> dict[str, Any]:
    """Return the plain data of a sound document of a kind."""
    found: dict[str, Any] = bundle(kind)["examples"][0]
    return {**found}


def built(
    kind: str,
    data: dict[str, Any],
    *invalid: tuple[str | int, ...],
    path: str = "a.yaml",
    references: tuple[Leaf, ...] = (),
) -> Any:
    """Return the record of plain data; `invalid` are the pointers that the schema refuses."""
    assert kind in KINDS
    return records.build(
        kind, data, path=path, ordinal=0, invalid=set(invalid), references=references
    )


def control(numbers: Any, status: Any = "implemented", **more: Any) -> Control:
    """Return a control that implements numbers."""
    record = built("control", {"id": "c", "implements": numbers, "status": status, **more})
    assert isinstance(record, Control)
    return record


def exemption(
    numbers: Any, type_: Any = "not-applicable", approved: Any = "2026-03-09", **more: Any
) -> Exemption:
    """Return an exception; `approved` is the day of its decision, None without a decision."""
    decision = {} if approved is None else {"approved": {"by": "board", "date": approved}}
    record = built(
        "exception", {"id": "x", "type": type_, "requirements": numbers, **decision, **more}
    )
    assert isinstance(record, Exemption)
    return record
