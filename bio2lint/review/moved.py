"""Whether both sides of a change are judged from the same folder, or the administration moved."""

from __future__ import annotations

import os
import posixpath
from typing import TYPE_CHECKING

from bio2lint import history
from bio2lint.finding import Text
from bio2lint.settings import FILE
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from bio2lint.tree import Tree
    from bio2lint.tree.revision import Revision


def refuse_moved(root: str, named: str | None, before: Revision, after: Tree) -> None:
    """Refuse (status 2) to compare a folder with what was not the administration before.

    All of it would look new, and nothing weaker. `named` is how the root was asked for, None when
    it was looked for upward.
    """
    top, prefix = before.top()
    now = prefix + FILE
    start = os.path.realpath(os.curdir) if named is None else os.path.abspath(named)
    path = os.path.relpath(start, history.git_root(root)).replace(os.sep, "/")
    was = _nearest(top, path) if named is None else _led(top, path)
    if was is not None and was != now:
        raise Refused(USAGE, _other_settings(before.commit, was, now))
    if not _has(before, FILE) and _has(after, FILE):
        whole, _ = after.top()
        for path in top.paths():
            if posixpath.basename(path) == FILE and not _has(whole, path):
                raise Refused(USAGE, _elsewhere(before.commit, path, now))


def _nearest(tree: Tree, folder: str) -> str | None:
    while folder:
        path = posixpath.normpath(posixpath.join(folder, FILE))
        if _has(tree, path):
            return path
        folder = "" if folder == os.curdir else posixpath.dirname(folder) or os.curdir
    return None


def _led(top: Revision, path: str) -> str | None:
    """Return which settings a root leads to that may be a link; None where it leads nowhere."""
    try:
        return posixpath.join("" if path == os.curdir else top.real(path), FILE)
    except OSError:
        return None


def _has(tree: Tree, path: str) -> bool:
    return tree.fact(path, digest=False).kind == "file"


def _other_settings(commit: str, was: str, now: str) -> Text:
    return Text(
        nl=f"In {commit[:12]} golden hier de instellingen in {was}, nu zouden dat die in {now} "
        "zijn. Noem met --root de map zelf die moet worden beoordeeld.",
        en=f"In {commit[:12]} the settings in {was} held here, now it would be those in {now}. "
        "Name the very folder that is to be reviewed with --root.",
    )


def _elsewhere(commit: str, was: str, now: str) -> Text:
    return Text(
        nl=f"De instellingen in {was} van {commit[:12]} staan nu in {now}: de administratie is "
        "verhuisd, en wat daarbij zwakker werd, is zo niet te zien. Verhuis haar in een wijziging "
        "die niets anders doet, en ga die zelf na.",
        en=f"The settings in {was} of {commit[:12]} are now in {now}: the administration moved, "
        "and what became weaker cannot be seen that way. Move it in a change that does nothing "
        "else, and look through that one yourself.",
    )
