"""The components do their work in jobs as GitLab's runner gives them."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import gitlab_job
import pytest
from checkouts import (
    FAULT,
    HOSTILE,
    LONGER,
    NEW_FAULT,
    OF_ANOTHER,
    SHORTER,
    again,
    canaries,
    environment,
    fetched,
    origin,
    python,
)
from gitlab_api import ME, SOMEBODY, TOKEN, Forge, serving
from junitparser import JUnitXml
from program import BROKEN, ROOT

from bio2lint.status import FOUND, OK, USAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CHECK, REVIEW = ROOT / "templates" / "check.yml", ROOT / "templates" / "review.yml"
MARKER = "<!-- bio2lint:review -->"
needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


@pytest.fixture
def forge() -> Iterator[Forge]:
    with serving() as forge:
        yield forge


@dataclass
class GitLab:
    """A project with merge request 5, and a runner for its jobs."""

    folder: Path
    forge: Forge
    branch: str = "change"
    token: str = TOKEN
    depth: int = 0
    shell: str = "bash"
    variables: dict[str, str] = field(default_factory=dict)
    workspaces: list[Path] = field(default_factory=list)

    def job(self, template: Path, **inputs: str) -> tuple[int, str]:
        """Run a component in a fresh checkout; return its status and its log."""
        underscored = {name.replace("_", "-"): value for name, value in inputs.items()}
        _, content = gitlab_job.job(template, underscored)
        workspace = self.folder / f"job-{len(self.workspaces)}"
        ref = "refs/merge-requests/5/head"
        self.workspaces.append(fetched(self.folder / "origin", workspace, ref, depth=self.depth))
        environ = {
            **environment(self.folder / "programs", workspace),
            "GITLAB_CI": "true",
            "CI_API_V4_URL": self.forge.address,
            "CI_MERGE_REQUEST_IID": "5",
            "CI_MERGE_REQUEST_PROJECT_ID": "1",
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": self.branch,
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
            "CI_MERGE_REQUEST_TITLE": "".join(HOSTILE),
            "CI_PIPELINE_SOURCE": "merge_request_event",
            "CI_PROJECT_DIR": str(workspace),
            "TMPDIR": str(self.folder / "programs"),
        }
        if self.token:
            environ["BIO2LINT_TOKEN"] = self.token
        return gitlab_job.run(content, workspace, environ, self.shell)

    def report(self, name: str) -> str:
        """Return a report that the last job left."""
        return (self.workspaces[-1] / ".bio2lint" / name).read_text(encoding="utf-8")

    def notes(self) -> list[str]:
        return [note["body"] for note in self.forge.notes]


def gitlab(folder: Path, forge: Forge, change: Mapping[str, str], **how: Any) -> GitLab:
    """Return a project with a merge request that makes a change, as `checkouts.origin` does."""
    python(folder / "programs")
    origin(folder / "origin", change, **how)
    return GitLab(folder, forge, branch=how.get("branch", "change"))


@pytest.mark.parametrize(("change", "status"), [(SHORTER, OK), (FAULT, FOUND)])
def test_check_leaves_its_reports_whatever_it_finds(
    tmp_path: Path, forge: Forge, change: Mapping[str, str], status: int
) -> None:
    project = gitlab(tmp_path, forge, change)
    assert project.job(CHECK)[0] == status
    _, content = gitlab_job.job(CHECK, {})
    assert content["artifacts"]["when"] == "always"
    named = content["artifacts"]["reports"]
    workspace = project.workspaces[0]
    assert JUnitXml.fromfile(str(workspace / named["junit"])).failures == status
    quality = json.loads((workspace / named["codequality"]).read_text(encoding="utf-8"))
    assert [one["location"]["path"] for one in quality] == ["controls/alles.yaml"] * status
    assert json.loads(project.report("check.json"))["summary"]["errors"] == status
    assert project.report("check.md").startswith("<!-- bio2lint:check -->")
    assert forge.asked == []


def test_options_reach_the_program(tmp_path: Path, forge: Forge) -> None:
    more = {"map met spaties/controls/nieuw.yaml": NEW_FAULT}
    project = gitlab(tmp_path, forge, SHORTER, root="map met spaties", more=more)
    assert project.job(REVIEW, root="map met spaties")[0] == FOUND
    options = {"root": "map met spaties", "as_of": "2026-11-23", "fail_on": "never", "lang": "nl"}
    status, log = project.job(CHECK, profile="strict", **options)
    assert status == OK
    assert "profiel strict · peildatum 2026-11-23" in log
    findings = json.loads(project.report("check.json"))["findings"]
    assert "controls/nieuw.yaml" in {one["path"] for one in findings}
    status, log = project.job(REVIEW, **options)
    assert status == OK
    assert "peildatum 2026-11-23" in log
    findings = json.loads(project.report("review.json"))["findings"]["new"]
    assert "controls/nieuw.yaml" in {one["path"] for one in findings}


@needs_curl
@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_note_is_made_once_and_then_kept_up_to_date(
    tmp_path: Path, forge: Forge, shell: str
) -> None:
    project = gitlab(tmp_path, forge, SHORTER)
    project.shell = shell
    for number in range(3):
        forge.add(SOMEBODY, f"Opmerking {number}")
    assert project.job(REVIEW)[0] == OK
    again(tmp_path / "origin", {"P6M": "P3M"})
    assert project.job(REVIEW)[0] == OK
    *others, ours = project.notes()
    assert others == [f"Opmerking {number}" for number in range(3)]
    assert ours.startswith(f"{MARKER}\n")
    assert "P1Y → P3M" in ours
    changes = [asked.split("/")[0] for asked in forge.asked if not asked.startswith("GET")]
    assert changes == ["POST ", "PUT "]


@needs_curl
def test_note_of_another_is_left_alone(tmp_path: Path, forge: Forge) -> None:
    project = gitlab(tmp_path, forge, SHORTER)
    project.job(REVIEW)
    planted = forge.notes.pop()["body"]
    forge.add(SOMEBODY, planted)
    project.job(REVIEW)
    assert [note["author"]["id"] for note in forge.notes] == [SOMEBODY, ME]
    assert project.notes() == [planted, planted]


@needs_curl
def test_administrations_of_one_project_have_a_note_each(tmp_path: Path, forge: Forge) -> None:
    project = gitlab(tmp_path, forge, SHORTER, root="gemeente")
    for root in ("gemeente", "./gemeente"):
        assert project.job(REVIEW, root=root)[0] == OK
    assert [body.startswith(MARKER) for body in project.notes()] == [True, True]


@needs_curl
def test_weakening_fails_the_job_and_is_told_all_the_same(tmp_path: Path, forge: Forge) -> None:
    project = gitlab(tmp_path, forge, LONGER)
    status, log = project.job(REVIEW)
    assert status == FOUND
    (note,) = project.notes()
    for told in (note, log, project.report("review.md")):
        assert "P1Y → P2Y" in told
    assert TOKEN not in log
    left = [path for path in (tmp_path / "programs").rglob("*") if path.is_file()]
    assert not [path for path in left if TOKEN.encode() in path.read_bytes()]


def test_without_a_token_the_review_is_in_the_log_and_the_artifacts(
    tmp_path: Path, forge: Forge
) -> None:
    project = gitlab(tmp_path, forge, LONGER)
    project.token = ""
    status, log = project.job(REVIEW)
    assert status == FOUND
    assert "P1Y → P2Y" in log
    assert "No BIO2LINT_TOKEN" in log.replace("\n", " ")
    assert "P1Y → P2Y" in project.report("review.md")
    assert forge.asked == []


@needs_curl
@pytest.mark.parametrize("why", ["read only", "no answer"])
def test_refused_note_leaves_the_verdict(tmp_path: Path, forge: Forge, why: str) -> None:
    project = gitlab(tmp_path, forge, SHORTER)
    forge.denied = why == "read only"
    if why == "no answer":
        forge.address = "http://127.0.0.1:9/api/v4"
    status, log = project.job(REVIEW)
    assert status == OK
    assert "The note was not posted" in log
    assert project.notes() == []


@needs_curl
def test_shallow_clone_is_told_what_to_do(tmp_path: Path, forge: Forge) -> None:
    project = gitlab(tmp_path, forge, SHORTER)
    project.job(REVIEW)
    project.depth = 1
    status, log = project.job(REVIEW)
    assert status == USAGE
    assert "`GIT_DEPTH: 0`" in log
    (note,) = project.notes()
    assert "`GIT_DEPTH: 0`" in note
    assert "P6M" not in note


@needs_curl
def test_what_could_not_be_reviewed_is_told_however_much_there_is_to_say(
    tmp_path: Path, forge: Forge
) -> None:
    settings = f"norm: bio2@1.3\nbaseline: '{OF_ANOTHER}{'é' * 40_000}.yaml'\n"
    project = gitlab(tmp_path, forge, SHORTER, more={"bio2lint.yaml": settings})
    assert project.job(REVIEW)[0] == USAGE
    (note,) = project.notes()
    assert "\n    bio2lint: " in note
    assert len(note) < 2_000
    assert OF_ANOTHER not in note


@needs_curl
@pytest.mark.parametrize("text", HOSTILE)
def test_inputs_are_values_and_nothing_else(tmp_path: Path, forge: Forge, text: str) -> None:
    project = gitlab(tmp_path, forge, SHORTER)
    for template in (CHECK, REVIEW):
        assert project.job(template, root=text, install=text)[0] > FOUND
        installed = (tmp_path / "programs" / "installed").read_text(encoding="utf-8")
        assert installed.endswith(f"\n--\n{text}\n")
    (note,) = project.notes()
    assert "could not review this change" in note
    assert canaries(tmp_path) == []


@needs_curl
def test_what_a_change_holds_is_not_run(tmp_path: Path, forge: Forge) -> None:
    branch = "$(touch${IFS}canary)`touch${IFS}canary`'\";touch${IFS}canary;"
    more = dict.fromkeys((f"controls/{text}.yaml" for text in HOSTILE), BROKEN)
    sting = f"open({str(tmp_path / 'canary')!r}, 'a').write(__name__)\n"
    more |= dict.fromkeys(("json.py", "sitecustomize.py", "venv.py", "pip.py"), sting)
    project = gitlab(tmp_path, forge, FAULT, branch=branch, more=more)
    assert [project.job(template)[0] for template in (CHECK, REVIEW)] == [FOUND, FOUND]
    (note,) = project.notes()
    assert "touch canary" in note
    assert canaries(tmp_path) == []


def test_folder_of_reports_is_no_link_out_of_the_checkout(tmp_path: Path, forge: Forge) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    project = gitlab(tmp_path, forge, SHORTER)
    (tmp_path / "origin" / ".bio2lint").symlink_to(elsewhere)
    again(tmp_path / "origin", {})
    for template in (CHECK, REVIEW):
        project.job(template)
    assert [path.name for path in elsewhere.iterdir()] == ["kept"]


def test_python_of_the_scripts_never_looks_in_the_working_folder() -> None:
    for template in (CHECK, REVIEW):
        _, content = gitlab_job.job(template, {})
        script = "\n".join([*content["before_script"], *content["script"]])
        calls = re.findall(r"""(?:python3|bin/python")\s+(\S+)""", script)
        assert calls
        assert set(calls) == {"-I"}


def test_jobs_run_when_they_are_to() -> None:
    rules = {
        template: [
            (rule["if"], rule.get("when")) for rule in gitlab_job.job(template, {})[1]["rules"]
        ]
        for template in (CHECK, REVIEW)
    }
    assert rules[REVIEW] == [('$CI_PIPELINE_SOURCE == "merge_request_event"', None)]
    assert rules[CHECK][1:] == [
        ("$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS", "never"),
        ("$CI_COMMIT_BRANCH", None),
    ]
