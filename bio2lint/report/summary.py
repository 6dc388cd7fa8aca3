"""What a report says of the whole: how many findings, which statuses, what could not be judged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import numbers
from bio2lint.coverage import tally
from bio2lint.norm import NEWEST

if TYPE_CHECKING:
    from bio2lint.engine import Result
    from bio2lint.finding import Severity


class Summary(NamedTuple):
    """The figures of one result.

    `measures` and `controls` say how many requirements have each status; `unknown` are the numbers
    whose status is not known. `superseded_by` is the edition that has replaced the one used.
    `suppressed` findings are silenced by a comment, `known` ones are held back by the baseline.
    """

    documents: int
    severities: Counter[Severity]
    fixable: int
    held_back: int
    measures: dict[str, int]
    controls: dict[str, int]
    unknown: tuple[str, ...]
    superseded_by: str | None
    suppressed: int
    known: int


def summarise(result: Result) -> Summary:
    """Return the figures of a result: findings as they are listed, statuses of the whole norm."""
    covered = result.coverage.values()
    edition = result.norm.edition
    old = numbers.order(edition) < numbers.order(NEWEST)
    return Summary(
        documents=len(result.documents),
        severities=Counter(finding.severity for finding in result.findings),
        fixable=sum(finding.fixable for finding in result.findings),
        held_back=sum(result.held_back.values()),
        measures=tally(c for c in covered if numbers.is_measure(c.number)),
        controls=tally(c for c in covered if not numbers.is_measure(c.number)),
        unknown=tuple(c.number for c in covered if c.status == "unknown"),
        superseded_by=NEWEST if old else None,
        suppressed=len(result.silenced),
        known=result.baseline.held if result.baseline else 0,
    )
