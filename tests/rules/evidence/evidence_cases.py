"""A control, and evidence of it, of which tests change one thing at a time."""

from __future__ import annotations

from bio2lint import rules

Repository = dict[str, str]


def beside(*codes: str) -> set[str]:
    """Return the rules that are beside the point: all but `codes`, structure and references."""
    looked_at = {*codes, "REF006", "REF008"}
    every = {check.rule.code for check in rules.load()}
    return {code for code in every if code not in looked_at and not code.startswith("STR")}


def control(
    implements: str = "[5.17.01]",
    *,
    identifier: str = "mfa",
    status: str = "implemented",
    more: str = "",
) -> Repository:
    """A control; `implements` stands on line 4 at column 13, its first number at column 14."""
    return {
        f"controls/{identifier}.yaml": f"""\
kind: control
id: {identifier}
title: Meervoudige authenticatie
implements: {implements}
owner: hoofd-werkplek
status: {status}
review: {{last: 2025-11-20, interval: P2Y, by: ciso}}
{more}"""
    }


def evidence(
    identifier: str = "e1",
    *,
    proves: str = "[design, existence, operation]",
    about: str = "controls: [mfa]",
    when: str = "period: {from: 2026-07-01, until: 2026-09-30}",
    result: str = "result: {outcome: pass}",
) -> Repository:
    """Evidence; `about` stands on line 5, `when` on line 6 and `result` on line 7.

    `about` may bring a source along.
    """
    elsewhere = "source: {url: https://archief.example/rapportage}"
    source = "classification: internal" if "source:" in about else elsewhere
    return {
        f"evidence/{identifier}.yaml": f"""\
kind: evidence
id: {identifier}
title: Rapportage dekking
proves: {proves}
{about}
{when}
{result}
{source}
"""
    }


def exception(
    kind: str = "deviation",
    *,
    requirements: str = "[5.17.01]",
    approved: str = "2026-03-09",
    until: str = "2027-03-09",
) -> Repository:
    return {
        "exceptions/x.yaml": f"""\
kind: exception
id: x
title: Afwijking
type: {kind}
requirements: {requirements}
owner: hoofd-werkplek
reason: De leverancier levert de voorziening pas in 2027.
approved: {{by: directie, date: {approved}, ref: DB-2026-041}}
until: {until}
review: {{last: 2026-03-09, interval: P1Y}}
"""
    }


def roles() -> Repository:
    names = ("hoofd-werkplek", "ciso", "directie", "functioneel-beheer")
    return {
        f"roles/{name}.yaml": f"kind: role\nid: {name}\ntitle: Rol {name}\n"
        f"functions: [{'ciso' if name == 'ciso' else 'line-manager'}]\n"
        for name in names
    }
