"""CMP003: a control that is not applicable has no implemented measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import coverage
from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import each
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness import _example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP003",
    name="parent-child-mismatch",
    severity=Severity.ERROR,
    source="Part 2 intro",
    summary=Text(
        nl="Een beheersmaatregel die niet van toepassing is, heeft geen ingevoerde maatregelen.",
        en="A control that is not applicable has no implemented measures.",
    ),
)

_ANALYSIS = """\
kind: document
id: analyse-systeemhulpmiddelen
title: Analyse van systeemhulpmiddelen
type: analysis
url: https://intranet.lindemeer.example/zaken/2026-0311
owner: hoofd-ict
requirements: ["8.18"]
subjects: [sufficiency]
status: approved
approved: {by: directie, date: 2026-02-12, ref: MT 2026-09}
review: {last: 2026-02-12, interval: P1Y, by: ciso}
"""
_EXCEPTION = """\
kind: exception
id: X-008
title: Het gebruik van systeemhulpmiddelen wordt niet gelogd
type: not-applicable
requirements: [{}]
owner: hoofd-ict
reason: De hulpmiddelen staan op systemen van de leverancier, die het gebruik zelf vastlegt.
analysis: [analyse-systeemhulpmiddelen]
approved: {{by: college, date: 2026-03-10, ref: BW 2026-072}}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-ict}}
"""
_BESIDE = {**_example.control(), "documents/analyse.yaml": _ANALYSIS}

DOCS = Docs(
    why=Text(
        nl="Een beheersmaatregel waarvan een overheidsmaatregel is ingevoerd, is van "
        "toepassing. Verklaart u haar toch niet van toepassing, dan spreekt de Verklaring "
        "van Toepasselijkheid zichzelf tegen.",
        en="A control of which a government measure is implemented does apply. Declaring it "
        "not applicable makes the statement of applicability contradict itself.",
    ),
    fix=Text(
        nl="Haal de beheersmaatregel uit de uitzondering, en noem daar alleen de "
        "overheidsmaatregelen die niet van toepassing zijn.",
        en="Take the control out of the exception, and name only the government measures there "
        "that do not apply.",
    ),
    bad={**_BESIDE, "exceptions/X-008.yaml": _EXCEPTION.format('8.18.02, "8.18"')},
    good={**_BESIDE, "exceptions/X-008.yaml": _EXCEPTION.format("8.18.02")},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each control that a valid exception sets aside while a measure of it is in place."""
    for exemption in repository.exceptions:
        if exemption.type != "not-applicable":
            continue
        if coverage.counts(exemption, repository.as_of) is not True:
            continue
        for index, stated in each(exemption.requirements):
            number = repository.norm.resolve(stated)
            implemented = _implemented(repository, number) if number is not None else []
            if number is None or not implemented:
                continue
            listed = ", ".join(implemented)
            yield Found(
                exemption.place("requirements", index),
                Text(
                    nl=f"Beheersmaatregel {number} is niet van toepassing verklaard, "
                    f"maar ingevoerd is: {listed}.",
                    en=f"Control {number} is declared not applicable, "
                    f"yet these are implemented: {listed}.",
                ),
                Text(
                    nl=f"Haal {number} uit de uitzondering, of zet hier alleen de maatregelen "
                    "die niet van toepassing zijn.",
                    en=f"Take {number} out of the exception, or put only the measures here "
                    "that are not applicable.",
                ),
                requirements=(number, *implemented),
                subject=number,
                related=tuple(_where(repository, implemented)),
            )


def _implemented(repository: Repository, number: str) -> list[str]:
    """Return the implemented measures of a control; none of a measure."""
    control = repository.norm.controls.get(number)
    measures = control.measures if control is not None else ()
    return [m for m in measures if repository.coverage[m].status == "implemented"]


def _where(repository: Repository, measures: list[str]) -> Iterator[Related]:
    for measure in measures:
        for control in repository.coverage[measure].controls:
            if control.status == "implemented":
                yield Related(
                    control.place("status"),
                    Text(nl=f"{measure} is hier ingevoerd", en=f"{measure} is implemented here"),
                )
