"""REF006: every reference leads to a document, and to one of the right kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.references import _misled, _slips
from bio2lint.rules.references._numbers import shortened
from bio2lint.rules.references._targets import is_path, kinds_of_record, none_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository
    from bio2lint.rules.references._slips import Dangling
    from bio2lint.schema import Leaf

RULE = Rule(
    code="REF006",
    name="dangling-reference",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Elke verwijzing komt uit bij een document van de juiste soort.",
        en="Every reference leads to a document of the right kind.",
    ),
    absence=True,
    fixable=True,
)

_SYSTEM = """\
kind: system
id: meldingen
title: Meldingen openbare ruimte
owner: hoofd-burgerzaken
processes: [%s]
critical: false
internet_facing: true
classification: {confidentiality: medium, integrity: low, availability: low}
"""

DOCS = Docs(
    why=Text(
        nl="Wie een verwijzing volgt die nergens uitkomt, weet niet wie of wat bedoeld was, en wat "
        "ermee is aangetoond, telt niet mee.",
        en="Whoever follows a reference that leads nowhere does not know who or what was meant, "
        "and what it proves does not count.",
    ),
    fix=Text(
        nl="Verbeter het kenmerk, of voeg het document toe waarnaar het verwijst. Staat dat in een "
        "andere administratie, zet die er dan voor: `partner:R-012`.",
        en="Correct the id, or add the document to which it refers. If that is in another "
        "repository, put its name in front: `partner:R-012`.",
    ),
    bad={"systems/meldingen.yaml": _SYSTEM % "burgerzakn"},
    good={"systems/meldingen.yaml": _SYSTEM % "burgerzaken"},
)

_SHOWN = 3


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each reference to nothing, to a document of another kind, or to itself."""
    dangling: Dangling = []
    for record in repository.records:
        for reference in record.references:
            kinds = kinds_of_record(reference.shape.refs)
            targets = repository.by_id.get(reference.value) if kinds else None
            if targets:
                if targets[0].kind not in kinds or record in targets:
                    yield from _misled.findings(record, reference, kinds, targets)
            elif kinds and _is_an_id(reference, repository):
                dangling.append((record, reference, kinds))
    if dangling:
        # It may be meant for a document whose id is at fault; STR002 reports that one.
        nameless = {record.kind for record in repository.records if not isinstance(record.id, str)}
        by_numbers = _slips.series(repository)
        expected = [one for one in dangling if nameless.isdisjoint(one[2])]
        explained = set()
        for target, references in _slips.renamed(expected, repository, by_numbers):
            explained.add(references[0][1].value)
            yield _misnamed(target, references)
        for record, reference, kinds in expected:
            if reference.value not in explained:
                yield _dangling(
                    record, reference, kinds, _slips.meant(reference.value, kinds, by_numbers)
                )


def _is_an_id(reference: Leaf, repository: Repository) -> bool:
    """Whether a reference names a document of this repository by its id; empty is STR002's."""
    if reference.is_url or reference.elsewhere or reference.value == "":
        return False
    return not is_path(reference, repository)


def _dangling(record: Record, reference: Leaf, kinds: list[str], meant: str | None) -> Found:
    missing = none_of(kinds)
    file, value = reference.path is not None, shortened(reference.value)
    return Found(
        record.place(*reference.pointer),
        Text(
            nl=f"Er is {missing.nl} met het kenmerk ‘{value}’"
            + (", en ook geen bestand met die naam." if file else "."),
            en=f"There is {missing.en} with the id ‘{value}’"
            + (", and no file of that name." if file else "."),
        ),
        Text(nl=f"Bedoelde u {meant}?", en=f"Did you mean {meant}?")
        if meant
        else Text(
            nl="Verbeter het kenmerk, of voeg het document toe.",
            en="Correct the id, or add the document.",
        ),
        subject=reference.value,
        replacement=meant and f'"{meant}"',
        # Only spaces around an id are no part of what is meant.
        unsafe=meant != reference.value.strip(),
    )


def _misnamed(target: Record, references: Dangling) -> Found:
    value, times = references[0][1].value, len(references)
    return Found(
        target.place(),
        Text(
            nl=f"Naar ‘{target.name}’ verwijst niets, maar {times} verwijzingen noemen ‘{value}’, "
            "en dat bestaat niet.",
            en=f"Nothing refers to ‘{target.name}’, but {times} references name ‘{value}’, "
            "which does not exist.",
        ),
        Text(
            nl=f"Is dit document bedoeld, schrijf dan {value}; voeg anders {value} toe.",
            en=f"If this document is meant, write {value}; otherwise add {value}.",
        ),
        subject=value,
        related=tuple(
            Related(
                record.place(*reference.pointer),
                Text(nl=f"{record.name} noemt ‘{value}’", en=f"{record.name} names ‘{value}’"),
            )
            for record, reference, _ in references[:_SHOWN]
        ),
    )
