"""REF005: numbers without a measure, and numbers that only point elsewhere."""

from __future__ import annotations

import pytest
from reference_cases import control, exception, replacements
from support import NOISE, check, edition, expect

from bio2lint.rules.references import measure_placeholder

NOISE_OF_CONTROL = NOISE | {"CMP010"}


def test_the_control_and_the_target_are_no_finding() -> None:
    expect(control('["5.3", 5.24.08]'), ignoring=NOISE_OF_CONTROL)


def test_a_number_without_a_measure_becomes_its_control_in_quotes() -> None:
    files = control("[5.17.01, 5.03.01]")
    expect(files, "controls/mfa.yaml:4:23 REF005", ignoring=NOISE_OF_CONTROL)
    assert replacements(measure_placeholder, "[5.03.01]") == ['"5.3"']
    (finding,) = [f for f in check(files) if f.code == "REF005"]
    assert finding.fix is not None
    assert not finding.fixable
    assert finding.requirements == ("5.03.01", "5.3")
    assert finding.message.nl.startswith("5.03.01 bevat in editie 1.3 geen maatregel")
    assert finding.message.en.startswith("5.03.01 holds no measure in edition 1.3")
    assert finding.help is not None
    assert (finding.help.nl, finding.help.en) == ('Zet hier "5.3".', 'Put "5.3" here.')


def test_every_number_without_a_measure_has_one_finding() -> None:
    empty = [m.number for m in edition("1.3").measures.values() if m.state == "none"]
    found = [f for f in check(control(f"[{', '.join(empty)}]")) if f.code.startswith("REF00")]
    assert len(empty) == 39
    assert [f.requirements[0] for f in found if f.code == "REF005"] == empty
    assert len(found) == 39


def test_a_number_that_points_elsewhere_becomes_its_target() -> None:
    files = control("[5.17.01, 8.08.06]")
    expect(files, "controls/mfa.yaml:4:23 REF005", ignoring=NOISE_OF_CONTROL)
    assert replacements(measure_placeholder, "[8.08.06]") == ["5.24.08"]
    (finding,) = [f for f in check(files) if f.code == "REF005"]
    assert finding.fixable
    assert finding.message.nl.startswith("8.08.06 verwijst in editie 1.3 alleen door naar 5.24.08")
    assert finding.message.en.startswith("8.08.06 only points to 5.24.08 (")


@pytest.mark.parametrize(
    ("implements", "number", "right"),
    [('["5.3", 5.03.01]', "5.03.01", '"5.3"'), ("[8.08.06, 5.24.08]", "8.08.06", "5.24.08")],
)
def test_beside_what_it_stands_for_it_is_to_go(implements: str, number: str, right: str) -> None:
    assert replacements(measure_placeholder, implements) == [None]
    (finding,) = [f for f in check(control(implements)) if f.code == "REF005"]
    assert not finding.fixable
    assert finding.help is not None
    assert finding.help.nl == f"Haal {number} weg: {right} staat al in deze lijst."
    assert finding.help.en == f"Remove {number}: {right} is in this list already."


def test_an_exception_is_looked_at_too() -> None:
    expect(exception("[8.08.06]"), "exceptions/x.yaml:5:16 REF005")
