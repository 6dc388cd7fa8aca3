"""Who must approve a change, by the norm, the mandates and the owners, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import deciders
from bio2lint.codeowners import same
from bio2lint.deciders import Version, people, table
from bio2lint.finding import Text
from bio2lint.review.change import Approval
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bio2lint.codeowners import Codeowners
    from bio2lint.deciders.people import Decider
    from bio2lint.deciders.table import Case
    from bio2lint.repository import Repository
    from bio2lint.review.change import Change, Side

_SETTINGS = "settings"
_COMMENT = "#"
"""What begins a comment that silences a finding: like a setting, but in somebody's document."""


def required(changes: Sequence[Change], before: Repository, after: Repository) -> list[Approval]:
    """Return who must approve a set of changes, one approval a role, sorted by role.

    Which change needs whom is data (`policies/approvals.yaml`). Functions, mandates and handles
    count as they were before the change: nobody appoints themselves in it.
    """
    who = people.of(before, after)
    found: dict[str, _Asked] = {}
    for change in changes:
        versions = _versions(change, before, after)
        kind = _kind(change)
        for case in table.load().cases:
            if _fits(case, change) and deciders.concerns(case, kind, versions):
                for decider in deciders.of(case, versions, who):
                    asked = found.setdefault(decider.role, _Asked(decider))
                    asked.add(case, decider, change)
    return [found[role].approval() for role in sorted(found)]


def with_asked(
    approvals: Iterable[Approval],
    codeowners: Codeowners | None,
    git_path: Callable[[str], str],
) -> list[Approval]:
    """Return approvals with whether CODEOWNERS asks one of their handles for all of their paths.

    Optional sections ask nobody: they can be passed by. `git_path` makes a path below the root one
    from the top of the repository. The file that counts is that of the branch merged into.
    """
    if codeowners is None:
        return list(approvals)
    return [
        approval._replace(
            asked=all(
                _any_of(approval.handles, codeowners.required_for(git_path(path)))
                for path in approval.paths
            )
        )
        for approval in approvals
    ]


def _any_of(handles: Iterable[str], owners: Sequence[str]) -> bool:
    return any(same(handle, owner) for handle in handles for owner in owners)


class _Asked:
    """What one role is asked to approve, as it comes in."""

    def __init__(self, decider: Decider) -> None:
        self.role = decider.role
        self.handles = decider.handles
        self.about: dict[tuple[Text, Text | None], dict[str, None]] = {}
        self.paths: dict[str, None] = {}

    def add(self, case: Case, decider: Decider, change: Change) -> None:
        names = self.about.setdefault((case.why, decider.instead), {})
        names[change.document or change.path] = None
        for path in (change.old and change.old.path, change.new and change.new.path, change.path):
            if path:
                self.paths[path] = None

    def approval(self) -> Approval:
        reasons = tuple(
            _reason(why, instead, sorted(names)) for (why, instead), names in self.about.items()
        )
        return Approval(self.role, self.handles, reasons, paths=tuple(sorted(self.paths)))


def _reason(why: Text, instead: Text | None, names: list[str]) -> Text:
    shown = listed(names)
    text = Text(nl=f"{why.nl}: {shown.nl}", en=f"{why.en}: {shown.en}")
    if instead is None:
        return Text(nl=f"{text.nl}.", en=f"{text.en}.")
    return Text(nl=f"{text.nl}; {instead.nl}.", en=f"{text.en}; {instead.en}.")


def _kind(change: Change) -> str:
    """Return what kind of document a change is about: `settings` if that is what is judged."""
    return _SETTINGS if change.field.startswith(_COMMENT) else change.kind or _SETTINGS


def _fits(case: Case, change: Change) -> bool:
    if change.direction not in case.directions:
        return False
    if not case.kinds:
        return change.kind is not None
    field = change.pointer.removeprefix("/").partition("/")[0]
    return not case.fields or not field or field in case.fields


def _versions(change: Change, before: Repository, after: Repository) -> list[Version]:
    """Return the document as each of the two repositories has it, in that order."""
    found = []
    for side, repository in ((change.old, before), (change.new, after)):
        if side is not None or _says_nothing_of_sides(change):
            found += _version(repository, change, side)
    return found


def _says_nothing_of_sides(change: Change) -> bool:
    """Whether only its id tells which document a change is about."""
    return change.old is None and change.new is None


def _version(repository: Repository, change: Change, side: Side | None) -> list[Version]:
    """Return the record of a document, by its place where its id is not known or not its own."""
    named = repository.by_id.get(change.document or "", ())
    of_kind = [record for record in named if record.kind == (side.kind if side else change.kind)]
    exact = [
        record
        for record in of_kind or repository.records
        if side is not None and (record.path, record.ordinal) == (side.path, side.ordinal)
    ]
    return [Version(repository, record) for record in (exact or of_kind)[:1]]
