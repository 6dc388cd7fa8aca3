"""A small administration in which every requirement is planned, to take things out of."""

from __future__ import annotations

from support import edition

from bio2lint import numbers

ROLES = {
    "roles/ciso.yaml": """\
kind: role
id: ciso
title: CISO
functions: [ciso]
""",
    "roles/directie.yaml": """\
kind: role
id: directie
title: Directie
functions: [board]
""",
}


def all_requirements(*left_out: str) -> list[str]:
    """Return every active measure and every control without any, as YAML writes them."""
    norm = edition("1.3")
    alone = [control.number for control in norm.controls.values() if not control.measures]
    return [
        number if numbers.is_measure(number) else f'"{number}"'
        for number in (*norm.active, *alone)
        if number not in left_out
    ]


def control(
    identifier: str, implements: str, more: str = "status: planned\ndue: 2027-03-31"
) -> str:
    """A control; `implements` stands on line 4 at column 13, `more` begins on line 6."""
    return f"""\
kind: control
id: {identifier}
title: Een beheersmaatregel
implements: [{implements}]
owner: ciso
{more}
review: {{last: 2026-10-01, interval: P1Y, by: ciso}}
"""


def everything(*left_out: str) -> dict[str, str]:
    """The roles and one planned control for every requirement but those left out."""
    return {
        **ROLES,
        "controls/alles.yaml": control("alles", ", ".join(all_requirements(*left_out))),
    }


def exception(
    requirements: str,
    more: str = "type: not-applicable",
    approved: str = "{by: directie, date: 2026-03-09, ref: DB-2026-041}",
) -> str:
    """An exception, approved unless said otherwise; `requirements` stands on line 4, column 15."""
    decided = f"approved: {approved}\n" if approved else ""
    return f"""\
kind: exception
id: X-001
title: Een uitzondering
requirements: [{requirements}]
owner: ciso
{more}
reason: Wat deze maatregel beschermt, is er bij ons niet.
{decided}review: {{last: 2026-10-01, interval: P1Y, by: ciso}}
"""
