"""The report as a comment in a pull or merge request: what matters first, the rest folded away."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.coverage import STATUSES
from bio2lint.finding import Severity, Text
from bio2lint.report import closing, words
from bio2lint.report.markup import code, inline, prose
from bio2lint.report.safe import shortened
from bio2lint.report.summary import summarise
from bio2lint.report.words import counted
from bio2lint.status import OK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.engine import Result
    from bio2lint.finding import Finding, Region
    from bio2lint.report import Context
    from bio2lint.report.summary import Summary

MARKER = "<!-- bio2lint:check -->"
"""By which a bot finds its own earlier comment; no document can write it."""

LARGEST = 60_000
"""Characters; GitHub takes 65,536 in a comment."""

_LONGEST = 500
_LONGEST_PATH = 300
_MOST_REMARKS = 20
_ROOM_FOR_REMARKS = 10_000
_MOST_RELATED = 3
_FEW = 10
"""So many findings of the gravest kind need no folding."""

_ONE_LINE = 10**9
_PASSED = Text(nl="geslaagd", en="passed")
_FAILED = Text(nl="niet geslaagd", en="failed")
_LINE = Text(nl="regel", en="line")
_AND = Text(nl="… en nog {}.", en="… and {} more.")
_FINDINGS = Text(nl="bevinding", en="finding"), Text(nl="bevindingen", en="findings")
_REMARKS = Text(nl="opmerking", en="remark"), Text(nl="opmerkingen", en="remarks")


def render(result: Result, context: Context) -> str:
    """Return the report as Markdown of GitHub and GitLab, of at most LARGEST characters.

    Paths are relative to the Git root. What does not fit is counted.
    """
    context = context._replace(working_path=context.git_path, width=_ONE_LINE, color=False)
    summary = summarise(result)
    head = [MARKER, _headline(summary, context), *_table(summary, context)]
    tail = _tail(result, summary, context)
    room = LARGEST - sum(len(block) + 2 for block in (*head, *tail))
    return "\n\n".join([*head, *_listed(result.findings, room, context), *tail]) + "\n"


def _headline(summary: Summary, context: Context) -> str:
    numbers = closing.severities(summary).in_language(context.language)
    if context.fail_on is None and context.status == OK:
        return f"### bio2lint: {numbers}"
    verdict = (_PASSED if context.status == OK else _FAILED).in_language(context.language)
    return f"### bio2lint: {verdict} · {numbers}"


def _table(summary: Summary, context: Context) -> list[str]:
    heads = [words.STATUSES[status].in_language(context.language) for status in STATUSES]
    rows = [["", *heads], ["---", *("---:" for _ in heads)]]
    for name, figures in ((words.MEASURES, summary.measures), (words.CONTROLS, summary.controls)):
        total = f"{name.in_language(context.language)} ({sum(figures.values())})"
        rows.append([total, *(str(figures[status]) for status in STATUSES)])
    return ["\n".join(f"| {' | '.join(row)} |" for row in rows)]


def _tail(result: Result, summary: Summary, context: Context) -> list[str]:
    """Return what was judged by what, and what was not judged."""
    language = context.language
    remarks = _remarks(closing.not_judged(result, summary, context), context)
    heading = closing.heading(result, summary).in_language(language)
    counts = closing.counts(summary, context.hidden).in_language(language)
    norm = [prose(line) for line in closing.norm(result, summary, context)]
    disclaimer = words.DISCLAIMER.in_language(language)
    said = [*(["\n".join(remarks)] if remarks else []), inline(heading), prose(counts), *norm]
    return [*said, f"**{disclaimer}**"]


def _remarks(lines: list[str], context: Context) -> list[str]:
    """Return lines of the closing as a list, and in a list within it what belongs to one."""
    kept: list[str] = []
    for line in lines[:_MOST_REMARKS]:
        indent = "  " if line.startswith("  ") else ""
        item = f"{indent}- {prose(shortened(line, _LONGEST))}"
        if sum(map(len, kept)) + len(item) > _ROOM_FOR_REMARKS:
            break
        kept.append(item)
    left = len(lines) - len(kept)
    return [*kept, f"- {_more(left, _REMARKS, context)}"] if left else kept


def _more(left: int, kind: tuple[Text, Text], context: Context) -> str:
    number = counted(left, *kind).in_language(context.language)
    return _AND.in_language(context.language).format(number)


class _Item(NamedTuple):
    """A finding as it is listed: below the heading of its severity, then that of its file."""

    severity: str
    path: str
    text: str


def _listed(findings: tuple[Finding, ...], room: int, context: Context) -> list[str]:
    """Return the findings in blocks, the gravest first, of at most `room` characters in all."""
    grave = sorted(findings, key=lambda finding: -finding.severity)
    items: list[_Item] = []
    # Room for the count of the others, and for the end of what is folded.
    room -= 100
    for item in _items(grave, context):
        heads = (
            [] if items and items[-1].severity == item.severity else [item.severity, "</details>"]
        )
        if not items or items[-1][:2] != item[:2]:
            heads.append(item.path)
        room -= sum(len(head) + 2 for head in heads) + len(item.text) + 1
        if room < 0:
            break
        items.append(item)
    left = len(findings) - len(items)
    return [*_folded(items), *([_more(left, _FINDINGS, context)] if left else [])]


def _items(findings: list[Finding], context: Context) -> Iterator[_Item]:
    for severity, of_severity in groupby(findings, key=lambda finding: finding.severity):
        grouped = list(of_severity)
        head = counted(len(grouped), *words.FINDINGS[severity]).in_language(context.language)
        shown = severity is Severity.ERROR and len(grouped) <= _FEW
        opening = f"<details{' open' if shown else ''}><summary><b>{head}</b></summary>"
        for finding in grouped:
            yield _Item(opening, _path(finding.region, context), _finding(finding, context))


def _folded(items: list[_Item]) -> Iterator[str]:
    for opening, of_severity in groupby(items, key=lambda item: item.severity):
        yield opening
        for path, of_path in groupby(of_severity, key=lambda item: item.path):
            yield path
            yield "\n".join(item.text for item in of_path)
        yield "</details>"


def _path(region: Region, context: Context) -> str:
    return code(shortened(context.git_path(region.path), _LONGEST_PATH))


def _finding(finding: Finding, context: Context) -> str:
    language = context.language
    rule = inline(shortened(finding.code, _LONGEST))
    if finding.url.startswith("https://"):
        rule = f"[{rule}]({finding.url})"
    message = _short(finding.message, language)
    said = [f"- {_LINE.in_language(language)} {finding.region.line}: {rule} {message}"]
    if finding.help is not None:
        said.append(f"{words.HELP.in_language(language)}: {_short(finding.help, language)}")
    said += [
        f"{words.SEE.in_language(language)} {_path(region, context)}, "
        f"{_LINE.in_language(language)} {region.line}: {_short(why, language)}"
        for region, why in finding.related[:_MOST_RELATED]
    ]
    return "<br>".join(said)


def _short(text: Text, language: str) -> str:
    return prose(shortened(text.in_language(language), _LONGEST))
