"""Controls and the documents that the norm asks for beside them."""

from __future__ import annotations

from completeness_cases import ROLES, control

from bio2lint import rules

DECIDED = "approved: {by: directie, date: 2026-06-09, ref: MT 2026-12}\n"


def beside(code: str) -> set[str]:
    """Return the rules that are beside the point: all but one, structure and references.

    That hardly anything points at what these administrations hold is beside it too.
    """
    every = {one.rule.code for one in rules.load()}
    return {c for c in every if c != code and not c.startswith(("STR", "REF"))} | {"REF007"}


def paper(
    requirements: str,
    more: str = DECIDED,
    *,
    identifier: str = "stuk",
    kind: str = "policy",
    status: str = "approved",
) -> dict[str, str]:
    """A document; its status stands on line 6 at column 9, its requirements on line 7."""
    text = f"""\
kind: document
id: {identifier}
title: Een stuk
type: {kind}
owner: ciso
status: {status}
requirements: [{requirements}]
url: https://intranet.lindemeer.example/{identifier}
{more}"""
    return {f"documents/{identifier}.yaml": text}


def administration(
    implements: str, *papers: dict[str, str], status: str = "implemented", more: str = ""
) -> dict[str, str]:
    """A control whose first number stands on line 4 at column 14, and documents."""
    files = {**ROLES, "controls/c.yaml": control("c", implements, f"status: {status}{more}")}
    return {path: text for part in (files, *papers) for path, text in part.items()}
