"""Which documents serve what the norm asks to have in writing: for CMP005, CMP006 and CMP007."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.model.fields import UNKNOWN, complete, known

if TYPE_CHECKING:
    from bio2lint.model import Control, Paper
    from bio2lint.norm import Norm
    from bio2lint.repository import Repository

WRITTEN = frozenset(("policy", "procedure", "plan", "register"))
"""The types of documents that the norm asks for and that a document can have."""
_ANOTHER_RULES = "method"
"""The risk method, and whether it is adopted, is for RSK001 to judge."""


class Demand(NamedTuple):
    """One document that measures ask for; `adopted` are those of them that ask its adoption."""

    type: str
    subject: str
    measures: tuple[str, ...]
    adopted: frozenset[str]


class Library(NamedTuple):
    """The documents in force by the measure that they name, and by the place where they are.

    `doubtful` are those with a number that stands for nothing: somebody meant another one.
    """

    by_measure: dict[str, list[Paper]]
    by_place: dict[str, list[Paper]]
    doubtful: list[Paper]


def demands(norm: Norm) -> list[Demand]:
    """Return what the active measures ask to have in writing, each document once.

    Beside policies, procedures, plans and registers that is whatever is to be adopted formally.
    """
    measures: dict[tuple[str, str], list[str]] = defaultdict(list)
    adopted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for number in norm.active:
        for asked in norm.measures[number].documents:
            key = asked["type"], asked["subject"]
            measures[key].append(number)
            if asked.get("adopted"):
                adopted[key].add(number)
    return [
        Demand(*key, tuple(numbers), frozenset(adopted[key]))
        for key, numbers in measures.items()
        if key[0] in WRITTEN or (adopted[key] and key[0] != _ANOTHER_RULES)
    ]


def library(repository: Repository) -> Library:
    """Return the documents, indexed; a superseded one serves nothing any more."""
    norm = repository.norm
    found = Library(defaultdict(list), by_place(repository), [])
    for paper in repository.documents:
        if paper.status == "superseded":
            continue
        numbers = known(paper.requirements)
        for number in {norm.resolve(number) for number in numbers} - {None}:
            found.by_measure[str(number)].append(paper)
        if not complete(paper.requirements) or not all(map(norm.requires, numbers)):
            found.doubtful.append(paper)
    return found


def by_place(repository: Repository) -> dict[str, list[Paper]]:
    """Return the documents by their path and their web address."""
    found: dict[str, list[Paper]] = defaultdict(list)
    for paper in repository.documents:
        for place in (paper.document_path, paper.url):
            if isinstance(place, str):
                found[_without_anchor(place)].append(paper)
    return found


def designs(control: Control, places: dict[str, list[Paper]]) -> list[list[Paper]]:
    """Return for each place under `design` the documents that are there, in whatever state."""
    return [places.get(_without_anchor(place), []) for place in known(control.design)]


def unsettled(control: Control, places: dict[str, list[Paper]]) -> list[Paper]:
    """Return the drafts and superseded documents that are all the design of a control; else none.

    A place that no document describes may hold anything.
    """
    found = designs(control, places) if complete(control.design) else []
    papers = [paper for at_place in found for paper in at_place]
    sound = any(paper.status not in ("draft", "superseded") for paper in papers)
    return papers if all(found) and not sound else []


def naming(books: Library, demand: Demand) -> list[Paper]:
    """Return the documents that name a measure of the demand and are what it asks for."""
    named = (paper for number in demand.measures for paper in books.by_measure.get(number, ()))
    return _once([paper for paper in named if _fits(paper, demand)])


def designed(books: Library, demand: Demand, repository: Repository) -> list[Paper]:
    """Return such documents to which the design of a control for the demand points."""
    controls = (c for number in demand.measures for c in repository.coverage[number].controls)
    pointed = (p for c in controls for papers in designs(c, books.by_place) for p in papers)
    return _once([p for p in pointed if p.status != "superseded" and _fits(p, demand)])


def possible(books: Library, demand: Demand, norm: Norm) -> bool:
    """Whether a document may be meant for the demand though it does not say so."""
    return any(
        _fits(paper, demand)
        and (
            not complete(paper.requirements)
            or any(
                norm.may_mean(stated, number)
                for stated in known(paper.requirements)
                for number in demand.measures
            )
        )
        for paper in books.doubtful
    )


def _fits(paper: Paper, demand: Demand) -> bool:
    """Whether a document is of the type that is asked, or says that it is about the subject."""
    if demand.type not in WRITTEN or paper.type in (demand.type, UNKNOWN):
        return True
    return demand.subject in tags(paper) or not complete(paper.subjects)


def tags(paper: Paper) -> set[str]:
    """Return the subjects of a document, in one spelling."""
    return {"-".join(tag.casefold().replace("_", " ").split()) for tag in known(paper.subjects)}


def _once(papers: list[Paper]) -> list[Paper]:
    return list({id(paper): paper for paper in papers}.values())


def _without_anchor(place: str) -> str:
    return place.partition("#")[0]
