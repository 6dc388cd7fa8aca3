"""What tests of `fix` share: small administrations in memory, and what becomes of them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from support import AS_OF, Files

from bio2lint import fix, norm, opening, settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bio2lint.tree import Fact

_LOAD = cache(norm.load)
PATH = "controls/mfa.yaml"
ROLES = {
    "roles/rollen.yaml": "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
    "---\nkind: role\nid: directie\ntitle: Directie\nfunctions: [board]\n"
}
CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01]
owner: ciso
status: planned
due: 2027-03-31
review: {last: 2026-10-01, interval: P1Y, by: ciso}
"""


@contextmanager
def norm_read_once() -> Iterator[pytest.MonkeyPatch]:
    """Read the facts of the norm once for all tests, not at each step of each fix."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(norm, "load", _LOAD)
        yield patch


def plan(
    files: Mapping[str, str | bytes | Fact], *, unsafe: bool = False, **request: tuple[str, ...]
) -> fix.Plan:
    """Return what `fix` would do with an administration in memory, roles and settings added."""
    content = {**ROLES, "bio2lint.yaml": "norm: bio2@1.3\n", **files}
    read = settings.read(Files(content).read("bio2lint.yaml", 100_000))
    asked = opening.Request(date.fromisoformat(AS_OF), **request)  # type: ignore[arg-type]
    with norm_read_once():
        return fix.plan(asked, "/", read, unsafe=unsafe, tree=Files(content))


def mended(text: str | bytes, *, unsafe: bool = False, path: str = PATH) -> bytes:
    """Return what becomes of one file, which stays when nothing is mended."""
    content = text.encode() if isinstance(text, str) else text
    made = plan({path: content}, unsafe=unsafe)
    assert set(made.files) <= {path}
    return made.files.get(path, (content, content))[1]


def control(old: str, new: str) -> str:
    """Return the control with one piece of it otherwise."""
    assert CONTROL.count(old) == 1
    return CONTROL.replace(old, new)


def said(changes: tuple[fix.Change, ...]) -> list[str]:
    """Return changes as `path:line:column CODE old → new`."""
    return [
        f"{c.finding.region.path}:{c.finding.region.line}:{c.finding.region.column} "
        f"{c.finding.code} {c.old} → {c.new}"
        for c in changes
    ]
