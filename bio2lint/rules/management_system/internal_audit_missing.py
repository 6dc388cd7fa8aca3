"""ISM001: the management system was audited internally in the last year."""

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
    code="ISM001",
    name="internal-audit-missing",
    severity=Severity.ERROR,
    source="§4, §8, ISO 27001 9.2",
    summary=Text(
        nl="Er is een afgerond verslag van een interne audit van het managementsysteem, van "
        "hooguit een jaar geleden.",
        en="There is a finished report of an internal audit of the management system, of at most "
        "a year ago.",
    ),
    absence=True,
)

_TYPE = "internal-audit"

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
    - {what: Rechten van vertrekkers elke maand nalopen, owner: hoofd-ict, due: 2027-01-29}
"""
_PATH = "documents/interne-audit-2026.yaml"

DOCS = Docs(
    why=Text(
        nl="Zonder interne audit hoort het bestuur alleen van de uitvoerders zelf of het "
        "managementsysteem werkt. Een tekortkoming blijkt dan pas bij een incident of de "
        "toezichthouder.",
        en="Without an internal audit the board hears only from those who run it whether the "
        "management system works. A shortcoming then shows only at an incident or before the "
        "supervisor.",
    ),
    fix=Text(
        nl="Laat iemand die onafhankelijk is het managementsysteem toetsen en leg het verslag vast "
        "als document met `type: internal-audit`, met datum en besluit bij `approved`.",
        en="Have somebody independent audit the management system and record the report as a "
        "document with `type: internal-audit`, with date and decision under `approved`.",
    ),
    bad={_PATH: _REPORT.replace("2026-06-09", "2025-06-10")},
    good={_PATH: _REPORT},
)

_HELP = Text(
    nl="Voer de audit uit en leg het vastgestelde verslag vast als document met "
    "`type: internal-audit`.",
    en="Carry out the audit and record the adopted report as a document with "
    "`type: internal-audit`.",
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield that there is no audit report, or that the newest is too old."""
    report = _yearly.newest(repository, _TYPE)
    if report is None:
        yield from _yearly.absent(
            repository,
            _TYPE,
            Text(
                nl="Er is geen vastgesteld verslag van een interne audit van het "
                "managementsysteem; zo blijft onbekend of het werkt.",
                en="There is no adopted report of an internal audit of the management system, so "
                "it stays unknown whether it works.",
            ),
            _HELP,
        )
    elif not isinstance(report, Unknown) and _yearly.overdue(report, repository.as_of):
        yield Found(
            report.paper.place(*report.pointer),
            Text(
                nl=f"De laatste interne audit van het managementsysteem is van {report.day}; dat "
                f"is langer dan {_yearly.TERM.text} geleden.",
                en=f"The last internal audit of the management system is of {report.day}, which is "
                f"longer than {_yearly.TERM.text} ago.",
            ),
            _HELP,
        )
