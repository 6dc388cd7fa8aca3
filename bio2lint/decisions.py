"""Which decisions were recorded between two states of a repository, and what they carry.

A decision counts here if it says who decided, when, and where that can be found, and was not there
before: what was decided earlier was decided about something else.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from bio2lint import coverage, model
from bio2lint.fields import known
from bio2lint.parts import Acceptance, Decision, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.repository import Repository

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
    """Whether an exception or document was approved between the two states.

    The approval of one that has gone was given to that, whatever takes it over.
    """
    old = before.find(record.name, type(record))
    if old is not None:
        return decided(record.approved, old.approved, after.as_of)
    then: list[model.Exemption | model.Paper] = [*before.exceptions, *before.documents]
    gone = [one.approved for one in then if one.name not in after.by_id]
    return record.approved not in gone and decided(record.approved, None, after.as_of)


@lru_cache(maxsize=2)
def exceptions(before: Repository, after: Repository) -> tuple[model.Exemption, ...]:
    """Return the exceptions that count and were approved between the two states.

    Everything that weakens asks this in turn.
    """
    return tuple(
        exemption
        for exemption in after.exceptions
        if exemption.type in ("deviation", "not-applicable")
        and coverage.counts(exemption, after.as_of) is True
        and approved_anew(before, after, exemption)
    )


def excepting(
    before: Repository, after: Repository, requirements: Iterable[str]
) -> list[model.Exemption] | None:
    """Return exceptions, approved anew, that together cover every one of the requirements.

    The numbers are those of the edition after the change. None when one is left, or there is none.
    """
    wanted = list(dict.fromkeys(requirements))
    candidates = exceptions(before, after)
    found = [
        next((e for e in candidates if number in after.covered_by(e)), None) for number in wanted
    ]
    named = [exemption for exemption in found if exemption is not None]
    return list(dict.fromkeys(named)) if wanted and len(named) == len(wanted) else None


@lru_cache(maxsize=2)
def _new_papers(before: Repository, after: Repository) -> tuple[model.Paper, ...]:
    return tuple(
        paper
        for paper in after.documents
        if paper.status == "approved" and approved_anew(before, after, paper)
    )


def superseding(before: Repository, after: Repository, name: str) -> model.Paper | None:
    """Return the document, approved between the two states, that supersedes the one named."""
    papers = _new_papers(before, after)
    return next((p for p in papers if p.name != name and name in known(p.supersedes)), None)


def naming(before: Repository, after: Repository, name: str) -> model.Paper | None:
    """Return the document, approved between the two states, that has an id among its subjects."""
    papers = _new_papers(before, after)
    return next((p for p in papers if p.name != name and name in known(p.subjects)), None)


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


def taking_over(
    before: Repository, after: Repository, name: str, number: str
) -> model.Control | None:
    """Return the control that has taken a requirement over from the one named, in this change.

    It names it since, and is as far as the other was.
    """
    old = before.find(name, model.Control)
    needed = _RANKS.get(str(old.status), 0) if old is not None else 0
    for control in after.coverage[number].controls if number in after.coverage else ():
        was = before.find(control.name, model.Control)
        had = was is not None and number in (
            today(before, after, stated) for stated in known(was.implements)
        )
        if control.name != name and not had and _RANKS.get(str(control.status), -1) >= needed:
            return control
    return None


def shown_anew(before: Repository, after: Repository, name: str) -> bool:
    """Whether everything that a piece of evidence showed is shown by evidence at least as fresh."""
    old = before.find(name, model.Evidence)
    if old is None:
        return False
    shown = [today(before, after, number) for number in before.shown_by(old)]
    numbers = [number for number in shown if number is not None]
    controls = [c for c in known(old.controls) if after.find(c, model.Control)]
    fresher = [e for e in after.evidence if e.name != name and _as_good(e, old)]
    return bool(numbers or controls) and all(
        any(_shows(after, e, control, number) for e in fresher)
        for control in (controls or (None,))
        for number in (numbers or (None,))
    )


def _shows(
    after: Repository, evidence: model.Evidence, control: str | None, number: str | None
) -> bool:
    of_control = control is None or control in known(evidence.controls) or not evidence.controls
    return of_control and (number is None or number in after.shown_by(evidence))


def _as_good(new: model.Evidence, old: model.Evidence) -> bool:
    """Whether evidence proves the same of the same, at least as recently."""
    day, was = last_day(new), last_day(old)
    return (
        (was is None or (day is not None and day >= was))
        and set(known(new.proves)) >= set(known(old.proves))
        and set(known(new.systems)) >= set(known(old.systems))
        and set(known(new.suppliers)) >= set(known(old.suppliers))
        and (_outcome(new) == "pass" or _outcome(new) == _outcome(old))
    )


def _outcome(evidence: model.Evidence) -> object:
    return getattr(evidence.result, "outcome", None)


def last_day(evidence: model.Evidence) -> date | None:
    """Return the last day of which evidence speaks: of its period, else when it was collected."""
    until = evidence.period.until if isinstance(evidence.period, Span) else None
    found = until if isinstance(until, date) else evidence.collected
    return found if isinstance(found, date) else None
