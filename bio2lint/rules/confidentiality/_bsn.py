"""Where citizen service numbers (BSN) stand in a text, and not just numbers of that length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bio2lint.rules.confidentiality._context import before, lowered, outline

if TYPE_CHECKING:
    from collections.abc import Iterator

# Patterns are texts, compiled by `re` when first needed; none gives back what it has repeated.
_RUN = r"[0-9]{9,}+"
_NAMED = r"(?:bsn|burgerservicen|sofin)([^\r\n]{0,100}+)"
_GROUPED = (
    r"(?<![0-9])(?<![0-9][.-])(?:[0-9]{9}|[0-9]{3}([ .-])[0-9]{3}\1[0-9]{3}"
    r"|[0-9]{4}([ .-])[0-9]{2}\2[0-9]{3})(?![.-]?[0-9])"
)
_JOINED = frozenset("_-/.,+#%@&=~")
_LAST_WORD = r"(\w++)\W{0,4}$"
_OTHER_NUMBERS = (
    r"kvk|rsin|iban|oin|btw|vat|bank|tel|fax|mobiel|sha|hash|commit|build|id|ref|zaak|dossier"
    r"|kenmerk|besluit|contract|factuur|order|bestelling|ticket|melding"
)
_OTHER_ENDS = ("telefoon", "rekening", "versie", "nummer", "nummers", "nr", "nrs")
_NEAR = 20
"""Where such a word stands; the longest has ten letters, and four signs may follow."""
_DIALLED = r"(?:(?:[+]|00)[0-9]{1,3}|[(]0[)])\W{0,4}$"
_IN_ADDRESS = r"https?://\S*\W{0,4}$"
_LENGTH = 9
_NINE = b"0" * _LENGTH


def find(text: str) -> list[tuple[int, int]]:
    """Return where the numbers stand, in order; the time is linear."""
    found = set(_by_themselves(text)) if _NINE in outline(text) else set()
    small = lowered(text)
    if "bsn" in small or "burgerservicen" in small or "sofin" in small:
        found |= set(_called_so(text))
    return sorted(found)


def _by_themselves(text: str) -> Iterator[tuple[int, int]]:
    """Yield nine digits in a row, unless the words before them say that they are something else."""
    for match in re.finditer(_RUN, text):
        start, end = match.span()
        alone = end - start == _LENGTH and _stands_alone(text, start, end)
        if alone and _passes(match[0]) and not _is_another(text, start):
            yield start, end


def _is_another(text: str, start: int) -> bool:
    """Whether the words before a number, or the address that it is part of, say what it is."""
    line = before(text, start)
    near = line[-_NEAR:]
    last = re.search(_LAST_WORD, near)
    word = last[1].rstrip("0123456789") if last else ""
    if re.fullmatch(_OTHER_NUMBERS, word) or word.endswith(_OTHER_ENDS):
        return True
    if re.search(_DIALLED, near):
        return True
    return "://" in line and re.search(_IN_ADDRESS, line) is not None


def _called_so(text: str) -> Iterator[tuple[int, int]]:
    """Yield what follows on a line that says so, whatever stands between the digits."""
    for named in re.finditer(_NAMED, text, re.IGNORECASE):
        for match in re.finditer(_GROUPED, named[1]):
            if _passes(re.sub("[^0-9]", "", match[0])):
                yield named.start(1) + match.start(), named.start(1) + match.end()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether it is no part of a longer number, name, path or address."""
    previous, following = text[max(start - 1, 0) : start], text[end : end + 2]
    if previous.isalnum() or previous in _JOINED:
        return False
    return not (following[:1].isalnum() or following[:1] == "_") and not (
        following[:1] in _JOINED and following[1:].isalnum()
    )


def _passes(digits: str) -> bool:
    """Whether nine digits pass the check of a BSN (elfproef); it never begins with two zeros."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return total % 11 == 0 and not digits.startswith("00")
