"""The action does its work in a job as GitHub's runner gives it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from checkouts import FAULT, LONGER, NEW_FAULT, OF_ANOTHER, SHORTER, again
from github import CHECK, COMMENT, INSTALL, KEEP, MARKER, REVIEW, SCANNING, github
from junitparser import JUnitXml
from program import write

from bio2lint.status import FOUND, OK, USAGE

if TYPE_CHECKING:
    from pathlib import Path


def test_sound_change_passes_and_leaves_every_report(tmp_path: Path) -> None:
    forge = github(tmp_path, SHORTER)
    job = forge.job(sarif="true", junit="junit-here.xml")
    assert job.passed, job.log
    assert (job.outputs["status"], job.outputs["review-status"]) == ("0", "0")
    with open(job.outputs["sarif"], encoding="utf-8") as stream:
        assert json.load(stream)["version"] == "2.1.0"
    assert JUnitXml.fromfile(job.outputs["junit"]).failures == 0
    assert JUnitXml.fromfile(str(forge.workspaces[0] / "junit-here.xml")).failures == 0
    assert "review.interval" in job.steps[REVIEW].output
    assert "<!-- bio2lint:check -->" in job.steps[CHECK].summary
    assert job.steps[REVIEW].summary.startswith(MARKER)
    assert job.steps[SCANNING].given == {
        "sarif_file": job.outputs["sarif"],
        "category": "bio2lint:",
    }
    assert job.steps[KEEP].given["name"] == "bio2lint"
    kept = job.steps[KEEP].given["path"]
    assert kept == job.outputs["reports"]
    assert sorted(os.listdir(kept)) == [
        "bio2lint.sarif",
        "check.json",
        "check.md",
        "junit.xml",
        "review.json",
        "review.md",
    ]


def test_comment_is_made_once_and_then_kept_up_to_date(tmp_path: Path) -> None:
    forge = github(tmp_path, SHORTER)
    forge.job(check="false")
    (first,) = forge.comments()
    assert first.startswith(f"{MARKER}\n")
    assert "P1Y → P6M" in first
    again(forge.source, {"P6M": "P3M"})
    forge.job(check="false")
    (second,) = forge.comments()
    assert "P1Y → P3M" in second
    assert set(forge.held()["tokens"]) == {"ghs-of-a-test"}


def test_comment_of_another_is_left_alone_and_ours_is_found_behind_many(tmp_path: Path) -> None:
    forge = github(tmp_path, SHORTER)
    forge.job(check="false")
    (ours,) = forge.held()["comments"]
    planted = {"author": "mallory", "body": ours["body"]}
    others = [{"databaseId": number, **planted} for number in range(150)]
    forge.set(comments=[*others, {**ours, "body": ours["body"].replace("P6M", "P9M")}])
    forge.job(check="false")
    held = forge.held()["comments"]
    assert held == [*others, ours]


def test_administrations_of_one_repository_have_a_comment_each(tmp_path: Path) -> None:
    forge = github(tmp_path, SHORTER, root="gemeente")
    for root in ("gemeente", "./gemeente"):
        assert forge.job(root=root, check="false").passed
    assert [body.startswith(MARKER) for body in forge.comments()] == [True, True]


def test_weakening_fails_the_job_and_is_told_all_the_same(tmp_path: Path) -> None:
    forge = github(tmp_path, LONGER)
    job = forge.job(sarif="true")
    assert not job.passed
    assert (job.outputs["status"], job.outputs["review-status"]) == ("0", str(FOUND))
    assert job.steps[REVIEW].status == FOUND
    assert [job.steps[one].outcome for one in (COMMENT, SCANNING, KEEP)] == ["success"] * 3
    (comment,) = forge.comments()
    assert "P1Y → P2Y" in comment


def test_fault_fails_the_job_after_every_report(tmp_path: Path) -> None:
    forge = github(tmp_path, FAULT)
    job = forge.job(sarif="true")
    assert not job.passed
    assert (job.steps[CHECK].status, job.outputs["status"]) == (FOUND, "1")
    assert "::error file=controls/alles.yaml,line=5," in job.steps[CHECK].output
    assert "REF006" in job.steps[REVIEW].output
    assert JUnitXml.fromfile(job.outputs["junit"]).failures == 1
    assert [job.steps[one].outcome for one in (COMMENT, SCANNING, KEEP)] == ["success"] * 3


def test_options_reach_the_program(tmp_path: Path) -> None:
    more = {"map met spaties/controls/nieuw.yaml": NEW_FAULT}
    forge = github(tmp_path, SHORTER, root="map met spaties", more=more)
    job = forge.job(
        root="map met spaties", profile="strict", fail_on="never", as_of="2026-11-23", lang="nl"
    )
    assert (job.outputs["status"], job.outputs["review-status"]) == ("0", "0")
    with open(f"{job.outputs['reports']}/check.json", encoding="utf-8") as stream:
        report = json.load(stream)
    assert report["as_of"] == "2026-11-23"
    assert "controls/nieuw.yaml" in {one["path"] for one in report["findings"]}
    assert "profiel strict" in job.steps[CHECK].output
    assert "peildatum 2026-11-23" in job.steps[REVIEW].output


@pytest.mark.parametrize("head", ["mallory/administratie", None], ids=["fork", "deleted fork"])
def test_change_from_a_fork_gets_no_comment_and_no_scanning(tmp_path: Path, head: str) -> None:
    forge = github(tmp_path, SHORTER)
    forge.head = head
    job = forge.job(sarif="true")
    assert job.passed, job.log
    assert forge.held()["calls"] == []
    assert job.steps[COMMENT].output.startswith("::notice title=bio2lint::")
    assert "P1Y → P6M" in job.steps[REVIEW].summary
    assert job.steps[SCANNING].outcome == "skipped"


def test_refused_comment_is_a_warning_and_leaves_the_verdict(tmp_path: Path) -> None:
    forge = github(tmp_path, SHORTER)
    forge.set(denied=True)
    job = forge.job(check="false")
    assert job.passed
    assert "\n::warning title=bio2lint::" in job.steps[COMMENT].output
    assert "pull-requests: write" in job.steps[COMMENT].output


def test_push_is_checked_and_not_reviewed(tmp_path: Path) -> None:
    forge = github(tmp_path, SHORTER)
    forge.event = "push"
    job = forge.job(sarif="true", python_version="")
    assert job.passed
    assert job.outputs["review-status"] == ""
    outcomes = [job.steps[one].outcome for one in (CHECK, REVIEW, COMMENT, SCANNING, KEEP)]
    assert outcomes == ["success", "skipped", "skipped", "success", "success"]


def test_each_part_can_be_left_out(tmp_path: Path) -> None:
    forge = github(tmp_path, LONGER)
    job = forge.job(check="false", comment="false", artifact="", sarif="true")
    outcomes = [job.steps[one].outcome for one in (CHECK, REVIEW, COMMENT, SCANNING, KEEP)]
    assert outcomes == ["skipped", "failure", "skipped", "skipped", "skipped"]
    job = forge.job(review="false", check="false")
    assert job.passed
    assert (job.steps[REVIEW].outcome, job.steps[COMMENT].outcome) == ("skipped", "skipped")


@pytest.mark.parametrize("switch", ["check", "review", "comment", "sarif"])
def test_misspelled_switch_is_refused_and_turns_nothing_off(tmp_path: Path, switch: str) -> None:
    forge = github(tmp_path, SHORTER)
    job = forge.job(**{switch: "yes"})
    assert not job.passed
    assert job.steps[INSTALL].status == USAGE
    assert f"::error title=bio2lint::De invoer {switch} is true noch false." in job.log
    assert forge.held()["calls"] == []


def test_shallow_clone_is_told_what_to_do_in_the_comment_too(tmp_path: Path) -> None:
    forge = github(tmp_path, SHORTER)
    forge.job(check="false")
    forge.depth = 1
    job = forge.job()
    assert (job.steps[CHECK].status, job.steps[REVIEW].status) == (OK, USAGE)
    lines = job.steps[REVIEW].output.splitlines()
    assert [line[:25] for line in lines] == ["::error title=bio2lint::b"]
    assert "`fetch-depth: 0`" in lines[0]
    # What was said of an earlier commit would otherwise stand as if it were about this one.
    (comment,) = forge.comments()
    assert "## ❌" in comment
    assert "\n    bio2lint: " in comment
    assert "`fetch-depth: 0`" in comment
    assert "P6M" not in comment


def test_what_could_not_be_reviewed_is_told_however_much_there_is_to_say(tmp_path: Path) -> None:
    forge = github(tmp_path, SHORTER)
    forge.job(check="false")
    settings = f"norm: bio2@1.3\nbaseline: '{OF_ANOTHER}{'é' * 40_000}.yaml'\n"
    write(tmp_path / "origin", {"bio2lint.yaml": settings})
    again(tmp_path / "origin", {})
    job = forge.job(check="false")
    assert (job.steps[REVIEW].status, job.steps[COMMENT].output) == (USAGE, "")
    (comment,) = forge.comments()
    assert "\n    bio2lint: " in comment
    assert "P6M" not in comment
    assert len(comment) < 2_000
    assert OF_ANOTHER not in comment
