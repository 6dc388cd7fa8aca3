"""How a forge reads a comment: CommonMark with tables and links, then the text between elements."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html.parser import HTMLParser

from markdown_it import MarkdownIt

MENTION_OR_REFERENCE = re.compile(
    r"""
      (?<!\w)@[\w"] | \w@[\w-]+\.\w | \w@[0-9a-f]{7}
    | [#!%~&$][\w"] | \$[^$]+\$
    | \b(?:GH|gh|GL|[A-Z][0-9A-Z_]+)-\d
    | \b[0-9a-fA-F]{7,40}\b
    | \[\w+:\S+\] | \*iteration: | [\[{][-+].*[-+][\]}]
    | (?i:www\.)\w | \w+://\w
    | :[\w+-]+:
    | [\w.-]>
    """,
    re.VERBOSE,
)
"""What GitHub and GitLab look for in a stretch of text, once Markdown has become HTML."""
_LITERAL = ("code", "pre")


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("gfm-like", {"html": True})
    # A bare domain is a link to nobody but this reader.
    reader.linkify.set({"fuzzy_link": False})  # type: ignore[union-attr]
    return reader


class _Page(HTMLParser):
    """The elements of a page, and its text in stretches that no element interrupts."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.comments: list[str] = []
        self.text = ""
        self.stretches: list[str] = []
        self.within: list[str] = []
        self.feed(_reader().render(source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "br":
            self.text += "\n"
        elif tag not in ("hr", "img", "input"):
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.within.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if not set(self.within) & set(_LITERAL):
            self.stretches.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


@lru_cache(maxsize=8)
def page(source: str) -> _Page:
    """Return what a forge makes of Markdown; every element in it is closed, in order."""
    read = _Page(source)
    assert read.within == []
    return read


def tags(source: str) -> list[str]:
    return page(source).tags


def stretches(source: str) -> list[str]:
    """The texts in which a forge looks for mentions and references: not those of code."""
    return page(source).stretches


def visible_text(source: str) -> str:
    """The text of the page, each line without the space around it and without empty lines."""
    lines = (" ".join(line.split(" ")).strip() for line in page(source).text.split("\n"))
    return "\n".join(line for line in lines if line)
