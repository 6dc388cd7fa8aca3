"""What the table alone cannot tell of owners, of roles and of what they may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bio2lint import model
from bio2lint.deciders import Version, entitled, people
from bio2lint.model.fields import known
from bio2lint.model.parts import Acceptance
from bio2lint.review import holding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bio2lint.repository import Repository
    from bio2lint.review.step import Step


def _owner_unfit(step: Step) -> bool:
    """Whether a role gets it that may not hold it: unknown, not in office, or an adviser."""
    return step.after is not None and not holding.may_own(step.edits.after, step.kind, step.after)


def _owner_fit_again(step: Step) -> bool:
    """Whether it is taken from a role that might not hold it."""
    return step.before is not None and not holding.may_own(
        step.edits.before, step.kind, step.before
    )


def _held_by_another(step: Step) -> bool:
    """Whether another role in office has the function; of a role that went, each of them."""
    after = step.edits.after
    if step.event != "removed":
        return False
    if step.new is not None:
        return _others_have(after, step.name, [step.before])
    return _others_have(after, step.name, _functions(step.edits.before, step.name))


def _functions(side: Repository, name: str) -> list[str]:
    role = side.find(name, model.Role)
    return list(known(role.functions)) if role is not None else []


def _others_have(side: Repository, name: str, functions: Iterable[Any]) -> bool:
    """Whether of each function there is another role in office that has it."""
    return all(
        any(f in known(r.functions) and r.name != name for r in holding.in_office(side))
        for f in functions
    )


def _leaves_office(step: Step) -> bool:
    """Whether by its term a role is held no longer, with a function that no other role has."""
    before, after = step.edits.before, step.edits.after
    left = holding.held(before, step.name) and not holding.held(after, step.name)
    return left and not _others_have(after, step.name, _functions(before, step.name))


def _enters_office(step: Step) -> bool:
    """Whether by its term a role that was there comes to be held, and may decide by that."""
    before, after = step.edits.before, step.edits.after
    entered = holding.held(after, step.name) and not holding.held(before, step.name)
    there = before.find(step.name, model.Role) is not None
    return there and entered and not holding.DECIDING.isdisjoint(_functions(after, step.name))


def _last_mandate(step: Step) -> bool:
    """Whether a mandate goes and none is left: then nobody's say is limited any more."""
    organisations = step.edits.after.organisations
    return step.event == "removed" and not any(one.mandates for one in organisations)


def _without_say(step: Step) -> bool:
    """Whether by another name a decision comes to be of a role that has no say over it."""
    after, change = step.edits.after, (step.edits.before, step.edits.after)
    record = next((r for r in after.by_id.get(step.name, ()) if r.kind == step.kind), None)
    if step.event != "changed" or record is None:
        return False
    if isinstance(record, model.Exemption):
        return not entitled.may_approve(record, change)
    versions, who = [Version(after, record)], people.of(*change)
    if isinstance(record, model.Risk):
        accepted = record.acceptance if step.pointer[:1] == ("acceptance",) else None
        return isinstance(accepted, Acceptance) and not entitled.may_accept(accepted, versions, who)
    about = _ABOUT.get((step.kind, str(step.pointer[0])))
    return about is not None and not entitled.has_the_say(about, step.after, versions, who)


def _approver(step: Step) -> bool:
    """Whether a function is one by which the norm lets a role decide or advise."""
    return isinstance(step.after, str) and step.after in holding.DECIDING


_ABOUT = {
    ("organisation", "risk_method"): "risk-method",
    ("organisation", "statement"): "statement",
    ("system", "criticality"): "criticality",
    ("process", "quickscan"): "criticality",
}
"""Over which case of the table of approvals a decision is, by kind and field."""

PREDICATES: dict[str, Callable[[Step], bool]] = {
    "owner-unfit": _owner_unfit,
    "owner-fit-again": _owner_fit_again,
    "held-by-another": _held_by_another,
    "leaves-office": _leaves_office,
    "enters-office": _enters_office,
    "last-mandate": _last_mandate,
    "approver": _approver,
    "without-say": _without_say,
}
"""The predicates by the names that the table uses."""
