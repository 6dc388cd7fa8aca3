"""The end of the report for people: the figures, what could not be judged, and by which norm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import wording
from bio2lint.coverage import STATUSES
from bio2lint.finding import Severity, Text
from bio2lint.profile import USUAL
from bio2lint.report import words
from bio2lint.report.layout import BOLD, hanging, paint, wrap
from bio2lint.report.safe import visible
from bio2lint.report.summary import summarise
from bio2lint.report.words import counted, joined

if TYPE_CHECKING:
    from bio2lint.engine import Result
    from bio2lint.report import Context
    from bio2lint.report.summary import Summary

_MOST_NUMBERS = 20
_STUCK = "\N{NO-BREAK SPACE}"
_DOCUMENTS = Text(nl="document", en="document"), Text(nl="documenten", en="documents")
_FILES = Text(nl="YAML-bestand", en="YAML file"), Text(nl="YAML-bestanden", en="YAML files")
_REFERENCES = Text(nl="verwijzing", en="reference"), Text(nl="verwijzingen", en="references")


def lines(result: Result, context: Context) -> list[str]:
    """Return the summary in lines; the last says that this is no judgement on compliance."""
    summary = summarise(result)
    return [
        *_wrapped(heading(result, summary), context),
        *_table(summary, context),
        *_wrapped(counts(summary, context.hidden), context),
        *not_judged(result, summary, context),
        *norm(result, summary, context),
        paint(words.DISCLAIMER.in_language(context.language), BOLD, color=context.color),
    ]


def _wrapped(text: Text, context: Context) -> list[str]:
    return wrap(visible(text.in_language(context.language)), context.width)


def heading(result: Result, summary: Summary) -> Text:
    """Return what was judged: how many documents, by which norm, on which date."""
    documents = counted(summary.documents, *_DOCUMENTS)
    name, day = result.norm.name, result.as_of.isoformat()
    usual = result.profile == USUAL
    return Text(
        nl=f"{documents.nl} · norm {name}"
        + ("" if usual else f" · profiel {result.profile}")
        + f" · peildatum {day}",
        en=f"{documents.en} · norm {name}"
        + ("" if usual else f" · profile {result.profile}")
        + f" · as-of date {day}",
    )


def _table(summary: Summary, context: Context) -> list[str]:
    """Return how many requirements have each status, with the total beside their name."""
    heads = [words.STATUSES[status].in_language(context.language) for status in STATUSES]
    rows = [
        (words.MEASURES.in_language(context.language), summary.measures),
        (words.CONTROLS.in_language(context.language), summary.controls),
    ]
    widest = max(len(f"{name} {sum(figures.values())}") for name, figures in rows)
    loose = widest + sum(2 + len(head) for head in heads) <= context.width
    first, gap = ("  ", "  ") if loose else ("", " ")
    table = [" " * widest + first + gap.join(heads)]
    for name, figures in rows:
        total = f"{sum(figures.values()):>{widest - len(name)}}"
        cells = (f"{figures[s]:>{len(head)}}" for s, head in zip(STATUSES, heads, strict=True))
        table.append(name + total + first + gap.join(cells))
    return table


def counts(summary: Summary, hidden: int) -> Text:
    """Return how many findings there are, and how many are left out for which reason."""
    parts = [severities(summary)]
    if summary.fixable:
        parts.append(
            Text(
                nl=f"{summary.fixable} te herstellen met `bio2lint fix`",
                en=f"{summary.fixable} fixable with `bio2lint fix`",
            )
        )
    parts.append(Text(nl=f"{summary.suppressed} onderdrukt", en=f"{summary.suppressed} suppressed"))
    if summary.known:
        parts.append(
            Text(nl=f"{summary.known} in de nulmeting", en=f"{summary.known} in the baseline")
        )
    if hidden:
        parts.append(Text(nl=f"{hidden} niet getoond", en=f"{hidden} not shown"))
    return joined(parts, " · ")


def severities(summary: Summary) -> Text:
    """Return how many findings of each severity there are."""
    numbers = summary.severities
    named = [Severity.ERROR, Severity.WARNING, *([Severity.INFO] if numbers[Severity.INFO] else [])]
    return joined([counted(numbers[one], *words.FINDINGS[one]) for one in named], ", ")


def not_judged(result: Result, summary: Summary, context: Context) -> list[str]:
    """Return in lines what was left out of the judgement, and why; indented what goes with it."""
    said: list[str] = []
    if result.unreadable:
        why = Text(
            nl="Niet te lezen; wat hierin staat, is niet beoordeeld:",
            en="Cannot be read; what these hold was not judged:",
        )
        said += _wrapped(why, context)
        said += [f"  {visible(context.working_path(path))}" for path in result.unreadable]
    if summary.unknown:
        label = Text(nl="Status onbekend", en="Status unknown")
        numbers = wording.listed(summary.unknown, _MOST_NUMBERS)
        said += _listing(label, len(summary.unknown), numbers, context)
    if result.held_back:
        label = Text(
            nl="Achtergehouden tot alles te lezen is",
            en="Held back until everything can be read",
        )
        codes = wording.listed(_by_code(result.held_back), len(result.held_back))
        said += _listing(label, summary.held_back, codes, context)
    if result.turned_off:
        label = Text(nl="Uitgezet in de instellingen", en="Turned off in the settings")
        codes = wording.listed(_by_code(result.turned_off), len(result.turned_off))
        said += _listing(label, sum(result.turned_off.values()), codes, context)
    said += _baseline(result, context)
    for text in _uncounted(result):
        said += _wrapped(text, context)
    return said


def _baseline(result: Result, context: Context) -> list[str]:
    """Return what there is to say of the baseline: that it has ended, or which entries may go."""
    if result.baseline is None:
        return []
    if (day := result.baseline.ended) is not None:
        ended = Text(
            nl=f"De nulmeting liep tot en met {day} en houdt niets meer tegen.",
            en=f"The baseline ended on {day} and holds nothing back any more.",
        )
        return _wrapped(ended, context)
    stale = result.baseline.stale
    if not stale:
        return []
    label = Text(
        nl="Wel in de nulmeting, niet meer gevonden; `bio2lint baseline --prune` ruimt op",
        en="In the baseline, no longer found; `bio2lint baseline --prune` tidies up",
    )
    named = [visible(f"{entry.code}{_STUCK}{entry.document}") for entry in stale]
    return _listing(label, len(stale), wording.listed(named, _MOST_NUMBERS), context)


def _by_code(counts: dict[str, int]) -> list[str]:
    return [f"{number}{_STUCK}×{_STUCK}{code}" for code, number in sorted(counts.items())]


def _listing(label: Text, number: int, items: Text, context: Context) -> list[str]:
    lead, listed = label.in_language(context.language), items.in_language(context.language)
    start, *rest = wrap(f"{lead} ({number}): {listed}.", context.width - 2)
    return [start, *(f"  {line}" for line in rest)]


def _uncounted(result: Result) -> list[Text]:
    """Return which rules did not look, what is no document here, and what lies elsewhere."""
    said = []
    if result.not_applied and result.profile != USUAL:
        number = len(result.not_applied)
        said.append(
            Text(
                nl=f"Niet toegepast in profiel {result.profile}: {number} regels; "
                "`bio2lint settings` noemt ze.",
                en=f"Not applied in profile {result.profile}: {number} rules; "
                "`bio2lint settings` names them.",
            )
        )
    if result.stray:
        files = counted(len(result.stray), *_FILES)
        said.append(
            Text(
                nl=f"Overgeslagen: {files.nl} zonder `kind` buiten de vaste mappen.",
                en=f"Skipped: {files.en} without a `kind` outside the default folders.",
            )
        )
    if result.elsewhere:
        references = counted(result.elsewhere, *_REFERENCES)
        said.append(
            Text(
                nl=f"Niet nagegaan: {references.nl} naar een andere repository.",
                en=f"Not checked: {references.en} into another repository.",
            )
        )
    return said


def norm(result: Result, summary: Summary, context: Context) -> list[str]:
    """Return in lines which copy of the norm was judged by, and whether it was replaced."""
    said = []
    if summary.superseded_by:
        newest = summary.superseded_by
        replaced = Text(
            nl=f"Let op: {result.norm.name} is vervangen door bio2@{newest}. Pas `norm` in "
            "bio2lint.yaml aan zodra u overstapt.",
            en=f"Note: {result.norm.name} has been replaced by bio2@{newest}. Change `norm` in "
            "bio2lint.yaml when you move over.",
        )
        said += _wrapped(replaced, context)
    copy = visible(result.norm.copy.in_language(context.language))
    return [*said, *hanging("Norm: ", copy, context.width)]
