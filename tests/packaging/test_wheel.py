"""The wheel holds all that the program needs, and does the same as the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest
from markdown_blocks import ROOT, environment

from bio2lint import __version__

AS_OF = "2026-11-23"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the source archive, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (archive,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return archive, wheel


@pytest.fixture(scope="module")
def installed(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs' folder of a new environment with the wheel.

    What the wheel depends on is borrowed from the environment of the tests, to need no network.
    """
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = str(folder / "bin" / "python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    subprocess.run([*pip, "--no-index", "--no-deps", str(built[1])], check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "bin"


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files(folder: str, pattern: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob(pattern)}


def test_the_wheel_carries_the_norm_the_schemas_and_every_module(built: tuple[Path, Path]) -> None:
    held = names(built[1])
    shipped = files("policies", "*.yaml") | files("schemas", "*.json")
    assert {f"bio2lint/{name}" for name in shipped} <= held
    assert files("bio2lint", "*.py") <= held
    assert "bio2lint/py.typed" in held


def test_the_wheel_carries_nothing_else(built: tuple[Path, Path]) -> None:
    info = f"bio2lint-{__version__}.dist-info"
    tops = {name.partition("/")[0] for name in names(built[1])}
    assert tops == {"bio2lint", info}
    assert not [name for name in names(built[1]) if "test" in name or name.endswith(".pyc")]


def test_the_wheel_says_its_licence_and_what_python_it_needs(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as archive:
        stated = archive.read(f"bio2lint-{__version__}.dist-info/METADATA").decode()
    metadata = HeaderParser().parsestr(stated)
    assert metadata["License-Expression"] == "EUPL-1.2"
    assert metadata["Version"] == __version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert "# bio2lint" in metadata.get_payload()


def test_the_source_archive_can_be_tested_and_developed(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    expected = {"Makefile", ".ci/run", ".pre-commit-hooks.yaml", "tests/support.py"}
    expected |= {"action.yml", "ci/github/check.sh", "templates/check.yml"}
    expected |= {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "examples/repo/bio2lint.yaml"}
    assert expected <= held
    assert not [name for name in held if "__pycache__" in name or name.startswith(".venv")]


@pytest.mark.parametrize("program", [["bio2lint"], ["python", "-m", "bio2lint"]])
def test_the_installed_program_runs_by_both_names(
    installed: Path, tmp_path: Path, program: list[str]
) -> None:
    command = [str(installed / program[0]), *program[1:], "--version"]
    said = run(command, tmp_path)
    assert said.stdout == f"bio2lint {__version__}\n"


def test_the_installed_program_says_what_the_checkout_says(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "repo", tmp_path / "administratie")
    control = tmp_path / "administratie" / "controls" / "bm-5-10.yaml"
    sound = control.read_text(encoding="utf-8")
    control.write_text(sound.replace("5.10.02", "5.04.02"), encoding="utf-8")
    options = ["check", "--root", "administratie", "--as-of", AS_OF, "--report", "json=out.json"]

    def outcome(program: Path) -> tuple[int, str, str, str]:
        said = run([str(program), *options], tmp_path)
        report = (tmp_path / "out.json").read_text(encoding="utf-8")
        return said.returncode, said.stderr, said.stdout, report

    wheel = outcome(installed / "bio2lint")
    assert wheel == outcome(Path(sys.executable).parent / "bio2lint")
    assert wheel[:2] == (1, "")
    assert "administratie/controls/bm-5-10.yaml:4:22 fout REF003" in wheel[2]


def test_the_installed_program_is_the_one_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    command = [str(installed / "python"), "-c", "import bio2lint; print(bio2lint.__file__)"]
    said = run(command, tmp_path)
    assert Path(said.stdout.strip()).is_relative_to(installed.parent)
