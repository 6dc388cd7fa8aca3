"""`bio2lint migrate`: to another edition, or from the numbers of the old BIO."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.status import Refused

if TYPE_CHECKING:
    from datetime import date


@click.command(
    "migrate",
    help=say(
        "Zet de administratie over naar een andere editie van de norm, of van de nummers van de "
        "oude BIO. Zonder --write verandert er niets: dan ziet u alleen wat er zou veranderen en "
        "wat u zelf moet doen.",
        "Move the administration to another edition of the norm, or from the numbers of the old "
        "BIO. Without --write nothing changes: you only see what would change and what you "
        "must do yourself.",
    ),
    epilog=say(
        "Exitstatus: 0 u hoeft zelf niets te doen, 1 wel, of een deel is niet te lezen, "
        "2 verkeerd gebruik, 3 geen documenten, 4 interne fout, 130 afgebroken.",
        "Exit status: 0 nothing is left to do yourself, 1 something is, or a part cannot be read, "
        "2 wrong usage, 3 no documents, 4 internal error, 130 interrupted.",
    ),
)
@click.option(
    "--to",
    metavar="EDITION",
    help=say(
        "De editie, zoals 1.3 (standaard de nieuwste).",
        "The edition, such as 1.3 (default the newest).",
    ),
)
@click.option(
    "--mapping",
    metavar="FILE",
    help=say(
        "De was-wordt-lijst (CSV) met oude en nieuwe nummers.",
        "The list (CSV) of old and new numbers.",
    ),
)
@click.option(
    "--write", is_flag=True, help=say("Voer het uit, alles of niets.", "Do it, all or nothing.")
)
@options.root
@options.as_of
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=say("De vorm van de uitvoer.", "The form of the output."),
)
@options.lang
def command(
    *,
    to: str | None,
    mapping: str | None,
    write: bool,
    root: str | None,
    as_of: date,
    format_: str,
    lang: str | None,
) -> int:
    """Show the plan, carry it out if that was asked, and return the exit status."""
    from bio2lint import migrate, opening
    from bio2lint.migrate import show

    language = terminal.language(lang)
    request = opening.Request(as_of, root)
    try:
        folder = opening.root_of(request)
        settings = opening.read_settings(folder, request)
        language = terminal.language(lang, settings.language)
        outcome = migrate.run(migrate.Request(as_of, to, mapping, write), folder, settings)
        view = show.View(as_of, language, terminal.width(), folder, os.getcwd())
        render = show.as_json if format_ == "json" else show.text
        terminal.show(render(outcome, view), "utf-8" if format_ == "json" else None)
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    return outcome.status
