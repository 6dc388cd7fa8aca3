"""RSK006: who accepts a risk has a mandate for its level."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import known
from bio2lint.model.parts import Acceptance, Rating
from bio2lint.rules import Docs, Rule
from bio2lint.rules.ownership import _roles
from bio2lint.rules.risk import _example, _mandates
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Organisation, Risk
    from bio2lint.model.parts import Mandate
    from bio2lint.repository import Repository

RULE = Rule(
    code="RSK006",
    name="acceptance-mandate",
    severity=Severity.ERROR,
    source="hygiene, §12, 5.22.01",
    summary=Text(
        nl="Een risico is geaccepteerd door een rol met mandaat voor het niveau ervan.",
        en="A risk is accepted by a role with a mandate for its level.",
    ),
)

_RATED = """\
inherent: {likelihood: 3, impact: 2, level: medium}
residual: {likelihood: 3, impact: 2, level: medium}
treatment: accept
actions: [{what: Nieuwe website, owner: hoofd-burgerzaken, due: 2027-04-30}]
acceptance: {by: %s, date: 2026-05-28, ref: MT 2026-32, until: 2027-05-31, reason: Vervanging}
"""

DOCS = Docs(
    why=Text(
        nl="Het bestuur bepaalt wie welk risico mag dragen. Accepteert iemand meer dan dat, dan "
        "loopt de organisatie een risico waar het bestuur niet van weet.",
        en="The board sets who may bear which risk. If somebody accepts more than that, the "
        "organisation runs a risk of which the board does not know.",
    ),
    fix=Text(
        nl="Laat een rol met mandaat opnieuw besluiten. Klopt de lijst bij `mandates` niet, pas "
        "die dan aan; wie een hoog risico mag accepteren, mag dat ook met een lager.",
        en="Have a role with a mandate decide anew. If the list under `mandates` is wrong, correct "
        "it; whoever may accept a high risk may accept a lower one as well.",
    ),
    bad=_example.risk(_RATED % "hoofd-werkplek"),
    good=_example.risk(_RATED % "college"),
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each accepted risk whose level is above the mandate of who accepted it.

    The board needs no mandate. Of an adviser who accepts, OWN002 says that already; where no
    mandates are kept, nothing can be told.
    """
    if len(repository.organisations) != 1:
        return
    organisation = repository.organisations[0]
    if not organisation.mandates or not _mandates.understood(organisation):
        return
    for risk in repository.risks:
        acceptance, level = risk.acceptance, _level(risk)
        if risk.accepted and isinstance(acceptance, Acceptance) and level is not None:
            enough = _enough(organisation, level)
            if enough is not None and _decides_in_line(repository, acceptance.by):
                day = acceptance.date if isinstance(acceptance.date, date) else repository.as_of
                valid = [mandate for mandate in enough if _mandates.in_force(mandate, day)]
                holders = [role for mandate in valid for role in known(mandate.roles)]
                if acceptance.by not in holders:
                    yield _found(organisation, risk, level, holders)


def _level(risk: Risk) -> str | None:
    """Return the level of what is left to accept: the residual one, else the inherent one."""
    rating = risk.inherent if risk.residual is None else risk.residual
    return rating.level if isinstance(rating, Rating) and isinstance(rating.level, str) else None


def _enough(organisation: Organisation, level: str) -> list[Mandate] | None:
    """Return the mandates for a level or a higher one; None of a level that the method has not.

    A mandate for what is no level of the method may be meant for this one.
    """
    order = _mandates.levels(organisation)
    if level not in order:
        return None
    lower = order[: order.index(level)]
    return [mandate for mandate in known(organisation.mandates) if mandate.level not in lower]


def _decides_in_line(repository: Repository, role: object) -> bool:
    has = _roles.functions(repository, role)
    return has is not None and "board" not in has and _roles.advisory(repository, role) is None


def _found(organisation: Organisation, risk: Risk, level: str, holders: list[str]) -> Found:
    by = risk.acceptance.by if isinstance(risk.acceptance, Acceptance) else None
    who = listed(list(dict.fromkeys(holders)) or [Text(nl="het bestuur", en="the board")])
    return Found(
        risk.place("acceptance", "by"),
        Text(
            nl=f"{by} accepteerde risico {risk.name} van niveau `{level}`, maar had daarvoor toen "
            "geen mandaat.",
            en=f"{by} accepted risk {risk.name} of level `{level}`, but had no mandate for that "
            "then.",
        ),
        Text(
            nl=f"Laat opnieuw besluiten; dat kan nu: {who.nl}. Of verbeter `mandates`.",
            en=f"Have it decided anew; that can be done by {who.en}. Or correct `mandates`.",
        ),
        related=(
            Related(
                organisation.place("mandates", key=True),
                Text(nl="de mandaten van de organisatie", en="the mandates of the organisation"),
            ),
        ),
    )
