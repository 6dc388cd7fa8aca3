"""Planted faults of evidence (EVD): retention, outcomes, and what is left out."""

from __future__ import annotations

from planted_repo import plant

_RETENTION = "parameters: {retention: ▸"
_TEST = "evidence/E-2026-227.yaml"

PROOF = (
    plant(
        "EVD004",
        "incident records kept for two years",
        ("controls/bm-5-28.yaml", "parameters: {retention: P5Y", f"{_RETENTION}P2Y"),
    ),
    plant(
        "EVD004",
        "incident records kept a month too short",
        ("controls/bm-5-28.yaml", "parameters: {retention: P5Y", f"{_RETENTION}P35M"),
    ),
    plant(
        "EVD004",
        "use of utilities kept for a quarter",
        ("controls/bm-8-18.yaml", "parameters: {retention: P18M", f"{_RETENTION}P90D"),
    ),
    plant(
        "EVD005",
        "a test without an outcome",
        (_TEST, "result: {outcome: pass}\n", ""),
        (_TEST, "\nid: ", "\nid: ▸"),
    ),
    plant(
        "EVD005",
        "an earlier test that fell short and was left at that",
        (
            "evidence/E-2026-017.yaml",
            r"^  outcome: partial\n  follow_up:\n(    .*\n)+",
            "  outcome: ▸partial\n",
        ),
    ),
    plant(
        "EVD005",
        "an internal audit with findings and no follow-up",
        (
            "documents/interne-audit-2026.yaml",
            r"^  outcome: partial\n  follow_up:\n(    .*\n)+",
            "  outcome: ▸partial\n",
        ),
    ),
    plant(
        "EVD006",
        "a new app that was not tested",
        ("systems/burger-app-meldingen.yaml", "\nid: ", "\nid: ▸"),
        (_TEST, ", burger-app-meldingen", ""),
    ),
    plant(
        "EVD006",
        "an inside system that is now reachable from the internet",
        ("systems/personeelssysteem.yaml", "internet_facing: false", "internet_facing: true"),
        ("systems/personeelssysteem.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "EVD006",
        "a supplier that was left out of the yearly review",
        ("suppliers/soc-leverancier.yaml", "\nid: ", "\nid: ▸"),
        ("evidence/E-2026-042.yaml", "  - soc-leverancier\n", ""),
    ),
)
