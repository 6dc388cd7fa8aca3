"""When the dependency on a supplier was first analysed, which SUP005 asks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.model import Paper, Risk
from bio2lint.model.fields import complete, known
from bio2lint.model.parts import decided_on

if TYPE_CHECKING:
    from bio2lint.model import Supplier
    from bio2lint.repository import Repository

_MOST_VERSIONS = 100
"""More than a document ever has: following a longer chain for each supplier would take long."""


class Dated(NamedTuple):
    """An analysis, or an earlier version of it, with the day on which it was adopted."""

    record: Paper | Risk
    day: date


def earliest(repository: Repository, supplier: Supplier) -> Dated | None:
    """Return the earliest analysis of a supplier; None where the day of one of them is unknown."""
    if not complete(supplier.analysis):
        return None
    dated: list[Dated] = []
    for name in known(supplier.analysis):
        record = repository.find(name, Paper) or repository.find(name, Risk)
        found = [] if record is None else _versions(repository, record)
        if not found:
            return None
        dated += found
    return min(dated, key=lambda one: one.day)


def _versions(repository: Repository, record: Paper | Risk) -> list[Dated]:
    """Return an analysis and the versions that it supersedes; none where one is not known."""
    versions: dict[str, Paper | Risk] = {record.name: record}
    queue = [record]
    while queue:
        version = queue.pop()
        if not isinstance(version, Paper):
            continue
        if not complete(version.supersedes):
            return []
        for name in known(version.supersedes):
            older = repository.find(name, Paper)
            if older is None or len(versions) > _MOST_VERSIONS:
                return []
            if older.name not in versions:
                versions[older.name] = older
                queue.append(older)
    days = {version: _day(version) for version in versions.values()}
    dated = [Dated(version, day) for version, day in days.items() if isinstance(day, date)]
    return dated if len(dated) == len(days) else []


def _day(record: Paper | Risk) -> object:
    return decided_on(record.approved if isinstance(record, Paper) else record.analysed)
