"""REF005: no document names a number that holds no measure or only points elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.references import _example
from bio2lint.rules.references._numbers import in_yaml, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="REF005",
    name="measure-placeholder",
    severity=Severity.ERROR,
    source="Part 2 intro",
    summary=Text(
        nl="Geen document noemt een nummer zonder maatregel of een dat alleen doorverwijst.",
        en="No document names a number without a measure, or one that only points elsewhere.",
    ),
    about="numbers",
    fixable=True,
)

DOCS = Docs(
    why=Text(
        nl="Sommige nummers bestaan alleen om te zeggen dat er geen maatregel is, of wijzen naar "
        "een ander nummer. Er is dan niets om in te vullen.",
        en="Some numbers are there only to say that there is no measure, or point to another "
        "number. There is then nothing to implement.",
    ),
    fix=Text(
        nl="Noem de beheersmaatregel, of het nummer waarnaar wordt verwezen; `bio2lint fix` doet "
        "dat.",
        en="Name the control, or the number that is pointed to; `bio2lint fix` does so.",
    ),
    bad=_example.naming("5.10.01"),
    good=_example.naming('"5.10"'),
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each such number, with the control or the measure to name instead."""
    for found in wrong(RULE.code, document, norm):
        number, target = found.text, found.target or numbers.control_of(found.text)
        yield Found(
            found.place,
            _message(number, target, norm),
            Text(
                nl=f"Haal {number} weg: {in_yaml(target)} staat al in deze lijst.",
                en=f"Remove {number}: {in_yaml(target)} is in this list already.",
            )
            if found.repeats
            else Text(nl=f"Zet hier {in_yaml(target)}.", en=f"Put {in_yaml(target)} here."),
            requirements=(number, target),
            subject=number,
            replacement=found.replacement,
            # A number that points elsewhere counts as its target already; an empty one as nothing.
            unsafe=found.target is None or not numbers.is_measure(found.target),
        )


def _message(number: str, target: str, norm: Norm) -> Text:
    title = norm.title(target)
    if numbers.is_measure(target):
        return Text(
            nl=f"{number} verwijst in editie {norm.edition} alleen door "
            f"naar {target} ({title.nl}).",
            en=f"{number} only points to {target} ({title.en}) in edition {norm.edition}.",
        )
    return Text(
        nl=f"{number} bevat in editie {norm.edition} geen maatregel; "
        f"er is alleen beheersmaatregel {target} ({title.nl}).",
        en=f"{number} holds no measure in edition {norm.edition}; "
        f"there is only control {target} ({title.en}).",
    )
