"""Options of rules in `bio2lint.yaml`: what may be chosen, and each mistake at its place."""

from __future__ import annotations

from typing import Any

import pytest
from support import check

from bio2lint import period, rules, settings

RULES = {one.rule.code: one.rule for one in rules.load()}


def mistakes(text: str) -> list[tuple[str, str]]:
    with pytest.raises(settings.SettingsError) as raised:
        settings.read(text.encode())
    return [(f"{m.line}:{m.column}", m.message.en) for m in raised.value.mistakes]


@pytest.mark.parametrize(
    ("chosen", "value"),
    [
        ("SUP004: {grace: P1Y}", period.parse("P1Y")),
        ("SUP004: {grace: P10D}", period.parse("P10D")),
        ("SUP004: {grace: P0D}", period.parse("P0D")),
        ("DUE004: {days: 0}", 0),
        ("DUE004: {days: 365}", 365),
        ("RSK003: {per_risk: true}", True),
        ("RSK003: {per_risk: false}", False),
        ("SEC001: {allow: [a, b]}", ("a", "b")),
        ("SEC001: {allow: lone}", ("lone",)),
        ("SEC001: {allow: []}", ()),
        ("SEC001: {severity: error, allow: [a]}", ("a",)),
        ("SUP004: {severity: off, grace: P1M}", period.parse("P1M")),
    ],
    ids=str,
)
def test_a_rule_is_given_what_is_chosen(chosen: str, value: Any) -> None:
    read = settings.read(f"rules: {{{chosen}}}\n".encode())
    assert list(read.options(RULES[chosen[:6]]).values()) == [value]


@pytest.mark.parametrize(
    ("chosen", "code", "name"), [("SUP004: {}", "SUP004", "grace"), ("SUP: {}", "SUP004", "grace")]
)
def test_an_empty_block_chooses_nothing(chosen: str, code: str, name: str) -> None:
    read = settings.read(f"rules: {{{chosen}}}\n".encode())
    (option,) = RULES[code].options
    assert read.options(RULES[code]) == {name: option.default}
    assert read.rules == {}


@pytest.mark.parametrize(
    ("block", "at", "words"),
    [
        ("SUP004: {gracee: P6M}", "1:18", "SUP004 has no option `gracee`; there is `severity`, `g"),
        ("SUP004: {x-own: a}", "1:18", "SUP004 has no option `x-own`"),
        ("SUP004: {1: a}", "1:18", "SUP004 has no option `1`"),
        ("SUP004: {days: 30}", "1:18", "SUP004 has no option `days`"),
        ("DUE001: {days: 30}", "1:18", "DUE001 has no option `days`; there is `severity`."),
        ("SUP004: {grace: 6}", "1:25", "`grace` of SUP004 must be a period"),
        ("SUP004: {grace: half}", "1:25", "`grace` of SUP004 must be a period"),
        ("SUP004: {grace: -P1M}", "1:25", "`grace` of SUP004 must be a period"),
        ("SUP004: {grace: -P1D}", "1:25", "`grace` of SUP004 must be a period"),
        ("SUP004: {grace: [P6M]}", "1:25", "`grace` of SUP004 must be a period"),
        ("SUP004: {grace: }", "1:18", "`grace` of SUP004 must be a period"),
        ("DUE004: {days: -1}", "1:24", "`days` of DUE004 must be a whole number"),
        ("DUE004: {days: '30'}", "1:24", "`days` of DUE004 must be a whole number"),
        ("DUE004: {days: true}", "1:24", "`days` of DUE004 must be a whole number"),
        ("DUE004: {days: 3.5}", "1:24", "`days` of DUE004 must be a whole number"),
        ("DUE004: {days: P30D}", "1:24", "`days` of DUE004 must be a whole number"),
        ("RSK003: {per_risk: yes}", "1:28", "`per_risk` of RSK003 must be true or false"),
        ("RSK003: {per_risk: 1}", "1:28", "`per_risk` of RSK003 must be true or false"),
        ("SEC001: {allow: 3}", "1:25", "`allow` of SEC001 must be a text or a list of texts"),
        ("SEC001: {allow: [a, 3]}", "1:25", "`allow` of SEC001 must be a text or a list of texts"),
        ("SEC001: {allow: {a: b}}", "1:25", "`allow` of SEC001 must be a text or a list of texts"),
        ("SUP004: {severity: fatal}", "1:28", "`fatal` is not a value"),
        ("SUP004: [grace]", "1:17", "there is a list"),
        ("SUP004: {grace: P6M, grace: P1Y}", "1:30", "a second time"),
    ],
)
def test_a_mistake_in_a_block_is_told_at_its_place(block: str, at: str, words: str) -> None:
    ((place, told),) = mistakes(f"rules: {{{block}}}\n")
    assert place == at
    assert words in told


