"""The real pre-commit runs the hook of this repository in an administration, as a user would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from markdown_blocks import ROOT, environment, file_block, in_section, write

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = ".pre-commit-config.yaml"
AS_OF = "--as-of=2026-11-23"
BESIDE = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "dist")
GIT_SETTINGS = (
    "[user]\nname = Proef\nemail = proef@lindemeer.example\n[init]\ndefaultBranch = main\n"
)


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of a user with a name for Git and a cache of pre-commit's own."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(GIT_SETTINGS, encoding="utf-8")
    registry = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    return {**registry, **environment(home), "PRE_COMMIT_HOME": str(home / "pre-commit")}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, environ: dict[str, str]) -> tuple[str, str]:
    """Return this repository as others fetch it: an address and a commit."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
    if subprocess.run([*pip, "--retries=0", *needed], env=environ, check=False).returncode:
        pytest.skip("no package registry within reach to build the hook's environment from")
    folder = tmp_path_factory.mktemp("published")
    here = folder / "bio2lint"
    shutil.copytree(ROOT, here, ignore=BESIDE)
    for command in ("git init -q", "git add .", "git commit -q -m release"):
        run(command, here, environ)
    return str(here), run("git rev-parse HEAD", here, environ).stdout.strip()


def run(command: str, folder: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    done = tried(command, folder, environ)
    assert done.returncode == 0, done.stdout
    return done


def tried(command: str, folder: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command.split(),
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
    )


def administration(folder: Path) -> None:
    """Write the administration of the README's start."""
    for block in in_section("README.md", "Start in ten minutes"):
        if block.file not in (None, CONFIG):
            write(block, folder)


def configured(published: tuple[str, str]) -> dict[str, Any]:
    """Return the README's configuration, for this very commit."""
    config: dict[str, Any] = yaml.safe_load(file_block("README.md", CONFIG).text)
    config["repos"][0] |= dict(zip(("repo", "rev"), published, strict=True))
    return config


def begin(folder: Path, config: dict[str, Any], environ: dict[str, str]) -> None:
    (folder / CONFIG).write_text(yaml.safe_dump(config), encoding="utf-8")
    run("git init -q", folder, environ)
    run("git add .", folder, environ)


def test_a_sound_commit_passes_and_a_fault_is_refused(
    tmp_path: Path, published: tuple[str, str], environ: dict[str, str]
) -> None:
    administration(tmp_path)
    config = configured(published)
    # The README's own arguments, on the day of its example.
    config["repos"][0]["hooks"][0]["args"].append(AS_OF)
    begin(tmp_path, config, environ)
    run("pre-commit install", tmp_path, environ)
    assert "Passed" in run("git commit -m begin", tmp_path, environ).stdout

    control = tmp_path / "controls" / "mfa.yaml"
    sound = control.read_text(encoding="utf-8")
    control.write_text(sound.replace("owner: hoofd-werkplek", "owner: hoofd-werkplk"), "utf-8")
    refused = tried("git commit -a -m slip", tmp_path, environ)
    assert refused.returncode == 1
    assert "controls/mfa.yaml:6:8 fout REF006" in refused.stdout
    control.write_text(sound, encoding="utf-8")

    # A commit that only removes a file breaks a document that it does not touch.
    run("git rm -q evidence/files/mfa-2026-q3.csv", tmp_path, environ)
    refused = tried("git commit -m gone", tmp_path, environ)
    assert refused.returncode == 1
    assert "evidence/mfa-2026-q3.yaml:12:9 fout REF008" in refused.stdout
    assert run("git rev-list --count HEAD", tmp_path, environ).stdout == "1\n"


def test_the_administration_may_be_a_folder_of_the_repository(
    tmp_path: Path, published: tuple[str, str], environ: dict[str, str]
) -> None:
    folder = tmp_path / "isms"
    administration(folder)
    config = configured(published)
    config["repos"][0]["hooks"][0]["args"] = [AS_OF, "--root=isms", "--select=STR,REF"]
    begin(tmp_path, config, environ)
    assert "Passed" in run("pre-commit run --all-files", tmp_path, environ).stdout
    (folder / "roles" / "rollen.yaml").unlink()
    refused = tried("pre-commit run --all-files", tmp_path, environ)
    assert refused.returncode == 1
    assert "isms/controls/mfa.yaml:6:8 fout REF006" in refused.stdout


def test_a_commit_after_which_codeowners_asks_somebody_else_is_refused(
    tmp_path: Path, published: tuple[str, str], environ: dict[str, str]
) -> None:
    administration(tmp_path)
    roles = tmp_path / "roles" / "rollen.yaml"
    handles = "id: hoofd-werkplek\nhandles: ['@lindemeer/werkplek']\n"
    roles.write_text(roles.read_text("utf-8").replace("id: hoofd-werkplek\n", handles), "utf-8")
    config = configured(published)
    (hook,) = config["repos"][0]["hooks"]
    hook |= {"id": "bio2lint-codeowners", "args": [AS_OF, "--dialect=github"]}
    begin(tmp_path, config, environ)
    run("pre-commit install", tmp_path, environ)
    refused = tried("git commit -m begin", tmp_path, environ)
    assert refused.returncode == 1
    assert "+/controls/mfa.yaml @lindemeer/werkplek" in refused.stdout

    run(f"{sys.executable} -m bio2lint codeowners {AS_OF} --dialect=github", tmp_path, environ)
    run("git add .", tmp_path, environ)
    assert "Passed" in run("git commit -m begin", tmp_path, environ).stdout

    roles.write_text(roles.read_text("utf-8").replace("/werkplek", "/kantoor"), "utf-8")
    refused = tried("git commit -a -m moved", tmp_path, environ)
    assert refused.returncode == 1
    assert "-/controls/mfa.yaml @lindemeer/werkplek" in refused.stdout


def test_the_hooks_are_what_pre_commit_calls_valid(environ: dict[str, str]) -> None:
    run("pre-commit validate-manifest .pre-commit-hooks.yaml", ROOT, environ)


def test_no_hook_leaves_a_commit_out_or_takes_paths() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["bio2lint", "bio2lint-codeowners"]
    for hook in hooks:
        assert hook["always_run"] is True
        assert hook["pass_filenames"] is False
