"""The list of old and new numbers, in whatever shape its keepers or a spreadsheet give it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import edition

from bio2lint.migrate import was_wordt
from bio2lint.migrate.was_wordt import WasWordt
from bio2lint.status import USAGE, Refused

NORM = edition("1.3")
EXPECTED = {"9.4.2.1": ("5.17.01",), "9.4.2.2": ("5.17.02", "5.18.01"), "12.1.1.1": ()}
ROWS = "9.4.2.1;5.17.01;verplaatst\n9.4.2.2;5.17.02, 5.18.01;gesplitst\n12.1.1.1;;vervallen\n"


def read(content: str | bytes) -> WasWordt:
    return was_wordt.read(content.encode() if isinstance(content, str) else content, "l.csv", NORM)


def misfits(content: str) -> list[tuple[int, str]]:
    return [(misfit.line, misfit.message.en) for misfit in read(content).misfits]


def refused(content: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read(content)
    assert caught.value.status == USAGE
    return caught.value


@pytest.mark.parametrize(
    "header",
    [
        "was;wordt;soort wijziging",
        "Oud nummer;Nieuw nummer;Status",
        "BIO 1.04;BIO2;Type wijziging",
        "Nummer BIO 1.04zv;Nummer BIO2 v1.3;Wijziging",
        "old number;new number;kind of change",
        "From;To;Change",
        '"WAS (oud)";"WORDT";"Mutatie"',
    ],
)
def test_columns_are_known_by_dutch_and_english_names(header: str) -> None:
    found = read(f"{header}\n{ROWS}")
    assert found.targets == EXPECTED
    assert found.misfits == ()


def test_columns_stand_in_any_order_among_others() -> None:
    content = (
        "status;omschrijving oud;wordt;opmerking;was\n"
        "verplaatst;Iets van toen;5.17.01;;9.4.2.1\nvervallen;Weg;-;x;12.1.1.1\n"
    )
    assert read(content).targets == {"9.4.2.1": ("5.17.01",), "12.1.1.1": ()}


def test_of_two_columns_with_a_fitting_name_the_one_with_numbers_counts() -> None:
    content = "BIO 1.04 tekst;BIO 1.04;BIO2 tekst;BIO2\nOude zin;9.4.2.1;Nieuwe zin;5.17.01\n"
    assert read(content).targets == {"9.4.2.1": ("5.17.01",)}


def test_without_a_kind_of_change_the_numbers_decide() -> None:
    found = read("was;wordt\n9.4.2.1;5.17.01\n12.1.1.1;vervallen\n")
    assert found == WasWordt({"9.4.2.1": ("5.17.01",), "12.1.1.1": ()})


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_line_ending_and_encoding(
    delimiter: str, line_break: str, codec: str
) -> None:
    rows = [["was", "wordt", "uitleg"], ["9.4.2.1", "5.17.01", "beëindigd; a, b"]]
    text = line_break.join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    assert read(text.encode(codec)).targets == {"9.4.2.1": ("5.17.01",)}


def test_a_title_above_the_table_and_empty_rows_do_not_matter() -> None:
    content = f"Was-wordtlijst;;\n;;\nvan;naar;soort\n\n;;\n{ROWS}"
    assert read(content).targets == EXPECTED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("9.4.2.1", "5.17.01"),
        ("BIO 09.04.02.01", "BIO2-5.17.01"),
        ("A.9.4.2.1.", "5.17.1"),
        (" 9.4.2.1 ", " 5.17.01 "),
    ],
)
def test_numbers_are_understood_in_sloppy_spellings(old: str, new: str) -> None:
    assert read(f"was;wordt\n{old};{new}\n").targets == {"9.4.2.1": ("5.17.01",)}


@pytest.mark.parametrize(
    "cell",
    ["5.17.01, 5.17", "5.17.01 5.17", '"5.17.01\n5.17"', "5.17.01/5.17", "5.17.01 en 5.17"],
)
def test_several_new_numbers_stand_in_one_cell(cell: str) -> None:
    assert read(f"was;wordt\n9.4.2.1;{cell}\n").targets == {"9.4.2.1": ("5.17.01", "5.17")}


def test_several_new_numbers_stand_in_rows_of_their_own() -> None:
    content = "was;wordt\n9.4.2.1;5.17.01\n9.4.3.1;5.18.01\n9.4.2.1;5.17.02\n9.4.2.1;5.17.01\n"
    assert read(content).targets == {"9.4.2.1": ("5.17.01", "5.17.02"), "9.4.3.1": ("5.18.01",)}


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        ("gewijzigd", True),
        ("Tekst gewijzigd", True),
        ("modified", True),
        ("ongewijzigd", False),
        ("unchanged", False),
        ("verplaatst", False),
    ],
)
def test_the_list_says_whose_content_changed(kind: str, *, changed: bool) -> None:
    found = read(f"was;wordt;soort\n9.4.2.1;5.17.01;{kind}\n")
    assert found.changed == ({"9.4.2.1"} if changed else set())
    assert found.targets == {"9.4.2.1": ("5.17.01",)}


@pytest.mark.parametrize("kind", ["vervallen", "Is vervallen", "verwijderd", "withdrawn"])
def test_the_list_says_what_was_withdrawn(kind: str) -> None:
    assert read(f"was;wordt;soort\n9.4.2.1;;{kind}\n").targets == {"9.4.2.1": ()}


def test_new_measures_of_the_list_are_none_of_its_business() -> None:
    assert misfits("was;wordt;soort\n;5.17.01;nieuw\n9.4.2.1;5.17.02;\n") == []


def test_rows_that_fit_nothing_are_named_with_their_line() -> None:
    content = (
        "was;wordt;soort\n"
        "9.4.2.1;5.17.01;\n"
        "n.v.t.;5.17.02;\n"
        '"9.4.2.2";"5.17.01\n5.99.01";\n'
        "9.4.2.3;;\n"
        "9.4.2.4;5.17.01;vervallen\n"
        ";5.17.03;\n"
        "9.4.2.5;zie tekst;\n"
    )
    assert misfits(content) == [
        (3, "There is no old number here, but `n.v.t.`."),
        (4, "`5.99.01` for 9.4.2.2 is no number of the edition."),
        (6, "9.4.2.3 has no new number here and is not said to be withdrawn."),
        (7, "9.4.2.4 is withdrawn by this row, but becomes 5.17.01 as well."),
        (8, "There is no old number here, but ``."),
        (9, "9.4.2.5 has no new number here and is not said to be withdrawn."),
    ]
    assert read(content).targets == {"9.4.2.1": ("5.17.01",), "9.4.2.2": ("5.17.01",)}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"was;opmerking\n9.4.2.1;5.17.01\n",
        b"wordt\n5.17.01\n",
        b"PK\x03\x04\x14\x00\x06\x00 was wordt\x00",
        b"\x00" * 100,
        b'was;wordt\n"' + b"x" * 200_000,
        b"was wordt\n9.4.2.1 5.17.01\n",
    ],
)
def test_what_is_no_such_list_is_refused(content: bytes) -> None:
    (message,) = refused(content).messages
    assert message.nl.startswith("De lijst l.csv is niet te gebruiken: er is geen kolom")
    assert "old number" in message.en


def test_a_list_of_any_size_is_not_read() -> None:
    (message,) = refused(b"was;wordt\n" * 600_000).messages
    assert message.en == "The list l.csv cannot be used: too large."


def test_a_hostile_list_takes_no_more_than_a_moment() -> None:
    wide = "was;wordt;" * 50_000 + "\n"
    assert read(wide * 3 + "9.4.2.1;5.17.01\n" * 20_000).targets == {"9.4.2.1": ("5.17.01",)}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("9.4.2.1", "9.4.2.1"),
        ("BIO-09.04.02.01", "9.4.2.1"),
        ("A.9.4", "9.4"),
        ("9", ""),
        ("9.4.2.1.7", ""),
        ("9.4.2.1a", ""),
        ("", ""),
        ("9" * 5000, ""),
    ],
)
def test_old_numbers_have_one_spelling(text: str, key: str) -> None:
    assert was_wordt.key(text) == key


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for lead in (b"", b"was;wordt\n", b"was,wordt,soort\n9.4.2.1,"):
        try:
            found = read(lead + content)
        except Refused as error:
            assert error.status == USAGE  # noqa: PT017 (both are fine)
        else:
            assert all(NORM.has(target) for some in found.targets.values() for target in some)
