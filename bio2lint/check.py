"""One run of `check`: from what was asked to reports and an exit status."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import engine, history, norm, opening, settings
from bio2lint.finding import Severity, Text
from bio2lint.report import Context
from bio2lint.settings import errors
from bio2lint.status import FOUND, NOTHING, OK, USAGE, Refused
from bio2lint.tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Collection

    from bio2lint.engine import Result
    from bio2lint.finding import Finding
    from bio2lint.opening import Request
    from bio2lint.settings import Settings
    from bio2lint.tree import Tree


_OWN_RULE_INVALID = "STR008"
"""What an own rule that was not carried out leaves unsaid concerns every path and every owner."""


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


def run(request: Request, root: str, read: Settings, tree: Tree | None = None) -> Outcome:
    """Check the whole repository, on disk or as a tree has it, and narrow what is listed.

    Refused with status 2 for codes, paths or an owner that there are not and for ignoring a
    protected rule, with status 3 when there is nothing to check.
    """
    if wrong := opening.mistakes(request, root):
        raise Refused(USAGE, *wrong)
    tree = tree or WorkTree(root)
    known = opening.read_baseline(tree, read) if request.with_baseline else None
    result = engine.check(tree, read, norm.load(read.edition), request.as_of, known)
    if not result.documents:
        raise Refused(NOTHING, _nothing(root, result))
    if wrong := _unknown_own(request, read, result):
        raise Refused(USAGE, *wrong)
    inside = {name for path in request.paths for name in opening.names_of(path, root)}
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
    return [*opening.located(settings.FILE, of_settings), *filter(None, named)]


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
