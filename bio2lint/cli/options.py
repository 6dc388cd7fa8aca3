"""The options that commands share, with their help in the language that is asked for."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import Any

import click

from bio2lint.cli import terminal

_LANGUAGE = terminal.language(terminal.asked(sys.argv))


def say(nl: str, en: str) -> str:
    """Return a text of the command line itself, in the language of this run."""
    return en if _LANGUAGE == "en" else nl


def day(_context: Any, _option: Any, value: str | None) -> date | None:
    """Return the day that an option names, None when it is not given."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(
            say(
                f"{value} is geen datum als jjjj-mm-dd",
                f"{value} is not a date in the form yyyy-mm-dd",
            )
        ) from None


def today() -> date:
    """Return the day that it is in UTC."""
    return datetime.now(UTC).date()


def _today_or(context: Any, option: Any, value: str | None) -> date:
    return day(context, option, value) or today()


def codes(_context: Any, _option: Any, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes that an option names, separated by commas or by naming it again."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


root = click.option(
    "--root",
    metavar="DIR",
    help=say(
        "De hoofdmap; anders de dichtstbijzijnde map met bio2lint.yaml.",
        "The root; else the nearest folder with bio2lint.yaml.",
    ),
)
as_of = click.option(
    "--as-of",
    callback=_today_or,
    metavar="DATE",
    help=say("De peildatum (standaard vandaag, UTC).", "The as-of date (default today, UTC)."),
)
lang = click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    help=say("De taal van de uitvoer.", "The language of the output."),
)
color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help=say("Of de uitvoer kleur heeft.", "Whether the output has colour."),
)
profile = click.option(
    "--profile",
    type=click.Choice(["starter", "standard", "strict"]),
    help=say(
        "Het profiel dat geldt, in plaats van dat in de instellingen.",
        "The profile that holds, instead of the one in the settings.",
    ),
)
