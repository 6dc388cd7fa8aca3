"""Mistakes in `bio2lint.yaml`: each at its place, all in one run, in both languages."""

from __future__ import annotations

import re

import pytest
from program import ROOT

from bio2lint import rules, settings
from bio2lint.settings import errors
from bio2lint.yamlfile import MAX_BYTES

PROTECTED = tuple(check.rule.code for check in rules.load() if check.rule.protected)


def mistakes(content: str | bytes) -> list[str]:
    with pytest.raises(settings.SettingsError) as raised:
        settings.read(content.encode() if isinstance(content, str) else content)
    return [f"{m.line}:{m.column} {m.message.en}" for m in raised.value.mistakes]


def only(content: str | bytes) -> str:
    (mistake,) = mistakes(content)
    return mistake


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("norm: bio2@1.1\n", "1:7", "bio2@1.1 is not known"),
        ("norm: iso27001\n", "1:7", "bio2@1.3"),
        ("norm: 1.3\n", "1:7", "bio2@1.3"),
        ("norm:\n", "1:1", "nothing"),
        ("requires: '>=0.2'\n", "1:11", "0.2.0 or newer; this is 0.1.0"),
        ("requires: 0.1.1\n", "1:11", "newer"),
        ("requires: 1\n", "1:11", 'write "1"'),
        ("requires: ~=0.1\n", "1:11", "a version"),
        ("requires: '>=999999999999999999999'\n", "1:11", "newer"),
        ("language: de\n", "1:11", "`nl`"),
        ("fail_on: fatal\n", "1:10", "`never`"),
        ("fail_on: off\n", "1:10", "`never`"),
        ("exlude: [a]\n", "1:1", "Did you mean `exclude`?"),
        ("include: a/\n", "1:10", "a list"),
        ("include: ['']\n", "1:11", "empty"),
        ("include: [a, '!']\n", "1:14", "no path pattern"),
        ("exclude: ['a\\']\n", "1:11", "no path pattern"),
        ("exclude: ['[z-a]']\n", "1:11", "no path pattern"),
        ("exclude: [a, a]\n", "1:14", "a"),
        ("rules: [DUE]\n", "1:8", "a list"),
        ("rules: {DUE: fatal}\n", "1:14", "`warning`"),
        ("rules: {DUE: false}\n", "1:14", "`off`"),
        ("rules: {DUE099: off}\n", "1:9", "no rule `DUE099`."),
        ("rules: {due001: off}\n", "1:9", "did you mean `DUE001`?"),
        ("rules: {due: off}\n", "1:9", "did you mean `DUE`?"),
        ("rules: {D: off}\n", "1:9", "no rule `D`"),
        ("rules: {'': off}\n", "1:9", "no rule"),
        ("rules: {QQQQQ: off}\n", "1:9", "no rule `QQQQQ`"),
        ("overrides: [{paths: [a]}]\n", "1:13", "`rules`"),
        ("overrides: [{rules: {DUE: off}}]\n", "1:13", "`paths`"),
        ("overrides: [{paths: [], rules: {DUE: off}}]\n", "1:21", "empty"),
        ("overrides: [{paths: ['!'], rules: {DUE: off}}]\n", "1:22", "no path pattern"),
        ("overrides: [{paths: [a], rules: {DUXXX: off}}]\n", "1:34", "no rule `DUXXX`"),
        ("overrides: [{paths: [a], rules: {DUE: off}, why: x}]\n", "1:45", "`why`"),
        ("overrides: [a]\n", "1:13", "keys"),
        ("overrides: {a: b}\n", "1:12", "a list"),
        ("language: nl\nlanguage: nl\n", "2:1", "a second time"),
        ("[a]\n", "1:1", "key"),
        ("language: nl\n---\nlanguage: en\n", "2:1", "more than one document"),
        ("norm: [\n", "2:1", "YAML"),
        ("norm: 'bio2\n", "1:7", "never closed"),
        ("\tnorm: x\n", "1:1", "tab"),
    ],
    ids=lambda value: value[:30],
)
def test_each_mistake_is_told_at_its_place(text: str, at: str, words: str) -> None:
    assert re.match(rf"{at} .*{re.escape(words)}", only(text)), only(text)


