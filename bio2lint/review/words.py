"""What reports of a review say, in both languages."""

from __future__ import annotations

import json
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from bio2lint.finding import Text
from bio2lint.report.safe import shortened
from bio2lint.report.words import SEVERITIES, counted, joined
from bio2lint.review.change import NEUTRAL, STRENGTHENS, WEAKENS
from bio2lint.review.sides import AFTER, BEFORE
from bio2lint.status import OK

if TYPE_CHECKING:
    from bio2lint.review import Review
    from bio2lint.review.change import Approval, Change

SIGNS = {WEAKENS: "▼", STRENGTHENS: "▲", NEUTRAL: "·"}
NOTHING = "–"
LONGEST_VALUE = 100
_CONTEXT = 20

TITLE = Text(nl="Wat deze wijziging doet", en="What this change does")
COVERAGE = Text(nl="Dekking", en="Coverage")
MEASURES = Text(nl="maatregelen", en="measures")
CONTROLS = Text(nl="beheersmaatregelen", en="controls")
UNCHANGED = Text(nl="ongewijzigd", en="unchanged")
NEW = Text(nl="Nieuwe bevindingen", en="New findings")
RESOLVED = Text(nl="Opgeloste bevindingen", en="Resolved findings")
REMAINING = Text(nl="Bevindingen die er al waren", en="Findings that were there already")
HIDDEN = Text(
    nl="verborgen door de gewijzigde instellingen",
    en="hidden by the changed settings",
)
APPROVALS = Text(nl="Wie moet goedkeuren", en="Who must approve")
UNREADABLE = Text(
    nl="Niet te lezen; wat hierin veranderde, is niet beoordeeld",
    en="Cannot be read; what changed in these was not judged",
)
NOT_JUDGED = Text(nl="Niet nagegaan", en="Not checked")
NO_CHANGES = Text(
    nl="In de administratie verandert niets.", en="Nothing changes in the administration."
)
SETTINGS = Text(nl="instellingen", en="settings")
ADDED = Text(nl="toegevoegd", en="added")
REMOVED = Text(nl="verwijderd", en="removed")
UNSUPPORTED = Text(
    nl="Geen besluit in deze wijziging draagt dit.",
    en="No decision in this change supports this.",
)
SIDES = {
    BEFORE: Text(nl="vóór de wijziging", en="before the change"),
    AFTER: Text(nl="na de wijziging", en="after the change"),
}
_ASKED = {
    True: Text(nl="CODEOWNERS vraagt het", en="CODEOWNERS asks"),
    False: Text(nl="CODEOWNERS vraagt het niet", en="CODEOWNERS does not ask"),
}
_WEAKENINGS = (
    Text(nl="verzwakking zonder vastgelegd besluit", en="weakening without a recorded decision"),
    Text(nl="verzwakkingen zonder vastgelegd besluit", en="weakenings without a recorded decision"),
)
_FILES = (
    Text(nl="bestand dat niet te lezen is", en="file that cannot be read"),
    Text(nl="bestanden die niet te lezen zijn", en="files that cannot be read"),
)


def _line(plain: Any) -> str:
    """Return a value of a document as one line of text, about as it stands there."""
    if plain is None:
        return NOTHING
    if isinstance(plain, dict):
        return f"{{{', '.join(f'{key}: {_line(value)}' for key, value in plain.items())}}}"
    if isinstance(plain, list):
        return f"[{', '.join(map(_line, plain))}]"
    if isinstance(plain, str) and plain:
        return plain
    return json.dumps(plain, ensure_ascii=False)


def _both(before: Any, after: Any) -> str:
    """Return two values, cut when they are long, but not so that they look the same."""
    old, new = _line(before), _line(after)
    if old != new and shortened(old, LONGEST_VALUE) == shortened(new, LONGEST_VALUE):
        same = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
        at = sum(1 for _ in same) - _CONTEXT
        old, new = f"…{old[at:]}", f"…{new[at:]}"
    return f"{shortened(old, LONGEST_VALUE)} → {shortened(new, LONGEST_VALUE)}"


def group(change: Change) -> tuple[bool, str, str]:
    """Return what changes are grouped by: the settings first, then by file and document."""
    name = f"{change.kind} {change.document or NOTHING}" if change.kind is not None else ""
    return bool(name), change.path, name


def what(change: Change) -> Text:
    """Return what a change does to its field: `status: implemented → planned`."""
    if change.field == "":
        came = change.before is None
        word, named = (ADDED, change.after) if came else (REMOVED, change.before)
        value = shortened(_line(named), LONGEST_VALUE)
        return Text(nl=f"{word.nl}: {value}", en=f"{word.en}: {value}")
    said = f"{change.field}: {_both(change.before, change.after)}"
    if change.before == change.after:
        same = shortened(_line(change.after), LONGEST_VALUE)
        said = change.field if change.after is None else f"{change.field}: {same}"
    return Text(nl=said, en=said)


def why(change: Change) -> Text:
    """Return the reason for a direction, and which decision supports a weakening."""
    if change.direction != WEAKENS:
        return change.why
    if change.supported is None:
        return joined([change.why, UNSUPPORTED], " ")
    said = change.supported
    return Text(
        nl=f"{change.why.nl} Gedragen door {said.nl}.",
        en=f"{change.why.en} Supported by {said.en}.",
    )


def asked(approval: Approval) -> Text | None:
    """Return whether CODEOWNERS asks for an approval, None where there is no such file."""
    return None if approval.asked is None else _ASKED[approval.asked]


def totals(done: Review) -> Text:
    """Return how many changes there are of each direction."""
    numbers = {d: sum(one.direction == d for one in done.changes) for d in SIGNS}
    weaker, stronger, neutral = (numbers[d] for d in (WEAKENS, STRENGTHENS, NEUTRAL))
    return Text(
        nl=f"{weaker} ▼ zwakker, {stronger} ▲ sterker, {neutral} · neutraal",
        en=f"{weaker} ▼ weaker, {stronger} ▲ stronger, {neutral} · neutral",
    )


def verdict(done: Review) -> Text:
    """Return what the exit status rests on, in one sentence."""
    reasons = []
    if done.unsupported:
        reasons.append(counted(len(done.unsupported), *_WEAKENINGS))
    if done.failing and done.fail_on is not None:
        level, number = SEVERITIES[done.fail_on], len(done.failing)
        reasons.append(
            Text(
                nl=f"{number} nieuwe bevinding{'' if number == 1 else 'en'} van ernst {level.nl} "
                "of hoger",
                en=f"{number} new finding{'' if number == 1 else 's'} of severity {level.en} "
                "or above",
            )
        )
    if done.unreadable:
        reasons.append(counted(len({one.path for one in done.unreadable}), *_FILES))
    if done.status == OK:
        return Text(
            nl="Akkoord: geen verzwakking zonder besluit en geen nieuwe bevindingen die tellen.",
            en="Passed: no weakening without a decision, and no new findings that count.",
        )
    named = joined(reasons, ", ")
    return Text(nl=f"Afgekeurd: {named.nl}.", en=f"Failed: {named.en}.")


def heading(done: Review) -> Text:
    """Return the editions and the date by which both sides were judged."""
    old, new = (norm.name for norm in done.norms)
    edition = new if old == new else f"{old} → {new}"
    return Text(
        nl=f"norm {edition} · peildatum {done.as_of}",
        en=f"norm {edition} · as-of date {done.as_of}",
    )
