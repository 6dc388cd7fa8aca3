"""Exceptions and what they refer to, of which tests change one thing at a time."""

from __future__ import annotations

from bio2lint import rules

Repository = dict[str, str]

LINES = {
    "kind": "exception",
    "id": "x",
    "title": "Een uitzondering",
    "type": "deviation",
    "requirements": "[5.17.01]",
    "owner": "hoofd-werkplek",
    "reason": "De leverancier levert de voorziening pas in 2027.",
    "analysis": "[analyse]",
    "ciso_advice": "{by: ciso, date: 2026-03-01, positive: true}",
    "approved": "{by: directie, date: 2026-03-09, ref: DB-2026-041}",
    "plan": "documents/plan.md",
    "until": "2027-03-09",
    "review": "{last: 2026-03-09, interval: P1Y}",
}
"""A deviation with all that belongs to it: each key stands on its own line, in this order."""


def beside(*codes: str) -> set[str]:
    """Return the rules that are beside the point: all but `codes`, structure and references."""
    looked_at = {*codes, "REF006", "REF008"}
    every = {check.rule.code for check in rules.load()}
    return {code for code in every if code not in looked_at and not code.startswith("STR")}


def exception(**changed: str | None) -> Repository:
    """The deviation with some keys changed, added at the end, or (None) left out."""
    lines = {**LINES, **changed}
    text = "".join(f"{key}: {value}\n" for key, value in lines.items() if value is not None)
    return {"exceptions/x.yaml": text}


def not_applicable(**changed: str | None) -> Repository:
    """A well supported „not applicable”, without what only a deviation needs."""
    left_out = dict.fromkeys(("analysis", "ciso_advice", "plan", "until"))
    return exception(**{"type": "not-applicable", **left_out, **changed})


def analysis(approved: str | None = "2026-02-01", identifier: str = "analyse") -> Repository:
    decision = f"approved: {{by: directie, date: {approved}, ref: DB-1}}\n" if approved else ""
    return {
        f"documents/{identifier}.yaml": f"""\
kind: document
id: {identifier}
title: Risicoanalyse
type: analysis
path: documents/analyse.md
status: {"approved" if approved else "draft"}
owner: hoofd-werkplek
{decision}"""
    }


def risk(status: str = "open") -> Repository:
    return {
        "risks/r-1.yaml": f"""\
kind: risk
id: R-1
title: Overname van accounts
owner: hoofd-werkplek
status: {status}
treatment: mitigate
review: {{last: 2026-09-30, interval: P6M}}
"""
    }


def together(*parts: Repository) -> Repository:
    """The parts with the roles, the analysis and the files to which they refer."""
    functions = {"hoofd-werkplek": "line-manager", "ciso": "ciso", "directie": "board"}
    base = {
        f"roles/{name}.yaml": f"kind: role\nid: {name}\ntitle: Rol\nfunctions: [{function}]\n"
        for name, function in functions.items()
    }
    files = {"documents/plan.md": "# Plan\n", "documents/analyse.md": "# Analyse\n"}
    return {path: text for part in (base, files, analysis(), *parts) for path, text in part.items()}
