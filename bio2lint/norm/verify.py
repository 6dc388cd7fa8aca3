"""The shipped facts of an edition against a copy of its official text.

So that a new publication is noticed the day that it comes out. Numbers, states and moves are
certain; periods, references and repeated texts are read out of prose and are only pointed at.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import numbers, period, wording
from bio2lint.finding import Text
from bio2lint.norm.prose import EMPTY, periods, references, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bio2lint.norm import Measure, Norm
    from bio2lint.norm.markdown import Line, Reading, Section

_DOUBTFUL = frozenset(("period", "reference", "same-text"))
_WORDS = {
    "active": Text(nl="een geldende maatregel", en="an active measure"),
    "none": Text(nl="geen maatregel", en="no measure"),
    "moved": Text(nl="verplaatst", en="moved"),
    "withdrawn": Text(nl="vervallen", en="withdrawn"),
    "reference": Text(nl="een verwijzing", en="a reference"),
    EMPTY: Text(nl="een nummer zonder tekst", en="a number without text"),
}
_NOTHING = Text(nl="niets", en="nothing")


class Difference(NamedTuple):
    """One thing that the text says otherwise than the data; `line` is 1-based.

    `kind`: missing, new, repeated, malformed, state, target (all certain), period, reference,
    same-text (to be looked at).
    """

    line: int
    number: str
    kind: str
    message: Text


class Known(NamedTuple):
    """A mistake of the text that the data documents, with the data's own explanation."""

    difference: Difference
    note: Text


class Verdict(NamedTuple):
    """What came of the comparison, each list in the order of the text.

    `differences` are certain and `doubts` to be looked at. `respelled` counts the numbers that are
    written in another way, such as without leading zeros, which is no difference.
    """

    numbers: int
    differences: tuple[Difference, ...]
    doubts: tuple[Difference, ...]
    known: tuple[Known, ...]
    respelled: int

    @property
    def clean(self) -> bool:
        """Whether nothing differs but what is documented."""
        return not self.differences and not self.doubts


def verify(norm: Norm, reading: Reading) -> Verdict:
    """Return what differs between an edition's facts and what was read of a text."""
    sections: dict[str, Section] = {}
    for section in reading.sections:
        sections.setdefault(section.number, section)
    found = [
        *_of_the_file(norm, reading, sections),
        *_same_texts(norm, sections),
        *(
            difference
            for number, measure in norm.measures.items()
            if number in sections
            for difference in _of_a_measure(measure, sections[number])
        ),
    ]
    found.sort(key=lambda each: (each[0].line, each[0].number))
    open_ = [difference for difference, documented in found if not documented]
    return Verdict(
        numbers=len(sections),
        differences=tuple(each for each in open_ if each.kind not in _DOUBTFUL),
        doubts=tuple(each for each in open_ if each.kind in _DOUBTFUL),
        known=tuple(
            Known(difference, _note(norm.measures[difference.number]))
            for difference, documented in found
            if documented
        ),
        respelled=sum(section.spelled != section.number for section in reading.sections),
    )


Judged = tuple[Difference, bool]
"""A difference, and whether the data documents it."""


def _note(measure: Measure) -> Text:
    return Text(**measure.facts["note"])


def _published(measure: Measure) -> dict[str, Any]:
    found: dict[str, Any] = measure.facts.get("as_published", {})
    return found


def _of_the_file(norm: Norm, reading: Reading, sections: Mapping[str, Section]) -> Iterator[Judged]:
    for line in reading.malformed:
        yield _malformed(line), False
    for section in reading.sections:
        first = sections[section.number]
        if first is not section:
            yield _repeated(section, first), False
        elif section.number not in norm.measures:
            yield _new(section), False
    present = sorted(sections, key=numbers.order)
    orders = [numbers.order(number) for number in present]
    for number in norm.measures:
        if number not in sections:
            place = bisect_left(orders, numbers.order(number))
            after = sections[present[place - 1]].line if place else 1
            yield _missing(number, after, reading.mentions.get(number), norm), False


def _malformed(line: Line) -> Difference:
    return Difference(
        line.line,
        line.text,
        "malformed",
        Text(
            nl="is geen nummer van een overheidsmaatregel",
            en="is no number of a government measure",
        ),
    )


def _repeated(section: Section, first: Section) -> Difference:
    return Difference(
        section.line,
        section.number,
        "repeated",
        Text(
            nl=f"staat er voor de tweede keer, na regel {first.line}",
            en=f"stands here again, after line {first.line}",
        ),
    )


