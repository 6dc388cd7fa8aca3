"""Scripted changes to the example administration: what a case is, and how it is carried out.

A case says in data what is edited, and what the review must say of it. What it is edited from is
the example, with what is `given` besides. Edits of different cases go together, in any order.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from program import EXAMPLE
from review_cases import short
from support import AS_OF, Files, edition

from bio2lint import baseline, engine, settings
from bio2lint.deciders import table
from bio2lint.model.fields import read_date
from bio2lint.review import Review, State, approvals, review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bio2lint.reading import Kept

    Contents = Mapping[str, bytes]
    Edit = Callable[[dict[str, bytes]], None]

SETTINGS = "bio2lint.yaml"


class Case(NamedTuple):
    """A change, and what the review says of it.

    `changes` are all of its lines: direction (with `+` where a decision supports a weakening),
    document, field, before → after. `approvers` are all who must approve, each with what about, by
    the names in `policies/approvals.yaml`. `status` is the exit status. `alone` says why it cannot
    go together with the others, if it cannot.
    """

    name: str
    edits: tuple[Edit, ...]
    changes: tuple[str, ...]
    approvers: tuple[str, ...]
    status: int
    given: tuple[Edit, ...] = ()
    alone: str = ""


def text(path: str, old: str, new: str) -> Edit:
    """Replace the one place where a text stands in a file."""

    def edit(files: dict[str, bytes]) -> None:
        content = files[path].decode()
        assert content.count(old) == 1, (path, old, content.count(old))
        files[path] = content.replace(old, new).encode()

    return edit


def put(path: str, content: str | bytes) -> Edit:
    """Write a file, new or anew."""

    def edit(files: dict[str, bytes]) -> None:
        files[path] = content.encode() if isinstance(content, str) else content

    return edit


def more(path: str, content: str) -> Edit:
    """Write something at the end of a file."""

    def edit(files: dict[str, bytes]) -> None:
        files[path] = files.get(path, b"") + content.encode()

    return edit


def gone(path: str) -> Edit:
    """Take a file away."""

    def edit(files: dict[str, bytes]) -> None:
        del files[path]

    return edit


def moved(path: str, to: str) -> Edit:
    """Move a file."""

    def edit(files: dict[str, bytes]) -> None:
        files[to] = files.pop(path)

    return edit


def renamed(old: str, new: str) -> Edit:
    """Write another id wherever one stands."""
    of_id = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])".encode())

    def edit(files: dict[str, bytes]) -> None:
        for path, content in files.items():
            if path.endswith(".yaml"):
                files[path] = of_id.sub(new.encode(), content)

    return edit


def setting(line: str, below: str = "") -> Edit:
    """Write a line in the settings, or one below a key that is made where it is missing."""

    def edit(files: dict[str, bytes]) -> None:
        content = files[SETTINGS].decode()
        if below and f"{below}:\n" in content:
            content = content.replace(f"{below}:\n", f"{below}:\n  {line}\n")
        else:
            content += f"{below}:\n  {line}\n" if below else f"{line}\n"
        files[SETTINGS] = content.encode()

    return edit


@cache
def example() -> Contents:
    """Return the files of the example."""
    files = (path for path in EXAMPLE.rglob("*") if path.is_file())
    return {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in files}


def edited(base: Contents, edits: Iterable[Edit]) -> dict[str, bytes]:
    """Return files after edits."""
    files = dict(base)
    for edit in edits:
        edit(files)
    return files


_KEPT: Kept = {}


def state(files: Contents) -> State:
    """Return one side of a change; equal files are read once."""
    read = settings.read(files[SETTINGS])
    tree, day = Files(files), read_date(AS_OF)
    assert day is not None
    held = baseline.read(files[read.baseline]) if read.baseline else None
    norm = edition(read.edition)
    return State(tree, read, engine.check(tree, read, norm, day, held, _KEPT))


@cache
def _unchanged() -> State:
    return state(example())


class Outcome(NamedTuple):
    """A review of two states, and what a case says of one."""

    review: Review
    states: tuple[State, State]
    changes: tuple[str, ...]
    approvers: tuple[str, ...]

    @property
    def status(self) -> int:
        return self.review.status


def carried_out(given: Iterable[Edit], edits: Iterable[Edit]) -> Outcome:
    """Return what the review says of edits."""
    given = tuple(given)
    old = edited(example(), given)
    new = edited(old, edits)
    return reviewed(old, new)


def reviewed(old: Contents, new: Contents) -> Outcome:
    """Return what the review says of two states of the files."""
    before = _unchanged() if old == example() else state(old)
    return _outcome(before, state(new))


def undone(done: Outcome) -> Outcome:
    """Return what the review says when a change is undone."""
    return _outcome(*reversed(done.states))


def _outcome(before: State, after: State) -> Outcome:
    trees = before.tree, after.tree
    assert isinstance(trees[0], Files)
    assert isinstance(trees[1], Files)
    old, new = trees[0].files, trees[1].files
    done = review(
        before, after, same=lambda path: path in old and old[path] == new.get(path), kept=_KEPT
    )
    asked = approvals.required(done.changes, before.result.repository, after.result.repository)
    approvers = (approver(one.role, [reason.en for reason in one.reasons]) for one in asked)
    changes = map(short, done.changes)
    return Outcome(done, (before, after), tuple(sorted(changes)), tuple(sorted(approvers)))


def approver(role: str, reasons: Iterable[str]) -> str:
    """Return who must approve, and what about, by reasons in English: `ciso: advice, weakening`."""
    about = {
        case.about
        for case in table.load().cases
        for reason in reasons
        if reason.startswith(f"{case.why.en}: ")
    }
    return f"{role}: {', '.join(sorted(about))}"
