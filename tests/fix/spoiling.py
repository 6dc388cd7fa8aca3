"""The example's documents, and ways to misspell what stands in them without losing its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st
from program import EXAMPLE

from bio2lint import document, edits, norm, yamlfile

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.finding import Pointer

_MONTHS = (
    *("jan", "feb", "mrt", "april", "mei", "juni"),
    *("juli", "aug", "sept", "okt", "nov", "december"),
)
_EVERY = {"P1Y": "jaarlijks", "P6M": "halfjaarlijks", "P3M": "per kwartaal", "P1M": "maandelijks"}
_UNITS = {"Y": "jaar", "M": "maanden", "W": "weken", "D": "dagen"}
_MOVED = {
    measure.moved_to: measure.number
    for measure in norm.load("1.3").measures.values()
    if measure.moved_to
}


class Slip(NamedTuple):
    """What stands somewhere in a file instead of what did; `sure` if it can be told back."""

    start: int
    end: int
    right: str
    wrong: str
    sure: bool


def example() -> dict[str, bytes]:
    """Return the YAML files of the example by path."""
    return {
        path.relative_to(EXAMPLE).as_posix(): path.read_bytes()
        for path in sorted(EXAMPLE.rglob("*.yaml"))
    }


def _of_number(right: str) -> list[tuple[str, bool]]:
    number = right.strip("'\"")
    quote = right[0] if right != number else ""
    theme, *rest = number.split(".")
    if len(rest) == 1:
        return [(number, True), (f"A.{number}", True), (f"{quote}{number}.{quote}", True)]
    short = ".".join((theme, *(str(int(part)) for part in rest)))
    wrong = {short, f"0{number}", f"{number}.", f"BIO-{number}", _MOVED.get(number, number)}
    return [(f"{quote}{text}{quote}", True) for text in sorted(wrong - {number})]


def _of_date(right: str) -> list[tuple[str, bool]]:
    year, month, day = right.strip("'\"").split("-")
    name = _MONTHS[int(month) - 1]
    clear = int(day) > 12 or int(day) == int(month)
    return [
        (f"{int(day)}-{int(month)}-{year}", True),
        (f"{day} {name} {year}", True),
        (f"{year}/{month}/{day}", True),
        (f"{year}{month}{day}", True),
        (f"{right}T00:00:00", True),
        (f"{int(day)}/{int(month)}/{year}", clear),
        (f"{day}.{month}.{year}", clear),
    ]


def _of_period(right: str) -> list[tuple[str, bool]]:
    number, unit = right[1:-1], right[-1]
    return [
        (right.lower(), True),
        (" ".join(right), True),
        (right[1:], True),
        (f"{number} {_UNITS[unit]}", True),
        *([(_EVERY[right], True)] if right in _EVERY else []),
    ]


def _of_flag(right: str) -> list[tuple[str, bool]]:
    return [
        (word, True) for word in (("ja", "'Ja'", '"true"') if right == "true" else ("nee", "No"))
    ]


def slips(content: bytes) -> list[list[Slip]]:
    """Return the ways to spoil each scalar of a file that has such."""
    found = []
    for read in document.read("x.yaml", content):
        ways: dict[Pointer, Callable[[str], list[tuple[str, bool]]]] = {}
        ways |= {leaf.pointer: _of_number for leaf in read.numbers}
        ways |= {leaf.pointer: _of_date for leaf in read.dates}
        # What an organisation puts among the parameters of its own has no form to be wrong in.
        others = _others({k: v for k, v in (read.data or {}).items() if k != "parameters"})
        ways |= dict(others)
        for pointer, spoil in ways.items():
            place = yamlfile.scalar(read.yaml, pointer)
            if place is not None:
                right = read.file.text[slice(*place)]
                found.append([Slip(*place, right, *wrong) for wrong in spoil(right)])
    return [ways for ways in found if ways]


def _others(data: Any, pointer: Pointer = ()) -> list[tuple[Pointer, Any]]:
    if isinstance(data, dict):
        return [x for key, value in data.items() for x in _others(value, (*pointer, key))]
    if isinstance(data, list):
        return [x for n, value in enumerate(data) for x in _others(value, (*pointer, n))]
    if isinstance(data, bool) and not str(pointer[0]).startswith("x-"):
        return [(pointer, _of_flag)]
    return [(pointer, _of_period)] if pointer[-1] == "interval" else []


EXAMPLE_FILES = example()
SLIPS = {path: slips(content) for path, content in EXAMPLE_FILES.items()}


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[dict[str, bytes], dict[str, bytes], dict[str, list[Slip]]]:
    """Draw some files of the example: as they are, spoiled at one to six places, and those."""
    paths = draw(st.lists(st.sampled_from(sorted(p for p in SLIPS if SLIPS[p])),
                          min_size=1, max_size=4, unique=True))  # fmt: skip
    places = [(path, ways) for path in paths for ways in SLIPS[path]]
    chosen = draw(
        st.lists(st.sampled_from(range(len(places))), min_size=1, max_size=6, unique=True)
    )
    made: dict[str, list[Slip]] = {}
    for index in chosen:
        path, ways = places[index]
        made.setdefault(path, []).append(draw(st.sampled_from(ways)))
    right = {path: EXAMPLE_FILES[path] for path in paths}
    wrong = {path: with_slips(right[path], made.get(path, [])) for path in paths}
    return right, wrong, made


def with_slips(content: bytes, made: list[Slip]) -> bytes:
    """Return a file with slips in it."""
    text = yamlfile.read(content).text
    changed = [edits.Edit(slip.start, slip.end, slip.wrong) for slip in made]
    return edits.encode(content, edits.apply(text, changed))


def dressed(content: bytes, end: str, *, mark: bool) -> bytes:
    """Return a file with other line endings, and with or without a byte order mark."""
    return (b"\xef\xbb\xbf" if mark else b"") + content.replace(b"\n", end.encode())
