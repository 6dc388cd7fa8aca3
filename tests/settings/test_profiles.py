"""Profiles: which rules hold for whom, and what goes before what."""

from __future__ import annotations

import pytest
from support import check, result

from bio2lint import profile, rules, schema, settings
from bio2lint.finding import Severity, Text
from bio2lint.rules import Option, Rule

KNOWN = {one.rule.code: one.rule for one in rules.load()}
PROTECTED = {code for code, rule in KNOWN.items() if rule.protected}
LATE = {"documents/a.yaml": "kind: risk\nid: R-1\ntitle: R\ntreatment: avoid\n"}


def read(text: str) -> settings.Settings:
    return settings.read(text.encode())


def applying(text: str) -> set[str]:
    return {code for code, rule in KNOWN.items() if read(text).applies(rule)}


@pytest.mark.parametrize("name", profile.NAMES)
def test_a_shipped_profile_fits_the_schema_and_names_rules_that_there_are(name: str) -> None:
    loaded = profile.load(name)
    assert loaded.name == name
    assert schema.fits("settings", {"rules": loaded.rules})
    for code in loaded.rules:
        assert any(known.startswith(code) for known in KNOWN), code
    assert loaded.about.nl != loaded.about.en


def test_the_settings_can_choose_each_profile() -> None:
    listed = schema.bundle("settings")["properties"]["profile"]["enum"]
    assert listed == list(profile.NAMES)


def test_each_profile_asks_more_than_the_one_before() -> None:
    starter, standard, strict = (applying(f"profile: {name}") for name in profile.NAMES)
    assert PROTECTED < starter < standard < strict
    assert applying("") == standard
    settled = {code for code, rule in KNOWN.items() if not rule.preview}
    assert strict == settled


def test_who_begins_is_held_to_structure_references_and_owners() -> None:
    starter = applying("profile: starter") - PROTECTED
    assert {"STR", "REF", "OWN"} <= {code[:3] for code in starter}
    assert not {"CMP", "DUE", "RSK", "EVD", "VVT", "SUP", "ISM"} & {code[:3] for code in starter}


def test_what_the_profile_leaves_out_is_not_looked_for_and_named() -> None:
    found = result({"bio2lint.yaml": "norm: bio2@1.3\nprofile: starter\n", **LATE})
    assert "DUE001" in found.not_applied
    assert "DUE001" not in found.turned_off
    assert "DUE001" not in {finding.code for finding in found.findings}
    assert not set(found.not_applied) & PROTECTED


def test_what_the_settings_turn_off_is_counted() -> None:
    found = result({"bio2lint.yaml": "norm: bio2@1.3\nrules: {DUE001: off}\n", **LATE})
    assert found.turned_off["DUE001"] == 1
    assert "DUE001" not in found.not_applied


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("profile: starter", False),
        ("profile: starter\nrules: {DUE: off}", False),
        ("profile: starter\nrules: {DUE: warning}", True),
        ("profile: starter\nrules: {DUE: warning, DUE001: off}", False),
        ("profile: starter\noverrides: [{paths: [a], rules: {DUE001: info}}]", True),
        ("profile: standard\nrules: {DUE001: off}", True),
    ],
)
def test_the_settings_bring_back_what_a_profile_leaves_out(text: str, *, expected: bool) -> None:
    assert read(text).applies(KNOWN["DUE001"]) is expected


@pytest.mark.parametrize(
    ("text", "severity", "origin", "pointer"),
    [
        ("", Severity.ERROR, "rule", ()),
        ("profile: starter", None, "profile", ()),
        ("profile: starter\nrules: {DUE: info}", Severity.INFO, "rules", ("rules", "DUE")),
        ("rules: {DUE: info, DUE001: off}", None, "rules", ("rules", "DUE001")),
        (
            "rules: {DUE001: off}\noverrides: [{paths: [a.yaml], rules: {DUE: warning}}]",
            Severity.WARNING,
            "overrides",
            ("overrides", 0, "rules", "DUE"),
        ),
        (
            "rules: {DUE001: off}\noverrides: [{paths: [b.yaml], rules: {DUE: warning}}]",
            None,
            "rules",
            ("rules", "DUE001"),
        ),
        ("rules: {DUE001: {severity: info}}", Severity.INFO, "rules", ("rules", "DUE001")),
    ],
)
def test_it_is_known_what_says_how_grave_a_rule_is(
    text: str, severity: Severity | None, origin: str, pointer: tuple[str | int, ...]
) -> None:
    level = read(text).level(KNOWN["DUE001"], Severity.ERROR, "a.yaml")
    assert level == settings.Level(severity, origin, pointer)


def test_no_profile_takes_a_protected_rule_away() -> None:
    for code in PROTECTED:
        level = read("profile: starter").level(KNOWN[code], KNOWN[code].severity, "a.yaml")
        assert level.severity == KNOWN[code].severity


NEW = Rule(
    code="DUE901",
    name="new",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(nl="nieuw", en="new"),
    preview=True,
    options=(
        Option("days", "integer", 30, Text(nl="dagen", en="days")),
        Option("allow", "texts", (), Text(nl="wat mag", en="what may be")),
    ),
)


def test_a_new_rule_waits_until_it_is_asked_for() -> None:
    assert not read("").applies(NEW)
    assert not read("profile: strict").applies(NEW)
    assert not read("rules: {DUE: error}").applies(NEW)
    assert read("preview: true").applies(NEW)
    assert not read("preview: true\nprofile: starter").applies(NEW)


def test_a_profile_of_the_command_line_goes_before_that_of_the_settings() -> None:
    codes = {finding.code for finding in check(LATE)}
    assert "DUE001" in codes


def test_options_have_their_defaults_unless_chosen() -> None:
    assert read("").options(NEW) == {"days": 30, "allow": ()}
    chosen = settings.Settings(chosen={"DUE901": {"days": 7, "allow": ["a"]}})
    assert chosen.options(NEW) == {"days": 7, "allow": ("a",)}


def test_strict_asks_each_risk_for_its_impact_areas() -> None:
    rule = KNOWN.get("RSK003")
    if rule is None:
        pytest.skip("there is no RSK003 yet")
    assert read("").options(rule)["per_risk"] is False
    assert read("profile: strict").options(rule)["per_risk"] is True
    text = "profile: strict\nrules: {RSK003: {per_risk: false}}"
    assert read(text).options(rule)["per_risk"] is False
