"""The reports of a review: one module a format, each a pure function."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bio2lint.report import Context
    from bio2lint.review import Review

FORMATS = {"text": "show_text", "json": "show_json", "markdown": "show_markdown"}
"""The formats by name, and the module of this package that writes each."""


class Revisions(NamedTuple):
    """The commits that were held against each other; None for the work tree, or where unknown."""

    before: str | None = None
    after: str | None = None


def render(name: str, done: Review, context: Context, revisions: Revisions) -> str:
    """Return the report of a review in one of FORMATS."""
    module = import_module(f"bio2lint.review.{FORMATS[name]}")
    report: str = module.render(done, context, revisions)
    return report
