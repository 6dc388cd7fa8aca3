"""Where a text bears a national marking (rubricering), and not just speaks of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bio2lint.rules.confidentiality._context import lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

_HINTS = ("dep", "stg", "staatsgeheim", "nato ", "restreint")
_MARK = (
    r"(?:dep[. ]{0,2}(?:v\b[.]?|vertrouwelijk\b)|departementaal[ -]vertrouwelijk\b"
    r"|stg[. ]{0,2}(?:zeer )?(?:confidentieel|geheim)\b|staatsgeheim\b"
    r"|nato (?:restricted|confidential|secret)\b|restreint ue\b)"
)
_MARKED = (
    r"(?:rubricering|gerubriceerd|classificatie|merking|markering)[\"']?[ \t]{0,8}[:=][ \t]{0,8}"
    rf"[\"']?(?P<named>{_MARK})|^[ \t]{{0,8}}#?[ \t]{{0,8}}(?P<alone>{_MARK})[ \t]{{0,8}}\r?$"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a marking stands behind a word that announces it, or alone on a line."""
    small = lowered(text)
    if any(hint in small for hint in _HINTS):
        for match in re.finditer(_MARKED, text, re.IGNORECASE | re.MULTILINE):
            yield match.span("named" if match["named"] else "alone")
