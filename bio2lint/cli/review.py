"""`bio2lint review`: what a change does to compliance."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from bio2lint import files
from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.review import run, show
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from datetime import date

    from bio2lint.finding import Text
    from bio2lint.report import Context

_FOR_PEOPLE = "text"


def _reports(_context: Any, _option: Any, values: tuple[str, ...]) -> list[tuple[str, str]]:
    asked = [value.partition("=") for value in values]
    wrong = [
        name + equals + file for name, equals, file in asked if not file or name not in show.FORMATS
    ]
    if wrong:
        named, known = ", ".join(wrong), ", ".join(show.FORMATS)
        raise click.BadParameter(
            say(
                f"{named}: schrijf FORMAAT=BESTAND, met een van {known}",
                f"{named}: write FORMAT=FILE, with one of {known}",
            )
        )
    return [(name, file) for name, _, file in asked]


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
@click.option(
    "--report",
    "reports",
    callback=_reports,
    multiple=True,
    metavar="FORMAT=FILE",
    help=say(
        "Schrijf ook een verslag naar een bestand; mag vaker.",
        "Write a report to a file as well; may be repeated.",
    ),
)
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
        _write(reports, done, context._replace(color=False, width=terminal.USUAL_WIDTH))
        shown = show.render(format_, done.review, context, done.revisions)
        terminal.show(shown, None if format_ == _FOR_PEOPLE else "utf-8")
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    return done.review.status


def _write(reports: list[tuple[str, str]], done: run.Reviewed, context: Context) -> None:
    """Write every report that can be written; Refused (status 2) for those that cannot."""
    failed: list[Text] = []
    for name, file in reports:
        try:
            files.write(file, show.render(name, done.review, context, done.revisions))
        except Refused as refused:
            failed += refused.messages
    if failed:
        raise Refused(USAGE, *failed)
