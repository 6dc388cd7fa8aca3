"""One run of `check`: from what was asked to reports and an exit status."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import engine, history, norm, rules, settings
from bio2lint.finding import Severity, Text
from bio2lint.report import Context
from bio2lint.status import FOUND, NOTHING, OK, USAGE, Refused
from bio2lint.tree import WorkTree
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from bio2lint.engine import Result
    from bio2lint.finding import Finding
    from bio2lint.settings import Settings


class Request(NamedTuple):
    """What was asked of `check`.

    `root` is None to look for it; `paths` and the other selections only narrow what is listed.
    """

    as_of: date
    root: str | None = None
    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    owner: str | None = None
    fail_on: str | None = None


class Outcome(NamedTuple):
    """What came of a request: the result as it is to be listed; `hidden` counts what is not."""

    result: Result
    hidden: int
    fail_on: Severity | None
    status: int


def find_root(start: str) -> str:
    """Return the nearest folder with `bio2lint.yaml` from `start` upward, else `start`'s folder."""
    folder = os.path.realpath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    candidate = folder
    while not os.path.isfile(os.path.join(candidate, settings.FILE)):
        parent = os.path.dirname(candidate)
        if parent == candidate:
            return folder
        candidate = parent
    return candidate


def read_settings(root: str) -> Settings:
    """Return the settings of a root; Refused (status 2) with every mistake in them."""
    try:
        content: bytes | None = WorkTree(root).read(settings.FILE, MAX_BYTES + 1)
    except FileNotFoundError:
        content = None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"{settings.FILE} kan niet worden geopend ({reason}).",
                en=f"{settings.FILE} cannot be opened ({reason}).",
            ),
        ) from error
    try:
        return settings.read(content)
    except settings.SettingsError as error:
        raise Refused(USAGE, *(_located(mistake) for mistake in error.mistakes)) from error


def _located(mistake: settings.Mistake) -> Text:
    at = f"{settings.FILE}:{mistake.line}:{mistake.column}: "
    return Text(nl=at + mistake.message.nl, en=at + mistake.message.en)


def root_of(request: Request) -> str:
    """Return the root of a request; Refused (status 3) when a path that it names is not there."""
    for path in (*((request.root,) if request.root else ()), *request.paths):
        if not os.path.exists(path):
            raise Refused(
                NOTHING,
                Text(nl=f"{path} bestaat niet.", en=f"{path} does not exist."),
            )
    if request.root is None:
        return find_root(request.paths[0] if request.paths else ".")
    if not os.path.isdir(request.root):
        raise Refused(
            USAGE,
            Text(nl=f"{request.root} is geen map.", en=f"{request.root} is no folder."),
        )
    return os.path.realpath(request.root)


def run(request: Request, root: str, read: Settings) -> Outcome:
    """Check the whole repository and narrow what is listed.

    Refused with status 2 for codes or an edition that do not exist and for ignoring a protected
    rule, with status 3 when there is nothing to check.
    """
    _refuse_codes(request)
    inside = _relative(request.paths, root)
    try:
        edition = norm.load(read.edition)
    except norm.UnknownEditionError as error:
        known = ", ".join(f"bio2@{name}" for name in error.known)
        raise Refused(
            USAGE,
            Text(
                nl=f"Editie bio2@{error.edition} is hier niet bekend; kies uit {known}.",
                en=f"Edition bio2@{error.edition} is not known here; choose from {known}.",
            ),
        ) from error
    result = engine.check(WorkTree(root), read, edition, request.as_of)
    if not result.documents:
        raise Refused(NOTHING, _nothing(root, result))
    fail_on = _threshold(request.fail_on or read.fail_on)
    listed = tuple(f for f in result.findings if _asked_for(f, request, inside))
    narrowed = result._replace(findings=listed)
    hidden = len(result.findings) - len(listed)
    return Outcome(narrowed, hidden, fail_on, exit_status(narrowed, fail_on))


def _nothing(root: str, result: Result) -> Text:
    stray = len(result.stray)
    return Text(
        nl=f"Geen documenten gevonden in {root}"
        + (f"; {stray} YAML-bestanden zonder `kind`." if stray else "."),
        en=f"No documents found in {root}"
        + (f"; {stray} YAML files without a `kind`." if stray else "."),
    )


def exit_status(result: Result, fail_on: Severity | None) -> int:
    """Return the exit status of a result as it is listed: never 0 while a file is unreadable."""
    if fail_on is None:
        return NOTHING if result.unreadable else OK
    failing = any(finding.severity >= fail_on for finding in result.findings)
    return FOUND if failing or result.unreadable else OK


def _threshold(name: str) -> Severity | None:
    return None if name == "never" else Severity[name.upper()]


def _refuse_codes(request: Request) -> None:
    known = [check.rule for check in rules.load()]
    messages = [
        Text(nl=f"Regel {code} bestaat niet.", en=f"There is no rule {code}.")
        for code in (*request.select, *request.ignore)
        if not any(rule.code.startswith(code) for rule in known)
    ]
    messages += [
        Text(
            nl=f"{rule.code} is een beschermde regel; --ignore kan hem niet verbergen.",
            en=f"{rule.code} is a protected rule; --ignore cannot hide it.",
        )
        for rule in known
        if rule.protected and rule.code.startswith(request.ignore)
    ]
    if messages:
        raise Refused(USAGE, *messages)


def _relative(paths: tuple[str, ...], root: str) -> tuple[str, ...]:
    inside = []
    for path in paths:
        relative = os.path.relpath(os.path.realpath(path), root).replace(os.sep, "/")
        if relative == ".." or relative.startswith("../"):
            raise Refused(
                USAGE,
                Text(
                    nl=f"{path} ligt buiten de hoofdmap {root}.",
                    en=f"{path} lies outside the root {root}.",
                ),
            )
        inside.append(relative)
    return tuple(inside)


def _asked_for(finding: Finding, request: Request, paths: tuple[str, ...]) -> bool:
    path = finding.region.path
    if paths and not any(p in (".", path) or path.startswith(f"{p}/") for p in paths):
        return False
    if request.select and not finding.code.startswith(request.select):
        return False
    if request.ignore and finding.code.startswith(request.ignore):
        return False
    return request.owner is None or finding.owner == request.owner


def context(
    outcome: Outcome, root: str, *, language: str, color: bool, width: int, formats: Collection[str]
) -> Context:
    """Return what reports in `formats` may know besides the result."""
    below_git = os.path.relpath(root, history.git_root(root) or root)
    folder = os.getcwd()
    return Context(
        language=language,
        fail_on=outcome.fail_on,
        color=color,
        width=width,
        hidden=outcome.hidden,
        revision=history.revision(root) if "json" in formats else None,
        working_path=lambda path: os.path.relpath(os.path.join(root, path), folder),
        git_path=lambda path: os.path.normpath(os.path.join(below_git, path)).replace(os.sep, "/"),
    )
