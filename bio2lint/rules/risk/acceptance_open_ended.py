"""RSK004: an accepted risk has an end and a follow-up action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Risk
from bio2lint.model.parts import Acceptance
from bio2lint.rules import Docs, Rule
from bio2lint.rules.risk import _example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="RSK004",
    name="acceptance-open-ended",
    severity=Severity.ERROR,
    source="§6.2",
    summary=Text(
        nl="Een geaccepteerd risico heeft een einddatum en een vervolgactie.",
        en="An accepted risk has an end date and a follow-up action.",
    ),
    kinds=("risk",),
)

DOCS = Docs(
    why=Text(
        nl="Accepteren is uitstel en geen oplossing: de norm kent alleen tijdelijk geaccepteerde "
        "risico's, die structureel worden opgelost. Zonder einde en actie kijkt niemand er nog "
        "naar om.",
        en="Acceptance is a delay and no solution: the norm only knows temporarily accepted risks, "
        "which are then resolved for good. Without an end and an action nobody looks at it again.",
    ),
    fix=Text(
        nl="Spreek een einddatum af en zet die bij `acceptance.until`. Leg bij `actions` vast wat "
        "het risico tegen die tijd oplost.",
        en="Agree on an end date and put it under `acceptance.until`. Record under `actions` what "
        "resolves the risk by then.",
    ),
    bad=_example.accepted(""),
    good=_example.accepted(", until: 2027-05-31"),
)

_END = Text(nl="einddatum", en="end date")
_ACTION = Text(nl="vervolgactie", en="follow-up action")


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield an accepted risk with what it lacks; who acts and when is RSK009's."""
    risk = document.record
    if not isinstance(risk, Risk) or not risk.accepted:
        return
    acceptance = risk.acceptance
    endless = acceptance is None or (
        isinstance(acceptance, Acceptance) and acceptance.until is None
    )
    lacking = [_END] if endless else []
    if risk.actions == ():
        lacking.append(_ACTION)
    if lacking:
        nl = " en zonder ".join(part.nl for part in lacking)
        en = " or ".join(part.en for part in lacking)
        yield Found(
            risk.place("acceptance", "until") if endless else risk.place("actions"),
            Text(
                nl=f"Risico {risk.name} is geaccepteerd zonder {nl}; accepteren mag alleen "
                "tijdelijk, met opvolging.",
                en=f"Risk {risk.name} is accepted without {en}; acceptance may only be "
                "temporary, with follow-up.",
            ),
            Text(
                nl="Geef bij `acceptance` een `until`, en bij `actions` wat het risico oplost.",
                en="Give `acceptance` an `until`, and under `actions` what resolves the risk.",
            ),
        )
