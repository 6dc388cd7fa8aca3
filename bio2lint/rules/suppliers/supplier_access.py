"""SUP006: access of a supplier is weighed beforehand, under conditions, and has an end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import each
from bio2lint.rules import Docs, Rule
from bio2lint.rules.suppliers import _example, _terms
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model.parts import Access
    from bio2lint.repository import Repository

RULE = Rule(
    code="SUP006",
    name="supplier-access",
    severity=Severity.ERROR,
    source="8.05.01",
    summary=Text(
        nl="Toegang van een leverancier tot het netwerk heeft een risicoafweging, voorwaarden en "
        "een einddatum, en die is niet voorbij.",
        en="Access of a supplier to the network has a risk assessment, conditions and an end date, "
        "which has not passed.",
    ),
)

_SUPPLIER = (
    f"{_example.SUPPLIER}{_example.CONTRACT}processes_information: false\n{_example.ANALYSED}"
)
_GOOD = f"""\
{_SUPPLIER}\
access:
  - what: Onderhoud van de servers van het zaaksysteem
    conditions: Alleen op afroep, via de beheerpoort, met opname van de sessie
    until: 2027-02-28
    analysis: afhankelijkheid-zaakwerk
"""

DOCS = Docs(
    why=Text(
        nl="Aanvallers komen vaak binnen langs de toegang van een leverancier. Een recht zonder "
        "afweging, voorwaarden of einde blijft openstaan als niemand er meer aan denkt.",
        en="Attackers often come in by the access of a supplier. A right without assessment, "
        "conditions or end stays open when nobody thinks of it any more.",
    ),
    fix=Text(
        nl="Weeg het risico en leg vast onder welke voorwaarden en tot wanneer de toegang geldt. "
        "Is de einddatum voorbij, trek de toegang dan in en haal haar weg, of weeg opnieuw.",
        en="Weigh the risk and record under which conditions and until when the access holds. If "
        "its end has passed, withdraw the access and remove it, or weigh it again.",
    ),
    bad={
        **_example.analysis("2026-01-15"),
        _example.PATH: _GOOD.replace("    until: 2027-02-28\n", ""),
    },
    good={**_example.analysis("2026-01-15"), _example.PATH: _GOOD},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each access that lacks something, and each that has ended but is still there."""
    asked = _terms.asking(repository, lambda m: m.demands.get("before") == "supplier-access")
    for supplier in repository.suppliers if asked else ():
        for index, access in each(supplier.access):
            if lacking := _lacking(access):
                what = listed(lacking)
                yield Found(
                    supplier.place("access", index),
                    Text(
                        nl=f"Deze toegang van {supplier.name} heeft geen {what.nl}; zo is niet "
                        "beheerst wat de leverancier mag.",
                        en=f"This access of {supplier.name} has no {what.en}, so what the supplier "
                        "may do is not under control.",
                    ),
                    Text(
                        nl="Leg dat vast, of trek de toegang in.", en="Record it, or withdraw it."
                    ),
                    requirements=asked,
                )
            if isinstance(access.until, date) and access.until < repository.as_of:
                yield Found(
                    supplier.place("access", index, "until"),
                    Text(
                        nl=f"Deze toegang van {supplier.name} eindigde op {access.until}, maar "
                        "staat nog in de administratie.",
                        en=f"This access of {supplier.name} ended on {access.until}, but is still "
                        "recorded.",
                    ),
                    Text(
                        nl="Trek de toegang in en haal haar hier weg, of weeg het risico opnieuw "
                        "en verleng.",
                        en="Withdraw the access and remove it here, or weigh the risk again and "
                        "extend it.",
                    ),
                    requirements=asked,
                )


def _lacking(access: Access) -> list[Text]:
    lacking = []
    if access.analysis is None:
        lacking.append(Text(nl="risicoafweging", en="risk assessment"))
    if not access.has_conditions:
        lacking.append(Text(nl="voorwaarden", en="conditions"))
    if access.until is None:
        lacking.append(Text(nl="einddatum", en="end date"))
    return lacking
