"""The command line: click only, one module per command, no logic.

A command's module is imported when it is asked for: checking is not to wait for the others.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import StringIO
from typing import Any

import click

from bio2lint import __version__
from bio2lint.cli import terminal
from bio2lint.finding import Text
from bio2lint.status import INTERNAL, INTERRUPTED, NOTHING, USAGE, Refused

_ABOUT = Text(
    nl="Toets een BIO2-administratie die als YAML in Git staat.",
    en="Check a BIO2 administration that is kept as YAML in Git.",
)


COMMANDS = (
    "check",
    "review",
    "fix",
    "explain",
    "rules",
    "settings",
    "baseline",
    "migrate",
    "norm",
    "codeowners",
    "trend",
)
"""The commands, in the order of the help: each is a module here with a `command`."""


class _Commands(click.Group):
    """The group of COMMANDS, each imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{cmd_name}").command
        return command


@click.group(
    cls=_Commands,
    help=_ABOUT.in_language(terminal.language(terminal.asked(sys.argv))),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="bio2lint", message="%(prog)s %(version)s")
def cli() -> None:
    """Hold the commands."""


def run() -> int:
    """Run the command line and return the exit status; no exception gets out."""
    terminal.open_streams()
    language = terminal.language(terminal.asked(sys.argv))
    try:
        status: Any = cli.main(standalone_mode=False, prog_name="bio2lint")
    except click.ClickException as error:
        said = StringIO()
        error.show(said)
        terminal.pass_on(said.getvalue())
        return USAGE
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 (the last resort: a user must never see a traceback)
        if _working_folder_is_gone():
            terminal.complain(
                Text(
                    nl="De werkmap bestaat niet meer; ga naar een map die er wel is.",
                    en="The working folder is gone; go to a folder that there is.",
                ),
                language,
            )
            return NOTHING
        words = f"{type(error).__name__}: {error}"[:500]
        terminal.complain(
            Text(
                nl=f"Interne fout ({words}). Meld dit aan de makers van bio2lint, met wat u deed.",
                en=f"Internal error ({words}). Report it to the makers of bio2lint, with what you "
                "did.",
            ),
            language,
        )
        return INTERNAL
    return status if isinstance(status, int) else 0


def _working_folder_is_gone() -> bool:
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


__all__ = ["cli", "run"]
