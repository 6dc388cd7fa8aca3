"""Who may hold what: roles that are in office, and roles that only advise or examine."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.model import Role
from bio2lint.model.fields import known
from bio2lint.rules.ownership import _roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

DECIDING = frozenset(
    {
        "board",
        "executive-management",
        "supervisory-body",
        "ciso",
        "dpo",
        "internal-auditor",
    }
)
"""The functions by which a role decides, advises or examines for the organisation (§12)."""

_OF_THE_LINE = frozenset(("process", "system", "risk"))


def may_own(repository: Repository, kind: str, identifier: object) -> bool:
    """Whether a role may own something of a kind: it is known, in office, and fit for it (§12.3).

    Of a role in another repository that cannot be told, and then it may.
    """
    if not isinstance(identifier, str):
        return False
    role = repository.find(identifier, Role)
    if role is None:
        return ":" in identifier
    if kind in _OF_THE_LINE and _roles.advisory(repository, identifier) is not None:
        return False
    return _in_office(role, repository.as_of)


def held(repository: Repository, identifier: str) -> bool:
    """Whether there is such a role, and it is held on the as-of date for this organisation."""
    role = repository.find(identifier, Role)
    return role is not None and _held(repository, role)


def in_office(repository: Repository) -> Iterator[Role]:
    """Yield the roles that are held on the as-of date for this organisation."""
    return (role for role in repository.roles if _held(repository, role))


def _held(repository: Repository, role: Role) -> bool:
    own = {organisation.id for organisation in repository.organisations}
    serves = not role.serves or bool(own.intersection(known(role.serves)))
    return serves and _in_office(role, repository.as_of)


def _in_office(role: Role, as_of: date) -> bool:
    begun = not isinstance(role.start, date) or role.start <= as_of
    return begun and (not isinstance(role.until, date) or role.until >= as_of)
