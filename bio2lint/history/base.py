"""Where a change began: the target branch of a pull or merge request, as the forges tell it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from bio2lint.finding import Text
from bio2lint.history.commits import IN_CI, found, merge_base, refuse_several, resolve
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

_USUAL = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)


def default_base(root: str, environ: Mapping[str, str]) -> str:
    """Return the commit that the work on HEAD began from.

    That is the one that the forge names, else where HEAD and the target branch parted. Refused
    (status 2) when there is no target branch here, or no such commit.
    """
    head = resolve(root, "HEAD")
    stated = _stated(root, environ, head)
    return stated or merge_base(root, target(root, environ), head)


def target(root: str, environ: Mapping[str, str]) -> str:
    """Return the last commit that is here of the branch that a change is to go into.

    The branch is that of GitHub's or GitLab's request, else the usual one of the repository.
    Refused (status 2) when it is not here: any other one would give a wrong comparison.
    """
    branch = environ.get("GITHUB_BASE_REF") or environ.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
    usual = environ.get("CI_DEFAULT_BRANCH")
    names = _of_branch(branch) if branch else (*(_of_branch(usual) if usual else ()), *_USUAL)
    for name in names:
        if commit := found(root, name):
            return commit
    if branch:
        fetch = "git fetch origin " + shlex.quote(f"refs/heads/{branch}:{_of_branch(branch)[0]}")
        raise Refused(
            USAGE,
            Text(
                nl=f"De doeltak {branch} is niet in deze kloon. Haal hem op met `{fetch}`, of "
                f"{IN_CI.nl}.",
                en=f"The target branch {branch} is not in this clone. Get it with `{fetch}`, or "
                f"{IN_CI.en}.",
            ),
        )
    raise Refused(
        USAGE,
        Text(
            nl="Er is geen tak om mee te vergelijken (origin/HEAD, main of master); noem zelf een "
            "revisie.",
            en="There is no branch to compare with (origin/HEAD, main or master); name a revision "
            "yourself.",
        ),
    )


def _of_branch(branch: str) -> tuple[str, str]:
    return f"refs/remotes/origin/{branch}", f"refs/heads/{branch}"


def _stated(root: str, environ: Mapping[str, str], head: str) -> str | None:
    """Return the commit that the forge says a change began from, if it is here.

    GitHub checks out a merge of the change into the target branch, whose first parent is the latter
    (docs.github.com, "Events that trigger workflows", pull_request). GitLab tells both the target's
    last commit, where HEAD is such a merge, and else where the branches parted (docs.gitlab.com,
    "Predefined CI/CD variables").
    """
    merged = environ.get("GITHUB_REF", "").startswith("refs/pull/")
    if merged and environ.get("GITHUB_SHA") == head:
        return found(root, "HEAD^1") if found(root, "HEAD^2") else None
    latest = environ.get("CI_MERGE_REQUEST_TARGET_BRANCH_SHA")
    if latest and (commit := found(root, latest)):
        return commit
    parted = environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA")
    if not parted or not (commit := found(root, parted)):
        return None
    for name in _of_branch(environ.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "")):
        if target_here := found(root, name):
            refuse_several(root, target_here, head)
            break
    return commit
