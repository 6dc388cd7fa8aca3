"""The same administration on the same day gives the same bytes, wherever and however it is read."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from planted_repo import copy_to, example, plant, spoil
from support import AS_OF

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("text", "concise", "json", "junit")
FAULTS = (
    plant("STR002", "", ("controls/bm-5-12.yaml", "status: implemented", "status: ▸implementd")),
    plant("REF006", "", ("risks/R-016.yaml", "^owner: .*", "owner: ▸niemand")),
    plant("CMP001", "", ("exceptions/X-003.yaml", "", None), ("bio2lint.yaml", "norm", "▸norm")),
    plant("CMP002", "", ("controls/bm-7-12.yaml", "", None), ("bio2lint.yaml", "norm", "▸norm")),
)
"""Faults in different files, so that there is something to put in order."""


def spoiled(folder: Path) -> Path:
    root = copy_to(folder)
    for fault in FAULTS:
        spoil(root, fault)
    return root


def report(root: Path, format_: str, folder: Path, seed: str = "0") -> bytes:
    command = [sys.executable, "-m", "bio2lint", "check", "--as-of", AS_OF]
    command += ["--root", str(root), "--format", format_, "--lang", "nl", "--color", "never"]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "100"},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 1
    return done.stdout


@pytest.mark.parametrize("format_", FORMATS)
def test_another_hash_seed_gives_the_same_bytes(format_: str, tmp_path: Path) -> None:
    root = spoiled(tmp_path)
    once = report(root, format_, root)
    assert once == report(root, format_, root)
    assert once == report(root, format_, root, seed="4242")
    assert len(once) > 100


@pytest.mark.parametrize("format_", ["json", "junit"])
def test_another_working_folder_gives_the_same_bytes(format_: str, tmp_path: Path) -> None:
    root = spoiled(tmp_path)
    assert report(root, format_, root) == report(root, format_, tmp_path)


@pytest.mark.parametrize("format_", ["text", "concise"])
def test_on_the_terminal_only_paths_follow_the_working_folder(format_: str, tmp_path: Path) -> None:
    root = spoiled(tmp_path)
    above = report(root, format_, tmp_path)
    assert f"{root.name}/controls/".encode() in above
    if format_ == "concise":  # one line a finding, so nothing wraps elsewhere
        assert above.replace(f"{root.name}/".encode(), b"") == report(root, format_, root)


@pytest.mark.parametrize("format_", FORMATS)
def test_files_in_another_order_on_disk_give_the_same_bytes(format_: str, tmp_path: Path) -> None:
    root = spoiled(tmp_path)
    backwards = tmp_path / "backwards" / root.name
    for path in sorted(example(), reverse=True):
        if (root / path).exists():
            copy = backwards / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((root / path).read_bytes())
    assert report(backwards, format_, backwards) == report(root, format_, root)