@pytest.mark.parametrize("code", ["DUE099", "QQQQQ", "due004"])
def test_of_a_rule_that_is_not_there_only_that_is_told(code: str) -> None:
    ((place, told),) = mistakes(f"rules: {{{code}: {{days: x}}}}\n")
    assert place == "1:9"
    assert f"no rule `{code}`" in told


@pytest.mark.parametrize("prefix", ["DUE", "DUE00", "LIN", "LIN001"])
def test_only_a_rule_of_the_program_has_options(prefix: str) -> None:
    ((place, told),) = mistakes(f"rules: {{{prefix}: {{severity: info, days: 3}}}}\n")
    assert place == f"1:{12 + len(prefix) + len('severity: info, ')}"
    assert f"{prefix} has no option `days`; there is `severity`." in told


def test_a_path_has_severities_of_its_own_but_no_options() -> None:
    text = "overrides: [{paths: [a], rules: {SUP004: {grace: P6M}}}]\n"
    ((place, told),) = mistakes(text)
    assert place == "1:42"
    assert "`off`" in told


def test_a_protected_rule_has_options_and_keeps_its_severity() -> None:
    assert settings.read(b"rules: {SEC001: {allow: [a]}}\n").rules == {}
    for severity in ("off", "info", "warning"):
        ((place, told),) = mistakes(f"rules: {{SEC001: {{allow: [a], severity: {severity}}}}}\n")
        assert place == "1:9"
        assert "SEC001 is a protected rule" in told


def test_every_mistake_in_a_block_is_told_in_both_languages() -> None:
    with pytest.raises(settings.SettingsError) as raised:
        settings.read(b"rules:\n  DUE004:\n    days: x\n    hours: 3\n  SEC001: {allow: 1}\n")
    told = raised.value.mistakes
    assert [(m.line, m.column) for m in told] == [(3, 11), (4, 5), (5, 19)]
    assert [m.message.nl for m in told] == [
        "Bij `days` van DUE004 hoort een geheel getal, 0 of hoger.",
        "Regel DUE004 heeft geen optie `hours`; er is `severity`, `days`.",
        "Bij `allow` van SEC001 hoort een tekst of een lijst met teksten.",
    ]


EXCEPTION = """\
kind: exception
id: X-1
title: X
type: deviation
requirements: [5.17.01]
until: {}
"""


@pytest.mark.parametrize(
    ("days", "until", "told"),
    [
        (0, "2026-11-23", True),
        (0, "2026-11-24", False),
        (7, "2026-11-30", True),
        (7, "2026-12-01", False),
        (999999999999, "9999-12-31", True),
    ],
)
def test_what_is_chosen_reaches_the_rule(days: int, until: str, *, told: bool) -> None:
    text = f"norm: bio2@1.3\nprofile: strict\nrules: {{DUE004: {{days: {days}}}}}\n"
    found = check({"bio2lint.yaml": text, "exceptions/x.yaml": EXCEPTION.format(until)})
    lines = [finding.region.line for finding in found if finding.code == "DUE004"]
    assert lines == ([6] if told else [])
