"""One run of `check`: from what was asked to reports and an exit status."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import baseline, engine, files, history, norm, rules, settings
from bio2lint.finding import Severity, Text
from bio2lint.report import Context
from bio2lint.settings import errors
from bio2lint.status import FOUND, NOTHING, OK, USAGE, Refused
from bio2lint.tree import WorkTree
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from bio2lint.baseline import Baseline
    from bio2lint.engine import Result
    from bio2lint.finding import Finding
    from bio2lint.settings import Settings
    from bio2lint.settings.mistakes import Mistake
    from bio2lint.tree import Tree


_OWN_RULE_INVALID = "STR008"
"""What an own rule that was not carried out leaves unsaid concerns every path and every owner."""


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


class Outcome(NamedTuple):
    """What came of a request: the result as it is to be listed.

    `hidden` counts the findings that are not listed; `unnamed` are the unreadable files that no
    listed finding names; `whole` is the result with all findings.
    """

    result: Result
    hidden: int
    unnamed: tuple[str, ...]
    fail_on: Severity | None
    status: int
    whole: Result


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
        raise Refused(USAGE, closed, *_mistakes(request, root)) from error
    try:
        read = settings.read(content)
    except settings.SettingsError as error:
        located = _located(settings.FILE, error.mistakes)
        raise Refused(USAGE, *located, *_mistakes(request, root)) from error
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
        raise Refused(USAGE, *_located(read.baseline, error.mistakes)) from error
    except OSError as error:
        why = files.reason(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"De nulmeting {read.baseline} kan niet worden geopend: {why.nl}.",
                en=f"The baseline {read.baseline} cannot be opened: {why.en}.",
            ),
        ) from error


def _located(path: str, mistakes: Iterable[Mistake]) -> list[Text]:
    at = [(f"{path}:{one.line}:{one.column}: ", one.message) for one in mistakes]
    return [Text(nl=place + message.nl, en=place + message.en) for place, message in at]


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


def run(request: Request, root: str, read: Settings, tree: Tree | None = None) -> Outcome:
    """Check the whole repository, on disk or as a tree has it, and narrow what is listed.

    Refused with status 2 for codes, paths or an owner that there are not and for ignoring a
    protected rule, with status 3 when there is nothing to check.
    """
    if mistakes := _mistakes(request, root):
        raise Refused(USAGE, *mistakes)
    tree = tree or WorkTree(root)
    known = read_baseline(tree, read) if request.with_baseline else None
    result = engine.check(tree, read, norm.load(read.edition), request.as_of, known)
    if not result.documents:
        raise Refused(NOTHING, _nothing(root, result))
    if mistakes := _unknown_own(request, read, result):
        raise Refused(USAGE, *mistakes)
    inside = {name for path in request.paths for name in _names(path, root)}
    _refuse_empty(request, inside, result)
    listed = tuple(f for f in result.findings if _asked_for(f, request, inside))
    narrowed = result._replace(findings=listed)
    named = {finding.region.path for finding in listed}
    fail_on = _threshold(request.fail_on or read.fail_on)
    return Outcome(
        narrowed,
        hidden=len(result.findings) - len(listed),
        unnamed=tuple(path for path in result.unreadable if path not in named),
        fail_on=fail_on,
        status=exit_status(narrowed, fail_on),
        whole=result,
    )


def _unknown_own(request: Request, read: Settings, result: Result) -> list[Text]:
    """Return the codes that no own rule has, asked once all documents could be read."""
    if result.unreadable:
        return []
    named = (errors.unknown_code(c, result.own_codes) for c in request.select + request.ignore)
    of_settings = errors.unknown_own(read.file, result.own_codes) if read.file else []
    return [*_located(settings.FILE, of_settings), *filter(None, named)]


def _nothing(root: str, result: Result) -> Text:
    stray = len(result.stray)
    nl, en = ("bestand", "file") if stray == 1 else ("bestanden", "files")
    return Text(
        nl=f"Geen documenten gevonden in {root}"
        + (f"; wel {stray} YAML-{nl} zonder `kind`." if stray else "."),
        en=f"No documents found in {root}"
        + (f", but {stray} YAML {en} without a `kind`." if stray else "."),
    )


def _refuse_empty(request: Request, inside: Collection[str], result: Result) -> None:
    """Refuse a selection in which nothing can ever be found: an empty list would look like good."""
    checked = {settings.FILE, *(document.path for document in result.documents)}
    if inside and not any(_within(path, inside) for path in checked):
        paths = ", ".join(request.paths)
        raise Refused(
            NOTHING,
            Text(
                nl=f"Geen documenten in {paths} die bij de administratie horen.",
                en=f"No documents of the administration in {paths}.",
            ),
        )
    roles = {document.id for document in result.documents if document.kind == "role"}
    owners = roles | {finding.owner for finding in result.findings}
    if request.owner is not None and request.owner not in owners:
        raise Refused(
            USAGE,
            Text(
                nl=f"Rol {request.owner} komt in deze administratie niet voor.",
                en=f"There is no role {request.owner} in this administration.",
            ),
        )


def exit_status(result: Result, fail_on: Severity | None) -> int:
    """Return the exit status of a result as it is listed: never 0 while a file is unreadable."""
    if fail_on is None:
        return NOTHING if result.unreadable else OK
    failing = any(finding.severity >= fail_on for finding in result.findings)
    return FOUND if failing or result.unreadable else OK


def _threshold(name: str) -> Severity | None:
    return None if name == "never" else Severity[name.upper()]


def _mistakes(request: Request, root: str) -> list[Text]:
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
        *(_outside(path, root) for path in request.paths if not _names(path, root)),
    ]


def name_of(path: str, root: str) -> str:
    """Return what a path is called below the root; Refused (status 2) when it lies outside."""
    names = sorted(_names(path, root))
    if not names:
        raise Refused(USAGE, _outside(path, root))
    return names[0]


def _outside(path: str, root: str) -> Text:
    return Text(
        nl=f"{path} ligt buiten de hoofdmap {root}.", en=f"{path} lies outside the root {root}."
    )


def _names(path: str, root: str) -> set[str]:
    """Return what a path is called below the root: as a link, and as what it links to."""
    folder, name = os.path.split(os.path.abspath(path))
    spellings = os.path.realpath(path), os.path.join(os.path.realpath(folder), name)
    relative = {os.path.relpath(full, root).replace(os.sep, "/") for full in spellings}
    return {name for name in relative if name != ".." and not name.startswith("../")}


def _within(path: str, names: Collection[str]) -> bool:
    return any(name in (os.curdir, path) or path.startswith(f"{name}/") for name in names)


def _asked_for(finding: Finding, request: Request, inside: Collection[str]) -> bool:
    everywhere = finding.code == _OWN_RULE_INVALID
    if inside and not everywhere and not _within(finding.region.path, inside):
        return False
    if request.select and not finding.code.startswith(request.select):
        return False
    if request.ignore and finding.code.startswith(request.ignore):
        return False
    return everywhere or request.owner is None or finding.owner == request.owner


def context(
    outcome: Outcome,
    root: str,
    *,
    language: str,
    color: bool,
    width: int,
    formats: Collection[str],
    commit: str | None = None,
) -> Context:
    """Return what reports in `formats` may know besides the result.

    `commit` is what was judged if not what is on disk.
    """
    below_git = os.path.relpath(root, history.git_root(root) or root)
    folder = os.getcwd()
    return Context(
        language=language,
        fail_on=outcome.fail_on,
        color=color,
        width=width,
        hidden=outcome.hidden,
        revision=(commit or history.revision(root)) if "json" in formats else None,
        status=outcome.status,
        working_path=lambda path: os.path.relpath(os.path.join(root, path), folder),
        git_path=lambda path: os.path.normpath(os.path.join(below_git, path)).replace(os.sep, "/"),
    )
