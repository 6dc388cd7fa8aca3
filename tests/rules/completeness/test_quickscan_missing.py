"""CMP012: critical processes without a quickscan."""

from __future__ import annotations

import pytest
from completeness_cases import ROLES
from paper_cases import beside
from support import check, expect

BESIDE_THE_POINT = beside("CMP012")
PREVIEW = {"bio2lint.yaml": "norm: bio2@1.3\npreview: true\n"}
QUICKSCAN = "quickscan: {by: ciso, date: 2026-03-12, ref: zaak 2026-0412}\n"
CLASSIFIED = "classification: {confidentiality: high, integrity: high, availability: high}\n"


def process(more: str, critical: str = "critical: true\n") -> dict[str, str]:
    text = f"kind: process\nid: burgerzaken\ntitle: Burgerzaken\nowner: ciso\n{critical}{more}"
    return {**ROLES, **PREVIEW, "processes/burgerzaken.yaml": text}


@pytest.mark.parametrize(
    ("more", "lacks"),
    [
        (CLASSIFIED, "de quickscan"),
        (QUICKSCAN, "de classificatie"),
        ("", "de quickscan en de classificatie"),
    ],
)
def test_what_a_critical_process_lacks_is_one_finding(more: str, lacks: str) -> None:
    files = process(more)
    expect(files, "processes/burgerzaken.yaml:2:5 CMP012", ignoring=BESIDE_THE_POINT)
    (finding,) = [f for f in check(files) if f.code == "CMP012"]
    assert finding.message.nl.startswith(f"Van dit kritieke proces ontbreekt {lacks};")
    assert finding.message.en.startswith("This critical process lacks the ")


def test_a_process_with_both_is_fine() -> None:
    expect(process(QUICKSCAN + CLASSIFIED), ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize("critical", ["", "critical: false\n"])
def test_another_process_may_wait(critical: str) -> None:
    expect(process("", critical), ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize(
    ("more", "critical"),
    [("quickscan: ja\n" + CLASSIFIED, "critical: true\n"), ("", "critical: soms\n")],
)
def test_what_is_not_understood_is_the_schemas(more: str, critical: str) -> None:
    codes = {f.code for f in check(process(more, critical))}
    assert "CMP012" not in codes
    assert "STR002" in codes
