"""A trend for people, for spreadsheets and for programs (`schemas/trend.schema.json`)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import bio2lint
from bio2lint.coverage import STATUSES
from bio2lint.finding import Text
from bio2lint.history.commits import DEEPEN
from bio2lint.report import words
from bio2lint.report.jsontext import dump
from bio2lint.report.layout import hanging
from bio2lint.report.safe import visible

if TYPE_CHECKING:
    from bio2lint.trend import Point, Trend

_SHOWN_LENGTH = 8
_DAY = Text(nl="dag", en="day")
_ERRORS = Text(nl="fouten", en="errors")
_WARNINGS = Text(nl="waarsch.", en="warnings")
_NOTHING = Text(nl="geen documenten", en="no documents")
_HEADING = Text(nl="maatregelen naar status, en bevindingen", en="measures by status, and findings")
_INCOMPLETE = Text(
    nl=f"Oudere geschiedenis ontbreekt in deze kloon. {DEEPEN.nl}",
    en=f"Older history is missing in this clone. {DEEPEN.en}",
)
_UNREAD = Text(
    nl="Niet beoordeeld is wat staat in bestanden die niet te lezen zijn, in commit",
    en="What files hold that cannot be read was not judged, in commit",
)
_ALWAYS = ("implemented", "missing")
"""Statuses that have a column even where nothing has them."""


def as_table(trend: Trend, language: str, width: int) -> str:
    """Return one line a commit; statuses that nothing ever has are left out."""
    judged = [point.figures for point in trend.points if point.figures]
    statuses = [s for s in STATUSES if s in _ALWAYS or any(f.measures[s] for f in judged)]
    heads = [words.STATUSES[status].in_language(language) for status in statuses]
    heads += [_ERRORS.in_language(language), _WARNINGS.in_language(language)]
    lines = [
        _HEADING.in_language(language),
        f"{_DAY.in_language(language):10}  {'commit':{_SHOWN_LENGTH}}  " + "  ".join(heads),
    ]
    for point in trend.points:
        label = f"{point.day}  {point.commit[:_SHOWN_LENGTH]}  "
        if point.figures is None:
            lines += hanging(
                label, visible((point.why_not or _NOTHING).in_language(language)), width
            )
            continue
        figures = [point.figures.measures[status] for status in statuses]
        figures += [point.figures.errors, point.figures.warnings]
        cells = (f"{n:>{len(head)}}" for n, head in zip(figures, heads, strict=True))
        lines.append(label + "  ".join(cells))
    if unread := [point for point in trend.points if point.figures and point.figures.unreadable]:
        commits = ", ".join(point.commit[:_SHOWN_LENGTH] for point in unread)
        lines += hanging("", f"{_UNREAD.in_language(language)} {commits}.", width)
    if not trend.complete:
        lines += hanging("", _INCOMPLETE.in_language(language), width)
    return "\n".join([*lines, words.DISCLAIMER.in_language(language), ""])


def as_csv(trend: Trend, language: str) -> str:
    """Return one row a commit, with a header; figures are empty where it could not be judged.

    RFC 4180, and no cell begins like a formula.
    """
    from bio2lint.report.csvsafe import cell

    written = io.StringIO()
    columns = list(_row(trend.points[0], language))
    # Excel in Dutch also splits at `;`, unless the cell is quoted.
    writer = csv.DictWriter(written, columns, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for point in trend.points:
        row = _row(point, language)
        writer.writerow({k: cell(v) if isinstance(v, str) else v for k, v in row.items()})
    return written.getvalue()


def _row(point: Point, language: str) -> dict[str, Any]:
    figures = point.figures
    counted = {
        f"{what}_{status}": getattr(figures, what)[status] if figures else None
        for what in ("measures", "controls")
        for status in STATUSES
    }
    return {
        "day": point.day.isoformat(),
        "commit": point.commit,
        "norm": figures.norm if figures else None,
        "documents": figures.documents if figures else None,
        **counted,
        "errors": figures.errors if figures else None,
        "warnings": figures.warnings if figures else None,
        "infos": figures.infos if figures else None,
        "held_back": figures.held_back if figures else None,
        "unreadable": figures.unreadable if figures else None,
        "why_not": _why_not(point, language),
    }


def _why_not(point: Point, language: str) -> str | None:
    if point.figures is not None:
        return None
    return visible((point.why_not or _NOTHING).in_language(language))


def as_json(trend: Trend, language: str) -> str:
    """Return the trend as `schemas/trend.schema.json` describes it."""
    points = [
        {
            "day": point.day.isoformat(),
            "commit": point.commit,
            "figures": point.figures._asdict() if point.figures else None,
            "why_not": _why_not(point, language),
        }
        for point in trend.points
    ]
    report = {
        "tool": {"name": "bio2lint", "version": bio2lint.__version__},
        "complete": trend.complete,
        "points": points,
        "disclaimer": words.DISCLAIMER.in_language(language),
    }
    return dump(report)
