"""Numbers of requirements that a document should not name, and which of REF001–REF005 says so.

Each wrong number has exactly one of the five codes: what is misspelled is not also called moved.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import numbers

if TYPE_CHECKING:
    from bio2lint.document import Document
    from bio2lint.finding import Place, Pointer
    from bio2lint.norm import Norm
    from bio2lint.schema import Leaf

_CODES = {"moved": "REF003", "withdrawn": "REF004", "none": "REF005", "reference": "REF005"}
# Four parts, or a first part that BIO2 does not use: the numbering of ISO/IEC 27002:2013.
_OLD = re.compile(r"\D{0,9}(?:\d{1,2}(?:\.\d{1,2}){3}|(?:9|1[0-8])(?:\.\d{1,2}){1,2})\.?", re.ASCII)
_LONGEST_SHOWN = 40

in_yaml = numbers.in_yaml


class WrongNumber(NamedTuple):
    """A number that should not be there.

    `text` is as written, cut to a length that fits a message; empty when it is no text at all.
    `number` is what it means, None when that is not in the norm. `target` is the requirement that
    it stands for today, None when nothing does; `repeats` says that `target` is in the same list.
    """

    place: Place
    text: str
    number: str | None
    target: str | None
    repeats: bool

    @property
    def replacement(self) -> str | None:
        """Return what is to stand here instead, as YAML; None when the number is to go."""
        return None if self.repeats or self.target is None else in_yaml(self.target)


def wrong(code: str, document: Document, norm: Norm) -> list[WrongNumber]:
    """Return the wrong numbers of a document that the rule `code` reports."""
    found = _by_code(document, norm).get(code)
    if found is None:
        return []
    first = _first_of_each(document, norm)
    return [_described(leaf, document, norm, first) for leaf in found]


@lru_cache(maxsize=1)
def _by_code(document: Document, norm: Norm) -> dict[str, list[Leaf]]:
    """Return the wrong numbers by the rule that reports them; five rules ask this in turn."""
    found: dict[str, list[Leaf]] = {}
    for leaf in document.numbers:
        code = _reported_by(leaf.value, norm)
        if code is not None:
            found.setdefault(code, []).append(leaf)
    return found


def _described(
    leaf: Leaf, document: Document, norm: Norm, first: dict[tuple[Pointer, str], Pointer]
) -> WrongNumber:
    text = str(leaf.value) if isinstance(leaf.value, (str, int)) else ""
    number = _known(text, norm)
    target = _target(number, norm) if number else None
    return WrongNumber(
        place=document.place(*leaf.pointer),
        text=shortened(text),
        number=number,
        target=target,
        repeats=target is not None and first[leaf.pointer[:-1], target] != leaf.pointer,
    )


def _reported_by(value: object, norm: Norm) -> str | None:
    return _code(value, norm) if isinstance(value, str) else "REF002"


@lru_cache(maxsize=4096)
def _code(value: str, norm: Norm) -> str | None:
    """Return the rule that reports a number; None when it is right."""
    number = _known(value, norm)
    if number is None:
        of_another_norm = numbers.canonical(value) is not None or is_old(value)
        return "REF001" if of_another_norm else "REF002"
    if value != number:
        return "REF002"
    measure = norm.measures.get(number)
    return _CODES.get(measure.state) if measure else None


def _known(text: str, norm: Norm) -> str | None:
    number = numbers.canonical(text)
    return number if number is not None and norm.has(number) else None


def _target(number: str, norm: Norm) -> str | None:
    """Return what is to be named instead: of a number without a measure, its control."""
    measure = norm.measures.get(number)
    empty = measure is not None and measure.state == "none"
    return measure.control if measure and empty else norm.resolve(number)


def _first_of_each(document: Document, norm: Norm) -> dict[tuple[Pointer, str], Pointer]:
    """Return which number of each list stands for a requirement, or first will once it is mended.

    That is one which names it as it is, else the first that means it.
    """
    first: dict[tuple[Pointer, str], Pointer] = {}
    for leaf in document.numbers:
        number = _known(str(leaf.value), norm) if isinstance(leaf.value, (str, int)) else None
        target = _target(number, norm) if number else None
        if target is not None:
            of_list = leaf.pointer[:-1], target
            if leaf.value == target or of_list not in first:
                first[of_list] = leaf.pointer
    return first


def is_old(text: str) -> bool:
    """Whether a text looks like a number of the BIO before 2.0, such as a fourth level has."""
    return _OLD.fullmatch(text.strip()) is not None


def shortened(text: str) -> str:
    """Return a text of a document, cut to a length that fits a message."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
