"""How an administration changed: coverage and findings of one commit after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint import engine, norm, opening
from bio2lint.finding import Severity, Text
from bio2lint.history import commits
from bio2lint.report.summary import summarise
from bio2lint.status import NOTHING, Refused
from bio2lint.tree.revision import Revision, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bio2lint.engine import Result
    from bio2lint.history.commits import Commit
    from bio2lint.norm import Norm
    from bio2lint.reading import Kept

STEPS = ("commit", "week", "month")
"""How far points may lie apart: of each week or month, the last commit counts."""


class Figures(NamedTuple):
    """What one state comes to: requirements by status, findings by severity, what is not known.

    `held_back` are the findings that its comments silence and its baseline holds back, `unreadable`
    the files that could not be read.
    """

    norm: str
    documents: int
    measures: dict[str, int]
    controls: dict[str, int]
    errors: int
    warnings: int
    infos: int
    held_back: int
    unreadable: int


class Point(NamedTuple):
    """One commit, judged on its own day (UTC); `why_not` says why it could not be judged."""

    commit: str
    day: date
    figures: Figures | None
    why_not: Text | None = None


class Trend(NamedTuple):
    """The points, oldest first; `complete` is False when a shallow clone lacks older commits."""

    points: list[Point]
    complete: bool


def follow(root: str, head: str, since: date, until: date, step: str) -> Trend:
    """Return the trend of the commits of a period, back from `head` along first parents.

    `step` is one of STEPS. A commit is judged by its own settings and on its own day. Refused
    (status 2) when there is no such revision, with status 3 when the period has no commits.
    """
    found = commits.commits(root, commits.resolve(root, head), since, until)
    complete = not commits.shallow(root)
    if not found:
        raise Refused(NOTHING, _no_commits(since, until, complete=complete))
    return Trend(list(_points(root, _last_of_each(found, step))), complete)


def _last_of_each(found: Iterable[Commit], step: str) -> list[Commit]:
    if step == "commit":
        return list(found)
    last: dict[tuple[int, int], Commit] = {}
    for commit in found:
        week = commit.day.isocalendar()[:2]
        period = week if step == "week" else (commit.day.year, commit.day.month)
        last.pop(period, None)
        last[period] = commit
    return list(last.values())


def _points(root: str, found: Iterable[Commit]) -> Iterator[Point]:
    """Yield a point for each commit; equal files are read once, equal states judged once a day."""
    kept: Kept = {}
    seen = Seen()
    editions: dict[str, Norm] = {}
    for commit in found:
        try:
            with Revision(root, commit.name, seen) as tree:
                yield Point(commit.name, commit.day, _figures(root, tree, commit, kept, editions))
        except Refused as refused:
            yield Point(commit.name, commit.day, None, refused.messages[0])


def _figures(
    root: str, tree: Revision, commit: Commit, kept: Kept, editions: dict[str, Norm]
) -> Figures | None:
    request = opening.Request(commit.day)
    settings = opening.read_settings(root, request, tree)
    known = opening.read_baseline(tree, settings)
    if settings.edition not in editions:
        editions[settings.edition] = norm.load(settings.edition)
    result = engine.check(tree, settings, editions[settings.edition], commit.day, known, kept)
    return _counted(result) if result.documents else None


def _counted(result: Result) -> Figures:
    summary = summarise(result)
    return Figures(
        norm=result.norm.name,
        documents=summary.documents,
        measures=summary.measures,
        controls=summary.controls,
        errors=summary.severities[Severity.ERROR],
        warnings=summary.severities[Severity.WARNING],
        infos=summary.severities[Severity.INFO],
        held_back=summary.suppressed + summary.known,
        unreadable=len(result.unreadable),
    )


def _no_commits(since: date, until: date, *, complete: bool) -> Text:
    return Text(
        nl=f"Van {since} tot en met {until} zijn er geen commits"
        + ("." if complete else f" in deze kloon. {commits.DEEPEN.nl}"),
        en=f"There are no commits from {since} up to {until}"
        + ("." if complete else f" in this clone. {commits.DEEPEN.en}"),
    )
