"""A repository whose configuration names programs wherever Git knows a place for one runs none.

Each trap is first shown to work with plain Git, where a repository can set it at all.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest
from history_cases import commit, made_object, started
from program import ROLE, SETTINGS, git, program, write

from bio2lint import history
from bio2lint.history import base, commits, process
from bio2lint.history.former import former
from bio2lint.status import Refused
from bio2lint.tree import WorkTree
from bio2lint.tree.revision import Revision

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Victim(NamedTuple):
    """A repository to be set up with traps; `run` is a program that leaves `canary`."""

    root: Path
    run: str
    canary: Path

    def plain(self, *arguments: str, **variables: str) -> None:
        """Run Git as anybody would, on a terminal; what it thinks of that does not matter."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        ours, theirs = pty.openpty()
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(
                ["git", *identity, *arguments],
                cwd=self.root,
                env=kept | {"TERM": "xterm"} | variables,
                input=b"protocol=https\nhost=example.org\n\n",
                stdout=theirs,
                stderr=subprocess.DEVNULL,
                check=False,
                timeout=10,
            )
        os.close(theirs)
        os.close(ours)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = started(tmp_path_factory.mktemp("hostile") / "root")
    old = "kind: role\nid: oud\ntitle: Oud\nfunctions: [board]\n"
    attributes = "* filter=x diff=x merge=x\n"
    commit(root, {"roles/a.yaml": ROLE, "roles/old.yaml": old, ".gitattributes": attributes})
    commit(root, {"bio2lint.yaml": SETTINGS, "roles/old.yaml": None})
    return root


@pytest.fixture
def victim(original: Path, tmp_path: Path) -> Victim:
    root = tmp_path / "root"
    shutil.copytree(original, root, symlinks=True)
    canary = tmp_path / "canary"
    script = write(tmp_path, {"run": f"#!/bin/sh\ntouch '{canary}'\n"}) / "run"
    script.chmod(0o755)
    return Victim(root, str(script), canary)


def ask_everything(root: Path) -> None:
    """Ask of a repository all that the program ever asks."""
    folder = str(root)
    with suppress(Refused):
        head = commits.resolve(folder, "HEAD")
        older = commits.resolve(folder, "HEAD~1")
        commits.merge_base(folder, head, older)
        commits.committed(folder, head)
        commits.commits(folder, head, date(1970, 1, 1), date(9999, 12, 31))
        commits.shallow(folder)
        base.default_base(folder, {})
        former(folder, head, ["oud"])
        for commit_ in (head, older):
            with Revision(folder, commit_) as revision:
                for path in revision.paths():
                    revision.fact(path, digest=True)
                    with suppress(OSError):
                        revision.read(path, 99)
    history.revision(folder)
    history.visible_files(folder)
    history.submodules(folder)
    for path in ("roles/a.yaml", "roles/old.yaml"):
        WorkTree(folder).fact(path, digest=True)


def configure(victim: Victim, **values: str) -> None:
    for key, value in values.items():
        git(victim.root, "config", key.replace("__", "."), value)


def hooks(victim: Victim, folder: Path) -> None:
    for name in ("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"):
        write(folder, {name: f"#!/bin/sh\ntouch '{victim.canary}'\n"}).joinpath(name).chmod(0o755)


def hooks_elsewhere(victim: Victim) -> None:
    hooks(victim, victim.root / "elsewhere")
    configure(victim, core__hooksPath="elsewhere")


def fsmonitor(victim: Victim) -> None:
    configure(victim, core__fsmonitor=victim.run)
    git(victim.root, "update-index", "--fsmonitor")
    victim.canary.unlink(missing_ok=True)


def included(victim: Victim) -> None:
    write(victim.root, {".git/more": f'[core]\n\tfsmonitor = "{victim.run}"\n'})
    configure(victim, include__path="more")


def signed(victim: Victim) -> None:
    tree = git(victim.root, "rev-parse", "HEAD^{tree}")
    parent = git(victim.root, "rev-parse", "HEAD")
    who = "A <a@example.org> 1767268800 +0000"
    signature = "-----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----"
    content = (
        f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\ngpgsig {signature}\n\nx\n"
    )
    git(victim.root, "reset", "-q", "--soft", made_object(victim.root, "commit", content.encode()))
    configure(victim, log__showSignature="true", gpg__program=victim.run)


