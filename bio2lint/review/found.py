"""The findings of both sides held against each other: new, resolved, still there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint.settings import FILE

if TYPE_CHECKING:
    from bio2lint.engine import Result
    from bio2lint.finding import Finding
    from bio2lint.review.change_rules import OfChange


class Findings(NamedTuple):
    """What a change does to the findings.

    `hidden` are new ones that only the settings before the change would show.
    """

    new: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()
    remaining: tuple[Finding, ...] = ()
    hidden: tuple[Finding, ...] = ()


def compare(old: Result, new: Result, strict: Result | None, of_change: OfChange) -> Findings:
    """Return how the findings of two checks differ; one that only moved remains.

    `strict` is the check of what there is after the change by the settings before it, None where
    both judge alike. What is merely silenced or hidden after the change is not resolved.
    """
    before = [*old.findings, *(one.finding for one in old.silenced)]
    unseen = [one.finding for one in new.silenced]
    if strict is not None:
        unseen += [*strict.findings, *(one.finding for one in strict.silenced)]
    was = set(map(_known_by, before))
    shown = set(map(_known_by, new.findings))
    there = shown | set(map(_known_by, unseen))
    hidden = [one for one in (strict.findings if strict else ()) if _known_by(one) not in shown]
    return Findings(
        new=(*(f for f in new.findings if _known_by(f) not in was), *of_change.findings),
        resolved=tuple(f for f in before if _known_by(f) not in there),
        remaining=tuple(f for f in before if _known_by(f) in there),
        hidden=(*(f for f in hidden if _known_by(f) not in was), *of_change.hidden),
    )


def _known_by(one: Finding) -> tuple[object, ...]:
    """Return what a finding is known by: its fingerprint, in which repeats are counted.

    What is about the administration as a whole stands at the `norm` of the settings, be it there or
    not: pinning the edition makes no such finding another.
    """
    if one.document is None and one.region.path == FILE:
        return one.code, one.requirements, one.message
    return one.code, one.fingerprint
