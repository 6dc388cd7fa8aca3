"""What people write where they have nothing to say yet."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_UNFINISHED = (
    frozenset(
        ("todo", "tbd", "tba", "fixme", "xxx", "xxxx", "placeholder", "plaatshouder", "lorem ipsum")
    )
    | frozenset(
        f"{before}{words}"
        for words in ("invullen", "in te vullen", "uitwerken", "uit te werken", "te bepalen")
        for before in ("", "nog ", "hier ", "nader ")
    )
    | frozenset(
        ("n.t.b", "ntb", "volgt", "volgt nog", "nog niet ingevuld", "vul in", "vul hier in")
    )
    | frozenset(("to be determined", "to be done", "to be defined", "fill in", "your text here"))
)
_SAYS_NOTHING = frozenset(("", "n.v.t", "nvt", "n/a", "na", "niet van toepassing"))
"""Fair answers where a text may be left out, but not where one is asked for."""
_ASKED_FOR = frozenset(
    ("title", "statement", "reason", "what", "ref", "version", "party", "internal", "external")
) | frozenset(
    ("legal", "impact_areas", "threat", "vulnerability", "consequence", "appetite", "conditions")
)
_BLANK_IS_ANOTHERS = frozenset(("reason", "conditions"))
"""Other rules say that these are blank."""
_TRIMMED = " \t\n.…-–—_?!:*/[]<>(){}"
_LONGEST = 40


def is_placeholder(text: str, key: str) -> bool:
    """Whether a text under a key only stands in for what is to come, or is a template's."""
    if text.startswith(_STARTS):
        return True
    # Few texts have such a sign, and only then is a search worth it.
    if ("[" in text or "<" in text or "{{" in text) and _template().search(text):
        return True
    return len(text) <= _LONGEST and _is_empty_phrase(text, key)


@lru_cache(maxsize=4096)
def _is_empty_phrase(text: str, key: str) -> bool:
    words = " ".join(text.strip(_TRIMMED).casefold().split())
    if words in _UNFINISHED:
        return True
    asked = key in _ASKED_FOR and (key not in _BLANK_IS_ANOTHERS or text.strip() != "")
    return asked and words in _SAYS_NOTHING


_STARTS = (
    *(f"{mark}{after}" for mark in ("TODO", "TBD", "FIXME", "XXX") for after in ": "),
    *("lorem ipsum", "Lorem ipsum", "Lorem Ipsum", "LOREM IPSUM"),
)


@cache
def _template() -> re.Pattern[str]:
    return re.compile(
        r"\{\{[^{}\n]{1,60}\}\}|<<[^<>\n]{1,60}>>"
        r"|[\[<](?:naam|vul|datum|functie|organisatie|gemeente|beschrijf|name|insert|describe)"
        r"(?: [^\[\]<>\n]{0,60})?[\]>]",
        re.IGNORECASE,
    )
