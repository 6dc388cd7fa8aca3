"""RSK002: a risk's ratings follow from the organisation's method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.fields import Unknown
from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model import in_force
from bio2lint.parts import Rating, Scale
from bio2lint.rules import Docs, Rule
from bio2lint.rules.risk import _method

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Risk
    from bio2lint.repository import Repository

RULE = Rule(
    code="RSK002",
    name="risk-score-inconsistent",
    severity=Severity.ERROR,
    source="§6.4",
    summary=Text(
        nl="Kans, impact en niveau van een risico volgen de risicomethode, en het restrisico is "
        "niet hoger dan het inherente risico.",
        en="Likelihood, impact and level of a risk follow the risk method, and the residual risk "
        "is not above the inherent one.",
    ),
)

_RISK = """\
kind: risk
id: R-007
title: Website toont verouderde openingstijden na een storing
owner: hoofd-burgerzaken
threat: Storing bij de beheerder van de website
consequence: Inwoners staan voor een gesloten deur
processes: [burgerzaken]
inherent: {likelihood: 3, impact: 2, level: medium}
residual: {likelihood: 2, impact: 2, level: %s}
treatment: mitigate
review: {last: 2026-09-03, interval: P6M, by: hoofd-burgerzaken}
"""

DOCS = Docs(
    why=Text(
        nl="Wie risico's met elkaar vergelijkt en wie ze mag accepteren, gaat uit van de scores. "
        "Die moeten dus voor iedereen hetzelfde betekenen, en behandeling maakt een risico niet "
        "groter.",
        en="Comparing risks, and who may accept them, rests on the scores. So those must mean the "
        "same to everyone, and treatment does not make a risk larger.",
    ),
    fix=Text(
        nl="Reken het niveau na met `risk_method.levels` en verbeter de score of het niveau. Pas "
        "de methode alleen aan met een nieuw besluit.",
        en="Work out the level with `risk_method.levels` and correct the score or the level. "
        "Change the method by a new decision only.",
    ),
    bad={"risks/R-007.yaml": _RISK % "medium"},
    good={"risks/R-007.yaml": _RISK % "low"},
)

_SCORES = {
    "likelihood": Text(nl="kans", en="likelihood"),
    "impact": Text(nl="impact", en="impact"),
}

_NO_METHOD = Scale(None, None, None)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield at most one finding for each score; a closed risk keeps the method of its day."""
    method = _NO_METHOD
    related: tuple[Related, ...] = ()
    if len(repository.organisations) == 1:
        organisation = repository.organisations[0]
        if isinstance(organisation.scale, Scale):
            method = organisation.scale
            text = Text(nl="de risicomethode", en="the risk method")
            related = (Related(organisation.place("risk_method", key=True), text),)
    for risk in repository.risks:
        if in_force(risk, repository.as_of):
            yield from _of_risk(risk, method, related)


def _of_risk(risk: Risk, method: Scale, related: tuple[Related, ...]) -> Iterator[Found]:
    sound = True
    for which, rating in (("inherent", risk.inherent), ("residual", risk.residual)):
        if isinstance(rating, Rating) and (wrong := _against_method(rating, method)):
            sound = False
            field, message, help_ = wrong
            yield Found(risk.place(which, field), message, help_, related=related)
    _, limit = _method.highest(method)
    scores = {} if isinstance(risk.impact_areas, Unknown) else risk.impact_areas
    for area, score in scores.items():
        if isinstance(score, int) and isinstance(limit, int) and score > limit:
            message, help_ = _off_scale(
                Text(nl=f"impact {area}", en=f"impact {area}"), score, limit
            )
            yield Found(risk.place("impact_areas", area), message, help_, related=related)
    if sound and isinstance(risk.inherent, Rating) and isinstance(risk.residual, Rating):
        yield from _above(risk, risk.inherent, risk.residual)


def _against_method(rating: Rating, method: Scale) -> tuple[str, Text, Text] | None:
    """Return the field that is wrong, what is wrong with it, and what to do."""
    limits = dict(zip(_SCORES, _method.highest(method), strict=True))
    for field, name in _SCORES.items():
        score, limit = getattr(rating, field), limits[field]
        if isinstance(score, int) and isinstance(limit, int) and not 1 <= score <= limit:
            return field, *_off_scale(name, score, limit)
    return _wrong_level(rating, method)


def _off_scale(name: Text, score: int, limit: int) -> tuple[Text, Text]:
    return (
        Text(
            nl=f"De {name.nl} {score} valt buiten de schaal van de risicomethode "
            f"(1 tot en met {limit}).",
            en=f"The {name.en} {score} is off the scale of the risk method (1 to {limit}).",
        ),
        Text(nl="Kies een score op de schaal.", en="Choose a score on the scale."),
    )


def _wrong_level(rating: Rating, method: Scale) -> tuple[str, Text, Text] | None:
    known = _method.names(method)
    likelihood, impact = rating.likelihood, rating.impact
    if not isinstance(rating.level, str) or not known:
        return None
    right = None
    if isinstance(likelihood, int) and isinstance(impact, int):
        right = _method.level(method, likelihood, impact)
    stated = rating.level[:40]
    if right is not None and rating.level != right:
        return (
            "level",
            Text(
                nl=f"Kans {likelihood} en impact {impact} geven volgens de risicomethode niveau "
                f"`{right}`, niet `{stated}`.",
                en=f"By the risk method likelihood {likelihood} and impact {impact} make level "
                f"`{right}`, not `{stated}`.",
            ),
            Text(
                nl="Verbeter de scores of het niveau: besluiten over het risico steunen erop.",
                en="Correct the scores or the level: decisions on the risk rest on them.",
            ),
        )
    if rating.level not in known:
        return (
            "level",
            Text(
                nl=f"De risicomethode kent het niveau `{stated}` niet.",
                en=f"The risk method has no level `{stated}`.",
            ),
            Text(nl=f"Kies uit: {', '.join(known)}.", en=f"Choose from: {', '.join(known)}."),
        )
    return None


def _above(risk: Risk, inherent: Rating, residual: Rating) -> Iterator[Found]:
    """Compare the scores: sound levels follow from them, so theirs need no look of their own."""
    for field, name in _SCORES.items():
        before, after = getattr(inherent, field), getattr(residual, field)
        if isinstance(before, int) and isinstance(after, int) and after > before:
            yield Found(
                risk.place("residual", field),
                Text(
                    nl=f"De {name.nl} van het restrisico is {after}, hoger dan {before} van het "
                    "inherente risico; behandeling maakt een risico niet groter.",
                    en=f"The {name.en} of the residual risk is {after}, above {before} of the "
                    "inherent risk; treatment does not make a risk larger.",
                ),
                Text(nl="Verbeter een van beide scores.", en="Correct one of the two scores."),
                related=(
                    Related(
                        risk.place("inherent", field),
                        Text(nl=f"de inherente {name.nl}", en=f"the inherent {name.en}"),
                    ),
                ),
            )
            return
