"""What forges read is valid by their schemas, and shell and workflow linters find nothing in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import gitlab_job
import pytest
import yaml
from composite import as_text
from markdown_blocks import ROOT, blocks, file_block

from bio2lint import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BIN = os.path.dirname(sys.executable)
ACTION = ROOT / "action.yml"
TEMPLATES = [ROOT / "templates" / name for name in ("check.yml", "review.yml")]
SCRIPTS = sorted((ROOT / "ci").rglob("*.sh"))
WORKFLOW, PIPELINE = ".github/workflows/bio2lint.yaml", ".gitlab-ci.yml"
PINNED = re.compile(r"uses: \S+/\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# Our own action has no address and no commit yet; whoever pastes the snippet fills in both.
ZIZMOR = "rules:\n  unpinned-uses:\n    config:\n      policies:\n        OWNER/*: ref-pin\n"


def passes(program: str, *arguments: str | Path) -> None:
    done = subprocess.run(
        [os.path.join(BIN, program), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def valid(kind: str, files: Iterable[Path]) -> None:
    """Assert that files fit the schema of a forge; GitLab's own tags are not used here."""
    passes("check-jsonschema", "--builtin-schema", f"vendor.{kind}", *files)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ci_page(language: str, beginning: str) -> list[str]:
    found = [block.text for block in blocks("docs/ci.md") if block.language == language]
    return [text for text in found if text.startswith(beginning)]


def workflows(folder: Path) -> list[Path]:
    """Return every workflow that is shown; steps that the page shows alone in the README's."""
    shown = file_block("README.md", WORKFLOW).text
    begin, found, _ = shown.partition("    steps:\n")
    assert found
    steps = [textwrap.indent(text, "    ") for text in ci_page("yaml", "steps:")]
    before = [textwrap.indent(text, "      ") for text in ci_page("yaml", "- run:")]
    ours = "      - uses: OWNER"
    texts = [
        shown,
        *(begin + text for text in steps),
        *(shown.replace(ours, text + ours) for text in before),
    ]
    assert len(texts) == 3
    return [
        written(folder, f".github/workflows/{number}.yaml", text)
        for number, text in enumerate(texts)
    ]


def pipelines(folder: Path) -> list[Path]:
    texts = [file_block("README.md", PIPELINE).text, *ci_page("yaml", "include:")]
    assert len(texts) == 2
    return [written(folder, f"{number}.yml", text) for number, text in enumerate(texts)]


