"""The example administration as a thing to spoil: in memory, or as a copy on disk."""

from __future__ import annotations

import os
import re
from copy import copy
from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, NamedTuple

from support import AS_OF, result

from bio2lint import document, engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pytest

    from bio2lint.document import Document
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


class Planted(NamedTuple):
    """What came of edits: the new text of each file, and the marked place, if any."""

    texts: dict[str, str]
    at: tuple[str, int, int] | None


MARK = "▸"
"""Stands in the new text of an edit just before the place that the finding should name."""
Edit = tuple[str, str, str]
"""A path, the text to replace, which must stand there once, and what comes instead."""


def plant(files: Mapping[str, str | bytes], edits: Iterable[Edit]) -> Planted:
    """Return what edits make of files, and the place (1-based line and column) of the mark."""
    texts: dict[str, str] = {}
    for path, old, new in edits:
        content = files.get(path, b"")
        text = texts.get(path, content if isinstance(content, str) else content.decode())
        assert text.count(old) == 1 or (not old and not text), f"{old!r} in {path}"
        texts[path] = text.replace(old, new) if old else new
    at = None
    for path, text in texts.items():
        if MARK in text:
            before, _, after = text.partition(MARK)
            assert at is None, "more than one mark"
            at = path, before.count("\n") + 1, len(before) - before.rfind("\n")
            texts[path] = before + after
    assert not any(MARK in text for text in texts.values()), "more than one mark"
    return Planted(texts, at)


@cache
def _read_once(path: str, content: bytes) -> list[Document]:
    return document.read(path, content)


def _reread(path: str, content: bytes | str) -> list[Document]:
    if isinstance(content, str):
        return document.read(path, content)
    return [replace(one, yaml=copy(one.yaml)) for one in _read_once(path, content)]


def remember_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine read each content only once: most files are the same in every check."""
    monkeypatch.setattr(engine.documents_of, "read", _reread_original := _reread)
    assert _reread_original is _reread


def judged(files: Mapping[str, str | bytes], as_of: str = AS_OF) -> engine.Result:
    """Return the result of a whole administration in memory."""
    return result(files, as_of)
