"""One edition of the norm as data: its requirements, their states, periods, roles and demands."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from bio2lint import numbers, period, resources, yamlfile
from bio2lint.finding import Text

NEWEST = "1.3"


class UnknownEditionError(Exception):
    """There are no facts of the edition asked for; `known` lists those that there are."""

    def __init__(self, edition: str, known: list[str]) -> None:
        super().__init__(edition)
        self.edition = edition
        self.known = known


class Interval(NamedTuple):
    """At least once in how long, and of what.

    `of` is document, register, supplier, system, process or evidence; `strength` is must or
    where-possible.
    """

    longest: period.Period
    of: str
    strength: str
    what: Text
    aspects: tuple[str, ...] = ()


class Measure(NamedTuple):
    """A government measure. `state`: active, none, moved, withdrawn or reference.

    `partly_from` are numbers of the previous edition that gave a part of their content to this
    one, `covered_by` the numbers where a withdrawn one is described. `facts` holds all that the
    data file says, as plain data.
    """

    number: str
    control: str
    state: str
    title: Text
    moved_to: str | None
    interval: Interval | None
    facts: dict[str, Any]
    partly_from: tuple[str, ...] = ()
    covered_by: tuple[str, ...] = ()

    @property
    def active(self) -> bool:
        """Whether it obliges."""
        return self.state == "active"

    @property
    def demands(self) -> dict[str, Any]:
        """Return what has to be there, as plain data: documents, a test, an approval."""
        found: dict[str, Any] = self.facts.get("demands", {})
        return found

    @property
    def documents(self) -> list[dict[str, Any]]:
        """Return the documents that it demands, as plain data: each of a type, on a subject."""
        found: list[dict[str, Any]] = self.demands.get("documents", [])
        return found

    @property
    def subjects(self) -> set[str]:
        """Return the subjects of the documents that it demands."""
        return {document["subject"] for document in self.documents}


class Control(NamedTuple):
    """A control of ISO/IEC 27002 with the numbers of its active measures.

    `facts` holds what the data file says besides, as plain data.
    """

    number: str
    title: Text
    measures: tuple[str, ...]
    facts: dict[str, Any]


@dataclass(eq=False, repr=False)
class Norm:
    """One edition: `name` is as the settings pin it (`bio2@1.3`).

    `themes` are the parts of the norm, by the first digit of their numbers.
    """

    edition: str
    published: str
    copy: Text
    themes: dict[str, Text]
    controls: dict[str, Control]
    measures: dict[str, Measure]
    active: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return the name that the settings pin."""
        return f"bio2@{self.edition}"

    def title(self, number: str) -> Text:
        """Return the title of a measure or control; KeyError when the edition has it not."""
        found = self.measures.get(number)
        return found.title if found else self.controls[number].title

    def has(self, number: str) -> bool:
        """Whether the edition knows the canonical number, in whatever state."""
        return number in self.measures or number in self.controls

    def resolve(self, number: str) -> str | None:
        """Return the requirement that a canonical number stands for today, or None.

        An active measure or a control is itself; a moved or referring number is its target; any
        other is nothing.
        """
        if self.requires(number):
            return number
        measure = self.measures.get(number)
        return measure.moved_to if measure else None

    def requires(self, number: str) -> bool:
        """Whether the canonical number is of an active measure or a control."""
        measure = self.measures.get(number)
        return measure.active if measure else number in self.controls

    def may_mean(self, wrong: str, number: str) -> bool:
        """Whether somebody who wrote a number that stands for nothing may have meant `number`.

        So it is within one control, with one digit beside it, or when there is no such control.
        """
        if self.resolve(wrong) is not None:
            return False
        control = numbers.control_of(wrong)
        if control not in self.controls or control == numbers.control_of(number):
            return True
        differing = sum(a != b for a, b in zip(wrong, number, strict=False))
        return len(wrong) == len(number) and differing == 1

    def demanding(self, subject: str) -> tuple[str, ...]:
        """Return the active measures that demand a document on a subject."""
        return tuple(n for n in self.active if subject in self.measures[n].subjects)

    def timed(self, of: str) -> dict[str, Interval]:
        """Return the intervals of the active measures that time `of` (document, evidence, …)."""
        return self._timed.get(of, {})

    @cached_property
    def _timed(self) -> dict[str, dict[str, Interval]]:
        timed: dict[str, dict[str, Interval]] = {}
        for number in self.active:
            interval = self.measures[number].interval
            if interval is not None:
                timed.setdefault(interval.of, {})[number] = interval
        return timed


def editions() -> list[str]:
    """Return the editions that are shipped, oldest first."""
    found = [
        match[1]
        for name in os.listdir(resources.folder("policies"))
        if (match := re.fullmatch(r"bio2-(\d+\.\d+)\.yaml", name))
    ]
    return sorted(found, key=numbers.order)


def load(edition: str) -> Norm:
    """Return the shipped facts of an edition (`1.3`); UnknownEditionError when there are none."""
    try:
        content = resources.read("policies", f"bio2-{edition}.yaml")
    except OSError:
        raise UnknownEditionError(edition, editions()) from None
    data = yamlfile.read(content).documents[0].data
    if data is None:
        message = f"policies/bio2-{edition}.yaml cannot be read"
        raise RuntimeError(message)
    measures = {number: _measure(number, facts) for number, facts in data["measures"].items()}
    active = tuple(number for number, measure in measures.items() if measure.active)
    of_control: dict[str, list[str]] = {number: [] for number in data["controls"]}
    for number in active:
        of_control[measures[number].control].append(number)
    return Norm(
        edition=edition,
        published=data["published"],
        copy=_text(data["copy"]),
        themes={digit: _text(theme) for digit, theme in data["themes"].items()},
        controls={
            number: Control(number, _text(facts["title"]), tuple(of_control[number]), facts)
            for number, facts in data["controls"].items()
        },
        measures=measures,
        active=active,
    )


def _text(pair: dict[str, str]) -> Text:
    return Text(nl=pair["nl"], en=pair["en"])


def _measure(number: str, facts: dict[str, Any]) -> Measure:
    return Measure(
        number=number,
        control=numbers.control_of(number),
        state=facts["state"],
        title=_text(facts["title"]),
        moved_to=facts.get("moved_to"),
        interval=_interval(facts.get("interval")),
        facts=facts,
        partly_from=tuple(facts.get("partly_from", ())),
        covered_by=tuple(facts.get("covered_by", ())),
    )


def _interval(facts: dict[str, Any] | None) -> Interval | None:
    if facts is None:
        return None
    longest = period.parse(facts["max"])
    if longest is None:
        message = f"{facts['max']} is no duration"
        raise ValueError(message)
    return Interval(
        longest,
        facts["of"],
        facts["strength"],
        _text(facts["what"]),
        tuple(facts.get("aspects", ())),
    )
