"""What a change does to compliance: two states of one repository held against each other."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import custom, engine, numbers
from bio2lint import rules as rules_of
from bio2lint.coverage import tally
from bio2lint.finding import Severity, Text
from bio2lint.review import (
    baseline_changes,
    change_rules,
    codeowners_changes,
    compare,
    files_behind,
    found,
    settings_changes,
    sides,
)
from bio2lint.review.change import NEUTRAL, STRENGTHENS, WEAKENS, Approval, Change
from bio2lint.review.sides import AFTER, BEFORE, Unread
from bio2lint.settings import FILE as SETTINGS
from bio2lint.status import FOUND, OK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from bio2lint.engine import Result
    from bio2lint.finding import Finding
    from bio2lint.norm import Norm
    from bio2lint.past import Past
    from bio2lint.reading import Kept
    from bio2lint.review.compare import Compared
    from bio2lint.review.found import Findings
    from bio2lint.rules import Rule
    from bio2lint.settings import Settings
    from bio2lint.tree import Tree

__all__ = ["NEUTRAL", "STRENGTHENS", "WEAKENS", "Approval", "Change", "Review", "State", "review"]

_NEVER = "never"


class State(NamedTuple):
    """One side of a change: its files, its settings, and the check of it."""

    tree: Tree
    settings: Settings
    result: Result


class Moved(NamedTuple):
    """A requirement whose status changed; None where an edition does not have it."""

    number: str
    before: str | None
    after: str | None


class Coverage(NamedTuple):
    """How many requirements have each status, of measures and of controls, on both sides."""

    measures: tuple[dict[str, int], dict[str, int]]
    controls: tuple[dict[str, int], dict[str, int]]
    moved: tuple[Moved, ...]


class Review(NamedTuple):
    """Everything that a report can tell of a change.

    `norms` are the editions before and after. `fail_on` is the stricter of both sides', None for
    never. `notes` and `not_judged` say what was compared otherwise and what could not be judged.
    `status` is the exit status.
    """

    changes: tuple[Change, ...]
    coverage: Coverage
    findings: Findings
    unreadable: tuple[Unread, ...]
    approvals: tuple[Approval, ...]
    norms: tuple[Norm, Norm]
    as_of: date
    fail_on: Severity | None
    notes: tuple[Text, ...]
    not_judged: tuple[Text, ...]
    status: int

    @property
    def unsupported(self) -> tuple[Change, ...]:
        """Return the weakening that no recorded decision supports."""
        weakening = (one for one in self.changes if one.direction == WEAKENS)
        return tuple(one for one in weakening if one.supported is None)

    @property
    def failing(self) -> tuple[Finding, ...]:
        """Return the new findings that are grave enough to fail."""
        return tuple(failing((*self.findings.new, *self.findings.hidden), self.fail_on))


def review(
    before: State,
    after: State,
    *,
    same: Callable[[str], bool] | None = None,
    fail_on: str | None = None,
    past: Past | None = None,
    kept: Kept | None = None,
) -> Review:
    """Return what becomes of a repository by a change; both sides were judged on one date.

    `same` tells of a path in both trees that its bytes are known to be equal. `fail_on` goes before
    that of the settings. `past` is what the repository had before, None where nobody looked. `kept`
    are the readings of both sides.
    """
    old, new = before.result, after.result
    compared = compare.compare(before[:2], after[:2], same)
    baselines = baseline_changes.both(before[:2], after[:2])
    strict = _by_settings_before(before, after, baselines[0], kept)
    changes, unread = _changes(before, after, compared, baselines, _grave(new, strict), same)
    index = copy(new.repository)
    index.edited, index.past = _edited(compared, changes), past
    of_change = change_rules.run(
        after.tree,
        after.settings,
        settings_changes.as_before(before.settings, after.settings),
        old.repository,
        index,
    )
    findings = found.compare(old, new, strict, of_change, compared.renamed)
    threshold = _stricter(before.settings, after.settings, fail_on)
    unreadable = _unreadable([*compared.unread, *unread], old, new, baselines)
    draft = Review(
        changes=tuple(changes),
        coverage=_coverage(old, new),
        findings=findings,
        unreadable=unreadable,
        approvals=(),
        norms=(old.norm, new.norm),
        as_of=new.as_of,
        fail_on=threshold,
        notes=tuple(_notes(compared, old)),
        not_judged=(*of_change.not_judged, *_held_back(new)),
        status=OK,
    )
    return draft._replace(status=_status(draft))


def _changes(
    before: State,
    after: State,
    compared: Compared,
    baselines: tuple[baseline_changes.Held, baseline_changes.Held],
    grave: frozenset[str],
    same: Callable[[str], bool] | None,
) -> tuple[list[Change], list[Unread]]:
    """Return what changed in all that is compared, and what of it besides documents is unread."""
    (old_tree, _, old), (new_tree, _, new) = before, after
    indexes = old.repository, new.repository
    behind = list(files_behind.changes(*indexes, (old_tree, new_tree), compared.renamed, same))
    closed = codeowners_changes.unread(old_tree, new_tree)
    silenced_anew = found.silenced_anew(old, new, compared.renamed)
    changes = [
        *_of_settings(before, after, closed),
        *baseline_changes.changes(*baselines, found.fingerprints(old, new, compared.renamed)),
        *compare.changes(compared, *indexes, grave, silenced_anew),
        *(one for one in behind if isinstance(one, Change)),
    ]
    return changes, [*closed, *(one for one in behind if isinstance(one, Unread))]


def _of_settings(before: State, after: State, closed: list[Unread]) -> Iterator[Change]:
    """Yield what changed beside the documents: in what is checked and asked.

    `closed` are the CODEOWNERS files that cannot be read.
    """
    rules = _rules(before.result, after.result)
    paths = after.tree.paths()
    yield from settings_changes.changes(before.settings, after.settings, rules, paths)
    files = sorted({*(one.path for one in after.result.documents), SETTINGS})
    index = after.result.repository
    if not closed:
        yield from codeowners_changes.changes(before.tree, after.tree, index, files)


def _notes(compared: Compared, old: Result) -> Iterator[Text]:
    """Yield what was compared otherwise than by id, or with nothing at all."""
    if compared.by_place:
        yield sides.note(compared.by_place)
    if not old.documents:
        yield Text(
            nl="Vóór de wijziging staan hier geen documenten. Alles telt als nieuw; of iets "
            "zwakker is dan het elders was, is niet te zien.",
            en="Before the change there are no documents here. Everything counts as new; whether "
            "something is weaker than it was elsewhere cannot be seen.",
        )


def _held_back(new: Result) -> Iterator[Text]:
    """Yield how much that is absent may stand in a file that cannot be read."""
    if number := sum(new.held_back.values()):
        yield Text(
            nl="Tegengehouden, omdat een bestand niet te lezen is: "
            f"{number} {'bevinding' if number == 1 else 'bevindingen'} over wat ontbreekt.",
            en="Held back, because a file cannot be read: "
            f"{number} {'finding' if number == 1 else 'findings'} about what is missing.",
        )


def _edited(compared: Compared, changes: Iterable[Change]) -> dict[str, frozenset[str]]:
    """Return the names of the fields that differ by id; `file` where a file behind one does."""
    edited = dict(compared.edited)
    for one in changes:
        if one.document is not None and one.old is None and one.new is None:
            edited[one.document] = edited.get(one.document, frozenset()) | {"file"}
    return edited


def failing(findings: Iterable[Finding], fail_on: Severity | None) -> Iterable[Finding]:
    """Return the findings at or above a severity; none where that is never."""
    return (one for one in findings if fail_on is not None and one.severity >= fail_on)


def _status(done: Review) -> int:
    return FOUND if done.failing or done.unsupported or done.unreadable else OK


def _stricter(before: Settings, after: Settings, asked: str | None) -> Severity | None:
    """Return from which severity a finding fails: what a change makes milder does not count."""
    names = [asked] if asked is not None else [before.fail_on, after.fail_on]
    severities = [Severity[name.upper()] for name in names if name != _NEVER]
    return min(severities, default=None)


def _by_settings_before(
    before: State, after: State, held: baseline_changes.Held, kept: Kept | None
) -> Result | None:
    """Return the check of what there is after the change by the settings before it.

    So a rule that is turned off in a change hides nothing in it. None where both judge alike.
    """
    settings = settings_changes.as_before(before.settings, after.settings)
    same_baseline = before.settings.baseline == after.settings.baseline is None
    if settings is None and same_baseline:
        return None
    norm, as_of = after.result.norm, after.result.as_of
    return engine.check(after.tree, settings or after.settings, norm, as_of, held.read, kept)


def _grave(result: Result, strict: Result | None) -> frozenset[str]:
    """Return the ids of documents in which something grave is wrong, kept out of sight or not."""
    findings = found.everything(result)
    findings += strict.findings if strict is not None else ()
    wrong = (one for one in findings if one.severity is Severity.ERROR)
    return frozenset(one.document for one in wrong if one.document is not None)


def _rules(*results: Result) -> list[Rule]:
    """Return every rule that there is, those of the organisation's own on either side included."""
    own = {
        rule.code: rule
        for result in results
        for record in result.repository.rules
        if (rule := custom.as_rule(record)) is not None
    }
    return [*(check.rule for check in rules_of.load()), *own.values()]


def _coverage(old: Result, new: Result) -> Coverage:
    by_number = [{c.number: c.status for c in side.coverage.values()} for side in (old, new)]
    both = sorted({*by_number[0], *by_number[1]}, key=numbers.order)
    moved = [Moved(n, by_number[0].get(n), by_number[1].get(n)) for n in both]

    def counted(*, measures: bool) -> tuple[dict[str, int], dict[str, int]]:
        was, becomes = (
            tally(c for c in side.coverage.values() if numbers.is_measure(c.number) is measures)
            for side in (old, new)
        )
        return was, becomes

    return Coverage(
        counted(measures=True),
        counted(measures=False),
        tuple(one for one in moved if one.before != one.after),
    )


def _unreadable(
    unread: list[Unread], old: Result, new: Result, baselines: tuple[baseline_changes.Held, ...]
) -> tuple[Unread, ...]:
    found_there = [
        *unread,
        *(Unread(path, BEFORE) for path in old.unreadable),
        *(Unread(path, AFTER) for path in new.unreadable),
        *(one for held in baselines for one in held.unread),
    ]
    return tuple(sorted(set(found_there)))
