"""`bio2lint codeowners`: have the forge ask those who own and decide."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from bio2lint.cli import options, terminal
from bio2lint.cli.options import say
from bio2lint.status import FOUND, OK, Refused

if TYPE_CHECKING:
    from datetime import date

    from bio2lint.asking import Plan


@click.command(
    "codeowners",
    help=say(
        "Schrijf in CODEOWNERS wie GitHub of GitLab om beoordeling vraagt: de eigenaren van de "
        "documenten, en voor uitzonderingen, geaccepteerde risico's, de VvT en de instellingen wie "
        "daarover beslist. Wat buiten het eigen blok staat, blijft zoals het is.",
        "Write into CODEOWNERS whom GitHub or GitLab asks for a review: the owners of documents, "
        "and for exceptions, accepted risks, the statement of applicability and the settings "
        "whoever decides on them. What stands outside of its own block is left as it is.",
    ),
    epilog=say(
        "Exitstatus: 0 geschreven of al bij, 1 met --check als het bestand niet bij is, of als een "
        "document onleesbaar is, 2 verkeerd gebruik of instellingen, of niet te schrijven, "
        "3 geen documenten of geen rol met `handles`, 4 interne fout, 130 afgebroken.",
        "Exit status: 0 written or up to date, 1 with --check when the file is out of date, or "
        "when a document is unreadable, 2 wrong usage or settings, or not to be written, 3 no "
        "documents or no role with `handles`, 4 internal error, 130 interrupted.",
    ),
)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help=say(
        "Schrijf niets; toon wat er zou veranderen.", "Write nothing; show what would change."
    ),
)
@click.option(
    "--dialect",
    type=click.Choice(["github", "gitlab"]),
    help=say(
        "Van wie het bestand is; anders volgt dat uit waar het staat.",
        "Whose file it is; else that follows from where it lies.",
    ),
)
@options.root
@options.as_of
@options.lang
def command(
    *, only_check: bool, dialect: str | None, root: str | None, as_of: date, lang: str | None
) -> int:
    """Write or check the file, say what came of it, and return the exit status."""
    from bio2lint import asking, opening

    language = terminal.language(lang)
    request = opening.Request(as_of, root, with_baseline=False)
    try:
        folder = opening.root_of(request)
        settings = opening.read_settings(folder, request)
        language = terminal.language(lang, settings.language)
        plan = asking.plan(request, folder, settings, dialect, os.environ)
        if plan.stale and not only_check:
            asking.carry_out(plan)
        _show(plan, language, written=not only_check)
    except Refused as refused:
        for message in refused.messages:
            terminal.complain(message, language)
        return refused.status
    return FOUND if only_check and plan.stale else OK


def _show(plan: Plan, language: str, *, written: bool) -> None:
    """Show what was done; of a check the rest goes to standard error, so that it can be applied."""
    from bio2lint.asking import difference, words
    from bio2lint.report.safe import visible

    path = os.path.relpath(os.path.join(plan.top, plan.path), os.getcwd())
    for note in plan.notes:
        terminal.complain(note, language)
    said = words.outcome(path, plan.number, stale=plan.stale, written=written)
    if plan.stale and not written:
        terminal.show("".join(map(_applicable, difference.lines(plan, path))))
        terminal.complain(said, language)
    else:
        terminal.show(f"{visible(said.in_language(language))}\n")


def _applicable(line: str) -> str:
    """Return a line of a difference with its end, which of a file with CR LF has both."""
    from bio2lint.report.safe import visible

    held = line.removesuffix("\r")
    return f"{visible(held)}{line[len(held) :]}\n"
