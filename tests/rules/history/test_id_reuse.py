from __future__ import annotations

import pytest
from support import expect_change, of_change

from bio2lint.past import FormerDocument, Past

CONTROL = """\
kind: control
id: toegang
title: Toegang
implements: [5.17.01]
owner: hoofd-ict
status: planned
"""
PROCESS = "kind: process\nid: toegang\ntitle: Toegang\nowner: hoofd-ict\n"
OTHER = "kind: process\nid: burgerzaken\ntitle: Burgerzaken\nowner: hoofd-ict\n"


def codes(former: FormerDocument, *, complete: bool = True) -> list[str]:
    past = Past({"toegang": former}, complete)
    before, after = {"a.yaml": OTHER}, {"a.yaml": OTHER, "b.yaml": CONTROL}
    return [found.code for found in of_change(before, after, past=past)]


def test_an_id_that_becomes_another_kind_is_named() -> None:
    before, after = {"a.yaml": PROCESS}, {"a.yaml": CONTROL}
    found = of_change(before, after)
    assert [one.code for one in found] == ["GIT005"]
    expect_change(before, {"b.yaml": CONTROL}, "b.yaml:2:5 GIT005")


def test_an_id_that_comes_back_from_the_past_as_something_else_is_named() -> None:
    assert codes(FormerDocument("process", "oud.yaml")) == ["GIT005"]
    assert codes(FormerDocument("control", "oud.yaml", frozenset({"8.16.04"}))) == ["GIT005"]


@pytest.mark.parametrize("numbers", [frozenset({"5.17.01", "8.16.04"}), frozenset[str]()])
def test_an_id_that_comes_back_as_what_it_was_is_fine(numbers: frozenset[str]) -> None:
    assert codes(FormerDocument("control", "oud.yaml", numbers)) == []


def test_of_a_past_that_is_not_fully_known_nothing_is_said() -> None:
    assert codes(FormerDocument("process", "oud.yaml"), complete=False) == []


def test_an_id_that_stays_what_it_is_is_fine() -> None:
    expect_change({"a.yaml": CONTROL}, {"b.yaml": CONTROL.replace("title: Toe", "title: De toe")})
