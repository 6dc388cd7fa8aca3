"""STR008: a rule of the organisation's own can be carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bio2lint.cel import Failure
    from bio2lint.repository import Repository

RULE = Rule(
    code="STR008",
    name="own-rule-invalid",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Elke eigen regel heeft een eigen code en een voorwaarde die kan worden uitgevoerd.",
        en="Every rule of your own has a code of its own and a condition that can be carried out.",
    ),
    protected=True,
)

_RULE = """\
kind: rule
id: rol-bereikbaar
title: Elke rol is bereikbaar
code: LIN001
for: [role]
condition: {}
message:
  nl: Deze rol heeft geen mailbox of telefoonnummer.
  en: This role has no mailbox or telephone number.
severity: error
at: contact
"""
DOCS = Docs(
    why=Text(
        nl="Een eigen regel die niet wordt uitgevoerd, meldt niets. Dat ziet er net zo uit als een "
        "administratie waarin alles aan de regel voldoet.",
        en="A rule of your own that is not carried out reports nothing. That looks just like an "
        "administration in which everything meets the rule.",
    ),
    fix=Text(
        nl="Verbeter de voorwaarde op de aangewezen plaats. Vraag met `has()` of een veld er is "
        "voordat u ernaar kijkt, of schrijf `document.?veld.orValue(…)`.",
        en="Correct the condition at the place pointed at. Ask with `has()` whether a field is "
        "there before you look at it, or write `document.?field.orValue(…)`.",
    ),
    bad={"rules/rollen.yaml": _RULE.format("has(document.contact")},
    good={"rules/rollen.yaml": _RULE.format("has(document.contact)")},
)


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


_WORDS: dict[str, Callable[[Failure], tuple[Text, Text]]] = {
    "invalid": _invalid,
    "not-boolean": _not_boolean,
    "failed": _failed,
    "refused": _refused,
    "unavailable": _unavailable,
    "too-long": _too_long,
    "reserved": _reserved,
    "duplicate": _duplicate,
}
_FIRST = Text(nl="hier staat de andere", en="the other one is here")


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield every own rule that could not be carried out, or not on every document."""
    for failure in repository.failures:
        related = (Related(failure.other, _FIRST),) if failure.other else ()
        message, help_ = _WORDS[failure.kind](failure)
        yield Found(failure.place, message, help_, subject=failure.kind, related=related)
