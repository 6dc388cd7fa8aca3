"""Planted faults of time (DUE): what falls due soon, and periods that were never chosen."""

from __future__ import annotations

from planted_repo import plant

# Whatever the settings make of this rule, here it looks two days ahead.
_TWO_DAYS = (
    "bio2lint.yaml",
    r"^fail_on: error\n(rules: .*\n)?",
    "fail_on: error\nrules: {DUE004: {severity: info, days: 2}}\n",
)

SOON = (
    plant(
        "DUE004",
        "a contract that ends today",
        _TWO_DAYS,
        ("suppliers/back-up-leverancier.yaml", "end: 2028-01-31", "end: ▸2026-11-23"),
        status=0,
    ),
    plant(
        "DUE004",
        "a follow-up that is due the day after tomorrow",
        _TWO_DAYS,
        ("evidence/E-2026-054.yaml", "due: 2026-12-31", "due: ▸2026-11-25"),
        status=0,
    ),
    plant(
        "DUE004",
        "a review that is due tomorrow",
        _TWO_DAYS,
        ("controls/bm-5-33.yaml", "review: {last: 2026-09-24", "review: {last: ▸2025-11-24"),
        status=0,
    ),
)

OWN_PERIODS = (
    plant(
        "DUE005",
        "no period for training",
        ("controls/bm-5-4.yaml", "^cycles: .*\n", ""),
        ("controls/bm-5-4.yaml", "5.04.01]", "▸5.04.01]"),
        status=0,
    ),
    plant(
        "DUE005",
        "a period for another measure",
        ("controls/bm-5-33.yaml", "{requirement: 5.33.01,", "{requirement: 5.09.01,"),
        ("controls/bm-5-33.yaml", "5.33.01]", "▸5.33.01]"),
        status=0,
    ),
    plant(
        "DUE005",
        "an empty list of periods",
        ("controls/bm-8-1.yaml", "^cycles: .*", "cycles: []"),
        ("controls/bm-8-1.yaml", "8.01.02]", "▸8.01.02]"),
        status=0,
    ),
)
