"""A line a finding, to search in and to count: `path:line:column: CODE message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.report.safe import visible

if TYPE_CHECKING:
    from bio2lint.engine import Result
    from bio2lint.finding import Finding
    from bio2lint.report import Context


def render(result: Result, context: Context) -> str:
    """Return one line for each finding and nothing else; empty when there are none."""
    return "".join(f"{_line(finding, context)}\n" for finding in result.findings)


def _line(finding: Finding, context: Context) -> str:
    region = finding.region
    path = visible(context.working_path(region.path))
    message = visible(finding.message.in_language(context.language))
    return f"{path}:{region.line}:{region.column}: {finding.code} {message}"
