"""The review for people: each document with what changes in it, and what comes of that."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bio2lint.finding import Text
from bio2lint.report.layout import BOLD, hanging, paint, wrap
from bio2lint.report.safe import visible
from bio2lint.report.words import DISCLAIMER, SEVERITIES, STATUSES
from bio2lint.review import words
from bio2lint.review.change import STRENGTHENS, WEAKENS
from bio2lint.status import OK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.finding import Finding
    from bio2lint.report import Context
    from bio2lint.review import Review
    from bio2lint.review.change import Approval, Change
    from bio2lint.review.show import Revisions

_STYLES = {WEAKENS: "1;31", STRENGTHENS: "1;32"}
_GOOD, _BAD = "1;32", "1;31"
_MOST_REQUIREMENTS = 40


def render(done: Review, context: Context, revisions: Revisions) -> str:  # noqa: ARG001 (people know what they compare)
    """Return a review in lines of at most the width of the context."""
    blocks = [
        _head(done, context),
        *_documents(done, context),
        _coverage(done, context),
        *_findings(done, context),
        _approvals(done, context),
        _doubts(done, context),
        _end(done, context),
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def _said(text: Text, context: Context) -> str:
    return visible(text.in_language(context.language))


def _title(text: Text, context: Context) -> str:
    return paint(_said(text, context), BOLD, color=context.color)


def _head(done: Review, context: Context) -> list[str]:
    lines = [
        _title(words.TITLE, context),
        *wrap(_said(words.heading(done), context), context.width),
    ]
    told = words.totals(done) if done.changes else words.NO_CHANGES
    return [*lines, *wrap(_said(told, context), context.width)]


def _documents(done: Review, context: Context) -> Iterator[list[str]]:
    ordered = sorted(done.changes, key=words.group)
    for (_, path, name), changes in groupby(ordered, key=words.group):
        about = name or _said(words.SETTINGS, context)
        head = f"{visible(context.working_path(path))} {visible(about)}"
        lines = [paint(line, BOLD, color=context.color) for line in wrap(head, context.width)]
        for one in changes:
            lines += _change(one, context)
        yield lines


def _change(one: Change, context: Context) -> list[str]:
    sign = words.SIGNS[one.direction]
    first, *rest = hanging(f"  {sign} ", _said(words.what(one), context), context.width)
    style = _STYLES.get(one.direction)
    if style is not None:
        first = first.replace(sign, paint(sign, style, color=context.color), 1)
    return [first, *rest, *hanging("    ", _said(words.why(one), context), context.width)]


def _coverage(done: Review, context: Context) -> list[str]:
    lines = [_title(words.COVERAGE, context)]
    for label, (old, new) in (
        (words.MEASURES, done.coverage.measures),
        (words.CONTROLS, done.coverage.controls),
    ):
        differing = [
            f"{_status(status, context)} {old[status]} → {new[status]}"
            for status in old
            if old[status] != new[status]
        ]
        said = ", ".join(differing) or _said(words.UNCHANGED, context)
        lines += hanging(f"  {_said(label, context)}: ", said, context.width)
    moved = done.coverage.moved
    for one in moved[:_MOST_REQUIREMENTS]:
        was, becomes = (_status(side, context) for side in (one.before, one.after))
        lines.append(f"  {one.number}: {was} → {becomes}")
    return [*lines, *_more(len(moved) - _MOST_REQUIREMENTS, context)]


def _more(number: int, context: Context) -> list[str]:
    if number <= 0:
        return []
    return [f"  {_said(Text(nl=f'en nog {number}', en=f'and {number} more'), context)}"]


def _status(status: str | None, context: Context) -> str:
    return words.NOTHING if status is None else _said(STATUSES[status], context)


def _findings(done: Review, context: Context) -> Iterator[list[str]]:
    new = [
        *_listing(done.findings.new, context),
        *_listing(done.findings.hidden, context, hide=True),
    ]
    if new:
        number = len(done.findings.new) + len(done.findings.hidden)
        yield [_counted(words.NEW, number, context), *new]
    if done.findings.resolved:
        count = len(done.findings.resolved)
        yield [
            _counted(words.RESOLVED, count, context),
            *_listing(done.findings.resolved, context),
        ]
    if done.findings.remaining:
        yield [_counted(words.REMAINING, len(done.findings.remaining), context)]


def _counted(text: Text, number: int, context: Context) -> str:
    return f"{_title(text, context)}: {number}"


def _listing(findings: Iterable[Finding], context: Context, *, hide: bool = False) -> Iterator[str]:
    for one in findings:
        path = visible(context.working_path(one.region.path))
        severity = _said(SEVERITIES[one.severity], context)
        place = f"{path}:{one.region.line}:{one.region.column}"
        note = f" ({_said(words.HIDDEN, context)})" if hide else ""
        yield from hanging("  ", f"{place} {severity} {one.code}{note}", context.width)
        yield from hanging("    ", _said(one.message, context), context.width)


def _approvals(done: Review, context: Context) -> list[str]:
    if not done.approvals:
        return []
    lines = [_title(words.APPROVALS, context)]
    for one in done.approvals:
        lines += hanging("  ", _who(one, context), context.width)
        for reason in one.reasons:
            lines += hanging("    - ", _said(reason, context), context.width)
    return lines


def _who(one: Approval, context: Context) -> str:
    handles = f" ({visible(' '.join(one.handles))})" if one.handles else ""
    asked = words.asked(one)
    return visible(one.role) + handles + (f": {_said(asked, context)}" if asked else "")


def _doubts(done: Review, context: Context) -> list[str]:
    lines = []
    if done.unreadable:
        lines += wrap(f"{_title(words.UNREADABLE, context)}:", context.width)
        for one in done.unreadable:
            side = _said(words.SIDES[one.side], context)
            place = f"{visible(context.working_path(one.path))} ({side})"
            lines += hanging("  ", place, context.width)
    for text in (*done.notes, *done.not_judged):
        lines += wrap(_said(text, context), context.width)
    return lines


def _end(done: Review, context: Context) -> list[str]:
    style = _GOOD if done.status == OK else _BAD
    verdict = wrap(_said(words.verdict(done), context), context.width)
    return [
        *wrap(_said(DISCLAIMER, context), context.width),
        *(paint(line, style, color=context.color) for line in verdict),
    ]
