"""Planted faults of comments that silence findings (STR007)."""

from __future__ import annotations

from planted_repo import plant

_FULL = "# bio2lint: ignore[DUE001] until=2027-01-31 -- wordt in januari beoordeeld"


def _beside_owner(comment: str) -> tuple[str, str, str]:
    return "systems/siem.yaml", "owner: hoofd-ict\n", f"owner: hoofd-ict ▸{comment}\n"


SUPPRESSIONS = (
    plant(
        "STR007",
        "a comment that never had an end",
        _beside_owner(_FULL.replace(" until=2027-01-31", "")),
    ),
    plant(
        "STR007",
        "a comment without a reason",
        _beside_owner(_FULL.partition(" --")[0]),
    ),
    plant(
        "STR007",
        "a comment that has ended",
        _beside_owner(_FULL.replace("2027-01-31", "2026-11-22")),
    ),
    plant("STR007", "a comment with nothing to silence", _beside_owner(_FULL)),
    plant(
        "STR007",
        "a comment that would silence a protected rule",
        _beside_owner(_FULL.replace("DUE001", "CMP001")),
    ),
)
