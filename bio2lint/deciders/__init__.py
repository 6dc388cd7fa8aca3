"""Who decides on a document: its owner, a function of the norm, or whoever has a mandate.

The norm's Part 1 (§6.2, §7, §11.1, §12) and the facts of its measures say who; the organisation's
roles and mandates say which role that is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bio2lint.deciders import people
from bio2lint.finding import Text
from bio2lint.model import Evidence, Exemption, Paper, Risk, Role
from bio2lint.model.fields import known
from bio2lint.model.parts import Acceptance, Decision, Rating
from bio2lint.rules.ownership import _roles
from bio2lint.rules.risk import _mandates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bio2lint.deciders.people import Decider, People
    from bio2lint.deciders.table import Case
    from bio2lint.model import Organisation, Record
    from bio2lint.repository import Repository


class Version(NamedTuple):
    """A document as one repository has it: before a change, or after it."""

    repository: Repository
    record: Record


def concerns(case: Case, kind: str, versions: Sequence[Version]) -> bool:
    """Whether a case is about a kind of document, or one of its versions; `settings` has none."""
    if case.kinds and kind not in case.kinds:
        return False
    if case.types and not any(
        isinstance(record, Exemption) and record.type in case.types for _, record in versions
    ):
        return False
    return case.condition is None or any(map(_CONDITIONS[case.condition], versions))


def of(case: Case, versions: Sequence[Version], who: People) -> list[Decider]:
    """Return who must approve by a case: one role, or all whom a document named and names."""
    if case.who in _OF_DOCUMENT:
        named = map(_OF_DOCUMENT[case.who], versions)
        return _those(dict.fromkeys(name for names in named for name in names), who)
    function, able = _able(case.who, versions, who)
    if not able:
        return [who.vacant(function)]
    by_name = {role.name: role for role in able}
    first = next((name for name in _named(versions) if name in by_name), able[0].name)
    return [people.decider(by_name[first])]


def alternatives(case: Case, versions: Sequence[Version], who: People) -> list[Decider]:
    """Return every role of which one is enough, by a case that asks for a function or mandate."""
    _, able = _able(case.who, versions, who)
    return [people.decider(role) for role in able]


def _able(wanted: str, versions: Sequence[Version], who: People) -> tuple[str, list[Role]]:
    """Return the function that is asked for and the roles that are held and may decide for it."""
    if wanted == "mandate":
        return "board", _mandated(versions, who) or of_function("board", who)
    if wanted == "norm":
        function = _by_norm(versions)
        return function, of_function(function, who, _named(versions))
    return wanted, of_function(wanted, who)


def of_function(function: str, who: People, first: Sequence[str] = ()) -> list[Role]:
    """Return the roles that may decide for a function: its own, then those that act for it."""
    able = who.holders(function)
    if function == "process-owner":
        owners = _roles.owners_of_processes(who.ruling)
        able = who.active([*(name for name in first if name in owners), *sorted(owners)])
    if function == "board" and who.organisation and _mandates.understood(who.organisation):
        acting = _mandates.acting_for_board(who.organisation, who.ruling.as_of)
        able = [*able, *who.active(sorted(acting.difference(role.name for role in able)))]
    return able


def _named(versions: Sequence[Version]) -> list[str]:
    """Return whom a document itself names: who decided on it, as it stands last, and its owner."""
    records = [record for _, record in reversed(versions)]
    by = [one.by for record in records for one in _decisions(record, *_DECISIONS)]
    return [one for one in (*by, *(record.owner for record in records)) if isinstance(one, str)]


def _those(names: dict[str, None], who: People) -> list[Decider]:
    if not names:
        return [who.above("", _NO_OWNER)]
    held = {role.name: role for role in who.active(list(names))}
    return [people.decider(held[n]) if n in held else who.in_place_of(n) for n in names]


def _owner(version: Version) -> list[str]:
    """Return who owns a document.

    Of a role that is who appointed it; evidence without an owner is of those whose controls it
    proves.
    """
    repository, record = version
    if isinstance(record, Role):
        return _texts([record.appointed.by if isinstance(record.appointed, Decision) else None])
    if record.owner is None and isinstance(record, Evidence):
        named = set(known(record.controls))
        of_controls = [one.owner for one in repository.controls if one.name in named]
        return _texts(of_controls) or _texts([record.collected_by])
    return _texts([record.owner])


def _decider(version: Version) -> list[str]:
    """Return who approved a document, or accepted a risk."""
    return _texts([one.by for one in _decisions(version.record, "approved", "acceptance")])


def _decisions(record: Record, *fields: str) -> list[Decision | Acceptance]:
    found = (getattr(record, field, None) for field in fields)
    return [one for one in found if isinstance(one, Decision | Acceptance)]


def _texts(values: Sequence[object]) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _mandated(versions: Sequence[Version], who: People) -> list[Role]:
    """Return the roles with a mandate for the risk's level, before or after, whichever is higher.

    Those whose mandate reaches least far come first.
    """
    organisation = who.organisation
    if organisation is None or not _mandates.understood(organisation):
        return []
    order = _mandates.levels(organisation)
    stated = [level for _, record in versions if (level := level_of(record)) is not None]
    if not stated or not set(stated) <= set(order):
        return []
    names = _mandates_from(organisation, order[max(map(order.index, stated)) :], who)
    return who.active(names)


def _mandates_from(organisation: Organisation, levels: list[str], who: People) -> list[str]:
    valid = [
        mandate
        for mandate in known(organisation.mandates)
        if _mandates.in_force(mandate, who.ruling.as_of)
    ]
    return [
        role
        for level in levels
        for mandate in valid
        if mandate.level == level
        for role in known(mandate.roles)
    ]


def level_of(record: Record) -> str | None:
    """Return the level of what is left of a risk: the residual one, else the inherent one."""
    if not isinstance(record, Risk):
        return None
    rating = record.inherent if record.residual is None else record.residual
    return rating.level if isinstance(rating, Rating) and isinstance(rating.level, str) else None


def _by_norm(versions: Sequence[Version]) -> str:
    """Return the function that the norm names for a document; the board's where it names none."""
    named = [
        function for version in versions for function in (*_adopts(version), *_permits(version))
    ]
    return "board" if not named or "board" in named else named[0]


