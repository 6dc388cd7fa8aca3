"""Planted faults of suppliers (SUP) and of the management system (ISM)."""

from __future__ import annotations

from planted_repo import plant

REGISTER = (
    plant(
        "SUP001",
        "a contract that was not recorded",
        ("suppliers/brp-leverancier.yaml", "^contract: .*\n", ""),
        ("suppliers/brp-leverancier.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "SUP001",
        "a contract that ended while a system rests on it",
        ("suppliers/zaaksysteem-leverancier.yaml", "end: 2027-12-31", "end: ▸2026-10-31"),
    ),
    plant(
        "SUP001",
        "a joint arrangement of which nothing is known",
        (
            "suppliers/omgevingsdienst.yaml",
            "^contract: .*",
            "▸contract: {kind: joint-arrangement}",
        ),
    ),
    plant(
        "SUP002",
        "a contract without an exit strategy",
        ("suppliers/financien-leverancier.yaml", "exit: true", "exit: ▸false"),
    ),
    plant(
        "SUP002",
        "a clause on audits that was forgotten",
        ("suppliers/gemalen-leverancier.yaml", "  audit: true\n", ""),
        ("suppliers/gemalen-leverancier.yaml", "\nclauses:", "\n▸clauses:"),
    ),
    plant(
        "SUP002",
        "a cloud service without grounds for termination",
        ("suppliers/website-leverancier.yaml", "  termination: true\n", ""),
        ("suppliers/website-leverancier.yaml", "\nclauses:", "\n▸clauses:"),
    ),
    plant(
        "SUP002",
        "no clauses recorded at all",
        ("suppliers/personeel-leverancier.yaml", "^clauses:\n(  .*\n)+", ""),
        ("suppliers/personeel-leverancier.yaml", "\nid: ", "\nid: ▸"),
    ),
)

PROOF = (
    plant(
        "SUP003",
        "a supplier that was last assessed a year and a week ago",
        ("suppliers/hosting-leverancier.yaml", "date: 2026-09-15", "date: ▸2025-11-16"),
    ),
    plant(
        "SUP003",
        "a supplier that was never assessed",
        ("suppliers/belastingsamenwerking.yaml", "^assessment: .*\n", ""),
        ("suppliers/belastingsamenwerking.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "SUP003",
        "an assessment that ran out yesterday",
        ("suppliers/soc-leverancier.yaml", "date: 2026-09-22", "date: ▸2025-11-22"),
    ),
    plant(
        "SUP004",
        "a report over the year before last",
        (
            "suppliers/personeel-leverancier.yaml",
            "{from: 2025-01-01, until: 2025-12-31}",
            "{from: 2024-01-01, until: ▸2024-12-31}",
        ),
    ),
    plant(
        "SUP004",
        "a supplier that judges itself",
        ("suppliers/netwerk-leverancier.yaml", "independent: true", "independent: ▸false"),
    ),
    plant(
        "SUP004",
        "a report that does not say what it covers",
        ("suppliers/back-up-leverancier.yaml", "^  scope: .*\n", ""),
        ("suppliers/back-up-leverancier.yaml", "\nassurance:", "\n▸assurance:"),
    ),
    plant(
        "SUP004",
        "a report that is only half a year late, where no grace is given",
        (
            "suppliers/omgevingsdienst.yaml",
            "{from: 2025-04-01, until: 2026-03-31}",
            "{from: 2024-10-01, until: ▸2025-09-30}",
        ),
        (
            "bio2lint.yaml",
            "fail_on: error\n",
            "fail_on: error\nrules: {SUP004: {grace: P1M}}\n",
        ),
    ),
    plant(
        "SUP004",
        "a promised report that never came",
        ("suppliers/vergunningen-leverancier.yaml", "^assurance:\n(  .*\n)+", ""),
        ("suppliers/vergunningen-leverancier.yaml", "\nid: ", "\nid: ▸"),
    ),
)

BEFOREHAND = (
    plant(
        "SUP005",
        "a contract that began before anything was weighed",
        ("suppliers/gemalen-leverancier.yaml", "start: 2023-12-01", "start: 2023-08-01"),
        ("suppliers/gemalen-leverancier.yaml", "analysis: [", "analysis: ▸["),
    ),
    plant(
        "SUP005",
        "a supplier whose analysis was forgotten",
        ("suppliers/soc-leverancier.yaml", "^analysis: .*\n", ""),
        ("suppliers/soc-leverancier.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "SUP005",
        "a contract weighed only in a risk that was analysed this year",
        (
            "suppliers/netwerk-leverancier.yaml",
            "analysis: [ketenanalyse-leveranciers]",
            "analysis: ▸[R-012]",
        ),
    ),
    plant(
        "SUP006",
        "access without an end",
        ("suppliers/hosting-leverancier.yaml", "^    until: .*\n", ""),
        ("suppliers/hosting-leverancier.yaml", "  - what: ", "  - ▸what: "),
    ),
    plant(
        "SUP006",
        "access that ended but was not withdrawn",
        ("suppliers/werkplek-leverancier.yaml", "until: 2027-03-31", "until: ▸2026-10-31"),
    ),
    plant(
        "SUP006",
        "access without conditions and risk assessment",
        ("suppliers/gemalen-leverancier.yaml", "^    conditions: .*\n", ""),
        ("suppliers/gemalen-leverancier.yaml", "^    analysis: .*\n", ""),
        ("suppliers/gemalen-leverancier.yaml", "  - what: ", "  - ▸what: "),
    ),
)

MANAGEMENT = (
    plant(
        "ISM001",
        "an internal audit of last year",
        ("documents/interne-audit-2026.yaml", "date: 2026-06-30", "date: ▸2025-06-26"),
    ),
    plant(
        "ISM001",
        "an audit whose report was never finished",
        ("documents/interne-audit-2026.yaml", "status: approved", "status: draft"),
        ("organisation.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "ISM001",
        "an internal audit, and the last look at its report, of last year",
        ("documents/interne-audit-2026.yaml", "date: 2026-06-30", "date: ▸2025-06-26"),
        ("documents/interne-audit-2026.yaml", "last: 2026-06-30", "last: 2025-06-26"),
    ),
    plant(
        "ISM002",
        "a management review of last year",
        ("documents/directiebeoordeling-2026.yaml", "date: 2026-09-10", "date: ▸2025-09-11"),
    ),
    plant(
        "ISM002",
        "a management review that decided nothing",
        ("documents/directiebeoordeling-2026.yaml", "^result:\n(  .*\n)+", ""),
        ("documents/directiebeoordeling-2026.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "ISM002",
        "a management review filed as an ordinary report",
        (
            "documents/directiebeoordeling-2026.yaml",
            "type: management-review",
            "type: report",
        ),
        ("organisation.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "ISM003",
        "objectives that were never adopted",
        (
            "documents/informatiebeveiligingsdoelstellingen-2026.yaml",
            "status: approved",
            "status: draft",
        ),
        ("organisation.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
    plant(
        "ISM003",
        "objectives that nobody measures",
        (
            "documents/informatiebeveiligingsdoelstellingen-2026.yaml",
            "^result:\n(  .*\n)+review: .*\n",
            "",
        ),
        ("documents/informatiebeveiligingsdoelstellingen-2026.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
    plant(
        "ISM003",
        "objectives filed as a plan",
        (
            "documents/informatiebeveiligingsdoelstellingen-2026.yaml",
            "type: objectives",
            "type: plan",
        ),
        ("organisation.yaml", "\nid: ", "\nid: ▸"),
        status=0,
    ),
    plant(
        "ISM004",
        "a finding of the audit that was left lying",
        ("documents/interne-audit-2026.yaml", "due: 2027-01-29", "due: ▸2026-10-30"),
        status=0,
    ),
    plant(
        "ISM004",
        "an action that was thought done but is not",
        (
            "documents/directiebeoordeling-2026.yaml",
            "due: 2026-10-16, done: 2026-10-08",
            "due: ▸2026-10-16",
        ),
        status=0,
    ),
    plant(
        "ISM004",
        "an action of nobody",
        (
            "documents/directiebeoordeling-2026.yaml",
            "- {what: Tweede medewerker opleiden voor de gemalenbesturing, owner: hoofd-ruimte,",
            "- ▸{what: Tweede medewerker opleiden voor de gemalenbesturing,",
        ),
        status=0,
    ),
)

FOLLOW_UP = (
    plant(
        "SUP007",
        "a supplier that falls short, with an analysis from before that was known",
        ("suppliers/gemalen-leverancier.yaml", "outcome: pass", "outcome: ▸fail"),
        status=0,
    ),
    plant(
        "SUP007",
        "a supplier that meets only part of the requirements",
        ("suppliers/sociaal-domein-leverancier.yaml", "outcome: pass", "outcome: ▸partial"),
        status=0,
    ),
    plant(
        "SUP007",
        "a supplier that falls short, with a risk that was closed",
        ("suppliers/werkplek-leverancier.yaml", "outcome: pass", "outcome: ▸partial"),
        (
            "suppliers/werkplek-leverancier.yaml",
            "analysis: [ketenanalyse-leveranciers]",
            "analysis: [ketenanalyse-leveranciers, R-031]",
        ),
        status=0,
    ),
)
