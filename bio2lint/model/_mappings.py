"""The mappings inside documents → the parts of records: one function for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bio2lint.model import parts
from bio2lint.model.fields import UNKNOWN, Fields, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable


_CBW = re.compile(r"\bcbw\b|cyberbeveiligingswet|\bnis ?-?2\b", re.IGNORECASE)


def inner(f: Fields, key: str, read: Callable[[Fields], Any]) -> Any:
    value = f.below(key, lambda below: (read(below),))
    return value[0] if isinstance(value, tuple) else value


def says_something(value: object) -> bool:
    """Whether a text is more than blanks; a number or boolean is text that lacks its quotes."""
    return isinstance(value, int) or (isinstance(value, str) and value.strip() != "")


def decision(f: Fields) -> parts.Decision:
    return parts.Decision(f.text("by"), f.day("date"), f.text("ref"), f.flag("positive"))


def review(f: Fields) -> parts.Review:
    return parts.Review(f.day("last"), f.period("interval"), f.text("by"))


def file_of_source(f: Fields) -> parts.MaybeText:
    """Return the path of a source without an anchor: it is the file that a checksum is of."""
    path = f.text("path")
    return path.partition("#")[0] if isinstance(path, str) else path


def rating(f: Fields) -> parts.Rating:
    return parts.Rating(f.number("likelihood"), f.number("impact"), f.text("level"))


def action(f: Fields) -> parts.Action:
    return parts.Action(f.text("owner"), f.day("due"), f.day("done"))


def acceptance(f: Fields) -> parts.Acceptance:
    return parts.Acceptance(
        by=f.text("by"),
        date=f.day("date"),
        until=f.day("until"),
        ref=f.text("ref"),
        renewals=f.number("renewals"),
    )


def cycle(f: Fields) -> parts.Cycle:
    return parts.Cycle(f.requirement("requirement"), f.period("interval"))


def span(f: Fields) -> parts.Span:
    return parts.Span(f.day("from"), f.day("until"))


def result(f: Fields) -> parts.Result:
    return parts.Result(f.text("outcome"), f.list_of("follow_up", action))


def scope(f: Fields) -> parts.Scope:
    return parts.Scope(
        has_statement=says_something(f.data.get("statement")),
        processes=f.texts("processes"),
        systems=f.texts("systems"),
        excluded=f.list_of("excluded", _excluded),
    )


def _excluded(f: Fields) -> parts.Excluded:
    return parts.Excluded(f.text("what"), says_something(f.data.get("reason")))


def situation(f: Fields) -> parts.Situation:
    internal, external, legal = (
        UNKNOWN if isinstance(factors, Unknown) else len(factors)
        for factors in map(f.texts, ("internal", "external", "legal"))
    )
    cbw = _CBW.search(str(f.data.get("legal"))) is not None
    return parts.Situation(internal, external, legal, cbw)


def _length(f: Fields, key: str) -> int:
    items = f.data.get(key)
    return len(items) if isinstance(items, list) else int(items is not None)


def method(f: Fields) -> parts.Method:
    return parts.Method(
        document=f.text("document"),
        quickscan=f.text("quickscan"),
        full_analysis=f.text("full_analysis"),
        register=f.text("register"),
        follow_up=f.text("follow_up"),
        impact_areas=_areas_of_method(f),
        adopted=f.below("adopted", decision),
    )


def _areas_of_method(f: Fields) -> dict[str, bool] | Unknown:
    """Return the areas that the method describes (True); False where it says anything else."""
    areas = f.data.get("impact_areas", {})
    if not isinstance(areas, dict):
        return UNKNOWN
    return {area: isinstance(about, str) for area, about in areas.items()}


def mandate(f: Fields) -> parts.Mandate:
    return parts.Mandate(f.text("level"), f.texts("roles"), f.text("ref"), f.day("until"))


def statement(f: Fields) -> parts.Statement:
    return parts.Statement(
        version=f.text("version"),
        approved=f.below("approved", decision),
        shares=_length(f, "shared_with"),
        published=inner(f, "published", lambda p: p.day("date")),
    )


def contract(f: Fields) -> parts.Contract:
    return parts.Contract(f.text("kind"), f.text("ref"), f.day("start"), f.day("end"))


def clauses(f: Fields) -> dict[str, bool | None]:
    """Return which clauses are agreed; one with a reason for not applying is None."""
    return {
        name: value if isinstance(value, bool) else None
        for name, value in f.data.items()
        if not name.startswith("x-")
    }


def assurance(f: Fields) -> parts.Assurance:
    return parts.Assurance(
        report=f.text("report"),
        type=f.text("type"),
        period=f.below("period", span),
        scope=f.text("scope"),
        independent=f.flag("independent"),
    )


def assessment(f: Fields) -> parts.Assessment:
    return parts.Assessment(f.text("by"), f.day("date"), f.text("outcome"))


def access(f: Fields) -> parts.Access:
    stated = f.text("conditions")
    conditions = stated is UNKNOWN or says_something(stated)
    return parts.Access(conditions, f.day("until"), f.text("analysis"))


def provision(f: Fields) -> parts.Provision:
    return parts.Provision(f.text("supplier"))


def replacement(f: Fields) -> parts.Replacement:
    return parts.Replacement(f.text("norm"), f.text("equivalence"))


def scale(f: Fields) -> parts.Scale:
    highest = f.below("scale", lambda s: (s.number("likelihood"), s.number("impact")))
    likelihood, impact = (highest, highest) if not isinstance(highest, tuple) else highest
    return parts.Scale(likelihood, impact, _levels(f))


def _levels(f: Fields) -> dict[str, int] | tuple[tuple[str, ...], ...] | parts.Maybe:
    levels, at = f.data.get("levels"), (*f.at, "levels")
    if any(pointer[: len(at)] == at for pointer in f.invalid):
        return UNKNOWN
    if levels is None:
        return None
    matrix = levels.get("matrix") if isinstance(levels, dict) else None
    if isinstance(matrix, list):
        rows = [tuple(row) for row in matrix if isinstance(row, list)]
        sound = len(rows) == len(matrix) and all(isinstance(cell, str) for r in rows for cell in r)
        return tuple(rows) if sound else UNKNOWN
    if isinstance(levels, dict) and all(type(lowest) is int for lowest in levels.values()):
        return dict(levels)
    return UNKNOWN
