"""REF003: no document names a number that the edition has moved."""

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
    code="REF003",
    name="measure-moved",
    severity=Severity.ERROR,
    source="change log 1.3",
    summary=Text(
        nl="Geen document noemt een nummer dat de editie heeft verplaatst.",
        en="No document names a number that the edition has moved.",
    ),
    about="numbers",
    fixable=True,
)

DOCS = Docs(
    why=Text(
        nl="Een verplaatste maatregel staat nu onder een ander nummer. Onder het oude nummer telt "
        "zij niet meer mee en lijkt zij te ontbreken.",
        en="A measure that has moved now stands under another number. Under the old number it no "
        "longer counts, and seems to be missing.",
    ),
    fix=Text(
        nl="Zet het nieuwe nummer ervoor in de plaats; `bio2lint fix` doet dat. Staat dat er al, "
        "haal het oude dan weg.",
        en="Put the new number in its place; `bio2lint fix` does so. If that is there already, "
        "remove the old one.",
    ),
    bad=_example.naming("5.04.02"),
    good=_example.naming("5.10.02"),
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each number that has moved, with where to."""
    for found in wrong(RULE.code, document, norm):
        number, target = found.text, found.target
        message, advice = (
            _gone(number, norm)
            if target is None
            else _moved(number, target, norm, repeats=found.repeats)
        )
        yield Found(
            found.place,
            message,
            advice,
            requirements=(number,) if target is None else (number, target),
            subject=number,
            replacement=found.replacement,
        )


def _moved(number: str, target: str, norm: Norm, *, repeats: bool) -> tuple[Text, Text]:
    title = norm.title(target)
    message = Text(
        nl=f"{number} is in editie {norm.edition} verplaatst naar {target} ({title.nl}).",
        en=f"{number} has moved to {target} ({title.en}) in edition {norm.edition}.",
    )
    if repeats:
        return message, Text(
            nl=f"Haal {number} weg: {target} staat al in deze lijst.",
            en=f"Remove {number}: {target} is in this list already.",
        )
    return message, Text(nl=f"Zet hier {target}.", en=f"Put {target} here.")


def _gone(number: str, norm: Norm) -> tuple[Text, Text]:
    control = in_yaml(numbers.control_of(number))
    return Text(
        nl=f"{number} was al leeg en is in editie {norm.edition} zonder opvolger verplaatst.",
        en=f"{number} was empty already and has moved to nothing in edition {norm.edition}.",
    ), Text(
        nl=f"Haal {number} weg, of zet hier beheersmaatregel {control}.",
        en=f"Remove {number}, or put control {control} here.",
    )
