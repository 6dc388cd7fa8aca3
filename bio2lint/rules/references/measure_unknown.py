"""REF001: every number that a document names is in the pinned edition of the norm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.references import _example
from bio2lint.rules.references._numbers import in_yaml, is_old, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="REF001",
    name="measure-unknown",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Elk nummer dat een document noemt, staat in de vastgelegde editie van de norm.",
        en="Every number that a document names is in the pinned edition of the norm.",
    ),
    about="numbers",
    fixable=True,
)

DOCS = Docs(
    why=Text(
        nl="Een nummer dat niet bestaat, telt nergens voor mee: de maatregel die bedoeld was, "
        "lijkt te ontbreken. Vaak is het een tikfout of een nummer uit de oude BIO.",
        en="A number that does not exist counts for nothing: the measure that was meant seems to "
        "be missing. Often it is a slip or a number of the old BIO.",
    ),
    fix=Text(
        nl="Zoek in deel 2 van BIO2 het nummer van de maatregel die u bedoelt. Oude nummers zijn "
        "niet zonder meer over te nemen: lees of de inhoud nog klopt.",
        en="Look in part 2 of BIO2 for the number of the measure that you mean. Old numbers cannot "
        "simply be carried over: read whether the content still fits.",
    ),
    bad=_example.naming("5.10.07"),
    good=_example.naming("5.10.02"),
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each number that the norm does not know, with the nearest that it does."""
    for found in wrong(RULE.code, document, norm):
        old = is_old(found.text)
        meant = None if old else _nearest(numbers.canonical(found.text), norm)
        yield Found(
            found.place,
            Text(
                nl=f"{found.text} bestaat niet in editie {norm.edition}"
                + ("; het lijkt een nummer uit BIO 1.04." if old else "."),
                en=f"{found.text} does not exist in edition {norm.edition}"
                + ("; it looks like a number of BIO 1.04." if old else "."),
            ),
            _help(meant, norm),
            subject=found.text,
            replacement=meant and in_yaml(meant),
            unsafe=True,
        )


def _help(meant: str | None, norm: Norm) -> Text:
    if meant is None:
        return Text(
            nl="Zoek in deel 2 van BIO2 het nummer dat nu over dit onderwerp gaat.",
            en="Look in part 2 of BIO2 for the number that is about this subject now.",
        )
    title = norm.title(meant)
    return Text(
        nl=f"Bedoelde u {in_yaml(meant)} ({title.nl})?",
        en=f"Did you mean {in_yaml(meant)} ({title.en})?",
    )


def _nearest(number: str | None, norm: Norm) -> str | None:
    """Return the number that somebody probably meant: of the same control if there is one."""
    if number is None:
        return None
    control = numbers.control_of(number)
    if control in norm.controls:
        last = numbers.order(number)[-1]
        measures = norm.controls[control].measures
        return min(measures, key=lambda m: abs(numbers.order(m)[-1] - last), default=control)
    from difflib import get_close_matches

    known = norm.active if numbers.is_measure(number) else tuple(norm.controls)
    close = get_close_matches(number, known, n=len(known), cutoff=0.75)
    # Two digits changed about are the likeliest slip; else the closest stands first.
    return min(close, key=lambda candidate: sorted(candidate) != sorted(number), default=None)
