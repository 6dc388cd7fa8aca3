"""Which document a reference to nothing was probably meant for, and where the slip is."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.model import Record
    from bio2lint.repository import Repository
    from bio2lint.schema import Leaf

    Dangling = list[tuple[Record, Leaf, list[str]]]
    Series = dict[tuple[str, tuple[int, ...]], list[str]]

_MOST_LETTERS_APART = 2
_DIGITS = re.compile(r"\d+", re.ASCII)


def series(repository: Repository) -> Series:
    """Return all ids by kind and by the numbers in them."""
    found: Series = defaultdict(list)
    for record in repository.records:
        if isinstance(record.id, str):
            found[record.kind, _numbers(record.id)].append(record.id)
    return found


def meant(value: str, kinds: list[str], by_numbers: Series) -> str | None:
    """Return the id that `value` is probably a slip of: never the next number of a series."""
    from bio2lint.schema.errors import nearest

    numbers = _numbers(value)
    return nearest(value, [one for kind in kinds for one in by_numbers.get((kind, numbers), ())])


def renamed(
    dangling: Dangling, repository: Repository, by_numbers: Series
) -> Iterator[tuple[Record, Dangling]]:
    """Yield each document to which nothing refers, with the several references that mean it.

    The slip is then in its id, and is one fault and not as many as there are references.
    """
    named = {reference.value for record in repository.records for reference in record.references}
    together: dict[str, Dangling] = defaultdict(list)
    for one in dangling:
        together[one[1].value].append(one)
    for value, references in together.items():
        other = meant(value, references[0][2], by_numbers)
        if len(references) > 1 and other and other not in named:
            target = repository.by_id[other][0]
            close = abs(len(other) - len(value)) <= _MOST_LETTERS_APART
            if close and all(target.kind in kinds for _, _, kinds in references):
                yield target, references


def _numbers(identifier: str) -> tuple[int, ...]:
    return tuple(int(digits[:18]) for digits in _DIGITS.findall(identifier))
