"""Text out of documents made harmless within Markdown."""

from __future__ import annotations

import re

from bio2lint.report.safe import visible

_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+\-!|~&@:$=.\"'%/^]")


def inline(text: str) -> str:
    """Return `text` for within a line of Markdown: shown as it is, doing nothing."""
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", visible(text))


def cell(text: str) -> str:
    """Return `text` as `inline` does, for within a cell of a table."""
    return inline(text)


def code(text: str) -> str:
    """Return `text` as code, for within a line or a cell of a table."""
    return f"<code>{inline(text)}</code>"
