"""The example as it was under edition 1.2, moved to 1.3: the same coverage, and nothing lost."""

from __future__ import annotations

import re
import shutil
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from program import AS_OF, EXAMPLE
from support import Files, edition

from bio2lint import engine, migrate, settings
from bio2lint.review import WEAKENS, State, review
from bio2lint.status import FOUND, OK
from bio2lint.tree import WorkTree

if TYPE_CHECKING:
    from pathlib import Path

    from bio2lint.migrate import Outcome

OLD, NEW = edition("1.2"), edition("1.3")
MOVED = {
    measure.moved_to: number
    for number, measure in NEW.measures.items()
    if measure.moved_to and OLD.requires(number)
}
PARTS = {
    number: measure.partly_from[0]
    for number, measure in NEW.measures.items()
    if measure.partly_from and not OLD.has(number)
}
WITHDRAWN = [n for n in OLD.active if NEW.measures[n].state == "withdrawn"]
OF_NUMBERS = re.compile(r"^(implements|requirements|cycles): .*$", re.MULTILINE)
NUMBER = re.compile(r"\b\d\.\d\d\.\d\d\b")


def in_old(line: re.Match[str]) -> str:
    """Write a line of numbers as it was: moved back, and a part under what it was a part of."""
    text = NUMBER.sub(lambda number: MOVED.get(number[0], number[0]), line[0])
    for new, old in PARTS.items():
        text = text.replace(f", {new}", "") if old in text else text.replace(new, old)
    return text


def with_withdrawn(text: str) -> str:
    """Add the measures that are withdrawn since to a control that meets their whole control."""
    for number in WITHDRAWN:
        control = OLD.measures[number].control
        text = text.replace(f'implements: ["{control}"', f'implements: ["{control}", {number}')
    return text


