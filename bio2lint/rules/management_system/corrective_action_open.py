"""ISM004: the follow-up of an audit, test or incident is done in time, by somebody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Evidence, Paper, in_force
from bio2lint.model.fields import each
from bio2lint.model.parts import Result
from bio2lint.rules import Docs, Rule
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.document import Document
    from bio2lint.model.parts import Action
    from bio2lint.norm import Norm

RULE = Rule(
    code="ISM004",
    name="corrective-action-open",
    severity=Severity.WARNING,
    source="§8, ISO 27001 10.2",
    summary=Text(
        nl="Wat uit een audit, test of incident volgt heeft een eigenaar en een datum, en is op "
        "die datum gedaan.",
        en="What follows from an audit, test or incident has an owner and a date, and is done by "
        "that date.",
    ),
    kinds=("document", "evidence"),
    dated=True,
)

_REPORT = """\
kind: document
id: interne-audit-2026
title: Interne audit 2026
owner: auditor
type: internal-audit
path: documents/interne-audit-2026.md
status: approved
approved: {by: college, date: 2026-06-09, ref: BW 2026-131}
result:
  outcome: partial
  follow_up:
    - {what: Rechten van vertrekkers elke maand nalopen, owner: hoofd-ict, due: 2026-10-30%s}
"""
_PATH = "documents/interne-audit-2026.yaml"

DOCS = Docs(
    why=Text(
        nl="Een bevinding waar niemand iets mee doet, komt bij de volgende audit of het volgende "
        "incident terug. Zonder eigenaar of datum wordt zij door niemand gemist.",
        en="A finding that nobody acts on comes back at the next audit or incident. Without an "
        "owner or a date nobody misses it.",
    ),
    fix=Text(
        nl="Zet bij elke actie `owner` en `due`, en bij `done` de dag waarop zij klaar was. Lukt "
        "de datum niet, leg dan vast wie een nieuwe datum goedvond.",
        en="Give each action an `owner` and `due`, and under `done` the day on which it was "
        "finished. If the date is not met, record who agreed to a new one.",
    ),
    bad={_PATH: _REPORT % ""},
    good={_PATH: _REPORT % ", done: 2026-10-15"},
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each open follow-up that is late, or that has no owner or no date."""
    record = document.record
    if not isinstance(record, Paper | Evidence) or not in_force(record, as_of) or document.merges:
        return
    result = record.result
    for index, action in each(result.follow_up) if isinstance(result, Result) else ():
        if action.done is not None:
            continue
        place = ("result", "follow_up", index)
        if lacking := _lacking(action):
            what = listed(lacking)
            yield Found(
                record.place(*place),
                Text(
                    nl=f"Deze opvolging heeft geen {what.nl}; zo voelt niemand zich aangesproken.",
                    en=f"This follow-up has no {what.en}, so nobody feels called upon.",
                ),
                Text(
                    nl="Zet erbij wie het doet (`owner`) en wanneer het klaar is (`due`).",
                    en="Say who does it (`owner`) and by when it is finished (`due`).",
                ),
            )
        if isinstance(action.due, date) and action.due < as_of:
            yield Found(
                record.place(*place, "due"),
                Text(
                    nl=f"Deze opvolging moest op {action.due} klaar zijn en staat nog open.",
                    en=f"This follow-up was due on {action.due} and is still open.",
                ),
                Text(
                    nl="Rond haar af en zet de dag bij `done`, of vraag een nieuwe datum aan.",
                    en="Finish it and put the day under `done`, or have a new date agreed to.",
                ),
            )


def _lacking(action: Action) -> list[Text]:
    lacking = []
    if action.owner is None:
        lacking.append(Text(nl="eigenaar", en="owner"))
    if action.due is None:
        lacking.append(Text(nl="datum", en="date"))
    return lacking
