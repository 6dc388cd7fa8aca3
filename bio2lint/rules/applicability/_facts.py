"""What shows that a measure applies whatever an exception says: for VVT006."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Text
from bio2lint.model.fields import known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bio2lint.finding import Place
    from bio2lint.model import Supplier
    from bio2lint.repository import Repository

ALWAYS = "any-organisation"

WORDS = {
    ALWAYS: Text(nl="dit geldt voor elke organisatie", en="it holds for any organisation"),
    "cloud-services": Text(nl="er zijn clouddiensten", en="there are cloud services"),
    "internet-facing-systems": Text(
        nl="er hangen systemen aan het internet", en="there are internet-facing systems"
    ),
    "suppliers": Text(nl="er zijn leveranciers", en="there are suppliers"),
    "supplier-access": Text(
        nl="er zijn leveranciers met toegang", en="there are suppliers with access"
    ),
}
_IMPLEMENTED = Text(nl="er is een ingevoerde maatregel voor", en="a control implements it")


def shown(repository: Repository) -> dict[str, Place | None]:
    """Return each fact that the administration shows, with the first place that does so."""
    facts: dict[str, Place | None] = {ALWAYS: None}
    for fact, places in _PLACES.items():
        place = next(places(repository), None)
        if place is not None:
            facts[fact] = place
    return facts


def against(
    repository: Repository, number: str, facts: dict[str, Place | None]
) -> tuple[Text, Place | None] | None:
    """Return what shows that a number applies, and where; None when nothing does."""
    measure = repository.norm.measures.get(number)
    fact = measure.facts.get("applies_with") if measure is not None else None
    if fact in facts:
        return WORDS[fact], facts[fact]
    for control in repository.coverage[number].controls:
        if control.status == "implemented" and _says_itself(repository, number):
            return _IMPLEMENTED, control.place("status")
    return None


def _says_itself(repository: Repository, number: str) -> bool:
    """Whether a control that names the number is about that alone, and not about its measures."""
    control = repository.norm.controls.get(number)
    return control is None or not control.measures


def _cloud(repository: Repository) -> Iterator[Place]:
    return (s.place("cloud") for s in repository.suppliers if s.cloud is True)


def _internet_facing(repository: Repository) -> Iterator[Place]:
    return (s.place("internet_facing") for s in repository.systems if s.internet_facing is True)


def _suppliers(repository: Repository) -> Iterator[Place]:
    return (supplier.place() for supplier in repository.suppliers)


def _access(repository: Repository) -> Iterator[Place]:
    as_of = repository.as_of
    return (s.place("access") for s in repository.suppliers if _has_access(s, as_of))


def _has_access(supplier: Supplier, as_of: date) -> bool:
    return any(
        access.until is None or (isinstance(access.until, date) and access.until >= as_of)
        for access in known(supplier.access)
    )


_PLACES: dict[str, Callable[[Repository], Iterator[Place]]] = {
    "cloud-services": _cloud,
    "internet-facing-systems": _internet_facing,
    "suppliers": _suppliers,
    "supplier-access": _access,
}
