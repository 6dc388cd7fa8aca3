"""GIT001: nothing that covers the norm disappears or is lowered without a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import decisions
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.history import _regressions
from bio2lint.rules.history._pairs import pairs
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository
    from bio2lint.rules.history._regressions import Fallen

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

_CONTROL = """\
kind: control
id: wachtwoordkluis
title: Een wachtwoordkluis voor alle medewerkers
implements: ["5.17"]
owner: hoofd-werkplek
status: {}
{}design: [documents/risicomethode.md]
review: {{last: 2026-06-09, interval: P1Y, by: hoofd-werkplek}}
"""
_PATH = "controls/wachtwoordkluis.yaml"
_IMPLEMENTED = _CONTROL.format("implemented", "implemented_on: 2026-06-09\n")
_PLANNED = _CONTROL.format("planned", "due: 2027-06-30\n")

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
    before={_PATH: _IMPLEMENTED},
    bad={_PATH: _PLANNED},
    good={
        _PATH: _PLANNED,
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


def check_change(before: Repository, after: Repository) -> Iterator[Found]:
    """Yield each record that went, and each that covers less, without a decision in the change.

    What may stand in a file that cannot be read has not gone.
    """
    if not after.unreadable:
        for record in _regressions.removed(before, after):
            yield _removed(before, after, record)
    for old, new in pairs(before, after):
        if not decisions.naming(before, after, new.name):
            if fallen := _regressions.fallen(before, after, old, new):
                yield _fallen(new, fallen)
            if dropped := _regressions.dropped(before, after, old, new):
                yield _dropped(new, dropped)


def _removed(before: Repository, after: Repository, record: Record) -> Found:
    return Found(
        after.norm_place,
        Text(
            nl=f"{record.name} (soort {record.kind}) is verwijderd zonder vastgelegd besluit; "
            "niemand kan nagaan of dat de bedoeling was.",
            en=f"{record.name} (kind {record.kind}) was removed without a recorded decision; "
            "nobody can tell whether that was meant.",
        ),
        _HELP,
        requirements=tuple(_regressions.concerned(before, after, record)),
        subject=record.name,
    )


def _dropped(record: Record, numbers: list[str]) -> Found:
    named = listed(numbers)
    return Found(
        record.place("implements"),
        Text(
            nl=f"{record.name} vult {named.nl} niet meer in, zonder vastgelegd besluit.",
            en=f"{record.name} no longer meets {named.en}, without a recorded decision.",
        ),
        _HELP,
        requirements=tuple(numbers),
        subject="dropped",
    )


def _fallen(record: Record, fallen: Fallen) -> Found:
    field, old, new, numbers = fallen
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