def contents(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in WorkTree(str(root)).paths()}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give the example as an organisation kept it under edition 1.2."""
    root = tmp_path / "repo"
    shutil.copytree(EXAMPLE, root)
    for path, content in contents(root).items():
        text = with_withdrawn(OF_NUMBERS.sub(in_old, content.decode()))
        if path == settings.FILE:
            text = text.replace(NEW.name, OLD.name)
        (root / path).write_bytes(text.encode())
    return root


def moved(root: Path, *, write: bool = True) -> Outcome:
    request = migrate.Request(date.fromisoformat(AS_OF), "1.3", write=write)
    return migrate.run(request, str(root), settings.read((root / settings.FILE).read_bytes()))


def result(root: Path) -> engine.Result:
    read = settings.read((root / settings.FILE).read_bytes())
    norm = edition(read.edition)
    return engine.check(WorkTree(str(root)), read, norm, date.fromisoformat(AS_OF))


@cache
def of_the_example() -> engine.Result:
    return result(EXAMPLE)


def statuses(found: engine.Result) -> dict[str, tuple[str, list[str], list[str]]]:
    """Return of every requirement its status, and the controls and exceptions behind it."""
    return {
        number: (
            covered.status,
            [control.name for control in covered.controls],
            [exception.name for exception in covered.exceptions],
        )
        for number, covered in found.coverage.items()
    }


def places(outcome: Outcome, reason: str) -> dict[str, set[str]]:
    return {
        step.number: {spot.path for spot in step.spots}
        for step in outcome.plan.steps
        if step.reason == reason
    }


def test_the_example_under_the_old_edition_is_what_this_test_is_about(repository: Path) -> None:
    old = statuses(result(repository))
    assert set(MOVED) == {"5.10.02", "5.10.03", "5.21.05", "5.24.08", "5.26.02"}
    assert PARTS == {"6.03.04": "8.01.02"}
    assert all(status not in ("missing", "unknown") for status, _, _ in old.values())
    assert old.keys() >= {*MOVED.values(), *WITHDRAWN}


def test_the_move_leads_to_the_coverage_of_the_example_but_for_what_is_listed(
    repository: Path,
) -> None:
    outcome = moved(repository)
    assert (outcome.written, outcome.status) == (True, FOUND)
    after, original = statuses(result(repository)), statuses(of_the_example())
    listed = {number for step in outcome.plan.steps for number in (step.number,)}
    different = {number for number, covered in original.items() if after[number] != covered}
    assert after.keys() == original.keys()
    assert after["6.03.04"] == ("missing", [], [])
    assert different <= {"6.03.04", "6.3", "8.01.02"} <= listed | {"6.3"}


def test_files_in_which_numbers_only_moved_come_out_as_the_example_has_them(
    repository: Path,
) -> None:
    before = contents(repository)
    outcome = moved(repository)
    after, original = contents(repository), contents(EXAMPLE)
    todo = {spot.path for step in outcome.plan.steps for spot in step.spots}
    different = {path for path in original if after[path] != original[path]}
    assert different <= todo
    assert {path for path in before if before[path] != after[path]} == set(outcome.plan.files)
    assert len(set(outcome.plan.files) - different) > 15


def test_every_step_is_listed_with_every_place(repository: Path) -> None:
    before = contents(repository)
    outcome = moved(repository, write=False)

    def naming(number: str) -> set[str]:
        lines = {
            path: [line[0] for line in OF_NUMBERS.finditer(content.decode())]
            for path, content in before.items()
        }
        return {path for path, some in lines.items() if any(number in line for line in some)}

    assert places(outcome, "withdrawn") == {number: naming(number) for number in WITHDRAWN}
    assert places(outcome, "partial") == {
        "5.02.01": naming("5.01.01") - naming("5.02.01"),
        "6.03.04": naming("8.01.02"),
    }
    assert places(outcome, "new") == places(outcome, "by-hand") == {}
    changed = places(outcome, "changed")
    assert changed.keys() >= {"5.01.01", "5.02.01", "8.01.02"}
    sources = {**{number: number for number in changed}, **MOVED}
    assert changed == {number: naming(sources[number]) for number in changed}


def test_once_a_person_did_the_steps_nothing_is_left(repository: Path) -> None:
    outcome = moved(repository)
    original = contents(EXAMPLE)
    for number, paths in places(outcome, "withdrawn").items():
        for path in paths:
            text = (repository / path).read_text("utf-8")
            (repository / path).write_text(text.replace(f", {number}", ""), "utf-8")
    for path in places(outcome, "partial")["6.03.04"]:
        (repository / path).write_bytes(original[path])
    assert contents(repository) == original
    assert statuses(result(repository)) == statuses(of_the_example())
    assert result(repository).findings == of_the_example().findings
    again = moved(repository)
    assert (again.already, again.status, again.plan.steps) == (True, OK, ())


def everything(root: Path) -> State:
    """Return all files of a repository as they are now, and the check of them."""
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }
    return State(Files(files), settings.read(files[settings.FILE]), result(root))


def test_to_a_review_the_move_weakens_nothing(repository: Path) -> None:
    before = everything(repository)
    moved(repository)
    half_way, whole = everything(repository), everything(EXAMPLE)
    for one in (half_way, whole):
        assert [c for c in review(before, one).changes if c.direction == WEAKENS] == []
    done = review(before, whole)
    assert {change.document for change in done.changes} >= {None, "bm-5-10"}
    assert (done.findings.new, done.status) == ((), OK)


def test_a_second_run_changes_nothing(repository: Path) -> None:
    moved(repository)
    after = contents(repository)
    assert moved(repository).already
    assert contents(repository) == after


def test_without_write_nothing_changes(repository: Path) -> None:
    before = contents(repository)
    outcome = moved(repository, write=False)
    assert outcome.plan.files
    assert not outcome.written
    assert contents(repository) == before


def test_outside_the_edited_spans_every_byte_stays(repository: Path) -> None:
    before = contents(repository)
    outcome = moved(repository)
    after = contents(repository)
    for path in outcome.plan.files:
        old, new = before[path].decode(), after[path].decode()
        assert NUMBER.sub("#", old).replace(OLD.name, "#") == (
            NUMBER.sub("#", new).replace(NEW.name, "#")
        )
