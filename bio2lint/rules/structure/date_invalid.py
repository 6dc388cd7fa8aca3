"""STR005: dates exist, are written as yyyy-mm-dd, and do not lie where they cannot lie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import read_date
from bio2lint.rules import Docs, Rule
from bio2lint.rules.structure._spellings import recovered_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.finding import Pointer, Step
    from bio2lint.norm import Norm

RULE = Rule(
    code="STR005",
    name="date-invalid",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Datums bestaan, staan als jjjj-mm-dd, en wat gedaan is ligt niet in de toekomst.",
        en="Dates exist, are written yyyy-mm-dd, and what was done does not lie in the future.",
    ),
    about="dates",
    fixable=True,
    dated=True,
)

_ROLE = """\
kind: role
id: hoofd-inkoop
title: Hoofd inkoop
functions: [line-manager]
appointed: {by: directie, date: %s, ref: MT 2025-09}
"""
_PATH = "roles/inkoop.yaml"

DOCS = Docs(
    why=Text(
        nl="Termijnen rekenen met datums. Een dag die niet bestaat, of een besluit dat in de "
        "toekomst is genomen, maakt te laat tot op tijd.",
        en="Terms are reckoned from dates. A day that does not exist, or a decision taken in the "
        "future, turns late into in time.",
    ),
    fix=Text(
        nl="Schrijf de dag als jjjj-mm-dd. Wat gedaan is, ligt niet na de peildatum; een einde "
        "ligt niet voor het begin. Kent iets geen einde, laat de sleutel dan weg.",
        en="Write the day as yyyy-mm-dd. What was done does not lie after the as-of date; an end "
        "does not lie before the start. If something has no end, leave the key out.",
    ),
    bad={_PATH: _ROLE % "31-02-2025"},
    good={_PATH: _ROLE % "2025-02-28"},
)

_ENDLESS_YEAR = 9999
_START_OF: dict[Step, str] = {"until": "from", "end": "start"}


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each date that is wrong by itself, then each start that lies after its end."""
    good: dict[Pointer, date] = {}
    for leaf in document.dates:
        day = read_date(leaf.value)
        if day is None:
            meant, sure = recovered_date(str(leaf.value)[:40])
            message, help_ = _unreadable(leaf.value, meant)
            yield Found(
                document.place(*leaf.pointer),
                message,
                help_,
                replacement=meant,
                unsafe=not sure,
            )
        elif day.year == _ENDLESS_YEAR or (leaf.shape.past and day > as_of):
            yield Found(document.place(*leaf.pointer), *_misplaced(day, as_of))
        else:
            good[leaf.pointer] = day
    yield from _reversed(document, good)


def _unreadable(value: Any, meant: str | None) -> tuple[Text, Text]:
    if value is None:
        return (
            Text(nl="Hier hoort een datum, maar er staat niets.", en="A date is missing here."),
            Text(
                nl="Vul een datum in als jjjj-mm-dd, of haal de sleutel weg.",
                en="Give a date as yyyy-mm-dd, or drop the key.",
            ),
        )
    shown = str(value)[:40]
    message = Text(
        nl=f"`{shown}` is geen datum in de vorm jjjj-mm-dd.",
        en=f"`{shown}` is not a date in the form yyyy-mm-dd.",
    )
    if meant is not None:
        return message, Text(nl=f"Schrijf {meant}.", en=f"Write {meant}.")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", shown, re.ASCII):
        message = Text(nl=f"De dag {shown} bestaat niet.", en=f"There is no day {shown}.")
    help_ = Text(
        nl="Schrijf een bestaande dag, zoals 2026-05-12.",
        en="Write a day that exists, such as 2026-05-12.",
    )
    return message, help_


def _misplaced(day: date, as_of: date) -> tuple[Text, Text]:
    if day.year == _ENDLESS_YEAR:
        return (
            Text(
                nl=f"{day} staat voor 'geen einde', maar dat is geen datum.",
                en=f"{day} stands for 'no end', but that is no date.",
            ),
            Text(nl="Laat de sleutel weg.", en="Leave the key out."),
        )
    return (
        Text(
            nl=f"{day} ligt na de peildatum {as_of}; wat nog niet is gedaan, telt niet mee.",
            en=f"{day} lies after the as-of date {as_of}; what is not done yet does not count.",
        ),
        Text(
            nl="Vul de dag in waarop het is gedaan, of laat het veld weg tot het zover is.",
            en="Give the day on which it was done, or leave the field out until then.",
        ),
    )


def _reversed(document: Document, good: dict[Pointer, date]) -> Iterator[Found]:
    for pointer, end in good.items():
        first = _START_OF.get(pointer[-1])
        start = good.get((*pointer[:-1], first)) if first else None
        if start is not None and start > end:
            yield Found(
                document.place(*pointer),
                Text(
                    nl=f"Het einde {end} ligt voor het begin {start}.",
                    en=f"The end {end} lies before the start {start}.",
                ),
                Text(nl="Verbeter een van beide.", en="Correct one of the two."),
            )
