"""`bio2lint settings`: what is in force, and where it comes from."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.status import OK, Refused


@click.command(
    "settings",
    help=say(
        "Toon welke instellingen gelden, voor de hele administratie of voor PATH, en waar elke "
        "waarde vandaan komt.",
        "Show which settings are in force, for the whole repository or for PATH, and where each "
        "value comes from.",
    ),
)
@click.argument("path", required=False)
@options.root
@options.profile
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=say("De vorm van de uitvoer.", "The form of the output."),
)
@options.lang
@options.color
def command(
    *,
    path: str | None,
    root: str | None,
    profile: str | None,
    format_: str,
    lang: str | None,
    color: str,
) -> int:
    """Show what is in force, and return the exit status."""
    import json

    from bio2lint import inforce, opening

    language = terminal.language(lang)
    today = datetime.now(UTC).date()
    request = opening.Request(today, root, (path,) if path else (), profile=profile)
    try:
        folder = opening.root_of(request)
        settings = opening.read_settings(folder, request)
        language = terminal.language(lang, settings.language)
        overview = inforce.of(settings, opening.name_of(path, folder) if path else None)
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    if format_ == "json":
        text = json.dumps(inforce.as_data(overview), ensure_ascii=True, indent=2) + "\n"
        terminal.show(text, "utf-8")
    else:
        width, colored = terminal.width(), terminal.color(color)
        terminal.show(inforce.as_text(overview, language, width, color=colored))
    return OK
