"""Bringing CODEOWNERS in line with owners and roles: what `bio2lint codeowners` does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import check, codeowners, files, history
from bio2lint.asking import lines, words
from bio2lint.codeowners import GITHUB, GITLAB, Unusable, block, spelling
from bio2lint.settings import FILE
from bio2lint.status import FOUND, NOTHING, USAGE, Refused
from bio2lint.tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bio2lint.asking.lines import Wanted
    from bio2lint.codeowners import Codeowners
    from bio2lint.finding import Text
    from bio2lint.opening import Request
    from bio2lint.settings import Settings

NEW = {GITHUB: ".github/CODEOWNERS", GITLAB: ".gitlab/CODEOWNERS"}
"""Where the file is made where there is none."""

_PIPELINE = ".gitlab-ci.yml"


class Plan(NamedTuple):
    """What becomes of CODEOWNERS.

    `top` is the top of the repository and `path` the file below it; `old` is None where there is
    none yet. `number` counts the lines of the block; `notes` are what somebody should know.
    """

    top: str
    path: str
    old: bytes | None
    new: bytes
    number: int
    notes: tuple[Text, ...]

    @property
    def stale(self) -> bool:
        """Whether the file is not as it should be."""
        return self.old != self.new


def plan(
    request: Request,
    root: str,
    settings: Settings,
    dialect: str | None,
    environment: Mapping[str, str],
) -> Plan:
    """Return what becomes of CODEOWNERS, by the owners and roles of a whole administration.

    Refused with status 1 when a document cannot be read, for its owner would drop out; with 2 when
    the file there is cannot be used; with 3 when nobody has a name on the forge.
    """
    result = check.run(request, root, settings).result
    if result.unreadable:
        raise Refused(FOUND, *map(words.unreadable, result.unreadable))
    top = history.git_root(root) or root
    prefix = "" if top == root else os.path.relpath(root, top).replace(os.sep, "/") + "/"
    path, old, forge = _present(top, dialect or codeowners.forge_of(environment))
    of_settings = [name for name in (FILE, settings.baseline) if name and _is_file(root, name)]
    wanted = lines.wanted(result.repository, of_settings, result.stray, forge)
    if not wanted.lines:
        raise Refused(NOTHING, words.nobody(wanted.silent))
    written, impossible = _written(wanted, path, prefix, forge)
    text, read = _put(path, old, written, forge)
    notes = [
        *(words.skipped(path, one) for one in read.problems),
        *words.silent(wanted.silent),
        *(words.impossible(one) for one in impossible),
        *_overridden(read, text, path, wanted, prefix),
    ]
    return Plan(top, path, old, text.encode(), len(written), tuple(notes))


def carry_out(plan: Plan) -> None:
    """Write the file in one step; Refused (status 2) when it cannot be, or has changed since."""
    if plan.old is not None:
        files.replace_all(plan.top, {plan.path: (plan.old, plan.new)})
        return
    folder = os.path.join(plan.top, os.path.dirname(plan.path))
    if not os.path.lexists(folder):
        try:
            os.mkdir(folder)
        except OSError as error:
            raise Refused(USAGE, words.closed(plan.path, files.reason(error))) from error
    files.write_below(plan.top, plan.path, plan.new.decode())


def _present(top: str, forge: str | None) -> tuple[str, bytes | None, str]:
    """Return where the file is or should be, its bytes, and by whose rules it is read."""
    tree = WorkTree(top)

    def look(path: str) -> bytes | None:
        try:
            return codeowners.opened(tree, path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Refused(USAGE, words.closed(path, files.reason(error))) from error

    try:
        found = codeowners.find(look, forge)
    except Unusable as unusable:
        raise Refused(USAGE, words.unusable(unusable.why)) from unusable
    if found is not None:
        path, read = found
        return path, look(path), read.dialect
    forge = forge or (GITLAB if look(_PIPELINE) is not None else GITHUB)
    return NEW[forge], None, forge


def _is_file(root: str, name: str) -> bool:
    return WorkTree(root).fact(name, digest=False).kind == "file"


def _written(wanted: Wanted, path: str, prefix: str, forge: str) -> tuple[list[str], list[str]]:
    """Return the lines of the block, the file itself last, and the paths that cannot be written."""
    asked = [(prefix + line.path, line.handles) for line in wanted.lines]
    asked += [(path, wanted.own)] if wanted.own else []
    written, impossible = [], []
    for name, handles in asked:
        pattern = spelling.pattern(name, forge)
        if pattern is None:
            impossible.append(name)
        else:
            written.append(" ".join((pattern, *handles)))
    return written, impossible


def _put(path: str, old: bytes | None, written: list[str], forge: str) -> tuple[str, Codeowners]:
    """Return the text with these lines in its block, and what the forge makes of it."""
    try:
        text = block.put((old or b"").decode(), written, forge)
        return text, codeowners.read(text, forge)
    except block.Damaged as damaged:
        raise Refused(USAGE, words.damaged(path, damaged.line)) from damaged
    except Unusable as unusable:
        raise Refused(USAGE, words.unusable(unusable.why)) from unusable


def _overridden(read: Codeowners, text: str, path: str, wanted: Wanted, prefix: str) -> list[Text]:
    """Return what lines outside of the block decide although it says something else."""
    before, ours, _ = block.split(text)
    first = before.count("\n") + 1
    own = range(first, first + ours.rstrip("\n").count("\n") + 1)
    section = block.SECTION if read.dialect == GITLAB else ""
    deciding = next(s for s in read.sections if s.name.lower() == section)
    taken: dict[int, list[str]] = {}
    of_files = {prefix + name: handles for name, handles in wanted.files.items()}
    for name, handles in (of_files | {path: wanted.own}).items():
        entry = deciding.decides(name) if handles else None
        if entry is None or entry.line in own or set(handles) <= set(entry.owners):
            continue
        if spelling.pattern(name, read.dialect) is not None:
            taken.setdefault(entry.line, []).append(name)
    return [words.overridden(path, line, names) for line, names in sorted(taken.items())]
