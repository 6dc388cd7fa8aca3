"""OWN002: who advises or examines does not own processes, systems or risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model import Risk, in_force
from bio2lint.model.parts import Acceptance
from bio2lint.rules import Docs, Rule
from bio2lint.rules.ownership import _example, _roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="OWN002",
    name="owner-not-line",
    severity=Severity.ERROR,
    source="§12.2, §12.3",
    summary=Text(
        nl="Processen, systemen en risico's zijn van het lijnmanagement, niet van de CISO, de FG "
        "of de interne auditor.",
        en="Processes, systems and risks belong to line management, not to the CISO, the data "
        "protection officer or the internal auditor.",
    ),
)

DOCS = Docs(
    why=Text(
        nl="Het lijnmanagement is eigenaar van informatie en systemen en draagt de risico's ervan. "
        "Wie daarover adviseert of dat toetst, keurt anders zijn eigen werk.",
        en="Line management owns information and systems and bears their risks. Whoever advises on "
        "them or examines them would otherwise judge their own work.",
    ),
    fix=Text(
        nl="Maak de lijnmanager of proceseigenaar eigenaar en laat hem over risico's besluiten. "
        "Beheersmaatregelen en documenten voor de coördinatie mogen van de CISO blijven.",
        en="Make the line manager or process owner the owner and let them decide on risks. "
        "Controls and documents for coordination may stay with the CISO.",
    ),
    bad=_example.owned_by("ciso"),
    good=_example.owned_by("hoofd-burgerzaken"),
)

_NOUNS = {
    "process": Text(nl="proces", en="process"),
    "system": Text(nl="systeem", en="system"),
    "risk": Text(nl="risico", en="risk"),
}


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each process, system or open risk of an adviser, and each risk that one accepted.

    A role that is also in the line owns by that, so it is passed over.
    """
    for record in (*repository.processes, *repository.systems, *repository.risks):
        if not in_force(record, repository.as_of):
            continue
        noun = _NOUNS[record.kind]
        if function := _roles.advisory(repository, record.owner):
            does = Text(
                nl=f"is eigenaar van {noun.nl} {record.name}",
                en=f"owns {noun.en} {record.name}",
            )
            yield Found(
                record.place("owner"),
                *_texts(str(record.owner), function, does),
                related=_related(repository, record.owner),
            )
        if isinstance(record, Risk) and record.accepted:
            yield from _accepted(repository, record)


def _accepted(repository: Repository, risk: Risk) -> Iterator[Found]:
    by = risk.acceptance.by if isinstance(risk.acceptance, Acceptance) else None
    if function := _roles.advisory(repository, by):
        does = Text(nl=f"accepteerde risico {risk.name}", en=f"accepted risk {risk.name}")
        yield Found(
            risk.place("acceptance", "by"),
            *_texts(str(by), function, does),
            related=_related(repository, by),
        )


def _texts(role: str, function: str, does: Text) -> tuple[Text, Text]:
    name = _roles.ADVISORY[function]
    return Text(
        nl=f"{role} {does.nl}, maar is {name.nl}: wie adviseert of toetst, "
        "draagt niet zelf de verantwoordelijkheid van de lijn.",
        en=f"{role} {does.en}, but is {name.en}: who advises or examines "
        "does not bear the responsibility of the line.",
    ), Text(
        nl="Noem hier de lijnmanager of proceseigenaar die ervoor verantwoordelijk is.",
        en="Name the line manager or process owner here who answers for it.",
    )


def _related(repository: Repository, role: object) -> tuple[Related, ...]:
    (record,) = repository.by_id[str(role)]
    text = Text(nl=f"de functies van {record.name}", en=f"the functions of {record.name}")
    return (Related(record.place("functions"), text),)
