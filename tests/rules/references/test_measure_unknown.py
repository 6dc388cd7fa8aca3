"""REF001: numbers that the edition does not have."""

from __future__ import annotations

import pytest
from reference_cases import control, exception
from support import NOISE, check, expect

NOISE_OF_CONTROL = NOISE | {"CMP010"}


def test_numbers_of_the_edition_are_no_finding() -> None:
    expect(control('[5.17.01, 8.16.04, "5.17"]'), ignoring=NOISE_OF_CONTROL)


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        ("5.25.02", '"5.25"'),
        ("5.17.09", "5.17.03"),
        ("5.71.01", "5.17.01"),
        ("5.00.01", None),
        ('"5.40"', '"5.4"'),
        ('"4.1"', None),
    ],
)
def test_a_number_that_is_not_there_suggests_the_nearest(number: str, meant: str | None) -> None:
    files = control(f"[5.17.01, {number}]")
    expect(files, "controls/mfa.yaml:4:23 REF001", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF001"]
    assert number.strip('"') in finding.message.nl
    assert number.strip('"') in finding.message.en
    assert finding.help is not None
    assert (f"Bedoelde u {meant} (" in finding.help.nl) == (meant is not None)
    assert (f"Did you mean {meant} (" in finding.help.en) == (meant is not None)
    assert not finding.fixable


@pytest.mark.parametrize(
    "number", ["9.4.2.1", "5.1.1.1", "BIO-12.4.1.1", "9.4.2", '"12.4"', "A.18.1.1"]
)
def test_a_number_of_the_old_bio_is_recognised(number: str) -> None:
    files = control(f"[{number}]")
    expect(files, "controls/mfa.yaml:4:14 REF001", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF001"]
    assert "BIO 1.04" in finding.message.nl
    assert "BIO 1.04" in finding.message.en


def test_a_misspelled_number_that_is_not_there_is_one_finding() -> None:
    expect(control("[5.25.2]"), "controls/mfa.yaml:4:14 REF001", ignoring=NOISE_OF_CONTROL)


def test_an_exception_is_looked_at_too() -> None:
    expect(exception("[7.07.01, 7.07.09]"), "exceptions/x.yaml:5:25 REF001")


def test_cycles_are_looked_at_too() -> None:
    files = control("[5.17.01]\ncycles: [{requirement: 5.17.08, interval: P6M}]")
    expect(files, "controls/mfa.yaml:5:24 REF001", ignoring=NOISE_OF_CONTROL)


def test_two_unknown_numbers_have_fingerprints_of_their_own() -> None:
    found = [f for f in check(control("[5.25.02, 5.25.03]")) if f.code == "REF001"]
    assert len({f.fingerprint for f in found}) == 2
