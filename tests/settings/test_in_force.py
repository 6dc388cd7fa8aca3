"""What `bio2lint settings` tells: what is in force at a path, and where each value stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bio2lint import inforce, rules, settings

SETTINGS = """\
norm: bio2@1.3
profile: strict
preview: true
exclude: [oud/, "kladjes/"]
fail_on: warning
baseline: bekend.yaml
rules:
  REF00: warning
  REF001: error
  SUP004: {severity: info, grace: P9M}
  SEC003: {allow: [noreply@lindemeer.example]}
overrides:
- paths: [controls/]
  rules: {DUE001: info}
- paths: [controls/oud/]
  rules: {DUE: off}
"""
OF_SETTINGS = """\
instelling                    komt uit
norm        bio2@1.3          bio2lint.yaml:1:7
profile     strict            bio2lint.yaml:2:10
preview     true              bio2lint.yaml:3:10
language    -                 standaard
fail_on     warning           bio2lint.yaml:5:10
baseline    bekend.yaml       bio2lint.yaml:6:11
include     -                 standaard
exclude     [oud/, kladjes/]  bio2lint.yaml:4:10
"""
OF_RULES = """\
regel                                                      komt uit
REF001 measure-unknown        fout                         bio2lint.yaml:9:3
REF002 measure-number-format  waarschuwing                 bio2lint.yaml:8:3
REF003 measure-moved          waarschuwing                 bio2lint.yaml:8:3
REF004 measure-withdrawn      waarschuwing                 bio2lint.yaml:8:3
REF005 measure-placeholder    waarschuwing                 bio2lint.yaml:8:3
REF006 dangling-reference     waarschuwing                 bio2lint.yaml:8:3
REF007 orphan-object          waarschuwing                 bio2lint.yaml:8:3
REF008 evidence-path-missing  waarschuwing                 bio2lint.yaml:8:3
RSK003 impact-area-missing    fout                         standaard
  per_risk                    true                         profile strict
SEC003 personal-data          waarschuwing                 standaard
  allow                       [noreply@lindemeer.example]  bio2lint.yaml:11:19
SUP004 assurance-invalid      info                         bio2lint.yaml:10:3
  grace                       P9M                          bio2lint.yaml:10:35
"""


def overview(text: str = SETTINGS, path: str | None = None) -> inforce.Overview:
    return inforce.of(settings.read(text.encode()), path)


def shown(overview: inforce.Overview, language: str = "nl") -> str:
    return inforce.as_text(overview, language, 80, color=False)


def levels(found: inforce.Overview) -> dict[str, tuple[str, str | None]]:
    return {
        one.rule.code: (one.severity.name.lower() if one.severity else "off", one.origin)
        for one in found.rules
    }


def test_what_is_set_stands_with_its_place() -> None:
    count = len(rules.load())
    assert shown(overview()) == f"{OF_SETTINGS}\n{OF_RULES}\nAlle {count} regels gelden.\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (None, ("error", None)),
        ("risks/R-1.yaml", ("error", None)),
        ("controls/mfa.yaml", ("info", "bio2lint.yaml:14:11")),
        ("controls/oud/mfa.yaml", ("off", "bio2lint.yaml:16:11")),
    ],
)
def test_the_last_override_that_fits_a_path_counts(
    path: str | None, expected: tuple[str, str | None]
) -> None:
    assert levels(overview(path=path))["DUE001"] == expected


def test_without_settings_only_what_is_off_is_told() -> None:
    found = inforce.of(settings.read(None), None)
    off = [code for code, (level, _) in levels(found).items() if level == "off"]
    text = shown(found, "en")
    assert {one.origin for one in found.values} == {None}
    assert "bio2lint.yaml" not in text
    listed = [line.split()[0] for line in text.partition("\nrule ")[2].splitlines()[1:-2]]
    assert listed == off
    count = len(rules.load())
    assert text.endswith(
        f"\n{count - len(off)} of {count} rules are in force; above it is said why the others are "
        "not.\n"
    )
    assert f"\n{count - len(off)} van de {count} regels gelden; " in shown(found)


def test_a_new_rule_waits_whatever_the_settings_say_of_it() -> None:
    new = next(check.rule for check in rules.load() if check.rule.preview)
    text = f"norm: bio2@1.3\nrules: {{{new.code}: error}}\n"
    assert levels(overview(text))[new.code] == ("off", "preview")
    assert levels(overview(f"{text}preview: true\n"))[new.code][0] == "error"


def test_a_rule_that_may_not_be_set_is_marked() -> None:
    found = overview("norm: bio2@1.3\nprofile: starter\nrules: {CMP001: error}\n")
    (line,) = (one for one in shown(found, "en").splitlines() if one.startswith("CMP001"))
    assert line.split() == [
        "CMP001",
        "measure-missing",
        "(protected)",
        "error",
        "bio2lint.yaml:3:9",
    ]


def test_an_option_of_the_settings_goes_before_that_of_the_profile() -> None:
    found = overview("norm: bio2@1.3\nprofile: strict\nrules: {RSK003: {per_risk: false}}\n")
    (one,) = (one for one in found.rules if one.rule.code == "RSK003")
    assert one.options == (("per_risk", "false", "bio2lint.yaml:3:28"),)


def test_a_profile_of_the_command_line_comes_from_there() -> None:
    read = settings.read(b"norm: bio2@1.3\nprofile: starter\n")
    (found,) = (
        one
        for one in inforce.of(replace(read, profile="strict"), None).values
        if one.name == "profile"
    )
    assert found == ("profile", "strict", "--profile")


def test_as_data_every_rule_has_its_level_and_options() -> None:
    data = inforce.as_data(overview(path="controls/mfa.yaml"))
    assert data["path"] == "controls/mfa.yaml"
    assert data["settings"]["language"] == {"value": "-", "origin": None}
    of = {one["code"]: one for one in data["rules"]}
    assert len(of) == len(rules.load())
    assert of["DUE001"] == {
        "code": "DUE001",
        "name": "review-overdue",
        "severity": "info",
        "usual": "error",
        "origin": "bio2lint.yaml:14:11",
        "protected": False,
        "options": {},
    }
    assert of["SUP004"]["options"] == {"grace": {"value": "P9M", "origin": "bio2lint.yaml:10:35"}}
    assert of["RSK003"]["options"] == {"per_risk": {"value": "true", "origin": "profile strict"}}


def test_what_settings_say_does_not_reach_the_terminal_as_it_is() -> None:
    text = shown(overview('norm: bio2@1.3\nexclude: ["\\u202Egpj"]\n'))
    assert "gpj" in text
    assert "\u202e" not in text