def promised(victim: Victim, **remote: str) -> None:
    """Leave a file out, as a partial clone does: it is promised by a remote."""
    configure(
        victim,
        core__repositoryFormatVersion="1",
        extensions__partialClone="origin",
        remote__origin__promisor="true",
        **remote,
    )
    blob = git(victim.root, "rev-parse", "HEAD:roles/a.yaml")
    (victim.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()


def promised_by_a_program(victim: Victim) -> None:
    url = f"ext::{victim.run}"
    promised(victim, remote__origin__url=url, protocol__ext__allow="always")


def promised_by_a_folder(victim: Victim) -> None:
    url = f"file://{victim.root}"
    promised(victim, remote__origin__url=url, remote__origin__uploadpack=victim.run)


def promised_by_a_server(victim: Victim) -> None:
    promised(victim, remote__origin__url="ssh://example.org/x", core__sshCommand=victim.run)


def promised_behind_a_proxy(victim: Victim) -> None:
    promised(victim, remote__origin__url="git://example.org/x", core__gitProxy=victim.run)


def alternates(victim: Victim) -> None:
    other = started(victim.root.parent / "other")
    commit(other, {"x": "y"})
    objects = str(other / ".git" / "objects")
    write(victim.root, {".git/objects/info/alternates": f"{objects}\n"})
    third = started(victim.root.parent / "third")
    commit(third, {"x": "z"})
    configure(victim, core__alternateRefsCommand=victim.run, remote__origin__url=str(third))


def attributes(victim: Victim) -> None:
    configure(victim, diff__x__textconv=victim.run)


BLOB = "HEAD:roles/a.yaml"
FORGET = ("rm", "-q", "--cached", "roles/a.yaml")
TRAPS: dict[str, tuple[Callable[[Victim], None], tuple[str, ...]]] = {
    "fsmonitor": (fsmonitor, ("status",)),
    "textconv": (attributes, ("log", "-p")),
    "diff.external": (lambda v: configure(v, diff__external=v.run), ("diff", "HEAD~1")),
    "diff driver": (lambda v: configure(v, diff__x__command=v.run), ("diff", "HEAD~1")),
    "hooks": (lambda v: hooks(v, v.root / ".git" / "hooks"), ("checkout", "-q", "HEAD~1")),
    "core.hooksPath": (hooks_elsewhere, ("checkout", "-q", "HEAD~1")),
    "core.pager": (lambda v: configure(v, core__pager=v.run), ("log",)),
    "pager of a command": (lambda v: configure(v, pager__log=v.run), ("log",)),
    "alias": (lambda v: configure(v, alias__x=f"!{v.run}"), ("x",)),
    "core.editor": (lambda v: configure(v, core__editor=v.run), ("commit", "--amend")),
    "credential.helper": (lambda v: configure(v, credential__helper=v.run), ("credential", "fill")),
    "core.askPass": (lambda v: configure(v, core__askPass=v.run), ("credential", "fill")),
    "clean": (lambda v: configure(v, filter__x__clean=v.run), ("add", "--renormalize", ".")),
    "smudge": (lambda v: configure(v, filter__x__smudge=v.run), ("checkout", "HEAD~1", "--", ".")),
    "process": (lambda v: configure(v, filter__x__process=v.run), ("add", "--renormalize", ".")),
    "gpg.program": (signed, ("log",)),
    "include.path": (included, ("status",)),
    "ssh": (promised_by_a_server, ("cat-file", "-p", BLOB)),
    "ext": (promised_by_a_program, ("cat-file", "-p", BLOB)),
    "uploadpack": (promised_by_a_folder, ("cat-file", "-p", BLOB)),
    "proxy": (promised_behind_a_proxy, ("cat-file", "-p", BLOB)),
    "alternateRefsCommand": (alternates, ("fetch", "-q", "origin")),
}


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_that_plain_git_falls_into_is_not_sprung(victim: Victim, name: str) -> None:
    setting, arguments = TRAPS[name]
    setting(victim)
    ask_everything(victim.root)
    assert not victim.canary.exists()
    victim.plain(*arguments)
    assert victim.canary.exists(), "the trap does not work"


# What Git heeds from the user's own settings and the environment alone.
def test_what_a_repository_cannot_set_is_not_obeyed_either(victim: Victim) -> None:
    configure(
        victim,
        uploadpack__packObjectsHook=victim.run,
        trace2__eventTarget=str(victim.canary),
        trace2__normalTarget=str(victim.canary),
        trace2__perfTarget=str(victim.canary),
    )
    ask_everything(victim.root)
    assert not victim.canary.exists()


def test_nothing_is_traced_to_a_file(victim: Victim, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = write(victim.root.parent, {"settings": ""}) / "settings"
    for target in ("eventTarget", "normalTarget", "perfTarget"):
        git(victim.root, "config", "--file", str(settings), f"trace2.{target}", str(victim.canary))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    ask_everything(victim.root)
    assert not victim.canary.exists()
    victim.plain("status", GIT_CONFIG_GLOBAL=str(settings))
    assert victim.canary.exists(), "the trap does not work"


VARIABLES = {
    "GIT_TRACE": ("{canary}", ("rev-parse", "HEAD")),
    "GIT_TRACE2_EVENT": ("{canary}", ("rev-parse", "HEAD")),
    "GIT_EXTERNAL_DIFF": ("{run}", ("diff", "HEAD~1")),
    "GIT_PAGER": ("{run}", ("log",)),
    "GIT_EDITOR": ("{run}", ("commit", "--amend")),
    "GIT_ASKPASS": ("{run}", ("credential", "fill")),
    "GIT_SSH_COMMAND": ("{run}", ("ls-remote", "ssh://example.org/x")),
    "GIT_CONFIG_PARAMETERS": ("'core.fsmonitor'='{run}'", ("status",)),
}


@pytest.mark.parametrize("variable", VARIABLES)
def test_what_the_environment_names_is_not_run(
    victim: Victim, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    value, arguments = VARIABLES[variable]
    value = value.format(canary=victim.canary, run=victim.run)
    monkeypatch.setenv(variable, value)
    ask_everything(victim.root)
    assert not victim.canary.exists()
    victim.plain(*arguments, **{variable: value})
    assert victim.canary.exists(), "the trap does not work"


# Nothing that the program asks does these; should that change, they are off all the same.
def test_no_hook_is_run_whatever_git_is_asked(victim: Victim) -> None:
    hooks(victim, victim.root / ".git" / "hooks")
    asked = ("update-ref", "refs/heads/new", "HEAD")
    assert process.ask(str(victim.root), *asked).returncode == 0
    assert not victim.canary.exists()
    victim.plain("update-ref", "refs/heads/newer", "HEAD")
    assert victim.canary.exists(), "the trap does not work"


def test_nothing_is_fetched_whatever_git_is_asked(victim: Victim) -> None:
    configure(victim, remote__origin__url=f"ext::{victim.run}", protocol__ext__allow="always")
    assert process.ask(str(victim.root), "fetch", "-q", "origin").returncode != 0
    assert not victim.canary.exists()
    victim.plain("fetch", "-q", "origin")
    assert victim.canary.exists(), "the trap does not work"


def test_the_index_is_not_refreshed_whatever_git_is_asked(victim: Victim) -> None:
    index = victim.root / ".git" / "index"
    before = index.read_bytes()
    os.utime(victim.root / "roles" / "a.yaml", (1, 1))
    assert process.ask(str(victim.root), "status").returncode == 0
    assert index.read_bytes() == before
    victim.plain("status")
    assert index.read_bytes() != before, "the trap does not work"


def test_a_folder_that_looks_like_a_repository_hides_no_file(victim: Victim) -> None:
    """Such a folder can be committed, with a configuration and exclusions of its own."""
    folder = victim.root / "sub"
    git(victim.root, "init", "-q", "--bare", "sub")
    write(folder, {"info/exclude": "*.yaml\n", "a.yaml": ROLE})
    assert WorkTree(str(folder)).paths() == ["a.yaml"]


def test_nothing_is_written(victim: Victim) -> None:
    def seen() -> dict[str, tuple[int, int]]:
        found = {}
        for folder, folders, files in os.walk(victim.root):
            for name in (*folders, *files):
                status = os.lstat(os.path.join(folder, name))
                found[os.path.join(folder, name)] = (status.st_mtime_ns, status.st_size)
        return found

    os.utime(victim.root / "roles" / "a.yaml", (1, 1))
    before = seen()
    ask_everything(victim.root)
    done = program("check", "--rev", "HEAD~1", "--format", "json", cwd=victim.root)
    assert done.returncode == 1
    assert seen() == before
    victim.plain("status")
    assert seen() != before, "the trap does not work"


def test_all_traps_at_once_and_the_whole_program(victim: Victim) -> None:
    for name, (setting, _) in TRAPS.items():
        if not name.startswith(("ssh", "ext", "uploadpack", "proxy")):
            setting(victim)
    promised_by_a_program(victim)
    victim.canary.unlink(missing_ok=True)
    for arguments in (
        ("--rev", "HEAD"),
        ("--rev", "HEAD~1", "--format", "json"),
        ("--rev", "-Oevil"),
        ("--rev=--upload-pack=evil",),
        ("--rev", f"--exec={victim.run}"),
        (),
    ):
        done = program("check", *arguments, cwd=victim.root)
        assert done.returncode in (1, 2)
        assert b"Traceback" not in done.stderr
    assert not victim.canary.exists()
