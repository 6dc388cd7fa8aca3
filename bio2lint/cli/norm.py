"""`bio2lint norm`: the editions of the norm, what they hold, and whether that is still right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.status import FOUND, OK, Refused

if TYPE_CHECKING:
    from collections.abc import Callable


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that all of them have."""
    for option in (
        options.lang,
        click.option(
            "--format",
            "format_",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help=say("De vorm van de uitvoer.", "The form of the output."),
        ),
    ):
        function = option(function)
    return function


def _answer(lang: str | None, format_: str, made: Callable[[str], tuple[str, int]]) -> int:
    """Show what `made` returns for a language, and return its exit status."""
    from bio2lint.editions import configured_language

    language = terminal.language(lang, None if lang else configured_language())
    try:
        shown, status = made(language)
        terminal.show(shown, "utf-8" if format_ == "json" else None)
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    return status


@click.group(
    "norm",
    help=say(
        "Toon de edities van de norm: welke er zijn, wat erin staat en wat er verandert.",
        "Show the editions of the norm: which there are, what they hold and what changes.",
    ),
    short_help=say("Toon de edities van de norm.", "Show the editions of the norm."),
)
@options.lang
@click.pass_context
def command(context: click.Context, *, lang: str | None) -> None:
    """Hold the commands on the norm; a language given here is theirs."""
    if lang is not None:
        context.default_map = {name: {"lang": lang} for name in command.commands}


@command.command(
    "list",
    help=say("Noem de meegeleverde edities van de norm.", "List the editions that are shipped."),
)
@_options
def list_(lang: str | None, format_: str) -> int:
    """Show the editions, newest first."""

    def made(language: str) -> tuple[str, int]:
        from bio2lint import norm
        from bio2lint.editions import overview

        editions = [norm.load(edition) for edition in reversed(norm.editions())]
        if format_ == "json":
            return overview.list_as_json(editions, language), OK
        return overview.list_as_text(editions, language, terminal.width()), OK

    return _answer(lang, format_, made)


@command.command(
    "show",
    help=say(
        "Toon de nummers van een editie (standaard de nieuwste), met toestand, termijn en titel.",
        "Show the numbers of an edition (default the newest), with state, period and title.",
    ),
    short_help=say("Toon de nummers van een editie.", "Show the numbers of an edition."),
)
@click.argument("edition", required=False)
@click.option(
    "--state",
    type=click.Choice(["active", "none", "moved", "withdrawn", "reference"]),
    help=say(
        "Alleen nummers die gelden, leeg, verplaatst of vervallen zijn, of verwijzen.",
        "Only numbers that are active, empty, moved or withdrawn, or that refer.",
    ),
)
@click.option(
    "--theme",
    type=click.Choice(["5", "6", "7", "8"]),
    help=say("Alleen nummers van dit thema.", "Only numbers of this theme."),
)
@_options
def show(
    edition: str | None, state: str | None, theme: str | None, lang: str | None, format_: str
) -> int:
    """Show the numbers of an edition."""

    def made(language: str) -> tuple[str, int]:
        from bio2lint import editions, norm
        from bio2lint.editions import overview

        loaded = editions.load(norm.NEWEST if edition is None else edition)
        measures = overview.chosen(loaded, state, theme)
        if format_ == "json":
            return overview.show_as_json(loaded, measures, language), OK
        return overview.show_as_text(loaded, measures, language, terminal.width()), OK

    return _answer(lang, format_, made)


@command.command(
    "diff",
    help=say(
        "Toon wat er van de ene editie op de andere verandert.",
        "Show what changes from one edition to another.",
    ),
)
@click.argument("old")
@click.argument("new")
@_options
def diff(old: str, new: str, lang: str | None, format_: str) -> int:
    """Show what changed between two editions."""

    def made(language: str) -> tuple[str, int]:
        from bio2lint import editions
        from bio2lint.editions import changes
        from bio2lint.norm.diff import compare

        before, after = editions.load(old), editions.load(new)
        found = compare(before, after)
        if format_ == "json":
            return changes.as_json(found), OK
        return changes.as_text(found, before, after, language, terminal.width()), OK

    return _answer(lang, format_, made)


@command.command(
    "verify",
    help=say(
        "Houd de gegevens van een editie naast de officiële tekst van deel 2 als Markdown, zoals "
        "het ministerie die publiceert.",
        "Hold the data of an edition against the official text of part 2 as Markdown, as the "
        "ministry publishes it.",
    ),
    short_help=say(
        "Houd de gegevens naast de officiële tekst.", "Hold the data against the official text."
    ),
    epilog=say(
        "Exitstatus: 0 geen ander verschil dan wat is toegelicht, 1 verschillen, 2 verkeerd "
        "gebruik of onleesbaar, 3 geen nummers in het bestand.",
        "Exit status: 0 no difference but what is explained, 1 differences, 2 wrong usage or "
        "unreadable, 3 no numbers in the file.",
    ),
)
@click.argument("file")
@click.option(
    "--edition",
    help=say("De editie (standaard de nieuwste).", "The edition (default the newest)."),
)
@_options
def verify(file: str, edition: str | None, lang: str | None, format_: str) -> int:
    """Show what differs between the data and a text."""

    def made(language: str) -> tuple[str, int]:
        from bio2lint import editions, norm
        from bio2lint.editions import verification

        loaded = editions.load(norm.NEWEST if edition is None else edition)
        found = verification.run(loaded, file)
        status = OK if found.clean else FOUND
        if format_ == "json":
            return verification.as_json(found, loaded, file, language), status
        return verification.as_text(found, loaded, file, language, terminal.width()), status

    return _answer(lang, format_, made)
