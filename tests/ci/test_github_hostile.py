"""Nothing that a change or an input of the action holds is run in a job of GitHub."""

from __future__ import annotations

import os
import sys
import sysconfig
from typing import TYPE_CHECKING

import pytest
from checkouts import FAULT, HOSTILE, SHORTER, again, canaries
from github import CHECK, COMMENT, INSTALL, REVIEW, github
from junitparser import JUnitXml
from program import BROKEN, write

from bio2lint.status import FOUND, USAGE

if TYPE_CHECKING:
    from pathlib import Path

TAKEN = (
    *("venv", "ensurepip", "pip", "json", "runpy", "sitecustomize", "bio2lint", "click", "yaml"),
    *("argparse", "subprocess"),
)
"""Modules that a job needs; a work tree that has its own is not to be asked."""


@pytest.mark.parametrize("text", HOSTILE)
def test_inputs_are_values_and_nothing_else(tmp_path: Path, text: str) -> None:
    forge = github(tmp_path, SHORTER)
    options = dict.fromkeys(("profile", "fail_on", "as_of", "lang", "python_version"), text)
    job = forge.job(root=text, junit=text, install=text, **options)
    assert job.steps[INSTALL].status == 0
    assert (tmp_path / "programs/installed").read_text("utf-8").endswith(f"\n--\n{text}\n")
    assert int(job.outputs["status"]) > FOUND
    assert int(job.outputs["review-status"]) > FOUND
    job = forge.job(root=text, check="false")
    assert not job.passed
    assert int(job.outputs["review-status"]) > FOUND
    assert job.steps[COMMENT].outcome == "success"
    assert "::warning" not in job.steps[COMMENT].output
    assert canaries(tmp_path) == []


def test_names_in_a_change_are_names_and_nothing_else(tmp_path: Path) -> None:
    paths = [f"controls/{text}.yaml" for text in HOSTILE]
    forge = github(
        tmp_path,
        FAULT,
        branch="$(touch${IFS}canary)`touch${IFS}canary`'\";touch${IFS}canary;",
        more=dict.fromkeys(paths, BROKEN),
    )
    forge.title = "".join(HOSTILE)
    job = forge.job()
    assert (job.outputs["status"], job.outputs["review-status"]) == ("1", "1")
    commands = [line for line in job.log.splitlines() if line.lstrip().startswith("::")]
    assert {line.split(" ")[0] for line in commands} <= {"::error", "::group::All", "::endgroup::"}
    (comment,) = forge.comments()
    assert "touch canary" in comment
    assert canaries(tmp_path) == []


def test_modules_of_the_work_tree_are_not_imported(tmp_path: Path) -> None:
    sting = f"open({str(tmp_path / 'canary')!r}, 'a').write(__name__)\n"
    forge = github(tmp_path, SHORTER, more={f"{name}.py": sting for name in TAKEN})
    # What the program needs is borrowed from the environment of the tests: no network is needed.
    borrowed = {"PYTHONPATH": sysconfig.get_path("purelib"), "PIP_NO_BUILD_ISOLATION": "0"}
    alone = dict.fromkeys(("PIP_NO_INDEX", "PIP_NO_DEPS", "PIP_NO_COMPILE"), "1")
    forge.variables = {**borrowed, **alone}
    job = forge.job(sys.executable)
    assert job.passed, job.log
    assert canaries(tmp_path) == []
    assert "P1Y → P6M" in job.steps[REVIEW].output
    assert job.steps[CHECK].status == 0
    (folder,) = (tmp_path / "job-0" / "temp").glob("bio2lint.*/venv")
    assert (folder / "bin/bio2lint").is_file()
    assert len(list(folder.glob("lib/python*/site-packages/bio2lint/policies"))) == 1


@pytest.mark.parametrize("absolute", [False, True])
def test_report_in_the_checkout_is_no_link_out_of_it(tmp_path: Path, *, absolute: bool) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"kept": "x"})
    forge = github(tmp_path, SHORTER)
    (tmp_path / "origin/file.xml").symlink_to(elsewhere / "kept")
    (tmp_path / "origin/folder").symlink_to(elsewhere)
    again(tmp_path / "origin", {})
    for number, (name, status) in enumerate([("file.xml", 0), ("folder/new.xml", USAGE)]):
        workspace = f"{tmp_path}/job-{number}/workspace/"
        job = forge.job(junit=f"{workspace}{name}" if absolute else name, review="false")
        assert job.steps[CHECK].status == status
    assert JUnitXml.fromfile(str(forge.workspaces[0] / "file.xml")).tests
    assert os.listdir(elsewhere) == ["kept"]
    assert (elsewhere / "kept").read_text(encoding="utf-8") == "x"


def test_report_may_lie_outside_of_the_checkout_if_the_workflow_says_so(tmp_path: Path) -> None:
    job = github(tmp_path, SHORTER).job(junit=f"{tmp_path}/new.xml", review="false")
    assert job.passed, job.log
    assert JUnitXml.fromfile(str(tmp_path / "new.xml")).tests
