"""REF004: numbers that edition 1.3 has withdrawn."""

from __future__ import annotations

import pytest
from reference_cases import ROLES, control, exception
from support import NOISE, check, expect

NOISE_OF_CONTROL = NOISE | {"CMP010"}


def test_numbers_in_force_are_no_finding() -> None:
    expect(control("[5.21.03, 5.35.02, 8.24.02]"), ignoring=NOISE_OF_CONTROL)


@pytest.mark.parametrize("number", ["5.21.01", "5.35.01", "7.01.01", "8.24.03"])
def test_a_withdrawn_number_is_to_go(number: str) -> None:
    files = control(f"[5.17.01, {number}]")
    expect(files, "controls/mfa.yaml:4:23 REF004", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF004"]
    assert finding.requirements == (number,)
    assert not finding.fixable
    assert finding.message.nl == f"{number} is vervallen in editie 1.3 en heeft geen opvolger."
    assert finding.message.en == f"{number} is withdrawn in edition 1.3 and has no successor."
    assert finding.help is not None
    assert finding.help.nl.startswith(f"Haal {number} weg")
    assert finding.help.en.startswith(f"Remove {number}")


@pytest.mark.parametrize(
    ("number", "nl", "en"),
    [
        ("8.24.03", "over het onderwerp gaat nu 8.24.01 (", "its subject is now in 8.24.01 ("),
        ("5.35.01", 'noem dan beheersmaatregel "5.35".', 'name control "5.35".'),
    ],
)
def test_the_help_says_what_covers_the_subject_now(number: str, nl: str, en: str) -> None:
    (finding,) = [f for f in check(control(f"[5.17.01, {number}]")) if f.code == "REF004"]
    assert finding.help is not None
    assert nl in finding.help.nl
    assert en in finding.help.en


def test_an_exception_is_looked_at_too() -> None:
    expect(exception("[7.07.01, 7.01.01]"), "exceptions/x.yaml:5:25 REF004")


def test_a_document_is_looked_at_too() -> None:
    policy = """\
kind: document
id: zonering
title: Zonering van gebouwen
type: policy
url: https://documenten.lindemeer.example/zonering
owner: ciso
status: approved
approved: {by: directie, date: 2026-02-03, ref: DB-2026-007}
requirements: [7.01.01]
review: {last: 2026-02-03, interval: P1Y, by: ciso}
"""
    files = {**ROLES, "documents/zonering.yaml": policy}
    expect(files, "documents/zonering.yaml:9:16 REF004", ignoring=NOISE | {"REF007"})
