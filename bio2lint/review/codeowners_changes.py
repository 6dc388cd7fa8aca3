"""What changed in CODEOWNERS: whom the forge no longer asks, once this is merged."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from bio2lint import codeowners
from bio2lint.deciders import guarded
from bio2lint.finding import Text
from bio2lint.review.change import NEUTRAL, STRENGTHENS, WEAKENS, Change
from bio2lint.review.sides import AFTER, BEFORE, Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bio2lint.codeowners import Held
    from bio2lint.repository import Repository
    from bio2lint.tree import Tree

_MOST_SHOWN = 3
_ASKED = Text(
    nl="Wie op de forge om goedkeuring wordt gevraagd.",
    en="Who is asked for approval on the forge.",
)
_LESS = Text(
    nl="Wie hierover gaat, wordt er op de forge niet meer om gevraagd.",
    en="Who decides on this is no longer asked on the forge.",
)
_NOBODY = Text(
    nl="Na deze wijziging wordt op de forge niemand meer om goedkeuring gevraagd.",
    en="After this change nobody is asked for approval on the forge any more.",
)


def unread(before: Tree, after: Tree) -> list[Unread]:
    """Return the files of both sides that cannot be read: what changed in them is not known."""
    return [
        Unread(path, side)
        for side, tree in ((BEFORE, before), (AFTER, after))
        for path in codeowners.illegible(tree)
    ]


def changes(
    before: Tree, after: Tree, repository: Repository, paths: Sequence[str]
) -> Iterator[Change]:
    """Yield who is no longer asked about what `repository`, that after the change, holds.

    `paths` are its files. That others are asked about them is one change without direction.
    """
    old, new = _gone_by(before), _gone_by(after)
    if old is None or new is None:
        if old is not None or new is not None:
            yield _whole(old, new)
    else:
        lost = [*_gaps(old, new, repository), *_nobody(old, new, paths)]
        yield from lost or _others(old, new, paths)


def _gone_by(tree: Tree) -> Held | None:
    held = codeowners.held(tree)
    return None if held is None or held.unusable is not None else held


def _whole(old: Held | None, new: Held | None) -> Change:
    there = old.path if old else None, new.path if new else None
    verdict = (WEAKENS, _NOBODY) if new is None else (STRENGTHENS, _ASKED)
    return _change((old or new), "CODEOWNERS", *there, verdict)


def _gaps(old: Held, new: Held, repository: Repository) -> Iterator[Change]:
    """Yield each role that is not asked any more about what it decides on."""
    known = {(gap.group, gap.role.name) for gap in guarded.gaps(repository, old)}
    for gap in guarded.gaps(repository, new):
        if (gap.group, gap.role.name) not in known:
            yield _change(new, gap.group, gap.role.name, None, (WEAKENS, _LESS))


def _nobody(old: Held, new: Held, paths: Iterable[str]) -> Iterator[Change]:
    """Yield whom nobody takes the place of, with the files about which nobody is asked any more."""
    dropped: dict[str, list[str]] = {}
    for path in paths:
        asked = old.codeowners.required_for(old.git_path(path))
        if asked and not new.codeowners.required_for(new.git_path(path)):
            dropped.setdefault(", ".join(asked), []).append(path)
    for owners, files in dropped.items():
        more = f" +{len(files) - _MOST_SHOWN}" if len(files) > _MOST_SHOWN else ""
        named = ", ".join(files[:_MOST_SHOWN])
        yield _change(new, f"{named}{more}", owners, None, (WEAKENS, _NOBODY))


def _others(old: Held, new: Held, paths: Iterable[str]) -> Iterator[Change]:
    if any(_owners(old, path) != _owners(new, path) for path in paths):
        yield _change(new, "CODEOWNERS", None, None, (NEUTRAL, _ASKED))


def _owners(held: Held, path: str) -> frozenset[str]:
    return frozenset(held.codeowners.owners_of(held.git_path(path)))


def _change(
    held: Held | None, field: str, before: object, after: object, verdict: tuple[str, Text]
) -> Change:
    path = posixpath.relpath(held.path, held.prefix or ".") if held else ""
    return Change(None, None, path, "", field, before, after, *verdict)
