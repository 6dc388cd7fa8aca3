"""Plain data → typed records: one function for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint import model
from bio2lint.finding import Text
from bio2lint.model import _mappings, parts
from bio2lint.model.fields import UNKNOWN, Fields, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.finding import Pointer
    from bio2lint.schema import Leaf


def _organisation(f: Fields) -> dict[str, Any]:
    return {
        "cbw_applies": _mappings.inner(f, "cbw", lambda c: c.flag("applies")),
        "scope": f.below("scope", _mappings.scope),
        "context": f.below("context", _mappings.situation),
        "method": f.below("risk_method", _mappings.method),
        "scale": f.below("risk_method", _mappings.scale),
        "mandates": f.list_of("mandates", _mappings.mandate),
        "statement": f.below("statement", _mappings.statement),
    }


def _role(f: Fields) -> dict[str, Any]:
    return {
        "functions": f.texts("functions"),
        "handles": f.texts("handles"),
        "holder": f.text("holder"),
        "appointed": f.below("appointed", _mappings.decision),
        "start": f.day("from"),
        "until": f.day("until"),
        "serves": f.texts("serves"),
    }


def _process(f: Fields) -> dict[str, Any]:
    return {
        "critical": f.flag("critical"),
        "systems": f.texts("systems"),
        "quickscan": f.below("quickscan", _mappings.decision),
        "classified": "classification" in f,
        "continuity_document": _mappings.inner(f, "continuity", lambda c: c.text("document")),
        "continuity_tested": _mappings.inner(f, "continuity", lambda c: c.day("tested")),
    }


def _system(f: Fields) -> dict[str, Any]:
    return {
        "critical": f.flag("critical"),
        "criticality": f.below("criticality", _mappings.decision),
        "internet_facing": f.flag("internet_facing"),
        "classified": "classification" in f,
        "processes": f.texts("processes"),
        "suppliers": f.texts("suppliers"),
    }


def _supplier(f: Fields) -> dict[str, Any]:
    return {
        "contract": f.below("contract", _mappings.contract),
        "cloud": f.flag("cloud"),
        "processes_information": f.flag("processes_information"),
        "clauses": f.below("clauses", _mappings.clauses),
        "analysis": f.texts("analysis"),
        "assurance": f.below("assurance", _mappings.assurance),
        "assessment": f.below("assessment", _mappings.assessment),
        "access": f.list_of("access", _mappings.access),
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
        "provided_by": f.list_of("provided_by", _mappings.provision),
        "cycles": f.list_of("cycles", _mappings.cycle),
        "retention": _mappings.inner(f, "parameters", lambda p: p.period("retention")),
        "sufficiency": f.texts("sufficiency"),
        "replaces": f.below("replaces", _mappings.replacement),
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
        "inherent": f.below("inherent", _mappings.rating),
        "residual": f.below("residual", _mappings.rating),
        "analysed": f.below("analysed", _mappings.decision),
        "treatment": f.text("treatment"),
        "controls": f.texts("controls"),
        "actions": f.list_of("actions", _mappings.action),
        "acceptance": f.below("acceptance", _mappings.acceptance),
    }


def _evidence(f: Fields) -> dict[str, Any]:
    return {
        "proves": f.texts("proves"),
        "controls": f.texts("controls"),
        "requirements": f.requirements("requirements"),
        "systems": f.texts("systems"),
        "suppliers": f.texts("suppliers"),
        "period": f.below("period", _mappings.span),
        "collected": _mappings.inner(f, "collected", lambda c: c.day("date")),
        "collected_by": _mappings.inner(f, "collected", lambda c: c.text("by")),
        "performed_by": f.text("performed_by"),
        "result": f.below("result", _mappings.result),
        "source_path": _mappings.inner(f, "source", _mappings.file_of_source),
        "sha256": _mappings.inner(f, "source", lambda s: s.text("sha256")),
        "classification": f.text("classification"),
    }


def _exemption(f: Fields) -> dict[str, Any]:
    return {
        "type": f.text("type"),
        "requirements": f.requirements("requirements"),
        "has_reason": _mappings.says_something(f.data.get("reason")),
        "analysis": f.texts("analysis"),
        "advice": f.below("ciso_advice", _mappings.decision),
        "approved": f.below("approved", _mappings.decision),
        "plan": f.text("plan"),
        "until": f.day("until"),
        "compensating": f.texts("compensating"),
    }


def _paper(f: Fields) -> dict[str, Any]:
    return {
        "type": f.text("type"),
        "document_path": f.text("path"),
        "url": f.text("url"),
        "requirements": f.requirements("requirements"),
        "subjects": f.texts("subjects"),
        "status": f.text("status"),
        "approved": f.below("approved", _mappings.decision),
        "valid_until": f.day("valid_until"),
        "supersedes": f.texts("supersedes"),
        "result": f.below("result", _mappings.result),
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
        review=f.below("review", _mappings.review),
        references=references,
        **read(f),
    )