def table(text: str, header: str) -> list[list[str]]:
    (found,) = re.findall(rf"^\| {header} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in found.splitlines()]


def test_the_action_is_valid() -> None:
    valid("github-actions", [ACTION])


def test_workflows_that_are_shown_are_valid_and_safe(tmp_path: Path) -> None:
    shown = workflows(tmp_path)
    valid("github-workflows", shown)
    config = written(tmp_path, "zizmor.yml", ZIZMOR)
    options = ("--offline", "--quiet", "--no-progress", "--persona=pedantic", "--strict-collection")
    passes("zizmor", *options, "--config", config, *shown, ACTION)


def test_components_and_pipelines_that_are_shown_are_valid(tmp_path: Path) -> None:
    filled = []
    for template in TEMPLATES:
        name, content = gitlab_job.job(template, {})
        filled.append(written(tmp_path, f"{name}.json", gitlab_job.as_json({name: content})))
        spec = gitlab_job.as_json({"spec": {"inputs": gitlab_job.parts(template)[0]}})
        filled.append(written(tmp_path, f"{name}-spec.json", spec))
    valid("gitlab-ci", [*filled, *pipelines(tmp_path)])


def test_scripts_are_sound_shell(tmp_path: Path) -> None:
    assert len(SCRIPTS) == 4
    scripts = list(SCRIPTS)
    for template in TEMPLATES:
        _, content = gitlab_job.job(template, {})
        script = "\n".join([*content["before_script"], *content["script"]])
        scripts.append(written(tmp_path, f"{template.stem}.sh", script))
    # Variables come from the job.
    passes("shellcheck", "--shell=sh", "--exclude=SC2154", *scripts)


def test_no_expression_and_no_input_stands_in_a_script() -> None:
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    scripts = [step["run"] for step in steps if "run" in step]
    scripts += [path.read_text(encoding="utf-8") for path in SCRIPTS]
    for template in TEMPLATES:
        _, jobs = gitlab_job.parts(template)
        (content,) = jobs.values()
        scripts += [*content["before_script"], *content["script"]]
    assert len(scripts) == 13
    for script in scripts:
        assert "${{" not in script
        assert "$[[" not in script


def test_scripts_stop_at_the_first_failure() -> None:
    for path in SCRIPTS:
        assert "\nset -eu\n" in path.read_text(encoding="utf-8"), path


def test_actions_of_others_are_pinned_by_commit_with_their_version() -> None:
    for text in (ACTION.read_text("utf-8"), file_block("README.md", WORKFLOW).text):
        for line in text.splitlines():
            if "uses:" in line and "OWNER/" not in line:
                assert PINNED.search(line), line


def test_the_workflow_asks_for_no_more_than_it_needs() -> None:
    workflow = as_text(file_block("README.md", WORKFLOW).text)
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert set(workflow["on"]) == {"push", "pull_request", "schedule"}
    checkout = job["steps"][0]["with"]
    assert checkout == {"fetch-depth": "0", "persist-credentials": "false"}


def uses(folder: Path) -> list[dict[str, Any]]:
    """Return the inputs that the shown workflows give to the action."""
    found = []
    for path in workflows(folder):
        for job in as_text(path.read_text("utf-8"))["jobs"].values():
            for step in job["steps"]:
                if step.get("uses", "").startswith("OWNER/"):
                    assert step["uses"] == f"OWNER/bio2lint@v{__version__}"
                    found.append(step.get("with", {}))
    return found


def test_shown_workflows_use_inputs_that_there_are(tmp_path: Path) -> None:
    declared = as_text(ACTION.read_text("utf-8"))["inputs"]
    used = uses(tmp_path)
    assert len(used) == 4
    assert set().union(*used) <= set(declared)


def test_shown_pipelines_use_components_and_inputs_that_there_are(tmp_path: Path) -> None:
    used = 0
    for path in pipelines(tmp_path):
        for include in as_text(path.read_text("utf-8"))["include"]:
            address, version = include["component"].split("@")
            server, name = address.rsplit("/", 1)
            assert (server, version) == ("$CI_SERVER_FQDN/OWNER/bio2lint", f"v{__version__}")
            declared, _ = gitlab_job.parts(ROOT / "templates" / f"{name}.yml")
            assert set(include.get("inputs", {})) <= set(declared)
            used += 1
    assert used == 3


def test_every_input_and_output_of_the_action_is_explained() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    action = as_text(ACTION.read_text("utf-8"))
    rows = {row[0].strip("`"): row[1] for row in table(text, "input")}
    assert list(rows) == list(action["inputs"])
    for name, one in action["inputs"].items():
        if "`" in rows[name]:
            assert rows[name] == f"`{one['default']}`"
        else:
            assert one["default"] in ("", "${{ github.token }}")
    (outputs,) = re.findall(r"^Outputs: (.*)$", text, re.MULTILINE)
    assert set(re.findall(r"`([^`]+)`", outputs)) == set(action["outputs"])


def test_every_input_of_the_components_is_explained() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (said,) = re.findall(r"^Both components take (.*?)\. ", text, re.MULTILINE)
    both, _, more = said.partition(";")
    check, review = ([*gitlab_job.parts(template)[0]] for template in TEMPLATES)
    named = re.findall(r"`([^`]+)`", both)
    assert set(named) == set(review)
    assert set(check) - set(review) == set(re.findall(r"`([^`]+)`", more)) - {"check"}


@pytest.mark.parametrize("template", TEMPLATES, ids=["check", "review"])
def test_components_install_this_version(template: Path) -> None:
    declared, _ = gitlab_job.parts(template)
    assert declared["install"]["default"].endswith(f".git@v{__version__}")


def test_both_forges_hand_on_the_same_options() -> None:
    def options(script: str) -> set[str]:
        return set(re.findall(r'"(--[a-z-]+)=\$BIO2LINT', script))

    for name, template in (("check", TEMPLATES[0]), ("review", TEMPLATES[1])):
        script = (ROOT / "ci" / "github" / f"{name}.sh").read_text(encoding="utf-8")
        _, content = gitlab_job.job(template, {})
        assert options(script) == options("\n".join(content["script"]))
        assert {"--root", "--fail-on", "--as-of", "--lang"} <= options(script)


def test_links_of_the_page_lead_somewhere() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https://)([^)#]+)(?:#([^)]+))?\)", text)
    assert links
    for path, anchor in links:
        assert (ROOT / "docs" / path).exists(), path
        if anchor:
            titles = re.findall(
                r"^#+ (.*)$", (ROOT / "docs" / path).read_text("utf-8"), re.MULTILINE
            )
            assert anchor in {title.lower().replace(" ", "-") for title in titles}, anchor


def test_the_reports_that_are_explained_are_those_that_are_written() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    explained = {row[0].strip("`") for row in table(text, "file")}
    written_by = [path.read_text(encoding="utf-8") for path in SCRIPTS]
    for template in TEMPLATES:
        written_by += gitlab_job.job(template, {})[1]["script"]
    reports = re.findall(r"[\w.-]+\.(?:xml|json|sarif|md)\b", "\n".join(written_by))
    # What the scripts make for themselves is no report.
    assert set(reports) - {"note.md"} == explained