def test_all_mistakes_come_out_in_one_run() -> None:
    found = mistakes(
        "norm: bio2@9.9\n"
        "requires: '>=9'\n"
        "include: ['!', a, 3]\n"
        "foo: 1\n"
        "rules: {due001: off, DUE: uit, STR001: off, QQQQQ: error}\n"
        "overrides:\n"
        "  - {paths: ['!'], rules: {CMP001: warning}, why: 1}\n"
        "fail_on: maybe\n"
        "language: nl\n"
        "language: en\n"
    )
    assert [mistake.partition(" ")[0] for mistake in found] == (
        [
            "1:7",
            "2:11",
            "3:11",
            "3:19",
            "4:1",
            "5:9",
            "5:27",
            "5:32",
            "5:45",
            "7:14",
            "7:28",
            "7:46",
            "8:10",
            "10:1",
        ]
    )


def test_an_empty_document_does_not_hide_the_one_after_it() -> None:
    assert mistakes("---\n---\nrules: {QQQQQ: off}\n")[-1].endswith("keep one.")


@pytest.mark.parametrize("code", PROTECTED)
@pytest.mark.parametrize(
    "form", ["rules: {{{}: off}}", "overrides: [{{paths: [a], rules: {{{}: off}}}}]"]
)
def test_a_protected_rule_cannot_be_turned_off(code: str, form: str) -> None:
    assert f"{code} is a protected rule" in only(form.format(code))


def test_a_protected_rule_cannot_be_lowered() -> None:
    assert "protected" in only("rules: {CMP001: warning}")
    assert "protected" in only("rules: {VVT008: info}")
    assert settings.read(b"rules: {VVT008: warning, CMP001: error}").rules


@pytest.mark.parametrize("code", ["LIN", "LI", "LINM", "LIN001", "LINM999", "QQ00"])
def test_what_may_be_an_own_rule_is_judged_once_those_are_read(code: str) -> None:
    read = settings.read(f"rules: {{{code}: off}}\n".encode())
    assert read.file is not None
    there = [f"{code}000"[: len(code) + 3], "XYZ001"]
    assert errors.unknown_own(read.file, there) == []
    (mistake,) = errors.unknown_own(read.file, ["XYZ001"])
    assert (mistake.line, mistake.column) == (1, 9)
    assert f"no rule `{code}`" in mistake.message.en


def test_without_settings_no_own_rule_is_unknown() -> None:
    read = settings.read(b"# niets\n")
    assert read.file is not None
    assert errors.unknown_own(read.file, ["XYZ001"]) == []


@pytest.mark.parametrize("code", ["LINDE", "LIN0001", "lin", "L", "L01", "DUEX", "DU", "STR099"])
def test_what_cannot_be_an_own_rule_is_a_mistake_at_once(code: str) -> None:
    assert f"no rule `{code}`" in only(f"rules: {{{code}: off}}\n")


def test_other_rules_can_be_turned_off() -> None:
    assert settings.read(b"rules: {STR002: off, CMP: off}").rules


@pytest.mark.parametrize("content", [b"norm: \xff\n", b"a: \x00\n", b"a: &a [*a]\n", b"a: !x 1\n"])
def test_hostile_bytes_are_mistakes(content: bytes) -> None:
    assert mistakes(content)


def test_a_huge_file_is_refused() -> None:
    assert "too large" in only(b"#" * (MAX_BYTES + 1))


def test_a_bomb_of_aliases_is_refused() -> None:
    lines = ["x-a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"x-a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert mistakes("\n".join(lines))


def test_mistakes_have_words_in_both_languages() -> None:
    with pytest.raises(settings.SettingsError) as raised:
        settings.read(
            b"norm: bio2@9.9\nrules: {QQQQQ: off, due: off, SEC001: off}\nrequires: '9'\n"
        )
    messages = [mistake.message for mistake in raised.value.mistakes]
    assert len(messages) == 5
    assert all(message.nl and message.en and message.nl != message.en for message in messages)


def test_the_example_of_the_schema_is_good() -> None:
    import json

    schema = json.loads((ROOT / "schemas" / "settings.schema.json").read_text(encoding="utf-8"))
    for example in schema["examples"]:
        assert settings.read(json.dumps(example).encode()).pinned
