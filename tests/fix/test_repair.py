"""How one scalar is rewritten, and which are left to whoever wrote them."""

from __future__ import annotations

import pytest
from fix_cases import CONTROL, PATH

from bio2lint import document, edits, repair
from bio2lint.finding import Found, Place, Text

OWNER = ("owner",)


def repaired(written: str, replacement: str | None, place: Place, tail: str = "") -> str | None:
    """Return the control with its owner as it is written, mended; None where it is left alone."""
    text = CONTROL.replace("owner: ciso", f"owner: {written}") + tail
    one = document.read(PATH, text.encode())[place.document]
    fix = repair.fix(Found(place, Text("", ""), replacement=replacement), one)
    if fix is None:
        return None
    assert fix.safe
    after = edits.apply(text, [edits.Edit(*fix[:3])])
    return after.partition("owner: ")[2].partition("\nstatus")[0]


@pytest.mark.parametrize(
    ("written", "replacement", "expected"),
    [
        ("nemo", "ciso", "ciso"),
        ("'nemo'", "ciso", "'ciso'"),
        ('"nemo"', "ciso", '"ciso"'),
        ("nemo", '"5.17"', '"5.17"'),
        ("nemo", "'5.17'", '"5.17"'),
        ("'nemo'", "'it''s'", "'it''s'"),
        ('"nemo"', "'a\"b\\c'", '"a\\"b\\\\c"'),
        ("nemo", "'a, b'", '"a, b"'),
        ("nemo", "'a: b'", '"a: b"'),
        ("nemo", "'no'", '"no"'),
        ("nemo", "12", "12"),
        ("'12'", "12", "12"),
        ("&naam nemo # bij wie", "ciso", "&naam ciso # bij wie"),
    ],
)
def test_a_replacement_keeps_the_quotes_that_stood_there(
    written: str, replacement: str, expected: str
) -> None:
    assert repaired(written, replacement, Place(PATH, pointer=OWNER)) == expected


@pytest.mark.parametrize(
    "written",
    [
        "ciso",
        "|\n  nemo",
        ">-\n  nemo",
        "nemo\n  en nog iemand",
        "'nemo\n  en nog iemand'",
        "*naam",
    ],
)
def test_what_is_right_in_blocks_on_several_lines_or_elsewhere_is_left_alone(written: str) -> None:
    anchor = "x-naam: &naam nemo\n"
    text = CONTROL.replace("kind: control\n", f"kind: control\n{anchor}")
    text = text.replace("owner: ciso", f"owner: {written}")
    (one,) = document.read(PATH, text.encode())
    found = Found(Place(PATH, pointer=OWNER), Text("", ""), replacement="ciso")
    assert repair.fix(found, one) is None


@pytest.mark.parametrize(
    ("replacement", "place", "tail"),
    [
        (None, Place(PATH, pointer=OWNER), ""),
        ("ciso", Place(PATH, pointer=OWNER, span=(0, 2)), ""),
        ("ciso", Place(PATH, pointer=OWNER, offset=(0, 4)), ""),
        ("ciso", Place(PATH, pointer=("implements",)), ""),
        ("ciso", Place(PATH, pointer=("absent",)), ""),
        ("cis\x1b", Place(PATH, pointer=OWNER), ""),
        ("ciso", Place(PATH, pointer=OWNER), "---\n[dicht"),
    ],
    ids=["nothing", "part", "offset", "list", "absent", "unprintable", "unreadable file"],
)
def test_what_is_no_whole_scalar_of_a_readable_file_is_left_alone(
    replacement: str | None, place: Place, tail: str
) -> None:
    assert repaired("nemo", replacement, place, tail) is None


def test_a_key_is_rewritten_and_its_value_stays() -> None:
    text = CONTROL.replace("owner:", "ownr:")
    (one,) = document.read(PATH, text.encode())
    place = Place(PATH, pointer=("ownr",), key=True)
    fix = repair.fix(Found(place, Text("", ""), replacement="owner", unsafe=True), one)
    assert fix is not None
    assert not fix.safe
    assert edits.apply(text, [edits.Edit(*fix[:3])]) == CONTROL
