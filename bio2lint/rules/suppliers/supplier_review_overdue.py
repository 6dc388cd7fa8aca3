"""SUP003: each supplier is assessed within the norm's term."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import UNKNOWN
from bio2lint.model.parts import Assessment
from bio2lint.rules import Docs, Rule
from bio2lint.rules.suppliers import _example, _terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Supplier
    from bio2lint.model.parts import Contract
    from bio2lint.period import Period
    from bio2lint.repository import Repository

RULE = Rule(
    code="SUP003",
    name="supplier-review-overdue",
    severity=Severity.ERROR,
    source="5.22.01",
    summary=Text(
        nl="Elke leverancier is binnen de termijn van de norm beoordeeld; bij een nieuw contract "
        "loopt die termijn vanaf het begin.",
        en="Each supplier has been assessed within the norm's term; with a new contract that term "
        "runs from its start.",
    ),
)

_SUPPLIER = _example.SUPPLIER + _example.CONTRACT.replace("2026-03", "2024-03")

DOCS = Docs(
    why=Text(
        nl="Of een leverancier aan de eisen voldoet, verandert met elk rapport en elk incident. "
        "Wie niet elk jaar kijkt, ontdekt een risico pas als het zich voordoet.",
        en="Whether a supplier meets the requirements changes with every report and every "
        "incident. Who does not look each year finds a risk only once it strikes.",
    ),
    fix=Text(
        nl="Laat de proceseigenaar de leverancier beoordelen, op grond van diens bewijs, en leg "
        "rol, datum en uitkomst vast bij `assessment`. Verwerkt de leverancier niets, zet dan "
        "`processes_information: false`.",
        en="Have the process owner assess the supplier, by its proof, and record role, date and "
        "outcome under `assessment`. If the supplier processes nothing, set "
        "`processes_information: false`.",
    ),
    bad={
        _example.PATH: f"{_SUPPLIER}"
        "assessment: {by: hoofd-burgerzaken, date: 2025-09-08, outcome: pass}\n"
    },
    good={
        _example.PATH: f"{_SUPPLIER}"
        "assessment: {by: hoofd-burgerzaken, date: 2026-09-08, outcome: pass}\n"
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each supplier whose assessment is late; one that processes nothing needs none."""
    asked = _terms.asking(repository, lambda m: m.facts.get("population") == "suppliers")
    term = _terms.shortest(repository, asked)
    if term is None:
        return
    for supplier in repository.suppliers:
        contract = _terms.agreement(supplier, repository.as_of)
        if contract and _terms.handles_information(supplier) is not False:
            yield from _late(supplier, contract, term, asked, repository.as_of)


def _late(
    supplier: Supplier, contract: Contract, term: Period, asked: tuple[str, ...], as_of: date
) -> Iterator[Found]:
    assessment = supplier.assessment
    day = assessment.date if isinstance(assessment, Assessment) else assessment
    # A wrong or a future day is another rule's.
    if day is UNKNOWN or (isinstance(day, date) and day > as_of):
        return
    begun = [known for known in (day, contract.start) if isinstance(known, date)]
    end = term.after(max(begun)) if begun else None
    if end is None or end < as_of:
        yield _found(supplier, day if isinstance(day, date) else None, term, end, asked)


def _found(
    supplier: Supplier, day: date | None, term: Period, end: date | None, asked: tuple[str, ...]
) -> Found:
    name = supplier.name
    due = Text(nl=f" De termijn liep af op {end}.", en=f" The term ended on {end}.")
    if day is None:
        message = Text(
            nl=f"Leverancier {name} is nog nooit beoordeeld, terwijl dat ten minste elke "
            f"{term.text} moet.",
            en=f"Supplier {name} has never been assessed, which must be done at least every "
            f"{term.text}.",
        )
    else:
        message = Text(
            nl=f"Leverancier {name} is voor het laatst beoordeeld op {day}; dat moet ten minste "
            f"elke {term.text}.",
            en=f"Supplier {name} was last assessed on {day}; this must be done at least every "
            f"{term.text}.",
        )
    if end is not None:
        message = Text(nl=message.nl + due.nl, en=message.en + due.en)
    return Found(
        supplier.place("assessment", "date"),
        message,
        Text(
            nl="Laat de proceseigenaar de leverancier beoordelen en leg dat vast bij `assessment`.",
            en="Have the process owner assess the supplier and record it under `assessment`.",
        ),
        requirements=asked,
    )
