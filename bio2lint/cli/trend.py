"""`bio2lint trend`: coverage and findings over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bio2lint import opening
from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.status import OK, Refused

if TYPE_CHECKING:
    from datetime import date

_FOR_PEOPLE = "table"


@click.command(
    "trend",
    help=say(
        "Toon hoe dekking en bevindingen zich ontwikkelden: commits van een periode, elk getoetst "
        "op zijn eigen dag en met zijn eigen instellingen.",
        "Show how coverage and findings developed: commits of a period, each judged on its own day "
        "and by its own settings.",
    ),
    short_help=say("Toon dekking en bevindingen in de tijd.", "Show coverage over time."),
)
@options.root
@click.option(
    "--rev",
    default="HEAD",
    show_default=True,
    metavar="REV",
    help=say("Volg de geschiedenis van deze tak of commit.", "Follow this branch or commit."),
)
@click.option(
    "--since",
    callback=options.day,
    required=True,
    metavar="DATE",
    help=say("De eerste dag.", "The first day."),
)
@click.option(
    "--until",
    callback=options.today_or,
    metavar="DATE",
    help=say("De laatste dag (standaard vandaag, UTC).", "The last day (default today, UTC)."),
)
@click.option(
    "--every",
    type=click.Choice(["commit", "week", "month"]),
    default="week",
    show_default=True,
    help=say(
        "Elke commit, of de laatste van elke week of maand.",
        "Each commit, or the last one of each week or month.",
    ),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice([_FOR_PEOPLE, "csv", "json"]),
    default=_FOR_PEOPLE,
    show_default=True,
    help=say("De vorm van de uitvoer.", "The form of the output."),
)
@options.lang
def command(
    *,
    root: str | None,
    rev: str,
    since: date,
    until: date,
    every: str,
    format_: str,
    lang: str | None,
) -> int:
    """Judge the commits of the period and show their figures."""
    from bio2lint import trend
    from bio2lint.editions import configured_language
    from bio2lint.trend import show

    language = terminal.language(lang)
    try:
        request = opening.Request(until, root)
        folder = opening.root_of(request)
        language = terminal.language(lang, configured_language(folder))
        found = trend.follow(folder, rev, since, until, every)
        if format_ == _FOR_PEOPLE:
            terminal.show(show.as_table(found, language, terminal.width()))
        else:
            made = show.as_csv if format_ == "csv" else show.as_json
            terminal.show(made(found, language), "utf-8")
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    return OK
