"""GIT005: an id that was deleted does not come back for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.past import numbers_of
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.past import FormerDocument
    from bio2lint.repository import Repository

RULE = Rule(
    code="GIT005",
    name="id-reuse",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Een kenmerk dat is vervallen, komt niet terug voor iets anders.",
        en="An id that was given up does not come back for something else.",
    ),
)

_PATH = "controls/toegang.yaml"

DOCS = Docs(
    why=Text(
        nl="Rapporten, besluiten en auditverslagen noemen documenten bij hun kenmerk. Krijgt iets "
        "anders datzelfde kenmerk, dan zeggen die oude stukken opeens iets wat nooit is bedoeld.",
        en="Reports, decisions and audit reports name documents by their id. If something else "
        "gets that id, those old papers suddenly say what was never meant.",
    ),
    fix=Text(
        nl="Geef het nieuwe document een kenmerk dat nog nooit is gebruikt.",
        en="Give the new document an id that was never used before.",
    ),
    before={
        _PATH: """\
kind: process
id: toegang
title: Toegang tot gebouwen
owner: hoofd-burgerzaken
critical: false
classification: {confidentiality: low, integrity: low, availability: low}
quickscan: {by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0413}
systems: [werkplek]
"""
    },
    bad={
        _PATH: """\
kind: system
id: toegang
title: Toegangspoortjes
owner: hoofd-ict
processes: [burgerzaken]
critical: false
internet_facing: false
classification: {confidentiality: low, integrity: low, availability: low}
"""
    },
    good={
        _PATH: """\
kind: process
id: toegang
title: Toegang tot gebouwen en terreinen
owner: hoofd-burgerzaken
critical: false
classification: {confidentiality: low, integrity: low, availability: low}
quickscan: {by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0413}
systems: [werkplek]
"""
    },
)


def check_change(before: Repository, after: Repository) -> Iterator[Found]:
    """Yield each record whose id was something else's: before the change, or in the past.

    Of the past nothing is said unless all of it is known.
    """
    past = after.past
    former = past.former if past is not None and past.complete else {}
    for record in after.records:
        if not isinstance(record.id, str) or len(after.by_id[record.id]) > 1:
            continue
        old = before.by_id.get(record.id)
        if old:
            if record.kind not in {one.kind for one in old}:
                yield _found(record, old[0].kind, old[0].path)
        elif (was := former.get(record.id)) is not None and _differs(record, was):
            yield _found(record, was.kind, was.path)


def _differs(record: Record, was: FormerDocument) -> bool:
    """Whether a record is another thing than was deleted: of another kind or other numbers."""
    if record.kind != was.kind:
        return True
    numbers = numbers_of(record)
    return bool(numbers and was.requirements) and not numbers & was.requirements


def _found(record: Record, kind: str, path: str) -> Found:
    return Found(
        record.place("id"),
        Text(
            nl=f"Het kenmerk `{record.name}` was van iets anders (soort {kind}, in {path}); oude "
            "verwijzingen krijgen nu een andere betekenis.",
            en=f"The id `{record.name}` was something else's (kind {kind}, in {path}); old "
            "references now mean something different.",
        ),
        Text(
            nl="Kies een kenmerk dat nog nooit is gebruikt.",
            en="Choose an id that was never used before.",
        ),
    )
