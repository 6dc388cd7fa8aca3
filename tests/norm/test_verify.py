"""The facts of an edition against a text: what differs, what is to be looked at, what is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from norm_files import EDITIONS, official_text
from support import edition
from verify_cases import EENDEN, NOTE, full_text, measure, told, verdict

from bio2lint.finding import Text
from bio2lint.norm.markdown import read
from bio2lint.norm.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable

# What the official texts have otherwise than the data, each with a note in the data.
KNOWN = {
    "1.2": [("5.30.02", "reference"), ("8.08.03", "period"), ("8.16.01", "reference")],
    "1.3": [
        ("5.20.03", "reference"), ("5.26.01", "target"), ("5.30.02", "reference"),
        ("8.08.03", "period"), ("8.16.01", "reference"), ("8.16.03", "same-text"),
    ],
}  # fmt: skip


def without(line: str) -> str:
    assert line in EENDEN
    return EENDEN.replace(line, "")


def with_(old: str, new: str) -> str:
    assert EENDEN.count(old) == 1
    return EENDEN.replace(old, new)


def test_a_text_that_says_the_same_is_clean() -> None:
    found = verdict(EENDEN)
    assert told(found) == []
    assert (found.clean, found.numbers, found.respelled, found.known) == (True, 5, 0, ())


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_ends_of_lines_say_the_same(end: str) -> None:
    assert verdict(EENDEN.replace("\n", end)).clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            without("## 5.02.01\nGeen overheidsmaatregel, zie de inleiding.\n\n"),
            "6 5.02.01 missing: ontbreekt na deze regel; volgens de gegevens geen maatregel",
        ),
        (
            without("## 5.01.01\n"),
            ("1 5.01.01 missing: ontbreekt na deze regel; volgens de gegevens een geldende "
            "maatregel"),
        ),
        (
            with_("## 5.01.02\n", ""),
            ("3 5.01.02 missing: ontbreekt na deze regel (wel genoemd in regel 4); volgens de "
            "gegevens een geldende maatregel"),
        ),
        (
            EENDEN + "\n## 5.04.02\nEr zijn ook ganzen.\n",
            "18 5.04.02 new: is nieuw: de gegevens kennen het niet",
        ),
        (
            EENDEN + "\n## 9.01.01\nEr zijn ook ganzen.\n",
            "18 9.01.01 malformed: is geen nummer van een overheidsmaatregel",
        ),
        (
            EENDEN + "\n## 5.04.01\nVervallen.\n",
            "18 5.04.01 repeated: staat er voor de tweede keer, na regel 15",
        ),
        (
            EENDEN + "\n## 5.04.001\nVervallen.\n",
            "18 5.04.001 malformed: is geen nummer van een overheidsmaatregel",
        ),
        (
            with_("Vervallen.", "Er zijn weer eenden."),
            "15 5.04.01 state: is in de tekst een geldende maatregel, in de gegevens vervallen",
        ),
        (
            with_("Geen overheidsmaatregel, zie de inleiding.", "Zie overheidsmaatregel 5.01.01."),
            ("9 5.02.01 state: is in de tekst een verwijzing naar 5.01.01, in de gegevens geen "
            "maatregel"),
        ),
        (
            with_("Geen overheidsmaatregel, zie de inleiding.\n", ""),
            ("9 5.02.01 state: is in de tekst een nummer zonder tekst, in de gegevens geen "
            "maatregel"),
        ),
        (
            with_("Verplaatst naar 5.01.02.", "Verplaatst naar 5.01.01."),
            ("12 5.03.01 target: is in de tekst verplaatst naar 5.01.01, in de gegevens verplaatst "
            "naar 5.01.02"),
        ),
        (
            with_("Verplaatst naar 5.01.02.", "Verplaatst."),
            ("12 5.03.01 target: is in de tekst verplaatst zonder doel, in de gegevens verplaatst "
            "naar 5.01.02"),
        ),
    ],
)  # fmt: skip
def test_numbers_states_and_moves_are_certain(text: str, expected: str) -> None:
    found = verdict(text)
    assert told(found)[:1] == [expected]
    assert len(found.differences) == 1
    assert not found.clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            with_("jaarlijks", "ieder kwartaal"),
            "4 5.01.01 period: noemt in de tekst ‘ieder kwartaal’, in de gegevens 1 jaar",
        ),
        (
            with_("ten minste jaarlijks", "vaak"),
            "4 5.01.01 period: noemt in de tekst niets, in de gegevens 1 jaar",
        ),
        (
            with_("meldt dat binnen een week.", "meldt dat\nbinnen een week en na 5 dagen."),
            "8 5.01.02 period: noemt in de tekst ‘een week’ en ‘5 dagen’, in de gegevens 1 week",
        ),
        (
            with_("zie overheidsmaatregel 5.01.02", "zie overheidsmaatregel 5.04.01"),
            "4 5.01.01 reference: noemt in de tekst 5.04.01, in de gegevens 5.01.02",
        ),
        (
            with_(", zie overheidsmaatregel 5.01.02", ""),
            "4 5.01.01 reference: noemt in de tekst niets, in de gegevens 5.01.02",
        ),
        (
            with_("Wie een eend vindt", "Volgens beheersmaatregel 5.1: wie een eend vindt"),
            "7 5.01.02 reference: noemt in de tekst 5.1, in de gegevens niets",
        ),
    ],
)
def test_periods_and_references_are_to_be_looked_at(text: str, expected: str) -> None:
    found = verdict(text)
    assert told(found) == [expected]
    assert found.differences == ()
    assert not found.clean


def test_a_number_that_names_itself_refers_to_nothing() -> None:
    assert verdict(
        with_("Wie een eend vindt", "Volgens 5.01.02 en 5.1.2: wie een eend vindt")
    ).clean


def test_the_same_text_twice_is_to_be_looked_at() -> None:
    text = EENDEN + "\n## 5.05.01\nWie een eend vindt, meldt dat binnen een week.\n"
    twice = measure("5.05.01", "active", deadline={"max": "P1W"})
    assert told(verdict(text, twice)) == ["18 5.05.01 same-text: heeft dezelfde tekst als 5.01.02"]
    empty = measure("5.05.01", "none")
    assert verdict(
        f"{EENDEN}\n## 5.05.01\nGeen overheidsmaatregel, zie de inleiding.\n", empty
    ).clean


def test_numbers_in_another_spelling_are_no_difference() -> None:
    text = re.sub(r"\b5\.0(\d)\.0(\d)", r"5.\1.\2", EENDEN)
    assert "## 5.1.2" in text
    found = verdict(text)
    assert (told(found), found.respelled) == ([], 5)


def test_periods_of_other_lengths_in_the_same_unit_are_the_same() -> None:
    text = with_("jaarlijks", "eens per twaalf maanden")
    assert verdict(text).clean


@pytest.mark.parametrize(
    ("text", "published", "kind"),
    [
        (with_("naar 5.01.02.", "naar 5.09.09."), {"moved_to": "5.09.09"}, "target"),
        (with_("naar 5.01.02.", "naar 5.09.08."), {"moved_to": "5.09.09"}, None),
        (with_("naar 5.01.02.", "zonder meer."), {"references": ["5.1"]}, None),
        (with_("Verplaatst naar 5.01.02.", "Vervallen."), {"moved_to": "5.09.09"}, None),
    ],
)
def test_only_what_the_data_documents_is_known(
    text: str, published: dict[str, str], kind: str | None
) -> None:
    facts = {"as_published": published, "note": NOTE}
    found = verdict(text, measure("5.03.01", "moved", moved_to="5.01.02", **facts))
    known = [(each.difference.kind, each.note) for each in found.known]
    assert known == ([(kind, Text(**NOTE))] if kind else [])
    assert found.clean is bool(kind)


@pytest.mark.parametrize(
    ("words", "published", "known"),
    [
        ("binnen een week", {"periods": ["P1W"]}, ["period"]),
        ("binnen twee weken", {"periods": ["P1W"]}, []),
        ("volgens 5.4.1", {"references": ["5.4.1"]}, ["reference"]),
        ("volgens 5.04.01", {"references": ["5.4.1"]}, []),
        ("zonder meer", {"references": ["5.4.1"], "periods": ["P1W"]}, None),
    ],
)
def test_a_documented_slip_is_known_only_in_its_own_words(
    words: str, published: dict[str, list[str]], known: list[str] | None
) -> None:
    facts = {"as_published": published, "note": NOTE}
    text = f"{EENDEN}\n## 5.05.01\nGanzen tellen we {words}.\n"
    found = verdict(text, measure("5.05.01", "active", **facts))
    assert [each.difference.kind for each in found.known] == (known or [])
    assert found.clean is (known != [])


def test_all_is_told_in_the_order_of_the_text() -> None:
    text = "## 5.04.01\nEr zijn weer eenden.\n## 5.03.01\nVervallen.\n## 5.02.01\nEr zijn eenden.\n"
    assert [each.line for each in verdict(text).differences] == [1, 1, 1, 3, 5]


@pytest.mark.parametrize("name", EDITIONS)
def test_a_text_that_says_what_an_edition_says_is_clean(name: str) -> None:
    found = verify(edition(name), read(full_text(edition(name))))
    assert (told(found), found.known) == ([], ())
    assert found.numbers == len(edition(name).measures)


def plain(text: str) -> str:
    return text


def beside(text: str) -> str:
    return re.sub(r"^## (\d\.\d\d\.\d\d)\s*\n", r"#### \1 ", text, flags=re.MULTILINE)


def unpadded(text: str) -> str:
    return re.sub(r"^## (\d)\.0?(\d+)\.0?(\d+)\s*$", r"### \1.\2.\3", text, flags=re.MULTILINE)


def bold(text: str) -> str:
    return re.sub(r"^## (\d\.\d\d\.\d\d)\s*\n", r"**\1** — ", text, flags=re.MULTILINE)


def bare(text: str) -> str:
    return re.sub(r"^## (\d\.\d\d\.\d\d)\s*\n", r"\1 ", text, flags=re.MULTILINE)


def table(text: str) -> str:
    parts = re.split(r"^## (\d\.\d\d\.\d\d)\s*$", text, flags=re.MULTILINE)
    rows = zip(parts[1::2], parts[2::2], strict=True)
    return "| nr | tekst |\n|---|---|\n" + "".join(
        f"| {number} | {' '.join(body.split())} |\n" for number, body in rows
    )


@pytest.mark.parametrize("layout", [plain, beside, unpadded, bold, bare, table])
@pytest.mark.parametrize("name", EDITIONS)
def test_the_official_text_in_any_layout_holds_nothing_but_known_slips(
    name: str, layout: Callable[[str], str]
) -> None:
    text = layout(official_text(f"bio2-{name}-deel2-maatregelen.md"))
    found = verify(edition(name), read(text))
    assert told(found) == []
    assert found.numbers == len(edition(name).measures)
    assert [(each.difference.number, each.difference.kind) for each in found.known] == KNOWN[name]


def test_the_text_of_another_edition_is_seen_to_be_another() -> None:
    text = official_text("bio2-1.2-deel2-maatregelen.md")
    found = verify(edition("1.3"), read(text))
    assert {(each.number, each.kind) for each in found.differences} == {
        *((n, "state") for n in ("5.04.02", "5.04.03", "5.21.01", "5.24.06", "5.25.01", "5.26.01")),
        *((n, "state") for n in ("5.35.01", "7.01.01", "8.08.06", "8.24.03")),
        *((n, "missing") for n in ("5.10.02", "5.10.03", "5.21.05", "5.24.08", "5.26.02")),
        ("6.03.04", "missing"),
    }
