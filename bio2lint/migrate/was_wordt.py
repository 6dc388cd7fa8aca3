"""The official list of old and new numbers (was-wordt), as its keepers give it out: a CSV file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import numbers
from bio2lint.finding import Text
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bio2lint.norm import Norm

MAX_BYTES = 5_000_000
"""Largest list that is read, in bytes."""

_DELIMITERS = ";,\t"
_HEADER_WITHIN = 30
_MOST_COLUMNS = 60
_ROWS_LOOKED_AT = 200
_OLD_NUMBER = re.compile(r"[^\d\n]{0,20}?(\d{1,2}(?:\.\d{1,2}){1,3})\.?", re.ASCII)
_SEPARATORS = re.compile(r"[\s;,|/+&]+|\ben\b|\band\b")
_WORDS = re.compile(r"[a-z]+|[0-9][0-9.]*", re.ASCII)
_OLD_WORDS = frozenset(("oud", "oude", "was", "old", "from", "van"))
_NEW_WORDS = frozenset(("nieuw", "nieuwe", "wordt", "new", "to", "naar"))
_KIND_WORDS = frozenset(
    ("soort", "wijziging", "wijzigingen", "status", "type", "kind", "change", "mutatie", "actie")
)
_DROPPED = ("verval", "verwijder", "geschrapt", "withdrawn", "removed", "deleted", "dropped")
_ADDED = ("nieuw", "toegevoegd", "new", "added")
_CHANGED = ("gewijzigd", "aangepast", "herschreven", "changed", "modified", "amended", "revised")
_UNCHANGED = ("ongewijzigd", "niet gewijzigd", "unchanged", "not changed")


class Row(NamedTuple):
    """A row of the list: its first line in the file (1-based), and its cells."""

    line: int
    cells: list[str]


class Misfit(NamedTuple):
    """A row that cannot be used, at its line of the list, and why."""

    line: int
    message: Text


class WasWordt(NamedTuple):
    """The list: each old number with the numbers that took its place, none when it was dropped.

    `changed` are the old numbers of which the list says that their content changed.
    """

    targets: dict[str, tuple[str, ...]]
    changed: frozenset[str] = frozenset()
    misfits: tuple[Misfit, ...] = ()


class _Columns(NamedTuple):
    old: int
    new: int
    kind: int | None


def key(text: str) -> str:
    """Return an old number as the list is asked for it: `9.4.2.1` of `BIO 09.4.2.1`."""
    match = _OLD_NUMBER.fullmatch(text.strip())
    return ".".join(str(int(part)) for part in match[1].split(".")) if match else ""


def read(content: bytes, name: str, norm: Norm) -> WasWordt:
    """Return the list in the bytes of a file; `norm` is the edition with its new numbers.

    Refused (status 2) when it is too large, no table of text, or has no columns with old and with
    new numbers.
    """
    import csv

    if len(content) > MAX_BYTES:
        raise Refused(USAGE, _unusable(name, Text(nl="te groot", en="too large")))
    text = _decoded(content)
    for delimiter in sorted(_DELIMITERS, key=lambda mark: -text[:2000].count(mark)):
        try:
            rows = list(_rows(text, delimiter))
        except csv.Error:
            continue
        for index, row in enumerate(rows[:_HEADER_WITHIN]):
            columns = _columns(row.cells, rows[index + 1 : index + 1 + _ROWS_LOOKED_AT])
            if columns is not None:
                return _gathered(rows[index + 1 :], columns, norm)
    expected = Text(
        nl='er is geen kolom met oude nummers (zoals "was" of "oud nummer") en een met nieuwe '
        '("wordt" of "nieuw nummer")',
        en='there is no column of old numbers (such as "was" or "old number") and one of new '
        'numbers ("wordt" or "new number")',
    )
    raise Refused(USAGE, _unusable(name, expected))


def _unusable(name: str, why: Text) -> Text:
    return Text(
        nl=f"De lijst {name} is niet te gebruiken: {why.nl}.",
        en=f"The list {name} cannot be used: {why.en}.",
    )


def _decoded(content: bytes) -> str:
    """Return the text: of UTF-8, of UTF-16 by its mark, or else of the code page of Excel."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    import csv
    import io

    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield Row(line, [cell.strip() for cell in cells])
        line = reader.line_num + 1


