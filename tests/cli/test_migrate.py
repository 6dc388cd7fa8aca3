"""`bio2lint migrate` as a user runs it: what it says, what it writes, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from program import AS_OF, BROKEN, ROLE, committed, environment, program, write

from bio2lint import files, migrate, settings
from bio2lint.status import FOUND, NOTHING, OK, USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SETTINGS = "norm: bio2@1.2 # gekozen\nlanguage: nl\n"
CONTROL = "kind: control\nid: {}\ntitle: Gedragsregels\nowner: ciso\nstatus: implemented\n"
WHOLE = "implements: [5.04.02, 5.04.03, 5.24.06, 8.08.06, 5.25.01, 6.03.04]\n"
BLOCK = "implements:\n- 5.10.02\n- 5.04.02\n- 5.21.01\n"
FILES = {
    "bio2lint.yaml": SETTINGS,
    "roles/ciso.yaml": ROLE,
    "controls/a.yaml": CONTROL.format("a") + WHOLE,
    "controls/b.yaml": CONTROL.format("b") + BLOCK,
}
LIST = "was;wordt;soort\n9.4.2.1;5.17.01;verplaatst\n9.4.3.1;;vervallen\nfout;5.17.02;\n"


def ran(cwd: Path, *arguments: str, lang: str = "en") -> tuple[int, str, str]:
    done = program("migrate", "--as-of", AS_OF, "--lang", lang, *arguments, cwd=cwd)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def kept(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in FILES if (root / path).exists()}


def without(*paths: str) -> dict[str, str]:
    return {path: text for path, text in FILES.items() if path not in paths}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def test_without_write_the_plan_is_shown_and_nothing_changes(root: Path) -> None:
    before = kept(root)
    assert ran(root, "--to", "1.3", lang="nl") == (
        FOUND,
        """\
bio2@1.2 → bio2@1.3 · peildatum 2026-11-23

bio2lint.yaml:1:7 bio2@1.2 → bio2@1.3
controls/a.yaml:6:14 5.04.02 → 5.10.02
controls/a.yaml:6:23 5.04.03 → 5.10.03
controls/a.yaml:6:32 5.24.06 → 5.21.05
controls/a.yaml:6:41 8.08.06 → 5.24.08
controls/a.yaml:6:50 5.25.01 → 5.26.02
controls/b.yaml:8:3 5.04.02 → (weg, staat er al)

5.21.01 is vervallen in editie 1.3; de inhoud staat bij 5.21.03.
  controls/b.yaml:9:3 b
  = hulp: Noem hier 5.21.03 als dat is wat u doet; haal het nummer hier anders
          weg. Een maatregel die u om een andere reden houdt, krijgt die reden
          bij `basis`.

