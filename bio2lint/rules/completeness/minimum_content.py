"""CMP006: a document treats the subjects that the norm lists for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import complete
from bio2lint.rules import Docs, Rule
from bio2lint.rules.completeness import _papers
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Paper
    from bio2lint.norm import Norm
    from bio2lint.repository import Repository
    from bio2lint.rules.completeness._papers import Demand, Library

RULE = Rule(
    code="CMP006",
    name="minimum-content",
    severity=Severity.WARNING,
    source="Part 2 (5.01.01, 5.23.01, 5.24.07, 8.24.01, 8.32.01)",
    summary=Text(
        nl="Een stuk behandelt de onderwerpen die de norm er ten minste in wil hebben.",
        en="A document treats the subjects that the norm wants in it at least.",
    ),
    absence=True,
)

_POLICY = """\
kind: document
id: cryptografiebeleid
title: Cryptografiebeleid
type: policy
url: https://intranet.lindemeer.example/beleid/cryptografie
owner: hoofd-ict
requirements: [8.24.01]
subjects:
  - when-cryptography-is-used
  - implementation-responsibility
  - key-management-responsibility
  - use-registration
  - standards
  - protection-level
{}status: approved
approved: {{by: directie, date: 2026-04-16, ref: MT 2026-24}}
review: {{last: 2026-04-16, interval: P1Y, by: ciso}}
"""

DOCS = Docs(
    why=Text(
        nl="Van enkele stukken noemt de norm wat er ten minste in staat. Ontbreekt zo'n onderwerp, "
        "dan is de maatregel niet volledig ingevuld, hoe goed het stuk verder ook is.",
        en="Of a few documents the norm says what they hold at least. Where such a subject is "
        "missing the measure is not fully met, however good the document is otherwise.",
    ),
    fix=Text(
        nl="Behandel het onderwerp in het stuk en noem het bij `subjects`. Staat het in een ander "
        "stuk, noem daar dan de maatregel bij `requirements` en het onderwerp bij `subjects`.",
        en="Treat the subject in the document and name it under `subjects`. Where another document "
        "treats it, name the measure there under `requirements` and the subject under `subjects`.",
    ),
    bad={"documents/cryptografiebeleid.yaml": _POLICY.format("")},
    good={"documents/cryptografiebeleid.yaml": _POLICY.format("  - agreement-between-entities\n")},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each measure of which the approved documents together leave out a subject.

    Whether there is such a document, and whether it is approved, is CMP007's to say.
    """
    norm = repository.norm
    books = _papers.library(repository)
    for demand in _papers.demands(norm):
        for number in demand.measures:
            if _has_subjects(norm, number) and _applies(repository, number):
                yield from _lacking(repository, books, demand._replace(measures=(number,)))


def _has_subjects(norm: Norm, number: str) -> bool:
    return "subjects" in norm.measures[number].facts


def _applies(repository: Repository, number: str) -> bool:
    return repository.coverage[number].status != "not-applicable"


def _lacking(repository: Repository, books: Library, demand: Demand) -> Iterator[Found]:
    named = _settled(_papers.naming(books, demand))
    papers = named + _settled(_papers.designed(books, demand, repository))
    if not named or _papers.possible(books, demand, repository.norm):
        return
    if not all(complete(paper.subjects) for paper in papers):
        return
    (number,) = demand.measures
    treated = {tag for paper in papers for tag in _papers.tags(paper)}
    subjects = repository.norm.measures[number].facts["subjects"]
    missing = [subject for subject in subjects if subject not in treated]
    if missing:
        about = [paper for paper in named if demand.subject in _papers.tags(paper)]
        yield _found(repository.norm, number, missing, (about or named)[0])


def _settled(papers: list[Paper]) -> list[Paper]:
    return [paper for paper in papers if paper.status == "approved"]


def _found(norm: Norm, number: str, missing: list[str], paper: Paper) -> Found:
    title = norm.title(number)
    what = listed([f"`{subject}`" for subject in missing], most=len(missing))
    return Found(
        paper.place("subjects"),
        Text(
            nl=f"{paper.name} noemt niet alle onderwerpen die {number} ({title.nl}) vraagt: "
            f"{what.nl} ontbreekt."
            if len(missing) == 1
            else f"{paper.name} noemt niet alle onderwerpen die {number} ({title.nl}) vraagt: "
            f"{what.nl} ontbreken.",
            en=f"{paper.name} does not name all subjects that {number} ({title.en}) asks for: "
            f"{what.en} missing.",
        ),
        Text(
            nl="Behandel elk onderwerp in het stuk en noem het bij `subjects`; een ander stuk bij "
            "deze maatregel mag ook.",
            en="Treat each subject in the document and name it under `subjects`; another document "
            "for this measure will do as well.",
        ),
        requirements=(number,),
        subject=number,
    )
