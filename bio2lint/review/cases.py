"""What the table alone cannot tell: small predicates that it names."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from bio2lint import decisions, model, numbers, showing
from bio2lint.coverage import counts
from bio2lint.model.fields import known, read_date
from bio2lint.review import cases_of_roles

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.repository import Repository
    from bio2lint.review.change import Side
    from bio2lint.review.step import Edits, Step


_OVER = ("superseded", "closed")


def _renumbered(step: Step) -> bool:
    """Whether the editions, or a number that only points elsewhere, account for the change.

    A requirement that went stands under another number in the same list, and one that came stood
    there so, or a part of it.
    """
    before, after = step.edits.before, step.edits.after
    if step.event == "removed":
        number = decisions.today(before, after, _canonical(step.before))
        others = _listed(after, after, step.new)
    else:
        number = after.norm.resolve(_canonical(step.after))
        others = _listed(before, after, step.old)
    return number is not None and (
        number in others or any(_in_part(step, number, one) for one in others)
    )


def _in_part(step: Step, number: str, other: str) -> bool:
    """Whether of two numbers the later edition made one out of a part of the other."""
    old, new = (number, other) if step.event == "removed" else (other, number)
    return decisions.moved_in_part(step.edits.before, step.edits.after, old, new)


def _same_number(step: Step) -> bool:
    """Whether a number stands for what the one before it stood for, or took over a part of it."""
    before, after = step.edits.before, step.edits.after
    old = decisions.today(before, after, _canonical(step.before))
    new = after.norm.resolve(_canonical(step.after))
    return new is not None and (
        old == new or decisions.moved_in_part(before, after, _canonical(step.before), new)
    )


def _dropped_by_norm(step: Step) -> bool:
    """Whether a number stands for nothing in the edition after the change, or never did."""
    before, after = step.edits.before, step.edits.after
    if step.event == "removed":
        return decisions.today(before, after, _canonical(step.before)) is None
    return after.norm.resolve(_canonical(step.after)) is None


def _canonical(stated: object) -> str:
    return numbers.canonical(str(stated)) or str(stated)


def _listed(own: Repository, after: Repository, side: Side | None) -> set[str]:
    """Return the requirements that one side of a document lists, as the edition after has them."""
    data = side.data if side is not None else {}
    stated = data.get("implements", data.get("requirements", ()))
    items = stated if isinstance(stated, list) else [stated]
    resolved = (decisions.today(own, after, _canonical(item)) for item in items)
    return {number for number in resolved if number is not None}


def _taken_over(step: Step) -> bool:
    """Whether other controls have taken over, in this change, what a control gave up."""
    before, after = step.edits.before, step.edits.after
    if step.event != "removed":
        return False
    if step.new is None:
        given_up = decisions.requirements_of(before, after, step.name)
    else:
        cycle = step.before if isinstance(step.before, dict) else {"requirement": step.before}
        number = decisions.today(before, after, _canonical(cycle.get("requirement")))
        given_up = [number] if number is not None else []
    return bool(given_up) and all(
        decisions.taking_over(before, after, step.name, number) for number in given_up
    )


def _answered(step: Step) -> bool:
    """Whether a lower rating follows from a new control or new evidence in the same change.

    That a control which was there is set against the risk explains nothing.
    """
    after = step.edits.after
    new = after.find(step.name, model.Risk)
    if step.event not in ("down", "removed") or new is None:
        return False
    shown = step.edits.fresh | _proved(step.edits)
    return any(
        getattr(after.find(name, model.Control), "status", None) == "implemented"
        for name in shown.intersection(known(new.controls) + _against(after).get(step.name, []))
    )


@lru_cache(maxsize=4)
def _against(repository: Repository) -> dict[str, list[str]]:
    """Return the ids of the controls that say of each risk that they are against it."""
    found: dict[str, list[str]] = {}
    for control in repository.controls:
        for risk in known(control.risks):
            found.setdefault(risk, []).append(control.name)
    return found


@lru_cache(maxsize=2)
def _proved(edits: Edits) -> frozenset[str]:
    """Return the ids of the controls that new evidence speaks of."""
    new = (evidence for evidence in edits.after.evidence if evidence.name in edits.fresh)
    return frozenset(name for evidence in new for name in known(evidence.controls))


def _borne(step: Step) -> bool:
    """Whether a risk that is accepted, before and after, becomes more of a risk.

    What it would be without controls says that only as long as nothing is said of what is left.
    """
    if step.pointer[:1] == ("inherent",) and step.new is not None and "residual" in step.new.data:
        return False
    sides = (step.edits.before, step.edits.after)
    risks = [side.find(step.name, model.Risk) for side in sides]
    return step.event in ("added", "first", "up") and all(
        risk is not None and risk.accepted for risk in risks
    )


def _shown_anew(step: Step) -> bool:
    """Whether fresher evidence shows everything that this did."""
    return showing.shown_anew(step.edits.before, step.edits.after, step.name)


def _met(step: Step) -> bool:
    """Whether what an exception excused is implemented now, or excused by another that counts."""
    before, after = step.edits.before, step.edits.after
    if step.event != "removed":
        return False
    if step.new is not None:
        stated = [_canonical(step.before)]
    else:
        exemption = before.find(step.name, model.Exemption)
        stated = list(known(exemption.requirements)) if exemption is not None else []
    resolved = {decisions.today(before, after, number) for number in stated}
    covered = [after.coverage[n].status for n in resolved if n is not None and n in after.coverage]
    return all(status in ("implemented", "deviating", "not-applicable") for status in covered)


def _did_not_count(step: Step) -> bool:
    """Whether an exception that comes or goes covers nothing: not approved, or ended."""
    side = step.edits.before if step.event == "removed" else step.edits.after
    exemption = side.find(step.name, model.Exemption)
    return exemption is not None and counts(exemption, side.as_of) is False


def _followed(step: Step) -> bool:
    """Whether a control went from evidence because another, that it names, took over what it shows.

    Nothing of it is said of the first control any more.
    """
    before, after = step.edits.before, step.edits.after
    old, new = (side.find(step.name, model.Evidence) for side in (before, after))
    if step.event != "removed" or old is None or new is None or not isinstance(step.before, str):
        return False
    control = after.find(step.before, model.Control)
    kept = after.implemented_by(control) if control is not None else []
    met = set(decisions.requirements_of(before, after, step.before))
    shown = met.intersection(decisions.today(before, after, one) for one in before.shown_by(old))
    takers = [decisions.taking_over(before, after, step.before, number) for number in shown]
    return (
        bool(shown)
        and shown.isdisjoint(kept)
        and all(one is not None and one.name in known(new.controls) for one in takers)
    )


def _gone(step: Step) -> bool:
    """Whether a reference goes to what goes in the same change: that is judged where it goes."""
    before, after = step.edits.before, step.edits.after
    name = step.before
    return (
        step.event in ("removed", "replaced")
        and isinstance(name, str)
        and name in before.by_id
        and name not in after.by_id
    )


def _implemented(step: Step) -> bool:
    """Whether the control is implemented after the change."""
    control = step.edits.after.find(step.name, model.Control)
    return control is not None and control.status == "implemented"


def _done(step: Step) -> bool:
    """Whether an action that went was done."""
    done = step.before.get("done") if isinstance(step.before, dict) else None
    day = read_date(done)
    return isinstance(day, date) and day <= step.edits.after.as_of


def _over(step: Step) -> bool:
    """Whether a document that went had been superseded before, or a risk had been closed."""
    record = step.edits.before.find(step.name, model.Paper) or step.edits.before.find(
        step.name, model.Risk
    )
    return step.event == "removed" and record is not None and record.status in _OVER


PREDICATES: dict[str, Callable[[Step], bool]] = {
    **cases_of_roles.PREDICATES,
    "renumbered": _renumbered,
    "same-number": _same_number,
    "dropped-by-norm": _dropped_by_norm,
    "taken-over": _taken_over,
    "answered": _answered,
    "borne": _borne,
    "shown-anew": _shown_anew,
    "met": _met,
    "did-not-count": _did_not_count,
    "followed": _followed,
    "gone": _gone,
    "implemented": _implemented,
    "done": _done,
    "over": _over,
}
"""The predicates by the names that the table uses."""
