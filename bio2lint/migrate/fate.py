"""What becomes of a number: by two editions of the norm, or by a list of old and new numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint import numbers
from bio2lint.migrate import was_wordt

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.migrate.was_wordt import WasWordt
    from bio2lint.norm import Norm

    Fates = Callable[[str], "Fate | None"]


class Fate(NamedTuple):
    """What becomes of a number.

    `number` is as the edition or the list spells it; `targets` is what is to be named instead, the
    number itself when it stays, and nothing when no requirement takes its place. `reason` is why a
    person must look: withdrawn, dropped, split, changed, ambiguous, unknown, or empty.
    """

    number: str
    targets: tuple[str, ...]
    reason: str = ""

    @property
    def moves(self) -> bool:
        """Whether something else is to be named."""
        return self.targets not in ((), (self.number,))


def fates(old: Norm, new: Norm, listed: WasWordt | None = None) -> Fates:
    """Return the function that tells the fate of a number as a document writes it.

    It gives None for what is a number of neither edition. With a list, that is one of the list or
    unknown; what is spelled as the editions spell it is never taken for an old number.
    """

    def fate(text: str) -> Fate | None:
        number = numbers.canonical(text)
        known = number if number and (old.has(number) or new.has(number)) else None
        if listed is None:
            return _by_edition(known, old, new) if known else None
        key = was_wordt.key(text)
        of_list = _by_list(key, listed, new) if key in listed.targets else None
        if known is None or (of_list and text != known):
            return of_list or Fate(text.strip(), (), "unknown")
        kept = _by_edition(known, old, new)
        doubtful = key in text and (of_list.moves if of_list else _looks_old(text, known))
        return kept._replace(reason="ambiguous") if doubtful else kept

    return fate


def _looks_old(text: str, number: str) -> bool:
    """Whether a text without zeros is a control of the old BIO: `8.1.1`, which is 8.01.01 here."""
    return numbers.is_measure(number) and text != number


def _by_edition(number: str, old: Norm, new: Norm) -> Fate:
    target = new.resolve(number)
    if target is not None:
        return Fate(number, (target,))
    return Fate(number, (), "withdrawn") if old.requires(number) else Fate(number, (number,))


def _by_list(key: str, listed: WasWordt, new: Norm) -> Fate:
    stated = listed.targets[key]
    targets = tuple(dict.fromkeys(filter(None, (_standing(number, new) for number in stated))))
    if not targets:
        return Fate(key, (), "dropped")
    if len(targets) > 1:
        return Fate(key, targets, "split")
    return Fate(key, targets, "changed" if key in listed.changed else "")


def _standing(number: str, new: Norm) -> str | None:
    """Return what a number of the list stands for: its control where there is no measure."""
    measure = new.measures.get(number)
    return measure.control if measure and measure.state == "none" else new.resolve(number)
