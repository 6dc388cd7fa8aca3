"""A small administration in which nothing is wrong, to which the tests of references add faults."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from support import AS_OF, edition

from bio2lint import document

if TYPE_CHECKING:
    from types import ModuleType

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


def control(implements: str) -> dict[str, str]:
    """The roles and a planned control; `implements` begins on line 4, its value at column 13."""
    text = f"""\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: {implements}
owner: ciso
status: planned
due: 2027-03-31
review: {{last: 2026-10-01, interval: P1Y, by: ciso}}
"""
    return {**ROLES, "controls/mfa.yaml": text}


def exception(requirements: str) -> dict[str, str]:
    """The roles and an approved exception; `requirements` stands on line 5, its value at 15."""
    text = f"""\
kind: exception
id: X-001
title: Geen chipcards
type: not-applicable
requirements: {requirements}
owner: ciso
reason: Aanmelden gaat met passkeys; chipcards zijn nooit uitgegeven.
approved: {{by: directie, date: 2026-03-09, ref: DB-2026-041}}
review: {{last: 2026-10-01, interval: P1Y, by: ciso}}
"""
    return {**ROLES, "exceptions/x.yaml": text}


def replacements(rule: ModuleType, implements: str) -> list[str | None]:
    """What a rule proposes to write instead of the numbers of a control, in their order."""
    (read,) = document.read("controls/mfa.yaml", control(implements)["controls/mfa.yaml"].encode())
    as_of = date.fromisoformat(AS_OF)
    return [found.replacement for found in rule.check_document(read, edition("1.3"), as_of)]
