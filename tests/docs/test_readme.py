"""What the README shows is what the program does."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import yaml
from markdown_blocks import ROOT, blocks, in_section, prove, replay, write
from program import committed

from bio2lint import cli, schema
from bio2lint.cli.forge import AUTO
from bio2lint.coverage import STATUSES
from bio2lint.report import FORMATS
from bio2lint.report.words import STATUSES as STATUS_WORDS
from bio2lint.status import FOUND, INTERNAL, INTERRUPTED, NOTHING, OK, USAGE

if TYPE_CHECKING:
    from pathlib import Path

README = "README.md"
TEXT = (ROOT / README).read_text(encoding="utf-8")
(WAITING,) = in_section(README, "When a finding has to wait")
SLIP = re.compile(r"^- `(?P<file>[^`]+)`: `(?P<old>[^`]+)` became `(?P<new>[^`]+)`$", re.MULTILINE)

# What installs the program or sets up a folder is proven by the tests of packaging.
NOT_RUN_HERE = {
    "make demo",
    "make test",
    "git clone https://git.example/bio2lint.git",
    "pipx install ./bio2lint",
    "mkdir administratie && cd administratie && git init",
    "pre-commit install",
}


def rows(section: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without its head."""
    body = TEXT.partition(f"## {section}\n")[2].partition("\n## ")[0]
    lines = [line for line in body.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[1:]]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_the_example_with_three_slips_is_judged_as_shown(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "repo", tmp_path, dirs_exist_ok=True)
    slips = list(SLIP.finditer(TEXT))
    assert len(slips) == 3
    for slip in slips:
        path = tmp_path / slip["file"]
        before = path.read_text(encoding="utf-8")
        assert before.count(slip["old"]) == 1
        path.write_text(before.replace(slip["old"], slip["new"]), encoding="utf-8")
    console, _ = in_section(README, "What it looks like")
    prove(README, console, tmp_path)


def test_a_change_means_what_is_shown(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "repo", tmp_path, dirs_exist_ok=True)
    committed(tmp_path)
    path = tmp_path / "controls" / "bm-5-10.yaml"
    before = path.read_text(encoding="utf-8")
    assert before.count(", 5.10.03]") == 1
    path.write_text(before.replace(", 5.10.03]", "]"), encoding="utf-8")
    (console,) = in_section(README, "What a change means")
    prove(README, console, tmp_path)


def test_the_example_asks_whom_is_shown(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "repo", tmp_path, dirs_exist_ok=True)
    (console,) = in_section(README, "Who is asked to review")
    prove(README, console, tmp_path)


def test_the_start_can_be_followed_to_the_letter(tmp_path: Path) -> None:
    (tmp_path / "bio2lint").symlink_to(ROOT)
    folder = tmp_path / "administratie"
    folder.mkdir()
    for block in in_section(README, "Start in ten minutes"):
        if block.file is not None:
            write(block, folder)
        elif block.language == "console":
            prove(README, block, folder)


def test_the_start_meets_a_fault_and_ends_without_one() -> None:
    checks = [
        block.text
        for block in in_section(README, "Start in ten minutes")
        if block.text.startswith("$ bio2lint check")
    ]
    assert ["\n1 fout, " in shown for shown in checks] == [True, False]
    assert ["\n0 fouten, 0 waarschuwingen" in shown for shown in checks] == [False, True]


def test_files_of_the_start_name_a_schema_that_is_there_and_that_they_fit(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "schemas", tmp_path / ".schemas")
    documents = 0
    for block in in_section(README, "Start in ten minutes"):
        if block.language != "yaml" or block.file == ".pre-commit-config.yaml":
            continue
        write(block, tmp_path)
        assert block.file is not None
        line = block.text.partition("\n")[0]
        stated = line.removeprefix("# yaml-language-server: $schema=")
        assert stated != line
        named = (tmp_path / block.file).parent / stated
        assert named.is_file()
        for data in yaml.load_all(block.text, yaml.BaseLoader):
            name = named.name.removesuffix(".schema.json")
            assert schema.fits(data["kind"] if name == "bio2lint" else name, data), block.file
            documents += 1
    assert documents == 8


def test_the_comment_silences_what_it_is_about(tmp_path: Path) -> None:
    risk = "kind: risk\nid: R-1\ntitle: R\ntreatment: avoid\n"
    write(replace(WAITING, file="risks/r.yaml", text=risk + WAITING.text), tmp_path)
    check = "bio2lint check --as-of 2026-11-23 --select DUE,STR --format json || true"
    said = replay(replace(WAITING, text=f"$ {check}\n"), tmp_path)
    report = json.loads(said.partition("\n")[2])
    assert [one["code"] for one in report["suppressed"]] == ["DUE001"]
    assert not [f for f in report["findings"] if f["code"] in ("DUE001", "STR007")]


def test_the_table_of_commands_has_every_command_and_they_are_there() -> None:
    named = {word.split()[1] for cells in rows("The other commands") for word in code(cells[0])}
    assert named == set(cli.COMMANDS) - {"check"}


def test_every_block_is_proven() -> None:
    for block in blocks(README):
        if block.language == "sh":
            commands = {line.partition("#")[0].strip() for line in block.text.splitlines()}
            assert commands <= NOT_RUN_HERE
        else:
            proven = block.language == "console" or block.file is not None or block == WAITING
            assert proven, block.text


def test_links_lead_somewhere() -> None:
    for document in (README, "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https://)([^)#]+)\)", text):
            assert (ROOT / target).exists(), (document, target)


def test_the_table_of_data_has_every_kind_and_no_field_that_is_not_there() -> None:
    table = rows("The data")
    assert tuple(kind for kind, _, _ in table) == schema.KINDS
    for kind, _, fields in table:
        assert set(code(fields)) <= set(schema.bundle(kind)["properties"]), kind


def test_the_table_of_statuses_has_them_all_in_both_languages() -> None:
    table = rows("How the status of a requirement is counted")
    assert tuple(name for name, _, _ in table) == STATUSES
    assert [dutch for _, dutch, _ in table] == [STATUS_WORDS[name].nl for name in STATUSES]


def test_the_table_of_settings_has_every_key() -> None:
    keys = [key for cells in rows("Settings") for key in code(cells[0])]
    assert sorted(keys) == sorted(schema.bundle("settings")["properties"])


def test_the_table_of_exit_statuses_has_them_all() -> None:
    stated = [int(cells[0]) for cells in rows("Exit statuses")]
    assert stated == [OK, FOUND, USAGE, NOTHING, INTERNAL, INTERRUPTED]


def test_every_format_is_explained() -> None:
    named = [name for row in rows("CI") for name in code(row[0])]
    assert named == [*FORMATS, AUTO]
