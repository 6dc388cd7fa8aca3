"""SUP001: the register says under which contract each supplier works."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import known
from bio2lint.model.parts import Contract
from bio2lint.rules import Docs, Rule
from bio2lint.rules.suppliers import _example, _terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Supplier
    from bio2lint.repository import Repository

RULE = Rule(
    code="SUP001",
    name="supplier-register",
    severity=Severity.ERROR,
    source="5.22.02",
    summary=Text(
        nl="Van elke leverancier ligt vast onder welk contract of op welke andere grondslag hij "
        "werkt, en dat contract loopt nog zolang hij werkt.",
        en="For each supplier it is recorded under which contract or on what other basis it works, "
        "and that contract runs as long as it does.",
    ),
)

DOCS = Docs(
    why=Text(
        nl="Zonder actueel register van leveranciers en contracten weet niemand welke afspraken "
        "gelden, wanneer ze aflopen en wie de leverancier erop aanspreekt.",
        en="Without a current register of suppliers and contracts nobody knows which agreements "
        "hold, when they end and who holds the supplier to them.",
    ),
    fix=Text(
        nl="Vul `contract` in met soort, nummer en looptijd. Werkt de partij op grond van de wet, "
        "dan is `kind: legal-duty` genoeg. Werk de einddatum bij na een verlenging, of haal een "
        "leverancier die niets meer doet weg bij systemen, beheersmaatregelen en toegang.",
        en="Fill in `contract` with its kind, number and term. If the party works by law, "
        "`kind: legal-duty` is enough. Update the end after a renewal, or remove a supplier that "
        "no longer does anything from systems, controls and access.",
    ),
    bad={_example.PATH: _example.SUPPLIER},
    good={_example.PATH: _example.SUPPLIER + _example.CONTRACT},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each supplier without a contract, and each that works on after its contract ended."""
    asked = _terms.asking(repository, lambda m: "suppliers-and-contracts" in m.subjects)
    if not asked:
        return
    used = _used(repository)
    for supplier in repository.suppliers:
        contract = supplier.contract
        if contract is None or (isinstance(contract, Contract) and _terms.says_nothing(contract)):
            yield _without(supplier, asked)
        elif (
            isinstance(contract, Contract)
            and _terms.ended(contract, repository.as_of)
            and (supplier.id in used or _has_access(supplier, repository.as_of))
        ):
            yield _worn_out(supplier, contract, asked)


def _used(repository: Repository) -> set[str]:
    """Return the ids of suppliers that a system or a control says to rest on."""
    by_systems = (name for system in repository.systems for name in known(system.suppliers))
    by_controls = (
        provision.supplier
        for control in repository.controls
        for provision in known(control.provided_by)
        if isinstance(provision.supplier, str)
    )
    return {*by_systems, *by_controls}


def _has_access(supplier: Supplier, as_of: date) -> bool:
    ends = (access.until for access in known(supplier.access))
    return any(isinstance(until, date) and until >= as_of for until in ends)


def _without(supplier: Supplier, asked: tuple[str, ...]) -> Found:
    return Found(
        supplier.place("contract", key=True),
        Text(
            nl=f"Van leverancier {supplier.name} ligt geen contract vast; zo is niet bekend welke "
            "afspraken gelden en tot wanneer.",
            en=f"No contract is recorded for supplier {supplier.name}, so it is not known which "
            "agreements hold and until when.",
        ),
        Text(
            nl="Vul bij `contract` soort, nummer en looptijd in; bij een wettelijke taak is "
            "`kind: legal-duty` genoeg.",
            en="Give kind, number and term under `contract`; for a legal duty `kind: legal-duty` "
            "is enough.",
        ),
        requirements=asked,
    )


def _worn_out(supplier: Supplier, contract: Contract, asked: tuple[str, ...]) -> Found:
    return Found(
        supplier.place("contract", "end"),
        Text(
            nl=f"Het contract met {supplier.name} eindigde op {contract.end}, maar de leverancier "
            "werkt volgens de administratie nog door.",
            en=f"The contract with {supplier.name} ended on {contract.end}, but by the "
            "administration the supplier still works.",
        ),
        Text(
            nl="Leg de verlenging of het nieuwe contract vast, of haal de leverancier weg waar hij "
            "niets meer doet.",
            en="Record the renewal or the new contract, or remove the supplier where it no longer "
            "does anything.",
        ),
        requirements=asked,
    )