def _adopts(version: Version) -> list[str]:
    """Return who adopts a document, by the measures that ask for it."""
    repository, paper = version
    if not isinstance(paper, Paper):
        return []
    norm, found = repository.norm, []
    numbers = {norm.resolve(number) for number in known(paper.requirements)}
    for number in norm.active:
        demands = norm.measures[number].facts.get("demands", {})
        approval, asked = demands.get("approval"), demands.get("documents", ())
        if approval is not None and approval["when"] == "always":
            subjects = {one["subject"] for one in asked}
            by_type = number in numbers and paper.type in {one["type"] for one in asked}
            if by_type or subjects & set(known(paper.subjects)):
                found.append(approval["by"])
    return found


def _permits(version: Version) -> list[str]:
    """Return who approves a permitted departure, by the measures that it names."""
    repository, exemption = version
    if not isinstance(exemption, Exemption) or exemption.type != "permitted":
        return []
    measures = repository.norm.measures
    demanded = [
        measures[number].facts.get("demands", {}).get("approval")
        for number in repository.covered_by(exemption)
        if number in measures
    ]
    return [one["by"] for one in demanded if one is not None and one["when"] == "departure"]


def _departs(version: Version) -> bool:
    repository, record = version
    active = set(repository.norm.active)
    return isinstance(record, Exemption) and bool(
        active.intersection(repository.covered_by(record))
    )


def _accepted(version: Version) -> bool:
    return isinstance(version.record, Risk) and version.record.accepted


def _decided(version: Version) -> bool:
    """Whether somebody decided on what a document says; on a draft nobody did."""
    draft = isinstance(version.record, Paper) and version.record.status != "approved"
    return not draft and bool(_decider(version))


def _adopted_by_norm(version: Version) -> bool:
    return bool(_adopts(version))


def _permitted(version: Version) -> bool:
    return bool(_permits(version))


def _for_the_board(version: Version) -> bool:
    return isinstance(version.record, Exemption) and not _permits(version)


_CONDITIONS: dict[str, Callable[[Version], bool]] = {
    "departs-from-measure": _departs,
    "accepted": _accepted,
    "decided": _decided,
    "adopted-by-norm": _adopted_by_norm,
    "permitted-by-measure": _permitted,
    "for-the-board": _for_the_board,
}
_OF_DOCUMENT: dict[str, Callable[[Version], list[str]]] = {"owner": _owner, "decider": _decider}
"""Those whom a document names itself, every one of them."""

_DECISIONS = ("approved", "acceptance", "criticality", "quickscan")
_NO_OWNER = Text(nl="er is geen eigenaar vastgelegd", en="no owner is recorded")
