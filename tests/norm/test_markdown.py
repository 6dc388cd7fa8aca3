"""Which numbers a Markdown text holds, in whatever layout. The texts here are made up."""

from __future__ import annotations

import time

import pytest

from bio2lint.norm.markdown import Line, Reading, read

Found = list[tuple[str, int, str]]


def found(text: str) -> Found:
    return [(section.number, section.line, section.text) for section in read(text).sections]


def test_headings_with_the_text_below() -> None:
    text = "# Deel 2\n\n## 5.01.01\nEen eend.<br><br>\nTwee eenden.\n\n## 5.01.02 \nVervallen.\n"
    assert found(text) == [
        ("5.01.01", 3, "Een eend. Twee eenden."),
        ("5.01.02", 7, "Vervallen."),
    ]


@pytest.mark.parametrize("marks", ["#", "###", "######", "## **", "###  "])
def test_headings_of_any_level(marks: str) -> None:
    tail = "**" if "*" in marks else ""
    assert found(f"{marks}5.01.01{tail}\nEen eend.\n") == [("5.01.01", 1, "Een eend.")]


def test_headings_with_the_text_beside_the_number() -> None:
    text = (
        "# Beheersmaatregel 5.10 Eenden\n\nUit een ander boek.\n\n## Verplicht\n\n"
        "#### 5.10.01Een eend\nen nog een.\n\n> besproken: jaarlijks\n\n---\n\nTerzijde.\n\n"
        "#### 5.10.2 Twee eenden.\n# Beheersmaatregel 5.11 Ganzen\nUit een ander boek.\n"
    )
    assert found(text) == [("5.10.01", 7, "Een eend en nog een."), ("5.10.02", 16, "Twee eenden.")]
    assert [section.spelled for section in read(text).sections] == ["5.10.01", "5.10.2"]
    assert read(text).sections[0].parts == ("Een eend", "en nog een.")


def test_bold_numbers() -> None:
    text = (
        "### 5.04 — Eenden\n\n**5.04.02** — Verplaatst naar 5.10.02.\n\n"
        "- **5.04.03**: Een\n  eend.\n"
        "### 5.05 — Ganzen\nTerzijde.\n__5.05.01__\nEen gans.\n"
    )
    assert found(text) == [
        ("5.04.02", 3, "Verplaatst naar 5.10.02."),
        ("5.04.03", 5, "Een eend."),
        ("5.05.01", 9, "Een gans."),
    ]


def test_tables_are_read_by_the_row() -> None:
    text = (
        "| nr | titel | tekst |\n|---|---|---|\n| 5.01.01 | Eenden | Een eend. |\nTerzijde.\n"
        "| **5.01.02** | | Vervallen. | Draagt bij aan: basis |\n5.01.03 | Twee eenden.\n"
    )
    assert found(text) == [
        ("5.01.01", 3, "Eenden Een eend."),
        ("5.01.02", 5, "Vervallen."),
        ("5.01.03", 6, "Twee eenden."),
    ]
    assert read(text).sections[0].parts == ("Eenden", "Een eend.")


def test_bare_numbers_at_the_start_of_a_line() -> None:
    text = "5.01.01 Een eend\nen nog een.\n5.1.2. Twee eenden.\n"
    assert found(text) == [("5.01.01", 1, "Een eend en nog een."), ("5.01.02", 3, "Twee eenden.")]


def test_a_line_that_goes_on_with_a_number_begins_no_other() -> None:
    text = "## 5.22.01\nOp grond van wat staat bij\n5.20.03 wordt er geteld.\n## 5.22.02\nEenden.\n"
    assert [number for number, _, _ in found(text)] == ["5.22.01", "5.22.02"]
    assert read(text).mentions["5.20.03"] == 3


def test_the_layout_with_most_numbers_is_read() -> None:
    table = "| 5.04.02 | 5.10.02 |\n"
    assert len(found(f"{table}## 5.01.01\nEen eend.\n## 5.01.02\nTwee.\n")) == 2
    assert [text for _, _, text in found(f"{table}| 5.04.03 | 5.10.03 |\n## 5.01.01\nEen.\n")] == [
        "5.10.02",
        "5.10.03",
    ]


@pytest.mark.parametrize(
    "wrong", ["5.01.001", "5.01.02.03", "15.01.01", "9.01.01", "5..01.01", "5.001.01"]
)
def test_a_number_in_a_wrong_form_is_told_with_its_line(wrong: str) -> None:
    reading = read(f"## 5.01.01\nEen eend.\n## {wrong}\nTwee eenden.\n")
    assert reading.malformed == (Line(3, wrong),)
    assert [section.text for section in reading.sections] == ["Een eend."]


@pytest.mark.parametrize("other", ["## 5.01 Beleid", "## 12.2 Rollen", "## 2026", "## Bijlage"])
def test_a_heading_that_is_no_number_of_a_measure_ends_the_text_before_it(other: str) -> None:
    reading = read(f"## 5.01.01\nEen eend.\n{other}\nUit een ander boek.\n")
    assert (reading.malformed, [s.text for s in reading.sections]) == ((), ["Een eend."])


def test_markup_links_and_what_it_contributes_to_are_left_out() -> None:
    text = (
        "## 5.01.01\nEen **eend** `x`, zie [hier](https://example.org/5.20.03) of daar.<br>\n"
        "Draagt bij aan: rust\n"
    )
    assert found(text) == [("5.01.01", 1, "Een eend x , zie [hier of daar.")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    assert found(end.join(("## 5.01.01", "Een eend.", "", "## 5.01.02", "Twee."))) == [
        ("5.01.01", 1, "Een eend."),
        ("5.01.02", 4, "Twee."),
    ]


def test_each_place_in_a_text_has_its_line() -> None:
    (section,) = read("#### 5.01.01 Een eend\nis geen\n\ngans.\n").sections
    lines = [section.line_of(section.text.index(word)) for word in ("Een", "is", "gans")]
    assert lines == [1, 2, 4]
    assert section.line_of(10_000) == 4


def test_a_number_without_text() -> None:
    (section,) = read("\n## 5.01.01\n").sections
    assert (section.parts, section.text, section.line_of(0)) == ((), "", 2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# Deel 2\n\nEen eend.\n",
        "## 5.01\n",
        "5.01.001\n",
        "| 1.1.1 concept | eenden |\n",
    ],
)
def test_a_text_without_numbers(text: str) -> None:
    assert read(text).sections == ()


def test_foreign_digits_are_no_digits() -> None:
    assert read("## ٥.٠١.٠١\nx\n") == Reading((), (), {})


@pytest.mark.parametrize(
    "text",
    [
        "#" * 500_000, "1" * 500_000, "1." * 250_000, "1" + "." * 500_000, "|" * 500_000,
        "<" * 500_000, "](" * 250_000, " " * 500_000, "**" * 250_000, "## 5.01.01\n" * 20_000,
        "## 5.01.01\n" + "x\n" * 50_000, "draagt bij aa" * 40_000,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 5
