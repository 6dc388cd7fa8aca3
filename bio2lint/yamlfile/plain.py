"""What a plain (unquoted) YAML scalar means: here, and to tools that read YAML 1.1."""

from __future__ import annotations

import re
from functools import lru_cache

CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The plain scalars that are neither text nor number (YAML 1.2.2 section 10.3.2)."""

WORDS = frozenset(CONSTANTS) | {
    form
    for word in ("y", "n", "yes", "no", "on", "off")
    for form in (word, word.capitalize(), word.upper())
}
"""The words that are no text, here or in YAML 1.1 (yaml.org/type/bool)."""

NUMERIC = frozenset("0123456789+-.")
"""What a number begins with, here or in YAML 1.1."""

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
# The int and float types of yaml.org/type, and what YAML 1.2's core schema adds (0o17, 1e3).
_NUMBER_OF_OTHERS = re.compile(
    r"""[-+]?(?:
        0b[01_]+ | 0o[0-7_]+ | 0x[0-9a-fA-F_]+
      | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
      | (?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?
      | \.(?:inf|Inf|INF)
    ) | \.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def resolve(text: str) -> tuple[str | int | bool | None, bool]:
    """Return a plain scalar's value, and whether it is text here but not to YAML 1.1 tools.

    Integers have at most 18 digits and no leading zero; no field takes a float, so ``5.10`` is the
    text "5.10". All that is neither an integer nor one of CONSTANTS is text as written.
    """
    if text in WORDS:
        return CONSTANTS.get(text, text), text not in CONSTANTS
    if _INTEGER.fullmatch(text):
        return int(text), False
    return text, _NUMBER_OF_OTHERS.fullmatch(text) is not None
