"""REF007: every risk, document, system and piece of evidence belongs to something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.model import Paper, in_force
from bio2lint.model.fields import complete, known
from bio2lint.rules import Docs, Rule
from bio2lint.rules.references import _web

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.norm import Norm
    from bio2lint.repository import Repository

RULE = Rule(
    code="REF007",
    name="orphan-object",
    severity=Severity.WARNING,
    source="hygiene",
    summary=Text(
        nl="Elk risico, document, systeem en bewijsstuk hoort ergens bij: het verwijst ergens naar "
        "of iets verwijst ernaar.",
        en="Every risk, document, system and piece of evidence belongs to something: it refers to "
        "something, or something refers to it.",
    ),
    absence=True,
)

_SYSTEM = """\
kind: system
id: meldingen
title: Meldingen openbare ruimte
owner: hoofd-burgerzaken
critical: false
internet_facing: true
classification: {confidentiality: medium, integrity: low, availability: low}
"""

DOCS = Docs(
    why=Text(
        nl="Wat nergens bij hoort, telt nergens voor mee. Vaak is het vergeten, of ontbreekt juist "
        "de verwijzing die het bewijs of het risico betekenis geeft.",
        en="What belongs to nothing counts for nothing. Often it is forgotten, or the very "
        "reference is missing that gives the evidence or the risk its meaning.",
    ),
    fix=Text(
        nl="Noem waar het over gaat: het proces van een systeem, de beheersmaatregelen van een "
        "risico of bewijsstuk, de nummers of onderwerpen van een document. Is het niet meer nodig, "
        "haal het dan weg.",
        en="Name what it is about: the process of a system, the controls of a risk or a piece of "
        "evidence, the numbers or subjects of a document. If it is no longer needed, remove it.",
    ),
    bad={"systems/meldingen.yaml": _SYSTEM},
    good={"systems/meldingen.yaml": f"{_SYSTEM}processes: [burgerzaken]\n"},
)

_NOUNS = {
    "risk": Text(nl="risico", en="risk"),
    "evidence": Text(nl="bewijsstuk", en="evidence"),
    "document": Text(nl="document", en="document"),
    "system": Text(nl="systeem", en="system"),
}
_FIELDS = {
    "risk": ("controls", "processes", "systems", "requirements"),
    "evidence": ("controls", "requirements", "systems", "suppliers"),
    "document": ("requirements", "subjects", "supersedes"),
    "system": ("processes", "suppliers"),
}
"""Where each kind says what it belongs to."""

_FOUND_BY_TYPE = ("objectives", "internal-audit", "management-review")
"""Documents that the management system itself demands: nothing needs to refer to those."""


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each object in force that refers to nothing and to which nothing refers.

    That somebody owns or approved it is no reference; that it names a number of the norm is one.
    While a reference dangles (REF006), it may have meant any object of its kind.
    """
    web = _web.of(repository)
    subjects = _subjects(repository.norm)
    for record in (
        *repository.risks,
        *repository.evidence,
        *repository.documents,
        *repository.systems,
    ):
        alone = record not in web.joined and record.kind not in web.meant
        if alone and in_force(record, repository.as_of) and _understood(record):
            file = _web.own_file(record)
            if not (file and web.places[file] > 1) and not _expected(record, subjects):
                yield _found(record)


def _understood(record: Record) -> bool:
    return isinstance(record.id, str) and all(
        complete(getattr(record, field)) for field in _FIELDS[record.kind]
    )


def _expected(record: Record, subjects: set[str]) -> bool:
    """Whether a document is found by its type or subject, without a reference."""
    if not isinstance(record, Paper):
        return False
    of_type = not isinstance(record.type, str) or record.type in _FOUND_BY_TYPE
    return of_type or not subjects.isdisjoint(known(record.subjects))


def _subjects(norm: Norm) -> set[str]:
    """Return the subjects of the documents that measures ask for."""
    return {s for number in norm.active for s in norm.measures[number].subjects}


def _found(record: Record) -> Found:
    noun = _NOUNS[record.kind]
    fields = [f"`{field}`" for field in _FIELDS[record.kind]]
    return Found(
        record.place(),
        Text(
            nl=f"Naar {noun.nl} {record.name} verwijst niets, en het verwijst zelf nergens naar; "
            "zo telt het nergens mee.",
            en=f"Nothing refers to {noun.en} {record.name}, and it refers to nothing itself; it "
            "then counts for nothing.",
        ),
        Text(
            nl=f"Noem waar het bij hoort, bij {', '.join(fields[:-1])} of {fields[-1]}.",
            en=f"Name what it belongs to, under {', '.join(fields[:-1])} or {fields[-1]}.",
        ),
    )
