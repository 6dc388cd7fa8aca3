"""The review as a comment on a pull request: a verdict, what matters, and details to unfold.

A forge takes a comment up to a size; what does not fit is left out from the end, and counted. Who
must approve, and what could not be read, have their place whatever fills the rest.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.finding import Text
from bio2lint.report.markup import cell, code, inline
from bio2lint.report.safe import shortened
from bio2lint.report.words import DISCLAIMER, SEVERITIES, STATUSES, counted
from bio2lint.review import words
from bio2lint.status import OK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.finding import Finding
    from bio2lint.report import Context
    from bio2lint.review import Review
    from bio2lint.review.change import Approval, Change
    from bio2lint.review.show import Revisions

MARKER = "<!-- bio2lint:review -->"
"""What a bot knows its own comment by."""

LIMIT = 60_000
"""How many code points a comment may have: GitHub refuses more than 65,536."""

_LONGEST = 300
_MOST_HANDLES = 10
_RESERVED = 1_000
_ROWS = Text(nl="regel", en="line"), Text(nl="regels", en="lines")
_CHANGES = Text(nl="wijziging", en="change"), Text(nl="wijzigingen", en="changes")
_UNSUPPORTED = Text(nl="Verzwakking zonder vastgelegd besluit", en="Weakening without a decision")
_WHERE = Text(nl="Waar", en="Where")
_WHAT = Text(nl="Wat verandert", en="What changes")
_WHY = Text(nl="Waarom dat telt", en="Why that matters")
_FINDING = Text(nl="Bevinding", en="Finding")
_MESSAGE = Text(nl="Melding", en="Message")
_STATUS = Text(nl="Stand", en="Status")
_ROLE = Text(nl="Rol", en="Role")
_REASON = Text(nl="Reden", en="Reason")
_DETAILS = Text(nl="Alle wijzigingen per document", en="All changes by document")


class _Section(NamedTuple):
    """A part of the comment: what stands before its rows, the rows, and what stands after.

    `first`: its rows are let in before those of other parts, up to half of the room.
    """

    head: str
    rows: list[str]
    foot: str = ""
    first: bool = False


def render(done: Review, context: Context, revisions: Revisions) -> str:  # noqa: ARG001 (the forge shows these)
    """Return a review as Markdown of at most LIMIT code points."""
    sections = [
        _changes(_UNSUPPORTED, done.unsupported, context),
        _findings(done, context),
        _approvals(done, context),
        _unreadable(done, context),
        _coverage(done, context),
        _resolved(done, context),
        *_details(done, context),
    ]
    head, tail = _head(done, context), _tail(done, context)
    left = LIMIT - len(head) - len(tail) - _RESERVED
    body, left_out = _fitting([one for one in sections if one.rows], left)
    cut = f"\n{_cut(left_out, context)}\n" if left_out else ""
    return head + body + cut + tail


def _fitting(sections: list[_Section], left: int) -> tuple[str, int]:
    """Return the sections that fit into so many code points, and how many rows do not."""
    taken = _room(((i, one) for i, one in enumerate(sections) if one.first), left // 2)
    left -= sum(len(_part(sections[index], number)) for index, number in taken.items())
    taken |= _room(((i, one) for i, one in enumerate(sections) if not one.first), left)
    body = "".join(_part(one, taken[index]) for index, one in enumerate(sections))
    return body, sum(len(one.rows) for one in sections) - sum(taken.values())


def _room(sections: Iterable[tuple[int, _Section]], left: int) -> dict[int, int]:
    """Return how many rows of each section fit: once one does not, nothing after it is taken."""
    taken: dict[int, int] = {}
    full = False
    for index, (head, rows, foot, _) in sections:
        left -= len(head) + len(foot)
        taken[index] = 0
        for row in rows:
            full = full or left < len(row)
            if full:
                break
            left -= len(row)
            taken[index] += 1
    return taken


def _part(section: _Section, number: int) -> str:
    return "".join((section.head, *section.rows[:number], section.foot)) if number else ""


def _said(text: Text, context: Context) -> str:
    return inline(text.in_language(context.language))


def _in_cell(text: Text, context: Context) -> str:
    return cell(shortened(text.in_language(context.language), _LONGEST))


def _head(done: Review, context: Context) -> str:
    sign = "✅" if done.status == OK else "❌"
    lines = [
        MARKER,
        f"## {sign} {_said(words.TITLE, context)}",
        "",
        f"**{_said(words.verdict(done), context)}**",
        "",
        f"{_said(words.totals(done), context)} · {_said(words.heading(done), context)}",
        "",
    ]
    return "\n".join(lines)


def _tail(done: Review, context: Context) -> str:
    lines = [f"> {_in_cell(text, context)}" for text in (*done.notes, *done.not_judged)]
    return "\n".join(["", *lines, "", f"*{_said(DISCLAIMER, context)}*", ""])


def _cut(left_out: int, context: Context) -> str:
    rows = counted(left_out, *_ROWS)
    text = Text(
        nl=f"Ingekort: {rows.nl} passen niet in deze opmerking. Het volledige verslag staat in de "
        "uitvoer van de controle.",
        en=f"Cut short: {rows.en} do not fit in this comment. The full report is in the output of "
        "the check.",
    )
    return f"**{_said(text, context)}**"


def _table(title: Text, columns: tuple[Text, ...], context: Context) -> str:
    heads = " | ".join(_said(column, context) for column in columns)
    rule = " | ".join("---" for _ in columns)
    return f"\n### {_said(title, context)}\n\n| {heads} |\n| {rule} |\n"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _changes(title: Text, changes: Iterable[Change], context: Context) -> _Section:
    rows = [
        _row(
            _where(one, context),
            f"{words.SIGNS[one.direction]} {_in_cell(words.what(one), context)}",
            _in_cell(words.why(one), context),
        )
        for one in changes
    ]
    return _Section(_table(title, (_WHERE, _WHAT, _WHY), context), rows)


def _where(one: Change, context: Context) -> str:
    path = code(shortened(context.git_path(one.path), _LONGEST))
    return path if one.document is None else f"{cell(shortened(one.document, _LONGEST))}<br>{path}"


def _findings(done: Review, context: Context) -> _Section:
    rows = [
        *(_finding(one, context) for one in done.findings.new),
        *(_finding(one, context, hidden=True) for one in done.findings.hidden),
    ]
    return _Section(_table(words.NEW, (_WHERE, _FINDING, _MESSAGE), context), rows)


def _finding(one: Finding, context: Context, *, hidden: bool = False) -> str:
    place = f"{context.git_path(one.region.path)}:{one.region.line}"
    severity = _said(SEVERITIES[one.severity], context)
    note = f"<br>*{_said(words.HIDDEN, context)}*" if hidden else ""
    return _row(
        code(shortened(place, _LONGEST)),
        f"{severity} {code(one.code)}{note}",
        _in_cell(one.message, context),
    )


def _resolved(done: Review, context: Context) -> _Section:
    rows = [_finding(one, context) for one in done.findings.resolved]
    head = _table(words.RESOLVED, (_WHERE, _FINDING, _MESSAGE), context)
    number = len(done.findings.remaining)
    foot = f"\n{_said(words.REMAINING, context)}: {number}\n" if number else ""
    return _Section(head, rows, foot)


def _approvals(done: Review, context: Context) -> _Section:
    rows = [_approval(one, context) for one in done.approvals]
    return _Section(_table(words.APPROVALS, (_ROLE, _REASON), context), rows, first=True)


def _approval(one: Approval, context: Context) -> str:
    # The handles stand as code: whom to ask is for people to decide, no comment mentions them.
    handles = " ".join(code(shortened(handle, _LONGEST)) for handle in one.handles[:_MOST_HANDLES])
    asked = words.asked(one)
    who = [cell(shortened(one.role, _LONGEST)), *([handles] if handles else [])]
    who += [_in_cell(asked, context)] if asked is not None else []
    return _row("<br>".join(who), "<br>".join(_in_cell(r, context) for r in one.reasons))


def _unreadable(done: Review, context: Context) -> _Section:
    rows = [
        _row(
            code(shortened(context.git_path(one.path), _LONGEST)),
            _said(words.SIDES[one.side], context),
        )
        for one in done.unreadable
    ]
    return _Section(_table(words.UNREADABLE, (_WHERE, _STATUS), context), rows, first=True)


def _coverage(done: Review, context: Context) -> _Section:
    rows = [
        _row(
            _said(label, context),
            _said(STATUSES[status], context),
            f"{old[status]} → {new[status]}",
        )
        for label, (old, new) in (
            (words.MEASURES, done.coverage.measures),
            (words.CONTROLS, done.coverage.controls),
        )
        for status in old
        if old[status] != new[status]
    ]
    for one in done.coverage.moved:
        was, becomes = (
            words.NOTHING if side is None else _said(STATUSES[side], context)
            for side in (one.before, one.after)
        )
        rows.append(_row(one.number, "", f"{was} → {becomes}"))
    columns = (_WHERE, _STATUS, _WHAT)
    return _Section(_table(words.COVERAGE, columns, context), rows)


def _details(done: Review, context: Context) -> Iterator[_Section]:
    """Yield every change, to unfold by document."""
    ordered = sorted(done.changes, key=words.group)
    first = f"\n### {_said(_DETAILS, context)}\n"
    for (_, path, name), grouped in groupby(ordered, key=words.group):
        changes = list(grouped)
        about = cell(shortened(name or words.SETTINGS.in_language(context.language), _LONGEST))
        number = _said(counted(len(changes), *_CHANGES), context)
        shown = code(shortened(context.git_path(path), _LONGEST))
        head = f"{first}\n<details><summary>{about} {shown}: {number}</summary>\n\n"
        rows = [_item(one, context) for one in changes]
        yield _Section(head, rows, "\n</details>\n")
        first = ""


def _item(one: Change, context: Context) -> str:
    said, why = (_in_cell(text, context) for text in (words.what(one), words.why(one)))
    return f"- {words.SIGNS[one.direction]} {said}<br>{why}\n"
