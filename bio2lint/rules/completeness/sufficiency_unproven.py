"""CMP008: an analysis says that the government measures of a control suffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import UNKNOWN, complete, known
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness import _papers
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Control, Paper
    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP008",
    name="sufficiency-unproven",
    severity=Severity.WARNING,
    source="§4, Part 2 intro",
    summary=Text(
        nl="Een analyse zegt of de ingevoerde overheidsmaatregelen van een beheersmaatregel het "
        "risico voldoende beheersen.",
        en="An analysis says whether the implemented government measures of a control keep the "
        "risk down sufficiently.",
    ),
    absence=True,
)

_EVIDENCE = """\
---
kind: evidence
id: E-2026-014
title: Steekproef uit gewaarschuwde overheden
proves: [existence, operation]
controls: [bm-7-2]
requirements: [7.02.01]
collected: {by: ciso, date: 2026-10-05}
result: {outcome: pass}
source: {url: 'https://intranet.lindemeer.example/zaken/2026-1184'}
classification: internal
"""
_CONTROL = """\
kind: control
id: bm-7-2
title: De gemeente waarschuwt andere overheden bij een concreet risico
implements: [7.02.01]
owner: hoofd-werkplek
status: implemented
implemented_on: 2026-09-01
design: ['https://intranet.lindemeer.example/beleid/toegang']
{}review: {{last: 2026-09-01, interval: P1Y, by: ciso}}
"""

DOCS = Docs(
    why=Text(
        nl="De overheidsmaatregelen zijn het minimum. Of zij in uw situatie genoeg zijn, moet uit "
        "een risicoanalyse blijken; anders beheerst u misschien niet het risico dat u loopt.",
        en="The government measures are the minimum. A risk analysis has to show whether they are "
        "enough for you; otherwise you may not control the risk that you run.",
    ),
    fix=Text(
        nl="Verwijs bij `sufficiency` naar de analyse: een document of een risico. Eén analyse mag "
        "voor veel beheersmaatregelen gelden.",
        en="Refer to the analysis under `sufficiency`: a document or a risk. One analysis may hold "
        "for many controls.",
    ),
    bad={"controls/bm-7-2.yaml": _CONTROL.format("") + _EVIDENCE},
    good={
        "controls/bm-7-2.yaml": _CONTROL.format("sufficiency: [toereikendheid-2026]\n") + _EVIDENCE
    },
)

_SUBJECT = "sufficiency"


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each document for controls whose measures are all in place, without such an analysis.

    Measures that are not applicable do not count; where a measure is still to come, or deviated
    from, the analysis may come with it.
    """
    analysed = _analysed(repository)
    unproven: dict[int, tuple[Control, list[str]]] = {}
    for number, control in repository.norm.controls.items():
        statuses = {repository.coverage[measure].status for measure in control.measures}
        if statuses - {"not-applicable"} != {"implemented"} or number in analysed:
            continue
        controls = _controls(repository, number, control.measures)
        if not any(one.sufficiency for one in controls):
            unproven.setdefault(id(controls[0]), (controls[0], []))[1].append(number)
    for first, found in unproven.values():
        yield _found(first, found)


def _controls(repository: Repository, number: str, measures: tuple[str, ...]) -> list[Control]:
    """Return the documents for a control and its measures, its own first."""
    named = [c for n in (number, *measures) for c in repository.coverage[n].controls]
    return sorted(named, key=lambda control: control.status != "implemented")


def _analysed(repository: Repository) -> set[str]:
    """Return the controls of which an analysis itself says that it weighs their sufficiency.

    Those that it may mean are among them: a number that stands for nothing is one fault.
    """
    norm = repository.norm
    found: set[str] = set()
    for paper in filter(_weighs, repository.documents):
        if not complete(paper.requirements):
            return set(norm.controls)
        for stated in known(paper.requirements):
            number = norm.resolve(stated)
            if number is not None:
                found.add(numbers.control_of(number))
            else:
                found.update(control for control in norm.controls if norm.may_mean(stated, control))
    return found


def _weighs(paper: Paper) -> bool:
    about = _SUBJECT in _papers.tags(paper) or not complete(paper.subjects)
    return paper.type in ("analysis", UNKNOWN) and paper.status != "superseded" and about


def _found(control: Control, found: list[str]) -> Found:
    of = listed(found)
    return Found(
        control.place("sufficiency"),
        Text(
            nl=f"Van {of.nl} zijn de overheidsmaatregelen ingevoerd, maar geen analyse zegt dat "
            "zij het risico voldoende beheersen.",
            en=f"The government measures of {of.en} are implemented, but no analysis says that "
            "they keep the risk down sufficiently.",
        ),
        Text(
            nl="Verwijs bij `sufficiency` naar de analyse waaruit dat blijkt.",
            en="Refer under `sufficiency` to the analysis that shows it.",
        ),
        requirements=tuple(found),
        subject="sufficiency",
    )
