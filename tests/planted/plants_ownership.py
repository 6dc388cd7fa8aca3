"""Planted faults of who does, owns and approves what (OWN002, OWN005 to OWN007)."""

from __future__ import annotations

from planted_repo import plant

DEPARTURE = """\
kind: exception
id: X-007
title: Proef met de nieuwe balie in de productieomgeving
type: permitted
requirements: [8.31.01]
owner: hoofd-dienstverlening
reason: De koppeling met de kassa bestaat alleen in productie; de proef duurt een avond.
analysis: [R-018]
ciso_advice: {{by: ciso, date: 2026-10-29, ref: CISO-advies 2026-27, positive: true}}
approved: {{by: {by}, date: 2026-11-03, ref: Z26-0702}}
until: 2027-06-18
review: {{last: 2026-11-03, interval: P1Y, by: hoofd-dienstverlening}}
"""

NOT_LINE = (
    plant(
        "OWN002",
        "a system of the CISO",
        ("systems/siem.yaml", "^owner: .*", "owner: ▸ciso"),
    ),
    plant(
        "OWN002",
        "a process of the data protection officer",
        ("processes/informatiebeheer.yaml", "^owner: .*", "owner: ▸fg"),
    ),
    plant(
        "OWN002",
        "a risk of the auditor",
        ("risks/R-028.yaml", "^owner: .*", "owner: ▸auditor"),
    ),
    plant(
        "OWN002",
        "a risk that the CISO accepted",
        ("risks/R-019.yaml", "^  by: .*", "  by: ▸ciso"),
    ),
)

PRESCRIBED = (
    plant(
        "OWN005",
        "a supplier that the CISO assessed",
        (
            "suppliers/omgevingsdienst.yaml",
            "assessment: {by: hoofd-ruimte",
            "assessment: {by: ▸ciso",
        ),
        status=0,
    ),
    plant(
        "OWN005",
        "a system that the security officer found not critical",
        (
            "systems/website.yaml",
            "^criticality: {by: [a-z-]*",
            "criticality: {by: ▸security-officer",
        ),
        status=0,
    ),
    plant(
        "OWN005",
        "retention periods that the privacy officer checked",
        ("evidence/E-2026-060.yaml", "^performed_by: .*", "performed_by: ▸privacy-officer"),
        status=0,
    ),
    plant(
        "OWN005",
        "tests of continuity plans of which only the coordinator is known",
        ("evidence/E-2026-058.yaml", "^performed_by: .*\n", ""),
        ("evidence/E-2026-058.yaml", "collected: {by: ", "collected: {by: ▸"),
        status=0,
    ),
)

APPROVERS = (
    plant(
        "OWN006",
        "a policy that the board did not adopt",
        (
            "documents/informatiebeveiligingsbeleid.yaml",
            "approved: {by: college",
            "approved: {by: ▸gemeentesecretaris",
        ),
    ),
    plant(
        "OWN006",
        "a division of roles that the CISO approved",
        (
            "documents/rollen-en-verantwoordelijkheden.yaml",
            "approved: {by: college",
            "approved: {by: ▸ciso",
        ),
    ),
    plant(
        "OWN006",
        "a test in production that the team leader allowed",
        ("exceptions/X-007.yaml", "", DEPARTURE.format(by="▸hoofd-infrastructuur")),
    ),
)

DEPENDENT = (
    plant(
        "OWN007",
        "log files that their administrators checked",
        ("evidence/E-2026-236.yaml", "^performed_by: .*", "performed_by: ▸technisch-beheer"),
    ),
    plant(
        "OWN007",
        "log files that the owner of logging checked",
        ("evidence/E-2026-236.yaml", "^performed_by: .*", "performed_by: ▸hoofd-ict"),
    ),
    plant(
        "OWN007",
        "log files of the network that its owner checked",
        ("evidence/E-2026-236.yaml", "^performed_by: .*", "performed_by: ▸hoofd-infrastructuur"),
        ("evidence/E-2026-236.yaml", "systems: [siem]", "systems: [siem, netwerk]"),
    ),
)
