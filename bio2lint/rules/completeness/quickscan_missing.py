"""CMP012: of each critical process a quickscan says whether the basic level is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Process
    from bio2lint.repository import Repository

RULE = Rule(
    code="CMP012",
    name="quickscan-missing",
    severity=Severity.WARNING,
    source="§5.1, §6.2",
    summary=Text(
        nl="Van elk kritiek proces is een quickscan gedaan, en is het proces geclassificeerd.",
        en="Each critical process has had its quickscan and has been classified.",
    ),
    preview=True,
)

_PROCESS = """\
kind: process
id: burgerzaken
title: Burgerzaken
owner: hoofd-burgerzaken
critical: true
classification: {{confidentiality: high, integrity: high, availability: high}}
{}systems: [werkplek]
continuity: {{document: documents/risicomethode.md, tested: 2026-06-02}}
"""

DOCS = Docs(
    why=Text(
        nl="De quickscan van de risicomethode bepaalt of het basisniveau volstaat of dat er meer "
        "nodig is. Bij een kritiek proces is dat geen vraag om open te laten.",
        en="The quickscan of the risk method decides whether the basic level is enough or more is "
        "needed. For a critical process that is no question to leave open.",
    ),
    fix=Text(
        nl="Voer de quickscan uit en leg bij `quickscan` vast wie dat deed, wanneer, en waar de "
        "uitkomst staat; zet de uitkomst zelf bij `classification`.",
        en="Carry out the quickscan and record under `quickscan` by whom, when, and where the "
        "outcome stands; put the outcome itself in `classification`.",
    ),
    bad={"processes/burgerzaken.yaml": _PROCESS.format("")},
    good={
        "processes/burgerzaken.yaml": _PROCESS.format(
            "quickscan: {by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0412}\n"
        )
    },
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each critical process that lacks its quickscan or classification.

    Of other processes it may be left for later; systems are for the rule of classification.
    """
    for process in repository.processes:
        missing = _missing(process) if process.critical is True else []
        if missing:
            what = listed([_PARTS[part] for part in missing])
            yield Found(
                process.place(missing[0]),
                Text(
                    nl=f"Van dit kritieke proces ontbreekt {what.nl}; onbekend is of het "
                    "basisniveau volstaat.",
                    en=f"This critical process lacks {what.en}; it is unknown whether the basic "
                    "level is enough.",
                ),
                Text(
                    nl="Voer de quickscan uit en leg vast: `quickscan: {by: …, date: …, ref: …}` "
                    "en `classification`.",
                    en="Carry out the quickscan and record it: `quickscan: {by: …, date: …, "
                    "ref: …}` and `classification`.",
                ),
            )


_PARTS = {
    "quickscan": Text(nl="de quickscan", en="the quickscan"),
    "classification": Text(nl="de classificatie", en="the classification"),
}


def _missing(process: Process) -> list[str]:
    there = {"quickscan": process.quickscan is not None, "classification": process.classified}
    return [part for part in _PARTS if not there[part]]
