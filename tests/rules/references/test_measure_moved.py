"""REF003: numbers that edition 1.3 has moved."""

from __future__ import annotations

import pytest
from reference_cases import control, exception, replacements
from support import NOISE, check, expect

from bio2lint.rules.references import measure_moved

NOISE_OF_CONTROL = NOISE | {"CMP010"}


def test_the_targets_of_the_moves_are_no_finding() -> None:
    expect(control("[5.10.02, 5.10.03, 5.21.05, 5.26.02]"), ignoring=NOISE_OF_CONTROL)


@pytest.mark.parametrize(
    ("number", "target"),
    [
        ("5.04.02", "5.10.02"),
        ("5.04.03", "5.10.03"),
        ("5.24.06", "5.21.05"),
        ("5.25.01", "5.26.02"),
    ],
)
def test_a_moved_number_is_replaced_by_its_target(number: str, target: str) -> None:
    files = control(f"[5.17.01, {number}]")
    expect(files, "controls/mfa.yaml:4:23 REF003", ignoring=NOISE_OF_CONTROL)
    assert replacements(measure_moved, f"[{number}]") == [target]
    (finding,) = [f for f in check(files) if f.code == "REF003"]
    assert finding.fixable
    assert finding.requirements == (number, target)
    assert finding.message.nl.startswith(f"{number} is in editie 1.3 verplaatst naar {target} (")
    assert finding.message.en.startswith(f"{number} has moved to {target} (")


@pytest.mark.parametrize("implements", ["[5.10.02, 5.04.02]", "[5.04.02, 5.10.02]"])
def test_beside_its_target_it_is_to_go(implements: str) -> None:
    (finding,) = [f for f in check(control(implements)) if f.code == "REF003"]
    assert not finding.fixable
    assert replacements(measure_moved, implements) == [None]
    assert finding.help is not None
    assert finding.help.nl == "Haal 5.04.02 weg: 5.10.02 staat al in deze lijst."
    assert finding.help.en == "Remove 5.04.02: 5.10.02 is in this list already."


def test_the_empty_number_that_moved_to_nothing_is_to_go() -> None:
    files = control("[5.26.02, 5.26.01]")
    expect(files, "controls/mfa.yaml:4:23 REF003", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF003"]
    assert not finding.fixable
    assert finding.help is not None
    assert finding.help.nl == 'Haal 5.26.01 weg, of zet hier beheersmaatregel "5.26".'
    assert finding.help.en == 'Remove 5.26.01, or put control "5.26" here.'


def test_a_target_in_another_list_of_the_document_is_no_repetition() -> None:
    implements = "[5.10.02]\ncycles: [{requirement: 5.04.02, interval: P1Y}]"
    expect(control(implements), "controls/mfa.yaml:5:24 REF003", ignoring=NOISE_OF_CONTROL)
    assert replacements(measure_moved, implements) == ["5.10.02"]


def test_an_exception_is_looked_at_too() -> None:
    expect(exception("[5.24.06]"), "exceptions/x.yaml:5:16 REF003")
