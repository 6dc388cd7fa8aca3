"""CODEOWNERS by GitLab's rules: in each section the last pattern that fits decides.

Source: docs.gitlab.com, "CODEOWNERS syntax" and "Advanced CODEOWNERS configuration".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.codeowners.entries import Entry, Problem, Section
from bio2lint.codeowners.patterns import FOLDERS, Part, part
from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
"""Where the file may lie, from the top of the repository; the first that is there counts."""

NAME = r"@[A-Za-z0-9_.][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.][A-Za-z0-9_.-]*)*"
HEADING = re.compile(
    r"(?P<optional>\^)?\[(?P<name>[^\]]*)\](?:\[(?P<approvals>\d{0,9})\])?"
    r"(?P<owners>\s+[@\w.\-/\s+]*)?",
    re.ASCII,
)

_PATTERN = re.compile(r"(?:\\\s|\S)+", re.ASCII)
_NAMED = re.compile(rf"(?<![\w@]){NAME}", re.ASCII)
_ROLE = re.compile(r"@@(developer|maintainer|owner)s?", re.IGNORECASE | re.ASCII)
_MAIL = re.compile(r"[^@\s]{1,100}@[^@\s]{1,255}", re.ASCII)


class _Heading(NamedTuple):
    name: str
    optional: bool
    approvals: int
    owners: tuple[str, ...]


def read(lines: Iterable[str]) -> tuple[list[Section], list[Problem]]:
    """Return the sections of a file, and what GitLab reads otherwise than it looks."""
    heading = _Heading("", optional=False, approvals=1, owners=())
    # By name in lower case: sections of one name are one section. A pattern that comes again has
    # the later owners at its first place.
    sections: dict[str, tuple[str, dict[str, Entry]]] = {"": ("", {})}
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        text = line.strip(" \t\r\f\v\0")
        if not text or text.startswith("#"):
            continue
        if (matched := HEADING.match(text)) is not None:
            heading = _heading(matched)
            sections.setdefault(heading.name.lower(), (heading.name, {}))
            continue
        if text.startswith(("[", "^[")):
            problems.append(Problem(number, _NO_HEADING))
        pattern, entry = _entry(number, text, heading)
        if not entry.owners and not entry.excludes:
            problems.append(Problem(number, _NOBODY))
        sections[heading.name.lower()][1][pattern] = entry
    return [Section(name, entries.values()) for name, entries in sections.values()], problems


def _heading(matched: re.Match[str]) -> _Heading:
    return _Heading(
        name=matched["name"],
        optional=matched["optional"] is not None,
        approvals=max(1, int(matched["approvals"] or 0)),
        owners=_owners(matched["owners"] or ""),
    )


def _entry(number: int, text: str, heading: _Heading) -> tuple[str, Entry]:
    matched = _PATTERN.match(text)
    pattern = matched[0] if matched else ""
    excludes = pattern.startswith("!")
    full = _normal(pattern.removeprefix("!"))
    stated = text[len(pattern) :].strip()
    owners = _owners(stated) if stated else heading.owners
    entry = Entry(
        number,
        path_pattern(full),
        () if excludes else owners,
        heading.approvals,
        heading.optional,
        excludes,
    )
    return full, entry


def _normal(pattern: str) -> str:
    """Return a pattern from the top of the repository, as GitLab completes it."""
    if pattern == "*":
        return "/**/*"
    if pattern.startswith("\\#"):
        pattern = pattern[1:]
    pattern = re.sub(r"\\\s+", " ", pattern, flags=re.ASCII)
    if not pattern.startswith("/"):
        pattern = f"/**/{pattern}"
    return f"{pattern}**/*" if pattern.endswith("/") else pattern


def path_pattern(text: str) -> tuple[Part, ...]:
    """Return what a completed pattern matches; `**` counts as folders only before a slash.

    What can fit nothing, such as a class that does not end, is a pattern that fits nothing.
    """
    *folders, last = text.removeprefix("/").split("/")
    parts = [FOLDERS if name == "**" else part(name, classes=True) for name in folders]
    parts.append(part(last, classes=True))
    return tuple(_NOTHING if one is None else one for one in parts)


def _owners(text: str) -> tuple[str, ...]:
    """Return whom a text names: users and groups, e-mail addresses, and roles of the project."""
    found: list[str] = []
    for word in re.split(r"\s+", text, flags=re.ASCII):
        if (role := _ROLE.fullmatch(word)) is not None:
            found.append(f"@@{role[1].lower()}")
        elif not word.startswith("@") and _MAIL.fullmatch(word) is not None:
            found.append(word)
        else:
            found += _NAMED.findall(word)
    return tuple(dict.fromkeys(found))


_NOTHING = Part("")
_NO_HEADING = Text(
    nl="GitLab leest deze regel niet als kop van een sectie, maar als patroon.",
    en="GitLab reads this line not as the heading of a section but as a pattern.",
)
_NOBODY = Text(
    nl="Deze regel noemt niemand die GitLab kent; wat eronder valt, wordt door niemand beoordeeld.",
    en="This line names nobody that GitLab knows; nobody reviews what it is about.",
)
