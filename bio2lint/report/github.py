"""The report in a job of GitHub Actions: annotations, and a log that names everything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bio2lint.finding import Severity, Text
from bio2lint.report import closing, concise, words
from bio2lint.report.safe import shortened, visible
from bio2lint.report.words import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.engine import Result
    from bio2lint.finding import Finding, Region
    from bio2lint.report import Context

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The runner shows ten annotations of each kind of one step; the last notice tells of the others.
_SHOWN = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.INFO: 9}
_LONGEST = 1000
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
_ALL = Text(nl="Alle bevindingen", en="All findings")


def render(result: Result, context: Context) -> str:
    """Return commands for the runner, the gravest first, then every finding and the summary.

    Paths in annotations are relative to the Git root.
    """
    lines = list(_annotations(result.findings, context))
    if result.findings:
        head = f"{_ALL.in_language(context.language)} ({len(result.findings)})"
        lines += [_command("group", head), concise.render(result, context).rstrip("\n")]
        lines.append(_command("endgroup", ""))
    return "\n".join([*lines, *closing.lines(result, context)]) + "\n"


def _annotations(findings: Iterable[Finding], context: Context) -> Iterable[str]:
    seen: Counter[Severity] = Counter()
    for finding in sorted(findings, key=lambda finding: -finding.severity):
        seen[finding.severity] += 1
        if seen[finding.severity] <= _SHOWN[finding.severity]:
            yield _annotation(finding, context)
    left = {severity: seen[severity] - most for severity, most in _SHOWN.items()}
    if any(number > 0 for number in left.values()):
        yield _command("notice", _others(left).in_language(context.language), title="bio2lint")


def _others(left: dict[Severity, int]) -> Text:
    numbers = [counted(n, *words.FINDINGS[one]) for one, n in left.items() if n > 0]
    number = joined(numbers, ", ")
    return Text(
        nl=f"Niet bij de regels getoond: nog {number.nl}. Het logboek van deze stap noemt alles.",
        en=f"Not shown at their lines: {number.en} more. The log of this step names everything.",
    )


def _annotation(finding: Finding, context: Context) -> str:
    language = context.language
    said = [_short(finding.message.in_language(language))]
    if finding.help is not None:
        help_ = _short(finding.help.in_language(language))
        said.append(f"{words.HELP.in_language(language)}: {help_}")
    return _command(
        _KINDS[finding.severity],
        "\n".join(said),
        file=visible(context.git_path(finding.region.path)),
        **_lines(finding.region),
        title=visible(f"{finding.code} {finding.name}"),
    )


def _lines(region: Region) -> dict[str, str]:
    """Return where a region begins and ends, inclusive; columns only if that is on one line."""
    if region.end_line == region.line:
        last = max(region.column, region.end_column - 1)
        return {
            "line": str(region.line),
            "endLine": str(region.line),
            "col": str(region.column),
            "endColumn": str(last),
        }
    last = region.end_line - (region.end_column == 1)
    return {"line": str(region.line), "endLine": str(last)}


def _short(text: str) -> str:
    return visible(shortened(text, _LONGEST))


def _command(name: str, data: str, **properties: str) -> str:
    """Return a command, escaped as the runner reads it back."""
    listed = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name}{' ' if listed else ''}{listed}::{data.translate(_DATA)}"
