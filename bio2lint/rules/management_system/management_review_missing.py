"""ISM002: the management reviewed the management system in the last year, and decided on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import Unknown
from bio2lint.rules import Docs, Rule
from bio2lint.rules.management_system import _yearly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="ISM002",
    name="management-review-missing",
    severity=Severity.ERROR,
    source="§8, ISO 27001 9.3",
    summary=Text(
        nl="De directie heeft het managementsysteem in het afgelopen jaar beoordeeld, met "
        "besluiten als uitkomst.",
        en="The management reviewed the management system in the last year, with decisions as the "
        "outcome.",
    ),
    absence=True,
)

_TYPE = "management-review"

_REPORT = """\
kind: document
id: directiebeoordeling-2026
title: Directiebeoordeling 2026
owner: college
type: management-review
path: documents/directiebeoordeling-2026.md
status: approved
approved: {by: college, date: 2026-06-09, ref: BW 2026-131}
result:
  outcome: partial
  follow_up:
    - {what: Rechten van vertrekkers elke maand nalopen, owner: hoofd-ict, due: 2027-01-29}
"""
_PATH = "documents/directiebeoordeling-2026.yaml"

DOCS = Docs(
    why=Text(
        nl="De bestuurder is verantwoordelijk en moet toezien op de uitvoering. Dat kan alleen wie "
        "ten minste elk jaar alles overziet en besluit wat er anders moet.",
        en="The board is responsible and must oversee what is done. Only who surveys the whole at "
        "least each year, and decides what has to change, can do so.",
    ),
    fix=Text(
        nl="Leg het verslag van de directiebeoordeling vast als document met "
        "`type: management-review`, met datum en besluit bij `approved` en de uitkomst met acties "
        "bij `result`.",
        en="Record the report of the management review as a document with "
        "`type: management-review`, with date and decision under `approved` and the outcome with "
        "its actions under `result`.",
    ),
    bad={_PATH: _REPORT.replace("2026-06-09", "2025-06-10")},
    good={_PATH: _REPORT},
)

_HELP = Text(
    nl="Houd de directiebeoordeling en leg het vastgestelde verslag vast als document met "
    "`type: management-review`.",
    en="Hold the management review and record the adopted report as a document with "
    "`type: management-review`.",
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield that there is no review, that the newest is too old, or that it decided nothing."""
    report = _yearly.newest(repository, _TYPE)
    if report is None:
        yield from _yearly.absent(
            repository,
            _TYPE,
            Text(
                nl="Er is geen vastgesteld verslag van een directiebeoordeling; zo blijkt niet dat "
                "de leiding het managementsysteem stuurt.",
                en="There is no adopted report of a management review, so nothing shows that the "
                "management steers the management system.",
            ),
            _HELP,
        )
    elif isinstance(report, Unknown):
        return
    elif _yearly.overdue(report, repository.as_of):
        yield Found(
            report.paper.place(*report.pointer),
            Text(
                nl=f"De laatste directiebeoordeling is van {report.day}; dat is langer dan "
                f"{_yearly.TERM.text} geleden.",
                en=f"The last management review is of {report.day}, which is longer than "
                f"{_yearly.TERM.text} ago.",
            ),
            _HELP,
        )
    elif report.paper.result is None:
        yield Found(
            report.paper.place("result", key=True),
            Text(
                nl=f"Directiebeoordeling {report.paper.name} noemt geen uitkomst; zo is niet te "
                "zien wat de leiding besloot.",
                en=f"Management review {report.paper.name} names no outcome, so it cannot be seen "
                "what the management decided.",
            ),
            Text(
                nl="Zet bij `result` de uitkomst en de acties waartoe besloten is.",
                en="Put the outcome and the actions decided on under `result`.",
            ),
        )
