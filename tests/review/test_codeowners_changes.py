"""A change of CODEOWNERS is judged by whom it no longer asks."""

from __future__ import annotations

import pytest
from support import Files, result

from bio2lint.review.codeowners_changes import changes

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
