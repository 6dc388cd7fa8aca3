"""STR008: a rule of the organisation's own can be carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.rules import Docs, Rule
from bio2lint.rules.structure._failures import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

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


_FIRST = Text(nl="hier staat de andere", en="the other one is here")


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield every own rule that could not be carried out, or not on every document."""
    for failure in repository.failures:
        related = (Related(failure.other, _FIRST),) if failure.other else ()
        message, help_ = WORDS[failure.kind](failure)
        yield Found(failure.place, message, help_, subject=failure.kind, related=related)
