"""`bio2lint rules`: which rules there are."""

from __future__ import annotations

import click

from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.finding import Text
from bio2lint.status import OK, USAGE


@click.command(
    "rules",
    help=say(
        "Noem de regels. Een WOORD is het begin van een code, een naam of een woord daaruit, of "
        "een groep; met meer woorden moeten ze alle passen.",
        "List the rules. A WORD is the beginning of a code, a name or a word of it, or a group; of "
        "several words all have to fit.",
    ),
)
@click.argument("words", nargs=-1, metavar=say("[WOORD]...", "[WORD]..."))
@options.profile
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help=say("De vorm van de uitvoer.", "The form of the output."),
)
@options.lang
@options.color
def command(
    *, words: tuple[str, ...], profile: str | None, format_: str, lang: str | None, color: str
) -> int:
    """Show the rules that fit, and return the exit status."""
    import json

    from bio2lint.explain import catalogue

    language = terminal.language(lang)
    checks = catalogue.select(words, profile)
    if format_ == "json":
        text = json.dumps(catalogue.as_data(checks, language), ensure_ascii=False, indent=2) + "\n"
    elif format_ == "markdown":
        text = catalogue.as_index(checks)
    else:
        colored = terminal.color(color)
        text = catalogue.as_text(checks, language, terminal.width(), color=colored)
    terminal.show(text, None if format_ == "text" else "utf-8")
    if not checks:
        none = Text(nl="Geen regel past hierbij.", en="No rule fits this.")
        terminal.complain(none, language)
        return USAGE
    return OK
