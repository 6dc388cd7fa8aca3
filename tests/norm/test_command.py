"""`bio2lint norm` as people and programs get it: whole outputs, exit statuses, hostile files."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from norm_files import SOURCE
from program import BROKEN, program, write
from support import edition
from verify_cases import full_text

from bio2lint.editions import verification

if TYPE_CHECKING:
    from collections.abc import Mapping

GOLDEN = Path(__file__).parent / "golden"


def slips() -> str:
    """Return a made-up text of edition 1.3 with slips, and with mistakes that are known."""
    text = full_text(edition("1.3"))
    for old, new in (
        ("## 5.01.02\n", "## 5.1.2\n"),
        ("## 5.04.02\nVerplaatst naar 5.10.02.", "## 5.04.02\nTel de vossen."),
        ("## 5.26.01\nVerplaatst.", "## 5.26.01\nVerplaatst naar 5.25.02."),
        ("## 7.03.01\nGeen overheidsmaatregel, zie de inleiding.\n\n", ""),
        ("## 7.04.01\n", "## 7.04.001\n"),
        ("vijver 8.02.01, in 3 maanden", "vijver 8.02.01, ieder halfjaar"),
        ("vijver 8.08.03", "vijver 8.08.03, binnen een week"),
        ("## 8.34.01\n", "## 8.34.01\nVervallen.\n\n## 8.35.01\n"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


TEXT = slips()


def norm(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> tuple[int, str, str]:
    """Run `bio2lint norm` and return its status and what it says on both streams."""
    done = program("norm", *arguments, cwd=cwd, env=env)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def agree(name: str, text: str) -> None:
    """Assert that `text` is the golden file's; BIO2LINT_UPDATE_GOLDEN=1 writes it instead."""
    file = GOLDEN / name
    if os.environ.get("BIO2LINT_UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_bytes().decode("utf-8")


CASES: dict[str, tuple[int, list[str]]] = {
    "list": (0, ["list"]),
    "show-theme-6": (0, ["show", "--theme", "6"]),
    "show-moved": (0, ["show", "bio2@1.3", "--state", "moved"]),
    "show-none-found": (0, ["show", "1.2", "--state", "withdrawn"]),
    "diff": (0, ["diff", "1.2", "1.3"]),
    "diff-back": (0, ["diff", "1.3", "1.2"]),
    "diff-same": (0, ["diff", "1.3", "bio2@1.3"]),
    "verify": (1, ["verify", "deel2.md"]),
}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", CASES)
def test_what_people_read(tmp_path: Path, name: str, language: str) -> None:
    write(tmp_path, {"deel2.md": TEXT})
    expected, arguments = CASES[name]
    status, shown, complaints = norm(*arguments, "--lang", language, cwd=tmp_path)
    assert (status, complaints) == (expected, "")
    assert max(map(len, shown.splitlines())) <= 80
    agree(f"{name}.{language}.txt", shown)


@pytest.mark.parametrize("name", ["list", "show-moved", "diff", "verify"])
def test_what_programs_read(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"deel2.md": TEXT})
    expected, arguments = CASES[name]
    status, shown, complaints = norm(*arguments, "--format", "json", "--lang=en", cwd=tmp_path)
    assert (status, complaints) == (expected, "")
    json.loads(shown)
    agree(f"{name}.json", shown)


def test_the_newest_edition_is_shown_by_default(tmp_path: Path) -> None:
    assert norm("show", cwd=tmp_path) == norm("show", "1.3", cwd=tmp_path)
    assert "166 nummers" in norm("show", cwd=tmp_path)[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "9.9"],
        ["diff", "9.9", "1.3"],
        ["diff", "1.2", "9.9"],
        ["verify", "x", "--edition=9.9"],
    ],
)
def test_an_unknown_edition_is_refused_with_those_that_are_known(
    tmp_path: Path, arguments: list[str]
) -> None:
    assert norm(*arguments, cwd=tmp_path) == (
        2,
        "",
        "bio2lint: Editie 9.9 van de norm is niet bekend; wel 1.2 en 1.3.\n",
    )
    assert norm(*arguments, "--lang", "en", cwd=tmp_path)[2] == (
        "bio2lint: Edition 9.9 of the norm is not known; 1.2 and 1.3 are.\n"
    )


@pytest.mark.parametrize("named", ["../policies/bio2-1.3", "1.3\x1b[2J", "", "é" * 5000, "bio2@"])
def test_no_edition_leads_elsewhere(tmp_path: Path, named: str) -> None:
    status, shown, complaints = norm("show", "--", named, cwd=tmp_path)
    assert (status, shown) == (2, "")
    assert "is niet bekend" in complaints
    assert "\x1b" not in complaints


@pytest.mark.parametrize(
    "arguments",
    [
        ["diff"],
        ["diff", "1.2"],
        ["show", "--state", "gone"],
        ["show", "--theme", "9"],
        ["verify"],
        ["x"],
    ],
)
def test_wrong_usage_is_status_2(tmp_path: Path, arguments: list[str]) -> None:
    assert norm(*arguments, cwd=tmp_path)[0] == 2


def test_the_language_is_that_asked_for_else_of_the_settings_else_of_the_locale(
    tmp_path: Path,
) -> None:
    english = {"LANG": "en_GB.UTF-8"}
    assert "newest edition" in norm("list", cwd=tmp_path, env=english)[1]
    write(tmp_path, {"bio2lint.yaml": "language: nl\n"})
    assert "nieuwste editie" in norm("list", cwd=tmp_path, env=english)[1]
    assert "newest edition" in norm("list", "--lang", "en", cwd=tmp_path)[1]


