"""Where something is asked: in an administration, below it, in one that cannot be judged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from program import write

from bio2lint import check, opening
from bio2lint.explain import lookup
from bio2lint.status import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from bio2lint.explain import Section

DAY = date(2026, 11, 23)
CONTROL = """\
kind: control
id: mfa
title: MFA
implements: [5.17.01]
owner: ciso
status: planned
due: 2027-01-01
"""
FILES = {"bio2lint.yaml": "norm: bio2@1.3\nlanguage: en\n", "controls/mfa.yaml": CONTROL}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def setting(root: Path, edition: str | None = None) -> lookup.Setting:
    return lookup.setting(opening.Request(DAY, str(root)), edition)


def here(root: Path, number: str, edition: str | None = None) -> Section | None:
    found = lookup.find(number, setting(root, edition)).sections
    return next((one for one in found if one.head.en == "In this repository"), None)


def test_several_numbers_are_judged_by_one_check(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[str] = []
    run = check.run

    def counted(*arguments: object, **options: object) -> check.Outcome:
        runs.append("run")
        return run(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(check, "run", counted)
    asked = setting(root)
    for number in ("5.17.01", "5.17.02", "5.17"):
        lookup.find(number, asked)
    assert runs == ["run"]


def test_paths_are_those_from_the_working_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root / "controls")
    section = here(root, "5.17.01")
    assert section is not None
    assert section.items[0].en == "Control mfa (planned, owner ciso): mfa.yaml"


def test_what_cannot_be_judged_says_why(root: Path) -> None:
    write(root, {"bio2lint.yaml": "norm: bio2@1.3\nbaseline: weg.yaml\n"})
    section = here(root, "5.17.01")
    assert section is not None
    assert section.items == ()
    assert [one.en for one in section.paragraphs] == [
        "The baseline weg.yaml cannot be opened: it does not exist."
    ]


def test_another_edition_than_the_administrations_says_nothing_of_it(root: Path) -> None:
    assert here(root, "5.17.01", "1.3") is not None
    assert here(root, "5.17.01", "bio2@1.2") is None
    assert setting(root, "1.2").language == "en"


def test_where_there_is_no_administration_there_is_nothing_to_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = lookup.setting(opening.Request(DAY), None)
    assert asked.here("5.17.01") == ()
    assert (asked.norm.edition, asked.language) == ("1.3", None)


def test_an_edition_that_is_not_shipped_is_refused(root: Path) -> None:
    with pytest.raises(Refused) as refused:
        setting(root, "bio2@9.9")
    assert [one.en for one in refused.value.messages] == [
        "Edition 9.9 is not known here; choose from 1.2, 1.3."
    ]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("SEC03", "There is no rule or number `SEC03`; did you mean `SEC003`?"),
        ("iets-heel-anders", "There is no rule or number `iets-heel-anders`."),
        ("5.99.01", "bio2@1.3 has no number 5.99.01."),
    ],
)
def test_what_nobody_knows_is_refused(root: Path, asked: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        lookup.find(asked, setting(root))
    assert [one.en for one in refused.value.messages] == [message]
