"""The findings of both sides held against each other: new, resolved, still there."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import decisions
from bio2lint.settings import FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

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


def compare(
    old: Result,
    new: Result,
    strict: Result | None,
    of_change: OfChange,
    renamed: Mapping[str, str],
) -> Findings:
    """Return how the findings of two checks differ; one that only moved remains.

    `renamed` has the new id of each document that only got another one, by the old. `strict` is
    the check of what there is after the change by the settings before it, None where
    both judge alike. What is merely silenced or hidden after the change is not resolved, and what
    the baseline held back is not new; what it holds back on both sides is not told.
    """
    before = everything(old)
    unseen = everything(new)
    if strict is not None:
        unseen += everything(strict)
    known_then, known_now = _ways_to_know(old, new, renamed)
    was = set(map(known_then, before))
    shown = set(map(known_now, new.findings))
    there = shown | set(map(known_now, unseen))
    held = set(map(known_then, old.held)) & set(map(known_now, new.held))
    hidden = [one for one in (strict.findings if strict else ()) if known_now(one) not in shown]
    return Findings(
        new=(*(f for f in new.findings if known_now(f) not in was), *of_change.findings),
        resolved=tuple(f for f in before if known_then(f) not in there),
        remaining=tuple(f for f in before if known_then(f) in there - held),
        hidden=(*(f for f in hidden if known_now(f) not in was), *of_change.hidden),
    )


def silenced_anew(
    old: Result, new: Result, renamed: Mapping[str, str]
) -> frozenset[tuple[str, int, str]]:
    """Return where comments silence findings that were not there before: path, line and code."""
    known_then, known_now = _ways_to_know(old, new, renamed)
    was = set(map(known_then, everything(old)))
    anew = (one.finding for one in new.silenced if known_now(one.finding) not in was)
    return frozenset((one.region.path, one.region.line, one.code) for one in anew)


def fingerprints(old: Result, new: Result, renamed: Mapping[str, str]) -> dict[str, Finding]:
    """Return what each finding became whose document only got another id, by its fingerprint."""
    known_then, known_now = _ways_to_know(old, new, renamed)
    then = [one for one in everything(old) if one.document in renamed]
    by_what_is_known = {known_now(one): one for one in everything(new)} if then else {}
    became = ((one.fingerprint, by_what_is_known.get(known_then(one))) for one in then)
    return {fingerprint: one for fingerprint, one in became if one is not None}


def everything(result: Result) -> list[Finding]:
    """Return the findings of a check, those that a comment or the baseline keeps out included."""
    return [*result.findings, *(one.finding for one in result.silenced), *result.held]


def _ways_to_know(
    old: Result, new: Result, renamed: Mapping[str, str]
) -> tuple[Callable[[Finding], object], Callable[[Finding], object]]:
    """Return what tells of a finding before and of one after what they are known by."""
    migrates = old.norm.edition != new.norm.edition
    then = partial(_across_editions, old, new) if migrates else _known_by
    now = partial(_across_editions, new, new) if migrates else _known_by
    names = frozenset(renamed.values())
    return partial(_by_new_name, then, renamed), partial(_by_name, now, names)


def _by_new_name(
    known_by: Callable[[Finding], object], renamed: Mapping[str, str], one: Finding
) -> object:
    """Return what a finding of before is known by; in what is renamed, by its new name."""
    name = renamed.get(one.document or "")
    if name is None:
        return known_by(one)
    of_old = re.compile(rf"(?<![\w.-]){re.escape(one.document or '')}(?![\w-])")
    message = one.message._replace(en=of_old.sub(name, one.message.en))
    return _by_name(known_by, {name}, one._replace(document=name, message=message))


def _by_name(known_by: Callable[[Finding], object], names: Container[str], one: Finding) -> object:
    """Return what a finding is known by; in what is renamed not by its fingerprint, which changed.

    Nothing else in such a document differs, so all of it stands where it stood.
    """
    if one.document is None or one.document not in names:
        return known_by(one)
    return one.code, one.document, one.pointer, one.requirements, one.message.en


def _across_editions(own: Result, new: Result, one: Finding) -> tuple[object, ...]:
    """Return what a finding is known by where a number may have become another."""
    if not one.requirements:
        return _known_by(one)
    today = (decisions.today(own.repository, new.repository, n) or n for n in one.requirements)
    return one.code, one.document or one.region.path, frozenset(today)


def _known_by(one: Finding) -> tuple[object, ...]:
    """Return what a finding is known by: its fingerprint, in which repeats are counted.

    What is about the administration as a whole stands at the `norm` of the settings, be it there or
    not: pinning the edition makes no such finding another.
    """
    if one.document is None and one.region.path == FILE:
        return one.code, one.requirements, one.message
    return one.code, one.fingerprint
