"""The text of a YAML file: its bytes decoded, its lines, and the characters that YAML forbids."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

MAX_BYTES = 1_000_000
"""Largest file that is read, in bytes; a caller need never fetch more than one byte beyond it."""

_MAX_TAG_DIRECTIVES = 64
_SHOWN_LENGTH = 60
_ASCII = bytes((9, 10, 13, *range(0x20, 0x7F)))
_LINE_END = re.compile(r"\r\n|\r|\n")
# YAML 1.2.2 section 5.1: all but c-printable; and a second byte order mark that begins a line.
# Alternatives rather than one set of characters, which takes milliseconds to compile.
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|[\ufffe\uffff]|(?:\A|(?<=[\r\n]))\ufeff"
)
_STAND_IN = 0x10000
_BREAKS_OF_YAML_1_1 = "\x85\u2028\u2029"
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Which of the first four bytes are NUL if the text begins with ASCII (YAML 1.2.2 section 5.2).
_NUL_PATTERNS: dict[tuple[bool, ...], str] = {
    (True, True, True, False): "utf-32-be",
    (False, True, True, True): "utf-32-le",
    (True, False, True, False): "utf-16-be",
    (False, True, False, True): "utf-16-le",
}


class Problem(NamedTuple):
    """A fault of the YAML text; offsets count code points of the file's text.

    ``kind`` is a stable slug out of ``yamlfile.KINDS``. ``recoverable`` says that the document can
    still be used. ``detail`` holds a key's name or the parser's own words, short and printable.
    ``related`` is the other place that matters, such as the first of two equal keys.
    """

    kind: str
    start: int
    end: int
    recoverable: bool
    detail: str = ""
    related: int | None = None


def decode(content: bytes) -> tuple[str, Problem | None]:
    """Return the file's text and the first fault that keeps the text from being parsed there.

    The text is always there, also of a file that cannot be read, so that it can be searched for
    secrets; of a file that is too large it is the part within ``MAX_BYTES``.
    """
    if len(content) > MAX_BYTES:
        text = content[:MAX_BYTES].decode("utf-8", "replace").lstrip("\ufeff")
        return text, Problem("too-large", 0, 0, recoverable=False, detail=str(MAX_BYTES))
    suspect = content.translate(None, _ASCII)
    if not suspect and b"%TAG" not in content:
        return content.decode("ascii"), None
    codec = _wide_codec(content)
    if codec is not None:
        text = content.decode(codec, "replace").lstrip("\ufeff")
        return text, Problem("encoding", 0, min(1, len(text)), recoverable=False, detail=codec)
    fault = None
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        text = content.decode("utf-8", "replace")
        at = len(content[: error.start].decode("utf-8"))
        byte = f"0x{content[error.start]:02X}"
        fault = Problem("encoding", at, at + 1, recoverable=False, detail=byte)
    rare = suspect.decode("utf-8", "replace")
    if "\ufeff" in rare or _FORBIDDEN.search(rare):
        fault = _first(fault, _forbidden(text))
    return text, _first(fault, _too_many_tag_directives(text))


def _first(one: Problem | None, other: Problem | None) -> Problem | None:
    faults = [fault for fault in (one, other) if fault is not None]
    return min(faults, key=lambda fault: fault.start, default=None)


def _forbidden(text: str) -> Problem | None:
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    name = f"U+{ord(found[0]):04X}"
    return Problem("control-character", *found.span(), recoverable=False, detail=name)


def _wide_codec(content: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 by their byte order mark, or else by where the NUL bytes are."""
    for mark, codec in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return codec
    return _NUL_PATTERNS.get(tuple(byte == 0 for byte in content[:4]))


def _too_many_tag_directives(text: str) -> Problem | None:
    # libyaml compares each %TAG with all before it: thousands of them would take minutes.
    if text.count("%TAG") <= _MAX_TAG_DIRECTIVES:
        return None
    at = text.index("%TAG")
    return Problem("tag", at, at + 4, recoverable=False, detail="%TAG")


def forbidden_character(value: str) -> str | None:
    """Return the first character of a scalar that no YAML text may hold, as ``U+0000``, or None."""
    found = _FORBIDDEN.search(value)
    return None if found is None else f"U+{ord(found[0]):04X}"


def without_forbidden(value: str) -> str:
    """Return a scalar with U+FFFD for each character that no YAML text may hold."""
    return _FORBIDDEN.sub("\ufffd", value)


def shown(words: str) -> str:
    """Return words of the user's text fit for a message: short and printable."""
    short = words[:_SHOWN_LENGTH] + ("…" if len(words) > _SHOWN_LENGTH else "")
    return "".join(character if character.isprintable() else "\ufffd" for character in short)


def hide_breaks(text: str) -> tuple[str, dict[int, str]]:
    """Stand in characters that the text does not use for those that only YAML 1.1 breaks lines at.

    libyaml ends comments and plain scalars at U+0085, U+2028 and U+2029; in YAML 1.2 (section 5.4)
    they are ordinary. Returns the text for libyaml, and the table for ``str.translate`` that turns
    its scalars back.
    """
    if text.isascii():
        return text, {}
    present = [character for character in _BREAKS_OF_YAML_1_1 if character in text]
    if not present:
        return text, {}
    # A file within MAX_BYTES cannot use up all characters from here on.
    used = set(text)
    unused = (code for code in range(_STAND_IN, 0x10FFFE) if chr(code) not in used)
    hidden = dict(zip(unused, present, strict=False))
    return text.translate({ord(real): code for code, real in hidden.items()}), hidden


def breaks_of_yaml_1_1(text: str) -> list[int]:
    """Return the offsets of the characters that break lines in YAML 1.1 but not in YAML 1.2."""
    return [found.start() for found in re.finditer(f"[{_BREAKS_OF_YAML_1_1}]", text)]


def line_starts(text: str) -> list[int]:
    """Return the offset of each line's first character; only LF, CR LF and CR break lines."""
    return [0, *(found.end() for found in _LINE_END.finditer(text))]


def line_column_at(starts: list[int], offset: int) -> tuple[int, int]:
    """Return the 1-based line, and column in code points, of an offset."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
