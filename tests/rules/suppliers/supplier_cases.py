"""What the tests of rules about suppliers share."""

from __future__ import annotations

from bio2lint import rules

BESIDE = frozenset(
    code
    for code in (each.rule.code for each in rules.load())
    if code[:3] not in ("SUP", "STR") and code != "REF006"
)
"""What these small administrations lack besides."""

AGREED = "{requirements: true, audit: true, yearly_proof: true, transparency: true, exit: true"
CLAUSES = f"clauses: {AGREED}, chain: true, termination: true}}\n"
SINCE_SPRING = "contract: {kind: contract, ref: C-1, start: 2026-03-01}\n"


def supplier(fields: str) -> dict[str, str]:
    """A supplier whose own fields begin on line 5."""
    head = "kind: supplier\nid: zaakwerk\ntitle: Zaakwerk\nowner: hoofd-inkoop\n"
    owner = "kind: role\nid: hoofd-inkoop\ntitle: Hoofd inkoop\nfunctions: [process-owner]\n"
    return {"s.yaml": head + fields, "roles.yaml": owner}


def measure(number: str, status: str) -> dict[str, str]:
    """A control that meets a measure as far as its status says."""
    return {
        "controls.yaml": f"""\
kind: control
id: bm
title: Maatregel
owner: hoofd-inkoop
implements: [{number}]
status: {status}
"""
    }


def exempted(number: str, until: str = "2027-01-01") -> dict[str, str]:
    """A deviation from a measure that counts until a day."""
    return {
        "exceptions.yaml": f"""\
kind: exception
id: X-1
title: Afwijking
owner: hoofd-inkoop
type: deviation
requirements: [{number}]
reason: Het contract loopt nog.
approved: {{by: hoofd-inkoop, date: 2026-01-05, ref: BW 2026-001}}
until: {until}
"""
    }
