"""Planted faults of the risk method, of mandates and of treatment (RSK001, 003, 006, 008, 009)."""

from __future__ import annotations

from planted_repo import plant

HIGH = "{likelihood: 4, impact: 3, level: high}"

METHOD = (
    plant(
        "RSK001",
        "a method without a quickscan",
        ("organisation.yaml", "^  quickscan: .*\n", ""),
        ("organisation.yaml", "\nrisk_method:", "\n▸risk_method:"),
    ),
    plant(
        "RSK001",
        "a method that nobody adopted",
        ("organisation.yaml", "^  adopted: .*\n", ""),
        ("organisation.yaml", "\nrisk_method:", "\n▸risk_method:"),
    ),
    plant(
        "RSK001",
        "a method without a register and follow-up",
        ("organisation.yaml", "^  register: .*\n  follow_up: .*\n", ""),
        ("organisation.yaml", "\nrisk_method:", "\n▸risk_method:"),
    ),
)

AREAS = (
    plant(
        "RSK003",
        "a method without the area of trust",
        ("organisation.yaml", "^    trust: .*\n", ""),
        ("organisation.yaml", "  impact_areas:", "  ▸impact_areas:"),
    ),
    plant(
        "RSK003",
        "a method that leaves out what does not apply, without saying so",
        ("organisation.yaml", "^    diplomatic:\n      .*\n      .*\n", ""),
        ("organisation.yaml", "  impact_areas:", "  ▸impact_areas:"),
    ),
    plant(
        "RSK003",
        "a risk without the score of an area, where each is asked",
        ("bio2lint.yaml", "^(fail_on: .*)", r"\1\nrules: {RSK003: {per_risk: true}}"),
        ("risks/R-016.yaml", "^impact_areas: (.*)trust: [0-9], ", r"▸impact_areas: \1"),
    ),
)

MANDATES = (
    plant(
        "RSK006",
        "a medium risk that a department accepted",
        ("risks/R-019.yaml", "^  by: .*", "  by: ▸hoofd-facilitair"),
    ),
    plant(
        "RSK006",
        "a high risk that the director accepted",
        ("risks/R-019.yaml", "^inherent: .*", f"inherent: {HIGH}"),
        ("risks/R-019.yaml", "^residual: .*", f"residual: {HIGH}"),
        ("risks/R-019.yaml", "^  by: ", "  by: ▸"),
    ),
    plant(
        "RSK006",
        "a risk that was accepted after the mandate had ended",
        ("organisation.yaml", r"^(    ref: .* lid 2\n    until): .*", r"\1: 2026-05-27"),
        ("risks/R-019.yaml", "^  by: ", "  by: ▸"),
    ),
)

TREATMENT = (
    plant(
        "RSK009",
        "an action past its date",
        ("risks/R-019.yaml", "due: 2027-04-30", "due: ▸2026-11-20"),
        status=0,
    ),
    plant(
        "RSK009",
        "an action that nobody has to take",
        ("risks/R-021.yaml", "  - {what: Tweede", "  - ▸{what: Tweede"),
        ("risks/R-021.yaml", "gemalenbesturing, owner: hoofd-ruimte, due", "gemalenbesturing, due"),
        status=0,
    ),
    plant(
        "RSK009",
        "an action without a date",
        ("risks/R-030.yaml", r"^  - ({what: .*), due: [0-9-]*}", r"  - ▸\1}"),
        status=0,
    ),
)

NO_RISK = ("controls/bm-8-15-integriteit.yaml", "^risks: .*\n", "")
NOT_NAMED = ("documents/toereikendheidsanalyse-2026.yaml", ", 8.15.06", "")
NOT_A_RISK = ("risks/R-028.yaml", "^requirements: .*\n", "")
NOT_AGAINST = ("risks/R-028.yaml", "bm-8-15-integriteit, ", "")
AT_LOGS = ("controls/bm-8-15-integriteit.yaml", "8.15.06]", "▸8.15.06]")

ANALYSES = (
    plant(
        "RSK008",
        "checks of log files that rest on no analysis",
        NO_RISK,
        NOT_NAMED,
        NOT_A_RISK,
        NOT_AGAINST,
        AT_LOGS,
    ),
    plant(
        "RSK008",
        "checks of log files of which the risk is closed",
        NO_RISK,
        NOT_NAMED,
        ("risks/R-028.yaml", "status: open", "status: closed"),
        AT_LOGS,
    ),
    plant(
        "RSK008",
        "recovery times of which the risks are about other things",
        ("controls/bm-8-13.yaml", "^risks: .*\n", ""),
        ("documents/toereikendheidsanalyse-2026.yaml", ", 8.13.02", ""),
        ("risks/R-007.yaml", "requirements: [8.13.02]", "requirements: [8.13.04]"),
        *((f"risks/R-{n}.yaml", "bm-8-13, ", "") for n in ("001", "007", "020")),
        ("controls/bm-8-13.yaml", "8.13.02", "▸8.13.02"),
    ),
)
