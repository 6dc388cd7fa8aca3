"""SUP004: the assurance of a supplier is recent, independent, and says what it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.parts import Assurance
from bio2lint.rules import Docs, Rule
from bio2lint.rules.suppliers import _assurance, _example, _terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bio2lint.model import Supplier
    from bio2lint.model.parts import Contract
    from bio2lint.repository import Repository
    from bio2lint.rules.suppliers._assurance import Terms

RULE = Rule(
    code="SUP004",
    name="assurance-invalid",
    severity=Severity.ERROR,
    source="5.20.03",
    summary=Text(
        nl="Het bewijs van derden over een leverancier is niet verouderd, is onafhankelijk en zegt "
        "waarover het gaat.",
        en="The assurance of third parties about a supplier is not out of date, is independent "
        "and says what it covers.",
    ),
    options=(_assurance.GRACE,),
)

_FILES = _example.analysis("2024-01-18")

DOCS = Docs(
    why=Text(
        nl="Een oud rapport, een eigen verklaring of een onderzoek naar iets anders bewijst niet "
        "dat de leverancier vandaag aan de eisen voldoet.",
        en="An old report, a statement of its own or an examination of something else does not "
        "prove that the supplier meets the requirements today.",
    ),
    fix=Text(
        nl="Vraag het nieuwe rapport op, of een overbruggingsbrief tot het er is, en leg periode, "
        "reikwijdte en onafhankelijkheid vast. Hoelang dat mag duren, zegt de instelling `grace`.",
        en="Ask for the new report, or for a bridge letter until it is there, and record period, "
        "scope and independence. The option `grace` says how long a report may take.",
    ),
    bad={**_FILES, _example.PATH: _example.ASSURED.replace("2025-", "2024-")},
    good={**_FILES, _example.PATH: _example.ASSURED},
)

_HELP = Text(
    nl="Vraag de leverancier om het nieuwe rapport, of om een overbruggingsbrief tot het er is, en "
    "leg het vast bij `assurance`.",
    en="Ask the supplier for the new report, or for a bridge letter until it is there, and record "
    "it under `assurance`.",
)


def check_repository(repository: Repository, options: Mapping[str, Any]) -> Iterator[Found]:
    """Yield what is wrong with the assurance of each supplier whose agreement holds."""
    asked = _terms.asking(repository, lambda m: "independent-assurance" in m.subjects)
    term = _terms.shortest(repository, asked)
    if term is None:
        return
    terms = _assurance.Terms(term, options["grace"])
    for supplier in repository.suppliers:
        contract = _terms.agreement(supplier, repository.as_of)
        if contract is not None and _terms.handles_information(supplier) is not False:
            for found in _of_supplier(supplier, contract, terms, repository.as_of):
                yield found._replace(requirements=asked)


def _of_supplier(
    supplier: Supplier, contract: Contract, terms: Terms, as_of: date
) -> Iterator[Found]:
    assurance = supplier.assurance
    if assurance is None and _assurance.is_due(supplier, contract, terms, as_of):
        yield _absent(supplier, terms)
    if not isinstance(assurance, Assurance):
        return
    if assurance.independent is False:
        yield _by_itself(supplier)
    if isinstance(assurance.scope, str | None) and not (assurance.scope or "").strip():
        yield _without(supplier, "scope", Text(nl="waarover het gaat", en="what it covers"))
    if assurance.period is None:
        yield _without(supplier, "period", Text(nl="over welke periode", en="over which period"))
    until = _assurance.last_day(assurance)
    if until is not None and terms.end(until) < as_of:
        yield _old(supplier, until, terms)


def _absent(supplier: Supplier, terms: Terms) -> Found:
    name, term = supplier.name, terms.term.text
    return Found(
        supplier.place("assurance"),
        Text(
            nl=f"Er is geen bewijs van derden over {name}, terwijl het contract dat elke {term} "
            "belooft.",
            en=f"There is no assurance of third parties about {name}, while the contract promises "
            f"it every {term}.",
        ),
        _HELP,
    )


def _by_itself(supplier: Supplier) -> Found:
    return Found(
        supplier.place("assurance", "independent"),
        Text(
            nl=f"Het bewijs van {supplier.name} komt niet van een onafhankelijke derde; een "
            "leverancier kan niet over zichzelf oordelen.",
            en=f"The assurance of {supplier.name} does not come from an independent third party; "
            "a supplier cannot judge itself.",
        ),
        Text(
            nl="Vraag om een onderzoek door een onafhankelijke derde en leg dat vast.",
            en="Ask for an examination by an independent third party and record that.",
        ),
    )


def _without(supplier: Supplier, field: str, what: Text) -> Found:
    return Found(
        supplier.place("assurance", field),
        Text(
            nl=f"Het bewijs van derden over {supplier.name} zegt niet {what.nl}; zo is niet te "
            "zien of het de dienst van nu dekt.",
            en=f"The assurance about {supplier.name} does not say {what.en}, so it cannot be seen "
            "whether it covers today's service.",
        ),
        Text(nl=f"Vul `{field}` in.", en=f"Fill in `{field}`."),
        subject=field,
    )


def _old(supplier: Supplier, until: date, terms: Terms) -> Found:
    term, grace, end = terms.term.text, terms.grace.text, terms.end(until)
    return Found(
        supplier.place("assurance", "period", "until"),
        Text(
            nl=f"Het bewijs van derden over {supplier.name} loopt tot en met {until}; met {term} "
            f"en {grace} respijt gold het tot en met {end}.",
            en=f"The assurance about {supplier.name} runs up to and including {until}; with {term} "
            f"and {grace} of grace it held up to and including {end}.",
        ),
        _HELP,
    )
