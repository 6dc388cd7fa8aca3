"""What a sentence of the norm says of its own number. The sentences here are made up."""

from __future__ import annotations

import time

import pytest

from bio2lint.norm.prose import periods, references, state_of

YEAR, HALF, QUARTER, MONTH = (12, 0), (6, 0), (3, 0), (1, 0)


@pytest.mark.parametrize(
    ("text", "state", "target"),
    [
        ("De gemeente telt haar eenden.", "active", None),
        ("Verplaatst naar 5.10.02.", "moved", "5.10.02"),
        ("verplaatst naar overheidsmaatregel 5.10.2", "moved", "5.10.02"),
        ("Deze maatregel is verplaatst naar 5.10.02 vanwege de indeling.", "moved", "5.10.02"),
        ("Verplaatst.", "moved", None),
        ("Verplaatste apparatuur wordt geteld.", "active", None),
        ("Vervallen.", "withdrawn", None),
        ("Vervallen: staat al bij 5.21.03.", "withdrawn", None),
        ("Deze maatregel is vervallen.", "withdrawn", None),
        ("Deze overheidsmaatregel is ingetrokken.", "withdrawn", None),
        ("Vervallende contracten worden geteld.", "active", None),
        ("Zie overheidsmaatregel 5.24.08.", "reference", "5.24.08"),
        ("Zie maatregel 5.24.8", "reference", "5.24.08"),
        ("Zie overheidsmaatregel 5.24.08 voor de eenden, en tel ze.", "active", None),
        ("Geen overheidsmaatregel, zie de inleiding.", "none", None),
        ("Geen aanvullende maatregel", "none", None),
        ("geen maatregel", "none", None),
        ("Geen maatregelen zijn te veel.", "active", None),
        ("Als de beheersmaatregel van toepassing is, volgt de rest.", "none", None),
    ],
)
def test_the_state_of_a_number(text: str, state: str, target: str | None) -> None:
    assert state_of([text]) == (state, target)


def test_one_part_is_enough_to_say_that_there_is_no_measure() -> None:
    assert state_of(["Eenden", "Vervallen.", "Basis"]) == ("withdrawn", None)
    assert state_of(["Eenden", "Er zijn er zes."]) == ("active", None)


def test_a_number_without_text_has_no_state_of_the_norm() -> None:
    assert state_of([]) == ("empty", None)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("De vijver wordt jaarlijks geteld.", [YEAR]),
        ("een jaarlijkse telling", [YEAR]),
        ("minimaal eenmaal per jaar", [YEAR]),
        ("één keer per jaar", [YEAR]),
        ("twee keer per jaar", [HALF]),
        ("tweemaal per jaar", [HALF]),
        ("4 keer per jaar", [QUARTER]),
        ("ieder jaar of elke maand", [YEAR, MONTH]),
        ("per jaar", [YEAR]),
        ("eens per drie jaar", [(36, 0)]),
        ("minimaal drie jaar", [(36, 0)]),
        ("3 jaar", [(36, 0)]),
        ("iedere zes maanden", [HALF]),
        ("een halfjaar lang, half jaar, halfjaarlijks", [HALF, HALF, HALF]),
        ("ieder kwartaal", [QUARTER]),
        ("drie maanden", [QUARTER]),
        ("maandelijks", [MONTH]),
        ("binnen een week", [(0, 7)]),
        ("twee weken, tien dagen, dagelijks", [(0, 14), (0, 10), (0, 1)]),
        ("Jaarlijks", [YEAR]),
        ("0 keer per jaar", []),
        ("het jaarverslag van vorig jaar, regelmatig en periodiek", []),
        ("langdurig, wekenlang, dagboek", []),
    ],
)
def test_periods_in_words_and_figures(text: str, lengths: list[tuple[int, int]]) -> None:
    assert [said.length for said in periods(text)] == lengths


def test_a_period_is_told_with_its_words_and_its_place() -> None:
    text = "Tel de eenden eens per drie jaar."
    (said,) = periods(text)
    assert (said.words, text[said.offset :][:9]) == ("drie jaar", "drie jaar")


def test_references_are_told_as_they_are_written() -> None:
    text = "zie 5.20.03, 8.16.3 en beheersmaatregel 5.12, niet 5.30 of versie 1.2.3 of 5.20.03.01"
    assert list(references(text)) == ["5.20.03", "8.16.3", "5.12"]
    assert references(text)["5.20.03"] == 4


@pytest.mark.parametrize(
    "text", ["1" * 400_000, "5." * 200_000, "een " * 100_000, "zie maatregel 5.1.1" + "." * 400_000]
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    state_of([text])
    list(periods(text))
    references(text)
    assert time.process_time() - began < 5
