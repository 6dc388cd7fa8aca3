"""STR001: the file is YAML that every tool reads in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.structure._syntax import explain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm
    from bio2lint.yamlfile import Problem

RULE = Rule(
    code="STR001",
    name="yaml-syntax",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Elk bestand is leesbare YAML 1.2 in UTF-8, zonder dubbele sleutels of samenvoegingen.",
        en="Every file is readable YAML 1.2 in UTF-8, without duplicate or merge keys.",
    ),
    about="problems",
    protected=True,
)

_ROLE = """\
kind: role
id: hoofd-inkoop
title: Hoofd inkoop
functions: [line-manager, supplier-manager]
contact: inkoop@lindemeer.example
"""
_PATH = "roles/inkoop.yaml"

DOCS = Docs(
    why=Text(
        nl="Wat niet te lezen is, telt niet mee, en wat elk programma anders leest, betekent "
        "niets. Een dubbele sleutel wist ongemerkt wat er eerder stond.",
        en="What cannot be read does not count, and what every tool reads differently means "
        "nothing. A duplicate key silently wipes what stood before it.",
    ),
    fix=Text(
        nl="Herstel de aangewezen plek: de aanhalingstekens, de haken, het inspringen of de "
        "sleutel die twee keer voorkomt. Sla het bestand op als UTF-8.",
        en="Mend the place that is pointed at: the quotes, brackets, indentation or the key that "
        "stands there twice. Save the file as UTF-8.",
    ),
    bad={_PATH: f"{_ROLE}title: Hoofd inkoop en contractbeheer\n"},
    good={_PATH: _ROLE},
)

_FIRST = Text(nl="hier staat de eerste", en="the first one is here")
_BEGIN = Text(nl="hier begint het", en="it begins here")
_TOO = Text(nl="hier ook", en="here too")
_MOST_RELATED = 20


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield every fault of the text of one document; its merge keys are one fault together."""
    merges = [p for p in document.yaml.problems if p.kind == "merge-key"]
    for problem in document.yaml.problems:
        if problem.kind != "merge-key":
            yield _found(document, problem, _related(document, problem))
    if merges:
        places = [document.raw_place(p.start, p.end) for p in merges[1 : 1 + _MOST_RELATED]]
        yield _found(document, merges[0], tuple(Related(place, _TOO) for place in places))


def _related(document: Document, problem: Problem) -> tuple[Related, ...]:
    if problem.related is None:
        return ()
    other = document.raw_place(problem.related, problem.related + 1)
    return (Related(other, _FIRST if problem.kind == "duplicate-key" else _BEGIN),)


def _found(document: Document, problem: Problem, related: tuple[Related, ...]) -> Found:
    message, help_ = explain(problem)
    return Found(
        document.raw_place(problem.start, problem.end),
        message,
        help_,
        subject=f"{problem.kind} {problem.detail}",
        related=related,
    )
