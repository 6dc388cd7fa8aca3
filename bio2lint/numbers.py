"""The spelling of requirement numbers: `5.17.01` for a measure, `5.17` for a control."""

from __future__ import annotations

import re
from functools import lru_cache

_SLOPPY = re.compile(
    r"(?:BIO2?|ISO|NEN|A|ISO\s?27002|ISO\s?27001)?[\s:.\-_]*0*(\d)\.(\d{1,2})(?:\.(\d{1,2}))?\.?",
    re.ASCII | re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def canonical(text: str) -> str | None:
    """Return the right spelling of what `text` means, or None when it cannot be a number.

    Understands `A.5.1`, `BIO-5.01.01`, `05.01.01`, `8.16.3`, `8.01` (a control) and a trailing dot.
    Numbers of the BIO before 2.0 (`9.4.2.1`) are none.
    """
    if len(text) > 30:  # noqa: PLR2004 (no spelling is that long)
        return None
    match = _SLOPPY.fullmatch(text.strip())
    if match is None:
        return None
    theme, control, measure = match[1], int(match[2]), match[3]
    if measure is None:
        return f"{theme}.{control}"
    return f"{theme}.{control:02d}.{int(measure):02d}"


def control_of(number: str) -> str:
    """Return the control of a canonical number: `5.10` of `5.10.02`, itself of a control."""
    theme, control = number.split(".")[:2]
    return f"{theme}.{int(control)}"


def is_measure(number: str) -> bool:
    """Whether a canonical number is of a measure (two dots) and not of a control."""
    return number.count(".") == 2  # noqa: PLR2004


def in_yaml(number: str) -> str:
    """Return a number as one writes it in a document: that of a control in quotes."""
    return number if is_measure(number) else f'"{number}"'


def order(number: str) -> tuple[int, ...]:
    """Sort key for canonical numbers: `5.9` before `5.10`, a control before its measures."""
    return tuple(int(part) for part in number.split("."))
