"""The option `--report`, of which there may be several, and writing what it asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from bio2lint import files
from bio2lint.cli.options import say
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from bio2lint.finding import Text


def option(formats: Collection[str]) -> Callable[[Any], Any]:
    """Return the option; its value is a list of formats, each with the file to write it to."""

    def read(_context: Any, _option: Any, values: tuple[str, ...]) -> list[tuple[str, str]]:
        asked = [value.partition("=") for value in values]
        wrong = [
            name + equals + file for name, equals, file in asked if not file or name not in formats
        ]
        if wrong:
            named, known = ", ".join(wrong), ", ".join(formats)
            raise click.BadParameter(
                say(
                    f"{named}: schrijf FORMAAT=BESTAND, met een van {known}",
                    f"{named}: write FORMAT=FILE, with one of {known}",
                )
            )
        reports = [(name, file) for name, _, file in asked]
        if twice := _twice(file for _, file in reports):
            raise click.BadParameter(
                say(
                    f"{twice}: hier komt al een ander rapport",
                    f"{twice}: another report goes there already",
                )
            )
        return reports

    return click.option(
        "--report",
        "reports",
        callback=read,
        multiple=True,
        metavar="FORMAT=FILE",
        help=say(
            "Schrijf ook een rapport naar een bestand; mag vaker.",
            "Write a report to a file as well; may be repeated.",
        ),
    )


def _twice(paths: Iterable[str]) -> str | None:
    """Return the first path of which the file was named before; a device takes several reports."""
    seen: set[str] = set()
    for path in paths:
        real = os.path.realpath(path)
        if real in seen and not path.startswith("/dev/"):
            return path
        seen.add(real)
    return None


def write(reports: list[tuple[str, str]], render: Callable[[str], str]) -> None:
    """Write every report that can be written; Refused (status 2) for those that cannot."""
    failed: list[Text] = []
    for name, file in reports:
        try:
            files.write(file, render(name))
        except Refused as refused:
            failed += refused.messages
    if failed:
        raise Refused(USAGE, *failed)
