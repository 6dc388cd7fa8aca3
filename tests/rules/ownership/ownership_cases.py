"""Roles and documents of a small municipality, for the tests of who does what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import rules

if TYPE_CHECKING:
    from collections.abc import Collection

FUNCTIONS = {
    "college": "board",
    "directie": "executive-management",
    "ciso": "ciso",
    "fg": "dpo",
    "auditor": "internal-auditor, independent-officer",
    "controller": "independent-officer",
    "hoofd-ict": "line-manager, system-owner",
    "hoofd-burgerzaken": "line-manager, process-owner",
    "beheer": "technical-administrator",
    "toepassingen": "functional-administrator",
    "security": "information-security-officer",
    "vreemd": "tovenaar",
}


def role(identifier: str, functions: str) -> str:
    return f"kind: role\nid: {identifier}\ntitle: {identifier}\nfunctions: [{functions}]\n"


ROLES = {"roles/rollen.yaml": "---\n".join(role(*item) for item in FUNCTIONS.items())}


def beside(*codes: str) -> Collection[str]:
    """Return the rules that a test is not about; faults of reading always count."""
    judged = {*codes, "STR001", "STR004", "STR005", "REF006"}
    return frozenset(each.rule.code for each in rules.load()) - judged
