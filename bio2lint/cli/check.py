"""`bio2lint check`: the main job."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import click

from bio2lint import check, files, report
from bio2lint.cli import terminal
from bio2lint.status import Refused

_SAY = terminal.language()


def _say(nl: str, en: str) -> str:
    return en if _SAY == "en" else nl


class _Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(
                _say(f"{value} is geen datum als jjjj-mm-dd", f"{value} is no date as yyyy-mm-dd"),
                param,
                ctx,
            )


class _Report(click.ParamType[tuple[str, str]]):
    name = "format=file"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        name, equals, file = value.partition("=")
        if not equals or not file or name not in report.FORMATS:
            known = ", ".join(report.FORMATS)
            self.fail(
                _say(
                    f"{value}: schrijf FORMAAT=BESTAND, met een van {known}",
                    f"{value}: write FORMAT=FILE, with one of {known}",
                ),
                param,
                ctx,
            )
        return name, file


_CODES: Any = {"multiple": True, "metavar": "CODE", "callback": lambda _c, _p, v: _codes(v)}


def _codes(values: tuple[str, ...]) -> tuple[str, ...]:
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
    type=_Day(),
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
    type=_Report(),
    multiple=True,
    metavar="FORMAT=FILE",
    help=_say(
        "Schrijf ook een rapport naar een bestand; mag vaker.",
        "Write a report to a file as well; may be repeated.",
    ),
)
@click.option(
    "--select",
    help=_say("Noem alleen deze codes of voorvoegsels.", "List only these codes or prefixes."),
    **_CODES,
)
@click.option(
    "--ignore",
    help=_say("Noem deze codes of voorvoegsels niet.", "Leave these codes or prefixes out."),
    **_CODES,
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
    as_of: date | None,
    format_: str,
    reports: tuple[tuple[str, str], ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    owner: str | None,
    fail_on: str | None,
    lang: str | None,
    color: str,
) -> int:
    """Run the check, write the reports, and return the exit status."""
    request = check.Request(
        as_of=as_of or datetime.now(UTC).date(),
        root=root,
        paths=paths,
        select=select,
        ignore=ignore,
        owner=owner,
        fail_on=fail_on,
    )
    language = terminal.language(lang)
    try:
        folder = check.root_of(request)
        settings = check.read_settings(folder)
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
        terminal.show(report.render(format_, outcome.result, context))
        for name, file in reports:
            files.write(file, report.render(name, outcome.result, replace(context, color=False)))
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    return outcome.status
