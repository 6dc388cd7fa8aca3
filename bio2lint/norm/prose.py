"""What a sentence of the norm says of its own number: its state, its periods, its references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NUMBER = "(?P<number>[0-9][.][0-9]{1,2}[.][0-9]{1,2})(?![0-9])"
_THIS = r"(?:deze (?:overheids)?maatregel is )?"
# The few words with which the text says that a number holds no measure (any more).
_STATES = (
    (
        "moved",
        re.compile(rf"{_THIS}verplaatst\b(?:(?: naar)?[^0-9]{{0,40}}{_NUMBER})?", re.IGNORECASE),
    ),
    ("withdrawn", re.compile(rf"{_THIS}(?:vervallen|ingetrokken)\b", re.IGNORECASE)),
    (
        "reference",
        re.compile(rf"zie (?:ook )?(?:overheids)?maatregel {_NUMBER}\W{{0,9}}$", re.IGNORECASE),
    ),
    ("none", re.compile(r"geen (?:aanvullende |overheids)?maatregel\b", re.IGNORECASE)),
    ("none", re.compile(r"als de beheersmaatregel van toepassing is\b", re.IGNORECASE)),
)
EMPTY = "empty"

_COUNTS = {
    word: number
    for number, words in enumerate(
        ("een|één|eén", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
         "elf", "twaalf"), 1,
    )
    for word in words.split("|")
} | {"achttien": 18, "vierentwintig": 24}  # fmt: skip
_MONTHS = {
    "jaar": 12, "jaren": 12, "halfjaar": 6, "kwartaal": 3, "kwartalen": 3, "maand": 1, "maanden": 1,
    "jaarlijks": 12, "halfjaarlijks": 6, "maandelijks": 1,
}  # fmt: skip
_DAYS = {"week": 7, "weken": 7, "dag": 1, "dagen": 1, "wekelijks": 7, "dagelijks": 1}
_COUNT = "|".join(_COUNTS)
_PERIOD = re.compile(
    rf"\b(?:(?P<times>{_COUNT}|[0-9]{{1,2}}) ?(?:maal|keer) per (?P<per>jaar|kwartaal|maand|week)"
    rf"|(?P<count>{_COUNT}|[0-9]{{1,3}}) (?P<unit>jaar|jaren|kwartaal|kwartalen|maand|maanden|week"
    r"|weken|dag|dagen)"
    r"|(?:iedere?|elke?|per) (?P<every>jaar|kwartaal|maand|week|dag)"
    r"|(?P<half>half) jaar|(?P<rhythm>halfjaarlijks|jaarlijks|maandelijks|wekelijks|dagelijks)e?"
    r"|(?P<alone>halfjaar|kwartaal))\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?<![0-9.])(?P<measure>[5-8][.][0-9]{1,2}[.][0-9]{1,2})(?![.]?[0-9])"
    r"|\bbeheersmaatregel(?:en)? (?P<control>0?[5-8][.][0-9]{1,2})(?![.]?[0-9])",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """A period that a text names: whole months and days, its words, and where they begin."""

    length: tuple[int, int]
    words: str
    offset: int


def state_of(parts: Iterable[str]) -> tuple[str, str | None]:
    """Return the state that the text of a number gives it, and the number that it leads to.

    `parts` are the texts that stand apart. The state is one of the norm's, or `empty`.
    """
    texts = list(parts)
    for text in texts:
        for state, pattern in _STATES:
            if found := pattern.match(text):
                target = found.groupdict().get("number")
                return state, numbers.canonical(target) if target else None
    return ("active" if texts else EMPTY), None


def periods(text: str) -> Iterator[Said]:
    """Yield each period that a text names in words or figures (`eens per drie jaar`)."""
    for found in _PERIOD.finditer(text):
        length = _length(found)
        if length is not None:
            yield Said(length, found[0], found.start())


def _length(found: re.Match[str]) -> tuple[int, int] | None:
    if found["times"]:
        months, days = _unit(found["per"])
        times = _count(found["times"])
        return (months // times, days // times) if times else None
    if found["half"]:
        return 6, 0
    count = _count(found["count"]) if found["count"] else 1
    word = found["unit"] or found["every"] or found["rhythm"] or found["alone"]
    months, days = _unit(word)
    return months * count, days * count


def _count(word: str) -> int:
    return _COUNTS.get(word.lower()) or int(word)


def _unit(word: str) -> tuple[int, int]:
    return _MONTHS.get(word.lower(), 0), _DAYS.get(word.lower(), 0)


def references(text: str) -> dict[str, int]:
    """Return the numbers that a text refers to, as they are written, with where they first stand.

    Measures wherever they stand, controls only after the word for them: two numbers with a dot may
    be anything else.
    """
    found: dict[str, int] = {}
    for match in _REFERENCE.finditer(text):
        found.setdefault(match["measure"] or match["control"], match.start())
    return found
