"""REF002: other spellings than the norm's."""

from __future__ import annotations

import pytest
from reference_cases import control, exception, replacements
from support import NOISE, check, expect

from bio2lint.rules.references import measure_number_format

NOISE_OF_CONTROL = NOISE | {"CMP010"}


def test_the_norms_own_spelling_is_no_finding() -> None:
    expect(control('[5.17.01, "5.1", "8.34", "5.17.03"]'), ignoring=NOISE_OF_CONTROL)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("8.16.3", "8.16.03"),
        ("5.1.1", "5.01.01"),
        ("05.01.01", "5.01.01"),
        ("BIO-5.01.01", "5.01.01"),
        ("BIO2 5.01.01", "5.01.01"),
        ("5.17.01.", "5.17.01"),
        ('" 5.17.01"', "5.17.01"),
        ("A.5.1", '"5.1"'),
        ('"8.01"', '"8.1"'),
        ('"5.1."', '"5.1"'),
    ],
)
def test_another_spelling_has_one_right_text(written: str, right: str) -> None:
    files = control(f"[5.17.03, {written}]")
    expect(files, "controls/mfa.yaml:4:23 REF002", ignoring=NOISE_OF_CONTROL)
    assert replacements(measure_number_format, f"[{written}]") == [right]
    (finding,) = [f for f in check(files) if f.code == "REF002"]
    assert finding.fixable
    assert finding.requirements == (right.strip('"'),)
    assert finding.help is not None
    assert finding.help.nl == f"Schrijf {right}; `bio2lint fix` doet het voor u."
    assert finding.help.en == f"Write {right}; `bio2lint fix` does it for you."


def test_a_control_number_without_quotes_is_another_rules_matter() -> None:
    expect(control("[5.10]"), "controls/mfa.yaml:4:14 STR003", ignoring=NOISE_OF_CONTROL)


@pytest.mark.parametrize(
    ("written", "right"), [("5.4.2", "5.10.02"), ("8.8.6", "5.24.08"), ("5.3.1", '"5.3"')]
)
def test_a_misspelled_number_that_stands_for_another_gets_that_one_at_once(
    written: str, right: str
) -> None:
    expect(control(f"[{written}]"), "controls/mfa.yaml:4:14 REF002", ignoring=NOISE_OF_CONTROL)
    assert replacements(measure_number_format, f"[{written}]") == [right]


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("5.4.2", True),
        ("8.8.6", True),
        ("5.3.1", False),
        ("A.5.1.1", False),
        ("ISO 5.1.1", False),
        ("nen 5.1.1", False),
        ("' NEN-5.1.1'", False),
    ],
)
def test_what_may_mean_something_else_or_says_less_needs_judgement(
    written: str, *, safe: bool
) -> None:
    (finding,) = [f for f in check(control(f"[{written}]")) if f.code == "REF002"]
    assert finding.fix is not None
    assert finding.fixable == safe


@pytest.mark.parametrize("written", ["5.21.1", "5.26.1"])
def test_a_misspelled_number_that_stands_for_nothing_is_to_go(written: str) -> None:
    files = control(f"[5.17.01, {written}]")
    expect(files, "controls/mfa.yaml:4:23 REF002", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF002"]
    assert not finding.fixable
    assert finding.help is not None
    assert finding.help.nl.startswith("Haal het weg")
    assert finding.help.en.startswith("Remove it")


@pytest.mark.parametrize("implements", ["[5.17.01, 5.17.1]", "[5.17.1, 5.17.01]"])
def test_a_misspelled_repetition_is_to_go(implements: str) -> None:
    (finding,) = [f for f in check(control(implements)) if f.code == "REF002"]
    assert not finding.fixable
    assert finding.help is not None
    assert finding.help.nl == "Haal het weg: 5.17.01 staat al in deze lijst."
    assert finding.help.en == "Remove it: 5.17.01 is in this list already."


def test_of_two_misspellings_of_one_number_the_first_is_mended() -> None:
    assert replacements(measure_number_format, "[5.17.1, A.5.17.01]") == ["5.17.01", None]


@pytest.mark.parametrize(
    "written",
    ["MFA", '""', "5.17.01 en 5.17.02", "5.17.x", "17", "~", "{nummer: 5.17.01}", "[5.17.01]"],
)
def test_what_is_no_number_at_all_is_one_finding(written: str) -> None:
    files = control(f"[5.17.01, {written}]")
    expect(files, "controls/mfa.yaml:4:23 REF002", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF002"]
    assert not finding.fixable
    assert finding.requirements == ()
    assert "is geen nummer uit de norm" in finding.message.nl
    assert "is not a number of the norm" in finding.message.en


def test_what_is_no_text_is_not_spelled_out() -> None:
    (finding,) = [f for f in check(control("[{nummer: 5.17.01}]")) if f.code == "REF002"]
    assert finding.message.nl == "Wat hier staat is geen nummer uit de norm."
    assert finding.message.en == "What stands here is not a number of the norm."


def test_a_long_text_is_cut_in_the_message() -> None:
    files = control(f"[{'Alle maatregelen ' * 20}]")
    (finding,) = [f for f in check(files) if f.code == "REF002"]
    assert len(finding.message.nl) < 100
    assert "…" in finding.message.nl


def test_an_exception_is_looked_at_too() -> None:
    expect(exception("[7.7.1]"), "exceptions/x.yaml:5:16 REF002")
