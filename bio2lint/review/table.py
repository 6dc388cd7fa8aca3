"""The table of directions: what a change of each field means, as data in `policies/`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import resources, yamlfile
from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "directions.yaml"
EVENTS = ("up", "down", "changed", "added", "first", "removed", "replaced")
"""What may happen to a field; `first` is an item added to a list that was empty."""


class Verdict(NamedTuple):
    """The direction of a change and the reason for it."""

    direction: str
    why: Text


class Entry(NamedTuple):
    """What the table says of a field.

    `by` names how two values are compared. `ranks` orders the values of a scale; `absent` is the
    value that absence stands for. `events` has a verdict for each of EVENTS; `cases` are verdicts
    that go before it where the predicate of that name holds. `supported_by` names the decisions
    that can support a weakening. `fields` are those of a mapping, or of each mapping in a list
    whose items are known by `key`; `values` is what holds for each value of a free mapping.
    """

    by: str
    ranks: Mapping[str, int]
    absent: Any
    events: Mapping[str, Verdict]
    cases: tuple[tuple[str, Verdict], ...]
    supported_by: tuple[str, ...]
    key: str | None
    fields: Mapping[str, Entry]
    values: Entry | None


class Table(NamedTuple):
    """The whole table: an entry for each kind, and what it says of the settings.

    `other` is what holds for keys that no schema knows. `options` has an entry for each option of a
    rule, by `CODE.name`. `reasons` are the texts by name.
    """

    kinds: Mapping[str, Entry]
    other: Entry
    settings: Entry
    baseline: Entry
    comment: Entry
    options: Mapping[str, Entry]
    reasons: Mapping[str, Text]

    def verdict(self, spelled: str) -> Verdict:
        """Return the verdict that `weakens less-far` spells."""
        return _verdict(spelled, self.reasons)


def _verdict(spelled: str, reasons: Mapping[str, Text]) -> Verdict:
    direction, _, reason = spelled.partition(" ")
    return Verdict(direction, reasons[reason])


@cache
def load() -> Table:
    """Return the shipped table."""
    data = yamlfile.read(resources.read("policies", FILE)).documents[0].data
    if data is None:
        message = f"policies/{FILE} cannot be read"
        raise RuntimeError(message)
    reasons = {name: Text(**pair) for name, pair in data["reasons"].items()}
    build = _Build(reasons, data["parts"])
    return Table(
        kinds={
            kind: build.entry({**said, "fields": {**data["common"], **said["fields"]}}, ())
            for kind, said in data["kinds"].items()
        },
        other=build.entry(data["other"], ()),
        settings=build.entry(data["settings"], ()),
        baseline=build.entry(data["baseline"], ()),
        comment=build.entry(data["comment"], ()),
        options={name: build.entry(said, ()) for name, said in data["options"].items()},
        reasons=reasons,
    )


class _Build(NamedTuple):
    """Builds entries out of plain data: `parts` are those that several fields share."""

    reasons: Mapping[str, Text]
    parts: Mapping[str, Any]

    def entry(self, said: Mapping[str, Any], inherited: tuple[str, ...]) -> Entry:
        """Return the entry that data says; a field is supported as what holds it, or as it says."""
        said = {**self.parts[said["part"]], **said} if "part" in said else said
        supported_by = tuple(said.get("supported_by", inherited))
        below = said.get("values")
        return Entry(
            by=said.get("by", "text"),
            ranks=_ranks(said.get("order", ())),
            absent=said.get("absent"),
            events={e: _verdict(said[e], self.reasons) for e in EVENTS if e in said},
            cases=tuple((n, _verdict(v, self.reasons)) for n, v in said.get("cases", {}).items()),
            supported_by=supported_by,
            key=said.get("key"),
            fields={k: self.entry(v, supported_by) for k, v in said.get("fields", {}).items()},
            values=None if below is None else self.entry(below, supported_by),
        )


def _ranks(order: list[Any]) -> dict[str, int]:
    """Return the rank of each value of a scale, weakest first; those in one list are equal."""
    return {
        value: rank
        for rank, values in enumerate(order)
        for value in (values if isinstance(values, list) else [values])
    }
