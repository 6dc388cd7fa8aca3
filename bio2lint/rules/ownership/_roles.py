"""What is known of a role that a document names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.fields import complete, known
from bio2lint.finding import Text
from bio2lint.model import Role

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


def functions(repository: Repository, identifier: object) -> frozenset[str] | None:
    """Return the functions of the role with that id; None when they are not known for certain."""
    named = repository.by_id.get(identifier, ()) if isinstance(identifier, str) else ()
    role = named[0] if len(named) == 1 else None
    if not isinstance(role, Role) or not complete(role.functions):
        return None
    return frozenset(known(role.functions))


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
