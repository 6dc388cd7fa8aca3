"""The rules in a SARIF report: what each demands, why, and how to mend what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint import rules as known
from bio2lint.finding import Severity, Text
from bio2lint.report.markup import inline
from bio2lint.report.safe import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bio2lint.finding import Finding
    from bio2lint.model import OwnRule
    from bio2lint.repository import Repository
    from bio2lint.rules import Check

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What SARIF calls the severities."""
_LONGEST = 1000
# GitHub takes no more of a rule.
_LONGEST_NAME = 255
_LONGEST_DESCRIPTION = 1024
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_FIX = Text(nl="Herstellen", en="How to fix")
_BAD = Text(nl="Fout", en="Bad")
_GOOD = Text(nl="Goed", en="Good")
_OWN = Text(
    nl="Een regel van de eigen organisatie, uit {}.",
    en="A rule of the organisation's own, from {}.",
)


def rules(
    findings: Iterable[Finding], repository: Repository, language: str
) -> list[dict[str, Any]]:
    """Return the rules of the findings, ordered by code."""
    of_code = {finding.code: finding for finding in findings}
    ours = {check.rule.code: check for check in known.load()}
    own = {rule.code: rule for rule in repository.rules if isinstance(rule.code, str)}
    described = []
    for code, finding in sorted(of_code.items()):
        if code in ours:
            described.append(_ours(ours[code], language))
        else:
            described.append(_own(finding, own.get(code), language))
    return described


def _ours(check: Check, language: str) -> dict[str, Any]:
    rule, docs = check.rule, check.docs
    why, fix = docs.why.in_language(language), docs.fix.in_language(language)
    head, bad, good = (text.in_language(language) for text in (_FIX, _BAD, _GOOD))
    text = [why, f"{head}: {fix}", *_plain(bad, docs.bad), *_plain(good, docs.good)]
    markdown = [why, f"**{head}.** {fix}", *_fenced(bad, docs.bad), *_fenced(good, docs.good)]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary.in_language(language)},
        "fullDescription": {"text": why},
        "help": {"text": "\n\n".join(text), "markdown": "\n\n".join(markdown)},
        "helpUri": rule.url,
        **_graded(rule.severity, check.group),
    }


def _own(finding: Finding, record: OwnRule | None, language: str) -> dict[str, Any]:
    """Return a rule of the organisation's own; its page is a file, which is no address."""
    title = str(record.title) if record and isinstance(record.title, str) else finding.name
    from_, path = _OWN.in_language(language), shortened(finding.url, _LONGEST)
    title = shortened(title, _LONGEST)
    described = shortened(visible(title), _LONGEST_DESCRIPTION)
    return {
        "id": finding.code,
        "name": shortened(visible(finding.name), _LONGEST_NAME),
        "shortDescription": {"text": described},
        "fullDescription": {"text": described},
        "help": {
            "text": f"{visible(title)}\n\n{from_.format(visible(path))}",
            "markdown": f"{inline(title)}\n\n{from_.format(inline(path))}",
        },
        **_graded(finding.severity, "own"),
    }


def _graded(severity: Severity, group: str) -> dict[str, Any]:
    return {
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": ["BIO2", group],
            "precision": "very-high",
            "problem.severity": _PROBLEM[severity],
        },
    }


def _plain(head: str, files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        yield f"{head}, {path}:\n{text.rstrip()}"


def _fenced(head: str, files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        kind = "yaml" if path.endswith(".yaml") else "markdown"
        yield f"**{head}**, `{path}`:\n\n```{kind}\n{text.rstrip()}\n```"
