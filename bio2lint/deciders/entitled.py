"""Whether whoever took a decision had that say, by functions and mandates of before a change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.deciders import Version, alternatives, concerns, level_of, of_function, people, table
from bio2lint.model.fields import known
from bio2lint.model.parts import Decision
from bio2lint.rules.risk import _mandates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bio2lint.deciders.people import People
    from bio2lint.model import Exemption, Risk
    from bio2lint.model.parts import Acceptance
    from bio2lint.repository import Repository

_HIGHEST = frozenset((table.TOP, "supervisory-body"))


def gained(risk: Risk, acceptance: Acceptance, change: tuple[Repository, Repository]) -> bool:
    """Whether whoever accepted a risk may do so only since a change: nobody appoints themself.

    `change` is the repository before and after it.
    """
    after = change[1]
    (case,) = (one for one in table.load().cases if one.about == "acceptance")
    versions = [Version(after, risk)]
    was, becomes = (
        {one.role for one in alternatives(case, versions, people.of(ruling, after))}
        for ruling in change
    )
    return bool(was) and acceptance.by in becomes - was


def may_approve(exemption: Exemption, change: tuple[Repository, Repository]) -> bool:
    """Whether whoever approved an exception might do so before a change, whatever it is about.

    True too where nobody may: then that is what is wrong.
    """
    by = exemption.approved.by if isinstance(exemption.approved, Decision) else None
    versions, who = [Version(change[1], exemption)], people.of(*change)
    return all(
        has_the_say(case.about, by, versions, who)
        for case in table.load().guarding("exceptions")
        if concerns(case, exemption.kind, versions)
    )


def may_accept(acceptance: Acceptance, versions: Sequence[Version], who: People) -> bool:
    """Whether whoever accepted a risk had a mandate for it in each version, or is of the board.

    True too where no mandates are kept, or no level is known: then that cannot be told.
    """
    organisation = who.organisation
    if organisation is None or not organisation.mandates:
        return True
    order = _mandates.levels(organisation)
    stated = [level for _, record in versions if (level := level_of(record)) in order]
    if not stated or not _mandates.understood(organisation):
        return True
    lower = order[: max(order.index(str(level)) for level in stated)]
    day = acceptance.date if isinstance(acceptance.date, date) else who.ruling.as_of
    holders = [
        role
        for mandate in known(organisation.mandates)
        if mandate.level not in lower and _mandates.in_force(mandate, day)
        for role in known(mandate.roles)
    ]
    return acceptance.by in (*holders, *(role.name for role in who.holders("board")))


def may_appoint(by: object, functions: Sequence[str], who: People) -> bool:
    """Whether a role may give functions to another: nobody gives a say above their own (§12.1).

    True too where nobody may.
    """
    highest = _HIGHEST.intersection(functions)
    above = (*_HIGHEST, *(() if highest else (table.EVERYBODY_ELSE,)))
    able = {role.name for function in above for role in of_function(function, who)}
    return not able or by in able


def has_the_say(about: str, by: object, versions: Sequence[Version], who: People) -> bool:
    """Whether a role may decide by a case; True too where nobody may: then that is what is wrong.

    `about` is the name of a case of the table. Who stands above a function in the line may too.
    """
    (case,) = (one for one in table.load().cases if one.about == about)
    able = {one.role for one in alternatives(case, versions, who)}
    return not able or by in able or _stands_above(by, case.who, who)


def _stands_above(by: object, function: str, who: People) -> bool:
    """Whether a role has a function that stands above another in the line."""
    up = table.load().up
    above = []
    while function in up:
        function = up[function]
        above.append(function)
    return any(by == role.name for one in above for role in who.holders(one))
