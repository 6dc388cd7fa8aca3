"""What a CODEOWNERS file is made of, whichever forge reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint.codeowners.patterns import FOLDERS, NAME, path_fits

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

    `optional`: no approval is required by any of them. `patterns` counts those that have to be
    tried on a path one by one; the others are looked up.
    """

    def __init__(self, name: str, entries: Iterable[Entry]) -> None:
        self.name = name
        self.entries = tuple(entries)
        self.optional = bool(self.entries) and all(entry.optional for entry in self.entries)
        self._exclusions = tuple(entry for entry in self.entries if entry.excludes)
        self._exact: dict[str, int] = {}
        self._below: dict[str, int] = {}
        self._tried: list[int] = []
        for index, entry in enumerate(self.entries):
            self._file(index, entry.pattern)
        self.patterns = len(self._tried) + len(self._exclusions)

    def _file(self, index: int, pattern: tuple[Part, ...]) -> None:
        """Put an entry where it is looked up: the last of those for one path is the one."""
        length = next((n for n, one in enumerate(pattern) if one.text is None), len(pattern))
        path = "/".join(one.text or "" for one in pattern[:length])
        rest = pattern[length:]
        exact = rest in ((), (FOLDERS,))
        below = rest == (FOLDERS,) or set(rest) == {FOLDERS, NAME}
        if not length or not (exact or (below and rest.count(NAME) == 1)):
            self._tried.append(index)
            return
        if exact:
            self._exact[path] = index
        if below:
            self._below[path] = index

    def decides(self, path: str) -> Entry | None:
        """Return the last entry that fits a path, None when none does or one excludes it."""
        names = path.split("/")
        if any(path_fits(entry.pattern, names) for entry in self._exclusions):
            return None
        folders = ("/".join(names[:length]) for length in range(1, len(names)))
        known = [self._exact.get(path, -1), *(self._below.get(f, -1) for f in folders)]
        last = max(known)
        for index in reversed(self._tried):
            if index < last:
                break
            if path_fits(self.entries[index].pattern, names):
                return self.entries[index]
        return self.entries[last] if last >= 0 else None
