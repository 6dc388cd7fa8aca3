"""SUP005: the dependency on a supplier and its chain is analysed before the contract is signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.suppliers import _analyses, _example, _terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Supplier
    from bio2lint.repository import Repository
    from bio2lint.rules.suppliers._analyses import Dated

RULE = Rule(
    code="SUP005",
    name="precontract-analysis",
    severity=Severity.ERROR,
    source="5.20.06, 5.21.02",
    summary=Text(
        nl="Van een leverancier die informatie verwerkt zijn afhankelijkheid en keten gewogen "
        "voordat het contract of de verlenging ervan inging.",
        en="For a supplier that processes information, dependency and chain were weighed before "
        "the contract or its renewal began.",
    ),
)

_FILE = {_example.PATH: _example.BOUND + _example.ANALYSED}

DOCS = Docs(
    why=Text(
        nl="Na de handtekening is een leverancier die de organisatie niet los kan laten, of wiens "
        "keten niet deugt, alleen nog duur te vervangen.",
        en="Once the contract is signed, a supplier that the organisation cannot let go, or whose "
        "chain is unsound, can only be replaced at great cost.",
    ),
    fix=Text(
        nl="Noem bij `analysis` het document of risico waarin afhankelijkheid en keten zijn "
        "gewogen, met de datum waarop dat is vastgesteld; van een stuk dat elk jaar wordt herzien "
        "ook de versie van voor het contract. Is het niet gedaan, weeg het dan alsnog, en doe het "
        "bij de verlenging vooraf.",
        en="Under `analysis` name the document or risk that weighs dependency and chain, with the "
        "date on which it was adopted; of what is revised each year also the version from before "
        "the contract. If it was not done, weigh it now, and beforehand at the renewal.",
    ),
    bad={**_example.analysis("2026-03-12"), **_FILE},
    good={**_example.analysis("2026-01-15"), **_FILE},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each supplier without an analysis, and each whose earliest analysis came too late.

    A joint arrangement is decided on and not signed: of that no date is judged.
    """
    asked = _terms.asking(repository, lambda m: m.demands.get("before") == "contract")
    for supplier in repository.suppliers if asked else ():
        contract = _terms.agreement(supplier, repository.as_of)
        if contract is None or not _terms.handles_information(supplier):
            continue
        if supplier.analysis == ():
            yield _missing(supplier, asked)
        elif contract.kind == "contract" and isinstance(contract.start, date):
            earliest = _analyses.earliest(repository, supplier)
            if earliest is not None and earliest.day > contract.start:
                yield _late(supplier, earliest, contract.start, asked)


def _missing(supplier: Supplier, asked: tuple[str, ...]) -> Found:
    return Found(
        supplier.place("analysis", key=True),
        Text(
            nl=f"Van {supplier.name} is niet vastgelegd dat de afhankelijkheid en de keten vooraf "
            "zijn gewogen.",
            en=f"For {supplier.name} it is not recorded that dependency and chain were weighed "
            "beforehand.",
        ),
        Text(
            nl="Noem bij `analysis` het document of risico waarin dat staat, of weeg het alsnog.",
            en="Under `analysis` name the document or risk that does so, or weigh it now.",
        ),
        requirements=asked,
    )


def _late(supplier: Supplier, earliest: Dated, start: date, asked: tuple[str, ...]) -> Found:
    return Found(
        supplier.place("analysis"),
        Text(
            nl=f"De vroegste analyse van {supplier.name} is van {earliest.day}, na het begin van "
            f"het contract op {start}; de risico's waren toen al aangegaan.",
            en=f"The earliest analysis of {supplier.name} is of {earliest.day}, after the contract "
            f"began on {start}; the risks had been taken by then.",
        ),
        Text(
            nl="Noem ook de analyse of de versie van voor het contract; is die er niet, weeg dan "
            "vóór de verlenging opnieuw.",
            en="Name the analysis or version from before the contract as well; if there is none, "
            "weigh again before the renewal.",
        ),
        requirements=asked,
        related=(Related(earliest.record.place(), Text(nl="deze analyse", en="this analysis")),),
    )
