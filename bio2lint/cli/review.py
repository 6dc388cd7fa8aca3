"""`bio2lint review`: what a change does to compliance."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from bio2lint.cli import options, terminal
from bio2lint.cli import reports as reports_
from bio2lint.cli.options import say
from bio2lint.review import run, show
from bio2lint.status import Refused

if TYPE_CHECKING:
    from datetime import date


_FOR_PEOPLE = "text"


@click.command(
    "review",
    help=say(
        "Laat zien wat een wijziging met de naleving doet. BASE is waarmee wordt vergeleken "
        "(standaard waar het werk begon), HEAD de commit die wordt beoordeeld (standaard de "
        "bestanden op schijf).",
        "Show what a change does to compliance. BASE is what it is compared with (by default "
        "where the work began), HEAD the commit that is reviewed (by default the files on disk).",
    ),
    epilog=say(
        "Exitstatus: 0 akkoord, 1 verzwakking zonder besluit, nieuwe bevindingen of een "
        "onleesbaar bestand, 2 verkeerd gebruik of instellingen, 3 niets te toetsen, 4 interne "
        "fout, 130 afgebroken.",
        "Exit status: 0 passed, 1 weakening without a decision, new findings or an unreadable "
        "file, 2 wrong usage or settings, 3 nothing to check, 4 internal error, 130 interrupted.",
    ),
)
@click.argument("base", required=False, metavar="[BASE]")
@click.argument("head", required=False, metavar="[HEAD]")
@options.root
@click.option(
    "--as-of",
    callback=options.day,
    metavar="DATE",
    help=say(
        "De peildatum voor beide kanten (standaard vandaag, of met HEAD de dag van die commit, "
        "UTC).",
        "The as-of date for both sides (default today, or with HEAD the day of that commit, UTC).",
    ),
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help=say(
        "Vanaf welke ernst een nieuwe bevinding telt (standaard de strengste van beide kanten).",
        "From which severity a new finding counts (default the stricter of both sides).",
    ),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(show.FORMATS)),
    default="text",
    show_default=True,
    help=say("De vorm van de uitvoer.", "The form of the output."),
)
@reports_.option(show.FORMATS)
@options.lang
@options.color
def command(
    *,
    base: str | None,
    head: str | None,
    root: str | None,
    as_of: date | None,
    fail_on: str | None,
    format_: str,
    reports: list[tuple[str, str]],
    lang: str | None,
    color: str,
) -> int:
    """Run the review, write the reports, and return the exit status."""
    language = terminal.language(lang)
    asked = run.Asked(options.today(), root, base, head, as_of, fail_on)
    try:
        done = run.run(asked, os.environ)
        language = terminal.language(lang, done.language)
        context = run.context(
            done, language=language, color=terminal.color(color), width=terminal.width()
        )
        in_files = context._replace(color=False, width=terminal.USUAL_WIDTH)
        reports_.write(
            reports, lambda name: show.render(name, done.review, in_files, done.revisions)
        )
        shown = show.render(format_, done.review, context, done.revisions)
        terminal.show(shown, None if format_ == _FOR_PEOPLE else "utf-8")
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    return done.review.status
