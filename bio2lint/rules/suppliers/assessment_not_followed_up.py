"""SUP007: what an assessment of a supplier finds wanting is treated as a risk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Paper, Risk, in_force
from bio2lint.model.fields import UNKNOWN, complete, known
from bio2lint.model.parts import Assessment, Result, Review, decided_on
from bio2lint.rules import Docs, Rule
from bio2lint.rules.suppliers import _example, _terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Supplier
    from bio2lint.repository import Repository

RULE = Rule(
    code="SUP007",
    name="assessment-not-followed-up",
    severity=Severity.WARNING,
    source="5.22.01, §13",
    summary=Text(
        nl="Wat bij de beoordeling van een leverancier niet voldoet, is daarna gewogen en wordt "
        "opgevolgd.",
        en="What falls short in the assessment of a supplier is weighed afterwards and followed "
        "up.",
    ),
    absence=True,
    preview=True,
)

_SUPPLIER = f"""\
{_example.SUPPLIER}{_example.CONTRACT}\
processes_information: false
assessment: {{by: hoofd-burgerzaken, date: 2026-09-08, outcome: partial}}
"""

DOCS = Docs(
    why=Text(
        nl="De organisatie blijft verantwoordelijk voor de risico's van wat zij uitbesteedt. Een "
        "onvoldoende waar niemand iets mee doet, is een risico dat stilzwijgend is genomen.",
        en="The organisation stays responsible for the risks of what it outsources. A poor result "
        "that nobody acts on is a risk taken in silence.",
    ),
    fix=Text(
        nl="Noem bij `analysis` het open risico of de analyse van na de beoordeling, of leg de "
        "opvolging vast bij het bewijs over deze leverancier.",
        en="Under `analysis` name the open risk or the analysis made since the assessment, or "
        "record the follow-up with the evidence about this supplier.",
    ),
    bad={_example.PATH: _SUPPLIER},
    good={
        _example.PATH: _SUPPLIER + _example.ANALYSED,
        **_example.analysis("2026-09-22"),
    },
)

_FALLS_SHORT = ("partial", "fail")


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each assessment that falls short after which nothing was weighed or planned."""
    asked = _terms.asking(repository, lambda m: m.facts.get("population") == "suppliers")
    followed_up = _followed_up(repository) if asked else set()
    for supplier in repository.suppliers if asked else ():
        assessment = supplier.assessment
        if (
            isinstance(assessment, Assessment)
            and assessment.outcome in _FALLS_SHORT
            and isinstance(assessment.date, date)
            and assessment.date <= repository.as_of
            and _terms.agreement(supplier, repository.as_of)
            and supplier.id not in followed_up
            and not _weighed(repository, supplier, assessment.date)
        ):
            yield _found(supplier, assessment, asked)


def _followed_up(repository: Repository) -> set[object]:
    """Return the suppliers of which evidence fell short as well and says what follows from that.

    A passing test of many suppliers may have a follow-up that is about another; a result that is
    not understood may say what follows.
    """
    return {
        name
        for evidence in repository.evidence
        if evidence.result is UNKNOWN
        or (
            isinstance(evidence.result, Result)
            and evidence.result.outcome != "pass"
            and evidence.result.follow_up != ()
        )
        for name in known(evidence.suppliers)
    }


def _weighed(repository: Repository, supplier: Supplier, since: date) -> bool:
    """Whether an analysis is an open risk or was made since then; also where that is not known."""
    if not complete(supplier.analysis):
        return True
    for name in known(supplier.analysis):
        record = repository.find(name, Risk) or repository.find(name, Paper)
        if record is None or (isinstance(record, Risk) and in_force(record, repository.as_of)):
            return True
        if isinstance(record, Paper) and _may_be_since(record, since):
            return True
    return False


def _may_be_since(paper: Paper, since: date) -> bool:
    review = paper.review
    days = (
        decided_on(paper.approved),
        review.last if isinstance(review, Review) else review,
    )
    return any(day is not None and (not isinstance(day, date) or day >= since) for day in days)


def _found(supplier: Supplier, assessment: Assessment, asked: tuple[str, ...]) -> Found:
    return Found(
        supplier.place("assessment", "outcome"),
        Text(
            nl=f"De beoordeling van {supplier.name} op {assessment.date} viel onvoldoende uit "
            f"(`{assessment.outcome}`), maar daarna is niets gewogen of afgesproken.",
            en=f"The assessment of {supplier.name} on {assessment.date} fell short "
            f"(`{assessment.outcome}`), but nothing was weighed or agreed on afterwards.",
        ),
        Text(
            nl="Noem bij `analysis` het open risico of de nieuwe analyse, of leg de opvolging vast "
            "bij het bewijs over deze leverancier.",
            en="Under `analysis` name the open risk or the new analysis, or record the follow-up "
            "with the evidence about this supplier.",
        ),
        requirements=asked,
    )
