"""A file that cannot be read: the report says what it therefore does not know, and never 0."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from subprocess import run as call
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from planted_repo import besides_deviations, copy_to, example, judged, run, spots
from test_planted_deletions import scalars

from bio2lint import check
from bio2lint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

CONTROLS = ("controls/bm-8-15.yaml", "controls/bm-8-29.yaml", "controls/bm-7-12.yaml")


def _text(path: str) -> bytes:
    content = example()[path]
    assert isinstance(content, bytes)
    return content


def _broken(path: str) -> tuple[bytes, str]:
    return _text(path).replace(b"implements: [", b"implements: [[", 1), "4:13"


def _windows(path: str) -> tuple[bytes, str]:
    return _text(path).replace(b"title: ", "title: Géén ".encode("cp1252"), 1), "3:9"


def _nul(path: str) -> tuple[bytes, str]:
    return _text(path).replace(b"title: ", b"title: \0", 1), "3:8"


def _cut_off(path: str) -> tuple[bytes, str]:
    return _text(path).partition(b'["')[0] + b'["', "4:14"


SPOILED = {"broken": _broken, "windows-1252": _windows, "NUL": _nul, "cut off": _cut_off}


def requirements_of(path: str) -> set[str]:
    """Return what a control implements, read from the example as it is."""
    return set(yaml.load(_text(path), yaml.BaseLoader)["implements"])  # noqa: S506 (texts only)


def references_to(path: str) -> int:
    """Return how often other documents name the one at `path`."""
    name = Path(path).stem
    return sum(
        scalar.value == name and scalar.key != "id"
        for other in example()
        if other.endswith(".yaml") and other != path
        for scalar in scalars(other)
    )


def in_doubt(result: Any) -> set[str]:
    return {number for number, covered in result.coverage.items() if covered.status == "unknown"}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
@pytest.mark.parametrize("path", CONTROLS)
def test_what_an_unreadable_control_leaves_unknown_is_named_and_not_missing(
    path: str, spoil: Callable[[str], tuple[bytes, str]]
) -> None:
    content, at = spoil(path)
    result = judged({**example(), path: content})
    assert [str(s) for s in spots(besides_deviations(result.findings))] == [f"{path}:{at} STR001"]
    assert result.unreadable == (path,)
    assert in_doubt(result) == requirements_of(path)
    assert "missing" not in {covered.status for covered in result.coverage.values()}
    assert result.held_back.get("REF006", 0) == references_to(path)
    assert set(result.held_back) <= {"REF006"}
    assert check.exit_status(result, Severity.ERROR) == 1
    assert check.exit_status(result, None) == 3


def test_unreadable_evidence_holds_back_what_it_may_prove() -> None:
    path = "evidence/E-2026-016.yaml"
    result = judged({**example(), path: _text(path).replace(b"title: ", b"title: [", 1)})
    assert [s.code for s in spots(besides_deviations(result.findings))] == ["STR001"]
    assert result.held_back == {"EVD001": 1}
    assert in_doubt(result) == set()


@pytest.mark.parametrize("content", [b"", b"# nog in te vullen\n", b"---\n"])
def test_an_empty_file_hides_nothing_so_what_it_should_hold_is_missing(content: bytes) -> None:
    path = "controls/bm-8-29.yaml"
    result = judged({**example(), path: content})
    codes = sorted(s.code for s in spots(besides_deviations(result.findings)))
    assert codes == ["CMP001", *["REF006"] * references_to(path), "STR001"]
    assert result.unreadable == ()
    assert result.held_back == {}


def unreadable_on_disk(root: Path, path: str) -> None:
    outcome = run(root)
    found = spots(besides_deviations(outcome.result.findings))
    assert [str(s) for s in found] == [f"{path}:1:1 STR001"]
    assert in_doubt(outcome.result) == requirements_of(path)
    assert outcome.status == 1
    assert run(root, fail_on="never").status == 3


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, path, opening = copy_to(tmp_path), CONTROLS[0], os.open

    def refuse(file: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if str(file).endswith(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), file)
        return opening(file, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)
    unreadable_on_disk(root, path)


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    root, path = copy_to(tmp_path), CONTROLS[0]
    (root / path).unlink()
    (root / path).symlink_to(tmp_path / "nergens.yaml")
    unreadable_on_disk(root, path)


def test_a_folder_in_place_of_a_file_that_git_tracks(tmp_path: Path) -> None:
    root, path = copy_to(tmp_path), CONTROLS[0]
    for command in (["init", "--quiet"], ["add", "--all"]):
        call(["git", *command], cwd=root, check=True)
    (root / path).unlink()
    (root / path).mkdir()
    unreadable_on_disk(root, path)


def test_a_folder_in_place_of_a_file_without_git_is_a_file_that_is_gone(tmp_path: Path) -> None:
    root, path = copy_to(tmp_path), "controls/bm-8-29.yaml"
    (root / path).unlink()
    (root / path).mkdir()
    outcome = run(root)
    codes = sorted(s.code for s in spots(besides_deviations(outcome.result.findings)))
    assert codes == ["CMP001", *["REF006"] * references_to(path)]
    assert outcome.status == 1
