"""VVT009: an exception is approved and has not passed its end; else it covers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.coverage import approved_later
from bio2lint.finding import Found, Severity, Text
from bio2lint.model.fields import UNKNOWN
from bio2lint.rules import Docs, Rule
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Exemption
    from bio2lint.repository import Repository

RULE = Rule(
    code="VVT009",
    name="exception-expired",
    severity=Severity.ERROR,
    source="§6.5",
    summary=Text(
        nl="Een uitzondering is goedgekeurd en niet verlopen; anders dekt zij niets.",
        en="An exception is approved and has not ended; otherwise it covers nothing.",
    ),
    protected=True,
)

_EXCEPTION = """\
kind: exception
id: X-004
title: Geen koeriers voor geclassificeerde informatie
type: not-applicable
requirements: [7.10.03]
owner: hoofd-werkplek
reason: Geclassificeerde informatie gaat tot de verhuizing uitsluitend digitaal.
approved: {{by: college, date: 2026-03-10, ref: BW 2026-067}}
until: {}
review: {{last: 2026-09-29, interval: P1Y, by: hoofd-werkplek}}
"""

DOCS = Docs(
    why=Text(
        nl="Een uitzondering geldt alleen zolang zij is goedgekeurd en niet is verlopen. "
        "Daarna is de maatregel weer gewoon verplicht, ook als niemand dat heeft gemerkt.",
        en="An exception holds only while it is approved and has not ended. After that the "
        "measure is mandatory again, even if nobody noticed.",
    ),
    fix=Text(
        nl="Voer de maatregel in, of laat de uitzondering opnieuw goedkeuren met een nieuwe "
        "einddatum. Is zij niet meer nodig, verwijder haar dan.",
        en="Implement the measure, or have the exception approved anew with a new end date. "
        "Remove it when it is no longer needed.",
    ),
    bad={"exceptions/X-004.yaml": _EXCEPTION.format("2026-06-30")},
    good={"exceptions/X-004.yaml": _EXCEPTION.format("2027-06-30")},
)


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each exception that has ended or that nobody approved.

    One that will be approved in the future is STR005's alone.
    """
    for exemption in repository.exceptions:
        if approved_later(exemption, repository.as_of):
            continue
        until = exemption.until
        if until not in (None, UNKNOWN) and until < repository.as_of:
            help_ = _REMOVE if _superfluous(repository, exemption) else _RENEW
            yield _found(repository, exemption, "until", _ended(exemption), help_)
        elif exemption.approved is None:
            yield _found(repository, exemption, "approved", _UNAPPROVED, _APPROVE)


def _superfluous(repository: Repository, exemption: Exemption) -> bool:
    """Whether all that it named is met or covered without it."""
    numbers = repository.covered_by(exemption)
    settled = ("implemented", "deviating", "not-applicable")
    return bool(numbers) and all(repository.coverage[n].status in settled for n in numbers)


def _found(
    repository: Repository, exemption: Exemption, key: str, what: Text, help_: Text
) -> Found:
    numbers = tuple(repository.covered_by(exemption))
    of = listed(numbers)
    effect = (
        Text(nl=f" en dekt {of.nl} daarom niet.", en=f" and therefore does not cover {of.en}.")
        if numbers
        else Text(nl=" en dekt daarom niets.", en=" and therefore covers nothing.")
    )
    return Found(
        exemption.place(key),
        Text(nl=what.nl + effect.nl, en=what.en + effect.en),
        help_,
        requirements=numbers,
        subject=exemption.name,
    )


def _ended(exemption: Exemption) -> Text:
    return Text(
        nl=f"Deze uitzondering is na {exemption.until} verlopen",
        en=f"This exception ended after {exemption.until}",
    )


_RENEW = Text(
    nl="Voer de maatregel alsnog in, of laat de uitzondering opnieuw goedkeuren met een nieuwe "
    "einddatum.",
    en="Implement the measure after all, or have the exception approved anew with a new end date.",
)
_REMOVE = Text(
    nl="Verwijder haar als zij niet meer nodig is (Git bewaart wat er stond), of laat haar opnieuw "
    "goedkeuren met een nieuwe einddatum.",
    en="Remove it when it is no longer needed (Git keeps what stood here), or have it approved "
    "anew with a new end date.",
)
_UNAPPROVED = Text(
    nl="Deze uitzondering is niet goedgekeurd", en="This exception has not been approved"
)
_APPROVE = Text(
    nl="Laat haar goedkeuren en leg het besluit vast: `approved: {by: …, date: …, ref: …}`.",
    en="Have it approved and record the decision: `approved: {by: …, date: …, ref: …}`.",
)
