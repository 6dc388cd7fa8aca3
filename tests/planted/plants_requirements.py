"""Planted faults of what the norm asks: completeness (CMP) and evidence (EVD)."""

from __future__ import annotations

from planted_repo import plant

_NORM = ("bio2lint.yaml", "norm: ", "norm: ▸")

COMPLETENESS = (
    plant(
        "CMP001",
        "a measure dropped from a control",
        ("controls/bm-8-29.yaml", '["8.29", 8.29.01]', '["8.29"]'),
        _NORM,
    ),
    plant(
        "CMP001",
        "a control instead of its measure",
        ("controls/bm-6-8.yaml", '["6.8", 6.08.01]', '["6.8"]'),
        _NORM,
    ),
    plant("CMP001", "an exception removed", ("exceptions/X-003.yaml", "", None), _NORM),
    plant(
        "CMP002",
        "a file removed to which nothing refers",
        ("controls/bm-7-12.yaml", "", None),
        _NORM,
    ),
    plant(
        "CMP002",
        "a control that has taken the number of the next one",
        ("controls/bm-8-11.yaml", '["8.11"]', '["8.12"]'),
        _NORM,
    ),
    plant("CMP002", "an exception removed", ("exceptions/X-006.yaml", "", None), _NORM),
    plant(
        "CMP003",
        "a control excepted of which the measure is in place",
        ("exceptions/X-006.yaml", 'requirements: ["8.28"]', 'requirements: ["8.28", ▸"8.29"]'),
    ),
    plant(
        "CMP003",
        "a slip of one digit in an exception",
        ("exceptions/X-005.yaml", '[8.30.01, "8.30"]', '[8.30.01, ▸"8.31"]'),
    ),
    plant(
        "CMP003",
        "a control excepted though a measure of it is in place",
        ("exceptions/X-005.yaml", '[8.30.01, "8.30"]', '[8.30.01, "8.30", ▸"5.12"]'),
    ),
    plant(
        "CMP010",
        "a measure that is planned",
        ("controls/bm-8-29.yaml", "^status: .*", "status: ▸planned\ndue: 2027-03-31"),
        ("controls/bm-8-29.yaml", "^implemented_on: .*\n", ""),
        status=0,
    ),
    plant(
        "CMP010",
        "a measure that is in progress",
        ("controls/bm-6-8.yaml", "^status: .*", "status: ▸in-progress\ndue: 2026-12-31"),
        ("controls/bm-6-8.yaml", "^implemented_on: .*\n", ""),
        status=0,
    ),
    plant(
        "CMP010",
        "a measure that is due on the day itself",
        ("bio2lint.yaml", "fail_on: error\n", "fail_on: error\nrules: {DUE004: off}\n"),
        ("controls/bm-5-12.yaml", "^status: .*", "status: ▸in-progress\ndue: 2026-11-23"),
        ("controls/bm-5-12.yaml", "^implemented_on: .*\n", ""),
        status=0,
    ),
    plant(
        "CMP011",
        "planned without a date",
        ("controls/bm-8-29.yaml", "^status: .*", "status: planned"),
        ("controls/bm-8-29.yaml", "^implemented_on: .*\n", ""),
        ("controls/bm-8-29.yaml", "\nid: ", "\nid: ▸"),
    ),
    plant(
        "CMP011",
        "due yesterday",
        ("controls/bm-8-29.yaml", "^status: .*", "status: in-progress\ndue: ▸2026-11-22"),
        ("controls/bm-8-29.yaml", "^implemented_on: .*\n", ""),
    ),
    plant(
        "CMP011",
        "a control without measures, due last year",
        ("controls/bm-7-12.yaml", "^status: .*", "status: planned\ndue: ▸2025-12-31"),
        ("controls/bm-7-12.yaml", "^implemented_on: .*\n", ""),
    ),
)

EVIDENCE = (
    plant(
        "EVD001",
        "evidence that does not pass",
        ("evidence/E-2026-016.yaml", "outcome: pass", "outcome: fail"),
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.01]"),
    ),
    plant(
        "EVD001",
        "evidence of existence only",
        ("evidence/E-2026-016.yaml", "proves: [existence, operation]", "proves: [existence]"),
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.01]"),
    ),
    plant(
        "EVD001",
        "no design",
        ("controls/bm-5-12.yaml", "^design: .*\n", ""),
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.01]"),
    ),
    plant(
        "EVD001",
        "evidence removed",
        ("evidence/E-2026-051.yaml", "", None),
        ("controls/bm-5-24-cvd.yaml", "implements: [5.24.08]", "implements: [▸5.24.08]"),
    ),
    plant(
        "EVD001",
        "evidence without a result",
        ("evidence/E-2026-016.yaml", "^result: .*\n", ""),
        ("controls/bm-5-12.yaml", "5.12.01]", "▸5.12.01]"),
    ),
    plant(
        "EVD002",
        "evidence of last year",
        (
            "evidence/E-2026-016.yaml",
            "^period: .*",
            "period: {from: 2025-02-03, until: ▸2025-04-02}",
        ),
        status=0,
    ),
    plant(
        "EVD002",
        "evidence that is a day too old",
        (
            "evidence/E-2026-028.yaml",
            "^period: .*",
            "period: {from: 2025-05-01, until: ▸2025-11-22}",
        ),
        status=0,
    ),
    plant(
        "EVD002",
        "evidence with only the day on which it was collected",
        ("evidence/E-2026-016.yaml", "^period: .*\n", ""),
        ("evidence/E-2026-016.yaml", "^(collected: .*date): [0-9-]*", r"\1: ▸2025-04-14"),
        status=0,
    ),
    plant(
        "EVD003",
        "a file of evidence touched up",
        ("evidence/files/e-2026-028-wachtwoordeisen.json", r"^\A", "\n"),
        ("evidence/E-2026-028.yaml", "  sha256: ", "  sha256: ▸"),
    ),
    plant(
        "EVD003",
        "a checksum of another file",
        ("evidence/E-2026-016.yaml", "^  sha256: ..", "  sha256: ▸00"),
    ),
    plant(
        "EVD003",
        "the path of another file",
        (
            "evidence/E-2026-016.yaml",
            "^  path: .*",
            "  path: evidence/files/e-2026-028-wachtwoordeisen.json",
        ),
        ("evidence/E-2026-016.yaml", "  sha256: ", "  sha256: ▸"),
    ),
    plant(
        "EVD003",
        "no checksum",
        ("evidence/E-2026-016.yaml", "^  sha256: .*\n", ""),
        ("evidence/E-2026-016.yaml", "\nsource:", "\n▸source:"),
        status=0,
    ),
)
