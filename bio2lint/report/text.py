"""The report for people: each finding with its line of source, and a summary of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Severity
from bio2lint.report import closing, words
from bio2lint.report.excerpt import excerpt
from bio2lint.report.layout import BOLD, columns, hanging, paint, wrap
from bio2lint.report.safe import visible

if TYPE_CHECKING:
    from bio2lint.engine import Result
    from bio2lint.finding import Finding, Region, Text
    from bio2lint.report import Context

_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_UNDERLINED = ";4"


def render(result: Result, context: Context) -> str:
    """Return every finding in the order given, with blank lines between, and the summary."""
    blocks = [_block(finding, context) for finding in result.findings]
    blocks.append(closing.lines(result, context))
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _block(finding: Finding, context: Context) -> list[str]:
    gutter = " " * max(4, len(str(finding.region.line)))
    block = [_head(finding, context)]
    message = visible(finding.message.in_language(context.language))
    if finding.source_line:
        block += _pointed_at(finding, message, gutter, context)
    else:
        block += hanging(f"{gutter} ", message, context.width)
    if finding.help is not None:
        label = f"{gutter} = {words.HELP.in_language(context.language)}: "
        text = visible(finding.help.in_language(context.language))
        block += hanging(label, text, context.width)
    for region, why in finding.related:
        block += _related(region, why, gutter, context)
    return block


def _head(finding: Finding, context: Context) -> str:
    severity = words.SEVERITIES[finding.severity].in_language(context.language)
    return " ".join(
        (
            paint(_place(finding.region, context), BOLD, color=context.color),
            paint(severity, _STYLES[finding.severity], color=context.color),
            paint(finding.code, BOLD, color=context.color),
            finding.name,
        )
    )


def _place(region: Region, context: Context) -> str:
    return f"{visible(context.working_path(region.path))}:{region.line}:{region.column}"


def _pointed_at(finding: Finding, message: str, gutter: str, context: Context) -> list[str]:
    """Return the source line, the carets, and the message beside them or below."""
    room = context.width - len(gutter) - len(" | ")
    before, marked, after = excerpt(finding.source_line, finding.region, room)
    style = _STYLES[finding.severity]
    source = before + paint(marked, style + _UNDERLINED, color=context.color) + after
    carets = "^" * max(1, columns(marked))
    pointing = " " * columns(before) + paint(carets, style, color=context.color)
    block = [
        f"{finding.region.line:>{len(gutter)}} | {source}",
        f"{gutter} | {pointing}",
    ]
    if columns(before) + len(carets) + 1 + columns(message) <= room:
        block[-1] += f" {message}"
        return block
    return [*block, *(f"{gutter} | {line}" for line in wrap(message, room))]


def _related(region: Region, why: Text, gutter: str, context: Context) -> list[str]:
    """Return another place that matters: on one line if it fits, its path whole in any case."""
    at = f"{gutter} = {words.SEE.in_language(context.language)} {_place(region, context)}:"
    text = visible(why.in_language(context.language))
    if columns(at) + 1 + columns(text) <= context.width:
        return [f"{at} {text}"]
    return [at, *hanging(f"{gutter}   ", text, context.width)]