7 wijzigingen · 3 bestanden · 1 punt om zelf te bekijken
Er is nog niets gewijzigd; met --write wordt dit uitgevoerd.
""",
        "",
    )
    assert kept(root) == before


def test_with_write_it_is_done_and_places_are_those_of_the_files_as_they_are(root: Path) -> None:
    status, shown, _ = ran(root, "--write")
    assert status == FOUND
    assert "\n  controls/b.yaml:8:3 b\n" in shown
    assert shown.endswith(
        "7 changes · 3 files · 1 point to look at yourself\n"
        "Everything was written; look at the difference in Git before you commit it.\n"
    )
    moved = (
        CONTROL.format("a") + "implements: [5.10.02, 5.10.03, 5.21.05, 5.24.08, 5.26.02, 6.03.04]\n"
    )
    assert kept(root) == {
        "bio2lint.yaml": SETTINGS.replace("1.2", "1.3").encode(),
        "roles/ciso.yaml": ROLE.encode(),
        "controls/a.yaml": moved.encode(),
        "controls/b.yaml": (CONTROL.format("b") + BLOCK.replace("- 5.04.02\n", "")).encode(),
    }
    assert sorted(os.listdir(root / "controls")) == ["a.yaml", "b.yaml"]


def test_where_nothing_is_left_to_a_person_the_status_is_0(tmp_path: Path) -> None:
    write(tmp_path, without("controls/b.yaml"))
    status, shown, complaints = ran(tmp_path, "--write")
    assert (status, complaints) == (OK, "")
    assert "6 changes · 2 files · 0 points to look at yourself\n" in shown
    assert ran(tmp_path) == (
        OK,
        "This administration is on bio2@1.3 already; there is nothing to do.\n",
        "",
    )


def test_the_newest_edition_is_meant_where_none_is_pinned(tmp_path: Path) -> None:
    write(tmp_path, {"roles/ciso.yaml": ROLE})
    status, shown, _ = ran(tmp_path)
    assert status == OK
    assert shown.startswith("The settings pin no edition; then bio2@1.3 holds")
    status, _, complaint = ran(tmp_path, "--to", "1.2")
    assert status == USAGE
    assert "cannot go back to bio2@1.2" in complaint


def test_an_edition_may_be_written_as_the_settings_do(root: Path) -> None:
    assert ran(root, "--to", "bio2@1.3") == ran(root, "--to", "1.3")


@pytest.mark.parametrize("edition", ["1.4", "", "x", "../1.3", "1.3\x1b[0m"])
def test_an_unknown_edition_is_wrong_usage(root: Path, edition: str) -> None:
    before = kept(root)
    status, shown, complaint = ran(root, "--to", edition, "--write")
    assert (status, shown) == (USAGE, "")
    assert "1.2 and 1.3" in complaint
    assert "\x1b" not in complaint
    assert kept(root) == before


def test_there_is_no_way_back(root: Path) -> None:
    (root / "bio2lint.yaml").write_text("norm: bio2@1.3\n")
    status, _, complaint = ran(root, "--to", "1.2", "--write", lang="nl")
    assert status == USAGE
    assert complaint == (
        "bio2lint: Deze administratie staat op bio2@1.3; terug naar bio2@1.2 kan niet.\n"
    )


def test_what_cannot_be_read_is_named_and_nothing_is_changed(root: Path) -> None:
    write(root, {"controls/c.yaml": BROKEN, "controls/d.yaml": b"\xff\xfe\x00"})
    before = kept(root)
    status, shown, complaint = ran(root, "--write")
    assert (status, shown) == (FOUND, "")
    assert [line.split()[1] for line in complaint.splitlines()] == [
        "controls/c.yaml",
        "controls/d.yaml",
    ]
    assert kept(root) == before


@pytest.mark.parametrize(
    "present", [{"bio2lint.yaml": SETTINGS}, {"bio2lint.yaml": SETTINGS, "ci.yaml": "a: 1\n"}]
)
def test_without_documents_there_is_nothing_to_migrate(
    tmp_path: Path, present: dict[str, str]
) -> None:
    status, _, complaint = ran(write(tmp_path, present))
    assert status == NOTHING
    assert "No documents" in complaint


def test_mistakes_in_the_settings_and_a_root_that_is_not_there(root: Path) -> None:
    assert ran(root, "--root", "elders")[0] == NOTHING
    (root / "bio2lint.yaml").write_text("norm: bio2@1.1\n")
    assert ran(root)[0] == USAGE


def test_files_that_take_no_part_are_left_alone(root: Path) -> None:
    write(
        root,
        {
            "bio2lint.yaml": SETTINGS + "exclude: [controls/b.yaml]\n",
            ".gitignore": "oud/\n",
            "oud/c.yaml": CONTROL.format("c") + WHOLE,
            "notes.md": "5.04.02\n",
            "ci.yaml": "implements: [5.04.02]\n",
        },
    )
    committed(root)
    apart = ("controls/b.yaml", "oud/c.yaml", "notes.md", "ci.yaml")
    before = [(root / path).read_bytes() for path in apart]
    assert ran(root, "--write")[0] == OK
    assert [(root / path).read_bytes() for path in apart] == before


def test_a_list_of_old_numbers_is_followed_and_its_bad_rows_are_named(tmp_path: Path) -> None:
    body = "implements: [9.4.2.1, 9.4.3.1, 18.1.1.1]\n"
    write(
        tmp_path,
        {
            "repo/bio2lint.yaml": "norm: bio2@1.3\n",
            "repo/controls/a.yaml": CONTROL.format("a") + body,
            "list.csv": LIST,
        },
    )
    arguments = ("--mapping", "list.csv", "--root", "repo", "--write")
    status, shown, complaint = ran(tmp_path, *arguments)
    assert (status, complaint) == (FOUND, "")
    assert (
        shown
        == """\
