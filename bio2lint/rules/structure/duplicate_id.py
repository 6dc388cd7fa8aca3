"""STR004: an id is unique in the repository, also when compared without case."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository

RULE = Rule(
    code="STR004",
    name="duplicate-id",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Elk kenmerk komt één keer voor, ook zonder op hoofdletters te letten.",
        en="Every id occurs once, also without regard to case.",
    ),
)

_ROLE = """\
kind: role
id: hoofd-inkoop
title: Hoofd inkoop
functions: [line-manager, supplier-manager]
contact: inkoop@lindemeer.example
"""
_PATH = "roles/inkoop.yaml"

DOCS = Docs(
    why=Text(
        nl="Verwijzingen gaan op kenmerk. Hebben twee documenten hetzelfde kenmerk, dan weet "
        "niemand welk risico, welke maatregel of welk bewijs bedoeld is.",
        en="References go by id. If two documents have the same id, nobody knows which risk, "
        "control or evidence is meant.",
    ),
    fix=Text(
        nl="Geef een van de documenten een ander kenmerk en werk de verwijzingen ernaar bij. Een "
        "verschil in alleen hoofdletters is niet genoeg.",
        en="Give one of the documents another id and update the references to it. A difference in "
        "case alone is not enough.",
    ),
    bad={_PATH: _ROLE.replace("id: hoofd-inkoop", "id: Hoofd-ICT")},
    good={_PATH: _ROLE},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield one finding for each id that several documents have, with all their places."""
    same: dict[str, list[Record]] = defaultdict(list)
    for identifier, records in repository.by_id.items():
        same[identifier.casefold()] += records
    for records in same.values():
        if len(records) > 1:
            first, second, *others = sorted(records, key=lambda r: (r.path, r.ordinal))
            yield _found(first, second, others)


def _found(first: Record, second: Record, others: list[Record]) -> Found:
    return Found(
        second.place(),
        Text(
            nl=f"Het kenmerk `{second.name}` is al in gebruik in {first.path}; verwijzingen zijn "
            "daardoor niet eenduidig.",
            en=f"The id `{second.name}` is already used in {first.path}, so references to it are "
            "not clear.",
        ),
        Text(
            nl="Geef een van de documenten een ander kenmerk.",
            en="Give one of the documents another id.",
        ),
        related=tuple(
            Related(other.place(), Text(nl="ook hier", en="here too")) for other in (first, *others)
        ),
    )
