"""RSK009: each treatment action of an open risk has an owner and a day, and is done by then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Risk, in_force
from bio2lint.model.fields import each
from bio2lint.rules import Docs, Rule
from bio2lint.rules.risk import _example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.document import Document
    from bio2lint.model.parts import Action
    from bio2lint.norm import Norm

RULE = Rule(
    code="RSK009",
    name="treatment-overdue",
    severity=Severity.WARNING,
    source="§6.2",
    summary=Text(
        nl="Elke actie tegen een open risico heeft een eigenaar en een datum en is op tijd gereed.",
        en="Every action against an open risk has an owner and a date, and is done in time.",
    ),
    kinds=("risk",),
    dated=True,
)

_RATED = """\
inherent: {likelihood: 3, impact: 2, level: medium}
residual: {likelihood: 2, impact: 2, level: low}
treatment: mitigate
actions: [{what: Dagelijkse controle inrichten, owner: hoofd-burgerzaken, due: %s}]
"""

DOCS = Docs(
    why=Text(
        nl="Een risico wordt pas kleiner als de acties ertegen zijn uitgevoerd. Wat niemand op een "
        "dag gereed moet hebben, blijft liggen.",
        en="A risk only becomes smaller once the actions against it are carried out. What nobody "
        "has to finish by a day is left undone.",
    ),
    fix=Text(
        nl="Voer de actie uit en zet de dag bij `done`, of spreek een nieuwe datum af en leg uit "
        "waarom. Geef elke actie een `owner` en een `due`.",
        en="Carry out the action and put the day under `done`, or agree on a new date and explain "
        "why. Give every action an `owner` and a `due`.",
    ),
    bad=_example.risk(_RATED % "2026-10-30"),
    good=_example.risk(_RATED % "2026-10-30, done: 2026-10-28"),
)

_FIELDS = {"owner": Text(nl="eigenaar", en="owner"), "due": Text(nl="datum", en="date")}


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each action that is late, or has no owner or no date, unless it is done."""
    risk = document.record
    if not isinstance(risk, Risk) or not in_force(risk, as_of):
        return
    for index, action in each(risk.actions):
        if action.done is None:
            if isinstance(action.due, date) and action.due < as_of:
                yield _late(risk, index, action.due)
            elif lacking := _lacking(action):
                yield _incomplete(risk, index, lacking)


def _lacking(action: Action) -> list[str]:
    return [field for field in _FIELDS if getattr(action, field) is None]


def _late(risk: Risk, index: int, due: date) -> Found:
    return Found(
        risk.place("actions", index, "due"),
        Text(
            nl=f"Deze actie tegen risico {risk.name} moest op {due} gereed zijn en is dat niet.",
            en=f"This action against risk {risk.name} was due on {due} and is not done.",
        ),
        Text(
            nl="Zet bij `done` wanneer zij gereed kwam, of spreek een nieuwe datum af.",
            en="Put the day on which it was done under `done`, or agree on a new date.",
        ),
    )


def _incomplete(risk: Risk, index: int, lacking: list[str]) -> Found:
    nl = " en geen ".join(_FIELDS[field].nl for field in lacking)
    en = " and no ".join(_FIELDS[field].en for field in lacking)
    fields = " en ".join(f"`{field}`" for field in lacking)
    return Found(
        risk.place("actions", index, lacking[0]),
        Text(
            nl=f"Deze actie tegen risico {risk.name} heeft geen {nl}; zo komt er niets van.",
            en=f"This action against risk {risk.name} has no {en}; nothing will come of it.",
        ),
        Text(nl=f"Geef {fields}.", en=f"Give {fields.replace(' en ', ' and ')}."),
    )
