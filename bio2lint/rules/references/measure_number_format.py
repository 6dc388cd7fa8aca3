"""REF002: numbers are spelled as the norm spells them."""

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
    from bio2lint.rules.references._numbers import WrongNumber

RULE = Rule(
    code="REF002",
    name="measure-number-format",
    severity=Severity.ERROR,
    source="Part 2",
    summary=Text(
        nl="Nummers zijn geschreven zoals de norm ze schrijft.",
        en="Numbers are spelled as the norm spells them.",
    ),
    about="numbers",
    fixable=True,
)

DOCS = Docs(
    why=Text(
        nl="Wie een nummer anders schrijft dan de norm, vindt het niet terug en telt het dubbel of "
        "niet.",
        en="A number that is spelled otherwise than in the norm cannot be found again, and is "
        "counted twice or not at all.",
    ),
    fix=Text(
        nl='Schrijf een overheidsmaatregel als `5.10.02` en een beheersmaatregel als `"5.10"`, '
        "zonder letters ervoor. `bio2lint fix` doet het waar maar één nummer bedoeld kan zijn.",
        en='Write a government measure as `5.10.02` and a control as `"5.10"`, without '
        "letters in front. `bio2lint fix` does so where only one number can be meant.",
    ),
    bad=_example.naming("BIO-5.10.2"),
    good=_example.naming("5.10.02"),
)


def check_document(document: Document, norm: Norm, as_of: date) -> Iterator[Found]:  # noqa: ARG001
    """Yield each number in another spelling, and whatever stands where a number belongs."""
    for found in wrong(RULE.code, document, norm):
        if found.number is None:
            message, advice = _no_number(found, norm)
        else:
            message, advice = _misspelled(found, found.number, norm)
        yield Found(
            found.place,
            message,
            advice,
            requirements=(found.number,) if found.number else (),
            subject=found.text,
            replacement=found.replacement,
            unsafe=_is_doubtful(found, norm),
        )


def _is_doubtful(found: WrongNumber, norm: Norm) -> bool:
    """Whether something else may be meant, or what is written says less than its replacement.

    With `A.` or `ISO` before it, three parts are rather a number of ISO 27001 of 2013; and a number
    without a measure is not the same as its control.
    """
    number = found.number
    if number is None or not numbers.is_measure(number):
        return False
    named = found.text.lstrip().upper().startswith(("A", "ISO", "NEN"))
    return named or norm.resolve(number) is None


def _no_number(found: WrongNumber, norm: Norm) -> tuple[Text, Text]:
    measure, control = norm.active[0], next(iter(norm.controls))
    what = f"‘{found.text}’" if found.text.strip() else None
    return Text(
        nl=f"{what or 'Wat hier staat'} is geen nummer uit de norm.",
        en=f"{what or 'What stands here'} is not a number of the norm.",
    ), Text(
        nl=f"Zet hier één nummer: een maatregel als {measure}, "
        f"of een beheersmaatregel als {in_yaml(control)}, met aanhalingstekens.",
        en=f"Put one number here: a measure such as {measure}, "
        f"or a control such as {in_yaml(control)}, in quotes.",
    )


def _misspelled(found: WrongNumber, number: str, norm: Norm) -> tuple[Text, Text]:
    title = norm.title(number)
    message = Text(
        nl=f"‘{found.text}’ is niet geschreven zoals in de norm; dat is {number} ({title.nl}).",
        en=f"‘{found.text}’ is not spelled as in the norm; that is {number} ({title.en}).",
    )
    if found.target is None:
        return message, Text(
            nl=f"Haal het weg: {number} geldt niet meer in editie {norm.edition}.",
            en=f"Remove it: {number} is no longer in force in edition {norm.edition}.",
        )
    right = in_yaml(found.target)
    if found.repeats:
        return message, Text(
            nl=f"Haal het weg: {right} staat al in deze lijst.",
            en=f"Remove it: {right} is in this list already.",
        )
    if found.target == number:
        return message, Text(nl=f"Schrijf {right}.", en=f"Write {right}.")
    return message, Text(
        nl=f"Schrijf {right}: daar staat {number} voor in editie {norm.edition}.",
        en=f"Write {right}: that is what {number} stands for in edition {norm.edition}.",
    )
