"""GIT003: a new review date comes with something that shows the review."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model import Control, Risk
from bio2lint.model.fields import known
from bio2lint.model.parts import Review
from bio2lint.rules import Docs, Rule
from bio2lint.rules.history._example import control
from bio2lint.rules.history._pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository

RULE = Rule(
    code="GIT003",
    name="date-only-bump",
    severity=Severity.WARNING,
    source="hygiene",
    summary=Text(
        nl="Wie een beoordelingsdatum vernieuwt, legt ook iets van de beoordeling vast.",
        en="Whoever renews a review date also records something of the review.",
    ),
)

DOCS = Docs(
    why=Text(
        nl="Een datum vooruitzetten is zo gedaan. Zonder bewijs, notitie of aanpassing kan niemand "
        "zien dat er echt is gekeken.",
        en="A date is easily moved forward. Without evidence, a note or an adjustment nobody can "
        "see that somebody really looked.",
    ),
    fix=Text(
        nl="Voeg in dezelfde wijziging toe wat de beoordeling opleverde: bewijs, een aanpassing, "
        "of een notitie in een eigen veld zoals `x-beoordeling`.",
        en="Add what the review brought in the same change: evidence, an adjustment, or a note in "
        "a field of your own such as `x-review`.",
    ),
    before=control(),
    bad=control(reviewed="2026-11-17"),
    good=control(reviewed="2026-11-17", note="Steekproef van tien; in orde."),
)

_OF_A_REVIEW = frozenset(("review.last", "review.by"))
_SHOWN = 3


def check_change(before: Repository, after: Repository) -> Iterator[Found]:
    """Yield one finding for all records that get the same new date and nothing besides."""
    bumped: dict[date, list[Record]] = defaultdict(list)
    evidenced = _evidenced(after)
    for old, new in pairs(before, after):
        was, becomes = _reviewed(old), _reviewed(new)
        edited = after.edited.get(new.name, frozenset())
        bare = "review.last" in edited and edited <= _OF_A_REVIEW
        later = was is not None and becomes is not None and was < becomes
        if bare and later and becomes is not None and not _concerned(new) & evidenced:
            bumped[becomes].append(new)
    for day, records in bumped.items():
        yield _found(day, records)


def _reviewed(record: Record) -> date | None:
    last = record.review.last if isinstance(record.review, Review) else None
    return last if isinstance(last, date) else None


def _evidenced(after: Repository) -> frozenset[str]:
    """Return the ids and numbers that evidence or documents speak of that came or changed."""
    named: set[str] = set()
    for evidence in after.evidence:
        if evidence.name in after.edited:
            for listed in (evidence.controls, evidence.systems, evidence.suppliers):
                named.update(known(listed))
            named.update(after.shown_by(evidence))
    for paper in after.documents:
        if paper.name in after.edited and not after.edited[paper.name] <= _OF_A_REVIEW:
            named.update(known(paper.subjects))
    return frozenset(named)


def _concerned(record: Record) -> set[str]:
    """Return what new evidence may name to speak of a record."""
    names = {record.name}
    if isinstance(record, Control):
        names.update(known(record.implements))
    if isinstance(record, Risk):
        names.update(known(record.controls))
    return names


def _found(day: date, records: list[Record]) -> Found:
    first, *others = records
    if others:
        message = Text(
            nl=f"{first.name} en nog {len(others)} kregen beoordelingsdatum {day} en verder niets; "
            "zo is niet te zien dat er is beoordeeld.",
            en=f"{first.name} and {len(others)} more got review date {day} and nothing else; so it "
            "cannot be seen that there was a review.",
        )
    else:
        message = Text(
            nl=f"{first.name} kreeg beoordelingsdatum {day} en verder niets; zo is niet te zien "
            "dat er is beoordeeld.",
            en=f"{first.name} got review date {day} and nothing else; so it cannot be seen that "
            "there was a review.",
        )
    return Found(
        first.place("review", "last"),
        message,
        Text(
            nl="Leg vast wat de beoordeling opleverde: bewijs, een aanpassing of een notitie.",
            en="Record what the review brought: evidence, an adjustment or a note.",
        ),
        related=tuple(
            Related(
                record.place("review", "last"),
                Text(nl=f"ook {record.name}", en=f"{record.name} too"),
            )
            for record in others[:_SHOWN]
        ),
    )
