"""OWN004: there is a board and one CISO for each scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import complete, each, known
from bio2lint.rules import Docs, Rule
from bio2lint.rules.ownership import _roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Role
    from bio2lint.norm import Norm
    from bio2lint.repository import Repository

RULE = Rule(
    code="OWN004",
    name="role-vacant",
    severity=Severity.ERROR,
    source="5.02.02, §12",
    summary=Text(
        nl="Er is een bestuur, en voor elke reikwijdte één CISO.",
        en="There is a board, and one CISO for each scope.",
    ),
    absence=True,
)

_SECOND = """\
kind: role
id: ciso-gastvrijland
title: CISO van buurgemeente Gastvrijland
functions: [ciso]
contact: ciso@gastvrijland.example
appointed: {by: college, date: 2026-01-13, ref: BW 2026-009}
"""

DOCS = Docs(
    why=Text(
        nl="Het bestuur draagt de eindverantwoordelijkheid en de CISO adviseert het onafhankelijk. "
        "Ontbreekt een van beide, of zijn er twee CISO's, dan kan niemand besluiten of adviseren "
        "zoals de norm vraagt.",
        en="The board bears final responsibility and the CISO advises it independently. If either "
        "is missing, or there are two CISOs, nobody can decide or advise as the norm asks.",
    ),
    fix=Text(
        nl="Geef het bestuur en de CISO een rol met een lopende termijn. Werkt een CISO voor een "
        "andere organisatie, noem die dan bij `serves`.",
        en="Give the board and the CISO a role with a current term. If a CISO works for another "
        "organisation, name that under `serves`.",
    ),
    bad={"roles/ciso-gastvrijland.yaml": _SECOND},
    good={"roles/ciso-gastvrijland.yaml": f"{_SECOND}serves: [gastvrijland]\n"},
)

_OWN_ORGANISATION = ""
"""The scope of a CISO who serves no other organisation."""


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each of the two functions that no role holds today, and each CISO too many."""
    yield from _vacancy(repository, "board", Text(nl="bestuur", en="board"))
    yield from _vacancy(repository, "ciso", Text(nl="CISO", en="CISO"))
    yield from _rivals(repository)


def _vacancy(repository: Repository, function: str, name: Text) -> Iterator[Found]:
    holders = [role for role in repository.roles if _roles.holds(role, function) is not False]
    if any(_roles.active(role, repository.as_of) is not False for role in holders):
        return
    yield Found(
        repository.organisation_place,
        Text(
            nl=f"Op {repository.as_of} vervult geen rol de functie {name.nl}; "
            "niemand kan dan besluiten of adviseren zoals de norm vraagt.",
            en=f"On {repository.as_of} no role holds the function of {name.en}; "
            "nobody can then decide or advise as the norm asks.",
        ),
        Text(
            nl=f"Geef de rol die dit doet `functions: [{function}]`, met een lopende termijn.",
            en=f"Give the role that does this `functions: [{function}]`, with a current term.",
        ),
        requirements=repository.norm.demanding(f"{function}-appointment"),
        subject=function,
        related=tuple(
            Related(
                role.place("functions"),
                Text(
                    nl=f"{role.name} wordt op {repository.as_of} niet vervuld",
                    en=f"{role.name} is not held on {repository.as_of}",
                ),
            )
            for role in holders
        ),
    )


def _rivals(repository: Repository) -> Iterator[Found]:
    """Yield each active CISO whose scope an earlier one has; who serves others is theirs."""
    first: dict[str, Role] = {}
    own = {organisation.id for organisation in repository.organisations}
    for role in repository.roles:
        active = "ciso" in known(role.functions) and _roles.active(role, repository.as_of) is True
        if not active or not complete(role.serves):
            continue
        served = {_OWN_ORGANISATION if name in own else name for name in known(role.serves)}
        scopes = sorted(served) or [_OWN_ORGANISATION]
        holders = [first.setdefault(scope, role) for scope in scopes]
        rival = next((holder for holder in holders if holder.name != role.name), None)
        if rival is not None:
            yield _too_many(role, rival, repository.norm)


def _too_many(role: Role, rival: Role, norm: Norm) -> Found:
    at = next(index for index, function in each(role.functions) if function == "ciso")
    return Found(
        role.place("functions", at),
        Text(
            nl=f"{role.name} en {rival.name} zijn allebei CISO voor dezelfde organisatie; "
            "zo is onduidelijk wie adviseert.",
            en=f"{role.name} and {rival.name} are both CISO of the same organisation; "
            "it is then unclear who advises.",
        ),
        Text(
            nl="Beëindig een van beide met `until`, of noem bij `serves` voor wie deze rol werkt.",
            en="End one of them with `until`, or name under `serves` whom this role works for.",
        ),
        requirements=norm.demanding("ciso-appointment"),
        subject=rival.name,
        related=(
            Related(rival.place("functions"), Text(nl="de andere CISO", en="the other CISO")),
        ),
    )
