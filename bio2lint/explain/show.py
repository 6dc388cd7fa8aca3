"""Explanations as text for a terminal, and as Markdown for a page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bio2lint.report.layout import BOLD, hanging, paint, wrap
from bio2lint.report.safe import visible

if TYPE_CHECKING:
    from bio2lint.explain import Explanation, Section

LANGUAGES = {"nl": "Nederlands", "en": "English"}


def as_text(explanation: Explanation, language: str, width: int, *, color: bool) -> str:
    """Return an explanation in lines of at most `width` columns."""
    title = visible(explanation.title.in_language(language))
    blocks = [[paint(line, BOLD, color=color) for line in wrap(title, width)]]
    blocks[0] += wrap(visible(explanation.summary.in_language(language)), width)
    for section in explanation.sections:
        head = paint(section.head.in_language(language), BOLD, color=color)
        blocks.append([head, *_body(section, language, width)])
    if explanation.url:
        blocks.append([explanation.url])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _body(section: Section, language: str, width: int) -> list[str]:
    lines = []
    for paragraph in section.paragraphs:
        lines += hanging("  ", visible(paragraph.in_language(language)), width)
    for item in section.items:
        lines += hanging("  - ", visible(item.in_language(language)), width)
    for path, text in section.files:
        lines += [f"  {path}", *(f"  | {line}".rstrip() for line in text.splitlines())]
    return lines


def as_markdown(explanation: Explanation) -> str:
    """Return an explanation as a Markdown page in both languages, Dutch first."""
    title = explanation.title.nl.partition(" (")[0]
    parts = [f"# {title}"]
    for language, name in LANGUAGES.items():
        parts += [f"## {name}", explanation.summary.in_language(language)]
        about = explanation.title.in_language(language).partition(" (")[2].rstrip(")")
        parts.append(f"*{about}*")
        for section in explanation.sections:
            parts += _markdown(section, language)
    return "\n\n".join(parts) + "\n"


def _markdown(section: Section, language: str) -> list[str]:
    parts = [f"### {section.head.in_language(language)}"]
    parts += [paragraph.in_language(language) for paragraph in section.paragraphs]
    if section.items:
        parts.append("\n".join(f"- {item.in_language(language)}" for item in section.items))
    for path, text in section.files:
        kind = {".yaml": "yaml", ".md": "markdown"}.get(os.path.splitext(path)[1], "text")
        parts.append(f"`{path}`:")
        parts.append(f"```{kind}\n{text.rstrip()}\n```")
    return parts
