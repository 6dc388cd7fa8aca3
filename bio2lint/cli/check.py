"""`bio2lint check`: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bio2lint import check, opening, report, source
from bio2lint.cli import forge, options, terminal
from bio2lint.cli import reports as reports_
from bio2lint.cli.options import say
from bio2lint.finding import Text
from bio2lint.status import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_FOR_PEOPLE = frozenset(("text", "concise", "statistics"))


@click.command(
    "check",
    help=say(
        "Toets de administratie aan de norm. De hele administratie wordt altijd gelezen; PATH "
        "beperkt alleen wat wordt genoemd.",
        "Check the administration against the norm. The whole repository is always read; PATH "
        "only narrows what is reported.",
    ),
    epilog=say(
        "Exitstatus: 0 niets gevonden, 1 bevindingen, 2 verkeerd gebruik of instellingen, "
        "3 niets te toetsen, 4 interne fout, 130 afgebroken.",
        "Exit status: 0 nothing found, 1 findings, 2 wrong usage or settings, "
        "3 nothing to check, 4 internal error, 130 interrupted.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@options.root
@click.option(
    "--rev",
    metavar="REV",
    help=say(
        "Toets een commit (tak, tag of hash) zonder hem uit te checken, in plaats van de bestanden "
        "op schijf. PATH noemt dan paden van die commit.",
        "Check a commit (branch, tag or hash) without checking it out, instead of the files on "
        "disk. PATH then names paths of that commit.",
    ),
)
@click.option(
    "--as-of",
    callback=options.day,
    metavar="DATE",
    help=say(
        "De peildatum (standaard vandaag, of met --rev de dag van die commit, UTC).",
        "The as-of date (default today, or with --rev the day of that commit, UTC).",
    ),
)
@click.option(
    "--format",
    "format_",
    type=click.Choice([*report.FORMATS, forge.AUTO]),
    default="text",
    show_default=True,
    help=say(
        "De vorm van de uitvoer; auto is github in GitHub Actions en anders text.",
        "The form of the output; auto is github in GitHub Actions, and text elsewhere.",
    ),
)
@reports_.option(report.FORMATS)
@click.option(
    "--select",
    callback=options.codes,
    multiple=True,
    metavar="CODE",
    help=say("Noem alleen deze codes of voorvoegsels.", "List only these codes or prefixes."),
)
@click.option(
    "--ignore",
    callback=options.codes,
    multiple=True,
    metavar="CODE",
    help=say("Noem deze codes of voorvoegsels niet.", "Leave these codes or prefixes out."),
)
@click.option(
    "--owner",
    metavar="ROLE",
    help=say("Noem alleen wat van deze eigenaar is.", "List only what belongs to this owner."),
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help=say(
        "Vanaf welke ernst de exitstatus 1 is (standaard error).",
        "From which severity the exit status is 1 (default error).",
    ),
)
@options.profile
@click.option(
    "--no-baseline",
    "with_baseline",
    flag_value=False,
    default=True,
    help=say("Noem ook wat in de nulmeting staat.", "List what is in the baseline as well."),
)
@click.option(
    "--statistics",
    is_flag=True,
    help=say(
        "Tel de bevindingen per regel en per eigenaar, in plaats van ze te noemen.",
        "Count the findings by rule and by owner, instead of listing them.",
    ),
)
@options.lang
@options.color
def command(
    *,
    paths: tuple[str, ...],
    root: str | None,
    rev: str | None,
    as_of: date | None,
    format_: str,
    reports: list[tuple[str, str]],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    owner: str | None,
    fail_on: str | None,
    profile: str | None,
    with_baseline: bool,
    statistics: bool,
    lang: str | None,
    color: str,
) -> int:
    """Run the check, write the reports, and return the exit status."""
    request = opening.Request(
        as_of or options.today(),
        root,
        paths,
        select,
        ignore,
        owner,
        fail_on,
        profile,
        with_baseline=with_baseline,
        rev=rev,
    )
    language = terminal.language(lang)
    if statistics:
        format_ = "statistics" if format_ in ("text", forge.AUTO) else _no_statistics(format_)
    format_ = forge.chosen(format_)
    try:
        folder = opening.root_of(request)
        judged = source.find(folder, rev, request.as_of, on_its_own_day=as_of is None)
        request = request._replace(as_of=judged.as_of)
        settings = opening.read_settings(folder, request, judged.tree)
        language = terminal.language(lang, settings.language)
        outcome = check.run(request, folder, settings, judged.tree)
        context = check.context(
            outcome,
            folder,
            language=language,
            color=terminal.color(color),
            width=terminal.width(),
            formats={format_, *(name for name, _ in reports)},
            commit=judged.commit,
        )
        in_files = context._replace(color=False, width=terminal.USUAL_WIDTH)
        reports_.write(reports, lambda name: report.render(name, outcome.result, in_files))
        shown = report.render(format_, outcome.result, context)
        terminal.show(shown, None if format_ in _FOR_PEOPLE else "utf-8")
        forge.summarise(format_, outcome.result, in_files)
    except Refused as refused:
        _complain(refused.messages, language)
        return refused.status
    _complain(map(_unread, outcome.unnamed), language)
    return outcome.status


def _no_statistics(format_: str) -> str:
    raise click.UsageError(
        say(
            f"--statistics is er alleen als tekst, niet als {format_}.",
            f"--statistics is text only, not {format_}.",
        )
    )


def _complain(messages: Iterable[Text], language: str) -> None:
    for message in messages:
        terminal.complain(message, language)


def _unread(path: str) -> Text:
    return Text(
        nl=f"{path} is niet (geheel) te lezen; wat erin staat, is niet beoordeeld.",
        en=f"{path} cannot be (wholly) read; what it holds was not judged.",
    )
