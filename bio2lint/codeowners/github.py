"""CODEOWNERS by GitHub's rules: the last pattern that fits decides, and a bad line is skipped.

Source: docs.github.com, "About code owners".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bio2lint.codeowners.entries import Entry, Problem, Section
from bio2lint.codeowners.patterns import FOLDERS, NAME, Part, part
from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where the file may lie, from the top of the repository; the first that is there counts."""

MOST_BYTES = 3 * 1024 * 1024
"""GitHub does not load a larger file."""

OWNER = re.compile(
    r"@[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9_.-]+)?|[^@\s#]{1,100}@[A-Za-z0-9][A-Za-z0-9.-]*"
)
"""A user, a team or an e-mail address."""

_BLANKS = " \t\r\f\v"
_BLANK = re.compile(f"[{_BLANKS}]+")
_PATTERN = re.compile(r"(?:\\.|[^\\ \t\r\f\v])+")


def read(lines: Iterable[str]) -> tuple[list[Section], list[Problem]]:
    """Return the entries of a file, and the lines that are skipped for what is wrong with them."""
    entries, problems = [], []
    for number, line in enumerate(lines, 1):
        text = line.strip(_BLANKS)
        if text and not text.startswith("#"):
            read_line = _entry(number, text)
            if isinstance(read_line, Problem):
                problems.append(read_line)
            else:
                entries.append(read_line)
    return [Section("", entries)], problems


def _entry(number: int, text: str) -> Entry | Problem:
    matched = _PATTERN.match(text)
    pattern = matched[0] if matched else ""
    parts = path_pattern(pattern)
    if parts is None:
        return Problem(
            number,
            Text(
                nl=f"GitHub kent het patroon `{pattern}` niet en slaat deze regel over.",
                en=f"GitHub does not know the pattern `{pattern}` and skips this line.",
            ),
        )
    owners = []
    for word in _BLANK.split(text[len(pattern) :].strip(_BLANKS)):
        if not word or word.startswith("#"):
            break
        if OWNER.fullmatch(word) is None:
            return Problem(
                number,
                Text(
                    nl=f"`{word}` is geen gebruiker, team of e-mailadres; GitHub slaat deze regel "
                    "over.",
                    en=f"`{word}` is no user, team or e-mail address; GitHub skips this line.",
                ),
            )
        owners.append(word)
    return Entry(number, parts, tuple(owners))


def path_pattern(text: str) -> tuple[Part, ...] | None:
    """Return what a pattern matches, None when it is one that GitHub does not take.

    As in gitignore a slash at the beginning or in the middle ties it to the top, and what fits a
    folder fits all in it; other than there, `docs/*` is not about what lies deeper.
    """
    unsupported = text.startswith(("!", "\\#")) or "***" in text or "[" in text or "]" in text
    if not text or unsupported:
        return None
    names = text.removeprefix("/").split("/")
    of_folder = len(names) > 1 and names[-1] == ""
    tied = text.startswith("/") or len(names) > 1 + of_folder
    if of_folder:
        names.pop()
    parts = [FOLDERS if name == "**" else part(name, classes=False) for name in names]
    if any(one is None for one in parts):
        return None
    last = names[-1]
    if of_folder or last == "**":
        # `**/` is about folders, so only about what lies in one.
        below = [NAME] * (1 + (of_folder and last == "**")) + [FOLDERS]
    else:
        below = [] if last == "*" and tied else [FOLDERS]
    found = [*([] if tied else [FOLDERS]), *parts, *below]
    return tuple(one for one in found if one is not None)
