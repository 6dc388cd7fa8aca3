"""What other spellings of periods, checksums and fields stand for, and what they never do."""

from __future__ import annotations

import pytest
from support import check

CONTROL = """\
kind: control
id: mfa
title: T
implements: [5.17.01]
owner: ict
status: planned
due: 2027-01-01
review: {last: 2026-05-12, interval: <>}
"""
SYSTEM = "kind: system\nid: s\ntitle: S\nowner: ict\nrto: <>\n"


def proposals(text: str, written: str, path: str) -> list[tuple[str, bool]]:
    """Return what is to be written instead, and whether that is offered without judgement."""
    found = check({path: text.replace("<>", written)})
    return [(f.fix.text, f.fixable) for f in found if f.code == "STR002" and f.fix]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("p1y", "P1Y"),
        ("1Y", "P1Y"),
        ("1y", "P1Y"),
        ("P 12 M", "P12M"),
        ("P1J", "P1Y"),
        ("1J", "P1Y"),
        ("6m", "P6M"),
        ("1 jaar", "P1Y"),
        ("2 Jaren", "P2Y"),
        ("18  maanden", "P18M"),
        ("6mnd", "P6M"),
        ("2 weken", "P2W"),
        ("10 dagen", "P10D"),
        ("2 kwartalen", "P6M"),
        ("per kwartaal", "P3M"),
        ("elke 3 maanden", "P3M"),
        ("ieder jaar", "P1Y"),
        ("every 2 years", "P2Y"),
        ("Jaarlijks", "P1Y"),
        ("halfjaarlijks", "P6M"),
        ("quarterly", "P3M"),
        ("P1Y6M ", None),
        ("'P1Y6M '", "'P1Y6M'"),
        ("tweejaarlijks", None),
        ("biannual", None),
        ("1,5 jaar", None),
        ("jaar", None),
        ("y", None),
        ("12", None),
        ("P", None),
        ("PT1H", None),
        ("4 uur", None),
        ("P6M1Y", None),
        ("per", None),
        ("elke drie maanden", None),
        ("99999 jaar", None),
        ("۱ jaar", None),
    ],
)
def test_a_period(written: str, meant: str | None) -> None:
    found = proposals(CONTROL, written, "controls/mfa.yaml")
    assert found == ([] if meant is None else [(meant, True)])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pt4h", "PT4H"),
        ("4 uur", "PT4H"),
        ("4u", "PT4H"),
        ("4H", "PT4H"),
        ("30 min", "PT30M"),
        ("2 maanden", "P2M"),
        ("p2m", "P2M"),
        ("30m", None),
        ("30 M", None),
    ],
)
def test_a_time_span(written: str, meant: str | None) -> None:
    found = proposals(SYSTEM, written, "systems/s.yaml")
    assert found == ([] if meant is None else [(meant, True)])


@pytest.mark.parametrize(
    ("written", "meant", "safe"),
    [
        ("Planned", "planned", True),
        ("In Progress", "in-progress", True),
        ("in_progress", "in-progress", True),
        ("inprogress", "in-progress", False),
        ("gepland", "planned", False),
    ],
)
def test_a_value_that_differs_in_capitals_or_dashes_only(
    written: str, meant: str, *, safe: bool
) -> None:
    text = CONTROL.replace("planned", "<>", 1).replace("interval: <>", "interval: P1Y")
    assert proposals(text, written, "controls/mfa.yaml") == [(meant, safe)]


@pytest.mark.parametrize("length", [100, 100_000])
def test_a_long_text_is_no_period(length: int) -> None:
    assert proposals(CONTROL, "1" * length, "controls/mfa.yaml") == []
    assert proposals(CONTROL, "'" + " 1" * length + " jaar'", "controls/mfa.yaml") == []
