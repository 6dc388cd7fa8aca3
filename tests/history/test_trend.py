"""Coverage and findings over time, in real repositories."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from typing import TYPE_CHECKING

import jsonschema
import pytest
from history_cases import clone, commit, started
from program import ROOT, git, program

from bio2lint import document, resources

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from bio2lint.history.objects import Body

SETTINGS = "norm: bio2@1.3\n"
ROLE = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\nholder: team\n"
CONTROL = """\
kind: control
id: beleid
title: Het beleid is vastgesteld
implements: [5.01.02]
owner: ciso
status: planned
due: 2026-12-01
"""
DONE = CONTROL.replace("planned\ndue: 2026-12-01", "implemented\nimplemented_on: 2026-01-20")


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = started(tmp_path_factory.mktemp("history"))
    commit(root, {"lees.md": "nog niets"}, "2026-01-05")
    commit(root, {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE}, "2026-01-12")
    commit(root, {"controls/a.yaml": CONTROL}, "2026-01-13")
    commit(root, {"controls/a.yaml": DONE}, "2026-01-26")
    commit(root, {"bio2lint.yaml": "norm: [\n"}, "2026-02-02")
    commit(root, {"bio2lint.yaml": SETTINGS, "controls/b.yaml": "kind: [\n"}, "2026-02-03")
    return root


def bio2lint(*arguments: str) -> subprocess.CompletedProcess[str]:
    done = program(*arguments, cwd=ROOT)
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def points(root: Path, *more: str, every: str = "commit") -> list[dict[str, object]]:
    done = bio2lint(
        *("trend", "--root", str(root), "--since", "2026-01-01", "--until", "2026-12-31"),
        *("--every", every, "--format", "json", *more),
    )
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    schema = json.loads(resources.read("schemas", "trend.schema.json"))
    jsonschema.validate(report, schema, format_checker=jsonschema.FormatChecker())
    found: list[dict[str, object]] = report["points"]
    return found


def measures(point: dict[str, object]) -> dict[str, int]:
    figures = point["figures"]
    assert isinstance(figures, dict)
    return {status: n for status, n in figures["measures"].items() if n}


def test_each_commit_is_judged_by_what_it_held(history: Path) -> None:
    empty, started_, planned, done, broken, unread = points(history)
    assert (empty["figures"], empty["why_not"]) == (None, "geen documenten")
    assert measures(started_) == {"missing": 117}
    assert measures(planned) == {"planned": 1, "missing": 116}
    assert measures(done) == {"implemented": 1, "missing": 116}
    assert broken["figures"] is None
    assert str(broken["why_not"]).startswith("bio2lint.yaml:")
    assert measures(unread) == {"implemented": 1, "unknown": 116}


@pytest.mark.parametrize(
    ("every", "days"),
    [
        ("week", ["2026-01-05", "2026-01-13", "2026-01-26", "2026-02-03"]),
        ("month", ["2026-01-26", "2026-02-03"]),
    ],
)
def test_of_each_period_the_last_commit_counts(history: Path, every: str, days: list[str]) -> None:
    assert [point["day"] for point in points(history, every=every)] == days


def test_each_commit_is_judged_on_its_own_day(tmp_path: Path) -> None:
    root = started(tmp_path / "r")
    files = {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE}
    review = DONE + "review: {last: 2026-01-25, interval: P1M}\n"
    commit(root, {**files, "controls/a.yaml": review}, "2026-01-25")
    commit(root, {"lees.md": "niets gewijzigd"}, "2026-02-26")
    before, after = (point["figures"] for point in points(root))
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert after["warnings"] + after["errors"] == before["warnings"] + before["errors"] + 1


def test_equal_files_are_read_once(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from bio2lint import trend

    read: list[str] = []
    real = document.read

    def counted(path: str, content: bytes | OSError) -> list[document.Document]:
        read.append(path)
        return real(path, content)

    monkeypatch.setattr(document, "read", counted)
    trend.follow(str(history), "HEAD", date(2026, 1, 1), date(2026, 12, 31), "commit")
    assert sorted(read) == [
        *("controls/a.yaml", "controls/a.yaml", "controls/b.yaml", "roles/ciso.yaml")
    ]


def test_equal_content_is_asked_of_git_once(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from bio2lint import trend
    from bio2lint.history.objects import Objects

    asked: list[str] = []
    real = Objects.opened

    def opened(self: Objects, blob: str) -> AbstractContextManager[Body]:
        asked.append(blob)
        return real(self, blob)

    monkeypatch.setattr(Objects, "opened", opened)
    trend.follow(str(history), "HEAD", date(2026, 1, 1), date(2026, 12, 31), "commit")
    assert len(asked) == len(set(asked)) > 3


def test_the_table_leaves_out_statuses_that_nothing_has(history: Path) -> None:
    done = bio2lint(
        *("trend", "--root", str(history), "--since", "2026-01-10", "--until", "2026-01-31"),
        *("--every", "commit", "--lang", "en"),
    )
    lines = done.stdout.splitlines()
    heads = ["day", "commit", "implemented", "planned", "missing", "errors", "warnings"]
    assert lines[1].split() == heads
    assert lines[3].split()[0] == "2026-01-13"
    assert lines[3].split()[2:5] == ["0", "1", "116"]
    assert len(lines) == 6
    assert lines[-1] == "Checks the administration, no judgement on compliance."


def test_the_table_says_which_commits_could_not_wholly_be_read(history: Path) -> None:
    done = bio2lint(
        *("trend", "--root", str(history), "--since", "2026-01-10", "--until", "2026-12-31"),
        *("--every", "commit", "--lang", "en"),
    )
    said = "What files hold that cannot be read was not judged, in commit"
    assert f"{said} {git(history, 'rev-parse', 'HEAD')[:8]}." in " ".join(done.stdout.split())


def test_rows_for_a_spreadsheet_have_every_column(history: Path) -> None:
    done = bio2lint(
        *("trend", "--root", str(history), "--since", "2026-01-01", "--until", "2026-12-31"),
        *("--every", "month", "--format", "csv"),
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["day"], row["measures_implemented"]) for row in rows] == [
        ("2026-01-26", "1"),
        ("2026-02-03", "1"),
    ]
    assert rows[1]["measures_unknown"] == "116"
    assert rows[1]["unreadable"] == "1"


def test_a_shallow_clone_says_what_it_lacks(history: Path, tmp_path: Path) -> None:
    shallow = clone(history, tmp_path / "shallow", "--depth=1")
    asked = ("trend", "--root", str(shallow), "--since", "2026-01-01", "--every", "commit")
    done = bio2lint(*asked, "--lang", "en")
    assert "Older history is missing in this clone." in done.stdout
    assert len(points(shallow)) == 1


def test_a_period_without_commits_is_nothing_to_judge(history: Path) -> None:
    done = bio2lint(
        *("trend", "--root", str(history), "--since", "2026-03-01", "--until", "2026-03-31"),
        *("--lang", "en"),
    )
    assert done.returncode == 3
    assert done.stderr == "bio2lint: There are no commits from 2026-03-01 up to 2026-03-31.\n"


def test_an_unknown_branch_is_refused(history: Path) -> None:
    done = bio2lint("trend", "--root", str(history), "--since", "2026-01-01", "--rev", "--output=x")
    assert done.returncode == 2
    assert "--output=x" in done.stderr
