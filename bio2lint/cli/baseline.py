"""`bio2lint baseline`: record what is found today, so that only what is new fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bio2lint import files, opening
from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.status import Refused

if TYPE_CHECKING:
    from datetime import date


@click.command(
    "baseline",
    help=say(
        "Leg de bevindingen van vandaag vast in een nulmeting. Latere controles noemen dan alleen "
        "wat nieuw is, en tellen de rest. Beschermde regels komen er nooit in.",
        "Record today's findings in a baseline. Later checks then list only what is new, and count "
        "the rest. Protected rules never go into it.",
    ),
)
@options.root
@options.as_of
@click.option(
    "--reason",
    metavar="TEXT",
    help=say("Waarom deze bevindingen mogen wachten.", "Why these findings may wait."),
)
@click.option(
    "--owner",
    metavar="ROLE",
    help=say("De rol die ze laat verdwijnen.", "The role that makes them disappear."),
)
@click.option(
    "--until",
    callback=options.day,
    metavar="DATE",
    help=say(
        "De laatste dag waarop de nulmeting iets tegenhoudt.",
        "The last day on which the baseline holds anything back.",
    ),
)
@click.option(
    "--prune",
    is_flag=True,
    help=say(
        "Haal alleen weg wat niet meer wordt gevonden.",
        "Only remove what is no longer found.",
    ),
)
@options.lang
def command(
    *,
    root: str | None,
    as_of: date,
    reason: str | None,
    owner: str | None,
    until: date | None,
    prune: bool,
    lang: str | None,
) -> int:
    """Write the baseline and say what is in it; return the exit status."""
    from bio2lint import record

    language = terminal.language(lang)
    request = opening.Request(as_of, root)
    try:
        folder = opening.root_of(request)
        settings = opening.read_settings(folder, request)
        language = terminal.language(lang, settings.language)
        recorded = (
            record.pruned(request, folder, settings)
            if prune
            else record.made(request, folder, settings, reason, owner, until)
        )
        files.write_below(folder, recorded.file, recorded.text)
        terminal.show("".join(f"{line.in_language(language)}\n" for line in recorded.said))
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    return 0