def _new(section: Section) -> Difference:
    return Difference(
        section.line,
        section.number,
        "new",
        Text(nl="is nieuw: de gegevens kennen het niet", en="is new: the data does not know it"),
    )


def _missing(number: str, after: int, mentioned: int | None, norm: Norm) -> Difference:
    ours = _WORDS[norm.measures[number].state]
    also = (
        Text("", "")
        if mentioned is None
        else Text(nl=f" (wel genoemd in regel {mentioned})", en=f" (named in line {mentioned})")
    )
    return Difference(
        after,
        number,
        "missing",
        Text(
            nl=f"ontbreekt na deze regel{also.nl}; volgens de gegevens {ours.nl}",
            en=f"is missing after this line{also.en}; by the data it is {ours.en}",
        ),
    )


def _of_a_measure(measure: Measure, section: Section) -> Iterator[Judged]:
    theirs = state_of(section.parts)
    ours = measure.state, measure.moved_to
    if theirs == ours:
        if measure.active:
            yield from _period(measure, section)
            yield from _reference(measure, section)
        return
    published = _published(measure)
    documented = "moved_to" in published and theirs == (ours[0], published["moved_to"])
    kind = "state" if theirs[0] != ours[0] else "target"
    said, known = _described(*theirs), _described(*ours)
    message = Text(
        nl=f"is in de tekst {said.nl}, in de gegevens {known.nl}",
        en=f"is {said.en} in the text, {known.en} in the data",
    )
    yield Difference(section.line, section.number, kind, message), documented


def _described(state: str, target: str | None) -> Text:
    words = _WORDS[state]
    if target is not None:
        return Text(nl=f"{words.nl} naar {target}", en=f"{words.en} to {target}")
    if state == "moved":
        return Text(nl=f"{words.nl} zonder doel", en=f"{words.en} without a target")
    return words


def _names(section: Section, kind: str, offset: int, theirs: Text, ours: Text) -> Difference:
    message = Text(
        nl=f"noemt in de tekst {theirs.nl}, in de gegevens {ours.nl}",
        en=f"names {theirs.en} in the text, {ours.en} in the data",
    )
    return Difference(section.line_of(offset), section.number, kind, message)


def _period(measure: Measure, section: Section) -> Iterator[Judged]:
    said = list(periods(section.text))
    theirs = {each.length for each in said}
    ours = [
        text
        for key, bound in (("interval", "max"), ("deadline", "max"), ("retention", "min"))
        if (text := measure.facts.get(key, {}).get(bound))
    ]
    if theirs == _lengths(ours):
        return
    first = next((each.offset for each in said if each.length not in _lengths(ours)), 0)
    words = list(dict.fromkeys(f"‘{each.words}’" for each in said))
    published = _lengths(_published(measure).get("periods", ()))
    documented = bool(published) and published == theirs
    expected = [wording.duration(text) for text in ours]
    yield _names(section, "period", first, _listed(words), _listed(expected)), documented


def _listed(items: Sequence[str | Text]) -> Text:
    return wording.listed(items) if items else _NOTHING


def _lengths(texts: Iterable[str]) -> set[tuple[int, int]]:
    found = (period.parse(text) for text in texts)
    return {(each.months, each.days) for each in found if each is not None}


def _reference(measure: Measure, section: Section) -> Iterator[Judged]:
    said = {
        raw: at
        for raw, at in references(section.text).items()
        if numbers.canonical(raw) != section.number
    }
    facts = measure.facts.get("references", {})
    ours = [*facts.get("measures", ()), *facts.get("controls", ())]
    published = set(_published(measure).get("references", ()))
    documented = bool(published) and said.keys() == published
    if documented or {numbers.canonical(raw) for raw in said} != set(ours):
        first = min(said.values(), default=0)
        yield _names(section, "reference", first, _listed([*said]), _listed(ours)), documented


def _same_texts(norm: Norm, sections: Mapping[str, Section]) -> Iterator[Judged]:
    """Yield each active measure that repeats the text of one before it."""
    first: dict[str, str] = {}
    for number, section in sections.items():
        text = section.text.casefold()
        if state_of(section.parts)[0] != "active":
            continue
        other = first.setdefault(text, number)
        if other != number and number in norm.measures:
            documented = _published(norm.measures[number]).get("same_text_as") == other
            yield _same(section, other), documented


def _same(section: Section, other: str) -> Difference:
    return Difference(
        section.line,
        section.number,
        "same-text",
        Text(nl=f"heeft dezelfde tekst als {other}", en=f"has the same text as {other}"),
    )
