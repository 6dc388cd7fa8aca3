"""CMP001: active measures that nothing meets."""

from __future__ import annotations

import pytest
from completeness_cases import control, everything, exception
from support import check, edition, expect, result

from bio2lint.settings import SettingsError

NOISE = frozenset({"CMP010", "DUE004", "VVT001", "VVT003", "VVT008"})


def test_an_administration_that_plans_everything_misses_nothing() -> None:
    expect(everything(), ignoring=NOISE)


def test_a_missing_measure_is_placed_at_the_pinned_edition() -> None:
    files = {**everything("5.17.03"), "bio2lint.yaml": "language: nl\nnorm: bio2@1.3\n"}
    expect(files, "bio2lint.yaml:2:7 CMP001", ignoring=NOISE)
    (finding,) = [f for f in check(files) if f.code == "CMP001"]
    assert finding.requirements == ("5.17.03",)
    title = edition("1.3").title("5.17.03")
    assert finding.message.nl == (
        f"Overheidsmaatregel 5.17.03 ({title.nl}) ontbreekt in de administratie."
    )
    assert finding.message.en == (
        f"Government measure 5.17.03 ({title.en}) is not in the administration."
    )
    assert finding.help is not None
    assert "5.17.03" in finding.help.nl
    assert "5.17.03" in finding.help.en


def test_an_empty_administration_misses_every_active_measure() -> None:
    found = [f for f in check({}) if f.code == "CMP001"]
    assert [f.requirements for f in found] == [(number,) for number in edition("1.3").active]
    assert len(found) == 117
    assert len({f.fingerprint for f in found}) == 117


@pytest.mark.parametrize("status", ["planned\ndue: 2027-03-31", "in-progress\ndue: 2027-03-31"])
def test_whatever_the_status_of_the_control_the_measure_is_there(status: str) -> None:
    files = {
        **everything("5.17.03"),
        "controls/w.yaml": control("w", "5.17.03", f"status: {status}"),
    }
    expect(files, ignoring=NOISE)


def test_the_number_from_which_a_measure_moved_counts_for_it() -> None:
    files = {**everything("5.26.02"), "controls/w.yaml": control("w", "5.25.01")}
    expect(files, "controls/w.yaml:4:14 REF003", ignoring=NOISE)


@pytest.mark.parametrize("kind", ["not-applicable", "deviation\nuntil: 2026-11-23"])
def test_an_exception_that_counts_covers_its_measure(kind: str) -> None:
    files = {**everything("7.07.01"), "exceptions/x.yaml": exception("7.07.01", f"type: {kind}")}
    expect(files, ignoring=NOISE)


@pytest.mark.parametrize(
    ("more", "approved"),
    [
        ("type: deviation\nuntil: 2026-11-22", "{by: directie, date: 2026-03-09, ref: DB-1}"),
        ("type: not-applicable", ""),
        ("type: not-applicable", "{by: directie, date: 2026-11-24, ref: DB-1}"),
    ],
)
def test_a_lapsed_or_unapproved_exception_is_another_rules_matter(more: str, approved: str) -> None:
    files = {**everything("7.07.01"), "exceptions/x.yaml": exception("7.07.01", more, approved)}
    assert result(files).coverage["7.07.01"].status == "missing"
    assert [f for f in check(files) if f.code == "CMP001"] == []


def test_a_permitted_departure_does_not_replace_a_control() -> None:
    files = everything("5.16.02")
    files["exceptions/x.yaml"] = exception("5.16.02", "type: permitted")
    expect(files, "bio2lint.yaml:1:7 CMP001", ignoring=NOISE)


def test_an_exception_on_the_control_does_not_cover_its_measures() -> None:
    files = {**everything("7.07.01"), "exceptions/x.yaml": exception('"7.7"')}
    expect(files, "bio2lint.yaml:1:7 CMP001", ignoring=NOISE)


def test_what_a_misspelled_number_may_mean_is_not_missing() -> None:
    files = {**everything("5.17.03"), "controls/w.yaml": control("w", "5.17.93")}
    expect(files, "controls/w.yaml:4:14 REF001", ignoring=NOISE)
    assert result(files).coverage["5.17.03"].status == "unknown"


def test_what_an_unreadable_file_may_hold_is_unknown_and_not_missing() -> None:
    files = {**everything("5.17.03"), "controls/w.yaml": "kind: control\nid: w\ntitle: [\n"}
    assert [f.code for f in check(files) if f.code not in NOISE] == ["STR001"]
    assert result(files).coverage["5.17.03"].status == "unknown"


def test_switching_the_rule_off_is_refused() -> None:
    with pytest.raises(SettingsError):
        check({"bio2lint.yaml": "norm: bio2@1.3\nrules: {CMP001: off}\n"})
