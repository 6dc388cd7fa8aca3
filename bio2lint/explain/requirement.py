"""The explanation of a number of the norm: where it stands and what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint import numbers
from bio2lint.editions import words
from bio2lint.explain import Explanation, Section
from bio2lint.finding import Text
from bio2lint.norm.diff import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.norm import Control, Measure, Norm

_DEMANDS = Text(nl="Wat de norm vraagt", en="What the norm asks")
_WITHIN = Text(nl="Plaats in de norm", en="Place in the norm")
_MEASURES = Text(nl="Overheidsmaatregelen", en="Government measures")
_NOTE = Text(nl="Let op", en="Note")
_IN_WORDS = ("own_period", "demands.event")
"""What the norm's data says in words only."""


def explain(norm: Norm, number: str, here: tuple[Section, ...] = ()) -> Explanation:
    """Return what there is to know of a canonical number that the edition has.

    `here` is what an administration does about it.
    """
    measure = norm.measures.get(number)
    sections = (
        _of_control(norm, norm.controls[number]) if measure is None else _of_measure(norm, measure)
    )
    title = norm.title(number)
    return Explanation(
        title=Text(nl=f"{number} {title.nl}", en=f"{number} {title.en}"),
        summary=_state(norm, number, measure),
        sections=(*sections, *here),
    )


def _state(norm: Norm, number: str, measure: Measure | None) -> Text:
    if measure is None:
        count = len(norm.controls[number].measures)
        number_of = f"met {count}" if count else "zonder"
        return Text(
            nl=f"Beheersmaatregel van {norm.name}, {number_of} geldende "
            f"overheidsmaatregel{'' if count == 1 else 'en'}.",
            en=f"Control of {norm.name}, with {count or 'no'} government "
            f"measure{'' if count == 1 else 's'} in force.",
        )
    state = words.STATES[measure.state]
    to = f" → {measure.moved_to}" if measure.moved_to else ""
    return Text(
        nl=f"Nummer van een overheidsmaatregel in {norm.name}: {state.nl}{to}.",
        en=f"Number of a government measure in {norm.name}: {state.en}{to}.",
    )


def _of_control(norm: Norm, control: Control) -> tuple[Section, ...]:
    theme = norm.themes[control.number[0]]
    place = Text(nl=f"Thema {theme.nl}.", en=f"Theme {theme.en}.")
    own = tuple(
        _named(norm, number)
        for number in norm.measures
        if numbers.control_of(number) == control.number
    )
    return (
        Section(_WITHIN, paragraphs=(place, *_cbw(control.facts))),
        *((Section(_MEASURES, items=own),) if own else ()),
    )


def _of_measure(norm: Norm, measure: Measure) -> tuple[Section, ...]:
    theme = norm.themes[measure.number[0]]
    control = norm.controls[measure.control]
    place = Text(
        nl=f"Hoort bij beheersmaatregel {control.number} ({control.title.nl}), thema {theme.nl}.",
        en=f"Belongs to control {control.number} ({control.title.en}), theme {theme.en}.",
    )
    facts = measure.facts
    demands = tuple(_demands(measure))
    note = facts.get("note")
    return (
        Section(
            _WITHIN,
            paragraphs=(place, *_elsewhere(norm, measure), *_cbw(facts)),
        ),
        *((Section(_DEMANDS, items=demands),) if demands else ()),
        *((Section(_NOTE, paragraphs=(_pair(note),)),) if note else ()),
    )


def _elsewhere(norm: Norm, measure: Measure) -> Iterator[Text]:
    """Yield where what a number stood for is now."""
    if measure.moved_to:
        title = norm.title(measure.moved_to)
        yield Text(
            nl=f"Staat nu bij {measure.moved_to} ({title.nl}).",
            en=f"Is now at {measure.moved_to} ({title.en}).",
        )
    for number in measure.covered_by:
        title = norm.title(number)
        yield Text(
            nl=f"Staat nu beschreven bij {number} ({title.nl}).",
            en=f"Is now described at {number} ({title.en}).",
        )


def _named(norm: Norm, number: str) -> Text:
    measure, title = norm.measures[number], norm.title(number)
    state = words.STATES[measure.state]
    return Text(nl=f"{number} {title.nl} ({state.nl})", en=f"{number} {title.en} ({state.en})")


def _pair(pair: dict[str, str]) -> Text:
    return Text(nl=pair["nl"], en=pair["en"])


def _cbw(facts: dict[str, Any]) -> Iterator[Text]:
    cbw = facts.get("cbw")
    if cbw is not None:
        source = _pair(cbw["source"])
        inside = Text(nl="Binnen", en="Within") if cbw["within"] else Text("Buiten", "Outside")
        yield Text(
            nl=f"{inside.nl} de Cbw. {source.nl}",
            en=f"{inside.en} the Cbw (Cybersecurity Act). {source.en}",
        )


def _demands(measure: Measure) -> Iterator[Text]:
    """Yield what a measure asks, an aspect a line, with what it is about where that is said."""
    if "own_period" in measure.facts:
        yield _about(words.aspect("own_period"), _pair(measure.facts["own_period"]))
    for aspect, values in asked(measure).items():
        if aspect not in _IN_WORDS:
            said = words.values(aspect, values)
            about = _explained(measure.facts.get(aspect))
            yield _about(words.aspect(aspect), Text(said.nl + about.nl, said.en + about.en))
    event = measure.demands.get("event")
    if event is not None:
        yield _about(words.aspect("demands.event"), _pair(event))


def _about(aspect: Text, said: Text) -> Text:
    return Text(
        nl=f"{aspect.nl.capitalize()}: {said.nl}", en=f"{aspect.en.capitalize()}: {said.en}"
    )


def _explained(fact: Any) -> Text:
    """Return the words that the norm's data adds to a period: what is done or kept."""
    pair = (fact.get("what") or fact.get("for")) if isinstance(fact, dict) else None
    return Text(nl=f": {pair['nl']}", en=f": {pair['en']}") if pair else Text("", "")
