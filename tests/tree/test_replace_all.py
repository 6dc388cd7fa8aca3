"""Several files are replaced, or none of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from program import ordinary_user, reachable_folder, write

from bio2lint import files
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"old\r\n", b"\xef\xbb\xbfnew\n"
CHANGES = dict.fromkeys(("a.yaml", "b/c.yaml", "d.yaml"), (OLD, NEW))


def repository(folder: Path) -> Path:
    return write(folder, dict.fromkeys(CHANGES, OLD))


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file there is, so that one left behind is seen."""
    return {
        os.path.relpath(os.path.join(base, name), folder): (folder / base / name).read_bytes()
        for base, _, names in os.walk(folder)
        for name in names
    }


def refused(folder: Path, changes: dict[str, tuple[bytes, bytes]] | None = None) -> Refused:
    with pytest.raises(Refused) as caught:
        files.replace_all(str(folder), CHANGES if changes is None else changes)
    assert caught.value.status == USAGE
    return caught.value


def failing(monkeypatch: pytest.MonkeyPatch, *calls: int) -> None:
    """Let the disk refuse certain renames, counted from 1."""
    real, counted = os.replace, iter(range(1, 99))

    def replace(source: str, target: str) -> None:
        if next(counted) in calls:
            raise OSError(28, "no space")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)


def test_all_files_are_replaced_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    files.replace_all(str(repository(tmp_path)), CHANGES)
    assert contents(tmp_path) == dict.fromkeys(CHANGES, NEW)


def test_no_changes_are_fine(tmp_path: Path) -> None:
    files.replace_all(str(tmp_path), {})
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("mode", [0o640, 0o755, 0o600])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    (repository(tmp_path) / "a.yaml").chmod(mode)
    files.replace_all(str(tmp_path), CHANGES)
    assert (tmp_path / "a.yaml").stat().st_mode & 0o7777 == mode


@pytest.mark.parametrize("name", CHANGES)
def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path, name: str) -> None:
    (repository(tmp_path) / name).write_bytes(b"theirs")
    (message,) = refused(tmp_path).messages
    assert message.nl.startswith(f"{name} is intussen door iets anders gewijzigd.")
    assert message.en.startswith(f"{name} was changed by something else meanwhile.")
    assert contents(tmp_path) == dict.fromkeys(CHANGES, OLD) | {name: b"theirs"}


@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_failure_halfway_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    failing(monkeypatch, call)
    (message,) = refused(repository(tmp_path)).messages
    name = list(CHANGES)[call - 1]
    assert message.en == f"{name} cannot be changed: the disk is full. Nothing was written."
    assert contents(tmp_path) == dict.fromkeys(CHANGES, OLD)


def test_what_cannot_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, 3, 4)
    _, lost = refused(repository(tmp_path)).messages
    assert "a.yaml" in lost.nl
    assert "b/c.yaml" not in lost.en
    assert contents(tmp_path) == {"a.yaml": NEW, "b/c.yaml": OLD, "d.yaml": OLD}


def test_an_interruption_puts_back_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def replace(source: str, target: str) -> None:
        real(source, target)
        if target.endswith("c.yaml"):
            monkeypatch.setattr(os, "replace", real)
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        files.replace_all(str(repository(tmp_path)), CHANGES)
    assert contents(tmp_path) == dict.fromkeys(CHANGES, OLD)


def test_what_somebody_else_wrote_since_is_not_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def replace(source: str, target: str) -> None:
        if target.endswith("d.yaml"):
            (tmp_path / "a.yaml").write_bytes(b"theirs")
            raise OSError(28, "no space")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    assert len(refused(repository(tmp_path)).messages) == 1
    assert contents(tmp_path) == {"a.yaml": b"theirs", "b/c.yaml": OLD, "d.yaml": OLD}


def test_a_link_below_the_root_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (repository(tmp_path) / "link.yaml").symlink_to("b/c.yaml")
    files.replace_all(str(tmp_path), {"link.yaml": (OLD, NEW)})
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "b/c.yaml").read_bytes() == NEW


def test_two_names_of_one_file_get_the_same_change(tmp_path: Path) -> None:
    (repository(tmp_path) / "link.yaml").symlink_to("b/c.yaml")
    files.replace_all(str(tmp_path), {**CHANGES, "link.yaml": (OLD, NEW)})
    assert (tmp_path / "b/c.yaml").read_bytes() == NEW


def test_two_names_of_one_file_with_different_changes_are_refused(tmp_path: Path) -> None:
    (repository(tmp_path) / "link.yaml").symlink_to("b/c.yaml")
    (message,) = refused(tmp_path, {**CHANGES, "link.yaml": (OLD, b"other")}).messages
    assert message.en.startswith("b/c.yaml and link.yaml are the same file")
    assert (tmp_path / "a.yaml").read_bytes() == OLD


@pytest.mark.parametrize("path", ["link.yaml", "../outside.yaml", "folder/outside.yaml"])
def test_nothing_outside_the_root_is_written(tmp_path: Path, path: str) -> None:
    root = repository(tmp_path / "root")
    write(tmp_path, {"outside.yaml": OLD})
    (root / "link.yaml").symlink_to("../outside.yaml")
    (root / "folder").symlink_to("..")
    (message,) = refused(root, {**CHANGES, path: (OLD, NEW)}).messages
    assert "leads outside the root" in message.en
    assert (tmp_path / "outside.yaml").read_bytes() == OLD
    assert (root / "a.yaml").read_bytes() == OLD


@pytest.mark.parametrize(("path", "why"), [("b", "regular file"), ("absent.yaml", "meanwhile")])
def test_what_is_no_file_is_refused(tmp_path: Path, path: str, why: str) -> None:
    (message,) = refused(repository(tmp_path), {**CHANGES, path: (OLD, NEW)}).messages
    assert why in message.en
    assert contents(tmp_path) == dict.fromkeys(CHANGES, OLD)


def test_a_file_or_folder_that_is_closed_to_writing_is_left_alone() -> None:
    with reachable_folder() as folder:
        repository(folder)
        with ordinary_user():
            (message,) = refused(folder).messages
        assert message.nl.startswith("a.yaml kan niet worden gewijzigd: geen toegang.")
        assert contents(folder) == dict.fromkeys(CHANGES, OLD)
