"""What `check` does by itself within a job of GitHub Actions: its format, and the job summary."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bio2lint import files, report
from bio2lint.cli import terminal
from bio2lint.finding import Text

if TYPE_CHECKING:
    from bio2lint.engine import Result
    from bio2lint.report import Context

AUTO = "auto"
_LARGEST_SUMMARY = 1 << 20
"""Bytes; of a step that writes more, GitHub shows no summary at all."""


def chosen(format_: str) -> str:
    """Return the format that is meant by `auto`: `github` in GitHub Actions, elsewhere `text`.

    A job of GitLab shows its output as it is; what GitLab itself reads are files.
    """
    if format_ != AUTO:
        return format_
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def summarise(format_: str, result: Result, context: Context) -> None:
    """Add the report to the summary of the job, if the format is `github` and there is one.

    Refused (status 2) when that cannot be written. One that has no room for it is only mentioned:
    the same step may have filled it with something else.
    """
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if format_ != "github" or not file:
        return
    text = report.render("markdown", result, context) + "\n"
    if not files.append(file, text, _LARGEST_SUMMARY):
        full = Text(
            nl="De samenvatting van deze stap is vol; dit rapport staat er niet in.",
            en="The summary of this step is full; it does not have this report.",
        )
        terminal.complain(full, context.language)
