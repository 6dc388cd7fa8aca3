"""The block in CODEOWNERS that is written by the program; all else is left as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.codeowners import GITLAB, gitlab

if TYPE_CHECKING:
    from collections.abc import Iterable

SECTION = "bio2lint"
BEGIN = "# bio2lint begin: zie `bio2lint codeowners`; wijzig dit niet · do not edit this"
END = "# bio2lint end"
# The words after the first two may have been other ones, or may have been edited.
_BEGIN = re.compile(r"[ \t]*#[ \t]*bio2lint begin\b[^\n]*\n?")
_END = re.compile(r"[ \t]*#[ \t]*bio2lint end[ \t\r]*(?:\n|$)")


class Damaged(Exception):  # noqa: N818 (an answer about a file, not an error of the program)
    """The marks of the block do not stand in one pair; `line` (1-based) is the odd one."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class Split(NamedTuple):
    """The text before the block, the block itself (empty where there is none), and after it."""

    before: str
    block: str
    after: str


def split(text: str) -> Split:
    """Return a file's text in three; Damaged when it is not clear where the block is."""
    starts: list[int] = []
    ends: list[int] = []
    at = len(text) - len(text.removeprefix("\ufeff"))
    for number, line in enumerate(text[at:].split("\n"), 1):
        opens, closes = _BEGIN.fullmatch(line), _END.fullmatch(line)
        if (opens and starts) or (closes and len(starts) == len(ends)):
            raise Damaged(number)
        if opens:
            starts.append(at)
        at += len(line) + 1
        if closes:
            ends.append(min(at, len(text)))
    if len(starts) > len(ends):
        raise Damaged(text.count("\n", 0, starts[0]) + 1)
    if not starts:
        return Split(text, "", "")
    return Split(text[: starts[0]], text[starts[0] : ends[0]], text[ends[0] :])


def put(text: str, lines: Iterable[str], dialect: str) -> str:
    """Return a file's text with these lines in the block, which is added at its end if need be.

    The line endings are those of the file. On GitLab the block is a section, so it goes to the end
    where lines that are not ours would fall in it.
    """
    before, old, after = split(text)
    # A file that ends within an end of line has that one too.
    end = "\r\n" if "\r\n" in f"{text}\n" else "\n"
    heading = [f"[{SECTION}]"] if dialect == GITLAB else []
    block = end.join([BEGIN, *heading, *lines, END])
    if old and not (dialect == GITLAB and swallows(after)):
        return f"{before}{block}{end if old.endswith(chr(10)) else ''}{after}"
    rest = before + after
    held = rest.removeprefix("\ufeff")
    if held and not held.endswith("\n"):
        rest += end
    gap = end if held.strip(" \t\r\n") and not rest.endswith(end * 2) else ""
    return f"{rest}{gap}{block}{end}"


def swallows(after: str) -> bool:
    """Whether a section in the block would take in lines that stand after it."""
    for line in after.split("\n"):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            return gitlab.HEADING.match(stripped) is None
    return False
