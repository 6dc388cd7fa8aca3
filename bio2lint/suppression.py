"""Comments that silence a finding: `# bio2lint: ignore[DUE001] until=2027-01-31 -- reason`.

A reason and an end date are demanded. A comment beside a value speaks of its own line; one that
has its line to itself speaks of the next line that is no comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import yamlfile
from bio2lint.model.fields import read_date

if TYPE_CHECKING:
    from datetime import date

    from bio2lint.yamlfile import YamlFile

WORD = "bio2lint"
"""What a comment begins with that speaks to this program."""

_MEANT = rf"#+\s*{WORD}\b"
_FORM = (
    rf"#+\s*{WORD}:\s*ignore\[(?P<codes>[^\]]*)\]"
    r"(?:\s+until=(?P<until>\S+))?(?:\s+--(?P<reason>.*))?\s*"
)
_APART = r"[\s,]+"
_ENDLESS_YEAR = 9999
"""What people write who mean no end: as a date of a document it is refused as well."""


class Suppression(NamedTuple):
    """One such comment, from `start` up to `end` in the file's text.

    `line` (1-based) is the line that it speaks of. `codes` are the rules that it names, `until` is
    its last day. `malformed` says that it does not have the form; `until` is then None, as it is
    where no end is meant.
    """

    start: int
    end: int
    line: int
    codes: tuple[str, ...]
    until: date | None
    reason: str
    malformed: bool

    def holds(self, as_of: date) -> bool:
        """Whether it is complete and has not ended."""
        return bool(self.reason) and self.until is not None and as_of <= self.until


def read(file: YamlFile) -> list[Suppression]:
    """Return the comments of a file that speak to this program, in order."""
    if WORD not in file.text:
        return []
    return [
        _parsed(file, start, text)
        for start, text in yamlfile.comments(file)
        if re.match(_MEANT, text)
    ]


def _parsed(file: YamlFile, start: int, text: str) -> Suppression:
    match = re.fullmatch(_FORM, text)
    codes = tuple(filter(None, re.split(_APART, match["codes"]))) if match else ()
    day = read_date(match["until"]) if match else None
    misdated = match is not None and match["until"] is not None and day is None
    return Suppression(
        start=start,
        end=start + len(text.rstrip()),
        line=_line_meant(file, start),
        codes=codes,
        until=None if day is not None and day.year == _ENDLESS_YEAR else day,
        reason=(match["reason"] or "").strip() if match else "",
        malformed=not codes or misdated,
    )


def _line_meant(file: YamlFile, start: int) -> int:
    line, column = yamlfile.line_column(file, start)
    starts = file.line_starts()
    if file.text[start - column + 1 : start].strip():
        return line
    while line < len(starts):
        following = file.text[starts[line] : starts[line + 1] if line + 1 < len(starts) else None]
        line += 1
        if not following.lstrip().startswith("#"):
            break
    return line
