"""GIT001: nothing that covers the norm disappears or is lowered without a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.history import _regressions, _setbacks
from bio2lint.rules.history._example import control
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository
    from bio2lint.rules.history._setbacks import Setback

RULE = Rule(
    code="GIT001",
    name="coverage-regression",
    severity=Severity.ERROR,
    source="hygiene, §6.5",
    summary=Text(
        nl="Wat de norm afdekt, verdwijnt niet en gaat niet achteruit zonder vastgelegd besluit.",
        en="What covers the norm does not disappear or fall back without a recorded decision.",
    ),
)

_PLANNED = control("planned\ndue: 2027-06-30")

DOCS = Docs(
    why=Text(
        nl="Wie een maatregel schrapt of terugzet naar gepland, verlaagt de beveiliging. Dat kan "
        "een goed besluit zijn, maar dan moet het genomen en terug te vinden zijn.",
        en="Whoever deletes a control or puts it back to planned lowers security. That may be a "
        "good decision, but then it must have been taken, and can be found.",
    ),
    fix=Text(
        nl="Leg het besluit in dezelfde wijziging vast: een goedgekeurde uitzondering die de "
        "nummers dekt, een stuk dat het oude vervangt (`supersedes`), of een vastgesteld stuk met "
        "het kenmerk in `subjects`. Of zet terug wat is weggehaald. Een bestand hernoemen of een "
        "document verplaatsen mag altijd.",
        en="Record the decision in the same change: an approved exception that covers the numbers, "
        "a document that supersedes the old one (`supersedes`), or an approved document with the "
        "id in `subjects`. Or put back what was taken out. Renaming a file or moving a document "
        "is always fine.",
    ),
    before=control(),
    bad=_PLANNED,
    good={
        **_PLANNED,
        "documents/besluit.yaml": """\
kind: document
id: besluit-wachtwoordkluis
title: Besluit om de wachtwoordkluis opnieuw in te richten
owner: hoofd-werkplek
type: report
path: documents/risicomethode.md
subjects: [wachtwoordkluis]
status: approved
approved: {by: college, date: 2026-11-17, ref: BW 2026-281}
review: {last: 2026-11-17, interval: P1Y, by: hoofd-werkplek}
""",
    },
)

_HELP = Text(
    nl="Leg in dezelfde wijziging het besluit vast (een uitzondering, een vervangend stuk of een "
    "stuk met dit kenmerk in `subjects`), of draai dit terug.",
    en="Record the decision in the same change (an exception, a superseding document, or a "
    "document with this id in `subjects`), or undo this.",
)
_NOUNS = {
    "organisation": Text(nl="De organisatie", en="The organisation"),
    "process": Text(nl="Het proces", en="The process"),
    "system": Text(nl="Het systeem", en="The system"),
    "supplier": Text(nl="De leverancier", en="The supplier"),
    "control": Text(nl="De beheersmaatregel", en="The control"),
    "risk": Text(nl="Het risico", en="The risk"),
    "evidence": Text(nl="Het bewijs", en="The evidence"),
    "exception": Text(nl="De uitzondering", en="The exception"),
    "document": Text(nl="Het stuk", en="The document"),
}


def check_change(before: Repository, after: Repository) -> Iterator[Found]:
    """Yield each record that went, and each that covers less, without a decision in the change.

    What may stand in a file that cannot be read has not gone.
    """
    if not after.unreadable:
        for record in _regressions.removed(before, after):
            yield _removed(before, after, record)
    for setback in _setbacks.find(before, after):
        yield _dropped(setback) if setback.field == "implements" else _lowered(setback)


def _removed(before: Repository, after: Repository, record: Record) -> Found:
    noun = _NOUNS[record.kind]
    return Found(
        after.norm_place,
        Text(
            nl=f"{noun.nl} {record.name} is verwijderd zonder vastgelegd besluit; niemand kan "
            "nagaan of dat de bedoeling was.",
            en=f"{noun.en} {record.name} was removed without a recorded decision; nobody can tell "
            "whether that was meant.",
        ),
        _HELP,
        requirements=tuple(_regressions.concerned(before, after, record)),
        subject=record.name,
    )


def _dropped(setback: Setback) -> Found:
    record, named = setback.record, listed(setback.numbers)
    return Found(
        record.place("implements"),
        Text(
            nl=f"{record.name} vult {named.nl} niet meer in, zonder vastgelegd besluit.",
            en=f"{record.name} no longer meets {named.en}, without a recorded decision.",
        ),
        _HELP,
        requirements=setback.numbers,
        subject="dropped",
    )


def _lowered(setback: Setback) -> Found:
    record, field, numbers, old, new = setback
    return Found(
        record.place(field),
        Text(
            nl=f"`{field}` van {record.name} gaat terug van {old} naar {new}, zonder vastgelegd "
            "besluit.",
            en=f"`{field}` of {record.name} falls back from {old} to {new}, without a recorded "
            "decision.",
        ),
        _HELP,
        requirements=numbers,
    )
