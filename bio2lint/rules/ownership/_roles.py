"""What is known of a role that a document names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Text
from bio2lint.model import Role
from bio2lint.model.fields import UNKNOWN, Unknown, complete, known
from bio2lint.model.parts import backwards

if TYPE_CHECKING:
    from bio2lint.repository import Repository

ADVISORY = {
    "ciso": Text(nl="CISO", en="CISO"),
    "dpo": Text(nl="functionaris gegevensbescherming", en="data protection officer"),
    "internal-auditor": Text(nl="interne auditor", en="internal auditor"),
}
"""Who advises or examines, and therefore does not answer for the work itself (§12.3)."""

_LINE = frozenset(
    {
        "board",
        "executive-management",
        "head-of-operations",
        "line-manager",
        "process-owner",
        "system-owner",
        "supplier-manager",
    }
)
_ABOVE = {
    "process-owner": frozenset({"board", "executive-management"}),
    "executive-management": frozenset({"board"}),
}
"""Who may decide for a role that the norm names, because they stand above it in the line."""


def functions(repository: Repository, identifier: object) -> frozenset[str] | None:
    """Return the functions of the role with that id; None when they are not known for certain."""
    named = repository.by_id.get(identifier, ()) if isinstance(identifier, str) else ()
    role = named[0] if len(named) == 1 else None
    if not isinstance(role, Role) or not complete(role.functions):
        return None
    return frozenset(known(role.functions))


def may_act_as(has: frozenset[str], function: str) -> bool:
    """Whether somebody with these functions may decide what the norm leaves to one function."""
    return function in has or not has.isdisjoint(_ABOVE.get(function, ()))


def advisory(repository: Repository, identifier: object) -> str | None:
    """Return the function by which a role only advises or examines; None of one in the line."""
    has = functions(repository, identifier) or frozenset()
    return next((name for name in ADVISORY if name in has and not has & _LINE), None)


def owners_of_processes(repository: Repository) -> frozenset[str]:
    """Return the roles that are process owners by function, or by what they own."""
    by_function = {r.name for r in repository.roles if "process-owner" in known(r.functions)}
    return frozenset(
        by_function.union(p.owner for p in repository.processes if isinstance(p.owner, str))
    )


def holds(role: Role, function: str) -> bool | Unknown:
    """Whether a role has a function."""
    if function in known(role.functions):
        return True
    return UNKNOWN if role.functions is UNKNOWN or UNKNOWN in role.functions else False


def active(role: Role, as_of: date) -> bool | Unknown:
    """Whether a role is held on a day; UNKNOWN too where its term cannot be right."""
    start, until = role.start, role.until
    if backwards(start, until):
        return UNKNOWN
    if (isinstance(start, date) and start > as_of) or (isinstance(until, date) and until < as_of):
        return False
    return UNKNOWN if UNKNOWN in (start, until) else True
