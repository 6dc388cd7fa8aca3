"""CMP002: controls without active measures that nothing meets."""

from __future__ import annotations

import pytest
from completeness_cases import control, everything, exception
from support import check, edition, expect, result

NOISE = frozenset({"CMP010", "VVT001", "VVT003", "VVT008"})


def test_an_administration_that_plans_everything_misses_nothing() -> None:
    expect(everything(), ignoring=NOISE)


def test_a_missing_control_is_placed_at_the_pinned_edition() -> None:
    files = everything("5.6")
    expect(files, "bio2lint.yaml:1:7 CMP002", ignoring=NOISE)
    (finding,) = [f for f in check(files) if f.code == "CMP002"]
    assert finding.requirements == ("5.6",)
    title = edition("1.3").title("5.6")
    assert finding.message.nl == f"Beheersmaatregel 5.6 ({title.nl}) ontbreekt in de administratie."
    assert finding.message.en == f"Control 5.6 ({title.en}) is not in the administration."
    assert finding.help is not None
    assert '"5.6"' in finding.help.nl
    assert '"5.6"' in finding.help.en


def test_an_empty_administration_misses_every_control_without_measures() -> None:
    alone = [c.number for c in edition("1.3").controls.values() if not c.measures]
    found = [f for f in check({}) if f.code == "CMP002"]
    assert {f.requirements[0] for f in found} == set(alone)
    assert len(found) == 39


def test_a_control_with_measures_follows_from_those() -> None:
    files = everything("5.17.01", "5.17.02", "5.17.03")
    assert [f.code for f in check(files) if f.code not in NOISE] == ["CMP001"] * 3


@pytest.mark.parametrize(
    ("written", "code"), [("A.5.6", "REF002"), ("5.06", "REF002"), ("5.06.01", "REF005")]
)
def test_a_control_in_another_spelling_is_there(written: str, code: str) -> None:
    files = {**everything("5.6"), "controls/w.yaml": control("w", f'"{written}"')}
    expect(files, f"controls/w.yaml:4:14 {code}", ignoring=NOISE)


def test_an_exception_that_counts_covers_the_control() -> None:
    files = {**everything("8.28"), "exceptions/x.yaml": exception('"8.28"')}
    expect(files, ignoring=NOISE)


@pytest.mark.parametrize(
    ("more", "approved"),
    [
        ("type: deviation\nuntil: 2026-11-22", "{by: directie, date: 2026-03-09, ref: DB-1}"),
        ("type: not-applicable", ""),
    ],
)
def test_a_lapsed_or_unapproved_exception_is_another_rules_matter(more: str, approved: str) -> None:
    files = {**everything("8.28"), "exceptions/x.yaml": exception('"8.28"', more, approved)}
    assert result(files).coverage["8.28"].status == "missing"
    assert [f for f in check(files) if f.code == "CMP002"] == []


def test_what_an_unreadable_file_may_hold_is_unknown_and_not_missing() -> None:
    files = {**everything("5.6"), "controls/w.yaml": "kind: control\nid: w\ntitle: [\n"}
    assert [f.code for f in check(files) if f.code not in NOISE] == ["STR001"]
    assert result(files).coverage["5.6"].status == "unknown"
