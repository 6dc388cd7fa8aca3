"""Typed values out of plain data, field by field: a bad field is Unknown, never an error."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from bio2lint import numbers, period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bio2lint.finding import Pointer

T = TypeVar("T")


class Unknown(Enum):
    """A field that is there but cannot be understood; rules pass over it."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN
_TEXT = frozenset((str,))


def each(items: tuple[T | Unknown, ...] | Unknown) -> list[tuple[int, T]]:
    """Return the index and value of every item that is known."""
    if items is UNKNOWN:
        return []
    return [(index, item) for index, item in enumerate(items) if item is not UNKNOWN]


def known(items: tuple[T | Unknown, ...] | Unknown) -> list[T]:
    """Return every item that is known."""
    if items is UNKNOWN:
        return []
    return [item for item in items if item is not UNKNOWN]


def complete(items: tuple[T | Unknown, ...] | Unknown) -> bool:
    """Whether every item is known."""
    return items is not UNKNOWN and UNKNOWN not in items


def read_date(value: object) -> date | None:
    """Return the day that an ISO text (`2026-05-12`) names, or None."""
    return _day(value) if isinstance(value, str) else None


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    if len(text) != 10 or text[7] != "-":  # noqa: PLR2004 (yyyy-mm-dd, not yyyy-Www-d)
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Fields:
    """The fields of one mapping. `invalid` holds the pointers that the schema refuses."""

    __slots__ = ("at", "data", "invalid")

    def __init__(self, data: dict[str, Any], invalid: set[Pointer], at: Pointer = ()) -> None:
        self.data = data
        self.invalid = invalid
        self.at = at

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def _get(self, key: str, wanted: type[T]) -> T | Unknown | None:
        refused = self._refused(key)
        value = self.data.get(key)
        if isinstance(value, wanted) and not refused:
            return value
        return UNKNOWN if refused or key in self.data else None

    def text(self, key: str) -> str | Unknown | None:
        """Return a text, None when absent; a number stands for its digits."""
        value = self.data.get(key)
        if isinstance(value, str) and not self.invalid:  # nearly always, and asked very often
            return value
        readable = type(value) is int and not self._refused(key)
        return str(value) if readable else self._get(key, str)

    def flag(self, key: str) -> bool | Unknown | None:
        """Return a boolean, None when absent."""
        return self._get(key, bool)

    def number(self, key: str) -> int | Unknown | None:
        """Return an integer, None when absent."""
        return UNKNOWN if isinstance(self.data.get(key), bool) else self._get(key, int)

    def day(self, key: str) -> date | Unknown | None:
        """Return a date, None when absent."""
        return self._read(key, read_date)

    def period(self, key: str) -> period.Period | Unknown | None:
        """Return a duration, None when absent."""
        return self._read(key, period.parse)

    def requirement(self, key: str) -> str | Unknown | None:
        """Return a requirement number in its canonical spelling, None when absent."""
        return self._read(key, numbers.canonical)

    def _read(self, key: str, read: Callable[[str], T | None]) -> T | Unknown | None:
        value = self.text(key)
        if not isinstance(value, str):
            return value
        result = read(value)
        return UNKNOWN if result is None else result

    def texts(self, key: str) -> tuple[str | Unknown, ...] | Unknown:
        """Return a list of texts, empty when absent; a lone text is a list of one."""
        value = self.data.get(key, ())
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, (list, tuple)) or (not value and self._refused(key)):
            return UNKNOWN
        if not self.invalid and set(map(type, value)) <= _TEXT:  # nearly always
            return tuple(value)
        return tuple(
            str(item)
            if (isinstance(item, str) or type(item) is int)
            and not self._refused_item(key, index, value)
            else UNKNOWN
            for index, item in enumerate(value)
        )

    def _refused(self, key: str) -> bool:
        # A key that is required but absent is refused as well.
        return bool(self.invalid) and (*self.at, key) in self.invalid

    def _refused_item(self, key: str, index: int, items: list[Any] | tuple[Any, ...]) -> bool:
        # An item that is refused for being there twice is understood all the same.
        refused = bool(self.invalid) and (*self.at, key, index) in self.invalid
        return refused and items[index] not in items[:index]

    def requirements(self, key: str) -> tuple[str | Unknown, ...] | Unknown:
        """Return a list of requirement numbers in their canonical spelling."""
        items = self.texts(key)
        if isinstance(items, Unknown):
            return UNKNOWN
        return tuple(
            UNKNOWN if isinstance(item, Unknown) else numbers.canonical(item) or UNKNOWN
            for item in items
        )

    def below(self, key: str, build: Callable[[Fields], T]) -> T | Unknown | None:
        """Return what `build` makes of the mapping at `key`, None when absent."""
        value = self.data.get(key)
        if key not in self.data:
            return UNKNOWN if self._refused(key) else None
        if not isinstance(value, dict):
            return UNKNOWN
        return build(Fields(value, self.invalid, (*self.at, key)))

    def list_of(self, key: str, build: Callable[[Fields], T]) -> tuple[T | Unknown, ...] | Unknown:
        """Return what `build` makes of each mapping in the list at `key`, empty when absent."""
        value: Iterable[Any] = self.data.get(key, ())
        if not isinstance(value, (list, tuple)) or (not value and self._refused(key)):
            return UNKNOWN
        return tuple(
            build(Fields(item, self.invalid, (*self.at, key, index)))
            if isinstance(item, dict)
            else UNKNOWN
            for index, item in enumerate(value)
        )
