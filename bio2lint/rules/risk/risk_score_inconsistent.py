"""RSK002: a risk's ratings follow from the organisation's method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model import in_force
from bio2lint.model.fields import Unknown
from bio2lint.model.parts import Rating, Scale
from bio2lint.rules import Docs, Rule
from bio2lint.rules.risk import _example, _method, _scores

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

_RATED = """\
inherent: {likelihood: 3, impact: 2, level: medium}
residual: {likelihood: 2, impact: 2, level: %s}
treatment: mitigate
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
    bad=_example.risk(_RATED % "medium"),
    good=_example.risk(_RATED % "low"),
)

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
        if isinstance(rating, Rating) and (wrong := _scores.against_method(rating, method)):
            sound = False
            field, message, help_ = wrong
            yield Found(risk.place(which, field), message, help_, related=related)
    _, limit = _method.highest(method)
    scores = {} if isinstance(risk.impact_areas, Unknown) else risk.impact_areas
    for area, score in scores.items():
        if isinstance(score, int) and isinstance(limit, int) and score > limit:
            name = Text(nl=f"impact {area}", en=f"impact {area}")
            message, help_ = _scores.off_scale(name, score, limit)
            yield Found(risk.place("impact_areas", area), message, help_, related=related)
    if sound and isinstance(risk.inherent, Rating) and isinstance(risk.residual, Rating):
        yield from _above(risk, risk.inherent, risk.residual)


def _above(risk: Risk, inherent: Rating, residual: Rating) -> Iterator[Found]:
    """Compare the scores: sound levels follow from them, so theirs need no look of their own."""
    for field, name in _scores.NAMES.items():
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
