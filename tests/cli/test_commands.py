"""The smaller commands as a user runs them: settings, rules, explain, baseline, statistics."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest
from program import program, write

from bio2lint import norm, rules
from bio2lint.status import FOUND, OK, USAGE

if TYPE_CHECKING:
    from pathlib import Path

BOARD = "kind: role\nid: bestuur\ntitle: Bestuur\nfunctions: [board]\n"
CISO = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
CONTROL = """\
kind: control
id: mfa
title: MFA
implements: [5.17.01]
owner: niemand
status: planned
due: 2027-01-01
review: {last: 2026-06-01, interval: P1Y}
"""
FILES = {
    "bio2lint.yaml": "norm: bio2@1.3\nprofile: starter\nrules: {REF: warning}\n",
    "roles/r.yaml": f"{BOARD}---\n{CISO}",
    "controls/mfa.yaml": CONTROL,
}
AS_OF = ("--as-of", "2026-11-23")


class Done(NamedTuple):
    """What a run said, and its exit status."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *arguments: str) -> Done:
    done = program(*arguments, cwd=folder)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def test_settings_says_what_is_in_force_and_where_it_comes_from(root: Path) -> None:
    done = run(root, "settings", "--lang", "nl")
    assert done.returncode == OK
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["profile", "starter", "bio2lint.yaml:2:10"] in lines
    assert ["fail_on", "error", "standaard"] in lines
    assert ["REF006", "dangling-reference", "waarschuwing", "bio2lint.yaml:3:9"] in lines
    assert ["DUE001", "review-overdue", "uit", "profile", "starter"] in lines


def test_settings_speaks_of_one_path(root: Path) -> None:
    override = "overrides: [{paths: [controls/], rules: {DUE001: info}}]\n"
    write(root, {"bio2lint.yaml": FILES["bio2lint.yaml"] + override})
    for path, level in (("controls/mfa.yaml", "info"), ("roles/r.yaml", "off")):
        told = json.loads(run(root, "settings", path, "--format", "json").stdout)
        assert told["path"] == path
        of = {one["code"]: one for one in told["rules"]}
        assert of["DUE001"]["severity"] == level
        assert of["CMP001"]["protected"]
    assert run(root, "settings", "..", "--root", ".").returncode == USAGE


def test_a_profile_of_the_command_line_is_named_as_such(root: Path) -> None:
    told = json.loads(run(root, "settings", "--profile", "strict", "--format", "json").stdout)
    assert told["settings"]["profile"] == {"value": "strict", "origin": "--profile"}


def test_rules_as_data_has_every_rule_with_the_agreed_keys(tmp_path: Path) -> None:
    told = json.loads(run(tmp_path, "rules", "--format", "json").stdout)
    assert [one["code"] for one in told] == [check.rule.code for check in rules.load()]
    keys = {"code", "name", "group", "severity", "source", "fixable", "suppressible"}
    assert all(keys <= set(one) for one in told)
    of = {one["code"]: one for one in told}
    assert of["REF003"]["fixable"]
    assert not of["CMP001"]["suppressible"]
    assert of["DUE001"]["suppressible"]
    assert of["DUE001"]["profiles"] == ["standard", "strict"]


def test_rules_can_be_narrowed(tmp_path: Path) -> None:
    def codes(*words: str) -> set[str]:
        told = json.loads(run(tmp_path, "rules", *words, "--format", "json").stdout)
        return {one["code"] for one in told}

    assert codes("ref") == {c.rule.code for c in rules.load() if c.rule.code.startswith("REF")}
    assert codes("tijdigheid") == codes("timeliness") == codes("due")
    assert codes("review-overdue") == codes("DUE", "overdue") == {"DUE001"}
    assert "DUE001" not in codes("--profile", "starter")
    none = run(tmp_path, "rules", "niets")
    assert none.returncode == USAGE
    assert none.stderr


def test_the_table_of_rules_fits_a_terminal(tmp_path: Path) -> None:
    for language in ("nl", "en"):
        lines = run(tmp_path, "rules", "--lang", language).stdout.splitlines()
        assert max(map(len, lines)) <= 80
        assert all(any(c.rule.code in line for line in lines) for c in rules.load())


