"""VVT003: nobody departs from an active measure before the CISO has advised on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Role
from bio2lint.model.fields import UNKNOWN, complete, known
from bio2lint.model.parts import Decision
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Exemption
    from bio2lint.model.parts import MaybeText
    from bio2lint.repository import Repository

RULE = Rule(
    code="VVT003",
    name="ciso-advice-missing",
    severity=Severity.ERROR,
    source="§12.2",
    summary=Text(
        nl="Over elke afwijking van een overheidsmaatregel heeft de CISO uiterlijk op de dag van "
        "het besluit geadviseerd.",
        en="On every departure from a government measure the CISO has advised no later than the "
        "day of the decision.",
    ),
    protected=True,
)

_EXCEPTION = """\
kind: exception
id: X-009
title: Eén groepsaccount voor het wandscherm van de wacht
type: permitted
requirements: [5.16.02]
owner: hoofd-burgerzaken
reason: Het scherm toont alleen de bezetting en heeft geen eigen gebruikers.
{}approved: {{by: hoofd-burgerzaken, date: 2026-03-10, ref: zaak 2026-0415}}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-burgerzaken}}
"""

DOCS = Docs(
    why=Text(
        nl="Het lijnmanagement vraagt de CISO om advies in alle gevallen waarin het van een "
        "overheidsmaatregel afwijkt, ook waar de maatregel dat zelf toestaat. Zo beslist "
        "niemand zonder de risico's te kennen.",
        en="Line management asks the CISO for advice whenever it departs from a government "
        "measure, also where the measure itself permits that. So nobody decides without "
        "knowing the risks.",
    ),
    fix=Text(
        nl="Vraag het advies vóór het besluit en leg het vast bij `ciso_advice`. Een negatief "
        "advies mag, als het besluit waarmee u ervan afwijkt te vinden is.",
        en="Ask for the advice before the decision and record it under `ciso_advice`. It may "
        "be negative, if the decision that overrules it can be found.",
    ),
    bad={"exceptions/X-009.yaml": _EXCEPTION.format("")},
    good={
        "exceptions/X-009.yaml": _EXCEPTION.format(
            "ciso_advice: {by: ciso, date: 2026-03-03, ref: CISO-advies 2026-03, positive: true}\n"
        )
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield what is wrong with the advice on each departure from an active measure.

    Advice against it is allowed when the decision that overrules it can be found (its `ref`).
    """
    active = frozenset(repository.norm.active)
    for exemption in repository.exceptions:
        measures = tuple(n for n in repository.covered_by(exemption) if n in active)
        if measures and exemption.type in ("deviation", "permitted"):
            yield from _of_departure(repository, exemption, measures)


def _of_departure(
    repository: Repository, exemption: Exemption, measures: tuple[str, ...]
) -> Iterator[Found]:
    advice, approved = exemption.advice, exemption.approved
    if advice is None:
        yield Found(exemption.place("ciso_advice"), _ABSENT, _HELP, measures)
    if not isinstance(advice, Decision):
        return
    if _is_somebody_else(repository, advice.by):
        message = Text(
            nl=f"Dit advies is van {advice.by}, en die rol heeft niet de functie van CISO.",
            en=f"This advice is by {advice.by}, and that role does not have the function of CISO.",
        )
        yield Found(exemption.place("ciso_advice", "by"), message, _HELP, measures)
    if not isinstance(approved, Decision):
        return
    given, decided = advice.date, approved.date
    if given in (None, UNKNOWN) or decided in (None, UNKNOWN):
        return
    if decided < given <= repository.as_of:
        message = Text(
            nl=f"De CISO adviseerde op {given}, na het besluit van {decided}.",
            en=f"The CISO advised on {given}, after the decision of {decided}.",
        )
        yield Found(exemption.place("ciso_advice", "date"), message, _AFTERWARDS, measures)
    if advice.positive is False and approved.ref is None:
        yield Found(exemption.place("ciso_advice", "positive"), _UNANSWERED, _ANSWER, measures)


def _is_somebody_else(repository: Repository, name: MaybeText) -> bool:
    """Whether it is a role of this repository that is certainly not the CISO's.

    Where nobody is CISO, that is OWN004's to say.
    """
    role = repository.find(name, Role) if isinstance(name, str) else None
    if role is None or not complete(role.functions):
        return False
    anybody = any("ciso" in known(one.functions) for one in repository.roles)
    return anybody and "ciso" not in known(role.functions)


_ABSENT = Text(
    nl="Over deze afwijking van een overheidsmaatregel is geen advies van de CISO vastgelegd.",
    en="No advice of the CISO on this departure from a government measure is recorded.",
)
_HELP = Text(
    nl="Vraag de CISO om advies en leg het vast bij `ciso_advice`, met datum en strekking.",
    en="Ask the CISO for advice and record it under `ciso_advice`, with its date and tenor.",
)
_AFTERWARDS = Text(
    nl="Neem het besluit opnieuw, nu met het advies, en pas `approved` aan.",
    en="Take the decision anew, now with the advice, and adjust `approved`.",
)
_UNANSWERED = Text(
    nl="De CISO adviseerde negatief, en waar het besluit staat dat daarvan afwijkt is niet "
    "vastgelegd.",
    en="The CISO advised against it, and where the decision stands that overrules this is not "
    "recorded.",
)
_ANSWER = Text(
    nl="Noem bij `approved: {ref: …}` het besluit dat op het advies ingaat.",
    en="Name under `approved: {ref: …}` the decision that answers the advice.",
)
