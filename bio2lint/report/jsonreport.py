"""The report for programs: everything, as `schemas/report.schema.json` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import bio2lint
from bio2lint.finding import Severity
from bio2lint.report.jsontext import dump
from bio2lint.report.summary import summarise
from bio2lint.report.words import DISCLAIMER

if TYPE_CHECKING:
    from bio2lint.baseline import Comparison
    from bio2lint.coverage import Coverage
    from bio2lint.engine import Result
    from bio2lint.finding import Finding, Region, Text
    from bio2lint.report import Context
    from bio2lint.report.summary import Summary
    from bio2lint.silencing import Silenced


def render(result: Result, context: Context) -> str:
    """Return the report as JSON; paths are relative to the root, columns count code points."""
    language = context.language
    summary = summarise(result)
    norm = result.norm
    report = {
        "tool": {"name": "bio2lint", "version": bio2lint.__version__},
        "norm": {
            "name": norm.name,
            "edition": norm.edition,
            "published": norm.published,
            "copy": norm.copy.in_language(language),
        },
        "profile": result.profile,
        "as_of": result.as_of.isoformat(),
        "revision": context.revision,
        "summary": _summary(summary, context),
        "coverage": {"measures": summary.measures, "controls": summary.controls},
        "requirements": [_requirement(covered) for covered in result.coverage.values()],
        "not_judged": {
            "unreadable": list(result.unreadable),
            "requirements": list(summary.unknown),
            "held_back": dict(sorted(result.held_back.items())),
            "turned_off": dict(sorted(result.turned_off.items())),
            "not_applied": list(result.not_applied),
            "without_kind": list(result.stray),
            "references_elsewhere": result.elsewhere,
        },
        "findings": [finding_as_data(finding, language) for finding in result.findings],
        "suppressed": [_silenced(one) for one in result.silenced],
        "baseline": _baseline(result.baseline),
    }
    return dump(report)


def _summary(summary: Summary, context: Context) -> dict[str, Any]:
    return {
        "documents": summary.documents,
        "errors": summary.severities[Severity.ERROR],
        "warnings": summary.severities[Severity.WARNING],
        "infos": summary.severities[Severity.INFO],
        "fixable": summary.fixable,
        "suppressed": summary.suppressed,
        "in_baseline": summary.known,
        "held_back": summary.held_back,
        "not_shown": context.hidden,
        "superseded_by": summary.superseded_by,
        "disclaimer": DISCLAIMER.in_language(context.language),
    }


def _requirement(covered: Coverage) -> dict[str, Any]:
    return {
        "number": covered.number,
        "status": covered.status,
        "controls": [control.name for control in covered.controls],
        "exceptions": [exemption.name for exemption in covered.exceptions],
    }


def finding_as_data(finding: Finding, language: str) -> dict[str, Any]:
    """Return a finding as the reports for programs have it."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.name.lower(),
        "message": finding.message.in_language(language),
        "help": finding.help.in_language(language) if finding.help else None,
        **_place(finding.region),
        "end_line": finding.region.end_line,
        "end_column": finding.region.end_column,
        "pointer": finding.pointer,
        "document": finding.document,
        "kind": finding.kind,
        "owner": finding.owner,
        "requirements": list(finding.requirements),
        "url": finding.url,
        "fixable": finding.fixable,
        "fingerprint": finding.fingerprint,
        "related": [_related(region, why, language) for region, why in finding.related],
    }


def _silenced(one: Silenced) -> dict[str, Any]:
    finding = one.finding
    return {
        "code": finding.code,
        "path": finding.region.path,
        "line": finding.region.line,
        "document": finding.document,
        "fingerprint": finding.fingerprint,
        "until": one.until.isoformat(),
        "reason": one.reason,
    }


def _baseline(compared: Comparison | None) -> dict[str, Any] | None:
    if compared is None:
        return None
    return {
        "held_back": compared.held,
        "stale": [entry._asdict() for entry in compared.stale],
        "ended": compared.ended.isoformat() if compared.ended else None,
    }


def _related(region: Region, why: Text, language: str) -> dict[str, Any]:
    return {**_place(region), "message": why.in_language(language)}


def _place(region: Region) -> dict[str, Any]:
    return {"path": region.path, "line": region.line, "column": region.column}
