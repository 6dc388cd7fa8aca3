"""`bio2lint check`: the main job."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from bio2lint import check, files, report
from bio2lint.cli import terminal
from bio2lint.finding import Text
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOR_PEOPLE = frozenset(("text", "concise"))
_SAY = terminal.language(terminal.asked(sys.argv))


def _say(nl: str, en: str) -> str:
    return en if _SAY == "en" else nl


def day(_context: Any, _option: Any, value: str | None) -> date:
    """Return the day of `--as-of`, today (UTC) without one; BadParameter when it is none."""
    if value is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(
            _say(
                f"{value} is geen datum als jjjj-mm-dd",
                f"{value} is not a date in the form yyyy-mm-dd",
            )
        ) from None


def _reports(_context: Any, _option: Any, values: tuple[str, ...]) -> list[tuple[str, str]]:
    asked = [value.partition("=") for value in values]
    wrong = [
        name + equals + file
        for name, equals, file in asked
        if not file or name not in report.FORMATS
    ]
    if wrong:
        named, known = ", ".join(wrong), ", ".join(report.FORMATS)
        raise click.BadParameter(
            _say(
                f"{named}: schrijf FORMAAT=BESTAND, met een van {known}",
                f"{named}: write FORMAT=FILE, with one of {known}",
            )
        )
    return [(name, file) for name, _, file in asked]


def _codes(_context: Any, _option: Any, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


@click.command(
    "check",
    help=_say(
        "Toets de administratie aan de norm. De hele administratie wordt altijd gelezen; PATH "
        "beperkt alleen wat wordt genoemd.",
        "Check the administration against the norm. The whole repository is always read; PATH "
        "only narrows what is reported.",
    ),
    epilog=_say(
        "Exitstatus: 0 niets gevonden, 1 bevindingen, 2 verkeerd gebruik of instellingen, "
        "3 niets te toetsen, 4 interne fout, 130 afgebroken.",
        "Exit status: 0 nothing found, 1 findings, 2 wrong usage or settings, "
        "3 nothing to check, 4 internal error, 130 interrupted.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--root",
    metavar="DIR",
    help=_say(
        "De hoofdmap; anders de dichtstbijzijnde map met bio2lint.yaml.",
        "The root; else the nearest folder with bio2lint.yaml.",
    ),
)
@click.option(
    "--as-of",
    callback=day,
    metavar="DATE",
    help=_say("De peildatum (standaard vandaag, UTC).", "The as-of date (default today, UTC)."),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(report.FORMATS)),
    default="text",
    show_default=True,
    help=_say("De vorm van de uitvoer.", "The form of the output."),
)
@click.option(
    "--report",
    "reports",
    callback=_reports,
    multiple=True,
    metavar="FORMAT=FILE",
    help=_say(
        "Schrijf ook een rapport naar een bestand; mag vaker.",
        "Write a report to a file as well; may be repeated.",
    ),
)
@click.option(
    "--select",
    callback=_codes,
    multiple=True,
    metavar="CODE",
    help=_say("Noem alleen deze codes of voorvoegsels.", "List only these codes or prefixes."),
)
@click.option(
    "--ignore",
    callback=_codes,
    multiple=True,
    metavar="CODE",
    help=_say("Noem deze codes of voorvoegsels niet.", "Leave these codes or prefixes out."),
)
@click.option(
    "--owner",
    metavar="ROLE",
    help=_say("Noem alleen wat van deze eigenaar is.", "List only what belongs to this owner."),
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help=_say(
        "Vanaf welke ernst de exitstatus 1 is (standaard error).",
        "From which severity the exit status is 1 (default error).",
    ),
)
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    help=_say("De taal van de uitvoer.", "The language of the output."),
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help=_say("Of de uitvoer kleur heeft.", "Whether the output has colour."),
)
def command(
    paths: tuple[str, ...],
    root: str | None,
    as_of: date,
    format_: str,
    reports: list[tuple[str, str]],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    owner: str | None,
    fail_on: str | None,
    lang: str | None,
    color: str,
) -> int:
    """Run the check, write the reports, and return the exit status."""
    request = check.Request(as_of, root, paths, select, ignore, owner, fail_on)
    language = terminal.language(lang)
    try:
        folder = check.root_of(request)
        settings = check.read_settings(folder, request)
        language = terminal.language(lang, settings.language)
        outcome = check.run(request, folder, settings)
        context = check.context(
            outcome,
            folder,
            language=language,
            color=terminal.color(color),
            width=terminal.width(),
            formats={format_, *(name for name, _ in reports)},
        )
        _write(reports, outcome, context._replace(color=False, width=terminal.USUAL_WIDTH))
        shown = report.render(format_, outcome.result, context)
        terminal.show(shown, None if format_ in _FOR_PEOPLE else "utf-8")
    except Refused as refused:
        _complain(refused.messages, language)
        return refused.status
    _complain(map(_unread, outcome.unnamed), language)
    return outcome.status


def _write(reports: list[tuple[str, str]], outcome: check.Outcome, context: report.Context) -> None:
    """Write every report that can be written; Refused (status 2) for those that cannot."""
    failed: list[Text] = []
    for name, file in reports:
        try:
            files.write(file, report.render(name, outcome.result, context))
        except Refused as refused:
            failed += refused.messages
    if failed:
        raise Refused(USAGE, *failed)


def _complain(messages: Iterable[Text], language: str) -> None:
    for message in messages:
        terminal.complain(message, language)


def _unread(path: str) -> Text:
    return Text(
        nl=f"{path} is niet (geheel) te lezen; wat erin staat, is niet beoordeeld.",
        en=f"{path} cannot be (wholly) read; what it holds was not judged.",
    )
