"""The language, the colours, the width and the encoding of what people and programs read."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from program import AS_OF, BROKEN, EXAMPLE, ROLE, SETTINGS, program, write

from bio2lint.cli import terminal

if TYPE_CHECKING:
    from pathlib import Path

DUTCH, ENGLISH = "geen oordeel over naleving", "no judgement on compliance"
ESCAPE = b"\x1b["


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE})


def language_of(cwd: Path, locale: str, *arguments: str) -> str:
    shown = program("check", *arguments, cwd=cwd, env={"LANG": locale}).stdout.decode()
    dutch, english = "peildatum" in shown, "as-of date" in shown
    assert dutch != english
    return "nl" if dutch else "en"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "nl"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "C"}, "nl"),
        ({"LANG": "fr_FR.UTF-8"}, "nl"),
        ({"LANG": "nl_NL", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_GB", "LC_ALL": "nl_NL"}, "nl"),
        ({"LC_ALL": "", "LC_MESSAGES": "en"}, "en"),
    ],
    ids=str,
)
def test_the_locale_decides_if_it_is_one_of_the_two(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal.language() == expected


def test_the_settings_go_before_the_locale_and_the_command_line_before_both(small: Path) -> None:
    assert language_of(small, "en_US.UTF-8") == "en"
    write(small, {"bio2lint.yaml": SETTINGS + "language: nl\n"})
    assert language_of(small, "en_US.UTF-8") == "nl"
    assert language_of(small, "nl_NL.UTF-8", "--lang", "en") == "en"


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "De peildatum"),
        ([], {"LANG": "en_US.UTF-8"}, "The as-of date"),
        (["--lang", "en"], {}, "The as-of date"),
        (["--lang=nl"], {"LANG": "en_US.UTF-8"}, "De peildatum"),
    ],
)
def test_the_help_is_in_the_language(
    tmp_path: Path, arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    done = program("check", *arguments, "--help", cwd=tmp_path, env=environment)
    assert expected in done.stdout.decode()


def test_every_option_has_help_in_the_language(tmp_path: Path) -> None:
    dutch = program("check", "--help", cwd=tmp_path, env={"COLUMNS": "200"}).stdout.decode()
    english = program("check", "--help", "--lang", "en", cwd=tmp_path, env={"COLUMNS": "200"})
    ours = [
        {line.strip() for line in text.splitlines() if line.strip().startswith("--")}
        for text in (dutch, english.stdout.decode())
    ]
    assert len(ours[0]) == len(ours[1]) == 14
    # Where the help stands on the next line, the option with its choices is alone.
    assert all(line.endswith("]") for line in ours[0] & ours[1])


def test_complaints_are_in_the_language_of_the_settings(small: Path) -> None:
    write(small, {"bio2lint.yaml": SETTINGS + "language: en\n"})
    done = program("check", "--ignore", "SEC", cwd=small, env={"LANG": "nl_NL.UTF-8"})
    assert b"is a protected rule" in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "cp1252", "ascii:strict"])
@pytest.mark.parametrize("form", ["text", "concise"])
def test_no_encoding_of_the_terminal_is_too_narrow(small: Path, encoding: str, form: str) -> None:
    write(small, {"roles/ж.yaml": "kind: role\nid: ж\ntitle: é → ж\n"})
    done = program("check", "--format", form, cwd=small, env={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (1, b"")
    shown = done.stdout.decode(encoding.partition(":")[0])
    assert ("ж" if encoding == "utf-8" else "\\u0436") in shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_what_programs_read_is_utf_8_whatever_the_terminal(small: Path, encoding: str) -> None:
    write(small, {"roles/ж.yaml": "kind: role\nid: ж\ntitle: é → ж\n"})
    done = program("check", "--format", "json", cwd=small, env={"PYTHONIOENCODING": encoding})
    assert any(f["path"] == "roles/ж.yaml" for f in json.loads(done.stdout)["findings"])
    junit = program(
        "check", "--format", "junit", cwd=small, env={"PYTHONIOENCODING": encoding}
    ).stdout
    cases = ET.fromstring(junit).iter("testcase")  # noqa: S314 (the program's own)
    assert "roles/ж.yaml" in {case.get("file") for case in cases}


def test_the_c_locale_is_fine(small: Path) -> None:
    done = program(
        "check", cwd=small, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"peildatum" in done.stdout


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("100", 100), ("1", 40), ("0", 40), ("999999999999", 80), ("²", 80), ("-5", 80), ("", 80)],
)
def test_the_width(monkeypatch: pytest.MonkeyPatch, columns: str, expected: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal.width() == expected


def test_the_text_fits_the_columns(small: Path) -> None:
    for columns in (80, 100, 120):
        done = program("check", "--as-of", AS_OF, cwd=small, env={"COLUMNS": str(columns)})
        assert max(map(len, done.stdout.decode().splitlines())) <= columns


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("wish", "environment", "on_a_screen", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_when_there_is_colour(
    monkeypatch: pytest.MonkeyPatch,
    wish: str,
    environment: dict[str, str],
    *,
    on_a_screen: bool,
    expected: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Screen() if on_a_screen else io.StringIO())
    assert terminal.color(wish) is expected


def test_colour_of_the_real_program(tmp_path: Path) -> None:
    report = f"text={tmp_path}/report.txt"
    coloured = program("check", "--color", "always", "--report", report, cwd=EXAMPLE)
    assert ESCAPE in coloured.stdout
    assert ESCAPE not in (tmp_path / "report.txt").read_bytes()
    assert ESCAPE not in program("check", cwd=EXAMPLE).stdout


def test_nothing_steers_the_terminal(tmp_path: Path) -> None:
    name = "a\x1b]0;x\x07\u202e.yaml"
    write(tmp_path, {f"roles/{name}": BROKEN, "roles/b.yaml": ROLE})
    for arguments in (
        [f"roles/{name}x"],
        ["--owner", name],
        ["--select", "\x1b[2J"],
        ["roles/b.yaml"],
    ):
        done = program("check", "--root", ".", *arguments, cwd=tmp_path)
        assert done.returncode in (1, 2, 3)
        assert done.stderr
        assert not {b"\x1b", b"\x07"} & {bytes([byte]) for byte in done.stderr + done.stdout}


@pytest.mark.parametrize(
    "option", ["--as-of=", "--format=", "--report=", "--report=json=a --report=json=a", "--"]
)
def test_nor_does_what_the_command_line_was_given(small: Path, option: str) -> None:
    hostile = "\x1b[31mx\n::error::y\u202e"
    done = program("check", *(f"{part}{hostile}" for part in option.split(" ")), cwd=small)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert r":\x3aerror::y\u202e" in said or r"\n::error::y\u202e" in said
    assert not any(line.startswith("::") for line in said.splitlines())
    assert not set("\x1b\u202e") & set(said)


def test_the_language_asked_for_is_seen_before_the_command_line_is_read() -> None:
    assert terminal.asked(["check", "--lang", "en"]) == "en"
    assert terminal.asked(["check", "--lang=en", "--help"]) == "en"
    assert terminal.asked(["check", "--lang"]) is None
    assert terminal.asked(["check", "en", "--lang", "fy"]) is None
