"""GIT004: reviews and decisions are entered when they are made, not with an earlier date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bio2lint import period
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Option, Rule
from bio2lint.rules.history._example import control
from bio2lint.rules.history._pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bio2lint.finding import Pointer
    from bio2lint.model import Record
    from bio2lint.repository import Repository

RULE = Rule(
    code="GIT004",
    name="backdated",
    severity=Severity.WARNING,
    source="hygiene",
    summary=Text(
        nl="De datum van een beoordeling of besluit gaat niet terug en is recent bij het invoeren.",
        en="The date of a review or decision does not go back, and is recent when it is entered.",
    ),
    options=(
        Option(
            "delay",
            "period",
            period.parse("P6M"),
            Text(
                nl="Hoelang na de dag zelf een beoordeling of besluit nog kan worden ingevoerd.",
                en="How long after the day itself a review or decision may still be entered.",
            ),
        ),
    ),
)

DOCS = Docs(
    why=Text(
        nl="Een besluit of beoordeling met een datum van lang geleden laat het lijken of er toen "
        "al was besloten. De geschiedenis in Git laat zien dat dat er niet stond.",
        en="A decision or review with a date of long ago makes it look as if it had been decided "
        "then. The history in Git shows that it was not there.",
    ),
    fix=Text(
        nl="Voer de echte datum in. Gaat het om een correctie of om oude stukken die u alsnog "
        "invoert, leg dat dan uit in de wijziging en onderdruk de bevinding op die regel.",
        en="Enter the real date. If it is a correction, or old records that you enter "
        "belatedly, explain that in the change and suppress the finding on that line.",
    ),
    before=control(note="Steekproef in mei"),
    bad=control(reviewed="2026-03-10", note="Steekproef in maart"),
    good=control(reviewed="2026-11-17", note="Steekproef in november"),
)

_DATES: tuple[Pointer, ...] = (
    ("review", "last"),
    ("approved", "date"),
    ("advice", "date"),
    ("acceptance", "date"),
    ("analysed", "date"),
    ("appointed", "date"),
    ("criticality", "date"),
    ("quickscan", "date"),
    ("assessment", "date"),
    ("method", "adopted", "date"),
    ("statement", "approved", "date"),
)
"""Where records have the days of reviews and decisions."""

_KEYS = {"advice": "ciso_advice", "method": "risk_method"}


def check_change(
    before: Repository, after: Repository, options: Mapping[str, Any]
) -> Iterator[Found]:
    """Yield each date that went back, and each new one of long before the as-of date.

    Documents that are new may bring old decisions along: that is how an administration begins.
    """
    for old, new in pairs(before, after):
        for way in _DATES:
            was, becomes = _day(old, way), _day(new, way)
            if becomes is None or becomes == was:
                continue
            pointer = tuple(_KEYS.get(str(step), step) for step in way)
            if was is not None and becomes < was:
                yield _went_back(new, pointer, was, becomes)
            elif options["delay"].after(becomes) < after.as_of:
                yield _long_ago(new, pointer, becomes, after.as_of)


def _day(record: Record, way: Pointer) -> date | None:
    found: Any = record
    for step in way:
        found = getattr(found, str(step), None)
    return found if isinstance(found, date) else None


def _went_back(record: Record, pointer: Pointer, was: date, becomes: date) -> Found:
    return Found(
        record.place(*pointer),
        Text(
            nl=f"De datum {becomes} ligt vóór {was}, die hier stond; zo lijkt het of er eerder is "
            "beoordeeld of besloten.",
            en=f"The date {becomes} lies before {was}, which stood here; so it looks as if the "
            "review or decision was earlier.",
        ),
        Text(
            nl="Voer de echte datum in, of leg de correctie uit.",
            en="Enter the real date, or explain the correction.",
        ),
    )


def _long_ago(record: Record, pointer: Pointer, becomes: date, as_of: date) -> Found:
    return Found(
        record.place(*pointer),
        Text(
            nl=f"De datum {becomes} is nieuw, maar ligt lang vóór {as_of}; destijds stond dit er "
            "niet.",
            en=f"The date {becomes} is new, but lies long before {as_of}; at that time this was "
            "not there.",
        ),
        Text(
            nl="Voer in wanneer het echt gebeurde, of leg uit waarom het nu pas is vastgelegd.",
            en="Enter when it really happened, or explain why it is only recorded now.",
        ),
    )
