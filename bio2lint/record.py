"""Making and tidying up a baseline: what `bio2lint baseline` does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint import baseline, check, opening
from bio2lint.baseline import Baseline
from bio2lint.finding import Text
from bio2lint.report.words import counted
from bio2lint.settings import FILE
from bio2lint.status import FOUND, USAGE, Refused
from bio2lint.tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Sized
    from datetime import date

    from bio2lint.opening import Request
    from bio2lint.settings import Settings


_COUNTED = Text(nl="bevinding", en="finding"), Text(nl="bevindingen", en="findings")


class Recorded(NamedTuple):
    """The file to write, relative to the root, its text, and what to say about it."""

    file: str
    text: str
    said: tuple[Text, ...]


def made(
    request: Request,
    root: str,
    settings: Settings,
    reason: str | None,
    owner: str | None,
    until: date | None,
) -> Recorded:
    """Return a baseline of all that is found now.

    Refused without a reason or an owner that is a role, with an end that has passed (status 2), and
    while a file cannot be read (status 1): what is in it would go unrecorded.
    """
    refused = _incomplete(request, reason, owner, until)
    if refused or reason is None or owner is None:
        raise Refused(USAGE, *refused)
    result = check.run(request._replace(with_baseline=False), root, settings).result
    if result.unreadable:
        raise Refused(FOUND, *map(_unreadable, result.unreadable))
    if all(document.id != owner for document in result.documents if document.kind == "role"):
        raise Refused(USAGE, _no_role(owner))
    entries = baseline.entries(result.findings)
    made = Baseline(request.as_of, reason.strip(), owner, until, entries)
    left = len(result.findings) - len(entries)
    return _recorded(
        settings,
        made,
        Text(nl=f"Vastgelegd: {_findings(entries).nl}.", en=f"Recorded: {_findings(entries).en}."),
        *((_protected(left),) if left else ()),
    )


def pruned(request: Request, root: str, settings: Settings) -> Recorded:
    """Return the present baseline without what is no longer found; Refused when there is none."""
    known = opening.read_baseline(WorkTree(root), settings)
    if known is None:
        raise Refused(
            USAGE,
            Text(
                nl=f"{FILE} noemt geen nulmeting, dus er is niets op te ruimen.",
                en=f"{FILE} names no baseline, so there is nothing to tidy up.",
            ),
        )
    compared = check.run(request, root, settings).result.baseline
    stale = frozenset(compared.stale) if compared else frozenset()
    entries = tuple(entry for entry in known.entries if entry not in stale)
    return _recorded(
        settings,
        known._replace(entries=entries),
        Text(
            nl=f"Opgeruimd: {len(stale)}; in de nulmeting: {_findings(entries).nl}.",
            en=f"Removed: {len(stale)}; in the baseline: {_findings(entries).en}.",
        ),
    )


def _recorded(settings: Settings, new: Baseline, *said: Text) -> Recorded:
    name = settings.baseline or baseline.USUAL_FILE
    if settings.baseline is None:
        said = (
            *said,
            Text(
                nl=f"Zet `baseline: {name}` in {FILE}; pas dan telt de nulmeting.",
                en=f"Put `baseline: {name}` into {FILE}; only then does the baseline count.",
            ),
        )
    return Recorded(name, baseline.write(new), said)


def _findings(entries: Sized) -> Text:
    return counted(len(entries), *_COUNTED)


def _incomplete(
    request: Request, reason: str | None, owner: str | None, until: date | None
) -> list[Text]:
    wrong = []
    if not (reason or "").strip():
        wrong.append(
            Text(
                nl="Geef met --reason aan waarom deze bevindingen mogen wachten.",
                en="Say with --reason why these findings may wait.",
            )
        )
    if owner is None:
        wrong.append(
            Text(
                nl="Geef met --owner de rol op die ze laat verdwijnen.",
                en="Name with --owner the role that makes them disappear.",
            )
        )
    if until is not None and until < request.as_of:
        wrong.append(
            Text(
                nl=f"{until} is al voorbij; zo hield de nulmeting niets tegen.",
                en=f"{until} has passed; the baseline would hold nothing back.",
            )
        )
    return wrong


def _unreadable(path: str) -> Text:
    return Text(
        nl=f"{path} is niet (geheel) te lezen; herstel dat eerst.",
        en=f"{path} cannot be (wholly) read; mend that first.",
    )


def _no_role(owner: str) -> Text:
    return Text(
        nl=f"Rol {owner} komt in deze administratie niet voor.",
        en=f"There is no role {owner} in this administration.",
    )


def _protected(left: int) -> Text:
    return Text(
        nl=f"Niet vastgelegd: {left} van beschermde regels; die blijven in elk verslag.",
        en=f"Not recorded: {left} of protected rules; those stay in every report.",
    )
