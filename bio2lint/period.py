"""ISO 8601 durations in years, months, weeks and days, and how they are compared and added."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_FORM = re.compile(r"(-)?P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)
_SHORTEST = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_LONGEST = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)


class Period(NamedTuple):
    """A duration: whole months (a year is twelve) and whole days (a week is seven)."""

    months: int
    days: int
    text: str

    @property
    def positive(self) -> bool:
        """Whether any time passes at all."""
        return self.months >= 0 and self.days >= 0 and self.months + self.days > 0

    @property
    def shortest(self) -> int:
        """The fewest days that this period can take on the calendar."""
        return self.months // 12 * 365 + _SHORTEST[self.months % 12] + self.days

    @property
    def longest(self) -> int:
        """The most days that this period can take on the calendar."""
        years, months = divmod(self.months, 12)
        return years * 365 + -(-years // 4) + _LONGEST[months] + self.days

    def exceeds(self, limit: Period) -> bool:
        """Whether this period is longer than `limit` whatever the calendar: P365D fits in P1Y."""
        return self.shortest > limit.longest

    def after(self, start: date) -> date:
        """Return the last day of the term that begins on `start`: 31 January + P1M is 28 February.

        A term that would run past the year 9999 ends on its last day.
        """
        months = start.year * 12 + start.month - 1 + self.months
        year, month = divmod(months, 12)
        if year > date.max.year:
            return date.max
        day = min(start.day, monthrange(year, month + 1)[1])
        try:
            return date(year, month + 1, day) + timedelta(days=self.days)
        except OverflowError:
            return date.max


@lru_cache(maxsize=1024)
def parse(text: str) -> Period | None:
    """Return the period that `text` spells (ISO 8601, no time part), or None."""
    match = _FORM.fullmatch(text)
    if match is None or len(text) > 40:  # noqa: PLR2004 (longer than any sensible spelling)
        return None
    sign = -1 if match[1] else 1
    years, months, weeks, days = (int(match[group] or 0) for group in range(2, 6))
    return Period(sign * (years * 12 + months), sign * (weeks * 7 + days), text)
