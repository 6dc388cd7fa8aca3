"""The paths on which a role decides so much that CODEOWNERS should ask it, and where it does not.

The command that writes CODEOWNERS and the rule that judges it both go by this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint import deciders
from bio2lint.codeowners import same
from bio2lint.deciders import Version, people, table
from bio2lint.model import Exemption, Organisation, OwnRule, Risk, Role, in_force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.codeowners import Held
    from bio2lint.deciders.people import Decider
    from bio2lint.finding import Place
    from bio2lint.model import Record
    from bio2lint.repository import Repository

SETTINGS = "bio2lint.yaml"


class Guarded(NamedTuple):
    """A path of a group, what it is about, and who decides on it; any of `enough` may do so too.

    `path` is relative to the root; it is None of CODEOWNERS itself, which lies where it lies.
    """

    group: str
    path: str | None
    name: str
    place: Place | None
    decider: Decider
    enough: tuple[Decider, ...]


class Gap(NamedTuple):
    """A role that is not asked about a group, what of that group, and where it stands."""

    group: str
    role: Role
    names: list[str]
    places: list[Place]


def of(repository: Repository) -> Iterator[Guarded]:
    """Yield what is to be guarded in a repository: by group, in the order of its documents."""
    who = people.of(repository, repository)
    subjects = [*_subjects(repository), *_settings(repository)]
    for group in ("exceptions", "acceptances", "statement", "settings"):
        for case in table.load().guarding(group):
            for record, kind, path, name in subjects:
                versions = [] if record is None else [Version(repository, record)]
                if deciders.concerns(case, kind, versions):
                    (decider,) = deciders.of(case, versions, who)
                    enough = tuple(deciders.alternatives(case, versions, who))
                    place = None if record is None else record.place()
                    yield Guarded(group, path, name, place, decider, enough)


def _subjects(repository: Repository) -> Iterator[tuple[Record | None, str, str | None, str]]:
    for record in repository.records:
        guarded = isinstance(record, Exemption | Risk | Organisation | OwnRule)
        if guarded and in_force(record, repository.as_of):
            yield record, record.kind, record.path, record.name


def _settings(
    repository: Repository,
) -> Iterator[tuple[Record | None, str, str | None, str]]:
    if repository.norm_pinned:
        yield None, "settings", SETTINGS, SETTINGS
    yield None, "settings", None, "CODEOWNERS"


def gaps(repository: Repository, held: Held) -> list[Gap]:
    """Return the roles that a CODEOWNERS file does not ask about what they decide on."""
    found: dict[tuple[str, str], Gap] = {}
    for one in of(repository):
        named = [decider for decider in (one.decider, *one.enough) if decider.handles]
        role = repository.find(named[0].role, Role) if named else None
        if role is None:
            continue
        owners = held.codeowners.required_for(
            held.path if one.path is None else held.git_path(one.path)
        )
        handles = [handle for decider in named for handle in decider.handles]
        if not any(same(handle, owner) for handle in handles for owner in owners):
            gap = found.setdefault((one.group, role.name), Gap(one.group, role, [], []))
            gap.names.append(one.name)
            gap.places.extend([] if one.place is None else [one.place])
    return list(found.values())
