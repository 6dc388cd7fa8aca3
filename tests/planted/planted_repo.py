"""The example administration as a thing to spoil: in memory, or as a copy on disk."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, Any, NamedTuple

from support import AS_OF, result

from bio2lint import check, engine, opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pytest

    from bio2lint.finding import Finding

EXAMPLE = Path(__file__).parents[2] / "examples" / "repo"
OPEN_DEVIATIONS = ("exceptions/X-001.yaml", "exceptions/X-002.yaml")
"""Each gives one VVT008, whatever else is right or wrong: a deviation stays in sight."""


@cache
def _example() -> dict[str, bytes]:
    return {
        path.relative_to(EXAMPLE).as_posix(): path.read_bytes()
        for path in sorted(EXAMPLE.rglob("*"))
        if path.is_file()
    }


def example() -> dict[str, str | bytes]:
    """Return every file of the example: a copy to spoil."""
    return dict(_example())


def copy_to(folder: Path) -> Path:
    """Return the root of a copy of the example on disk."""
    return Path(copytree(EXAMPLE, folder / "repo"))


class Spot(NamedTuple):
    """One finding as the tests speak of it."""

    path: str
    line: int
    column: int
    code: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column} {self.code}"


def spots(findings: Iterable[Finding]) -> list[Spot]:
    """Return where each finding stands, in the order of the report."""
    return [Spot(f.region.path, f.region.line, f.region.column, f.code) for f in findings]


def besides_deviations(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without the two deviations that the example itself has."""
    return [f for f in findings if (f.code, f.region.path) not in _OPEN]


_OPEN = {("VVT008", path) for path in OPEN_DEVIATIONS}


MARK = "▸"
"""Stands in a new text just before the place that the finding should name."""


class Edit(NamedTuple):
    """In the file at `path`, `old`, which stands there once, becomes `new`.

    An `old` that begins with `^` is a pattern; an empty one stands for a file that is not there
    yet. A `new` of None removes the file.
    """

    path: str
    old: str
    new: str | None


class Plant(NamedTuple):
    """A fault as somebody may make it: the one rule that finds it, and what was done.

    One of the edits has the MARK. `status` is the exit status that it should give.
    """

    code: str
    what: str
    edits: tuple[Edit, ...]
    status: int = 1


def plant(code: str, what: str, *edits: tuple[str, str, str | None], status: int = 1) -> Plant:
    """Return a planted fault; edits as `(path, old, new)`."""
    return Plant(code, what, tuple(Edit(*edit) for edit in edits), status)


class Planted(NamedTuple):
    """What came of edits: the new text of each file (None: removed), and the marked place."""

    texts: dict[str, str | None]
    at: Spot


def carry_out(fault: Plant, files: Mapping[str, str | bytes]) -> Planted:
    """Return what a plant makes of files; the place of its mark is counted in the new text."""
    texts: dict[str, str | None] = {}
    for path, old, new in fault.edits:
        content = texts.get(path) or files.get(path, "")
        text = content.decode() if isinstance(content, bytes) else content
        texts[path] = None if new is None else _replaced(text, old, new)
    ((path, text),) = [(path, text) for path, text in texts.items() if text and MARK in text]
    before, after = text.split(MARK)
    texts[path] = before + after
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Planted(texts, Spot(path, line, column, fault.code))


def _replaced(text: str, old: str, new: str) -> str:
    if not old:
        assert not text, "there is such a file already"
        return new
    pattern = old if old.startswith("^") else re.escape(old)
    replacement = new if old.startswith("^") else new.replace("\\", r"\\")
    changed, times = re.subn(pattern, replacement, text, flags=re.MULTILINE)
    assert times == 1, f"{old!r} stands there {times} times"
    return changed


class _OfTheExample(dict[Any, Any]):
    """Readings of files as the example has them; those of spoiled files are let go of."""

    def __setitem__(self, known: Any, reading: Any) -> None:
        path, content, _ = known
        if _example().get(path) == content:
            super().__setitem__(known, reading)


_check = engine.check
_kept = _OfTheExample()


def remember_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine read the example only once: most files are the same in every check."""
    monkeypatch.setattr(engine, "check", partial(_check, kept=_kept))


def spoil(root: Path, fault: Plant) -> str:
    """Carry out a plant in a copy on disk; return the finding that it should give."""
    texts, at = carry_out(fault, example())
    for path, text in texts.items():
        if text is None:
            (root / path).unlink()
        else:
            (root / path).write_bytes(text.encode())
    return str(at)


@contextmanager
def spoiled(root: Path, fault: Plant) -> Iterator[str]:
    """Yield the finding that a plant should give, and afterwards undo what it did to the copy."""
    files = example()
    expected = spoil(root, fault)
    try:
        yield expected
    finally:
        for path in {edit.path for edit in fault.edits}:
            content = files.get(path)
            if isinstance(content, bytes):
                (root / path).write_bytes(content)
            else:
                (root / path).unlink()


def run(root: Path, **asked: Any) -> check.Outcome:
    """Return what the program makes of a root, by new rules too."""
    request = opening.Request(as_of=date.fromisoformat(AS_OF), root=str(root), **asked)
    read = replace(opening.read_settings(str(root), request), preview=True)
    return check.run(request, str(root), read)


def judged(files: Mapping[str, str | bytes], as_of: str = AS_OF) -> engine.Result:
    """Return the result of a whole administration in memory."""
    return result(files, as_of)
