"""Rules of an organisation's own for tests, and the small administration that they judge."""

from __future__ import annotations

from support import NOISE, check

SETTINGS = "norm: bio2@1.3\n"
ROLES = """\
kind: role
id: hoofd-ict
title: Hoofd ICT
functions: [system-owner]
contact: ict@lindemeer.example
---
kind: role
id: hoofd-archief
title: Hoofd archief
functions: [system-owner]
"""
SYSTEMS = """\
kind: system
id: belastingen
title: Belastingapplicatie
owner: hoofd-ict
critical: true
rpo: PT8H
---
kind: system
id: archief
title: ARCHIEFSYSTEEM
owner: hoofd-archief
critical: false
review: {last: 2024-01-15, interval: P1Y}
"""
FILES = {"roles/rollen.yaml": ROLES, "systems/systemen.yaml": SYSTEMS}
QUIET = NOISE | {"OWN004", "DUE001", "REF007", "SEC005"}


def own(
    condition: str,
    *more: str,
    code: str = "LIN001",
    kinds: str = "system",
    message: str = "{nl: Zo kan het niet., en: This will not do.}",
    severity: str = "error",
) -> str:
    """Return a rule; its condition, given as YAML has it, is on line 6."""
    lines = (
        "kind: rule",
        f"id: {code.lower()}",
        "title: Een eigen regel",
        f"code: {code}",
        f"for: [{kinds}]",
        f"condition: {condition}",
        f"message: {message}",
        f"severity: {severity}",
        *more,
    )
    return "".join(f"{line}\n" for line in lines)


def quoted(condition: str) -> str:
    """Return a condition as a quoted YAML scalar."""
    return "'" + condition.replace("'", "''") + "'"


def with_rules(*rules: str, **files: str) -> dict[str, str]:
    """Return the small administration with rules, each in a document of one file."""
    return {**FILES, "rules/eigen.yaml": "---\n".join(rules), **files}


def found(*rules: str, settings: str = SETTINGS) -> list[str]:
    """Return what own rules find, and what is wrong with them, as `path:line:column CODE`."""
    return [
        f"{f.region.path}:{f.region.line}:{f.region.column} {f.code}"
        for f in check({**with_rules(*rules), "bio2lint.yaml": settings})
        if f.code.startswith(("LIN", "GEM")) or f.code == "STR008"
    ]


def not_in_order(condition: str, kinds: str = "system, role") -> set[str | None]:
    """Return the ids of the documents on which a condition is false; it fails on none."""
    findings = check(with_rules(own(quoted(condition), kinds=kinds)))
    assert "STR008" not in {f.code for f in findings}, [f.message.en for f in findings]
    return {f.document for f in findings if f.code == "LIN001"}
