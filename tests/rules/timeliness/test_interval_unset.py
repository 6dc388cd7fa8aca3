"""DUE005: a period of one's own is chosen where the norm leaves it open."""

from __future__ import annotations

import pytest
from support import check, edition, expect, result

from bio2lint import rules

OTHERS = frozenset(one.rule.code for one in rules.load()) - {"DUE005"}
OWN = [n for n, m in edition("1.3").measures.items() if "own_period" in m.facts]


def control(
    implements: str, more: str = "", *, name: str = "a", status: str = "implemented"
) -> dict[str, str]:
    """A control; `implements` stands on line 4 at column 14."""
    return {
        f"controls/{name}.yaml": f"""\
kind: control
id: {name}
title: A
implements: [{implements}]
status: {status}
owner: ciso
{more}"""
    }


def cycle(requirement: str, interval: str = "P1Y") -> str:
    return f"cycles: [{{requirement: {requirement}, interval: {interval}}}]\n"


@pytest.mark.parametrize("number", OWN)
def test_each_measure_that_leaves_it_open(number: str) -> None:
    files = control(number)
    expect(files, "controls/a.yaml:4:14 DUE005", ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "DUE005"]
    assert finding.requirements == (number,)
    own = edition("1.3").measures[number].facts["own_period"]
    assert own["nl"] in finding.message.nl
    assert own["en"] in finding.message.en
    expect(control(number, cycle(number)), ignoring=OTHERS)


def test_there_are_such_measures() -> None:
    assert {"5.04.01", "5.09.01", "8.15.06"} <= set(OWN)


def test_measures_that_have_a_period_or_need_none_are_not_asked() -> None:
    expect(control("5.18.02, 5.17.01, '5.4'"), ignoring=OTHERS)


def test_each_measure_is_one_finding_at_its_number() -> None:
    files = control("5.17.01, 5.09.01, 5.04.01", cycle("5.17.01"))
    at = ("controls/a.yaml:4:23 DUE005", "controls/a.yaml:4:32 DUE005")
    expect(files, *at, ignoring=OTHERS)


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_a_plan_need_not_have_chosen(status: str) -> None:
    expect(control("5.04.01", status=status), ignoring=OTHERS)


def test_a_second_control_may_set_it() -> None:
    other = control("5.04.01", cycle("5.04.01"), name="b", status="planned")
    expect({**control("5.04.01"), **other}, ignoring=OTHERS)
    plan = control("5.04.01", name="0", status="planned")
    expect({**control("5.04.01"), **plan}, "controls/a.yaml:4:14 DUE005", ignoring=OTHERS)


def test_a_cycle_of_its_control_counts() -> None:
    expect(control("5.04.01", cycle("'5.4'")), ignoring=OTHERS)
    expect(control("5.04.01", cycle("'5.5'")), "controls/a.yaml:4:14 DUE005", ignoring=OTHERS)


@pytest.mark.parametrize("stated", ["5.04.1", "5.04.99", "5.04.02"])
def test_a_number_that_may_mean_it_is_another_rules(stated: str) -> None:
    found = ["controls/a.yaml:4:14 DUE005"] if stated == "5.04.02" else []
    expect(control("5.04.01", cycle(stated)), *found, ignoring=OTHERS)


@pytest.mark.parametrize(
    "cycles", ["cycles: jaarlijks\n", "cycles: [P1Y]\n", "cycles: [{interval: P1Y}]\n"]
)
def test_what_is_not_understood_may_set_it(cycles: str) -> None:
    expect(control("5.04.01", cycles), ignoring=OTHERS)


def test_an_exception_that_counts_excuses() -> None:
    excepted = {
        "exceptions/x.yaml": """\
kind: exception
id: x
title: X
type: not-applicable
requirements: [5.04.01]
owner: ciso
reason: De organisatie heeft geen werknemers.
approved: {by: directie, date: 2026-03-09, ref: DB-2026-041}
"""
    }
    expect({**control("5.04.01"), **excepted}, ignoring=OTHERS)


def test_an_unreadable_file_may_set_it() -> None:
    told = result({**control("5.04.01"), "controls/b.yaml": "kind: [control\n"})
    assert told.held_back["DUE005"] == 1
    assert "DUE005" not in {finding.code for finding in told.findings}
