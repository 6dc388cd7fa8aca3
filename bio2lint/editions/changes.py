"""`norm diff`: what changed from one edition to another, in groups."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from bio2lint import wording
from bio2lint.editions import words
from bio2lint.finding import Text
from bio2lint.report.layout import hanging, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.norm import Norm
    from bio2lint.norm.diff import Comparison, FactChange

_INDENT = "  "
_BELOW = "    "


def as_text(found: Comparison, old: Norm, new: Norm, language: str, width: int) -> str:
    """Return what differs, group by group; a group without anything is left out."""
    lines = wrap(
        f"{old.name} ({old.published}) → {new.name} ({new.published})",
        width,
    )
    for head, items in _groups(found, old, new):
        lines += ["", f"{head.in_language(language)} ({len(items)})"]
        for number, *texts in items:
            first, *below = (text.in_language(language) for text in texts)
            lines += hanging(f"{_INDENT}{number}  ", first, width)
            for text in below:
                lines += hanging(_BELOW, text, width)
    if not found.differs:
        same = Text(nl="Er is geen verschil.", en="Nothing differs.")
        lines.append(same.in_language(language))
    return "\n".join(lines) + "\n"


def as_json(found: Comparison) -> str:
    """Return what differs as JSON; facts are named and valued as in the data files."""
    return words.as_json(
        {
            "old": found.old,
            "new": found.new,
            "added": [each._asdict() for each in found.added],
            "gone": list(found.gone),
            "moved": [each._asdict() for each in found.moved],
            "partly_moved": [each._asdict() for each in found.parts],
            "withdrawn": [each._asdict() for each in found.withdrawn],
            "states": [each._asdict() for each in found.states],
            "facts": [each._asdict() for each in found.facts],
        }
    )


Item = tuple[Any, ...]


def _groups(found: Comparison, old: Norm, new: Norm) -> Iterator[tuple[Text, list[Item]]]:
    """Yield each group that is not empty: its head, and numbers with what is said of them."""
    groups: tuple[tuple[Text, Iterable[Item]], ...] = (
        (
            Text(nl="Nieuw", en="New"),
            ((each.number, new.title(each.number), *_origin(each.partly_from))
             for each in found.added),
        ),
        (
            Text(nl="Niet meer in de editie", en="No longer in the edition"),
            ((number, old.title(number)) for number in found.gone),
        ),
        (
            Text(nl="Verplaatst", en="Moved"),
            ((f"{each.number} → {each.target}", new.title(each.target)) for each in found.moved),
        ),
        (
            Text(nl="Deels verplaatst", en="Moved in part"),
            ((f"{each.number} → {each.target}", new.title(each.target)) for each in found.parts),
        ),
        (
            Text(nl="Vervallen", en="Withdrawn"),
            ((each.number, old.title(each.number), *_covered(each.covered_by))
             for each in found.withdrawn),
        ),
        (
            Text(nl="Andere toestand", en="Another state"),
            ((each.number, _arrow(words.STATES[each.before], words.STATES[each.after]),
              new.title(each.number)) for each in found.states),
        ),
        (Text(nl="Vraagt iets anders", en="Asks something else"), _asked(found.facts, new)),
    )  # fmt: skip
    for head, items in groups:
        if listed := list(items):
            yield head, listed


def _origin(numbers: tuple[str, ...]) -> list[Text]:
    if not numbers:
        return []
    named = wording.listed(numbers)
    return [Text(nl=f"deels afkomstig van {named.nl}", en=f"partly from {named.en}")]


def _covered(numbers: tuple[str, ...]) -> list[Text]:
    if not numbers:
        return []
    named = wording.listed(numbers)
    return [Text(nl=f"staat al bij {named.nl}", en=f"described in {named.en} already")]


def _asked(changes: Iterable[FactChange], new: Norm) -> Iterator[Item]:
    for (number, target), group in groupby(changes, key=lambda each: (each.number, each.target)):
        label = number if number == target else f"{number} → {target}"
        yield label, new.title(target), *map(_change, group)


def _change(change: FactChange) -> Text:
    label = words.aspect(change.aspect)
    was = words.values(change.aspect, change.before)
    now = words.values(change.aspect, change.after)
    if change.before and change.after:
        what = _arrow(was, now)
        return Text(nl=f"{label.nl}: {what.nl}", en=f"{label.en}: {what.en}")
    if change.after:
        return Text(nl=f"{label.nl}, nieuw: {now.nl}", en=f"{label.en}, new: {now.en}")
    return Text(nl=f"{label.nl}, niet meer: {was.nl}", en=f"{label.en}, no longer: {was.en}")


def _arrow(was: Text, now: Text) -> Text:
    return Text(nl=f"{was.nl} → {now.nl}", en=f"{was.en} → {now.en}")