def test_a_baseline_is_written_nowhere_but_in_the_root(root: Path) -> None:
    write(root, {"bio2lint.yaml": f"{FILES['bio2lint.yaml']}baseline: bio2lint-baseline.yaml\n"})
    elsewhere = root.parent / "elsewhere.txt"
    elsewhere.write_text("niet van ons")
    link = root / "bio2lint-baseline.yaml"
    for target in (elsewhere, root.parent / "new.yaml"):
        link.symlink_to(target)
        done = run(root, "baseline", *AS_OF, "--reason", "x", "--owner", "ciso", "--lang", "en")
        link.unlink()
        assert (done.returncode, done.stdout) == (USAGE, "")
        assert "bio2lint-baseline.yaml cannot be written: it leads outside the root." in done.stderr
    assert elsewhere.read_text() == "niet van ons"
    assert not (root.parent / "new.yaml").exists()


def test_a_baseline_may_be_a_link_within_the_root_and_is_never_a_folder(root: Path) -> None:
    write(root, {"bio2lint.yaml": f"{FILES['bio2lint.yaml']}baseline: bio2lint-baseline.yaml\n"})
    link = root / "bio2lint-baseline.yaml"
    asked = ("baseline", *AS_OF, "--reason", "x", "--owner", "ciso", "--lang", "nl")
    link.symlink_to("nulmeting.yaml")
    assert run(root, *asked).returncode == OK
    assert link.is_symlink()
    assert (root / "nulmeting.yaml").read_text().startswith("# Bevindingen")
    link.unlink()
    link.mkdir()
    done = run(root, *asked)
    assert done.returncode == USAGE
    assert "bio2lint-baseline.yaml kan niet worden geschreven: het is een map." in done.stderr


def test_a_baseline_that_is_not_there_is_said_to_be_so(root: Path) -> None:
    write(root, {"bio2lint.yaml": "norm: bio2@1.3\nbaseline: b.yaml\n"})
    done = run(root, "check", *AS_OF, "--lang", "nl")
    assert done.returncode == USAGE
    assert "b.yaml kan niet worden geopend: het bestaat niet." in done.stderr


@pytest.mark.parametrize("language", ["nl", "en"])
def test_explain_answers_for_every_number_of_every_edition(tmp_path: Path, language: str) -> None:
    for edition in norm.editions():
        facts = norm.load(edition)
        known = [*facts.controls, *facts.measures]
        options = ("--lang", language, "--edition", edition)
        done = run(tmp_path, "explain", *known, *options)
        assert done.returncode == OK, done.stderr
        told = " ".join(done.stdout.split())
        for number in known:
            title = facts.title(number).in_language(language)
            assert f"{number} {title}" in told


@pytest.mark.parametrize("spelled", ["5.17.01", "5.17.1", "A.5.17.01", "BIO-5.17.01", " 5.17.01."])
def test_explain_understands_a_number_however_spelled(root: Path, spelled: str) -> None:
    done = run(root, "explain", spelled, *AS_OF, "--lang", "nl")
    assert done.returncode == OK
    assert done.stdout.startswith("5.17.01 ")
    assert "Status op 2026-11-23: gepland." in done.stdout
    assert "mfa (gepland, eigenaar niemand): controls/mfa.yaml" in " ".join(done.stdout.split())


def test_explain_says_nothing_of_a_repository_where_there_is_none(tmp_path: Path) -> None:
    assert "Status op" not in run(tmp_path, "explain", "5.17.01", "--lang", "nl").stdout


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("due001", "DUE001 review-overdue"),
        ("review-overdue", "DUE001 review-overdue"),
        ("Review-Overdue", "DUE001 review-overdue"),
    ],
)
def test_explain_knows_a_rule_by_code_and_name(tmp_path: Path, asked: str, words: str) -> None:
    done = run(tmp_path, "explain", asked)
    assert done.returncode == OK
    assert done.stdout.startswith(words)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("review-overdu", "bedoelt u `review-overdue`?"),
        ("5.99.01", "bio2@1.3 kent geen nummer 5.99.01"),
        ("\x1b[31m", "[31m"),
    ],
)
def test_what_nobody_knows_is_refused_with_a_hint(tmp_path: Path, asked: str, words: str) -> None:
    done = run(tmp_path, "explain", asked, "--lang", "nl")
    assert done.returncode == USAGE
    assert words in done.stderr
    assert "\x1b" not in done.stderr


