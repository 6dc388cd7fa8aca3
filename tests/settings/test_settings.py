"""What `bio2lint.yaml` decides: which files take part, and how grave each rule is where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from program import ROOT
from support import check

from bio2lint import rules, settings
from bio2lint.finding import Severity

if TYPE_CHECKING:
    from bio2lint.rules import Rule

RULES = {check.rule.code: check.rule for check in rules.load()}
DUE, STALE, DEVIATION, MISSING = (RULES[c] for c in ("DUE001", "EVD002", "VVT008", "CMP001"))


def read(text: str) -> settings.Settings:
    return settings.read(text.encode())


def level(text: str, rule: Rule = DUE, path: str = "controls/a.yaml") -> Severity | None:
    return read(text).severity(rule, rule.severity, path)


@pytest.mark.parametrize("content", [None, b"", b"# only a remark\n", b"---\n", b"\xef\xbb\xbf"])
def test_without_settings_the_newest_edition_counts_and_nothing_is_pinned(
    content: bytes | None,
) -> None:
    found = settings.read(content)
    assert (found.edition, found.pinned) == ("1.3", False)
    assert (found.language, found.fail_on) == (None, "error")
    assert found.takes("controls/a.yaml")
    assert found.severity(DUE, DUE.severity, "controls/a.yaml") == DUE.severity


def test_every_key() -> None:
    found = read(
        "norm: bio2@1.3\nrequires: '>=0.1'\ninclude: [isms/]\nexclude: [old/]\nlanguage: en\n"
        "fail_on: never\nrules: {DUE: info}\noverrides: [{paths: [a/], rules: {DUE: off}}]\n"
        "x-free: {own: [1]}\n"
    )
    assert found.edition == "1.3"
    assert found.pinned
    assert (found.include, found.exclude) == (("isms/",), ("old/",))
    assert (found.language, found.fail_on) == ("en", "never")
    assert found.rules == {"DUE": "info"}
    assert found.overrides == ((("a/",), {"DUE": "off"}),)


def test_windows_line_endings_and_a_byte_order_mark() -> None:
    assert settings.read(b"\xef\xbb\xbflanguage: en\r\nfail_on: info\r\n").fail_on == "info"


@pytest.mark.parametrize("version", ["0", "0.0.1", "0.1", ">=0.1", "0.1.0", ">=0.1.0", ">=0.0.99"])
def test_an_older_or_equal_version_will_do(version: str) -> None:
    assert read(f"requires: '{version}'\n") == settings.Settings(
        file=read(f"requires: '{version}'\n").file
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rules: {DUE001: info}", Severity.INFO),
        ("rules: {DUE: warning}", Severity.WARNING),
        ("rules: {DUE: off}", None),
        ("rules: {EVD: off}", Severity.ERROR),
        ("rules: {DUE: off, DUE001: info}", Severity.INFO),
        ("rules: {DUE001: info, DUE: off}", Severity.INFO),
        ("rules: {DUE00: warning, DUE: off}", Severity.WARNING),
    ],
    ids=str,
)
def test_the_longest_prefix_wins(text: str, expected: Severity | None) -> None:
    assert level(text) == expected


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ("{paths: [controls/], rules: {DUE: info}}", Severity.INFO),
        ("{paths: [risks/], rules: {DUE: info}}", None),
        ("{paths: ['*.yaml'], rules: {DUE001: info}}", Severity.INFO),
        ("{paths: [/a.yaml], rules: {DUE: info}}", None),
        ("{paths: ['**/a.yaml', '!controls/'], rules: {DUE: info}}", Severity.INFO),
        ("{paths: [controls/], rules: {EVD: info}}", None),
        (
            "{paths: [controls/], rules: {DUE: info}}, {paths: ['*'], rules: {DUE: error}}",
            Severity.ERROR,
        ),
        (
            "{paths: ['*'], rules: {DUE: error}}, {paths: [controls/], rules: {DUE: info}}",
            Severity.INFO,
        ),
        ("{paths: ['*'], rules: {DUE001: error}}, {paths: ['*'], rules: {DUE: off}}", None),
    ],
)
def test_the_last_override_that_fits_goes_before_the_rules(
    overrides: str, expected: Severity | None
) -> None:
    assert level(f"rules: {{DUE001: off}}\noverrides: [{overrides}]\n") == expected


@pytest.mark.parametrize("wish", ["off", "info", "warning", "error"])
def test_a_protected_rule_is_never_less_grave(wish: str) -> None:
    assert level(f"rules: {{CMP: {wish}}}", MISSING) == Severity.ERROR
    override = f"overrides: [{{paths: ['*'], rules: {{CMP: {wish}}}}}]"
    assert level(override, MISSING) == Severity.ERROR


def test_a_protected_rule_may_be_graver() -> None:
    assert DEVIATION.severity == Severity.WARNING
    assert level("rules: {VVT008: error}", DEVIATION) == Severity.ERROR
    assert level("rules: {VVT: error}", DEVIATION) == Severity.ERROR
    assert level("rules: {VVT: info}", DEVIATION) == Severity.WARNING


def test_a_finding_that_is_less_grave_than_its_rule_follows_the_settings_too() -> None:
    found = read("rules: {EVD: error}")
    assert found.severity(STALE, Severity.INFO, "a.yaml") == Severity.ERROR
    assert read("").severity(STALE, Severity.INFO, "a.yaml") == Severity.INFO


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("", "bio2lint.yaml", False),
        ("", "sub/bio2lint.yaml", True),
        ("include: [isms/]", "isms/controls/a.yaml", True),
        ("include: [isms/]", "controls/a.yaml", False),
        ("include: [isms/]", "sub/isms/a.yaml", True),
        ("include: [/isms/]", "sub/isms/a.yaml", False),
        ("include: [isms/]\nexclude: [isms/old/]", "isms/old/a.yaml", False),
        ("exclude: ['*.yml']", "a/b.yml", False),
        ("exclude: ['*.yml']", "a/b.yaml", True),
        ("exclude: ['old/**', '!old/keep.yaml']", "old/keep.yaml", True),
        ("exclude: ['old/**', '!old/keep.yaml']", "old/drop.yaml", False),
        ("exclude: ['# a remark']", "a.yaml", True),
        ("include: []\nexclude: []", "a.yaml", True),
        ("exclude: [data/]", "data/", False),
        ("exclude: ['[a-c].yaml']", "b.yaml", False),
    ],
)
def test_patterns_are_those_of_gitignore(text: str, path: str, *, expected: bool) -> None:
    assert read(text).takes(path) is expected


def test_severities_reach_the_findings() -> None:
    role = "kind: role\nid: a\ntitle: A\nfunctions: [ciso]\nreview: {last: 2020-01-01}\n"
    control = "kind: control\nid: {}\ntitle: C\nimplements: [5.17.01]\nstatus: planned\n"
    files = {"roles/a.yaml": role, "controls/c.yaml": control.format("c")}
    files["controls/d.yaml"] = control.format("d")
    files["bio2lint.yaml"] = (
        "norm: bio2@1.3\nrules: {OWN: info}\n"
        "overrides: [{paths: [controls/d.yaml], rules: {OWN001: off}}]\n"
    )
    owners = [(f.region.path, f.severity) for f in check(files) if f.code == "OWN001"]
    assert owners == [("controls/c.yaml", Severity.INFO)]


def test_the_schema_knows_every_key_that_is_read() -> None:
    schema = json.loads((ROOT / "schemas" / "settings.schema.json").read_text(encoding="utf-8"))
    known = set(settings.Settings.__dataclass_fields__)
    read_from = known - {"file", "edition", "pinned", "chosen"} | {"norm", "requires"}
    assert set(schema["properties"]) == read_from
    severities = {severity.name.lower() for severity in Severity}
    assert set(schema["properties"]["fail_on"]["enum"]) == severities | {"never"}
    assert set(schema["$defs"]["level"]["enum"]) == severities | {"off"}
