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
