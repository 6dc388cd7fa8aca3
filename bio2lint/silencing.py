"""Findings that a comment silences, and comments that silence nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint.rules.structure import suppression_invalid
from bio2lint.rules.structure._refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Finding, Found
    from bio2lint.suppression import Suppression


class Silenced(NamedTuple):
    """A finding that a comment keeps out of the report, with what the comment says."""

    finding: Finding
    until: date
    reason: str


class Sorted(NamedTuple):
    """Findings told apart: those that stand, those that are silenced, and idle comments."""

    standing: list[Finding]
    silenced: list[Silenced]
    idle: list[Found]


def silence(
    findings: Iterable[Finding],
    documents: Iterable[Document],
    as_of: date,
    judged: Callable[[str], bool],
) -> Sorted:
    """Take out the findings that valid comments on their lines name.

    `judged` tells whether the rule of a code looked everywhere: only of such a rule it can be said
    that a comment silences nothing.
    """
    comments = {
        (document.path, one.line, code): (document, one)
        for document in documents
        for one in document.suppressions
        if not document.is_settings and one.holds(as_of)
        for code in one.codes
        if refusal(code) is None
    }
    standing: list[Finding] = []
    silenced: list[Silenced] = []
    used: set[tuple[str, int, str]] = set()
    for finding in findings:
        at = finding.region.path, finding.region.line, finding.code
        if at in comments:
            used.add(at)
            silenced.append(_silenced(finding, comments[at][1]))
        else:
            standing.append(finding)
    idle = [
        suppression_invalid.unused(document, one, code)
        for (path, line, code), (document, one) in comments.items()
        if (path, line, code) not in used and judged(code)
    ]
    return Sorted(standing, silenced, idle)


def _silenced(finding: Finding, one: Suppression) -> Silenced:
    assert one.until is not None  # noqa: S101 (a comment without an end does not hold)
    return Silenced(finding, one.until, one.reason)
