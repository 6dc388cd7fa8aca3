"""What is told of a number of the norm, and of what an administration does about it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support import edition, result

from bio2lint.explain import Explanation, here, requirement, show
from bio2lint.finding import Text
from bio2lint.rules._example import ORGANISATION

GOLDEN = Path(__file__).parent / "golden"
NUMBERS = {
    "active": "5.24.07",
    "with-an-interval": "8.08.05",
    "with-a-period-of-its-own": "5.33.01",
    "with-a-retention": "8.15.04",
    "with-a-departure": "5.17.01",
    "moved": "5.04.02",
    "moved-nowhere": "5.26.01",
    "withdrawn": "5.21.01",
    "withdrawn-for-good": "5.35.01",
    "reference": "8.08.06",
    "none": "5.03.01",
    "control": "5.17",
    "control-with-one": "5.33",
    "control-with-moved": "5.4",
    "control-with-none": "5.3",
}


def agree(name: str, text: str) -> None:
    """Assert that `text` is the golden file's; BIO2LINT_UPDATE_GOLDEN=1 writes it instead."""
    file = GOLDEN / name
    if os.environ.get("BIO2LINT_UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_bytes().decode("utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_explained(name: str, language: str) -> None:
    explained = requirement.explain(edition("1.3"), NUMBERS[name])
    agree(f"{name}.{language}.txt", show.as_text(explained, language, 80, color=False))


ROLE = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
CONTROL = """\
kind: control
id: mfa
title: MFA
implements: [5.17.01, 5.17.02, 5.17.03]
owner: ciso
status: implemented
implemented_on: 2026-03-01
"""
EVIDENCE = """\
kind: evidence
id: E-1
title: Meting
proves: [design, existence, operation]
controls: [mfa]
requirements: [5.17.01]
period: {from: 2026-07-01, until: 2026-11-22}
collected: {by: ciso, date: 2026-11-23}
"""
EXCEPTION = """\
kind: exception
id: X-1
title: Uitzondering
type: deviation
requirements: [5.10.02]
owner: ciso
reason: Nog niet zo ver.
approved: {by: ciso, date: 2026-03-09, ref: DB-1}
until: 2027-01-31
"""
FILES = {"organisation.yaml": ORGANISATION, "roles/ciso.yaml": ROLE, "controls/mfa.yaml": CONTROL}


def told(number: str, files: dict[str, str]) -> list[str]:
    """Return what is told of an administration, a line each, in both languages."""
    found = here.sections(result({**FILES, **files}), number, lambda path: f"../{path}")
    return [
        f"{one.nl} / {one.en}"
        for section in found
        for one in (*section.paragraphs, *section.items)
        if not one.en.startswith("Finding ")
    ]


STATUS = "Status op 2026-11-23: ingevoerd. / Status on 2026-11-23: implemented."
BY_MFA = (
    "Beheersmaatregel mfa (ingevoerd, eigenaar ciso): ../controls/mfa.yaml / "
    "Control mfa (implemented, owner ciso): ../controls/mfa.yaml"
)


def test_controls_stand_with_their_status_and_owner() -> None:
    assert told("5.17.02", {}) == [STATUS, BY_MFA]


@pytest.mark.parametrize(
    ("old", "new", "nl", "en"),
    [
        (
            "",
            "",
            "E-1 van opzet, bestaan en werking, tot en met 2026-11-22 (1 dag oud)",
            "E-1 of design, existence and operation, up to 2026-11-22 (1 day old)",
        ),
        (
            "period: {from: 2026-07-01, until: 2026-11-22}\n",
            "",
            "E-1 van opzet, bestaan en werking, tot en met 2026-11-23 (0 dagen oud)",
            "E-1 of design, existence and operation, up to 2026-11-23 (0 days old)",
        ),
        (
            "2026-11-22",
            "2026-12-31",
            "E-1 van opzet, bestaan en werking, tot en met 2026-12-31",
            "E-1 of design, existence and operation, up to 2026-12-31",
        ),
        (
            "proves: [design, existence, operation]\n",
            "",
            "E-1, tot en met 2026-11-22 (1 dag oud)",
            "E-1, up to 2026-11-22 (1 day old)",
        ),
        (
            "period: {from: 2026-07-01, until: 2026-11-22}\ncollected: {by: ciso, date: 2026-11-23",
            "collected: {by: ciso",
            "E-1 van opzet, bestaan en werking",
            "E-1 of design, existence and operation",
        ),
    ],
)
def test_evidence_stands_with_what_it_proves_and_its_age(
    old: str, new: str, nl: str, en: str
) -> None:
    path = "../evidence/E-1.yaml"
    assert told("5.17.01", {"evidence/E-1.yaml": EVIDENCE.replace(old, new)}) == [
        STATUS,
        BY_MFA,
        f"Bewijs {nl}: {path} / Evidence {en}: {path}",
    ]


@pytest.mark.parametrize(
    ("changes", "status", "nl", "en"),
    [
        ({}, "afwijkend", "afwijking, tot en met 2027-01-31", "deviation, until 2027-01-31"),
        (
            {"type: deviation": "type: not-applicable", "until: 2027-01-31\n": ""},
            "n.v.t.",
            "niet van toepassing",
            "not applicable",
        ),
    ],
)
def test_exceptions_stand_with_their_type_and_end(
    changes: dict[str, str], status: str, nl: str, en: str
) -> None:
    text = EXCEPTION
    for old, new in changes.items():
        text = text.replace(old, new)
    path = "../exceptions/X-1.yaml"
    first, second = told("5.10.02", {"exceptions/X-1.yaml": text})
    assert first.startswith(f"Status op 2026-11-23: {status}.")
    assert second == f"Uitzondering X-1 ({nl}): {path} / Exception X-1 ({en}): {path}"


def test_a_control_tells_of_each_of_its_measures() -> None:
    control = CONTROL.replace("[5.17.01, 5.17.02, 5.17.03]", '["5.17", 5.17.01]')
    assert told("5.17", {"controls/mfa.yaml": control}) == [
        "Status op 2026-11-23: ontbreekt. / Status on 2026-11-23: missing.",
        BY_MFA,
        "5.17.01: ingevoerd / 5.17.01: implemented",
        "5.17.02: ontbreekt / 5.17.02: missing",
        "5.17.03: ontbreekt / 5.17.03: missing",
    ]


def test_a_number_that_moved_has_the_status_of_where_it_went() -> None:
    assert told("5.04.02", {}) == [
        "Status van 5.10.02 op 2026-11-23: ontbreekt. / Status of 5.10.02 on 2026-11-23: missing."
    ]


@pytest.mark.parametrize("number", ["5.21.01", "5.03.01"])
def test_a_number_that_asks_nothing_has_no_status(number: str) -> None:
    assert told(number, {}) == []


def test_findings_about_a_number_stand_with_their_place() -> None:
    (section,) = here.sections(result(FILES), "5.17.01", lambda path: f"../{path}")
    found = [one.nl for one in section.items if one.nl.startswith("Bevinding ")]
    assert any(one.startswith("Bevinding EVD001 (../controls/mfa.yaml:4:14): ") for one in found)
    assert not any("CMP001" in one for one in found)


def test_nothing_that_a_document_says_reaches_the_terminal_as_it_is() -> None:
    said = Text(nl="\x1b[2J::error::", en="\x1b[2J::error::")
    text = show.as_text(Explanation(said, said, here.not_judged([said])), "nl", 80, color=False)
    assert "\x1b" not in text
