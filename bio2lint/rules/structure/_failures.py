"""Why a rule of the organisation's own cannot be carried out, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.cel import Failure


def _invalid(failure: Failure) -> tuple[Text, Text]:
    return (
        Text(
            nl=f"Deze voorwaarde is geen geldige CEL, dus de regel is niet uitgevoerd. CEL zegt: "
            f"{failure.detail}.",
            en=f"This condition is no valid CEL, so the rule was not carried out. CEL says: "
            f"{failure.detail}.",
        ),
        Text(
            nl="Te gebruiken zijn `document`, `id`, `kind` en `as_of`, en de functies `date()`, "
            "`days_since()`, `period()` en `find()`.",
            en="You may use `document`, `id`, `kind` and `as_of`, and the functions `date()`, "
            "`days_since()`, `period()` and `find()`.",
        ),
    )


def _not_boolean(failure: Failure) -> tuple[Text, Text]:
    return (
        Text(
            nl=f"De uitkomst van deze voorwaarde is niet waar of onwaar maar {failure.detail}, dus "
            "de regel is niet uitgevoerd.",
            en=f"The result of this condition is not true or false but {failure.detail}, so the "
            "rule was not carried out.",
        ),
        Text(
            nl="Schrijf een vergelijking, zoals `document.status == 'approved'`.",
            en="Write a comparison, such as `document.status == 'approved'`.",
        ),
    )


def _failed(failure: Failure) -> tuple[Text, Text]:
    others = failure.documents - 1
    nl = f" en {others} andere" if others else ""
    en = f" and {others} other{'s' if others > 1 else ''}" if others else ""
    return (
        Text(
            nl=f"De voorwaarde zegt niets van {failure.document}{nl}, dus of dat in orde is, is "
            f"niet bekend. CEL zegt: {failure.detail}.",
            en=f"The condition says nothing of {failure.document}{en}, so whether that is in order "
            f"is not known. CEL says: {failure.detail}.",
        ),
        Text(
            nl="Vraag eerst of een veld er is: `has(document.review) && has(document.review.last)`,"
            " of schrijf `document.?review.?last.orValue('')`.",
            en="Ask first whether a field is there: `has(document.review) && "
            "has(document.review.last)`, or write `document.?review.?last.orValue('')`.",
        ),
    )


def _refused(_: Failure) -> tuple[Text, Text]:
    return (
        Text(
            nl="Deze voorwaarde vraagt te veel tijd of geheugen; de regel is daarom afgebroken en "
            "zegt niets.",
            en="This condition takes too much time or memory, so the rule was broken off and says "
            "nothing.",
        ),
        Text(
            nl="Maak haar eenvoudiger: stapel geen lijsten of teksten op elkaar.",
            en="Make it simpler: pile no lists or texts upon each other.",
        ),
    )


def _unavailable(_: Failure) -> tuple[Text, Text]:
    return (
        Text(
            nl="Deze regel is niet uitgevoerd: het onderdeel voor eigen regels is niet "
            "geïnstalleerd of start niet.",
            en="This rule was not carried out: the part for rules of your own is not installed, or "
            "does not start.",
        ),
        Text(
            nl="Installeer het met `pip install 'bio2lint[rules]'`.",
            en="Install it with `pip install 'bio2lint[rules]'`.",
        ),
    )


def _too_long(_: Failure) -> tuple[Text, Text]:
    from bio2lint.cel import LONGEST

    return (
        Text(
            nl=f"Deze voorwaarde is langer dan {LONGEST} tekens, dus de regel is niet uitgevoerd.",
            en=f"This condition is longer than {LONGEST} characters, so the rule was not carried "
            "out.",
        ),
        Text(nl="Maak er meer regels van.", en="Split it into several rules."),
    )


def _reserved(failure: Failure) -> tuple[Text, Text]:
    return (
        Text(
            nl=f"De code {failure.detail} kan voor een regel van bio2lint zelf worden aangezien, "
            "dus deze regel is niet uitgevoerd.",
            en=f"The code {failure.detail} may be taken for a rule of bio2lint itself, so this "
            "rule was not carried out.",
        ),
        Text(
            nl="Kies een ander voorvoegsel, zoals de eerste letters van uw organisatie.",
            en="Choose another prefix, such as the first letters of your organisation.",
        ),
    )


def _duplicate(failure: Failure) -> tuple[Text, Text]:
    return (
        Text(
            nl=f"De code {failure.detail} is al van een andere regel, dus deze is niet uitgevoerd.",
            en=f"The code {failure.detail} is another rule's already, so this one was not carried "
            "out.",
        ),
        Text(nl="Geef deze regel een eigen code.", en="Give this rule a code of its own."),
    )


WORDS: dict[str, Callable[[Failure], tuple[Text, Text]]] = {
    "invalid": _invalid,
    "not-boolean": _not_boolean,
    "failed": _failed,
    "refused": _refused,
    "unavailable": _unavailable,
    "too-long": _too_long,
    "reserved": _reserved,
    "duplicate": _duplicate,
}
