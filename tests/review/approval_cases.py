"""A small organisation in which it is clear who decides what, and changes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import support

from bio2lint.finding import Text
from bio2lint.review import approvals
from bio2lint.review.change import WEAKENS, Change, Side
from bio2lint.rules._example import ORGANISATION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.repository import Repository
    from bio2lint.review.change import Approval


def role(identifier: str, function: str, more: str = "") -> str:
    return (
        f"kind: role\nid: {identifier}\ntitle: {identifier}\nfunctions: [{function}]\n"
        f"handles: ['@lindemeer/{identifier}']\n{more}"
    )


FILES = {
    "organisation.yaml": ORGANISATION,
    "roles/college.yaml": role("college", "board"),
    "roles/directie.yaml": role("directie", "executive-management"),
    "roles/ciso.yaml": role(
        "ciso", "ciso", "appointed: {by: directie, date: 2025-01-14, ref: BW 3}\n"
    ),
    "roles/hoofd-werkplek.yaml": role("hoofd-werkplek", "line-manager"),
    "roles/hoofd-ict.yaml": role("hoofd-ict", "system-owner"),
    "roles/hoofd-burgerzaken.yaml": role("hoofd-burgerzaken", "process-owner"),
}


def repository(**changed: str | None) -> Repository:
    """Return the organisation with other files; in a path `__` is a slash and `_` a dash."""
    files = dict(FILES)
    for name, text in changed.items():
        path = name.replace("__", "/").replace("_", "-") + ".yaml"
        if text is None:
            del files[path]
        else:
            files[path] = text
    return support.result(files).repository


def change(
    field: str = "",
    direction: str = WEAKENS,
    *,
    document: str | None,
    kind: str | None,
    path: str,
    old: bool = True,
    new: bool = True,
) -> Change:
    """Return a change of a field; without one of a document that was added or removed."""
    side = Side(path, 0, kind, document, {})
    return Change(
        document,
        kind,
        path,
        f"/{field.replace('.', '/')}" if field else "",
        field,
        None,
        None,
        direction,
        Text(nl="", en=""),
        old=side if old and document else None,
        new=side if new and document else None,
    )


def asked(found: Iterable[Approval]) -> dict[str, tuple[str, ...]]:
    """Return the handles of each role that must approve."""
    return {approval.role: approval.handles for approval in found}


def needed(before: Repository, after: Repository, *changes: Change) -> list[Approval]:
    return approvals.required(changes, before, after)


def roles(before: Repository, after: Repository, *changes: Change) -> list[str]:
    """Return the roles that must approve changes, in the order of the answer."""
    return [approval.role for approval in needed(before, after, *changes)]
