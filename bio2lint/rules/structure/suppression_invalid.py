"""STR007: whoever silences a finding says until when and why, and silences what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.structure._refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm
    from bio2lint.suppression import Suppression

RULE = Rule(
    code="STR007",
    name="suppression-invalid",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Wie een bevinding onderdrukt, zegt waarom en tot wanneer, en doet dat alleen waar zij "
        "staat.",
        en="Whoever suppresses a finding says why and until when, and suppresses what is there.",
    ),
    about="suppressions",
    settings=True,
    dated=True,
)

_EXAMPLE = """\
kind: process
id: burgerzaken
title: Burgerzaken
{}
critical: false
classification: {{confidentiality: high, integrity: high, availability: medium}}
quickscan: {{by: hoofd-burgerzaken, date: 2026-03-12, ref: zaak 2026-0412}}
systems: [werkplek]
"""
DOCS = Docs(
    why=Text(
        nl="Een onderdrukte bevinding is een besluit om iets voorlopig te laten. Zonder reden en "
        "einddatum weet later niemand meer waarom, en blijft het voorgoed weg uit het verslag.",
        en="A suppressed finding is a decision to leave something for now. Without a reason and an "
        "end date nobody knows why later on, and it stays out of the report for ever.",
    ),
    fix=Text(
        nl="Schrijf `# bio2lint: ignore[CODE] until=jjjj-mm-dd -- reden` op de regel van de "
        "bevinding of erboven, en haal de opmerking weg zodra zij niet meer nodig is. Een "
        "beschermde regel kan niet worden onderdrukt.",
        en="Write `# bio2lint: ignore[CODE] until=yyyy-mm-dd -- reason` on the line of the finding "
        "or above it, and remove the comment once it is no longer needed. A protected rule cannot "
        "be suppressed.",
    ),
    bad={
        "processes/burgerzaken.yaml": _EXAMPLE.format(
            "owner: hoofd-burgerzaken # bio2lint: ignore[REF006]"
        )
    },
    good={
        "processes/burgerzaken.yaml": _EXAMPLE.format(
            "# bio2lint: ignore[REF006] until=2027-01-31 -- de rol wordt in januari ingesteld\n"
            "owner: burgerzaken-team"
        )
    },
)

_FORM = Text(
    nl="Schrijf `# bio2lint: ignore[CODE] until=jjjj-mm-dd -- reden`.",
    en="Write `# bio2lint: ignore[CODE] until=yyyy-mm-dd -- reason`.",
)
_DECIDE = Text(
    nl="Los de bevinding op, of besluit opnieuw en geef een nieuwe einddatum.",
    en="Mend the finding, or decide anew and give a new end date.",
)
_REMOVE = Text(nl="Haal de opmerking weg.", en="Remove the comment.")
_IN_SETTINGS = Text(
    nl="Bevindingen in de instellingen kunnen niet worden onderdrukt.",
    en="Findings in the settings cannot be suppressed.",
)
_MALFORMED = Text(
    nl="Deze opmerking heeft niet de vorm van een onderdrukking en onderdrukt dus niets.",
    en="This comment does not have the form of a suppression, so it suppresses nothing.",
)
_NO_END = Text(
    nl="Deze onderdrukking heeft geen einddatum en telt daarom niet.",
    en="This suppression has no end date and therefore does not count.",
)
_NO_REASON = Text(
    nl="Deze onderdrukking heeft geen reden en telt daarom niet.",
    en="This suppression gives no reason and therefore does not count.",
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each suppression that cannot count; what it would have to suppress is judge's."""
    for one in document.suppressions:
        fault = _fault(document, one, as_of)
        if fault is not None:
            yield Found(document.raw_place(one.start, one.end), *fault, subject=" ".join(one.codes))


def _fault(document: Document, one: Suppression, as_of: date) -> tuple[Text, Text] | None:
    if document.is_settings:
        return _IN_SETTINGS, _REMOVE
    if one.malformed or one.until is None or not one.reason:
        why = _MALFORMED if one.malformed else _NO_END if one.until is None else _NO_REASON
        return why, _FORM
    if as_of > one.until:
        return _ended(one.until), _DECIDE
    refused = next(filter(None, map(refusal, one.codes)), None)
    return (refused, _REMOVE) if refused else None


def _ended(until: date) -> Text:
    return Text(
        nl=f"Deze onderdrukking liep tot en met {until} en telt niet meer.",
        en=f"This suppression ended on {until} and no longer counts.",
    )


def unused(document: Document, one: Suppression, code: str) -> Found:
    """Return the finding that a suppression of a code suppresses nothing."""
    return Found(
        document.raw_place(one.start, one.end),
        Text(
            nl=f"Hier is geen bevinding van {code} meer om te onderdrukken.",
            en=f"There is no finding of {code} here to suppress any more.",
        ),
        Text(
            nl=f"Haal {code} weg, zodat een volgende bevinding niet ongezien blijft.",
            en=f"Remove {code}, so that a next finding does not go unseen.",
        ),
        subject=f"unused {code}",
    )
