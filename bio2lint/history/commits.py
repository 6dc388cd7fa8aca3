"""Commits by name: which one is meant, of which day it is, and what went before."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from bio2lint.finding import Text
from bio2lint.history import git_root, process
from bio2lint.status import USAGE, Refused

_NAME = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_AMBIGUOUS = re.compile(rb"^warning: refname '(.*)' is ambiguous\.$", re.MULTILINE)
_MOMENT = re.compile(rb"(-?[0-9]+) [-+][0-9]+")


class Commit(NamedTuple):
    """A commit by its full name (40 or 64 hexadecimal digits), and its day in UTC."""

    name: str
    day: date


def top_of(root: str) -> str:
    """Return the top of the Git work tree that holds `root`; Refused (status 2) without one."""
    top = git_root(root)
    if top is None:
        raise Refused(
            USAGE,
            Text(
                nl=f"{root} ligt niet in een werkmap van Git; zonder die is er geen geschiedenis "
                "te lezen.",
                en=f"{root} lies in no Git work tree; without one there is no history to read.",
            ),
        )
    return top


def ask(
    top: str, *arguments: str, feed: bytes = b"", seconds: float = process.TIMEOUT_SECONDS
) -> subprocess.CompletedProcess[bytes]:
    """Run Git once and return what it said.

    Refused (status 2) when there is no Git, when it takes too long, and when it does not trust the
    owner of the repository.
    """
    try:
        said = process.ask(top, *arguments, feed=feed, seconds=seconds)
    except process.NoGitError as error:
        raise Refused(
            USAGE,
            Text(
                nl="Git is niet gevonden; zonder Git is er geen geschiedenis te lezen.",
                en="Git was not found; without Git there is no history to read.",
            ),
        ) from error
    except (OSError, subprocess.SubprocessError) as error:
        raise Refused(
            USAGE,
            Text(
                nl=f"Git gaf geen antwoord over {top} ({type(error).__name__}).",
                en=f"Git gave no answer about {top} ({type(error).__name__}).",
            ),
        ) from error
    if said.returncode and _distrusts(said):
        raise Refused(USAGE, not_trusted(top))
    return said


def _distrusts(said: subprocess.CompletedProcess[bytes]) -> bool:
    return b"safe.directory" in said.stderr


def not_trusted(top: str) -> Text:
    """Return what to say of a repository that somebody else owns, with the remedy."""
    remedy = f"git config --global --add safe.directory {shlex.quote(top)}"
    return Text(
        nl=f"De repository {top} is van een andere gebruiker; daarom leest Git haar geschiedenis "
        f"niet. Vertrouwt u die gebruiker, geef dan dit commando: {remedy}",
        en=f"The repository {top} belongs to another user, so Git does not read its history. If "
        f"you trust that user, give this command: {remedy}",
    )


def shallow(root: str) -> bool:
    """Whether the clone that holds `root` lacks older commits."""
    said = ask(top_of(root), "rev-parse", "--is-shallow-repository")
    return said.stdout.strip() == b"true"


def found(root: str, name: str) -> str | None:
    """Return the full name of the commit that `name` stands for; None when there is none here.

    Refused (status 2) when it is a name of several, of which Git would take one.
    """
    if "\0" in name or not name:
        return None
    try:
        # What follows `:/` is a text to look for, up to the end.
        wanted = name if name.startswith(":/") else f"{name}^{{commit}}"
        wanted.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return None
    said = ask(top_of(root), "rev-parse", "--verify", "--end-of-options", wanted)
    commit = said.stdout.decode("ascii", "replace").strip()
    for one in _AMBIGUOUS.findall(said.stderr):
        _refuse_ambiguous(os.fsdecode(one))
    return commit if said.returncode == 0 and _NAME.fullmatch(commit) else None


def _refuse_ambiguous(name: str) -> None:
    """Refuse a name of several, unless it is sure which one is meant.

    Whoever may push a tag could otherwise have it go before a branch.
    """
    if name == "HEAD" or name.startswith("refs/") or _NAME.fullmatch(name):
        return
    raise Refused(
        USAGE,
        Text(
            nl=f"De naam {name} is van meer dan één tak, tag of commit. Schrijf voluit welke u "
            f"bedoelt, zoals refs/heads/{name}, refs/remotes/{name} of refs/tags/{name}.",
            en=f"The name {name} is that of more than one branch, tag or commit. Write in full "
            f"which one you mean, as refs/heads/{name}, refs/remotes/{name} or refs/tags/{name}.",
        ),
    )


def resolve(root: str, name: str) -> str:
    """Return the full name (40 or 64 hexadecimal digits) of the commit that `name` stands for.

    Refused (status 2), with what can be done, when there is none.
    """
    commit = found(root, name)
    if commit is None:
        raise Refused(USAGE, _unknown(root, name))
    return commit


def _unknown(root: str, name: str) -> Text:
    shown, top = name or "‘’", top_of(root)
    branches = ask(top, "for-each-ref", "--count=1")
    if branches.returncode:
        return Text(
            nl=f"{top} is geen bruikbare repository: .git is beschadigd, verwijst naar iets wat er "
            "niet is, of vraagt om een nieuwere Git.",
            en=f"{top} is no usable repository: .git is damaged, refers to what is not there, or "
            "asks for a newer Git.",
        )
    if not branches.stdout.strip() and found(root, "HEAD") is None:
        return Text(
            nl=f"Er is geen revisie {shown}: in deze repository is nog niets vastgelegd.",
            en=f"There is no revision {shown}: nothing has been committed in this repository yet.",
        )
    if shallow(root):
        return Text(
            nl=f"Er is geen revisie {shown} in deze kloon, want de oudere geschiedenis ontbreekt. "
            f"{DEEPEN.nl}",
            en=f"There is no revision {shown} in this clone, because older history is missing. "
            f"{DEEPEN.en}",
        )
    return Text(
        nl=f"Er is geen revisie {shown}. Staat de tak alleen op de server, haal die dan eerst op "
        "met `git fetch`.",
        en=f"There is no revision {shown}. If it is a branch that only the server has, get it with "
        "`git fetch` first.",
    )


IN_CI = Text(
    nl="zet in de CI `fetch-depth: 0` (GitHub) of `GIT_DEPTH: 0` (GitLab)",
    en="set `fetch-depth: 0` (GitHub) or `GIT_DEPTH: 0` (GitLab) in the CI",
)
DEEPEN = Text(
    nl=f"Haal die op met `git fetch --unshallow`, of {IN_CI.nl}.",
    en=f"Get it with `git fetch --unshallow`, or {IN_CI.en}.",
)


def merge_base(root: str, one: str, other: str) -> str:
    """Return the newest commit that two commits both go back to.

    Refused (status 2) without one, and with several: what one of them has and another has not, a
    comparison with the other would not show.
    """
    bases = _bases(root, one, other)
    if len(bases) == 1:
        return bases[0]
    short = one[:12], other[:12]
    if shallow(root):
        raise Refused(
            USAGE,
            Text(
                nl=f"Waar {short[0]} en {short[1]} uiteengingen, is in deze kloon niet te zien, "
                f"want de oudere geschiedenis ontbreekt. {DEEPEN.nl}",
                en=f"Where {short[0]} and {short[1]} parted cannot be seen in this clone, because "
                f"older history is missing. {DEEPEN.en}",
            ),
        )
    refuse_several(root, one, other)
    raise Refused(
        USAGE,
        Text(
            nl=f"{short[0]} en {short[1]} hebben geen geschiedenis gemeen. Noem zelf de revisie om "
            "mee te vergelijken.",
            en=f"{short[0]} and {short[1]} have no history in common. Name the revision to compare "
            "with yourself.",
        ),
    )


def refuse_several(root: str, one: str, other: str) -> None:
    """Refuse (status 2) two commits that parted in several places, as far as can be seen here."""
    bases = _bases(root, one, other)
    if len(bases) < 2 or shallow(root):  # noqa: PLR2004 (that is what several means)
        return
    raise Refused(
        USAGE,
        Text(
            nl=f"{one[:12]} en {other[:12]} gingen op {len(bases)} plaatsen uiteen; met één ervan "
            "vergeleken blijft een deel verborgen. Voeg eerst de doeltak bij uw tak (`git "
            "merge`), of noem zelf de revisie om mee te vergelijken.",
            en=f"{one[:12]} and {other[:12]} parted in {len(bases)} places; compared with one of "
            "them, something stays hidden. Merge the target branch into yours first (`git "
            "merge`), or name the revision to compare with yourself.",
        ),
    )


def _bases(root: str, one: str, other: str) -> list[str]:
    said = ask(top_of(root), "merge-base", "--all", "--end-of-options", one, other)
    names = said.stdout.decode("ascii", "replace").split()
    return names if said.returncode == 0 and all(map(_NAME.fullmatch, names)) else []


def committed(root: str, commit: str) -> date:
    """Return the day (UTC) on which a commit was made; Refused (status 2) when it states none."""
    said = ask(top_of(root), "cat-file", "--end-of-options", "commit", commit)
    lines = said.stdout.partition(b"\n\n")[0].split(b"\n")
    by = next((line for line in lines if line.startswith(b"committer ")), b"")
    # The moment is looked for from the end: the name before it may be anything, and very long.
    stated = _MOMENT.fullmatch(b" ".join(by.rsplit(b" ", 2)[1:]))
    day = _day(stated[1]) if said.returncode == 0 and stated else None
    if day is None:
        raise Refused(
            USAGE,
            Text(
                nl=f"Van commit {commit[:12]} is de dag niet te lezen; geef de peildatum zelf met "
                "--as-of.",
                en=f"The day of commit {commit[:12]} cannot be read; give the as-of date yourself "
                "with --as-of.",
            ),
        )
    return day


def commits(root: str, commit: str, since: date, until: date) -> list[Commit]:
    """Return the commits from one back along first parents, of the days asked for, oldest first.

    Along first parents one sees what a branch was like over time, without what merges brought in
    piece by piece.
    """
    said = ask(
        top_of(root), "rev-list", "--first-parent", "--timestamp", "--end-of-options", commit
    )
    if said.returncode:
        raise Refused(
            USAGE,
            Text(
                nl=f"De geschiedenis van {commit[:12]} is niet te lezen: de repository is "
                "beschadigd of niet volledig.",
                en=f"The history of {commit[:12]} cannot be read: the repository is damaged or not "
                "complete.",
            ),
        )
    dated = (line.split() for line in said.stdout.splitlines())
    known = [Commit(name.decode("ascii"), day) for at, name in dated if (day := _day(at))]
    return [one for one in reversed(known) if since <= one.day <= until]


def _day(seconds: bytes) -> date | None:
    """Return the day (UTC) that many seconds after 1970; None when no calendar has it."""
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))).date()
    except (OverflowError, ValueError):
        return None