def test_an_unknown_edition_is_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "explain", "5.17.01", "--edition", "9.9")
    assert done.returncode == USAGE
    assert "9.9" in done.stderr


def test_a_baseline_is_recorded_counts_and_can_be_tidied_up(root: Path) -> None:
    asked = ("--reason", "Overgenomen uit de spreadsheet.", "--owner", "ciso")
    made = run(root, "baseline", *AS_OF, *asked, "--lang", "nl")
    assert made.returncode == OK
    assert "Vastgelegd: 1 bevinding." in made.stdout
    assert "`baseline: bio2lint-baseline.yaml`" in made.stdout
    write(root, {"bio2lint.yaml": f"{FILES['bio2lint.yaml']}baseline: bio2lint-baseline.yaml\n"})

    def told(*more: str) -> dict[str, object]:
        done = run(root, "check", *AS_OF, "--format", "json", "--select", "REF", *more)
        report: dict[str, object] = json.loads(done.stdout)
        return report

    held = {"held_back": 1, "stale": [], "ended": None}
    assert (told()["findings"], told()["baseline"]) == ([], held)
    assert told("--no-baseline")["baseline"] is None
    assert told("--no-baseline")["findings"]
    write(root, {"controls/mfa.yaml": CONTROL.replace("niemand", "ciso")})
    text = run(root, "check", *AS_OF, "--lang", "nl").stdout
    assert "bio2lint baseline --prune" in text
    tidied = run(root, "baseline", "--prune", *AS_OF, "--lang", "nl")
    assert "Opgeruimd: 1; in de nulmeting: 0 bevindingen." in tidied.stdout
    assert told()["baseline"] == {"held_back": 0, "stale": [], "ended": None}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ((), "--reason"),
        (("--reason", "x"), "--owner"),
        (("--reason", "x", "--owner", "niemand"), "niemand"),
        (("--reason", "x", "--owner", "ciso", "--until", "2026-11-22"), "2026-11-22"),
        (("--prune",), "bio2lint.yaml"),
    ],
)
def test_a_baseline_that_says_too_little_is_refused(
    root: Path, asked: tuple[str, ...], words: str
) -> None:
    done = run(root, "baseline", *AS_OF, *asked)
    assert done.returncode == USAGE
    assert words in done.stderr
    assert not (root / "bio2lint-baseline.yaml").exists()


def test_nothing_is_recorded_while_a_file_cannot_be_read(root: Path) -> None:
    write(root, {"controls/x.yaml": "a: [\n"})
    done = run(root, "baseline", *AS_OF, "--reason", "x", "--owner", "ciso")
    assert done.returncode == FOUND
    assert "controls/x.yaml" in done.stderr
    assert not (root / "bio2lint-baseline.yaml").exists()


@pytest.mark.parametrize("content", [None, "a: [\n", "date: 2026-11-23\n"])
def test_a_baseline_that_cannot_be_used_is_refused(root: Path, content: str | None) -> None:
    write(root, {"bio2lint.yaml": "norm: bio2@1.3\nbaseline: b.yaml\n"})
    if content is not None:
        write(root, {"b.yaml": content})
    done = run(root, "check", *AS_OF)
    assert done.returncode == USAGE
    assert "b.yaml" in done.stderr


def test_statistics_count_by_rule_and_by_owner(root: Path) -> None:
    done = run(root, "check", *AS_OF, "--statistics", "--lang", "nl")
    assert done.returncode == FOUND
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["116", "CMP001", "fout", "measure-missing"] in lines
    assert ["1", "REF006", "waarschuwing", "dangling-reference"] in lines
    assert ["1", "niemand", "waarschuwing"] in lines
    assert "(geen eigenaar)" in done.stdout
    refused = run(root, "check", "--statistics", "--format", "json")
    assert refused.returncode == USAGE
