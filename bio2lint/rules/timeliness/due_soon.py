"""DUE004: what falls due within a month is announced."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bio2lint import model
from bio2lint.finding import Found, Severity, Text
from bio2lint.model import parts
from bio2lint.model.fields import read_date
from bio2lint.period import Period
from bio2lint.rules import Docs, Option, Rule
from bio2lint.rules.timeliness._documents import norm_terms, review_term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bio2lint.document import Document
    from bio2lint.finding import Pointer
    from bio2lint.norm import Norm

RULE = Rule(
    code="DUE004",
    name="due-soon",
    severity=Severity.INFO,
    source="hygiene",
    summary=Text(
        nl="Wat binnenkort verloopt of klaar moet zijn, wordt aangekondigd.",
        en="What expires or falls due soon is announced.",
    ),
    about="dates",
    options=(
        Option(
            "days",
            "integer",
            30,
            Text(nl="Hoeveel dagen vooruit.", en="How many days ahead."),
        ),
    ),
    dated=True,
)

_CONTRACT = """\
kind: supplier
id: archiefdienst
title: Archiefdienst Lindestreek
owner: hoofd-ict
services: [Bewaren van het papieren archief]
contract: {{kind: contract, ref: C-2023-014, start: 2023-01-01, end: {end}}}
processes_information: false
"""
_STRICT = "norm: bio2@1.3\nprofile: strict\n"
DOCS = Docs(
    why=Text(
        nl="Een contract, aanvaarding of besluit verlopen laten is zelden een keuze; meestal zag "
        "niemand het aankomen. Wie het een maand eerder ziet, kan het nog op tijd regelen.",
        en="Letting a contract, acceptance or decision lapse is seldom a choice; mostly nobody saw "
        "it coming. Whoever sees it a month ahead can still arrange things in time.",
    ),
    fix=Text(
        nl="Beoordeel, verleng of rond af voordat de dag voorbij is. Met de optie `days` kiest u "
        "hoe ver vooruit u kijkt.",
        en="Review, renew or finish before the day is over. The option `days` sets how far ahead "
        "you look.",
    ),
    bad={
        "bio2lint.yaml": _STRICT,
        "suppliers/archiefdienst.yaml": _CONTRACT.format(end="2026-12-15"),
    },
    good={
        "bio2lint.yaml": _STRICT,
        "suppliers/archiefdienst.yaml": _CONTRACT.format(end="2029-12-31"),
    },
)

_ENDS = {
    "due": Text(nl="moet klaar zijn op", en="is due on"),
    "until": Text(nl="loopt tot en met", en="lasts up to and including"),
    "valid_until": Text(nl="is geldig tot en met", en="is valid up to and including"),
    "end": Text(nl="loopt tot en met", en="lasts up to and including"),
}
"""The keys of dates that lie ahead, and what they say."""
_REVIEW = Text(nl="moet beoordeeld zijn op", en="is to be reviewed by")
_HELP = Text(
    nl="Beoordeel, verleng of rond het op tijd af.",
    en="Review, renew or finish it in time.",
)


def check_document(
    document: Document, norm: Norm, as_of: date, *, options: Mapping[str, Any]
) -> Iterator[Found]:
    """Yield each day on which something ends or is due, from today up to `days` ahead.

    What is past is another rule's. When evidence grows old is not told here: newer may be there.
    """
    record = document.record
    if record is None or not model.in_force(record, as_of):
        return
    for pointer, day, what in (*_ends(document, record), *_reviews(record, norm)):
        left = (day - as_of).days
        if 0 <= left <= options["days"]:
            when = _when(left)
            yield Found(
                record.place(*pointer),
                Text(
                    nl=f"Dit {what.nl} {day} ({record.name}), {when.nl}.",
                    en=f"This {what.en} {day} ({record.name}), {when.en}.",
                ),
                _HELP,
            )


def _when(left: int) -> Text:
    named = (Text(nl="vandaag", en="today"), Text(nl="morgen", en="tomorrow"))
    return named[left] if left < len(named) else Text(nl=f"over {left} dagen", en=f"in {left} days")


def _ends(document: Document, record: model.Record) -> Iterator[tuple[Pointer, date, Text]]:
    """Yield the dates that lie ahead, but for those of what is done."""
    finished = isinstance(record, model.Control) and record.status == "implemented"
    stated = {leaf.pointer for leaf in document.dates}
    for leaf in document.dates:
        *above, key = leaf.pointer
        day = read_date(leaf.value)
        if key not in _ENDS or leaf.shape.past or day is None or (finished and not above):
            continue
        if (*above, "done") not in stated:
            yield leaf.pointer, day, _ENDS[str(key)]


def _reviews(record: model.Record, norm: Norm) -> Iterator[tuple[Pointer, date, Text]]:
    if isinstance(record, model.Paper):
        term = review_term(record, norm_terms(norm, record))
        if term is not None and record.status == "approved":
            yield term.pointer, term.end, _REVIEW
        return
    review = record.review
    if isinstance(review, parts.Review) and isinstance(review.last, date):
        interval = review.interval
        if isinstance(interval, Period) and interval.positive:
            yield ("review", "last"), interval.after(review.last), _REVIEW
