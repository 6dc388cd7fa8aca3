"""A change of CODEOWNERS is judged by whom it no longer asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import committed, git, write
from support import Files, result

from bio2lint.review.codeowners_changes import changes
from bio2lint.tree import WorkTree
from bio2lint.tree.revision import Revision

if TYPE_CHECKING:
    from pathlib import Path

SIGNS = {"weakens": "▼", "strengthens": "▲", "neutral": "·"}
ROLES = """\
kind: role
id: college
title: College
functions: [board]
handles: ['@lindemeer/college']
"""
EXCEPTION = """\
kind: exception
id: X-1
title: Uitzondering
type: not-applicable
requirements: [7.07.01]
owner: college
reason: Er zijn geen chipcards.
approved: {by: college, date: 2026-03-09, ref: DB-2026-041}
"""
DOCUMENTS = {"roles/bestuur.yaml": ROLES, "exceptions/x.yaml": EXCEPTION}
PATHS = ["bio2lint.yaml", "exceptions/x.yaml", "roles/bestuur.yaml"]
EVERYTHING = "* @lindemeer/college\n"


def seen(before: str | None, after: str | None) -> list[str]:
    """Return the changes that one text of CODEOWNERS in the place of another makes."""
    old, new = (
        Files({**DOCUMENTS, **({"CODEOWNERS": text} if text is not None else {})})
        for text in (before, after)
    )
    return [
        f"{SIGNS[one.direction]} {one.path} {one.field}: {one.before} → {one.after}"
        for one in changes(old, new, result(DOCUMENTS).repository, PATHS)
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, None, []),
        (EVERYTHING, EVERYTHING, []),
        (None, EVERYTHING, ["▲ CODEOWNERS CODEOWNERS: None → CODEOWNERS"]),
        (EVERYTHING, None, ["▼ CODEOWNERS CODEOWNERS: CODEOWNERS → None"]),
        (EVERYTHING, f"# van ons\n{EVERYTHING}", []),
        (EVERYTHING, f"{EVERYTHING}/lees.md @lindemeer/anders\n", []),
        (EVERYTHING, "* @lindemeer/college @lindemeer/anders\n", ["· {}: None → None"]),
        (
            EVERYTHING,
            f"{EVERYTHING}/roles/\n",
            ["▼ CODEOWNERS roles/bestuur.yaml: @lindemeer/college → None"],
        ),
        (
            EVERYTHING,
            f"{EVERYTHING}/exceptions/ @lindemeer/anders\n",
            ["▼ CODEOWNERS exceptions: college → None"],
        ),
        ("/x @lindemeer/a\n", "/x @lindemeer/b\n", []),
    ],
)
def test_whom_the_forge_no_longer_asks(
    before: str | None, after: str | None, expected: list[str]
) -> None:
    own = "CODEOWNERS CODEOWNERS"
    assert seen(before, after) == [line.format(own) for line in expected]


@pytest.mark.parametrize("target", ["../owners", "nowhere", "../../owners"])
def test_a_link_in_the_place_of_the_file_asks_nobody(tmp_path: Path, target: str) -> None:
    files = {"bio2lint.yaml": "norm: bio2@1.3\n", **DOCUMENTS, ".github/CODEOWNERS": EVERYTHING}
    repository = committed(write(tmp_path / "repository", files))
    before = git(repository, "rev-parse", "HEAD").strip()
    write(repository, {"owners": EVERYTHING, "CODEOWNERS": EVERYTHING})
    (repository / ".github/CODEOWNERS").unlink()
    (repository / ".github/CODEOWNERS").symlink_to(target)
    committed(repository)
    kept = WorkTree(str(repository)), Revision(str(repository), "HEAD")
    for after in kept:
        lost = list(
            changes(Revision(str(repository), before), after, result(DOCUMENTS).repository, PATHS)
        )
        assert [(one.direction, one.after) for one in lost] == [("weakens", None)]
