"""CODEOWNERS: whom the forge asks to review a path, by the rules of GitHub or of GitLab."""

from __future__ import annotations

import errno
import posixpath
from typing import TYPE_CHECKING, NamedTuple

from bio2lint.codeowners import github, gitlab
from bio2lint.finding import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bio2lint.codeowners.entries import Entry, Problem, Section
    from bio2lint.tree import Tree

GITHUB, GITLAB = "github", "gitlab"
DIALECTS = (GITHUB, GITLAB)
PLACES = {GITHUB: github.PLACES, GITLAB: gitlab.PLACES}
"""Where each forge looks for the file, from the top of the repository, in this order."""

MOST_BYTES = github.MOST_BYTES
MOST_LINES = 50_000
MOST_PATTERNS = 4_000
"""More wildcards is no file that people keep, and would take long to try."""

_PIPELINE = ".gitlab-ci.yml"
_ILLEGIBLE = frozenset((errno.EACCES, errno.EIO, errno.ENODATA, errno.EPERM))


class Unusable(Exception):  # noqa: N818 (an answer about a file, not an error of the program)
    """A file that is not read; `why` says so, `asks_nobody` that no forge reads it either."""

    def __init__(self, why: Text, *, asks_nobody: bool = False) -> None:
        super().__init__(why.en)
        self.why = why
        self.asks_nobody = asks_nobody


class Codeowners(NamedTuple):
    """A file as its forge reads it; on GitHub all of it is one section without a name.

    `problems` are the lines that the forge skips, or reads otherwise than they look.
    """

    dialect: str
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...]

    def entries_of(self, path: str) -> list[Entry]:
        """Return the entry that decides in each section that has one for a path.

        Paths are relative to the top of the repository, with forward slashes.
        """
        return [e for section in self.sections if (e := section.decides(path)) is not None]

    def owners_of(self, path: str) -> tuple[str, ...]:
        """Return everybody whom the forge names for a path, as the file spells them."""
        owners = (owner for entry in self.entries_of(path) for owner in entry.owners)
        return tuple(dict.fromkeys(owners))

    def required_for(self, path: str) -> tuple[str, ...]:
        """Return the owners of a path without those of optional sections: they may be passed by."""
        return tuple(
            dict.fromkeys(
                owner
                for section in self.sections
                if not section.optional and (entry := section.decides(path)) is not None
                for owner in entry.owners
            )
        )


class Held(NamedTuple):
    """The file that holds in a repository.

    `path` is relative to the top of the repository. `prefix` is how the administration's root is
    called from there: `administratie/`, empty where they are the same. `unusable` says why the
    forge cannot go by it, and so asks nobody.
    """

    path: str
    codeowners: Codeowners
    prefix: str = ""
    unusable: Text | None = None

    def git_path(self, path: str) -> str:
        """Return how a path below the administration's root is called from the top."""
        return f"{self.prefix}{path}"


def read(text: str, dialect: str) -> Codeowners:
    """Return what a file says by `github` or `gitlab`; Unusable when it is too large."""
    lines = text.removeprefix("\ufeff").split("\n")
    if len(text) > MOST_BYTES or len(lines) > MOST_LINES:
        raise Unusable(_TOO_LARGE)
    sections, problems = (gitlab if dialect == GITLAB else github).read(lines)
    if sum(section.patterns for section in sections) > MOST_PATTERNS:
        raise Unusable(_TOO_LARGE)
    return Codeowners(dialect, tuple(sections), tuple(problems))


def same(one: str, other: str) -> bool:
    """Whether two handles are one: forges tell no case apart, and roles may leave out the `@`."""
    return one.removeprefix("@").lower() == other.removeprefix("@").lower()


def forge_of(environment: Mapping[str, str]) -> str | None:
    """Return the forge on which a job runs, by its variables; None anywhere else."""
    if environment.get("GITLAB_CI"):
        return GITLAB
    return GITHUB if environment.get("GITHUB_ACTIONS") else None


def find(
    look: Callable[[str], bytes | None], forge: str | None = None
) -> tuple[str, Codeowners] | None:
    """Return the path of the file that holds and what it says; None when there is none.

    `look` returns the bytes of a file from the top of the repository (at most one more than
    MOST_BYTES), None where there is none. `forge` is where the repository is known to live. Else
    the place tells, then a pipeline of GitLab beside it or a heading in it. Unusable when the
    file cannot be read as text or is too large.
    """
    known = (forge,) if forge else DIALECTS
    for path in dict.fromkeys(place for dialect in known for place in PLACES[dialect]):
        content = look(path)
        if content is not None:
            text = _text(content)
            return path, read(text, forge or _dialect(path, text, look))
    return None


def opened(top: Tree, path: str) -> bytes:
    """Return the bytes of a file (at most one more than MOST_BYTES) as a forge finds it.

    OSError when it cannot be read. Unusable when a CODEOWNERS is a link: a forge follows none, so
    it asks nobody.
    """
    if path != _PIPELINE and top.is_link(path):
        raise Unusable(_LINK, asks_nobody=True)
    return top.read(path, MOST_BYTES + 1)


def held(tree: Tree, forge: str | None = None) -> Held | None:
    """Return the file that holds in the repository of a tree; None where none can be gone by."""
    top, prefix = tree.top()
    last = ""

    def look(path: str) -> bytes | None:
        nonlocal last
        last = path
        try:
            return opened(top, path)
        except OSError:
            return None

    try:
        found = find(look, forge)
    except Unusable as unusable:
        nobody = Held(last, Codeowners(forge or GITHUB, (), ()), prefix, unusable.why)
        return nobody if unusable.asks_nobody else None
    return None if found is None else Held(*found, prefix)


def illegible(tree: Tree) -> Iterator[str]:
    """Yield the files, from the root of a tree, that are there and cannot be read.

    What leads out of the repository, or is no file, the forge does not read either.
    """
    top, prefix = tree.top()
    for path in dict.fromkeys(place for places in PLACES.values() for place in places):
        try:
            top.read(path, 1)
        except OSError as error:
            if error.errno in _ILLEGIBLE:
                yield posixpath.relpath(path, prefix or ".")


def _dialect(path: str, text: str, look: Callable[[str], bytes | None]) -> str:
    if path not in gitlab.PLACES:
        return GITHUB
    if path not in github.PLACES or look(gitlab.PLACES[-1]) is not None:
        return GITLAB
    headed = any(gitlab.HEADING.match(line.strip()) for line in text.split("\n"))
    return GITLAB if headed or look(_PIPELINE) is not None else GITHUB


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise Unusable(_TOO_LARGE)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unusable(_NO_TEXT) from error


_LINK = Text(
    nl="het is een koppeling, en GitHub en GitLab volgen die niet",
    en="it is a link, which GitHub and GitLab do not follow",
)
_TOO_LARGE = Text(
    nl=f"het bestand is te groot: hoogstens 3 MB, {MOST_LINES} regels en {MOST_PATTERNS} patronen "
    "met jokertekens",
    en=f"the file is too large: at most 3 MB, {MOST_LINES} lines and {MOST_PATTERNS} patterns with "
    "wildcards",
)
_NO_TEXT = Text(nl="het bestand is geen tekst in UTF-8", en="the file is no text in UTF-8")
