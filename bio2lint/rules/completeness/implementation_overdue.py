"""CMP011: a control that is not in place yet has a due date, and that date has not passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness._due import overdue, undated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP011",
    name="implementation-overdue",
    severity=Severity.ERROR,
    source="§6.5, hygiene",
    summary=Text(
        nl="Een beheersmaatregel die nog niet is ingevoerd, heeft een datum die niet voorbij is.",
        en="A control that is not implemented yet has a due date that has not passed.",
    ),
)

_CONTROL = """\
kind: control
id: bm-7-11
title: Noodstroom en een tweede koeling voor de serverruimte
implements: ["7.11"]
owner: hoofd-ict
status: in-progress
due: {}
design: ['https://intranet.lindemeer.example/beleid/fysieke-beveiliging']
review: {{last: 2026-09-01, interval: P1Y, by: ciso}}
"""

DOCS = Docs(
    why=Text(
        nl="Zonder datum, of met een datum die voorbij is, blijft een plan een voornemen: "
        "niemand heeft besloten hoe lang het risico nog mag duren.",
        en="Without a date, or with one that has passed, a plan is no more than an intention: "
        "nobody decided how long the risk may last.",
    ),
    fix=Text(
        nl="Rond de invoering af en zet `status` op `implemented`, of laat de eigenaar bij "
        "`due` een nieuwe datum vaststellen.",
        en="Finish the implementation and set `status` to `implemented`, or let the owner set "
        "a new date in `due`.",
    ),
    bad={"controls/bm-7-11.yaml": _CONTROL.format("2026-06-30")},
    good={"controls/bm-7-11.yaml": _CONTROL.format("2027-03-31")},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each planned or in-progress control that is late or has no date."""
    for control in repository.controls:
        if overdue(control, repository):
            message = Text(
                nl=f"{control.name} moest op {control.due} klaar zijn en is nog niet ingevoerd.",
                en=f"{control.name} was due on {control.due} and is not implemented yet.",
            )
            advice = Text(
                nl="Rond de invoering af, of laat de eigenaar een nieuwe datum vaststellen "
                "en het risico tot dan wegen.",
                en="Finish the implementation, or let the owner set a new date "
                "and weigh the risk until then.",
            )
        elif undated(control, repository):
            message = Text(
                nl=f"{control.name} is nog niet ingevoerd en er staat niet bij wanneer wel.",
                en=f"{control.name} is not implemented yet and does not say when it will be.",
            )
            advice = Text(
                nl="Zet bij `due` de dag waarop de invoering klaar is (jjjj-mm-dd).",
                en="Put the day on which it will be implemented in `due` (yyyy-mm-dd).",
            )
        else:
            continue
        yield Found(
            control.place("due"),
            message,
            advice,
            requirements=tuple(repository.implemented_by(control)),
        )