bio2@1.3 · as of 2026-11-23

repo/controls/a.yaml:6:14 9.4.2.1 → 5.17.01

9.4.3.1 is withdrawn by the list; no number takes its place.
  repo/controls/a.yaml:6:23 a
  = help: Remove the number here, or name the measure of BIO2 that it
          implements.

`18.1.1.1` is not in the list and no number of BIO2.
  repo/controls/a.yaml:6:32 a
  = help: Mend the number or complete the list.

There is no old number here, but `fout`.
  list.csv:4:1
  = help: Mend this row of the list, or change the numbers yourself.

1 change · 1 file · 3 points to look at yourself
Everything was written; look at the difference in Git before you commit it.
"""
    )
    written = (tmp_path / "repo/controls/a.yaml").read_text()
    assert written == CONTROL.format("a") + body.replace("9.4.2.1", "5.17.01")
    status, shown, _ = ran(tmp_path, *arguments)
    assert shown.endswith(
        "0 changes · 0 files · 3 points to look at yourself\nThere is nothing to change.\n"
    )
    assert (tmp_path / "repo/controls/a.yaml").read_text() == written


def test_a_list_needs_no_settings(tmp_path: Path) -> None:
    body = CONTROL.format("a") + "implements: [9.4.2.1]\n"
    write(tmp_path, {"controls/a.yaml": body, "list.csv": "was;wordt\n9.4.2.1;5.17\n"})
    status, shown, _ = ran(tmp_path, "--mapping", "list.csv", "--write")
    assert status == OK
    assert shown.startswith("bio2@1.3 · as of 2026-11-23\n\ncontrols/a.yaml:6:14 9.4.2.1 → 5.17\n")
    assert (tmp_path / "controls/a.yaml").read_text() == body.replace("9.4.2.1", '"5.17"')


def test_a_list_and_a_newer_edition_go_together(root: Path) -> None:
    write(
        root, {"list.csv": "was,wordt\n9.4.2.1,5.04.02\n", "controls/b.yaml": CONTROL.format("b")}
    )
    (root / "controls/b.yaml").write_text(CONTROL.format("b") + "implements: [9.4.2.1]\n")
    status, shown, _ = ran(root, "--mapping", "list.csv")
    assert status == FOUND
    assert "controls/b.yaml:6:14 9.4.2.1 → 5.10.02\n" in shown
    assert "bio2lint.yaml:1:7 bio2@1.2 → bio2@1.3\n" in shown


@pytest.mark.parametrize("path", ["absent.csv", ".", "bio2lint.yaml"])
def test_a_list_that_cannot_be_used_is_wrong_usage(root: Path, path: str) -> None:
    before = kept(root)
    status, shown, complaint = ran(root, "--mapping", path, "--write")
    assert (status, shown) == (USAGE, "")
    assert f"The list {path} cannot be " in complaint
    assert kept(root) == before


def test_a_pipe_in_the_place_of_the_list_holds_up_nothing(root: Path) -> None:
    os.mkfifo(root / "pipe")
    assert ran(root, "--mapping", "pipe")[0] == USAGE


def test_programs_read_the_plan_as_json(root: Path) -> None:
    status, shown, _ = ran(root, "--format", "json")
    plan: dict[str, Any] = json.loads(shown)
    assert status == FOUND
    assert (plan["from"], plan["to"], plan["as_of"]) == ("bio2@1.2", "bio2@1.3", AS_OF)
    assert plan["written"] is False
    assert plan["tool"]["name"] == "bio2lint"
    assert plan["changes"][0] == {
        "path": "bio2lint.yaml", "line": 1, "column": 7, "document": None, "kind": None,
        "old": "bio2@1.2", "new": ["bio2@1.3"],
    }  # fmt: skip
    assert plan["changes"][-1] == {
        "path": "controls/b.yaml", "line": 8, "column": 3, "document": "b", "kind": "control",
        "old": "5.04.02", "new": [],
    }  # fmt: skip
    (step,) = plan["steps"]
    assert (step["reason"], step["number"]) == ("withdrawn", "5.21.01")
    assert step["message"].startswith("5.21.01 is withdrawn")
    assert step["help"].startswith("Name 5.21.03 here")
    assert step["places"] == [
        {"path": "controls/b.yaml", "line": 9, "column": 3, "document": "b", "kind": "control"}
    ]
    assert json.loads(ran(root, "--format", "json", "--write")[1])["written"] is True
    again = json.loads(ran(root, "--format", "json")[1])
    assert (again["changes"], again["steps"]) == ([], [])


def test_nothing_that_steers_a_terminal_is_passed_on(tmp_path: Path) -> None:
    name = "controls/\x1b[31m\u202e.yaml"
    body = 'implements: ["\\e[2J9.4.2.1", "9\\u202e"]\n'
    write(
        tmp_path,
        {
            "bio2lint.yaml": "norm: bio2@1.3\n",
            name: CONTROL.format('"a\\e[1m"') + body,
            "list.csv": "was;wordt\n\x1b[0m9.4.2.1;5.17.01\n\x1b[1mx;5.17\n",
        },
    )
    for format_ in ("text", "json"):
        _, shown, complaint = ran(tmp_path, "--mapping", "list.csv", "--format", format_)
        assert not any((ord(c) < 32 and c != "\n") or c == "\u202e" for c in shown + complaint)
        assert "[2J" in shown


def test_the_settings_say_in_which_language(root: Path) -> None:
    (root / "bio2lint.yaml").write_text("norm: bio2@1.2\nlanguage: en\n")
    done = program("migrate", "--as-of", AS_OF, cwd=root, env={"LANG": "nl_NL.UTF-8"})
    assert b"as of 2026-11-23" in done.stdout


def test_a_narrow_terminal_wraps_the_words(root: Path) -> None:
    done = program("migrate", "--as-of", AS_OF, cwd=root, env={"COLUMNS": "40"})
    words = [line for line in done.stdout.decode().splitlines() if line[:2] in ("  ", "5.")]
    assert all(len(line) <= 40 for line in words)


def run(root: Path, *, to_write: bool = True) -> migrate.Outcome:
    request = migrate.Request(date.fromisoformat(AS_OF), "1.3", write=to_write)
    return migrate.run(request, str(root), settings.read((root / "bio2lint.yaml").read_bytes()))


@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_failure_halfway_leaves_every_file_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    before, real, calls = kept(root), os.replace, iter(range(1, 99))

    def replace(source: str, target: str) -> None:
        if next(calls) == call:
            raise OSError(28, "no space")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(Refused) as caught:
        run(root)
    assert caught.value.status == USAGE
    assert kept(root) == before
    assert sorted(os.listdir(root / "controls")) == ["a.yaml", "b.yaml"]


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = kept(root), files.replace_all

    def late(base: str, changes: Mapping[str, tuple[bytes, bytes]]) -> None:
        (root / "controls/b.yaml").write_bytes(b"theirs")
        real(base, changes)

    monkeypatch.setattr(files, "replace_all", late)
    with pytest.raises(Refused, match="changed by something else meanwhile"):
        run(root)
    assert kept(root) == before | {"controls/b.yaml": b"theirs"}


def test_a_check_does_not_load_it(root: Path) -> None:
    code = (
        "import sys\nfrom bio2lint import cli\n"
        f"sys.argv = ['bio2lint', 'check', '--as-of', '{AS_OF}', '--fail-on', 'never']\n"
        "assert cli.run() == 0\nprint(sorted(n for n in sys.modules if 'migrate' in n))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment({}), capture_output=True, check=True
    )
    assert done.stdout.splitlines()[-1] == b"[]"
