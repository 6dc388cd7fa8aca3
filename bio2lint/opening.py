"""What comes before a check: what was asked, the root, and the settings and baseline there."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import baseline, files, rules, settings
from bio2lint.finding import Text
from bio2lint.settings import errors
from bio2lint.status import NOTHING, USAGE, Refused
from bio2lint.tree import WorkTree
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bio2lint.baseline import Baseline
    from bio2lint.settings import Settings
    from bio2lint.settings.mistakes import Mistake
    from bio2lint.tree import Tree


class Request(NamedTuple):
    """What was asked of `check`.

    `root` is None to look for it; `paths` and the other selections only narrow what is listed.
    `profile` goes before that of the settings; without `with_baseline` nothing is held back. `rev`
    names a commit that is judged in the place of what is on disk.
    """

    as_of: date
    root: str | None = None
    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    owner: str | None = None
    fail_on: str | None = None
    profile: str | None = None
    with_baseline: bool = True
    rev: str | None = None


def find_root(start: str) -> str:
    """Return the nearest folder with `bio2lint.yaml` from `start` upward, else `start`'s folder."""
    folder = os.path.realpath(start if os.path.isdir(start) else os.path.dirname(start))
    candidate = folder
    while not os.path.isfile(os.path.join(candidate, settings.FILE)):
        parent = os.path.dirname(candidate)
        if parent == candidate:
            return folder
        candidate = parent
    return candidate


def root_of(request: Request) -> str:
    """Return the root of a request; Refused (status 3) when paths that it names are not there.

    A commit may have what is no longer on disk.
    """
    named = (*(() if request.root is None else (request.root,)), *request.paths)
    absent = [
        Text(nl=f"{path or '‘’'} bestaat niet.", en=f"{path or '‘’'} does not exist.")
        for path in named
        if request.rev is None and not os.path.lexists(path)
    ]
    if absent:
        raise Refused(NOTHING, *absent)
    if request.root is None:
        return find_root(request.paths[0] if request.paths else os.curdir)
    if not os.path.isdir(request.root) and (request.rev is None or os.path.exists(request.root)):
        raise Refused(
            USAGE,
            Text(nl=f"{request.root} is geen map.", en=f"{request.root} is no folder."),
        )
    return os.path.realpath(request.root)


def names_of(path: str, root: str) -> set[str]:
    """Return what a path is called below the root: as a link, and as what it links to."""
    folder, name = os.path.split(os.path.abspath(path))
    spellings = os.path.realpath(path), os.path.join(os.path.realpath(folder), name)
    relative = {os.path.relpath(full, root).replace(os.sep, "/") for full in spellings}
    return {name for name in relative if name != ".." and not name.startswith("../")}


def name_of(path: str, root: str) -> str:
    """Return what a path is called below the root; Refused (status 2) when it lies outside."""
    names = sorted(names_of(path, root))
    if not names:
        raise Refused(USAGE, _outside(path, root))
    return names[0]


def _outside(path: str, root: str) -> Text:
    return Text(
        nl=f"{path} ligt buiten de hoofdmap {root}.", en=f"{path} lies outside the root {root}."
    )


def read_settings(root: str, request: Request, tree: Tree | None = None) -> Settings:
    """Return the settings of a root, on disk or as a tree has them.

    Refused (status 2) with every mistake in them and, so that all come out in one run, in the
    request.
    """
    try:
        content: bytes | None = (tree or WorkTree(root)).read(settings.FILE, MAX_BYTES + 1)
    except FileNotFoundError:
        content = None
    except OSError as error:
        why = files.reason(error)
        closed = Text(
            nl=f"{settings.FILE} kan niet worden geopend: {why.nl}.",
            en=f"{settings.FILE} cannot be opened: {why.en}.",
        )
        raise Refused(USAGE, closed, *mistakes(request, root)) from error
    try:
        read = settings.read(content)
    except settings.SettingsError as error:
        wrong = located(settings.FILE, error.mistakes)
        raise Refused(USAGE, *wrong, *mistakes(request, root)) from error
    return read if request.profile is None else replace(read, profile=request.profile)


def read_baseline(tree: Tree, read: Settings) -> Baseline | None:
    """Return the baseline of a tree that its settings name, None if they name none.

    Refused (status 2) when it is not there, cannot be read, or has mistakes.
    """
    if read.baseline is None:
        return None
    try:
        return baseline.read(tree.read(read.baseline, MAX_BYTES + 1))
    except baseline.BaselineError as error:
        raise Refused(USAGE, *located(read.baseline, error.mistakes)) from error
    except OSError as error:
        why = files.reason(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"De nulmeting {read.baseline} kan niet worden geopend: {why.nl}.",
                en=f"The baseline {read.baseline} cannot be opened: {why.en}.",
            ),
        ) from error


def located(path: str, mistakes: Iterable[Mistake]) -> list[Text]:
    """Return mistakes in a file as messages that begin with their place."""
    at = [(f"{path}:{one.line}:{one.column}: ", one.message) for one in mistakes]
    return [Text(nl=place + message.nl, en=place + message.en) for place, message in at]


def mistakes(request: Request, root: str) -> list[Text]:
    """Return what is wrong with a request whatever the repository holds."""
    unknown = map(errors.unknown_code, (*request.select, *request.ignore))
    return [
        *filter(None, unknown),
        *(
            Text(
                nl=f"{check.rule.code} is een beschermde regel; --ignore kan hem niet verbergen.",
                en=f"{check.rule.code} is a protected rule; --ignore cannot hide it.",
            )
            for check in rules.load()
            if check.rule.protected and check.rule.code.startswith(request.ignore)
        ),
        *(_outside(path, root) for path in request.paths if not names_of(path, root)),
    ]
