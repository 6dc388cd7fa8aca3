"""`bio2lint explain`: what a rule or a number of the norm is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.status import OK, Refused

if TYPE_CHECKING:
    from datetime import date


@click.command(
    "explain",
    help=say(
        "Leg een regel uit (bij code of naam), of een maatregel of beheersmaatregel (bij nummer). "
        "Binnen een administratie staat erbij wat haar nu dekt.",
        "Explain a rule (by code or name), or a measure or control (by number). Inside a "
        "repository it is said what covers it now.",
    ),
)
@click.argument(
    "subjects", nargs=-1, required=True, metavar=say("CODE|NAAM|NUMMER...", "CODE|NAME|NUMBER...")
)
@options.root
@options.as_of
@click.option(
    "--edition",
    metavar="1.3",
    help=say(
        "De editie van de norm; anders die van de administratie.",
        "The edition of the norm; else that of the repository.",
    ),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help=say("De vorm van de uitvoer.", "The form of the output."),
)
@options.lang
@options.color
def command(
    *,
    subjects: tuple[str, ...],
    root: str | None,
    as_of: date,
    edition: str | None,
    format_: str,
    lang: str | None,
    color: str,
) -> int:
    """Show what there is to know, and return the exit status."""
    from bio2lint.explain import lookup, show
    from bio2lint.opening import Request

    language = terminal.language(lang)
    try:
        setting = lookup.setting(Request(as_of, root), edition)
        language = terminal.language(lang, setting.language)
        found = [lookup.find(subject, setting) for subject in subjects]
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    if format_ == "markdown":
        shown = [show.as_markdown(explanation) for explanation in found]
    else:
        width, colored = terminal.width(), terminal.color(color)
        shown = [show.as_text(one, language, width, color=colored) for one in found]
    terminal.show("\n".join(shown), None if format_ == "text" else "utf-8")
    return OK
