"""The CI jobs of the README do their work when their steps are run as they stand."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from junitparser import JUnitXml
from markdown_blocks import ROOT, environment, file_block

if TYPE_CHECKING:
    from pathlib import Path

GITHUB, GITLAB = ".github/workflows/bio2lint.yaml", ".gitlab-ci.yml"
INSTALL = 'python -m pip install "git+https://git.example/bio2lint.git@v0.1.0"'


def job(file: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(file_block("README.md", file).text)
    found: dict[str, Any] = (data["jobs"] if file == GITHUB else data)["bio2lint"]
    return found


def commands(file: str) -> list[str]:
    """Return the shell steps of a job, without the one that installs the program."""
    if file == GITHUB:
        steps = [step["run"] for step in job(file)["steps"] if "run" in step]
    else:
        steps = job(file)["script"]
    assert steps.count(INSTALL) == 1
    steps.remove(INSTALL)
    return steps


@pytest.fixture
def administration(tmp_path: Path) -> Path:
    """Return the example as CI checks it out: a Git repository without anything else."""
    folder = tmp_path / "administratie"
    shutil.copytree(ROOT / "examples" / "repo", folder)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    return folder


def run(command: str, folder: Path) -> int:
    """Run one step as both forges do: by a shell that stops at the first failure."""
    step = ["sh", "-e", "-c", command]
    return subprocess.run(step, cwd=folder, env=environment(folder.parent), check=False).returncode


@pytest.mark.parametrize("file", [GITHUB, GITLAB])
def test_the_steps_leave_both_reports(file: str, administration: Path) -> None:
    for command in commands(file):
        # The example grows old: on the day of the test some of its terms may have passed.
        assert run(command, administration) in (0, 1)
    suites = JUnitXml.fromfile(str(administration / "report.xml"))
    report = json.loads((administration / "report.json").read_text(encoding="utf-8"))
    counted = [sum(report["coverage"][kind].values()) for kind in ("measures", "controls")]
    assert suites.tests == report["summary"]["documents"] + sum(counted) + 1


@pytest.mark.parametrize("file", [GITHUB, GITLAB])
def test_a_fault_fails_the_job_and_stands_in_the_report(file: str, administration: Path) -> None:
    control = administration / "controls" / "bm-5-10.yaml"
    sound = control.read_text(encoding="utf-8")
    control.write_text(sound.replace("5.10.02", "5.04.02"), encoding="utf-8")
    assert [run(command, administration) for command in commands(file)] == [1]
    assert "controls/bm-5-10.yaml:4:22" in (administration / "report.xml").read_text("utf-8")


def test_github_keeps_the_reports_also_of_a_job_that_failed() -> None:
    (upload,) = [s for s in job(GITHUB)["steps"] if "upload-artifact" in s.get("uses", "")]
    assert upload["if"] == "always()"
    assert upload["with"]["path"] == "report.*"


def test_gitlab_reads_the_junit_report_also_of_a_job_that_failed() -> None:
    artifacts = job(GITLAB)["artifacts"]
    assert artifacts["when"] == "always"
    assert artifacts["reports"] == {"junit": "report.xml"}
    assert artifacts["paths"] == ["report.json"]


def test_github_also_runs_when_nothing_changes() -> None:
    # To tools of YAML 1.1 the key `on` is true.
    assert "schedule" in yaml.safe_load(file_block("README.md", GITHUB).text)[True]
