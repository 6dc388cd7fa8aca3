"""REF004: no document names a number that the edition has withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import numbers
from bio2lint.finding import Found, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.references import _example
from bio2lint.rules.references._numbers import in_yaml, wrong
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bio2lint.document import Document
    from bio2lint.norm import Norm

RULE = Rule(
    code="REF004",
    name="measure-withdrawn",
    severity=Severity.ERROR,
    source="change log 1.3",
    summary=Text(
        nl="Geen document noemt een nummer dat in de editie is vervallen.",
        en="No document names a number that the edition has withdrawn.",
    ),
    about="numbers",
)

DOCS = Docs(
    why=Text(
        nl="Een vervallen maatregel verplicht tot niets meer. Wie haar blijft noemen, onderhoudt "
        "werk dat niet meetelt.",
        en="A withdrawn measure no longer obliges. Whoever keeps naming it maintains work that "
        "does not count.",
    ),
    fix=Text(
        nl="Haal het nummer weg. Is het onderwerp nog van belang, noem dan de beheersmaatregel: "
        "die geldt nog wel.",
        en="Remove the number. If its subject still matters, name the control: that is still in "
        "force.",
    ),
    bad=_example.naming("5.35.01"),
    good=_example.naming('"5.35"'),
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each number that is withdrawn: nothing has come in its place."""
    for found in wrong(RULE.code, document, norm):
        number = found.text
        yield Found(
            found.place,
            Text(
                nl=f"{number} is vervallen in editie {norm.edition} en heeft geen opvolger.",
                en=f"{number} is withdrawn in edition {norm.edition} and has no successor.",
            ),
            _help(number, norm),
            requirements=(number,),
            subject=number,
        )


def _help(number: str, norm: Norm) -> Text:
    """Return what to name instead: the measures that cover the subject, else the control."""
    canonical = numbers.canonical(number) or number
    measure = norm.measures.get(canonical)
    covering = [n for n in (measure.covered_by if measure else ()) if norm.requires(n)]
    if covering:
        named = listed([f"{n} ({norm.title(n).nl})" for n in covering]).nl
        in_english = listed([f"{n} ({norm.title(n).en})" for n in covering]).en
        return Text(
            nl=f"Haal {number} weg; over het onderwerp gaat nu {named}.",
            en=f"Remove {number}; its subject is now in {in_english}.",
        )
    control = in_yaml(numbers.control_of(canonical))
    return Text(
        nl=f"Haal {number} weg; blijft het onderwerp van belang, "
        f"noem dan beheersmaatregel {control}.",
        en=f"Remove {number}; if its subject still matters, name control {control}.",
    )
