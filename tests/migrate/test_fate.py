"""What becomes of each number, by two editions or by a list of old and new ones."""

from __future__ import annotations

import pytest
from support import edition

from bio2lint.migrate.fate import Fate, fates
from bio2lint.migrate.was_wordt import WasWordt

OLD, NEW = edition("1.2"), edition("1.3")
LISTED = WasWordt(
    {
        "9.4.2.1": ("5.17.01", "5.17.02"),
        "9.4.2.2": ("5.17",),
        "9.4.3.1": ("5.04.02", "5.10.02"),
        "9.4.4.1": ("5.03.01",),
        "9.4.5.1": ("5.21.01",),
        "12.1.1.1": (),
        "12.1.1.2": ("5.18.01",),
        "8.1.1": ("5.09.01",),
        "5.1": ("5.37",),
        "5.2": ("5.2",),
    },
    frozenset({"12.1.1.2"}),
)


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("5.01.01", Fate("5.01.01", ("5.01.01",))),
        ("5.4", Fate("5.4", ("5.4",))),
        ("5.04.02", Fate("5.04.02", ("5.10.02",))),
        ("A.5.4.2", Fate("5.04.02", ("5.10.02",))),
        ("8.08.06", Fate("8.08.06", ("5.24.08",))),
        ("5.21.01", Fate("5.21.01", (), "withdrawn")),
        ("5.03.01", Fate("5.03.01", ("5.03.01",))),
        ("5.26.01", Fate("5.26.01", ("5.26.01",))),
        ("5.10.02", Fate("5.10.02", ("5.10.02",))),
        ("9.4.2.1", None),
        ("onzin", None),
        ("", None),
    ],
)
def test_by_editions(text: str, fate: Fate | None) -> None:
    assert fates(OLD, NEW)(text) == fate


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("9.4.2.1", Fate("9.4.2.1", ("5.17.01", "5.17.02"), "split")),
        ("BIO 09.04.02.02", Fate("9.4.2.2", ("5.17",))),
        ("9.4.3.1", Fate("9.4.3.1", ("5.10.02",))),
        ("9.4.4.1", Fate("9.4.4.1", ("5.3",))),
        ("9.4.5.1", Fate("9.4.5.1", (), "dropped")),
        ("12.1.1.1", Fate("12.1.1.1", (), "dropped")),
        ("12.1.1.2", Fate("12.1.1.2", ("5.18.01",), "changed")),
        ("18.2.2.2", Fate("18.2.2.2", (), "unknown")),
        (" onzin ", Fate("onzin", (), "unknown")),
        ("8.1.1", Fate("8.1.1", ("5.09.01",))),
        ("8.01.01", Fate("8.01.01", ("8.01.01",))),
        ("8.1.2", Fate("8.01.02", ("8.01.02",), "ambiguous")),
        ("BIO-8.01.02", Fate("8.01.02", ("8.01.02",))),
        ("A.5.17", Fate("5.17", ("5.17",))),
        ("5.1", Fate("5.1", ("5.1",), "ambiguous")),
        ("5.2", Fate("5.2", ("5.2",))),
        ("5.04.02", Fate("5.04.02", ("5.10.02",))),
        ("5.17.01", Fate("5.17.01", ("5.17.01",))),
    ],
)
def test_by_a_list(text: str, fate: Fate) -> None:
    assert fates(NEW, NEW, LISTED)(text) == fate


def test_a_list_and_an_older_edition_together() -> None:
    fate = fates(OLD, NEW, LISTED)
    assert fate("5.21.01") == Fate("5.21.01", (), "withdrawn")
    assert fate("9.4.3.1") == Fate("9.4.3.1", ("5.10.02",))
    assert fate("5.10.02") == Fate("5.10.02", ("5.10.02",))


@pytest.mark.parametrize(
    ("fate", "moves"),
    [
        (Fate("5.1", ("5.1",)), False),
        (Fate("5.1", ()), False),
        (Fate("5.1", ("5.2",)), True),
        (Fate("5.1", ("5.1", "5.2")), True),
    ],
)
def test_what_moves(fate: Fate, *, moves: bool) -> None:
    assert fate.moves is moves
