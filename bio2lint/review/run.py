"""One run of `review`: from two revisions to what their difference means."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import engine, norm, opening, source
from bio2lint.finding import Text
from bio2lint.report import Context
from bio2lint.review import State, approvals, former, moved, review
from bio2lint.review.show import Revisions
from bio2lint.status import NOTHING, Refused
from bio2lint.tree.revision import Revision, Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bio2lint.reading import Kept
    from bio2lint.repository import Repository
    from bio2lint.review import Review
    from bio2lint.review.change import Approval
    from bio2lint.source import Source


class Asked(NamedTuple):
    """What was asked of `review`.

    `root` is None to look for it. `base` is None for the commit that the work began from, `head`
    for the work tree. `as_of` is None for today, or the day of a commit that is `head` (or of its
    base, if that is later); `today` is that day. `fail_on` goes before that of the settings.
    """

    today: date
    root: str | None = None
    base: str | None = None
    head: str | None = None
    as_of: date | None = None
    fail_on: str | None = None


class Reviewed(NamedTuple):
    """A review with the root and the commits that it is of, and the language of the settings."""

    review: Review
    root: str
    revisions: Revisions
    language: str | None


def run(asked: Asked, environ: Mapping[str, str]) -> Reviewed:
    """Review the change that was asked for; both sides are judged on one date.

    Refused (status 2) when a revision or the settings of a side cannot be read, with status 3 when
    there is nothing to check on either side.
    """
    root = opening.root_of(opening.Request(asked.today, asked.root, rev=asked.head))
    before, after = _sides(asked, root, environ)
    if isinstance(before.tree, Revision):
        moved.refuse_moved(root, asked.root, before.tree, after.tree)
    kept: Kept = {}
    old, new = (_state(root, one, kept) for one in (before, after))
    if not old.result.documents and not new.result.documents:
        raise Refused(
            NOTHING,
            Text(nl=f"Geen documenten gevonden in {root}.", en=f"No documents found in {root}."),
        )
    repositories = old.result.repository, new.result.repository
    past = former.past(root, before.commit, *repositories)
    done = review(old, new, same=_same(before, after), fail_on=asked.fail_on, past=past, kept=kept)
    asking = approvals.required(done.changes, *repositories)
    done = done._replace(approvals=tuple(_asked(asking, repositories[0])))
    revisions = Revisions(before.commit, after.commit)
    return Reviewed(done, root, revisions, new.settings.language)


def _sides(asked: Asked, root: str, environ: Mapping[str, str]) -> tuple[Source, Source]:
    """Return what is before and what is after, of one day.

    Who makes a commit says what day it is; a head older than its base would hide what is late.
    """
    seen, day = Seen(), asked.as_of or asked.today
    own = asked.as_of is None
    after = source.find(root, asked.head, day, on_its_own_day=own, seen=seen)
    base = _base(asked, root, environ, after)
    own = own and after.commit is not None
    before = source.find(root, base, after.as_of, on_its_own_day=own, seen=seen)
    latest = max(before.as_of, after.as_of)
    return before._replace(as_of=latest), after._replace(as_of=latest)


def _base(asked: Asked, root: str, environ: Mapping[str, str], after: Source) -> str:
    from bio2lint.history import base, commits

    if asked.base is not None:
        return asked.base
    if after.commit is None:
        return base.default_base(root, environ)
    return commits.merge_base(root, base.target(root, environ), after.commit)


def _asked(asking: list[Approval], before: Repository) -> list[Approval]:
    """Return approvals with whether the branch that is merged into has CODEOWNERS ask for them."""
    held = before.codeowners
    if held is None:
        return asking
    return approvals.with_asked(asking, held.codeowners, held.git_path)


def _state(root: str, one: Source, kept: Kept) -> State:
    request = opening.Request(one.as_of)
    try:
        settings = opening.read_settings(root, request, one.tree)
        known = opening.read_baseline(one.tree, settings)
    except Refused as refused:
        raise Refused(refused.status, *(_of_side(text, one) for text in refused.messages)) from None
    edition = norm.load(settings.edition)
    result = engine.check(one.tree, settings, edition, one.as_of, known, kept)
    return State(one.tree, settings, result)


def _of_side(text: Text, one: Source) -> Text:
    """Return a message with the commit that it is about; of the work tree it stands by itself."""
    if one.commit is None:
        return text
    return Text(nl=f"In {one.commit[:12]}: {text.nl}", en=f"In {one.commit[:12]}: {text.en}")


def _same(before: Source, after: Source) -> Callable[[str], bool] | None:
    """Return what tells that two commits hold the same at a path, without reading it."""
    old, new = before.tree, after.tree
    if not isinstance(old, Revision) or not isinstance(new, Revision):
        return None

    def same(path: str) -> bool:
        try:
            return old.blob(path) == new.blob(path)
        except OSError:
            return False

    return same


def context(done: Reviewed, *, language: str, color: bool, width: int) -> Context:
    """Return what reports may know besides the review."""
    from bio2lint import history

    below_git = os.path.relpath(done.root, history.git_root(done.root) or done.root)
    folder = os.getcwd()
    return Context(
        language=language,
        fail_on=done.review.fail_on,
        color=color,
        width=width,
        working_path=lambda path: os.path.relpath(os.path.join(done.root, path), folder),
        git_path=lambda path: os.path.normpath(os.path.join(below_git, path)).replace(os.sep, "/"),
    )
