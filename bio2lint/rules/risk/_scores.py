"""Whether a rating follows from the organisation's risk method, and how RSK002 says it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Text
from bio2lint.rules.risk import _method

if TYPE_CHECKING:
    from bio2lint.model.parts import Rating, Scale

NAMES = {
    "likelihood": Text(nl="kans", en="likelihood"),
    "impact": Text(nl="impact", en="impact"),
}


def against_method(rating: Rating, method: Scale) -> tuple[str, Text, Text] | None:
    """Return the field that is wrong, what is wrong with it, and what to do."""
    limits = dict(zip(NAMES, _method.highest(method), strict=True))
    for field, name in NAMES.items():
        score, limit = getattr(rating, field), limits[field]
        if isinstance(score, int) and isinstance(limit, int) and not 1 <= score <= limit:
            return field, *off_scale(name, score, limit)
    return _wrong_level(rating, method)


def off_scale(name: Text, score: int, limit: int) -> tuple[Text, Text]:
    """Return that a score is off the scale, which ends at `limit`, and what to do."""
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
