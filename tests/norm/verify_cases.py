"""A small edition and a made-up text of it, for tests of holding the one against the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from support import edition

from bio2lint import wording
from bio2lint.finding import Text
from bio2lint.norm import Measure, Norm
from bio2lint.norm.markdown import read
from bio2lint.norm.verify import Verdict, verify

EENDEN = """\
# Deel 2

## 5.01.01
Het bestuur telt de eenden ten minste jaarlijks, zie overheidsmaatregel 5.01.02.

## 5.01.02
Wie een eend vindt, meldt dat binnen een week.

## 5.02.01
Geen overheidsmaatregel, zie de inleiding.

## 5.03.01
Verplaatst naar 5.01.02.

## 5.04.01
Vervallen.
"""
NOTE = {"nl": "De tekst vergist zich.", "en": "The text is mistaken."}


def measure(number: str, state: str, **facts: Any) -> Measure:
    return Measure(
        number, number[:3], state, Text(number, number), facts.get("moved_to"), None, facts
    )


MEASURES = (
    measure(
        "5.01.01", "active", interval={"max": "P1Y"}, references={"measures": ["5.01.02"]}
    ),
    measure("5.01.02", "active", deadline={"max": "P1W"}),
    measure("5.02.01", "none"),
    measure("5.03.01", "moved", moved_to="5.01.02"),
    measure("5.04.01", "withdrawn"),
)  # fmt: skip


def ducks(*others: Measure) -> Norm:
    """Return the small edition, with some of its measures otherwise."""
    measures = {each.number: each for each in (*MEASURES, *others)}
    active = tuple(number for number, each in measures.items() if each.active)
    return replace(edition("1.3"), measures=measures, active=active)


def verdict(text: str, *others: Measure) -> Verdict:
    return verify(ducks(*others), read(text))


def told(found: Verdict) -> list[str]:
    """Return all that is not documented as `line number kind: words`."""
    return [
        f"{each.line} {each.number} {each.kind}: {each.message.nl}"
        for each in (*found.differences, *found.doubts)
    ]


def full_text(norm: Norm) -> str:
    """Return a made-up text that says of every number of an edition what the data says."""
    sections = (f"## {number}\n{_said(each)}\n" for number, each in norm.measures.items())
    return "# Deel 2\n\n" + "\n".join(sections)


def _said(each: Measure) -> str:
    if each.state == "active":
        return _asked(each)
    return {
        "none": "Geen overheidsmaatregel, zie de inleiding.",
        "moved": f"Verplaatst naar {each.moved_to}." if each.moved_to else "Verplaatst.",
        "withdrawn": "Vervallen.",
        "reference": f"Zie overheidsmaatregel {each.moved_to}.",
    }[each.state]


def _asked(each: Measure) -> str:
    facts, words = each.facts, [f"Tel de eenden van vijver {each.number}"]
    for key, bound in (("interval", "max"), ("deadline", "max"), ("retention", "min")):
        if period := facts.get(key, {}).get(bound):
            words.append(f"in {wording.duration(period).nl}")
    references = facts.get("references", {})
    words += [f"als bij {number}" for number in references.get("measures", ())]
    words += [f"naar beheersmaatregel {number}" for number in references.get("controls", ())]
    return f"{', '.join(words)}."
