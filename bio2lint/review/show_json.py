"""The review for programs: everything, as `schemas/review.schema.json` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import bio2lint
from bio2lint.report.jsonreport import finding_as_data
from bio2lint.report.jsontext import dump
from bio2lint.report.words import DISCLAIMER
from bio2lint.review import words
from bio2lint.status import OK

if TYPE_CHECKING:
    from bio2lint.finding import Finding
    from bio2lint.norm import Norm
    from bio2lint.report import Context
    from bio2lint.review import Review
    from bio2lint.review.change import Approval, Change
    from bio2lint.review.show import Revisions


def render(done: Review, context: Context, revisions: Revisions) -> str:
    """Return a review as JSON; paths are relative to the root, columns count code points."""
    language = context.language
    old, new = done.norms
    return dump(
        {
            "tool": {"name": "bio2lint", "version": bio2lint.__version__},
            "norm": {"before": _norm(old, language), "after": _norm(new, language)},
            "as_of": done.as_of.isoformat(),
            "revisions": revisions._asdict(),
            "verdict": _verdict(done, language),
            "changes": [_change(one, language) for one in done.changes],
            "approvals": [_approval(one, language) for one in done.approvals],
            "coverage": _coverage(done),
            "findings": _findings(done, language),
            "unreadable": [one._asdict() for one in done.unreadable],
            "notes": [note.in_language(language) for note in done.notes],
            "not_judged": [text.in_language(language) for text in done.not_judged],
        }
    )


def _norm(norm: Norm, language: str) -> dict[str, Any]:
    return {
        "name": norm.name,
        "edition": norm.edition,
        "published": norm.published,
        "copy": norm.copy.in_language(language),
    }


def _verdict(done: Review, language: str) -> dict[str, Any]:
    return {
        "passed": done.status == OK,
        "status": done.status,
        "summary": words.verdict(done).in_language(language),
        "unsupported": len(done.unsupported),
        "failing": len(done.failing),
        "fail_on": done.fail_on.name.lower() if done.fail_on is not None else "never",
        "disclaimer": DISCLAIMER.in_language(language),
    }


def _change(one: Change, language: str) -> dict[str, Any]:
    return {
        "document": one.document,
        "kind": one.kind,
        "path": one.path,
        "pointer": one.pointer,
        "field": one.field,
        "before": one.before,
        "after": one.after,
        "direction": one.direction,
        "why": one.why.in_language(language),
        "supported": one.supported.in_language(language) if one.supported else None,
    }


def _approval(one: Approval, language: str) -> dict[str, Any]:
    return {
        "role": one.role,
        "handles": list(one.handles),
        "reasons": [reason.in_language(language) for reason in one.reasons],
        "asked": one.asked,
    }


def _coverage(done: Review) -> dict[str, Any]:
    measures, controls = done.coverage.measures, done.coverage.controls
    return {
        "before": {"measures": measures[0], "controls": controls[0]},
        "after": {"measures": measures[1], "controls": controls[1]},
        "requirements": [moved._asdict() for moved in done.coverage.moved],
    }


def _findings(done: Review, language: str) -> dict[str, Any]:
    def listed(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
        return [finding_as_data(finding, language) for finding in findings]

    found = done.findings
    return {
        "new": listed(found.new),
        "hidden": listed(found.hidden),
        "resolved": listed(found.resolved),
        "remaining": listed(found.remaining),
    }
