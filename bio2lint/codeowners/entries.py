"""What a CODEOWNERS file is made of, whichever forge reads it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.codeowners.patterns import path_fits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.codeowners.patterns import Part
    from bio2lint.finding import Text


class Entry(NamedTuple):
    """One line with a pattern: whom it asks, at which line (1-based).

    `approvals` is how many of its owners must approve; `optional`: none has to. `excludes`: its
    section has nothing to say of what it fits.
    """

    line: int
    pattern: tuple[Part, ...]
    owners: tuple[str, ...]
    approvals: int = 1
    optional: bool = False
    excludes: bool = False


class Problem(NamedTuple):
    """A line (1-based) that the forge skips, or reads otherwise than it looks."""

    line: int
    message: Text


class Section:
    """Entries of which one decides; `name` is empty for those that stand below no heading.

    `optional`: no approval is required by any of them.
    """

    def __init__(self, name: str, entries: Iterable[Entry]) -> None:
        self.name = name
        self.entries = tuple(entries)
        self.optional = bool(self.entries) and all(entry.optional for entry in self.entries)
        self._exclusions = tuple(entry for entry in self.entries if entry.excludes)
        # A path that fits has the last literal name of the pattern among its own: so most
        # patterns need not be tried.
        self._telling: dict[str, list[int]] = defaultdict(list)
        self._vague: list[int] = []
        for index, entry in enumerate(self.entries):
            literal = [one.text for one in entry.pattern if one.text is not None]
            (self._telling[literal[-1]] if literal else self._vague).append(index)

    def decides(self, path: str) -> Entry | None:
        """Return the last entry that fits a path, None when none does or one excludes it."""
        names = path.split("/")
        if any(path_fits(entry.pattern, names) for entry in self._exclusions):
            return None
        telling = {index for name in set(names) for index in self._telling.get(name, ())}
        for index in sorted(telling.union(self._vague), reverse=True):
            if path_fits(self.entries[index].pattern, names):
                return self.entries[index]
        return None
