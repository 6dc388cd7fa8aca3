"""The page on rules of one's own: its example gives what it says, and its tables are right."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from markdown_blocks import ROOT, blocks, in_section, prove, write
from support import check

from bio2lint import cel, schema
from bio2lint.cel import Condition, Subject, Verdict

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = "docs/custom-rules.md"
AS_OF = date(2026, 11, 23)


def rows(header: str) -> list[list[str]]:
    """Return the cells of the table whose header row begins with `header`."""
    text = (ROOT / DOCUMENT).read_text(encoding="utf-8")
    (table,) = re.findall(rf"^\| {header} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [
        [cell.strip().replace("\0", "|") for cell in line.strip("|\n").split("|")]
        for line in re.sub(r"\\\|", "\0", table).splitlines()
    ]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for block in in_section(DOCUMENT, "An example"):
        if block.file is not None:
            write(block, tmp_path)
    return tmp_path


def test_the_example_gives_what_it_shows(folder: Path) -> None:
    (shown,) = [block for block in blocks(DOCUMENT) if block.language == "console"]
    prove(DOCUMENT, shown, folder)


def test_the_documents_of_the_example_are_sound_but_for_what_it_shows(folder: Path) -> None:
    files = {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.yaml")
    }
    codes = {finding.code for finding in check(files) if finding.document is not None}
    assert codes - {"OWN004", "REF007"} == {"LIN001", "LIN002", "LIN003"}


def test_the_extra_that_is_installed_is_there() -> None:
    (shown,) = [block.text for block in blocks(DOCUMENT) if block.language == "sh"]
    (extra,) = re.findall(r"bio2lint\[(\w+)\]", shown)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'{extra} = ["cel-expr-python' in project


def test_every_field_of_a_rule_is_explained() -> None:
    shown = {name for cells in rows("field") for name in code(cells[0])}
    assert {"kind", "id", "title"} | shown == set(schema.bundle("rule")["properties"])


def test_conditions_may_use_what_the_page_names_and_its_examples_are_right() -> None:
    names = [name for cells in rows("name") for name in code(cells[0])]
    examples = [
        example
        for cells in rows("name")
        for example in code(cells[1])
        if example.startswith(("document.", "date(", "days_since("))
    ]
    used = [name.replace("text", "'2026-01-01'").replace("(id)", "('a')") for name in names]
    used = [name.replace("period('2026-01-01')", "period('P1Y')") for name in used]
    data = {"until": "2026-01-01", "review": {"last": "2026-01-01"}}
    subject = Subject(judged=True, kind="system", id="a", data=data)
    conditions = [f"({one}) == ({one})" for one in (*used, *examples)]
    assert len(conditions) == 11
    found = cel.evaluate([Condition(c, ("system",)) for c in conditions], [subject], AS_OF)
    assert found == [Verdict()] * len(conditions)


def test_what_is_said_of_a_field_that_is_not_there() -> None:
    conditions = [text for cells in rows("condition") for text in code(cells[0])]
    subject = Subject(judged=True, kind="system", id="a", data={})
    found = cel.evaluate([Condition(c, ("system",)) for c in conditions], [subject], AS_OF)
    assert [(one.failure, one.false) for one in found] == [
        ("failed", ()),
        (None, (0,)),
        (None, ()),
    ]


def test_the_limits_are_those_that_hold() -> None:
    text = (ROOT / DOCUMENT).read_text(encoding="utf-8")
    assert f"at most {cel.LONGEST:,} characters" in text
    assert (cel.SECONDS, cel.MEMORY) == (10, 2 * 1024**3)
    assert "a thousand documents take at most ten seconds and 2 GiB" in text
