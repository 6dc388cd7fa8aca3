"""The findings of both sides held against each other: new, resolved, still there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.finding import Finding


class Findings(NamedTuple):
    """What a change does to the findings.

    `hidden` are new ones that only the settings before the change would show.
    """

    new: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()
    remaining: tuple[Finding, ...] = ()
    hidden: tuple[Finding, ...] = ()


def compare(
    before: Iterable[Finding],
    after: Iterable[Finding],
    of_change: Iterable[Finding],
    strict: Iterable[Finding],
) -> Findings:
    """Return how findings differ; one that only moved remains, and equal ones are counted.

    `of_change` are those of the change itself, `strict` those by the settings before it.
    """
    before, after = list(before), list(after)
    new, remaining = _apart(after, before)
    resolved, _ = _apart(before, after)
    hidden, _ = _apart(strict, [*before, *after])
    return Findings((*new, *of_change), tuple(resolved), tuple(remaining), tuple(hidden))


def _apart(
    these: Iterable[Finding], those: Iterable[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """Return which of these are not among those, and which are."""
    left = Counter((one.code, one.fingerprint) for one in those)
    apart: list[Finding] = []
    among: list[Finding] = []
    for one in these:
        known_by = one.code, one.fingerprint
        left[known_by] -= 1
        (among if left[known_by] >= 0 else apart).append(one)
    return apart, among
