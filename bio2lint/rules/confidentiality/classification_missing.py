"""SEC005: systems and evidence are classified, and what is too secret is not kept here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Evidence, System
from bio2lint.rules import Docs, Rule
from bio2lint.rules.confidentiality import _ceiling, _markings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="SEC005",
    name="classification-missing",
    severity=Severity.ERROR,
    source="5.12.01",
    summary=Text(
        nl="Elk systeem en elk bewijs is geclassificeerd, en niets is vertrouwelijker dan hier mag "
        "staan.",
        en="Every system and every piece of evidence is classified, and nothing is more "
        "confidential than may be kept here.",
    ),
    settings=True,
    options=(_ceiling.OPTION,),
)

_SYSTEM = """\
kind: system
id: archiefsysteem
title: Archiefsysteem
owner: hoofd-ict
critical: false
internet_facing: false
processes: [burgerzaken]
"""
DOCS = Docs(
    why=Text(
        nl="Zonder classificatie weet niemand hoe streng iets beveiligd moet zijn. Wat "
        "gerubriceerd is (Dep.V. en hoger) hoort alleen op middelen die daarvoor zijn goedgekeurd, "
        "en dat is een administratie in Git niet.",
        en="Without a classification nobody knows how strictly something must be secured. What "
        "bears a national marking (Dep.V. and up) belongs only on means approved for it, and an "
        "administration in Git is not one.",
    ),
    fix=Text(
        nl="Vul `classification` in volgens uw classificatiemethodiek. Bewaar wat te vertrouwelijk "
        "is elders, en verwijs er met een webadres en een controlesom naar.",
        en="Fill in `classification` by your classification method. Keep what is too confidential "
        "elsewhere, and refer to it by a web address and a checksum.",
    ),
    bad={"systems/archief.yaml": _SYSTEM},
    good={
        "systems/archief.yaml": f"{_SYSTEM}classification: "
        "{confidentiality: medium, integrity: high, availability: low}\n"
    },
)

_ELSEWHERE = Text(
    nl="Haal het weg, ook uit de geschiedenis van Git, en bewaar het waar dat is toegestaan.",
    en="Remove it, from Git's history too, and keep it where that is allowed.",
)


def check_document(
    document: Document,
    norm: Norm,
    as_of: date,  # noqa: ARG001
    *,
    options: Mapping[str, Any],
) -> Iterator[Found]:
    """Yield what is not classified, is above the ceiling, or bears a national marking."""
    record, stated = document.record, options["ceiling"]
    if document.is_settings:
        yield from _unknown_words(document, stated)
    elif isinstance(record, System | Evidence) and not _is_classified(record):
        if not document.merges:
            yield _unclassified(record, norm)
    elif isinstance(record, Evidence) and record.classification in _ceiling.above(stated):
        yield _too_high(record)
    yield from _marked(document)


def _is_classified(record: System | Evidence) -> bool:
    return record.classified if isinstance(record, System) else record.classification is not None


def _unknown_words(document: Document, stated: Sequence[str]) -> Iterator[Found]:
    unknown = [word for word in stated if word not in _ceiling.LEVELS]
    if unknown:
        levels = ", ".join(_ceiling.LEVELS)
        yield Found(
            document.place("rules", RULE.code, "ceiling"),
            Text(
                nl=f"`{unknown[0]}` is geen classificatie van bewijs, dus hiermee is geen grens "
                "gesteld.",
                en=f"`{unknown[0]}` is no classification of evidence, so this sets no limit.",
            ),
            Text(nl=f"Kies uit {levels}.", en=f"Choose from {levels}."),
        )


def _unclassified(record: System | Evidence, norm: Norm) -> Found:
    return Found(
        record.place("classification"),
        Text(
            nl=f"{record.name} is niet geclassificeerd; hoe streng het beveiligd moet zijn, is zo "
            "niet te zien.",
            en=f"{record.name} is not classified, so how strictly it must be secured cannot be "
            "seen.",
        ),
        Text(
            nl="Vul `classification` in volgens de classificatiemethodiek.",
            en="Fill in `classification` by the classification method.",
        ),
        requirements=norm.demanding("impact-classification-method"),
    )


def _too_high(evidence: Evidence) -> Found:
    return Found(
        evidence.place("classification"),
        Text(
            nl=f"{evidence.name} is `{evidence.classification}`; dat is vertrouwelijker dan in "
            "deze administratie mag staan.",
            en=f"{evidence.name} is `{evidence.classification}`, which is more confidential than "
            "may be kept in this administration.",
        ),
        _ELSEWHERE,
    )


def _marked(document: Document) -> Iterator[Found]:
    """Yield each national marking that stands as one, not those that a text speaks of."""
    for first, last in _markings.find(document.text):
        yield Found(
            document.text_place(first, last),
            Text(
                nl="Dit is gerubriceerd; dat mag nooit in deze administratie staan.",
                en="This bears a national marking, and may never be kept in this administration.",
            ),
            _ELSEWHERE,
        )
