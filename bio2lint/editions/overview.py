"""`norm list` and `norm show`: which editions there are, and the numbers of one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from bio2lint import norm
from bio2lint.editions import words
from bio2lint.finding import Text
from bio2lint.report.layout import columns, hanging, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bio2lint.norm import Measure, Norm

_GAP = "  "
_HEADS = (
    Text(nl="nummer", en="number"),
    Text(nl="toestand", en="state"),
    Text(nl="termijn", en="period"),
    Text(nl="titel", en="title"),
)


def list_as_text(editions: Sequence[Norm], language: str, width: int) -> str:
    """Return a few lines on each edition, with blank lines between."""
    blocks = [_described(edition, language, width) for edition in editions]
    return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"


def list_as_json(editions: Sequence[Norm], language: str) -> str:
    """Return the editions with their figures as JSON."""
    return words.as_json(
        {
            "newest": norm.NEWEST,
            "editions": [
                {
                    **_identity(edition),
                    "newest": edition.edition == norm.NEWEST,
                    "controls": len(edition.controls),
                    "measures": {"total": len(edition.measures), **_states(edition)},
                    "copy": edition.copy.in_language(language),
                }
                for edition in editions
            ],
        }
    )


def chosen(edition: Norm, state: str | None, theme: str | None) -> list[Measure]:
    """Return the measure numbers of an edition in one state and theme; None is any."""
    return [
        measure
        for measure in edition.measures.values()
        if state in (None, measure.state) and theme in (None, measure.number[0])
    ]


def show_as_text(edition: Norm, measures: Sequence[Measure], language: str, width: int) -> str:
    """Return a table of numbers with state, period and title."""
    lines = wrap(_heading(edition, len(measures)).in_language(language), width)
    if measures:
        lines += _table(measures, language, width)
    return "\n".join([*lines, *_copy(edition, language, width)]) + "\n"


def show_as_json(edition: Norm, measures: Sequence[Measure], language: str) -> str:
    """Return all facts of the numbers as JSON."""
    return words.as_json(
        {
            **_identity(edition),
            "copy": edition.copy.in_language(language),
            "measures": [
                {
                    "number": measure.number,
                    "control": measure.control,
                    **words.localised(measure.facts, language),
                }
                for measure in measures
            ],
        }
    )


def _identity(edition: Norm) -> dict[str, Any]:
    return {
        "name": edition.name,
        "edition": edition.edition,
        "published": edition.published,
    }


def _states(edition: Norm) -> dict[str, int]:
    counted = Counter(measure.state for measure in edition.measures.values())
    return {state: counted[state] for state in words.STATES}


def _described(edition: Norm, language: str, width: int) -> list[str]:
    newest = edition.edition == norm.NEWEST
    mark = Text(nl=" · nieuwste editie", en=" · newest edition") if newest else Text("", "")
    states = ", ".join(
        f"{number} {words.STATES[state].in_language(language)}"
        for state, number in _states(edition).items()
        if number
    )
    figures = Text(
        nl=f"{len(edition.controls)} beheersmaatregelen en {len(edition.measures)} nummers van "
        f"overheidsmaatregelen: {states}.",
        en=f"{len(edition.controls)} controls and {len(edition.measures)} numbers of government "
        f"measures: {states}.",
    )
    return [
        f"{edition.name} · {edition.published}{mark.in_language(language)}",
        *hanging(_GAP, figures.in_language(language), width),
        *hanging(_GAP, edition.copy.in_language(language), width),
    ]


def _heading(edition: Norm, number: int) -> Text:
    total = len(edition.measures)
    if number == total:
        return Text(
            nl=f"{edition.name} · {edition.published} · {total} nummers",
            en=f"{edition.name} · {edition.published} · {total} numbers",
        )
    return Text(
        nl=f"{edition.name} · {edition.published} · {number} van {total} nummers",
        en=f"{edition.name} · {edition.published} · {number} of {total} numbers",
    )


def _table(measures: Sequence[Measure], language: str, width: int) -> list[str]:
    *heads, title = (head.in_language(language) for head in _HEADS)
    rows = [
        (
            measure.number,
            words.STATES[measure.state].in_language(language),
            words.term(measure.facts).in_language(language),
        )
        for measure in measures
    ]
    sizes = [max(map(columns, column)) for column in zip(heads, *rows, strict=True)]

    def line(cells: Sequence[str], last: str) -> list[str]:
        padded = (f"{cell:<{size}}" for cell, size in zip(cells, sizes, strict=True))
        return hanging(_GAP.join(padded) + _GAP, last, width)

    titles = (_title(measure, language) for measure in measures)
    return [
        *line(heads, title),
        *(text for row, last in zip(rows, titles, strict=True) for text in line(row, last)),
    ]


def _title(measure: Measure, language: str) -> str:
    title = measure.title.in_language(language)
    return f"{title} → {measure.moved_to}" if measure.moved_to else title


def _copy(edition: Norm, language: str, width: int) -> list[str]:
    return hanging("Norm: ", edition.copy.in_language(language), width)
