"""What changed in `bio2lint.yaml`, judged by its effect: where an attacker would begin."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import norm, numbers, profile
from bio2lint.finding import Text
from bio2lint.review import events, rule_levels, setting, table
from bio2lint.review.change import WEAKENS, Change
from bio2lint.review.walk import Difference
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from bio2lint.rules import Rule
    from bio2lint.settings import Settings

_PARTS_OF_A_VERSION = re.compile(r"(?:>=)?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?", re.ASCII)
_KNOWN = frozenset(
    ("norm", "requires", "language", "fail_on", "profile", "preview", "include", "exclude")
) | {"rules", "overrides", "baseline"}


class Paths(NamedTuple):
    """The paths of YAML files that take part on one side only, because of the settings."""

    dropped: tuple[str, ...] = ()
    taken_in: tuple[str, ...] = ()


def changes(
    before: Settings, after: Settings, rules: Collection[Rule], documents: Collection[str]
) -> list[Change]:
    """Return the changes of the settings.

    `rules` are all rules that there are on either side, `documents` the paths of YAML files in the
    tree after the change.
    """
    paths = Paths(
        tuple(p for p in documents if before.takes(p) and not after.takes(p)),
        tuple(p for p in documents if after.takes(p) and not before.takes(p)),
    )
    return [
        *_plain(before, after),
        *rule_levels.changes(before, after, rules, documents),
        *_patterns(before, after, paths),
        *_free(before, after),
    ]


def raw(settings: Settings) -> dict[str, Any]:
    """Return what the settings file says, as plain data."""
    return (settings.file.documents[0].data if settings.file else None) or {}


def _version(value: Any) -> tuple[int, ...]:
    match = _PARTS_OF_A_VERSION.match(str(value))
    return tuple(int(part or 0) for part in match.groups()) if match else (0, 0, 0)


_PLAIN: dict[str, tuple[Any, Callable[[Any], Any]]] = {
    "norm": (f"bio2@{norm.NEWEST}", lambda value: numbers.order(value.removeprefix("bio2@"))),
    "requires": ("0", _version),
    "fail_on": (
        "error",
        lambda value: table.load().settings.fields["fail_on"].ranks[value],
    ),
    "profile": (profile.USUAL, profile.NAMES.index),
    "preview": (False, bool),
    "language": (None, lambda _value: 0),
    "baseline": (None, lambda _value: 0),
}
"""What holds where a key is not given, and the order of its values."""


def _plain(before: Settings, after: Settings) -> Iterator[Change]:
    """Yield the changes of keys with one value."""
    old_file, new_file = raw(before), raw(after)
    for key, (usual, rank) in _PLAIN.items():
        old, new = old_file.get(key), new_file.get(key)
        if old == new:
            continue
        was, becomes = (rank(usual if side is None else side) for side in (old, new))
        event = "changed" if was == becomes else "up" if becomes > was else "down"
        if key == "baseline":
            event = "added" if old is None else "removed" if new is None else "changed"
        yield setting.change((key,), old, new, setting.verdict(key, event))


def _patterns(before: Settings, after: Settings, paths: Paths) -> Iterator[Change]:
    """Yield each pattern that came or went, judged by what it is and by what drops out."""
    found = [*_listed("include", before.include, after.include)]
    found += _listed("exclude", before.exclude, after.exclude)
    reordered = (before.include, before.exclude) != (after.include, after.exclude)
    if paths.dropped and not any(one.direction == WEAKENS for one in found) and reordered:
        yield _with_paths(
            setting.change((), None, None, setting.verdict("exclude", "down"), "exclude"), paths
        )
    for one in found:
        yield _with_paths(one, paths) if one.direction == WEAKENS else one


def _listed(key: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    """Yield the patterns that came or went; one with `!` does the opposite of one without."""
    takes_in = key == "include"
    was, becomes = ({pattern: at for at, pattern in enumerate(side)} for side in (old, new))
    for pattern in dict.fromkeys((*old, *new)):
        if (pattern in was) == (pattern in becomes):
            continue
        came = pattern in becomes
        more = came == (takes_in != pattern.startswith("!"))
        if takes_in and not (old and new):
            # Without any pattern everything takes part.
            more = not new
        pointer = (key, (becomes if came else was)[pattern])
        there, here = (None, pattern) if came else (pattern, None)
        yield setting.change(
            pointer, there, here, setting.verdict(key, "up" if more else "down"), key
        )


def _with_paths(one: Change, paths: Paths) -> Change:
    if not paths.dropped:
        return one
    named = listed(paths.dropped)
    return one._replace(
        why=Text(
            nl=f"{one.why.nl} Er vallen uit: {named.nl}.",
            en=f"{one.why.en} These drop out: {named.en}.",
        )
    )


def _free(before: Settings, after: Settings) -> Iterator[Change]:
    """Yield the changes of keys that the program does not know."""
    old, new = raw(before), raw(after)
    for key in dict.fromkeys((*new, *old)):
        if key not in _KNOWN and old.get(key) != new.get(key):
            found = Difference(table.load().other, (key,), key, (key,), old.get(key), new.get(key))
            event = events.simple(found)
            yield setting.change((key,), old.get(key), new.get(key), found.entry.events[event])


def as_before(before: Settings, after: Settings) -> Settings | None:
    """Return the settings after a change with the judgement of those before it, in its own edition.

    None where both judge alike.
    """
    # The file that the change makes a baseline is no document, whatever held before.
    no_document = () if after.baseline is None else (f"/{after.baseline}",)
    strict = replace(
        after,
        rules=before.rules,
        chosen=before.chosen,
        overrides=before.overrides,
        profile=before.profile,
        preview=before.preview,
        include=before.include,
        exclude=before.exclude,
        baseline=before.baseline,
    )
    if strict == after:
        return None
    return replace(strict, exclude=(*strict.exclude, *no_document))
