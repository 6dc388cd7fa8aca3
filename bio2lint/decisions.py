"""Which decisions were recorded between two states of a repository, and what they carry.

A decision counts here if it says who decided, when, and where that can be found, and was not there
before: what was decided earlier was decided about something else.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import coverage, model, numbers
from bio2lint.model.fields import known
from bio2lint.model.parts import Acceptance, Decision
from bio2lint.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.repository import Repository

_RECENT = timedelta(days=366)
"""How long after a decision it may be recorded, to support what changes then."""

_RANKS = {"planned": 0, "in-progress": 1, "implemented": 2}


def decided(new: object, old: object, as_of: date) -> bool:
    """Whether a decision is complete and was not there before, or is another than it was."""
    if not isinstance(new, Decision):
        return False
    complete = isinstance(new.by, str) and isinstance(new.ref, str) and bool(new.ref.strip())
    if not complete or not isinstance(new.date, date) or new.date > as_of:
        return False
    # Another reference on the old day is a correction of the record, no other decision.
    was = old.date if isinstance(old, Decision) else None
    return not isinstance(was, date) or new.date > was


def approved_anew(
    before: Repository, after: Repository, record: model.Exemption | model.Paper
) -> bool:
    """Whether an exception or document was approved between the two states, by a role in office.

    The approval of one that has gone was given to that, whatever takes it over.
    """
    if not in_office(before, after, record.approved):
        return False
    old = before.find(record.name, type(record))
    if old is not None:
        return decided(record.approved, old.approved, after.as_of)
    inherited = not _gone(before, after).isdisjoint(_approvals(after, record))
    return not inherited and decided(record.approved, None, after.as_of)


def in_office(before: Repository, after: Repository, decision: object) -> bool:
    """Whether a decision is of a role that was there before the change, and held on its day."""
    if not isinstance(decision, Decision) or not isinstance(decision.by, str):
        return False
    ruling = before if before.roles else after
    role, day = ruling.find(decision.by, model.Role), decision.date
    if role is None or not isinstance(day, date):
        return False
    early = isinstance(role.start, date) and role.start > day
    return not early and not (isinstance(role.until, date) and role.until < day)


@lru_cache(maxsize=2)
def _gone(before: Repository, after: Repository) -> frozenset[tuple[object, ...]]:
    """Return what tells of the approvals of exceptions and documents that are there no more."""
    then: list[model.Exemption | model.Paper] = [*before.exceptions, *before.documents]
    gone = (one for one in then if one.name not in after.by_id)
    return frozenset(approval for one in gone for approval in _approvals(before, one))


def _approvals(
    own: Repository, record: model.Exemption | model.Paper
) -> frozenset[tuple[object, ...]]:
    """Return what tells of an approval: what it says, or on which day what was approved.

    Another reference makes it no other approval of the same.
    """
    decision = record.approved
    if not isinstance(decision, Decision):
        return frozenset()
    about = own.covered_by(record) if isinstance(record, model.Exemption) else ()
    same_day = ((record.kind, decision.by, decision.date, number) for number in about)
    return frozenset((decision, *same_day))


class _Decided(NamedTuple):
    """What was decided between two states: exceptions and documents by what they are about."""

    exceptions: dict[str, model.Exemption]
    superseding: dict[str, model.Paper]
    naming: dict[str, model.Paper]


# A change is asked about again and again, for each thing that weakens in it.
@lru_cache(maxsize=2)
def _decided(before: Repository, after: Repository) -> _Decided:
    decided = _Decided({}, {}, {})
    for exemption in after.exceptions:
        excuses = exemption.type in ("deviation", "not-applicable")
        counts = excuses and coverage.counts(exemption, after.as_of) is True
        if counts and approved_anew(before, after, exemption):
            for number in after.covered_by(exemption):
                decided.exceptions.setdefault(number, exemption)
    for paper in after.documents:
        if (
            paper.status == "approved"
            and _lately(after, paper)
            and approved_anew(before, after, paper)
        ):
            for table, names in (
                (decided.superseding, paper.supersedes),
                (decided.naming, paper.subjects),
            ):
                for name in known(names):
                    if name != paper.name:
                        table.setdefault(name, paper)
    return decided


def _lately(after: Repository, paper: model.Paper) -> bool:
    """Whether a document was approved so lately that it can be about what changes now."""
    day = paper.approved.date if isinstance(paper.approved, Decision) else None
    return isinstance(day, date) and day >= after.as_of - _RECENT


def excepting(
    before: Repository, after: Repository, requirements: Iterable[str]
) -> list[model.Exemption] | None:
    """Return exceptions, approved anew, that together cover every one of the requirements.

    The numbers are those of the edition after the change. None when one is left, or there is none.
    """
    found = [_decided(before, after).exceptions.get(number) for number in requirements]
    named = [exemption for exemption in found if exemption is not None]
    return list(dict.fromkeys(named)) if named and len(named) == len(found) else None


def superseding(before: Repository, after: Repository, name: str) -> model.Paper | None:
    """Return the document, approved between the two states, that supersedes the one named."""
    return _decided(before, after).superseding.get(name)


def naming(before: Repository, after: Repository, name: str) -> model.Paper | None:
    """Return the document, approved between the two states, that has an id among its subjects."""
    return _decided(before, after).naming.get(name)


def accepted_anew(before: Repository, after: Repository, risk: model.Risk) -> bool:
    """Whether the acceptance of a risk is complete, with an end, and was decided anew."""
    old = before.find(risk.name, model.Risk)
    new_decision, old_decision = _acceptance(risk), _acceptance(old)
    until = getattr(risk.acceptance, "until", None)
    ends = isinstance(until, date) and until >= after.as_of
    return ends and decided(new_decision, old_decision, after.as_of)


def _acceptance(risk: model.Risk | None) -> object:
    accepted = risk.acceptance if risk is not None else None
    if not isinstance(accepted, Acceptance):
        return None
    return Decision(accepted.by, accepted.date, accepted.ref, None)


def requirements_of(before: Repository, after: Repository, name: str) -> list[str]:
    """Return the requirements of a control before a change, as the edition after it has them.

    What that edition has dropped, and what never stood for anything, is left out.
    """
    control = before.find(name, model.Control)
    stated = known(control.implements) if control is not None else []
    resolved = (today(before, after, number) for number in stated)
    return list(dict.fromkeys(number for number in resolved if number is not None))


def today(before: Repository, after: Repository, number: str) -> str | None:
    """Return what a number of the edition before the change stands for in that after it.

    None when it stood for nothing before, or stands for nothing any more.
    """
    stood_for = before.norm.resolve(number)
    if stood_for is None:
        return None
    return after.norm.resolve(number) or after.norm.resolve(stood_for)


def moved_in_part(before: Repository, after: Repository, old: str, new: str) -> bool:
    """Whether a number that only the edition after the change has took over a part of another."""
    measure = after.norm.measures.get(new)
    return measure is not None and old in measure.partly_from and not before.norm.has(new)


def taking_over(
    before: Repository, after: Repository, name: str, number: str
) -> model.Control | None:
    """Return the control that has taken a requirement over from the one named, in this change.

    It names it since, is as far as the other was, and holds for as much, as often.
    """
    old = before.find(name, model.Control)
    needed = _RANKS.get(str(old.status), 0) if old is not None else 0
    for control in after.coverage[number].controls if number in after.coverage else ():
        was = before.find(control.name, model.Control)
        had = was is not None and number in (
            today(before, after, stated) for stated in known(was.implements)
        )
        as_far = _RANKS.get(str(control.status), -1) >= needed
        if control.name != name and not had and as_far and _holds_for(control, old, number):
            return control
    return None


def _holds_for(new: model.Control, old: model.Control | None, number: str) -> bool:
    """Whether a control holds for all that another held for, as often, as long and as designed.

    Of one that does not say what it holds for that cannot be told.
    """
    if old is None:
        return True
    where = ((new.systems, old.systems), (new.processes, old.processes))
    return (
        _as_often(new, old, number)
        and not _exceeds(old.retention, new.retention)
        and bool(new.design or not old.design)
        and all(set(known(wide)) >= set(known(narrow)) for wide, narrow in where)
    )


def _as_often(new: model.Control, old: model.Control, number: str) -> bool:
    """Whether a control does what is asked, and is reviewed, at least as often as another."""
    was, becomes = _longest(old, number), _longest(new, number)
    as_often = was is None or (becomes is not None and becomes <= was)
    reviewed, before = (getattr(one.review, "interval", None) for one in (new, old))
    rarer = isinstance(before, Period) and (
        not isinstance(reviewed, Period) or reviewed.exceeds(before)
    )
    return as_often and not rarer


def _exceeds(old: object, new: object) -> bool:
    """Whether a term was longer than it is, or is gone."""
    return isinstance(old, Period) and (not isinstance(new, Period) or old.exceeds(new))


def _longest(control: model.Control, number: str) -> int | None:
    """Return the most days between two times that a control does what a requirement asks."""
    periods = [
        one.interval.longest
        for one in known(control.cycles)
        if numbers.canonical(str(one.requirement)) == number and isinstance(one.interval, Period)
    ]
    return max(periods, default=None)
