"""SUP002: the agreements with a supplier that processes information have the norm's clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import UNKNOWN, Unknown
from bio2lint.rules import Docs, Rule
from bio2lint.rules.suppliers import _example, _terms
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bio2lint.model import Supplier
    from bio2lint.repository import Repository

RULE = Rule(
    code="SUP002",
    name="contract-clauses",
    severity=Severity.ERROR,
    source="5.20.01-06, 5.21.03-04, 5.23.01",
    summary=Text(
        nl="Het contract met een leverancier die informatie verwerkt heeft de bepalingen die de "
        "norm vraagt; van wat niet nodig is, staat de reden erbij.",
        en="The contract with a supplier that processes information has the clauses that the norm "
        "asks for; a reason is given for what is not needed.",
    ),
)

_FILES = _example.analysis("2026-01-15")
_SOUND = _example.BOUND + _example.ANALYSED

DOCS = Docs(
    why=Text(
        nl="Wat niet in het contract staat, is bij een incident, een audit of een vertrek niet af "
        "te dwingen. De organisatie blijft zelf verantwoordelijk voor wat zij uitbesteedt.",
        en="What is not in the contract cannot be enforced at an incident, an audit or an exit. "
        "The organisation stays responsible for what it outsources.",
    ),
    fix=Text(
        nl="Neem de bepaling op, zo nodig bij een addendum, en zet haar op `true`. Is zij niet "
        "nodig, schrijf dan `{applies: false, reason: …}`.",
        en="Add the clause, if need be in an addendum, and set it to `true`. If it is not needed, "
        "write `{applies: false, reason: …}`.",
    ),
    bad={**_FILES, _example.PATH: _SOUND.replace("exit: true", "exit: false")},
    good={**_FILES, _example.PATH: _SOUND},
)

_NAMES = {
    "requirements": Text(nl="beveiligingseisen", en="security requirements"),
    "audit": Text(nl="het recht op een audit", en="the right to audit"),
    "yearly_proof": Text(nl="jaarlijks bewijs door derden", en="yearly proof by third parties"),
    "transparency": Text(
        nl="openheid over kwetsbaarheden en incidenten",
        en="transparency on vulnerabilities and incidents",
    ),
    "exit": Text(nl="een exit-strategie", en="an exit strategy"),
    "chain": Text(nl="eisen aan de toeleveringsketen", en="requirements on the supply chain"),
    "termination": Text(nl="gronden voor ontbinding", en="grounds for termination"),
}


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each clause that is refused, and once for each supplier those that are not named."""
    always, cloud = (_asked(repository, of) for of in (None, "cloud"))
    for supplier in repository.suppliers:
        agreed = _terms.agreement(supplier, repository.as_of)
        if agreed and _terms.handles_information(supplier) and supplier.clauses is not UNKNOWN:
            wanted = always | cloud if supplier.cloud is True else always
            yield from _of_supplier(supplier, supplier.clauses or {}, wanted)


def _asked(repository: Repository, of: str | None) -> dict[str, list[str]]:
    """Return the measures that ask for each clause, of every supplier or of cloud services."""
    asked: dict[str, list[str]] = {}
    for number in _terms.asking(repository, lambda m: "clauses" in m.demands):
        for clause in repository.norm.measures[number].demands["clauses"]:
            if clause.get("of") == of:
                asked.setdefault(clause["name"], []).append(number)
    return asked


def _of_supplier(
    supplier: Supplier,
    clauses: Mapping[str, bool | Unknown | None],
    wanted: Mapping[str, list[str]],
) -> Iterator[Found]:
    misspelled = not clauses.keys() <= _NAMES.keys()
    absent = [name for name in wanted if name not in clauses and not misspelled]
    for name in wanted:
        if clauses.get(name) is False:
            yield _lacking(supplier, ("clauses", name), [name], wanted)
    if absent:
        yield _lacking(supplier, ("clauses",), absent, wanted)


def _lacking(
    supplier: Supplier,
    pointer: tuple[str, ...],
    names: list[str],
    wanted: Mapping[str, list[str]],
) -> Found:
    what = listed([_NAMES[name] for name in names], most=len(_NAMES))
    return Found(
        supplier.place(*pointer, key=len(pointer) == 1),
        Text(
            nl=f"De afspraken met {supplier.name} hebben volgens de administratie geen bepaling "
            f"over {what.nl}.",
            en=f"By the administration the agreements with {supplier.name} have no clause on "
            f"{what.en}.",
        ),
        Text(
            nl="Neem de bepaling op en zet haar op `true`, of geef met `{applies: false, "
            "reason: …}` de reden waarom zij niet nodig is.",
            en="Add the clause and set it to `true`, or give the reason why it is not needed: "
            "`{applies: false, reason: …}`.",
        ),
        requirements=tuple(dict.fromkeys(n for name in names for n in wanted[name])),
    )
