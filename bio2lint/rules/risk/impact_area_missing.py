"""RSK003: the risk method weighs all eight impact areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model import in_force
from bio2lint.model.parts import Method
from bio2lint.rules import Docs, Option, Rule
from bio2lint.rules._example import ORGANISATION
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bio2lint.model import Organisation, Risk
    from bio2lint.repository import Repository

RULE = Rule(
    code="RSK003",
    name="impact-area-missing",
    severity=Severity.ERROR,
    source="§17",
    summary=Text(
        nl="De risicomethode beschrijft alle acht impactgebieden of zegt waarom een gebied niet "
        "speelt.",
        en="The risk method describes all eight impact areas, or says why one does not apply.",
    ),
    options=(
        Option(
            "per_risk",
            "flag",
            default=False,
            about=Text(
                nl="Vraag ook van elk open risico een score op elk gebied dat speelt.",
                en="Ask of every open risk as well a score for each area that applies.",
            ),
        ),
    ),
)

_TRUST = "    trust: Van enkele bezorgde inwoners (1) tot inwoners die gegevens achterhouden (5).\n"

DOCS = Docs(
    why=Text(
        nl="Schade aan vertrouwen of bestuur telt voor een overheid even zwaar als geld. Een "
        "gebied dat de methode niet noemt, weegt niemand mee.",
        en="Damage to trust or governance weighs as much for a government as money does. An area "
        "that the method does not name is weighed by nobody.",
    ),
    fix=Text(
        nl="Beschrijf bij `impact_areas` wat de laagste en de hoogste score betekenen. Speelt een "
        "gebied niet, schrijf dan `{applies: false, reason: …}`.",
        en="Describe under `impact_areas` what the lowest and highest score mean. If an area does "
        "not apply, write `{applies: false, reason: …}`.",
    ),
    bad={"organisation.yaml": ORGANISATION.replace(_TRUST, "")},
    good={"organisation.yaml": ORGANISATION},
)

AREAS = (
    "political",
    "diplomatic",
    "financial",
    "image",
    "trust",
    "publicity",
    "motivation",
    "management-control",
)
"""What is to be weighed at least (§17)."""


def check_repository(repository: Repository, *, options: Mapping[str, Any]) -> Iterator[Found]:
    """Yield a method without some of the areas and, if asked, each open risk without some scores.

    Without a method there is RSK001; a name that is no area may be any of those missing. Of a risk
    only scores are asked that the method describes: what it lacks is one finding.
    """
    for organisation in repository.organisations:
        method = organisation.method
        if isinstance(method, Method) and isinstance(method.impact_areas, dict):
            missing = _missing(AREAS, method.impact_areas)
            if missing:
                yield _found(organisation, missing)
            if options["per_risk"] and len(repository.organisations) == 1:
                applying = [area for area in AREAS if method.impact_areas.get(area)]
                yield from _unscored(repository, organisation, applying)


def _unscored(
    repository: Repository, organisation: Organisation, applying: list[str]
) -> Iterator[Found]:
    related = Related(
        organisation.place("risk_method", "impact_areas"),
        Text(nl="de gebieden in de risicomethode", en="the areas in the risk method"),
    )
    for risk in repository.risks:
        if in_force(risk, repository.as_of) and isinstance(risk.impact_areas, dict):
            missing = _missing(applying, risk.impact_areas)
            if missing:
                yield _unscored_risk(risk, missing, related)


def _missing(wanted: tuple[str, ...] | list[str], named: Mapping[str, object]) -> list[str]:
    misspelled = any(name not in AREAS for name in named)
    return [] if misspelled else [area for area in wanted if area not in named]


def _found(organisation: Organisation, missing: list[str]) -> Found:
    areas = listed([f"`{area}`" for area in missing], len(missing))
    which = Text(nl="het impactgebied", en="the impact area")
    if len(missing) > 1:
        which = Text(nl="de impactgebieden", en="the impact areas")
    return Found(
        organisation.place("risk_method", "impact_areas", missing[0]),
        Text(
            nl=f"De risicomethode zegt niets over {which.nl} {areas.nl}; zo weegt niemand die "
            "schade mee.",
            en=f"The risk method says nothing of {which.en} {areas.en}; nobody then weighs that "
            "damage.",
        ),
        Text(
            nl="Beschrijf elk gebied, of schrijf `{applies: false, reason: …}` als het niet "
            "speelt.",
            en="Describe each area, or write `{applies: false, reason: …}` if it does not apply.",
        ),
    )


def _unscored_risk(risk: Risk, missing: list[str], related: Related) -> Found:
    areas = listed([f"`{area}`" for area in missing], len(missing))
    return Found(
        risk.place("impact_areas", missing[0]),
        Text(
            nl=f"Risico {risk.name} heeft geen score voor {areas.nl}.",
            en=f"Risk {risk.name} has no score for {areas.en}.",
        ),
        Text(
            nl="Geef bij `impact_areas` van elk gebied een score.",
            en="Give under `impact_areas` a score for each area.",
        ),
        related=(related,),
    )
