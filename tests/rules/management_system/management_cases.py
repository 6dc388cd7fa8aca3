"""What the tests of rules about the management system share."""

from __future__ import annotations

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load() if each.rule.code[:3] != "STR")
"""Every rule that finds something in these small administrations besides the one under test."""

ORGANISATION = {
    "organisation.yaml": """\
kind: organisation
id: lindemeer
title: Gemeente Lindemeer
owner: directie
sector: municipality
"""
}


def paper(kind: str, fields: str, status: str = "approved", name: str = "v") -> str:
    """A document whose own fields begin on line 8."""
    return f"""\
kind: document
id: {name}
title: Verslag
owner: directie
type: {kind}
status: {status}
url: https://lindemeer.example/verslag
{fields}"""


def adopted(day: str) -> str:
    """The decision on a document: the day stands in column 32."""
    return f"approved: {{by: directie, date: {day}, ref: BW 2026-131}}\n"


def files(*texts: str) -> dict[str, str]:
    """The organisation with documents, each in a file of its own: a.yaml, b.yaml, …"""
    named = {f"{chr(ord('a') + n)}.yaml": text for n, text in enumerate(texts)}
    return ORGANISATION | named
