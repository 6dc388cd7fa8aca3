"""What a rule says and where: the words that every other part shares. Imports nothing of ours."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

Step = str | int
Pointer = tuple[Step, ...]


class Severity(IntEnum):
    """How grave a finding is; the order is the gravity."""

    INFO = 1
    WARNING = 2
    ERROR = 3


class Text(NamedTuple):
    """One text in the two languages of the program: `nl` Dutch, `en` English."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the text in `language` (`nl` or `en`)."""
        return self.en if language == "en" else self.nl


class Place(NamedTuple):
    """Where something stands: in a document by pointer, or in a file by raw offset.

    `path` is relative to the root, with forward slashes. `document` is the ordinal in the file
    (0-based). `key` points at the key instead of the value; `span` narrows to code points inside
    the scalar's text, end exclusive; `offset` is a raw place in the file's text (start, end) for
    what has no pointer.
    """

    path: str
    document: int = 0
    pointer: Pointer = ()
    key: bool = False
    span: tuple[int, int] | None = None
    offset: tuple[int, int] | None = None


class Related(NamedTuple):
    """Another place that matters to a finding, and why."""

    place: Place
    message: Text


class Found(NamedTuple):
    """What a rule found: at a place, in words, about which requirements.

    `subject` tells two findings of one rule at one place apart (a requirement, an id).
    `replacement` is what `place` should hold instead, as YAML, when only one is right; `unsafe`: it
    is a guess, or changes what the document claims, so that somebody has to judge it.
    `severity` is that of this finding where it is not the rule's. `secret`: what stands at `place`
    must not be shown anywhere.
    """

    place: Place
    message: Text
    help: Text | None = None
    requirements: tuple[str, ...] = ()
    subject: str = ""
    related: tuple[Related, ...] = ()
    replacement: str | None = None
    severity: Severity | None = None
    secret: bool = False
    unsafe: bool = False


class Region(NamedTuple):
    """A place resolved to lines and columns: 1-based, columns in code points, end exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Fix(NamedTuple):
    """What is to stand from `start` to `end` (exclusive; code points of the file's text) instead.

    `safe`: it is right without doubt.
    """

    start: int
    end: int
    text: str
    safe: bool


class Finding(NamedTuple):
    """A judged finding with everything that any report shows of it.

    `fix` is how its text can be mended; `fixable` says that this is right without doubt. `secret`:
    what stands at its place is not to be shown.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    help: Text | None
    region: Region
    pointer: str
    source_line: str
    document: str | None
    ordinal: int
    kind: str | None
    owner: str | None
    requirements: tuple[str, ...]
    url: str
    fixable: bool
    fingerprint: str
    related: tuple[tuple[Region, Text], ...] = ()
    fix: Fix | None = None
    secret: bool = False


def json_pointer(pointer: Pointer) -> str:
    """Return the pointer as RFC 6901 writes it: `/actions/0/due`."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in pointer)
