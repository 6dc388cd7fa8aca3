"""VVT005: another norm in the place of this one."""

from __future__ import annotations

import pytest
from applicability_cases import Repository, beside, together
from support import check, expect

OTHERS = beside("VVT005")


def control(replaces: str | None, status: str = "implemented") -> Repository:
    """A control; what it replaces stands on line 7, column 11."""
    text = f"""\
kind: control
id: c
title: Broncode
implements: ["8.4"]
status: {status}
owner: ciso
"""
    return {"controls/c.yaml": text + (f"replaces: {replaces}\n" if replaces else "")}


def assert_found(part: Repository, *at: str) -> None:
    expect(together(part), *at, ignoring=OTHERS)


@pytest.mark.parametrize("status", ["implemented", "planned"])
def test_a_replacement_without_grounds_is_named(status: str) -> None:
    files = control("{norm: NEN 7510}", status)
    assert_found(files, "controls/c.yaml:7:1 VVT005")
    (finding,) = [f for f in check(together(files)) if f.code == "VVT005"]
    assert finding.message.nl == "Niet is onderbouwd dat NEN 7510 hier gelijkwaardig is."
    assert finding.message.en == "Nothing shows that NEN 7510 is equivalent here."
    assert finding.requirements == ("8.4",)


@pytest.mark.parametrize(
    "where", ["analyse", "documents/analyse.md#7510", "https://intranet.lindemeer.example/7510"]
)
def test_grounds_may_be_anywhere(where: str) -> None:
    assert_found(control(f"{{norm: NEN 7510, equivalence: '{where}'}}"))


def test_a_norm_that_only_adds_replaces_nothing() -> None:
    assert_found(control(None))


@pytest.mark.parametrize(
    ("replaces", "codes"),
    [
        ("NEN 7510", ["STR002"]),
        ("{norm: NEN 7510, equivalence: []}", ["STR002"]),
        ("{norm: NEN 7510, equivalnce: analyse}", ["STR002"]),
        ("{norm: NEN 7510, equivalence: documents/weg.md}", ["REF008"]),
    ],
)
def test_what_is_not_understood_is_one_finding(replaces: str, codes: list[str]) -> None:
    found = [f.code for f in check(together(control(replaces))) if f.code not in OTHERS]
    assert found == codes


def test_a_norm_whose_name_is_not_understood_is_called_the_other() -> None:
    found = {f.code: f for f in check(together(control("{norm: []}")))}
    message = found["VVT005"].message
    assert message.nl == "Niet is onderbouwd dat de andere norm hier gelijkwaardig is."
    assert message.en == "Nothing shows that the other norm is equivalent here."
