"""How CMP007 says that a document is missing, or not adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Text
from bio2lint.wording import listed

if TYPE_CHECKING:
    from bio2lint.finding import Place
    from bio2lint.model import Paper
    from bio2lint.repository import Repository
    from bio2lint.rules.completeness._papers import Demand

_NAMES = {
    "policy": Text(nl="het beleid dat", en="policy"),
    "procedure": Text(nl="de procedure die", en="procedure"),
    "plan": Text(nl="het plan dat", en="plan"),
    "register": Text(nl="het register dat", en="register"),
}
_PAPER = Text(nl="het stuk dat", en="document")


def missing(repository: Repository, demand: Demand, numbers: list[str]) -> Found:
    """Say that what the measures ask for is not recorded, where they count as implemented."""
    title = repository.norm.title(numbers[0])
    name = _NAMES.get(demand.type, _PAPER)
    adopt = not demand.adopted.isdisjoint(numbers)
    which = listed(numbers)
    return Found(
        _claim(repository, numbers[0]),
        Text(
            nl=f"{which.nl} ({title.nl}) geldt als ingevoerd, maar {name.nl} de norm daarbij "
            "vraagt, is niet vastgelegd.",
            en=f"{which.en} ({title.en}) counts as implemented, but the {name.en} that the norm "
            "asks for is not recorded.",
        ),
        Text(
            nl=f"Leg het vast als `document` met `requirements: [{', '.join(numbers)}]`"
            f"{' en laat het vaststellen' if adopt else ''}; een webadres volstaat.",
            en=f"Record it as a `document` with `requirements: [{', '.join(numbers)}]`"
            f"{' and have it adopted' if adopt else ''}; a web address will do.",
        ),
        requirements=tuple(numbers),
        subject=f"{demand.type} {demand.subject}",
    )


def _claim(repository: Repository, number: str) -> Place:
    """Return where a control says that it implements the measure."""
    control = next(c for c in repository.coverage[number].controls if c.status == "implemented")
    return repository.claim(control, number)


def not_adopted(paper: Paper, numbers: list[str]) -> Found:
    """Say that a document is not adopted though the measures ask so."""
    which = listed(numbers)
    draft = paper.status == "draft"
    why = (
        Text(nl="is nog een concept", en="is still a draft")
        if draft
        else Text(nl="noemt geen besluit", en="names no decision")
    )
    return Found(
        paper.place("status" if draft else "approved"),
        Text(
            nl=f"De norm vraagt bij {which.nl} een vastgesteld stuk; {paper.name} {why.nl}.",
            en=f"The norm asks for an adopted document at {which.en}; {paper.name} {why.en}.",
        ),
        Text(
            nl="Laat het vaststellen en leg het besluit vast: "
            "`approved: {by: …, date: …, ref: …}`.",
            en="Have it adopted and record the decision: `approved: {by: …, date: …, ref: …}`.",
        ),
        requirements=tuple(numbers),
        subject="adopted",
    )
