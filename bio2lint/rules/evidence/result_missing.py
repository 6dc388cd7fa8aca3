"""EVD005: a test, audit or report has a date and an outcome, and a bad outcome has a follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.parts import Result
from bio2lint.rules import Docs, Rule
from bio2lint.rules.evidence import _proof
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Evidence, Paper
    from bio2lint.repository import Repository

RULE = Rule(
    code="EVD005",
    name="result-missing",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Een toets, audit of rapportage heeft een datum en een uitkomst; is die onvoldoende, "
        "dan is er opvolging.",
        en="A test, audit or report has a date and an outcome; when that falls short, there is a "
        "follow-up.",
    ),
)

_EVIDENCE = """\
kind: evidence
id: E-2026-012
title: Proef met de herstelprocedure van de werkplek, september 2026
proves: [operation]
requirements: [8.13.04]
systems: [werkplek]
collected: {by: hoofd-ict, date: 2026-09-17}
source: {url: 'https://dossier.lindemeer.example/herstelproef-2026'}
classification: internal
"""
DOCS = Docs(
    why=Text(
        nl="Waar de norm een toets of rapportage vraagt, gaat het om wat eruit kwam en wat daarmee "
        "gebeurt. Een proef zonder uitkomst toont niets aan, en een onvoldoende zonder opvolging "
        "is een zwakke plek die bekend is en blijft bestaan.",
        en="Where the norm asks for a test or report, it is about what came of it and what is done "
        "with that. A trial without an outcome proves nothing, and one that fell short without a "
        "follow-up is a weakness that is known and stays.",
    ),
    fix=Text(
        nl="Vul bij `result` de uitkomst in, en bij `partial` of `fail` onder `follow_up` wat er "
        "gebeurt, wie dat doet en wanneer het klaar is.",
        en="Fill in the outcome under `result`, and with `partial` or `fail` say under `follow_up` "
        "what will be done, by whom and by when.",
    ),
    bad={"evidence/E-2026-012.yaml": f"{_EVIDENCE}result: {{outcome: fail}}\n"},
    good={
        "evidence/E-2026-012.yaml": f"""\
{_EVIDENCE}result:
  outcome: fail
  follow_up:
    - what: Installatiebestanden van de werkplek op de tweede locatie bewaren
      owner: hoofd-ict
      due: 2027-01-29
"""
    },
)

_ABOUT_AN_OUTCOME = ("internal-audit", "management-review", "report")
_FALLS_SHORT = ("fail", "partial")


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield what has no outcome, and each outcome that falls short and is not followed up.

    Whether a follow-up has an owner and a date is another rule's.
    """
    for evidence in repository.evidence:
        tested = _tested(repository, evidence)
        if tested and evidence.result is None:
            yield _without(evidence, [_OUTCOME], tested)
        elif tested:
            yield from _not_followed_up(evidence, tested)
    for paper in repository.documents:
        if paper.type in _ABOUT_AN_OUTCOME and paper.status != "superseded":
            missing = _missing_of(paper)
            if missing:
                yield _without(paper, missing)
            yield from _not_followed_up(paper)


def _tested(repository: Repository, evidence: Evidence) -> tuple[str, ...]:
    """Return the measures that it shows and of which the norm asks for a test or report."""
    if not _proof.has_outcome(evidence):
        return ()
    numbers = repository.shown_by(evidence)
    return tuple(number for number in numbers if _proof.is_tested(repository.norm, number))


_OUTCOME = Text(nl="uitkomst", en="outcome")
_DATE = Text(nl="datum", en="date")


def _missing_of(paper: Paper) -> list[Text]:
    """Return what an audit that is finished lacks; when it was reviewed is a date as well."""
    if paper.type != "internal-audit" or paper.status != "approved":
        return []
    missing = [_OUTCOME] if paper.result is None else []
    return [*missing, _DATE] if paper.approved is None and paper.review is None else missing


def _without(record: Evidence | Paper, missing: list[Text], tested: tuple[str, ...] = ()) -> Found:
    what = listed(missing)
    return Found(
        record.place("result") if _OUTCOME in missing else record.place("approved"),
        Text(
            nl=f"{record.name} is een toets, audit of rapportage zonder {what.nl}; zo toont het "
            "niets aan.",
            en=f"{record.name} is a test, audit or report without {what.en}; so it proves nothing.",
        ),
        Text(
            nl="Leg vast wat eruit kwam (`result: {outcome: …}`) en wanneer.",
            en="Record what came of it (`result: {outcome: …}`) and when.",
        ),
        requirements=tested,
    )


def _not_followed_up(record: Evidence | Paper, tested: tuple[str, ...] = ()) -> Iterator[Found]:
    result = record.result
    if isinstance(result, Result) and result.outcome in _FALLS_SHORT and result.follow_up == ():
        yield Found(
            record.place("result", "outcome"),
            Text(
                nl=f"De uitkomst van {record.name} is onvoldoende (`{result.outcome}`), maar er is "
                "geen opvolging vastgelegd.",
                en=f"{record.name} fell short (`{result.outcome}`), but no follow-up is recorded.",
            ),
            Text(
                nl="Zet onder `follow_up` wat er gebeurt, met `owner` en `due`; is het al gedaan, "
                "dan met `done`.",
                en="Say under `follow_up` what will be done, with `owner` and `due`; if it has "
                "been done already, with `done`.",
            ),
            requirements=tested,
        )
