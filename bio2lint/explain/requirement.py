"""The explanation of a number of the norm: where it stands and what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint import numbers
from bio2lint.explain import Explanation, Section, words
from bio2lint.finding import Text
from bio2lint.report.words import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.norm import Control, Measure, Norm

_DEMANDS = Text(nl="Wat de norm vraagt", en="What the norm asks")
_WITHIN = Text(nl="Plaats in de norm", en="Place in the norm")
_MEASURES = Text(nl="Overheidsmaatregelen", en="Government measures")
_NOTE = Text(nl="Let op", en="Note")


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
        return Text(
            nl=f"Beheersmaatregel van {norm.name}, met {count or 'geen'} geldende "
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
    moved = (_moved(norm, measure.moved_to),) if measure.moved_to else ()
    demands = tuple(_demands(measure))
    note = facts.get("note")
    return (
        Section(
            _WITHIN,
            paragraphs=(place, *moved, *_cbw(facts)),
            items=tuple(_references(norm, facts)),
        ),
        *((Section(_DEMANDS, items=demands),) if demands else ()),
        *((Section(_NOTE, paragraphs=(_pair(note),)),) if note else ()),
    )


def _moved(norm: Norm, target: str) -> Text:
    title = norm.title(target)
    return Text(nl=f"Staat nu bij {target} ({title.nl}).", en=f"Is now at {target} ({title.en}).")


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


def _references(norm: Norm, facts: dict[str, Any]) -> Iterator[Text]:
    found = facts.get("references", {})
    for number in (*found.get("measures", ()), *found.get("controls", ())):
        title = norm.title(number) if norm.has(number) else Text("", "")
        yield Text(nl=f"Zie {number} {title.nl}", en=f"See {number} {title.en}")
    for name in found.get("external", ()):
        yield Text(nl=f"Buiten de norm: {name}", en=f"Outside the norm: {name}")


def _demands(measure: Measure) -> Iterator[Text]:
    facts, demands = measure.facts, measure.facts.get("demands", {})
    if measure.interval is not None:
        yield _interval(measure)
    if "own_period" in facts:
        what = _pair(facts["own_period"])
        yield Text(
            nl=f"Een termijn die de organisatie zelf kiest: {what.nl}",
            en=f"A period of the organisation's own choosing: {what.en}",
        )
    for key, texts in _TERMS.items():
        if key in facts:
            yield _term(facts[key], texts)
    yield from _roles(facts.get("roles", {}))
    if "population" in facts:
        each = words.POPULATIONS[facts["population"]]
        yield Text(nl=f"Geldt voor {each.nl}", en=f"Holds for {each.en}")
    if "risk_analysis" in demands:
        asked = words.RISK_ANALYSES[demands["risk_analysis"]]
        yield Text(nl=f"Vraagt {asked.nl}", en=f"Asks for {asked.en}")
    for document in demands.get("documents", ()):
        yield _document(document)
    yield from _acts(demands)
    if subjects := facts.get("subjects"):
        listed = ", ".join(subjects)
        yield Text(
            nl=f"Onderwerpen die het document bevat: {listed}",
            en=f"Subjects that the document holds: {listed}",
        )
    if facts.get("permits_departure"):
        yield Text(
            nl="Laat zelf, onder voorwaarden, een afwijking toe (exception, type permitted)",
            en="Itself allows a departure on conditions (exception, type permitted)",
        )


def _interval(measure: Measure) -> Text:
    interval = measure.interval
    assert interval is not None  # noqa: S101 (asked for only where there is one)
    of = words.TIMED[interval.of]
    soft = Text("", "") if interval.strength == "must" else Text(" waar mogelijk", " if possible")
    return Text(
        nl=f"Ten minste elke {interval.longest.text}{soft.nl}, {of.nl}: {interval.what.nl}",
        en=f"At least every {interval.longest.text}{soft.en}, {of.en}: {interval.what.en}",
    )


_TERMS = {
    "deadline": Text(nl="Uiterste termijn", en="Deadline"),
    "retention": Text(nl="Bewaartermijn", en="Retention"),
}


def _term(term: dict[str, Any], name: Text) -> Text:
    stated = term.get("max") or term.get("min")
    much = Text(stated, stated) if stated else words.BASES[term["basis"]]
    what = _pair(term["for"])
    return Text(nl=f"{name.nl} {much.nl}: {what.nl}", en=f"{name.en} {much.en}: {what.en}")


_PARTS = {
    "responsible": Text(nl="Verantwoordelijk", en="Responsible"),
    "recipient": Text(nl="Ontvanger", en="Recipient"),
    "audience": Text(nl="Doelgroep", en="Audience"),
}


def _roles(roles: dict[str, list[str]]) -> Iterator[Text]:
    for part, name in _PARTS.items():
        if part in roles:
            who = _functions(roles[part])
            yield Text(nl=f"{name.nl}: {who.nl}", en=f"{name.en}: {who.en}")


def _functions(functions: Iterable[str]) -> Text:
    return joined([words.FUNCTIONS[function] for function in functions], ", ")


def _document(document: dict[str, Any]) -> Text:
    kind = words.DOCUMENTS[document["type"]]
    adopted = Text(", vastgesteld", ", adopted") if document.get("adopted") else Text("", "")
    subject = document["subject"]
    return Text(
        nl=f"Stuk: {kind.nl} ({subject}{adopted.nl})",
        en=f"Document: {kind.en} ({subject}{adopted.en})",
    )


def _acts(demands: dict[str, Any]) -> Iterator[Text]:
    if demands.get("test"):
        yield Text(nl="Vraagt een test of toets", en="Asks for a test")
    if demands.get("report"):
        yield Text(nl="Vraagt een rapportage", en="Asks for a report")
    if "approval" in demands:
        who = words.FUNCTIONS[demands["approval"]["by"]]
        always = demands["approval"]["when"] == "always"
        when = Text("", "") if always else Text(" bij een afwijking", " of a departure")
        yield Text(nl=f"Goedkeuring door: {who.nl}{when.nl}", en=f"Approval by: {who.en}{when.en}")
    if "consult" in demands:
        who = words.FUNCTIONS[demands["consult"]]
        yield Text(nl=f"Vraag vooraf advies aan: {who.nl}", en=f"Ask advice first of: {who.en}")
    if "event" in demands:
        event = _pair(demands["event"])
        yield Text(nl=f"Aanleiding: {event.nl}", en=f"Occasion: {event.en}")
