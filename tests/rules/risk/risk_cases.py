"""The organisation's risk method, for tests of rules about it."""

from __future__ import annotations

from bio2lint import rules

AREAS = [
    "political",
    "diplomatic",
    "financial",
    "image",
    "trust",
    "publicity",
    "motivation",
    "management-control",
]
METHOD = {
    "quickscan": "methode.md#quickscan",
    "full_analysis": "methode.md#analyse",
    "register": "methode.md#register",
    "follow_up": "methode.md#opvolging",
    "adopted": "{by: college, date: 2026-02-10}",
    "scale": "{likelihood: 5, impact: 5}",
    "levels": "{low: 1, medium: 5, high: 10, critical: 20}",
    "impact_areas": f"{{{', '.join(f'{area}: Van (1) tot (5).' for area in AREAS)}}}",
}


def organisation(method: dict[str, str] | None = METHOD, more: str = "") -> dict[str, str]:
    """An organisation whose risk method stands on line 5, with a part on each line after it."""
    parts = [f"  {field}: {value}\n" for field, value in (method or {}).items()]
    block = "".join(["risk_method:\n", *parts]) if parts else ""
    return {
        "o.yaml": f"kind: organisation\nid: o\ntitle: O\nsector: municipality\n{block}{more}",
        "methode.md": "# Methode\n",
        "roles/college.yaml": "kind: role\nid: college\ntitle: College\nfunctions: [board]\n",
    }


def without(*fields: str, **changed: str) -> dict[str, str]:
    """The method without some parts, or with others in their place."""
    return {f: v for f, v in METHOD.items() if f not in fields} | changed


def beside(*codes: str) -> frozenset[str]:
    """Return the rules that a test is not about; faults of reading always count."""
    judged = {*codes, "STR001", "STR002", "STR003", "STR004", "STR005", "REF006"}
    return frozenset(each.rule.code for each in rules.load()) - judged
