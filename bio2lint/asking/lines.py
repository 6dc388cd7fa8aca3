"""Whom CODEOWNERS should ask about each file of an administration, in few lines."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import deciders
from bio2lint.codeowners import spelling
from bio2lint.deciders import Version, guarded, people, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bio2lint.deciders.people import Decider
    from bio2lint.repository import Repository

Handles = tuple[str, ...]


class Line(NamedTuple):
    """A file or folder (with a slash at its end) below the root, and whom to ask about it."""

    path: str
    handles: Handles


class Wanted(NamedTuple):
    """The lines, in their order, and what they stand for.

    `files` are the files of documents and settings, each with whom to ask. `own` are the handles
    that are asked about CODEOWNERS itself. `silent` are the roles that decide on something but have
    no handle that the forge takes.
    """

    lines: tuple[Line, ...]
    files: dict[str, Handles]
    own: Handles
    silent: tuple[str, ...]


def wanted(
    repository: Repository, settings: Iterable[str], stray: Iterable[str], dialect: str
) -> Wanted:
    """Return whom to ask about what.

    Exceptions, accepted risks, the organisation and the settings are for whoever decides on them,
    all else is for its owners: on one line the approval of one is enough, so the owners are not
    beside those who decide. `settings` are the files that say what is judged, `stray` other YAML.
    """
    silent: dict[str, None] = {}

    def usable(asked: Iterable[Decider]) -> list[str]:
        found: list[str] = []
        for decider in asked:
            handles = spelling.taken(decider.handles, dialect)
            found += handles
            if not handles:
                silent[decider.role] = None
        return found

    owning = _owners(repository)
    owners = {path: _sorted(usable(asked)) for path, asked in owning.items()}
    deciding: dict[str | None, list[str]] = defaultdict(list)
    for one in guarded.of(repository):
        able = [d for d in (one.decider, *one.enough) if spelling.taken(d.handles, dialect)]
        deciding[one.path] += usable(able[:1] or [one.decider])
    own = _sorted(deciding.pop(None, []))
    files = owners | {path: _sorted(found) for path, found in deciding.items() if path and found}
    files |= dict.fromkeys(settings, own)
    return Wanted(tuple(_lines(files, stray)), files, own, tuple(sorted(silent)))


def _owners(repository: Repository) -> dict[str, list[Decider]]:
    """Return who owns the documents of each file."""
    (case,) = (case for case in table.load().cases if case.about == "owner")
    who = people.of(repository, repository)
    found: dict[str, list[Decider]] = defaultdict(list)
    for record in repository.records:
        found[record.path] += deciders.of(case, [Version(repository, record)], who)
    return found


def _sorted(handles: Iterable[str]) -> Handles:
    return tuple(sorted(dict.fromkeys(handles), key=lambda handle: (handle.lower(), handle)))


def _lines(files: Mapping[str, Handles], stray: Iterable[str]) -> list[Line]:
    """Return a line for each file, and one for a folder where all of it is for the same people.

    Only a folder in which two files or more lie, and no other YAML below it, is taken as a whole:
    what else a repository holds is not ours to give away.
    """
    others = set(stray)
    below: dict[str, set[Handles]] = defaultdict(set)
    direct: dict[str, int] = defaultdict(int)
    for path in (*files, *others):
        folder, _, _ = path.rpartition("/")
        direct[folder] += 1
        while folder:
            below[folder].add(files.get(path, ()))
            folder = folder.rpartition("/")[0]
    whole = {f for f, found in below.items() if len(found) == 1 and direct[f] > 1}
    lines: dict[str, Handles] = {}
    for path, handles in files.items():
        if handles:
            lines[_widest(path, whole)] = handles
    return [Line(path, lines[path]) for path in sorted(lines)]


def _widest(path: str, whole: set[str]) -> str:
    """Return the highest folder above a path that is taken as a whole, else the path."""
    parts = path.split("/")
    folders = ("/".join(parts[:length]) for length in range(1, len(parts)))
    return next((f"{folder}/" for folder in folders if folder in whole), path)
