"""DUE001: what must be reviewed was reviewed within its own interval."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint import model
from bio2lint.finding import Found, Severity, Text
from bio2lint.model import parts
from bio2lint.model.fields import Unknown
from bio2lint.period import Period
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="DUE001",
    name="review-overdue",
    severity=Severity.ERROR,
    source="hygiene, Part 2",
    summary=Text(
        nl="Elke ingevoerde beheersmaatregel, elk open risico en elke goedgekeurde uitzondering is "
        "beoordeeld, en wat een eigen termijn heeft binnen die termijn.",
        en="Every implemented control, open risk and approved exception has been reviewed, and "
        "whatever has an interval of its own within that interval.",
    ),
    dated=True,
)

_RISK = """\
kind: risk
id: R-004
title: Uitval van de werkplek door gijzelsoftware
owner: hoofd-werkplek
systems: [werkplek]
inherent: {{likelihood: 3, impact: 4, level: high}}
residual: {{likelihood: 2, impact: 4, level: medium}}
treatment: mitigate
review: {{last: {last}, interval: P6M, by: ciso}}
"""
DOCS = Docs(
    why=Text(
        nl="Dreigingen, systemen en mensen veranderen; wat een jaar geleden klopte, kan nu een gat "
        "zijn. De norm vraagt een werkende verbetercyclus, en een termijn die niemand aanhoudt is "
        "er geen.",
        en="Threats, systems and people change; what was right a year ago may be a gap now. The "
        "norm asks for a working cycle of improvement, and a term that nobody keeps is none.",
    ),
    fix=Text(
        nl="Beoordeel of het document nog klopt, pas het zo nodig aan en zet de dag daarvan bij "
        "`review.last`.",
        en="Review whether the document still holds, change it where needed, and put the day of "
        "that under `review.last`.",
    ),
    bad={"risks/R-004.yaml": _RISK.format(last="2026-05-22")},
    good={"risks/R-004.yaml": _RISK.format(last="2026-09-22")},
)

_ALWAYS_REVIEWED = (model.Control, model.Risk, model.Exemption)
_FIRST_TERM = Period(months=12, days=0, text="P1Y")
"""Within this something new is to be reviewed, unless it has an interval of its own."""


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield a review that is late or never took place; documents are DUE003's.

    Kinds that need no review are held to the interval that they set themselves.
    """
    record = document.record
    if record is None or isinstance(record, model.Paper) or not model.in_force(record, as_of):
        return
    review = record.review
    if isinstance(review, parts.Review) and review.last is not None:
        yield from _late(record, review, as_of)
    elif isinstance(review, Unknown) or document.merges or not _holds(record):
        return
    elif isinstance(record, _ALWAYS_REVIEWED) or _own_interval(review):
        yield from _never(record, review, as_of)


def _holds(record: model.Record) -> bool:
    """Whether there is something to review: a plan or a request has not begun yet."""
    if isinstance(record, model.Control):
        return record.status == "implemented"
    return not isinstance(record, model.Exemption) or record.approved is not None


def _own_interval(review: parts.Review | None) -> Period | None:
    interval = review.interval if review is not None else None
    return interval if isinstance(interval, Period) and interval.positive else None


def _late(record: model.Record, review: parts.Review, as_of: date) -> Iterator[Found]:
    last, interval = review.last, review.interval
    # What was done in the future is STR005's, an interval that is no time DUE002's.
    if not isinstance(last, date) or last > as_of:
        return
    if not isinstance(interval, Period) or not interval.positive:
        return
    end = interval.after(last)
    if end < as_of:
        yield Found(
            record.place("review", "last"),
            Text(
                nl=f"De beoordeling van {record.name} is te laat: zij moest uiterlijk {end} "
                f"({interval.text} na {last}).",
                en=f"The review of {record.name} is late: it was due by {end} "
                f"({interval.text} after {last}).",
            ),
            Text(
                nl="Beoordeel of dit nog klopt en zet de dag daarvan bij `last`.",
                en="Review whether this still holds and put the day of that under `last`.",
            ),
        )


def _never(record: model.Record, review: parts.Review | None, as_of: date) -> Iterator[Found]:
    begun = _begun(record)
    term = _own_interval(review) or _FIRST_TERM
    if isinstance(begun, Unknown) or (begun is not None and term.after(begun) >= as_of):
        return
    how = Text(nl="nog nooit", en="never reviewed")
    if begun is not None:
        how = Text(nl=f"sinds {begun} niet meer", en=f"not reviewed since {begun}")
    yield Found(
        record.place("review") if review is None else record.place("review", "last"),
        Text(
            nl=f"{record.name} is {how.nl} beoordeeld; of het nog klopt, is niet te zien.",
            en=f"{record.name} was {how.en}; whether it still holds cannot be seen.",
        ),
        Text(
            nl="Leg de beoordeling vast: `review: {last: …, interval: P1Y}`.",
            en="Record the review: `review: {last: …, interval: P1Y}`.",
        ),
    )


def _begun(record: model.Record) -> parts.MaybeDate:
    """Return the day on which somebody first judged it, as far as the document says."""
    if isinstance(record, model.Control):
        return record.implemented_on
    if isinstance(record, model.Risk):
        return parts.decided_on(record.analysed)
    return parts.decided_on(record.approved) if isinstance(record, model.Exemption) else None
