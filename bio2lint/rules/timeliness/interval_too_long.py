"""DUE002: an interval of one's own is no longer than the norm's for what it times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import model
from bio2lint.finding import Found, Severity, Text
from bio2lint.model import parts
from bio2lint.model.fields import each
from bio2lint.period import Period
from bio2lint.rules import Docs, Rule
from bio2lint.rules.timeliness._documents import norm_terms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Place
    from bio2lint.norm import Interval, Norm

RULE = Rule(
    code="DUE002",
    name="interval-too-long",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Een eigen termijn is niet langer dan de termijn van de norm voor hetzelfde werk.",
        en="An interval of one's own is no longer than the norm's for the same work.",
    ),
    dated=True,
)

_SUPPLIER = """\
kind: supplier
id: beheerpartij
title: Beheerpartij Lindestreek
owner: hoofd-ict
services: [Onderhoud van de printers]
contract: {{kind: contract, ref: C-2024-031, start: 2026-09-01, end: 2029-08-31}}
processes_information: false
assessment: {{by: hoofd-burgerzaken, date: 2026-10-08, outcome: pass}}
review: {{last: 2026-10-08, interval: {interval}, by: hoofd-ict}}
"""
DOCS = Docs(
    why=Text(
        nl="Waar de norm zegt hoe vaak iets ten minste gebeurt, is vaker altijd goed en minder "
        "vaak niet. Een te lange eigen termijn maakt dat de administratie klopt terwijl het werk "
        "te laat is.",
        en="Where the norm says how often something is done at least, more often is always right "
        "and less often is not. Too long a term of one's own makes the administration look right "
        "while the work is late.",
    ),
    fix=Text(
        nl="Maak de termijn zo lang als de norm toestaat of korter, en houd die aan.",
        en="Make the interval as long as the norm allows or shorter, and keep to it.",
    ),
    bad={"suppliers/beheerpartij.yaml": _SUPPLIER.format(interval="P2Y")},
    good={"suppliers/beheerpartij.yaml": _SUPPLIER.format(interval="P1Y")},
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:
    """Yield each interval that is no time at all, or longer than the norm's."""
    record = document.record
    if record is None or not model.in_force(record, as_of):
        return
    if isinstance(record.review, parts.Review):
        place = record.place("review", "interval")
        yield from _judge(place, record.review.interval, _of_review(norm, record), norm)
    if isinstance(record, model.Control):
        for index, cycle in each(record.cycles):
            place = record.place("cycles", index, "interval")
            yield from _judge(place, cycle.interval, _of_cycle(norm, cycle), norm)


def _of_review(norm: Norm, record: model.Record) -> dict[str, Interval]:
    """Return what the norm sets for a review: of a control nothing, whatever it implements."""
    if isinstance(record, model.Paper):
        return norm_terms(norm, record)
    return norm.timed("supplier") if isinstance(record, model.Supplier) else {}


def _of_cycle(norm: Norm, cycle: parts.Cycle) -> dict[str, Interval]:
    number = norm.resolve(cycle.requirement) if isinstance(cycle.requirement, str) else None
    measure = norm.measures.get(number) if number else None
    interval = measure.interval if measure else None
    return {measure.number: interval} if measure and interval else {}


def _judge(
    place: Place, own: parts.MaybePeriod, terms: dict[str, Interval], norm: Norm
) -> Iterator[Found]:
    if not isinstance(own, Period):
        return
    if not own.positive:
        yield Found(
            place,
            Text(
                nl=f"{own.text} is geen termijn: er gaat geen tijd voorbij.",
                en=f"{own.text} is no interval: no time passes.",
            ),
            Text(
                nl="Schrijf een termijn zoals P1Y of P3M.",
                en="Write an interval such as P1Y or P3M.",
            ),
        )
        return
    # Where the norm asks something only where possible, longer may be all that is possible.
    exceeded = {
        number: interval
        for number, interval in terms.items()
        if interval.strength == "must" and own.exceeds(interval.longest)
    }
    if exceeded:
        yield _too_long(place, own, exceeded, norm)


def _too_long(place: Place, own: Period, exceeded: dict[str, Interval], norm: Norm) -> Found:
    strictest = min(exceeded, key=lambda number: exceeded[number].longest.longest)
    longest, title = exceeded[strictest].longest.text, norm.title(strictest)
    return Found(
        place,
        Text(
            nl=f"{own.text} is langer dan de norm toestaat: ten hoogste {longest} volgens "
            f"{strictest} ({title.nl}).",
            en=f"{own.text} is longer than the norm allows: at most {longest} by "
            f"{strictest} ({title.en}).",
        ),
        Text(
            nl=f"Maak er {longest} of korter van, en houd die termijn aan.",
            en=f"Make it {longest} or shorter, and keep to it.",
        ),
        requirements=tuple(exceeded),
    )