@pytest.mark.parametrize("settings", [BROKEN, "language: de\n", b"\xff\xfe", "norm: bio2@9.9\n"])
def test_bad_settings_are_no_obstacle(tmp_path: Path, settings: str | bytes) -> None:
    write(tmp_path, {"bio2lint.yaml": settings})
    assert norm("list", cwd=tmp_path)[0] == 0


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Toon de edities"), ("en", "Show the editions")]
)
def test_the_help_is_in_the_language(tmp_path: Path, language: str, words: str) -> None:
    locale = {"LANG": f"{language}_NL.UTF-8"}
    assert words in norm("--help", cwd=tmp_path, env=locale)[1]
    for command in ("list", "show", "diff", "verify"):
        own = program("norm", command, "--help", f"--lang={language}", cwd=tmp_path)
        assert own.returncode == 0
        assert ("De vorm" if language == "nl" else "The form") in own.stdout.decode()


def verify(folder: Path, content: bytes | str, *arguments: str) -> tuple[int, str, str]:
    write(folder, {"deel2.md": content})
    return norm("verify", "deel2.md", *arguments, cwd=folder)


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_other_ends_of_lines_give_the_same_lines(tmp_path: Path, end: bytes) -> None:
    assert verify(tmp_path, TEXT.encode().replace(b"\n", end)) == verify(tmp_path, TEXT)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_byte_order_mark_is_understood(tmp_path: Path, codec: str) -> None:
    mark = "\ufeff" if codec == "utf-16-le" else ""
    assert verify(tmp_path, (mark + TEXT).encode(codec)) == verify(tmp_path, TEXT)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"## 7.01.01\n\xff\xfe", "is geen tekst in UTF-8 (vanaf byte 11)"),
        (b"## 7.01.01\n\0", "is geen tekst in UTF-8 (vanaf byte 11)"),
        (b"\x7fELF\x02\x01\x01\0" + bytes(range(256)), "is geen tekst in UTF-8"),
        ("# Eendenvijver met é".encode("latin-1"), "is geen tekst in UTF-8 (vanaf byte 19)"),
        (b"\xff\xfe\x00", "is geen tekst in UTF-8"),
        (b"x" * (verification.MAX_BYTES + 1), "is groter dan 2000000 bytes"),
    ],
    ids=["utf-8", "nul", "binary", "latin-1", "half", "huge"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    status, shown, complaints = verify(tmp_path, content)
    assert (status, shown) == (2, "")
    assert complaints.startswith(f"bio2lint: deel2.md {words}")
    assert complaints.count("\n") == 1


def test_the_largest_text_that_is_read(tmp_path: Path) -> None:
    large = TEXT + "x\n" * ((verification.MAX_BYTES - len(TEXT)) // 2)
    assert verify(tmp_path, large)[0] == 1


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.md")
    for name, words in (
        ("weg.md", "bestaat niet"),
        (".", "kan niet worden gelezen: het is een map"),
        ("pijp.md", "kan niet worden gelezen: het is geen gewoon bestand"),
        ("/dev/zero", "kan niet worden gelezen: het is geen gewoon bestand"),
        ("x" * 5000, "kan niet worden gelezen: de naam is te lang"),
    ):
        status, shown, complaints = norm("verify", name, cwd=tmp_path)
        assert (status, shown) == (2, "")
        assert words in complaints


@pytest.mark.parametrize("content", ["", "# Deel 1\n\nOver eenden.\n", "5.1\n", "## 2026-11-23\n"])
def test_a_text_without_numbers_is_status_3(tmp_path: Path, content: str) -> None:
    assert verify(tmp_path, content) == (
        3,
        "",
        "bio2lint: deel2.md bevat geen nummers van overheidsmaatregelen.\n",
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_steers_the_terminal(tmp_path: Path, form: str) -> None:
    name = "a\x1b]0;x\x07\u202e.md"
    evil = "## 7.01.01 \x1b[2J\n## 7.01.001\x1b[2J\nbinnen een\u202eweek\n## ٧.٠١.٠١\n"
    write(tmp_path, {name: evil})
    status, shown, complaints = norm("verify", name, "--format", form, cwd=tmp_path)
    assert (status, complaints) == (1, "")
    assert not {"\x1b", "\x07", "\u202e"} & {*shown}
    assert not {"\x1b", "\x07", "\u202e"} & {*norm("verify", f"{name}x", cwd=tmp_path)[2]}


@pytest.mark.parametrize("name", ["1.2", "1.3"])
def test_the_official_text_agrees_but_for_what_is_known(tmp_path: Path, name: str) -> None:
    path = SOURCE / f"bio2-{name}-deel2-maatregelen.md"
    if not path.is_file():
        pytest.skip(f"the norm's source texts are not beside the repository: {path.name}")
    arguments = ("verify", str(path), "--edition", name, "--format", "json")
    status, shown, complaints = norm(*arguments, cwd=tmp_path)
    assert (status, complaints) == (0, "")
    data: dict[str, Any] = json.loads(shown)
    assert (data["clean"], data["differences"], data["to_look_at"]) == (True, [], [])
    assert all(each["note"] for each in data["known"])


def test_the_language_may_stand_before_or_behind_the_command(tmp_path: Path) -> None:
    status, help_, _ = norm("--lang", "en", "--help", cwd=tmp_path)
    assert (status, "Show the editions of the norm" in help_) == (0, True)
    assert norm("--help", "--lang", "en", cwd=tmp_path) == (0, help_, "")
    said = {
        language: norm("list", "--lang", language, cwd=tmp_path)[1] for language in ("nl", "en")
    }
    assert said["nl"] != said["en"]
    for before, behind in (("en", "nl"), ("nl", "en")):
        assert norm("--lang", before, "list", cwd=tmp_path)[1] == said[before]
        assert norm("--lang", before, "list", "--lang", behind, cwd=tmp_path)[1] == said[behind]
