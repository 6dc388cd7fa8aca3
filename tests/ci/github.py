"""One repository of GitHub with a pull request, a runner for its jobs, and a `gh` that it has."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import composite
from checkouts import environment, executable, fetched, origin, python
from program import ROOT, git

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ACTION = ROOT / "action.yml"
REPOSITORY = "lindemeer/administratie"
MARKER = "<!-- bio2lint:review -->"
INSTALL = "Install bio2lint"
CHECK = "Check the administration"
REVIEW = "Review the pull request"
COMMENT = "Comment on the pull request"
SCANNING = "Upload to code scanning"
KEEP = "Keep the reports"


@dataclass
class GitHub:
    """A repository with pull request 7 from the repository `head`; `depth` is that of a clone."""

    folder: Path
    source: Path
    branch: str
    head: str | None = REPOSITORY
    title: str = "Een wijziging"
    event: str = "pull_request"
    depth: int = 0
    variables: dict[str, str] = field(default_factory=dict)
    workspaces: list[Path] = field(default_factory=list)

    def held(self) -> Any:
        """Return the comments, and what `gh` was asked."""
        return json.loads((self.folder / "state.json").read_text(encoding="utf-8"))

    def set(self, **values: Any) -> None:
        """Change what is held."""
        state = json.dumps({**self.held(), **values})
        (self.folder / "state.json").write_text(state, encoding="utf-8")

    def comments(self) -> list[str]:
        """Return the texts of the comments."""
        return [one["body"] for one in self.held()["comments"]]

    def job(self, python: str | None = None, **inputs: str) -> composite.Job:
        """Run the action in a fresh checkout; `python` is the one that is set up for it."""
        ref = "refs/pull/7/merge" if self.event == "pull_request" else "refs/heads/main"
        folder = self.folder / f"job-{len(self.workspaces)}"
        (folder / "temp").mkdir(parents=True)
        workspace = fetched(self.source, folder / "workspace", ref, depth=self.depth)
        self.workspaces.append(workspace)
        event = self._event(ref)
        github = {
            "event_name": self.event,
            "event": event,
            "repository": REPOSITORY,
            "token": "ghs-of-a-test",
        }
        (folder / "event.json").write_text(json.dumps(event), encoding="utf-8")
        return composite.run(
            ACTION,
            {name.replace("_", "-"): value for name, value in inputs.items()},
            github,
            self._environment(folder, ref),
            {"python": {"python-path": python or str(self.folder / "programs" / "python3")}},
        )

    def _event(self, ref: str) -> dict[str, Any]:
        if self.event != "pull_request":
            return {"ref": ref}
        repository = {"full_name": self.head} if self.head else None
        head = {"ref": self.branch, "repo": repository}
        return {"number": 7, "pull_request": {"number": 7, "title": self.title, "head": head}}

    def _environment(self, folder: Path, ref: str) -> dict[str, str]:
        workspace = self.workspaces[-1]
        asked = {"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": self.branch}
        return {
            **environment(self.folder / "programs", workspace),
            **(asked if self.event == "pull_request" else {}),
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_EVENT_NAME": self.event,
            "GITHUB_EVENT_PATH": str(folder / "event.json"),
            "GITHUB_REF": ref,
            "GITHUB_SHA": git(workspace, "rev-parse", "HEAD"),
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(folder / "temp"),
            **self.variables,
        }


def github(folder: Path, change: Mapping[str, str], **how: Any) -> GitHub:
    """Return a repository with a pull request that makes a change, as `checkouts.origin` does."""
    programs = folder / "programs"
    python(programs)
    fake = f"exec '{sys.executable}' '{ROOT}/tests/ci/fake_gh.py' '{folder}/state.json' \"$@\"\n"
    executable(programs / "gh", f"#!/bin/sh\n{fake}")
    state = {"repository": REPOSITORY, "number": 7, "comments": [], "calls": [], "tokens": []}
    (folder / "state.json").write_text(json.dumps({**state, "denied": False}), encoding="utf-8")
    source = origin(folder / "origin", change, **how)
    return GitHub(folder, source, branch=how.get("branch", "change"))
