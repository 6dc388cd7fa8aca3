"""SUP004: the assurance of a supplier is recent, independent, and says what it covers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Severity, Text
from bio2lint.parts import Assurance, Span
from bio2lint.period import Period
from bio2lint.rules import Docs, Option, Rule
from bio2lint.rules.suppliers import _example, _terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bio2lint.model import Supplier
    from bio2lint.parts import Contract
    from bio2lint.repository import Repository

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
    options=(
        Option(
            "grace",
            "period",
            Period(6, 0, "P6M"),
            Text(
                nl="Hoelang na de termijn een nieuw rapport mag uitblijven: rapporten verschijnen "
                "maanden na hun periode, en een overbruggingsbrief dekt die tijd.",
                en="How long after the term a new report may take: reports appear months after "
                "their period, and a bridge letter covers that time.",
            ),
        ),
    ),
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
        "reikwijdte en onafhankelijkheid vast. Hoelang een rapport op zich mag laten wachten, "
        "staat bij de instelling `grace`.",
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
    asked = _terms.asking(repository, _asks_for_assurance)
    term = _terms.shortest(repository, asked)
    if term is None:
        return
    for supplier in repository.suppliers:
        contract = _terms.agreement(supplier, repository.as_of)
        if contract is None or _terms.handles_information(supplier) is False:
            continue
        for found in _of_supplier(supplier, contract, (term, options["grace"]), repository.as_of):
            yield found._replace(requirements=asked)


def _asks_for_assurance(facts: dict[str, Any]) -> bool:
    documents = facts.get("demands", {}).get("documents", ())
    return any(document["subject"] == "independent-assurance" for document in documents)


def _fresh_until(day: date, terms: tuple[Period, Period]) -> date:
    term, grace = terms
    return grace.after(term.after(day))


def _of_supplier(
    supplier: Supplier, contract: Contract, terms: tuple[Period, Period], as_of: date
) -> Iterator[Found]:
    assurance, name = supplier.assurance, supplier.name
    if assurance is None:
        yield from _absent(supplier, contract, terms, as_of)
    if not isinstance(assurance, Assurance):
        return
    if assurance.independent is False:
        yield Found(
            supplier.place("assurance", "independent"),
            Text(
                nl=f"Het bewijs van {name} komt niet van een onafhankelijke derde; een leverancier "
                "kan niet over zichzelf oordelen.",
                en=f"The assurance of {name} does not come from an independent third party; a "
                "supplier cannot judge itself.",
            ),
            Text(
                nl="Vraag om een onderzoek door een onafhankelijke derde en leg dat vast.",
                en="Ask for an examination by an independent third party and record that.",
            ),
        )
    if assurance.scope is None or (
        isinstance(assurance.scope, str) and not assurance.scope.strip()
    ):
        yield _without(supplier, "scope", Text(nl="waarover het gaat", en="what it covers"))
    if assurance.period is None:
        yield _without(supplier, "period", Text(nl="over welke periode", en="over which period"))
    elif isinstance(assurance.period, Span):
        yield from _old(supplier, assurance.period, terms, as_of)


def _absent(
    supplier: Supplier, contract: Contract, terms: tuple[Period, Period], as_of: date
) -> Iterator[Found]:
    """Yield a contract that has the clause on yearly proof for longer than a first report takes.

    Without the clause, that is what is wrong.
    """
    promised = isinstance(supplier.clauses, dict) and supplier.clauses.get("yearly_proof") is True
    new = isinstance(contract.start, date) and _fresh_until(contract.start, terms) >= as_of
    if promised and not new:
        yield Found(
            supplier.place("assurance"),
            Text(
                nl=f"Er is geen bewijs van derden over {supplier.name}, terwijl het contract dat "
                f"elke {terms[0].text} belooft.",
                en=f"There is no assurance of third parties about {supplier.name}, while the "
                f"contract promises it every {terms[0].text}.",
            ),
            _HELP,
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


def _old(
    supplier: Supplier, period: Span, terms: tuple[Period, Period], as_of: date
) -> Iterator[Found]:
    start, until = period
    if not isinstance(until, date) or (isinstance(start, date) and start > until):
        return
    end = _fresh_until(until, terms)
    if end < as_of:
        term, grace = terms
        yield Found(
            supplier.place("assurance", "period", "until"),
            Text(
                nl=f"Het bewijs van derden over {supplier.name} loopt tot en met {until}; met "
                f"{term.text} en {grace.text} respijt gold het tot en met {end}.",
                en=f"The assurance about {supplier.name} runs up to and including {until}; with "
                f"{term.text} and {grace.text} of grace it held up to and including {end}.",
            ),
            _HELP,
        )
