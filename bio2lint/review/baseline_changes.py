"""What changed in the baseline: findings that it holds back, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import baseline, yamlfile
from bio2lint.finding import json_pointer
from bio2lint.review import events, table, walk
from bio2lint.review.change import Change
from bio2lint.review.sides import AFTER, BEFORE, Unread
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bio2lint.baseline import Baseline
    from bio2lint.finding import Finding
    from bio2lint.settings import Settings
    from bio2lint.tree import Tree


class Held(NamedTuple):
    """The baseline of one side: None where there is none, or it cannot be read."""

    path: str | None
    data: dict[str, Any] | None
    read: Baseline | None
    unread: tuple[Unread, ...] = ()


def read(tree: Tree, settings: Settings, side: str) -> Held:
    """Return the baseline that the settings of one side name."""
    path = settings.baseline
    if path is None:
        return Held(None, None, None)
    try:
        content = tree.read(path, MAX_BYTES + 1)
        found = baseline.read(content)
    except (OSError, baseline.BaselineError):
        return Held(path, None, None, (Unread(path, side),))
    return Held(path, yamlfile.read(content).documents[0].data, found)


def both(before: tuple[Tree, Settings], after: tuple[Tree, Settings]) -> tuple[Held, Held]:
    """Return the baselines of both sides."""
    return read(*before, BEFORE), read(*after, AFTER)


def changes(old: Held, new: Held, became: Mapping[str, Finding]) -> Iterator[Change]:
    """Yield what changed in a baseline that both sides have; naming one is told of the settings.

    `became` has what a finding is since its document only got another id, by its fingerprint.
    """
    if old.data is None or new.data is None or new.path is None:
        return
    said = table.load()
    there = {one["fingerprint"] for one in new.data["findings"]}
    entries = [
        one if one["fingerprint"] in there else _now(one, became) for one in old.data["findings"]
    ]
    was = {**old.data, "findings": entries}
    for found in walk.differences(said.baseline, said.other, was, new.data):
        event = events.simple(found)
        direction, why = found.entry.events.get(event) or said.verdict("neutral neutral")
        yield Change(
            document=None,
            kind=None,
            path=new.path,
            pointer=json_pointer(found.pointer),
            field=found.field,
            before=_entry(found.before),
            after=_entry(found.after),
            direction=direction,
            why=why,
        )


def _now(entry: dict[str, Any], became: Mapping[str, Finding]) -> dict[str, Any]:
    """Return an entry as it is about the same finding after the change."""
    one = became.get(entry["fingerprint"])
    if one is None:
        return entry
    return {**entry, "fingerprint": one.fingerprint, "document": one.document}


def _entry(value: Any) -> Any:
    """Return an entry as people know it: the code and the document that it is about."""
    if isinstance(value, dict):
        return f"{value.get('code')} {value.get('document')}"
    return value