def _columns(header: list[str], rows: list[Row]) -> _Columns | None:
    """Return which columns are which; of several with a fitting name, the one full of numbers."""
    words = [_WORDS.findall(cell.lower()) for cell in header[:_MOST_COLUMNS]]
    old = [at for at, of_cell in enumerate(words) if _names_old(of_cell)]
    new = [at for at, of_cell in enumerate(words) if _names_new(of_cell)]
    if not old or not new:
        return None
    best_old = max(old, key=lambda at: sum(key(_cell(row, at)) != "" for row in rows))
    best_new = max(new, key=lambda at: sum(_has_new(_cell(row, at)) for row in rows))
    if best_old == best_new:
        return None
    kinds = [at for at, of_cell in enumerate(words) if not _KIND_WORDS.isdisjoint(of_cell)]
    return _Columns(
        best_old, best_new, next((at for at in kinds if at not in (best_old, best_new)), None)
    )


def _names_old(words: list[str]) -> bool:
    return not _OLD_WORDS.isdisjoint(words) or _version(words) == "1"


def _names_new(words: list[str]) -> bool:
    return not _NEW_WORDS.isdisjoint(words) or _version(words) == "2"


def _version(words: list[str]) -> str:
    """Return the first digit of the version in a name such as `BIO 1.04` or `BIO2`."""
    following = words[words.index("bio") + 1 :] if "bio" in words else []
    return next((word[0] for word in following if word[0].isdigit()), "")


def _cell(row: Row, at: int | None) -> str:
    return row.cells[at] if at is not None and at < len(row.cells) else ""


def _has_new(cell: str) -> bool:
    return any(numbers.canonical(part) for part in _SEPARATORS.split(cell))


def _gathered(rows: Iterable[Row], columns: _Columns, norm: Norm) -> WasWordt:
    targets: dict[str, list[str]] = {}
    changed: set[str] = set()
    misfits: list[Misfit] = []
    for row in rows:
        old, new = _cell(row, columns.old), _cell(row, columns.new)
        kind = _cell(row, columns.kind).lower()
        number = key(old)
        if not number:
            if not _says(kind, _ADDED) or old:
                misfits.append(Misfit(row.line, _no_old_number(old)))
            continue
        found, strange = _new_numbers(new, norm)
        dropped = _says(kind, _DROPPED) or (not found and _says(new.lower(), _DROPPED))
        if strange and not dropped:
            misfits.append(Misfit(row.line, _strange(number, strange)))
        if dropped and found:
            misfits.append(Misfit(row.line, _contradiction(number, found)))
        elif dropped or found:
            targets.setdefault(number, []).extend(found)
        elif not strange:
            misfits.append(Misfit(row.line, _no_new_number(number)))
        if _says(kind, _CHANGED) and not _says(kind, _UNCHANGED):
            changed.add(number)
    return WasWordt(
        {number: tuple(dict.fromkeys(found)) for number, found in targets.items()},
        frozenset(changed),
        tuple(misfits),
    )


def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _new_numbers(cell: str, norm: Norm) -> tuple[list[str], str]:
    """Return the numbers of the edition in a cell, and the first thing in it that is none."""
    found, strange = [], ""
    for part in filter(None, _SEPARATORS.split(cell)):
        number = numbers.canonical(part)
        if number is not None and norm.has(number):
            found.append(number)
        elif any(character.isdigit() for character in part):
            strange = strange or part[:40]
    return found, strange


def _no_old_number(old: str) -> Text:
    return Text(
        nl=f"Hier staat geen oud nummer, maar `{old[:40]}`.",
        en=f"There is no old number here, but `{old[:40]}`.",
    )


def _no_new_number(number: str) -> Text:
    return Text(
        nl=f"Bij {number} staat geen nieuw nummer en niet dat het is vervallen.",
        en=f"{number} has no new number here and is not said to be withdrawn.",
    )


def _strange(number: str, strange: str) -> Text:
    return Text(
        nl=f"`{strange}` bij {number} is geen nummer van de editie.",
        en=f"`{strange}` for {number} is no number of the edition.",
    )


def _contradiction(number: str, found: list[str]) -> Text:
    named = ", ".join(found)
    return Text(
        nl=f"{number} is volgens deze regel vervallen, maar wordt ook {named}.",
        en=f"{number} is withdrawn by this row, but becomes {named} as well.",
    )
