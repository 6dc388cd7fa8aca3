"""The report for people that counts: how many findings each rule and each owner has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bio2lint.finding import Severity, Text
from bio2lint.report import closing, words
from bio2lint.report.layout import BOLD, columns, paint
from bio2lint.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.engine import Result
    from bio2lint.finding import Finding
    from bio2lint.report import Context

_RULES = Text(nl="Per regel", en="By rule")
_OWNERS = Text(nl="Per eigenaar", en="By owner")
_NOBODY = Text(nl="(geen eigenaar)", en="(no owner)")


def render(result: Result, context: Context) -> str:
    """Return the counts, most findings first, and the summary of the whole."""
    blocks = []
    if result.findings:
        language = context.language
        rules = Counter(_rule(finding, language) for finding in result.findings)
        owners = Counter(_owner(finding, language) for finding in result.findings)
        blocks += [
            _table(_RULES.in_language(language), rules, context),
            _table(_OWNERS.in_language(language), owners, context),
        ]
    blocks.append(closing.lines(result, context))
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def _rule(finding: Finding, language: str) -> tuple[str, ...]:
    return finding.code, words.SEVERITIES[finding.severity].in_language(language), finding.name


def _owner(finding: Finding, language: str) -> tuple[str, ...]:
    severity = Severity(finding.severity)
    owner = visible(finding.owner) if finding.owner else _NOBODY.in_language(language)
    return owner, words.SEVERITIES[severity].in_language(language)


def _table(head: str, counts: Counter[tuple[str, ...]], context: Context) -> list[str]:
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    room = max(len(str(number)) for _, number in rows)
    widths = _widths(cells for cells, _ in rows)
    lines = [
        f"{number:>{room}}  "
        + "  ".join(
            cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)
        ).rstrip()
        for cells, number in rows
    ]
    return [paint(head, BOLD, color=context.color), *lines]


def _widths(rows: Iterable[tuple[str, ...]]) -> list[int]:
    return [max(map(columns, column)) for column in zip(*rows, strict=True)]
