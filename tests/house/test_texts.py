"""Everything that is said is said in Dutch and in English."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parents[2] / "bio2lint"
PAIRS = {"Text", "say"}
# What is spelled the same in both languages.
ALIKE = {"CISO", "document", "impact", "info", "week"}


class Pair(NamedTuple):
    """A text in two languages as the source has it; None where a language is not given."""

    line: int
    nl: ast.expr | None
    en: ast.expr | None


def pairs(source: str) -> list[Pair]:
    """Return every text of a module that is not made out of another text as a whole."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in PAIRS:
            given: dict[str | None, ast.expr] = dict(zip(("nl", "en"), node.args, strict=False))
            given |= {keyword.arg: keyword.value for keyword in node.keywords}
            if None not in given and not isinstance(given.get("nl"), ast.Starred):
                found.append(Pair(node.lineno, given.get("nl"), given.get("en")))
    return found


def words(text: ast.expr) -> str:
    """Return what a text says of itself, whatever is filled in."""
    constants = (node for node in ast.walk(text) if isinstance(node, ast.Constant))
    return " ".join(node.value for node in constants if isinstance(node.value, str)).strip()


def faults(source: str) -> list[str]:
    """Return what is wrong with the texts of a module."""
    found = []
    for line, nl, en in pairs(source):
        if nl is None or en is None:
            found.append(f"{line}: one language only")
            continue
        dutch, english = words(nl), words(en)
        if bool(dutch) != bool(english):
            found.append(f"{line}: empty in one language")
        elif dutch not in ALIKE and re.search("[a-z]", dutch) and ast.dump(nl) == ast.dump(en):
            found.append(f"{line}: the same in both languages: {dutch}")
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('Text(nl="een", en="one")', []),
        ('Text("een", "one")', []),
        ('finding.Text(nl=f"{n} is een", en=f"{n} is one")', []),
        ('Text(nl="a" + (f"b {x}" if x else "."), en="c" + (f"d {x}" if x else "."))', []),
        ('Text(nl=f"in {a.nl}", en=f"in {a.en}")', []),
        ('Text(nl=f"{a} {b}", en=f"{a} {b}")', []),
        ("Text(item, item)", []),
        ('Text(nl="", en="")', []),
        ("Text(*other)", []),
        ("Text(**other)", []),
        ('Text(nl="info", en="info")', []),
        ('Text(nl="een")', ["1: one language only"]),
        ('Text("een")', ["1: one language only"]),
        ('say("", "one")', ["1: empty in one language"]),
        ('Text(nl="een", en="")', ["1: empty in one language"]),
        ('Text(nl="one", en="one")', ["1: the same in both languages: one"]),
        ('\nText(nl=f"{n} is one", en=f"{n} is one")', ["2: the same in both languages: is one"]),
    ],
)  # fmt: skip
def test_what_counts_as_a_fault(source: str, expected: list[str]) -> None:
    assert faults(source) == expected


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_text_is_in_both_languages(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_the_modules_that_speak_are_found() -> None:
    speaking = {path.name for path in modules() if pairs(path.read_text(encoding="utf-8"))}
    assert {"errors.py", "check.py", "files.py", "closing.py"} <= speaking
    assert len(speaking) > 20
