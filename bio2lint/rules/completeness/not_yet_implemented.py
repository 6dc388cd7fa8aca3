"""CMP010: every active measure is implemented, and not only planned or in progress."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness import _example
from bio2lint.rules.completeness._due import UNFINISHED, excepted, late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Control
    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP010",
    name="not-yet-implemented",
    severity=Severity.WARNING,
    source="§6.5",
    summary=Text(
        nl="Elke geldende overheidsmaatregel is ingevoerd, niet alleen gepland of in uitvoering.",
        en="Every active government measure is implemented, not only planned or in progress.",
    ),
    absence=True,
)

DOCS = Docs(
    why=Text(
        nl="De overheidsmaatregelen moeten zijn ingevoerd; een plan is dat nog niet. Deze "
        "melding houdt in zicht welke maatregel nog komt, en wanneer.",
        en="The government measures have to be implemented, and a plan is not that yet. This "
        "finding keeps in sight which measure is still to come, and when.",
    ),
    fix=Text(
        nl="Voer de maatregel vóór de datum in, zet `status` op `implemented` en leg het "
        "bewijs vast.",
        en="Implement the measure before its date, set `status` to `implemented` and record "
        "the evidence.",
    ),
    bad=_example.control(status="in-progress\ndue: 2027-03-31"),
    good=_example.control(),
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each active measure that is on its way, unless CMP011 speaks of one of its controls."""
    for number in repository.norm.active:
        covered = repository.coverage[number]
        if covered.status not in UNFINISHED or excepted(number, repository):
            continue
        if any(late(control, repository) for control in covered.controls):
            continue
        first, *others = covered.controls
        title = repository.norm.title(number)
        stage = _STAGES[covered.status]
        yield Found(
            first.place("status"),
            Text(
                nl=f"{number} ({title.nl}) is nog niet ingevoerd: {stage.nl}{_when(first).nl}.",
                en=f"{number} ({title.en}) is not implemented yet: {stage.en}{_when(first).en}.",
            ),
            Text(
                nl="Zet `status` op implemented zodra de maatregel werkt; tot die tijd telt hij "
                "niet als ingevoerd.",
                en="Set `status` to implemented once the measure works; until then it does not "
                "count as implemented.",
            ),
            requirements=(number,),
            subject=number,
            related=tuple(_also(number, control) for control in others),
        )


_STAGES = {
    "planned": Text(nl="gepland", en="planned"),
    "in-progress": Text(nl="bezig", en="in progress"),
}


def _when(control: Control) -> Text:
    if not isinstance(control.due, date):
        return Text(nl="", en="")
    return Text(nl=f", gereed op {control.due}", en=f", due {control.due}")


def _also(number: str, control: Control) -> Related:
    when = _when(control)
    return Related(
        control.place("status"),
        Text(nl=f"ook voor {number}{when.nl}", en=f"also for {number}{when.en}"),
    )
