"""VVT006: what is declared not applicable is not contradicted by the administration itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.coverage import counts
from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import UNKNOWN, each
from bio2lint.rules import Docs, Rule
from bio2lint.rules.applicability import _facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.finding import Place
    from bio2lint.model import Exemption
    from bio2lint.repository import Repository

RULE = Rule(
    code="VVT006",
    name="implausible-na",
    severity=Severity.WARNING,
    source="§6.5",
    summary=Text(
        nl="Wat niet van toepassing is verklaard, wordt door de administratie zelf niet "
        "weersproken.",
        en="What is declared not applicable is not contradicted by the administration itself.",
    ),
)

_EXCEPTION = """\
kind: exception
id: X-003
title: Geen {}
type: not-applicable
requirements: [{}]
owner: hoofd-ict
reason: {}
approved: {{by: college, date: 2026-03-10, ref: BW 2026-071}}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-ict}}
"""

DOCS = Docs(
    why=Text(
        nl="Een overheidsmaatregel vervalt alleen als zij niet van toepassing kán zijn. Laat de "
        "administratie zelf zien dat zij dat wel is, dan is er een plicht die niemand nakomt.",
        en="A government measure lapses only where it cannot apply. Where the administration "
        "itself shows that it does apply, there is a duty that nobody meets.",
    ),
    fix=Text(
        nl="Trek de uitzondering in en vul de maatregel in, of maak er een afwijking van met een "
        "analyse, een plan en een einddatum. Klopt het feit niet, verbeter dan dat.",
        en="Withdraw the exception and meet the measure, or turn it into a deviation with an "
        "analysis, a plan and an end date. Where the fact is wrong, correct that.",
    ),
    bad={
        "exceptions/X-003.yaml": _EXCEPTION.format(
            "chipcards en geen CISO",
            "7.07.01, 5.02.02",
            "Chipcards zijn er niet, en de taak van CISO is verdeeld over de afdelingen.",
        )
    },
    good={
        "exceptions/X-003.yaml": _EXCEPTION.format(
            "chipcards", "7.07.01", "Aanmelden gaat met een passkey; chipcards zijn er niet."
        )
    },
)

_HELP = Text(
    nl="Trek de uitzondering in, maak er een afwijking van, of verbeter het feit als dat niet "
    "klopt.",
    en="Withdraw the exception, turn it into a deviation, or correct the fact if it is wrong.",
)
_DEVIATION = Text(
    nl="Deze uitzondering noemt een plan of maatregelen die compenseren; dan is van toepassing "
    "wat hier niet van toepassing heet, en is het een afwijking.",
    en="This exception names a plan or compensating controls; then what it calls not applicable "
    "does apply, and this is a deviation.",
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each number that counts as not applicable though something shows otherwise.

    Where no fact speaks against its numbers, an exception that plans for an end is looked at
    itself: that is what a deviation does.
    """
    facts = _facts.shown(repository)
    for exemption in repository.exceptions:
        if exemption.type != "not-applicable" or counts(exemption, repository.as_of) is not True:
            continue
        contradicted = list(_contradicted(repository, exemption, facts))
        yield from contradicted
        if not contradicted and _plans_for_an_end(exemption):
            yield Found(
                exemption.place("type"),
                _DEVIATION,
                Text(
                    nl="Zet `type` op deviation, of laat `plan` en `compensating` weg.",
                    en="Set `type` to deviation, or leave out `plan` and `compensating`.",
                ),
                requirements=tuple(repository.covered_by(exemption)),
                subject=exemption.name,
            )


def _contradicted(
    repository: Repository, exemption: Exemption, facts: dict[str, Place | None]
) -> Iterator[Found]:
    seen: set[str] = set()
    for index, stated in each(exemption.requirements):
        number = repository.norm.resolve(stated)
        if number is None or number in seen:
            continue
        seen.add(number)
        found = _facts.against(repository, number, facts)
        if found is not None:
            why, place = found
            yield Found(
                exemption.place("requirements", index),
                Text(
                    nl=f"{number} is niet van toepassing verklaard, maar {why.nl}.",
                    en=f"{number} is declared not applicable, but {why.en}.",
                ),
                _HELP,
                requirements=(number,),
                subject=number,
                related=(Related(place, why),) if place is not None else (),
            )


def _plans_for_an_end(exemption: Exemption) -> bool:
    return exemption.plan not in (None, UNKNOWN) or exemption.compensating not in ((), UNKNOWN)
