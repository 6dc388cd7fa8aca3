"""What the scope of the organisation leaves out: the part of CMP009 about the scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Text
from bio2lint.model.fields import complete, known
from bio2lint.model.parts import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.model import Organisation, Process, System
    from bio2lint.model.parts import Texts
    from bio2lint.repository import Repository


_AROUND_A_WORD = ".,;:()[]\"'‘’“”"


def scope_findings(repository: Repository, organisation: Organisation) -> Iterator[Found]:
    """Yield a scope that is not described, and each critical process or system left out."""
    scope = organisation.scope
    if scope is None:
        yield Found(organisation.place("scope"), _NO_SCOPE, _DESCRIBE)
    if isinstance(scope, Scope) and complete(scope.excluded):
        excluded = {
            word
            for item in known(scope.excluded)
            if item.has_reason and isinstance(item.what, str)
            for spelled in item.what.split()
            for word in (spelled, spelled.strip(_AROUND_A_WORD))
        }
        for key, listed_, records in (
            ("processes", scope.processes, repository.processes),
            ("systems", scope.systems, repository.systems),
        ):
            yield from _omitted(organisation, key, listed_, records, excluded)


def _omitted(
    organisation: Organisation,
    key: str,
    inside: Texts,
    records: Iterable[Process | System],
    excluded: set[str],
) -> Iterator[Found]:
    """Yield what is critical and in neither list; a scope without a list is in words alone."""
    if not complete(inside) or not inside:
        return
    settled = excluded.union(known(inside))
    for record in records:
        if record.critical is True and isinstance(record.id, str) and record.id not in settled:
            yield Found(
                organisation.place("scope", key, key=True),
                Text(
                    nl=f"{record.id} is kritiek, maar valt niet in de reikwijdte en wordt dus niet "
                    "beheerst.",
                    en=f"{record.id} is critical, but not in the scope and therefore not managed.",
                ),
                Text(
                    nl=f"Zet {record.id} bij `{key}`, of noem het bij `excluded` met de reden.",
                    en=f"Put {record.id} in `{key}`, or name it under `excluded` with the reason.",
                ),
                subject=record.id,
                related=(Related(record.place("critical"), _CRITICAL),),
            )


_NO_SCOPE = Text(
    nl="De reikwijdte van het managementsysteem is niet beschreven; wat beheerst wordt, is zo "
    "onbekend.",
    en="The scope of the management system is not described; what is managed is then unknown.",
)
_DESCRIBE = Text(
    nl="Beschrijf de reikwijdte bij `scope: {statement: …}`.",
    en="Describe the scope under `scope: {statement: …}`.",
)
_CRITICAL = Text(nl="hier kritiek genoemd", en="called critical here")
