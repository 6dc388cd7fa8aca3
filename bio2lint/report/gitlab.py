"""The report for the Code Quality of GitLab, which shows it in a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Severity
from bio2lint.report import identity, words
from bio2lint.report.jsontext import dump
from bio2lint.report.safe import shortened, visible

if TYPE_CHECKING:
    from bio2lint.engine import Result
    from bio2lint.finding import Finding
    from bio2lint.report import Context

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_LONGEST = 1000


def render(result: Result, context: Context) -> str:
    """Return the findings as JSON in the form of Code Climate; paths are from the Git root."""
    return dump([_issue(finding, context) for finding in result.findings])


def _issue(finding: Finding, context: Context) -> dict[str, Any]:
    language, region = context.language, finding.region
    said = [finding.message.in_language(language)]
    if finding.help is not None:
        said.append(f"{words.HELP.in_language(language)}: {finding.help.in_language(language)}")
    description = " ".join(visible(shortened(text, _LONGEST)) for text in said)
    return {
        "description": f"{finding.code}: {description}",
        "check_name": finding.code,
        "fingerprint": identity.in_git(finding, context),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": visible(context.git_path(region.path)),
            "lines": {"begin": region.line, "end": region.end_line},
        },
    }
