"""The roles that count when something is decided: who fulfils which function on a day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.deciders import table
from bio2lint.finding import Text
from bio2lint.model.fields import known

if TYPE_CHECKING:
    from bio2lint.model import Organisation, Role
    from bio2lint.repository import Repository

_HANDLE = re.compile(r"@?[A-Za-z0-9][A-Za-z0-9._/-]{0,254}")
_NAMES = {
    "board": Text(nl="het bestuur", en="the board"),
    "executive-management": Text(nl="de directie", en="executive management"),
    "ciso": Text(nl="de CISO", en="the CISO"),
    "process-owner": Text(nl="een proceseigenaar", en="a process owner"),
    "line-manager": Text(nl="een lijnmanager", en="a line manager"),
}


class Decider(NamedTuple):
    """Who decides: the id of a role and its handles, or a function that no role fulfils.

    `instead` says for whom they stand in, and why.
    """

    role: str
    handles: tuple[str, ...] = ()
    instead: Text | None = None


class People(NamedTuple):
    """Whose functions and mandates hold (`ruling`), and every role by its id.

    Nobody decides by a function, mandate or handle that the change itself gives: where a role was
    there before, it counts as it was.
    """

    ruling: Repository
    roles: dict[str, Role]

    @property
    def organisation(self) -> Organisation | None:
        """Return the one organisation, None where there are none or several."""
        found = self.ruling.organisations
        return found[0] if len(found) == 1 else None

    def holders(self, function: str) -> list[Role]:
        """Return the roles that fulfil a function today for this organisation."""
        return [
            role
            for role in self.ruling.roles
            if function in known(role.functions)
            and active(role, self.ruling.as_of)
            and self._serves(role)
        ]

    def _serves(self, role: Role) -> bool:
        own = {organisation.id for organisation in self.ruling.organisations}
        return not role.serves or bool(own.intersection(known(role.serves)))

    def active(self, identifiers: list[str]) -> list[Role]:
        """Return those of the roles that are held today."""
        found = (self.roles.get(one) for one in dict.fromkeys(identifiers))
        return [role for role in found if role and active(role, self.ruling.as_of)]

    def above(self, function: str, absent: Text) -> Decider:
        """Return who decides in place of a function, the nearest one up the line; `absent`: why."""
        up = table.load().up
        instead = Text(
            nl=f"{absent.nl}; dan beslist wie in de lijn daarboven staat",
            en=f"{absent.en}; then whoever stands above it in the line decides",
        )
        while function != table.TOP:
            function = up.get(function, table.EVERYBODY_ELSE)
            if holders := self.holders(function):
                return Decider(holders[0].name, handles(holders[0]), instead)
        return Decider(table.TOP, (), instead)

    def vacant(self, function: str) -> Decider:
        """Return who decides in place of a function that nobody fulfils."""
        name, day = _NAMES.get(function, Text(function, function)), self.ruling.as_of
        absent = Text(
            nl=f"op {day} vervult niemand de functie van {name.nl}",
            en=f"on {day} nobody fulfils the function of {name.en}",
        )
        return self.above(function, absent)

    def in_place_of(self, identifier: str) -> Decider:
        """Return who decides in place of a role that is not there or not held."""
        role, day = self.roles.get(identifier), self.ruling.as_of
        if role is None:
            absent = Text(
                nl=f"de rol {identifier} bestaat niet", en=f"there is no role {identifier}"
            )
            return self.above("", absent)
        absent = Text(
            nl=f"de rol {identifier} wordt op {day} niet vervuld",
            en=f"the role {identifier} is not held on {day}",
        )
        return self.above(next(iter(known(role.functions)), ""), absent)


def of(before: Repository, after: Repository) -> People:
    """Return whose decision counts on a change: that of whoever was in charge before it."""
    ruling = before if before.roles else after
    roles = {role.name: role for one in (after, before) for role in reversed(one.roles)}
    return People(ruling, roles)


def active(role: Role, day: date) -> bool:
    """Whether a role is held on a day; what is unclear about its term does not count against it."""
    start, until = role.start, role.until
    return not (
        (isinstance(start, date) and start > day) or (isinstance(until, date) and until < day)
    )


def handles(role: Role) -> tuple[str, ...]:
    """Return the names of a role on the forge, each with its `@`; what is none is left out."""
    sound = (one for one in known(role.handles) if _HANDLE.fullmatch(one))
    return tuple(dict.fromkeys(f"@{one.removeprefix('@')}" for one in sound))


def decider(role: Role) -> Decider:
    """Return a role as one that decides."""
    return Decider(role.name, handles(role))
