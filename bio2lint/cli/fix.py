"""`bio2lint fix`: mend what can be mended without doubt."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.finding import Text
from bio2lint.status import FOUND, OK, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bio2lint.fix import Plan


@click.command(
    "fix",
    help=say(
        "Herstel wat zonder twijfel te herstellen is; alleen de tekst van die velden verandert. "
        "PATH beperkt waar.",
        "Fix what can be fixed without doubt; only the text of those fields changes. PATH narrows "
        "where.",
    ),
    epilog=say(
        "Exitstatus: 0 hersteld of niets te herstellen, 1 met --diff als er iets te herstellen is, "
        "of als een bestand onleesbaar is of een herstel iets anders fout zou maken, 2 verkeerd "
        "gebruik of instellingen, of niet te schrijven, 3 niets te toetsen, 4 interne fout, "
        "130 afgebroken.",
        "Exit status: 0 fixed or nothing to fix, 1 with --diff when there is something to fix, or "
        "when a file is unreadable or a fix would make something else wrong, 2 wrong usage or "
        "settings, or not to be written, 3 nothing to check, 4 internal error, 130 interrupted.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--diff",
    is_flag=True,
    help=say("Toon wat er zou veranderen, zonder te schrijven.", "Only show what would change."),
)
@click.option(
    "--unsafe",
    is_flag=True,
    help=say(
        "Doe ook voorstellen waarover iemand moet oordelen, zoals bij typefouten.",
        "Also do what somebody has to judge, such as guesses at slips.",
    ),
)
@options.root
@options.as_of
@click.option(
    "--select",
    callback=options.codes,
    multiple=True,
    metavar="CODE",
    help=say("Herstel alleen deze codes of voorvoegsels.", "Fix only these codes or prefixes."),
)
@click.option(
    "--ignore",
    callback=options.codes,
    multiple=True,
    metavar="CODE",
    help=say("Laat deze codes of voorvoegsels staan.", "Leave these codes or prefixes alone."),
)
@options.lang
@options.color
def command(
    *,
    paths: tuple[str, ...],
    diff: bool,
    unsafe: bool,
    root: str | None,
    as_of: date,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: str | None,
    color: str,
) -> int:
    """Plan what is mended, show or write it, and return the exit status."""
    from bio2lint import files, fix, opening

    request = opening.Request(as_of, root, paths, select, ignore)
    language = terminal.language(lang)
    try:
        folder = opening.root_of(request)
        settings = opening.read_settings(folder, request)
        language = terminal.language(lang, settings.language)
        plan = fix.plan(request, folder, settings, unsafe=unsafe)
        if not diff:
            files.replace_all(folder, plan.files)
        _show(plan, folder, language, diff=diff, color=terminal.color(color))
    except Refused as refused:
        _complain(refused.messages, language)
        return refused.status
    _complain(map(_unread, plan.unreadable), language)
    return FOUND if plan.left_out or plan.unreadable or (diff and plan.files) else OK


def _show(plan: Plan, root: str, language: str, *, diff: bool, color: bool) -> None:
    """Show what was done; of a diff the rest goes to standard error, so that it can be applied."""
    from bio2lint.fix import report

    style = report.Style(
        language, color, lambda path: os.path.relpath(os.path.join(root, path), os.getcwd())
    )
    summary = report.summary(plan, language, written=not diff)
    if diff:
        shown = report.diff(plan, style)
        aside = [*report.left_out(plan, style._replace(color=False)), summary]
        _complain((Text(nl=line, en=line) for line in aside), language)
    else:
        shown = [*report.changes(plan, style), *report.left_out(plan, style), summary]
    terminal.show("".join(f"{line}\n" for line in shown))


def _complain(messages: Iterable[Text], language: str) -> None:
    for message in messages:
        terminal.complain(message, language)


def _unread(path: str) -> Text:
    return Text(
        nl=f"{path} is niet (geheel) te lezen en blijft zoals het is.",
        en=f"{path} cannot be (wholly) read and stays as it is.",
    )
