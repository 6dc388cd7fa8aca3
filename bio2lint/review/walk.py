"""From two documents as plain data to the fields that differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import numbers, period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bio2lint.finding import Pointer
    from bio2lint.review.table import Entry

_LISTS = ("items", "requirements")
_LONGEST_NAME = 60


class Difference(NamedTuple):
    """A field that differs: None where it is absent.

    `pointer` is where it stands after the change, or stood before it; `field` is its name as people
    see it, and `path` the names of keys alone. `many` says that it is an item of a list, and
    `first` that the list was empty.
    """

    entry: Entry
    pointer: Pointer
    field: str
    path: tuple[str, ...]
    before: Any
    after: Any
    many: bool = False
    first: bool = False


def differences(
    entry: Entry, other: Entry, before: dict[str, Any], after: dict[str, Any]
) -> list[Difference]:
    """Return the fields of a document that differ, in the order of its keys.

    `entry` says which fields there are, `other` stands for those of which it says nothing.
    """
    return list(_Walk(other).mapping(entry, before, after, _At((), "", ())))


class _At(NamedTuple):
    pointer: Pointer
    field: str
    path: tuple[str, ...]

    def below(self, key: str) -> _At:
        name = f"{self.field}.{key}" if self.field else key
        return _At((*self.pointer, key), name, (*self.path, key))

    def item(self, index: int, name: str = "") -> _At:
        field = f"{self.field}[{name}]" if name else self.field
        return _At((*self.pointer, index), field, self.path)


class _Walk(NamedTuple):
    other: Entry

    def mapping(self, entry: Entry, before: Any, after: Any, at: _At) -> Iterator[Difference]:
        for key in dict.fromkeys((*after, *before)):
            below = entry.fields.get(key, entry.values or self.other)
            yield from self.field(below, before.get(key), after.get(key), at.below(key))

    def field(self, entry: Entry, before: Any, after: Any, at: _At) -> Iterator[Difference]:
        # To Python, 1 and true are equal, however deep they stand.
        if before == after and _whole(before) == _whole(after):
            return
        if entry.by in _LISTS or entry.key is not None:
            yield from self._list(entry, before, after, at)
        elif (entry.fields or entry.values) and self._descends(entry, before, after):
            yield from self.mapping(entry, before or {}, after or {}, at)
        elif not _means_the_same(entry, before, after):
            yield Difference(entry, *at, before, after)

    def _descends(self, entry: Entry, before: Any, after: Any) -> bool:
        """Whether a mapping is told field by field: where it comes or goes it is one thing."""
        if not all(side is None or isinstance(side, dict) for side in (before, after)):
            return False
        comes, goes = before is None, after is None
        return not (comes and "added" in entry.events) and not (goes and "removed" in entry.events)

    def _list(self, entry: Entry, before: Any, after: Any, at: _At) -> Iterator[Difference]:
        olds, news = _items(before), _items(after)
        if entry.key is None:
            yield from _scalars(entry, olds, news, at)
        else:
            yield from self._mappings(entry, olds, news, at)

    def _mappings(
        self, entry: Entry, olds: list[Any], news: list[Any], at: _At
    ) -> Iterator[Difference]:
        assert entry.key is not None  # noqa: S101 (only such lists come here)
        key = entry.key
        by_key, by_rest = partial(_named, key=key), partial(_rest, key=key)
        for old, new in match(olds, news, _whole, by_key, by_rest):
            old_item = None if old is None else olds[old]
            new_item = None if new is None else news[new]
            index = new if new is not None else old
            assert index is not None  # noqa: S101 (a pair has a side)
            name = _name(new_item if new is not None else old_item, key)
            if isinstance(old_item, dict) and isinstance(new_item, dict):
                yield from self.mapping(entry, old_item, new_item, at.item(index, name))
            elif old_item != new_item:
                place = at.item(index)
                yield Difference(entry, *place, old_item, new_item, many=True, first=not olds)


def _items(value: Any) -> list[Any]:
    """Return the items of a list; what is no list is one item, and absence is none."""
    if value is None:
        return []
    if isinstance(value, list):
        return value
    return [value]


def _scalars(entry: Entry, olds: list[Any], news: list[Any], at: _At) -> Iterator[Difference]:
    before, after = _by_meaning(entry, olds), _by_meaning(entry, news)
    gone = sorted(index for item, index in before.items() if item not in after)
    come = sorted(index for item, index in after.items() if item not in before)
    replaced = list(zip(gone, come, strict=False)) if "replaced" in entry.events else []
    for old, new in replaced:
        yield Difference(entry, *at.item(new), olds[old], news[new], many=True)
    for index in gone[len(replaced) :]:
        yield Difference(entry, *at.item(index), olds[index], None, many=True)
    for index in come[len(replaced) :]:
        yield Difference(entry, *at.item(index), None, news[index], many=True, first=not olds)


def _by_meaning(entry: Entry, items: list[Any]) -> dict[object, int]:
    """Return the first index of each item, by what it means."""
    means = _number if entry.by == "requirements" else _text
    return {means(item): index for index, item in reversed(list(enumerate(items)))}


def match(
    olds: list[Any], news: list[Any], *known_by: Callable[[Any], object]
) -> list[tuple[int | None, int | None]]:
    """Return which item of one list is which of the other, by index; None where there is none.

    Each way of knowing an item is tried on what the ways before it left over; an item of which it
    knows nothing (None) is left over too.
    """
    pairs: list[tuple[int | None, int | None]] = []
    left, right = list(range(len(olds))), list(range(len(news)))
    for knows in known_by:
        matched = _matched(knows, (olds, left), (news, right))
        pairs += matched
        of_old, of_new = {old for old, _ in matched}, {new for _, new in matched}
        left = [index for index in left if index not in of_old]
        right = [index for index in right if index not in of_new]
    return [*pairs, *((index, None) for index in left), *((None, index) for index in right)]


def _matched(
    known_by: Callable[[Any], object],
    old: tuple[list[Any], list[int]],
    new: tuple[list[Any], list[int]],
) -> list[tuple[int, int]]:
    """Return the pairs of indexes whose items are known by the same, in order of the second."""
    waiting: dict[object, list[int]] = {}
    for index in reversed(old[1]):
        waiting.setdefault(known_by(old[0][index]), []).append(index)
    waiting.pop(None, None)
    pairs = []
    for index in new[1]:
        same = waiting.get(known_by(new[0][index]))
        if same:
            pairs.append((same.pop(), index))
    return pairs


def _whole(item: Any) -> object:
    return repr(frozen(item))


def _named(item: Any, key: str) -> object:
    name = item.get(key) if isinstance(item, dict) else None
    if name is None or isinstance(name, (dict, list)):
        return None
    return _number(name) if key == "requirement" else _text(name)


def _rest(item: Any, key: str) -> object:
    """Return what an item says besides its key; None where that is nothing."""
    if not isinstance(item, dict):
        return None
    rest = {name: value for name, value in item.items() if name != key}
    return _whole(rest) if rest else None


def frozen(value: Any) -> object:
    """Return plain data as lists alone, the keys of mappings in order: equal data is alike."""
    if isinstance(value, dict):
        return sorted((key, frozen(below)) for key, below in value.items())
    return [frozen(item) for item in value] if isinstance(value, list) else value


def _name(item: Any, key: str) -> str:
    name = str(item.get(key, "")) if isinstance(item, dict) else ""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _text(item: Any) -> object:
    """Return what an item of a list is known by; a whole number stands for its digits."""
    if isinstance(item, (dict, list)):
        return _whole(item)
    return item if isinstance(item, bool) else str(item)


def _number(item: Any) -> object:
    """Return what a number of the norm is known by, however it is spelled."""
    known_by = _text(item)
    return numbers.canonical(known_by) or known_by if isinstance(known_by, str) else known_by


def _means_the_same(entry: Entry, before: Any, after: Any) -> bool:
    """Whether two values differ in spelling alone."""
    if any(isinstance(side, (bool, dict, list)) or side is None for side in (before, after)):
        return False
    if entry.by == "requirement":
        return _number(before) == _number(after)
    if entry.by == "duration":
        old, new = period.parse(str(before)), period.parse(str(after))
        return old is not None and new is not None and old[:2] == new[:2]
    return entry.by != "number" and str(before) == str(after)


def names(found: Iterable[Difference]) -> frozenset[str]:
    """Return the names of the fields that differ, without items: `review.last`."""
    return frozenset(".".join(one.path) for one in found)
