"""A small administration with a change to it, checked out as forges do it for a job."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from program import ROOT, git, write

from bio2lint import norm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PROGRAM = os.path.join(os.path.dirname(sys.executable), "bio2lint")
CONTROL = "controls/alles.yaml"
INTERVAL = "interval: P1Y"
SHORTER, LONGER = {INTERVAL: "interval: P6M"}, {INTERVAL: "interval: P2Y"}
FAULT = {"owner: ciso": "owner: cisso"}
NEW_FAULT = (
    "kind: control\nid: nieuw\ntitle: Nieuw\nimplements: [5.17.01]\nowner: ciso\n"
    "status: planned\ndue: 2099-01-01\nsystems: [onbekend]\n"
)
"""A document that is wrong and weakens nothing."""

HOSTILE = (
    "$(touch canary)`touch canary`",
    "'; touch canary; '",
    '"; touch canary; "',
    "x\ntouch canary\nstatus=0",
    "--report=json=canary",
)
"""Texts that would make a file `canary` if a shell or the program took them for its own."""

OF_ANOTHER = "<!-- bio2lint:root:1-1 -->"
"""By which the comment about another administration of the repository is known."""

_ROLES = """\
kind: role
id: ciso
title: CISO
functions: [ciso, line-manager]
---
kind: role
id: college
title: College van burgemeester en wethouders
functions: [board]
"""


def administration() -> dict[str, str]:
    """Return the files of an administration without a finding: one control does everything."""
    known = norm.load("1.3")
    numbers = ", ".join(f'"{number}"' for number in (*known.active, *known.controls))
    control = (
        f"kind: control\nid: alles\ntitle: Alles\nimplements: [{numbers}]\nowner: ciso\n"
        "status: in-progress\ndue: 2099-01-01\n"
        f"review: {{last: 2026-05-12, {INTERVAL}, by: ciso}}\n"
    )
    organisation = "kind: organisation\nid: lindemeer\ntitle: Lindemeer\nsector: municipality\n"
    return {
        "bio2lint.yaml": "norm: bio2@1.3\nprofile: starter\nlanguage: en\n",
        "organisation.yaml": organisation,
        "roles/rollen.yaml": _ROLES,
        CONTROL: control,
    }


def origin(
    folder: Path,
    change: Mapping[str, str],
    *,
    branch: str = "change",
    root: str = "",
    more: Mapping[str, str] | None = None,
) -> Path:
    """Return a repository with `main`, a branch that replaces text of the control, and the merge.

    The merge is `refs/pull/7/merge`, as GitHub makes it. `more` are files of the branch.
    """
    files = {os.path.join(root, path): text for path, text in administration().items()}
    folder.mkdir()
    write(folder, files)
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "first")
    git(folder, "branch", branch)
    write(folder, more or {})
    again(folder, change, branch=branch, root=root)
    return folder


def again(
    folder: Path, change: Mapping[str, str], *, branch: str = "change", root: str = ""
) -> None:
    """Commit to the branch a control with other text, and whatever else is there; merge anew."""
    git(folder, "symbolic-ref", "HEAD", f"refs/heads/{branch}")
    path = os.path.join(root, CONTROL)
    control = git(folder, "show", f"{branch}:{path}") + "\n"
    for old, new in change.items():
        assert old in control
        control = control.replace(old, new)
    write(folder, {path: control})
    commit(folder, "change")
    git(folder, "switch", "--quiet", "--detach", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--message", "merge", branch)
    git(folder, "update-ref", "refs/pull/7/merge", "HEAD")
    git(folder, "update-ref", "refs/merge-requests/5/head", branch)


def commit(folder: Path, message: str) -> None:
    """Commit all there is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)


def fetched(source: Path, folder: Path, ref: str, *, depth: int = 0) -> Path:
    """Return a work tree of a ref, with all branches, or with `depth` commits of the ref alone."""
    folder.mkdir()
    git(folder, "init", "--quiet")
    git(folder, "remote", "add", "origin", f"file://{source}")
    wanted = [f"--depth={depth}", f"+{ref}:refs/remotes/job"]
    if not depth:
        wanted = ["+refs/heads/*:refs/remotes/origin/*", f"+{ref}:refs/remotes/job"]
    git(folder, "fetch", "--quiet", "--no-tags", "origin", *wanted)
    git(folder, "switch", "--quiet", "--detach", "refs/remotes/job")
    return folder


def executable(path: Path, script: str) -> Path:
    """Write a program and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def python(folder: Path) -> Path:
    """Return a program `python3` that makes environments with the program of this checkout.

    In them pip installs nothing; what it was to install is in the file `installed` of `folder`.
    """
    pip = executable(
        folder / "environment-python",
        f"#!/bin/sh\ncase \"$*\" in '-I -m pip'*) printf '%s\\n' \"$@\" > '{folder}/installed';;\n"
        f"*) exec '{sys.executable}' \"$@\";; esac\n",
    )
    return executable(
        folder / "python3",
        '#!/bin/sh\n[ "$1 $2 $3" = "-I -m venv" ] || exit 9\nmkdir -p "$4/bin"\n'
        f"ln -s '{PROGRAM}' \"$4/bin/bio2lint\"\nln -s '{pip}' \"$4/bin/python\"\n",
    )


def environment(folder: Path, workspace: Path) -> dict[str, str]:
    """Return what is set in the jobs of both forges; `folder` holds the programs put first."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    return {
        **kept,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "PWD": str(workspace),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "CI": "true",
    }


def canaries(folder: Path) -> list[Path]:
    """Return the files that nobody but hostile text makes."""
    return [path for path in folder.rglob("canary*") if path.is_file()]
