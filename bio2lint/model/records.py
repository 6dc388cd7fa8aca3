"""Plain data → typed records: one function for each kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bio2lint import model
from bio2lint.finding import Text
from bio2lint.model import parts
from bio2lint.model.fields import UNKNOWN, Fields, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.finding import Pointer
    from bio2lint.schema import Leaf

_CBW = re.compile(r"\bcbw\b|cyberbeveiligingswet|\bnis ?-?2\b", re.IGNORECASE)


def _decision(f: Fields) -> parts.Decision:
    return parts.Decision(f.text("by"), f.day("date"), f.text("ref"), f.flag("positive"))


def _review(f: Fields) -> parts.Review:
    return parts.Review(f.day("last"), f.period("interval"), f.text("by"))


def _rating(f: Fields) -> parts.Rating:
    return parts.Rating(f.number("likelihood"), f.number("impact"), f.text("level"))


def _action(f: Fields) -> parts.Action:
    return parts.Action(f.text("owner"), f.day("due"), f.day("done"))


def _acceptance(f: Fields) -> parts.Acceptance:
    return parts.Acceptance(
        by=f.text("by"),
        date=f.day("date"),
        until=f.day("until"),
        ref=f.text("ref"),
        renewals=f.number("renewals"),
    )


def _cycle(f: Fields) -> parts.Cycle:
    return parts.Cycle(f.requirement("requirement"), f.period("interval"))


def _span(f: Fields) -> parts.Span:
    return parts.Span(f.day("from"), f.day("until"))


def _result(f: Fields) -> parts.Result:
    return parts.Result(f.text("outcome"), f.list_of("follow_up", _action))


def _scope(f: Fields) -> parts.Scope:
    return parts.Scope(
        has_statement=_says_something(f.data.get("statement")),
        processes=f.texts("processes"),
        systems=f.texts("systems"),
        excluded=f.list_of("excluded", _excluded),
    )


def _excluded(f: Fields) -> parts.Excluded:
    return parts.Excluded(f.text("what"), _says_something(f.data.get("reason")))


def _situation(f: Fields) -> parts.Situation:
    internal, external, legal = (
        UNKNOWN if isinstance(factors, Unknown) else len(factors)
        for factors in map(f.texts, ("internal", "external", "legal"))
    )
    cbw = _CBW.search(str(f.data.get("legal"))) is not None
    return parts.Situation(internal, external, legal, cbw)


def _length(f: Fields, key: str) -> int:
    items = f.data.get(key)
    return len(items) if isinstance(items, list) else int(items is not None)


def _method(f: Fields) -> parts.Method:
    return parts.Method(
        document=f.text("document"),
        quickscan=f.text("quickscan"),
        full_analysis=f.text("full_analysis"),
        register=f.text("register"),
        follow_up=f.text("follow_up"),
        impact_areas=_areas_of_method(f),
        adopted=f.below("adopted", _decision),
    )


def _areas_of_method(f: Fields) -> dict[str, bool] | Unknown:
    """Return the areas that the method describes (True); False where it says anything else."""
    areas = f.data.get("impact_areas", {})
    if not isinstance(areas, dict):
        return UNKNOWN
    return {area: isinstance(about, str) for area, about in areas.items()}


def _mandate(f: Fields) -> parts.Mandate:
    return parts.Mandate(f.text("level"), f.texts("roles"), f.text("ref"), f.day("until"))


def _statement(f: Fields) -> parts.Statement:
    return parts.Statement(
        version=f.text("version"),
        approved=f.below("approved", _decision),
        shares=_length(f, "shared_with"),
        published=_inner(f, "published", lambda p: p.day("date")),
    )


def _contract(f: Fields) -> parts.Contract:
    return parts.Contract(f.text("kind"), f.text("ref"), f.day("start"), f.day("end"))


def _clauses(f: Fields) -> dict[str, bool | None]:
    """Return which clauses are agreed; one with a reason for not applying is None."""
    return {
        name: value if isinstance(value, bool) else None
        for name, value in f.data.items()
        if not name.startswith("x-")
    }


def _assurance(f: Fields) -> parts.Assurance:
    return parts.Assurance(
        report=f.text("report"),
        type=f.text("type"),
        period=f.below("period", _span),
        scope=f.text("scope"),
        independent=f.flag("independent"),
    )


def _assessment(f: Fields) -> parts.Assessment:
    return parts.Assessment(f.text("by"), f.day("date"), f.text("outcome"))


def _access(f: Fields) -> parts.Access:
    stated = f.text("conditions")
    conditions = stated is UNKNOWN or _says_something(stated)
    return parts.Access(conditions, f.day("until"), f.text("analysis"))


def _provision(f: Fields) -> parts.Provision:
    return parts.Provision(f.text("supplier"))


def _replacement(f: Fields) -> parts.Replacement:
    return parts.Replacement(f.text("norm"), f.text("equivalence"))


def _scale(f: Fields) -> parts.Scale:
    highest = f.below("scale", lambda s: (s.number("likelihood"), s.number("impact")))
    likelihood, impact = (highest, highest) if not isinstance(highest, tuple) else highest
    return parts.Scale(likelihood, impact, _levels(f))


def _levels(f: Fields) -> dict[str, int] | tuple[tuple[str, ...], ...] | parts.Maybe:
    levels = f.data.get("levels")
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


def _inner(f: Fields, key: str, read: Callable[[Fields], Any]) -> Any:
    value = f.below(key, lambda below: (read(below),))
    return value[0] if isinstance(value, tuple) else value


def _organisation(f: Fields) -> dict[str, Any]:
    return {
        "cbw_applies": _inner(f, "cbw", lambda c: c.flag("applies")),
        "scope": f.below("scope", _scope),
        "context": f.below("context", _situation),
        "method": f.below("risk_method", _method),
        "scale": f.below("risk_method", _scale),
        "mandates": f.list_of("mandates", _mandate),
        "statement": f.below("statement", _statement),
    }


def _role(f: Fields) -> dict[str, Any]:
    return {
        "functions": f.texts("functions"),
        "handles": f.texts("handles"),
        "holder": f.text("holder"),
        "appointed": f.below("appointed", _decision),
        "start": f.day("from"),
        "until": f.day("until"),
        "serves": f.texts("serves"),
    }


def _process(f: Fields) -> dict[str, Any]:
    return {
        "critical": f.flag("critical"),
        "systems": f.texts("systems"),
        "quickscan": f.below("quickscan", _decision),
        "classified": "classification" in f,
        "continuity_document": _inner(f, "continuity", lambda c: c.text("document")),
        "continuity_tested": _inner(f, "continuity", lambda c: c.day("tested")),
    }


def _system(f: Fields) -> dict[str, Any]:
    return {
        "critical": f.flag("critical"),
        "criticality": f.below("criticality", _decision),
        "internet_facing": f.flag("internet_facing"),
        "classified": "classification" in f,
        "processes": f.texts("processes"),
        "suppliers": f.texts("suppliers"),
    }


def _supplier(f: Fields) -> dict[str, Any]:
    return {
        "contract": f.below("contract", _contract),
        "cloud": f.flag("cloud"),
        "processes_information": f.flag("processes_information"),
        "clauses": f.below("clauses", _clauses),
        "analysis": f.texts("analysis"),
        "assurance": f.below("assurance", _assurance),
        "assessment": f.below("assessment", _assessment),
        "access": f.list_of("access", _access),
    }


def _control(f: Fields) -> dict[str, Any]:
    return {
        "implements": f.requirements("implements"),
        "status": f.text("status"),
        "due": f.day("due"),
        "implemented_on": f.day("implemented_on"),
        "basis": f.texts("basis"),
        "design": f.texts("design"),
        "risks": f.texts("risks"),
        "processes": f.texts("processes"),
        "systems": f.texts("systems"),
        "provided_by": f.list_of("provided_by", _provision),
        "cycles": f.list_of("cycles", _cycle),
        "retention": _inner(f, "parameters", lambda p: p.period("retention")),
        "sufficiency": f.texts("sufficiency"),
        "replaces": f.below("replaces", _replacement),
    }


def _impact_areas(f: Fields) -> dict[str, int | Unknown] | Unknown:
    areas = f.data.get("impact_areas", {})
    if not isinstance(areas, dict):
        return UNKNOWN
    return {area: score if type(score) is int else UNKNOWN for area, score in areas.items()}


def _risk(f: Fields) -> dict[str, Any]:
    return {
        "status": f.text("status"),
        "requirements": f.requirements("requirements"),
        "processes": f.texts("processes"),
        "systems": f.texts("systems"),
        "impact_areas": _impact_areas(f),
        "inherent": f.below("inherent", _rating),
        "residual": f.below("residual", _rating),
        "analysed": f.below("analysed", _decision),
        "treatment": f.text("treatment"),
        "controls": f.texts("controls"),
        "actions": f.list_of("actions", _action),
        "acceptance": f.below("acceptance", _acceptance),
    }


def _evidence(f: Fields) -> dict[str, Any]:
    return {
        "proves": f.texts("proves"),
        "controls": f.texts("controls"),
        "requirements": f.requirements("requirements"),
        "systems": f.texts("systems"),
        "suppliers": f.texts("suppliers"),
        "period": f.below("period", _span),
        "collected": _inner(f, "collected", lambda c: c.day("date")),
        "collected_by": _inner(f, "collected", lambda c: c.text("by")),
        "performed_by": f.text("performed_by"),
        "result": f.below("result", _result),
        "source_path": _inner(f, "source", lambda s: s.text("path")),
        "sha256": _inner(f, "source", lambda s: s.text("sha256")),
        "classification": f.text("classification"),
    }


def _exemption(f: Fields) -> dict[str, Any]:
    return {
        "type": f.text("type"),
        "requirements": f.requirements("requirements"),
        "has_reason": _says_something(f.data.get("reason")),
        "analysis": f.texts("analysis"),
        "advice": f.below("ciso_advice", _decision),
        "approved": f.below("approved", _decision),
        "plan": f.text("plan"),
        "until": f.day("until"),
        "compensating": f.texts("compensating"),
    }


def _says_something(value: object) -> bool:
    """Whether a text is more than blanks; a number or boolean is text that lacks its quotes."""
    return isinstance(value, int) or (isinstance(value, str) and value.strip() != "")


def _paper(f: Fields) -> dict[str, Any]:
    return {
        "type": f.text("type"),
        "document_path": f.text("path"),
        "url": f.text("url"),
        "requirements": f.requirements("requirements"),
        "subjects": f.texts("subjects"),
        "status": f.text("status"),
        "approved": f.below("approved", _decision),
        "valid_until": f.day("valid_until"),
        "supersedes": f.texts("supersedes"),
        "result": f.below("result", _result),
    }


def _own_rule(f: Fields) -> dict[str, Any]:
    return {
        "title": f.text("title"),
        "code": f.text("code"),
        "about": f.texts("for"),
        "condition": f.text("condition"),
        "message": _words(f, "message"),
        "help": _words(f, "help"),
        "severity": f.text("severity"),
        "at": f.text("at"),
    }


def _words(f: Fields, key: str) -> Text | parts.Maybe:
    """Return a text that is given once for both languages, or in each of them."""
    if isinstance(f.data.get(key), dict):
        each = f.below(key, lambda w: (w.text("nl"), w.text("en")))
        nl, en = each if isinstance(each, tuple) else (None, None)
        return Text(nl, en) if isinstance(nl, str) and isinstance(en, str) else UNKNOWN
    said = f.text(key)
    return Text(said, said) if isinstance(said, str) else said


_BUILDERS: dict[str, tuple[type[model.Record], Callable[[Fields], dict[str, Any]]]] = {
    "organisation": (model.Organisation, _organisation),
    "role": (model.Role, _role),
    "process": (model.Process, _process),
    "system": (model.System, _system),
    "supplier": (model.Supplier, _supplier),
    "control": (model.Control, _control),
    "risk": (model.Risk, _risk),
    "evidence": (model.Evidence, _evidence),
    "exception": (model.Exemption, _exemption),
    "document": (model.Paper, _paper),
    "rule": (model.OwnRule, _own_rule),
}


def build(
    kind: str,
    data: dict[str, Any],
    *,
    path: str,
    ordinal: int,
    invalid: set[Pointer],
    references: tuple[Leaf, ...],
) -> model.Record:
    """Return the record of a document of a known kind.

    `invalid` are the pointers that the schema refuses; their fields are UNKNOWN.
    """
    record, read = _BUILDERS[kind]
    f = Fields(data, invalid)
    return record(
        path=path,
        ordinal=ordinal,
        kind=kind,
        id=f.text("id"),
        owner=f.text("owner"),
        review=f.below("review", _review),
        references=references,
        **read(f),
    )
