"""Which decision that a document holds itself supports what weakens in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bio2lint import decisions, model
from bio2lint.deciders import Version, entitled, people
from bio2lint.finding import Text
from bio2lint.model.fields import known
from bio2lint.model.parts import Decision, Method, Result, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.review.step import Weakening


def said(decision: object) -> Text:
    """Return a decision in words: who took it, when, and where it stands."""
    assert isinstance(decision, Decision)  # noqa: S101 (only a decision is taken anew)
    words = f"{decision.by}, {decision.date}, {decision.ref}"
    return Text(nl=f"besluit van {words}", en=f"decision of {words}")


def _own(kind: type[model.Record], of: Callable[[Any], Any]) -> Callable[[Weakening], Text | None]:
    """Return the way by a decision of the document's own that was taken anew."""

    def by_own(one: Weakening) -> Text | None:
        new, old = (side.find(one.step.name, kind) for side in (one.after, one.before))
        decision = of(new) if new is not None else None
        was = of(old) if old is not None else None
        anew = decisions.decided(decision, was, one.after.as_of)
        return said(decision) if anew else None

    return by_own


def _by_whoever_may(
    about: str, kind: type[model.Record], of: Callable[[Any], object]
) -> Callable[[Weakening], Text | None]:
    """Return the way by a decision of the document's own, of whoever had that say before.

    `about` is the name of a case of the table of approvals.
    """
    anew = _own(kind, of)

    def by_whoever_may(one: Weakening) -> Text | None:
        found = one.after.find(one.step.name, kind)
        decision = of(found) if found is not None else None
        if found is None or not isinstance(decision, Decision):
            return None
        versions, who = [Version(one.after, found)], people.of(one.before, one.after)
        return anew(one) if entitled.has_the_say(about, decision.by, versions, who) else None

    return by_whoever_may


def _by_appointment(one: Weakening) -> Text | None:
    """Return the appointment of a role, given anew by whoever may give what it has."""
    role = one.after.find(one.step.name, model.Role)
    if role is None or not isinstance(role.appointed, Decision):
        return None
    who = people.of(one.before, one.after)
    may = entitled.may_appoint(role.appointed.by, known(role.functions), who)
    return _own(model.Role, lambda record: record.appointed)(one) if may else None


def _adopted(organisation: model.Organisation) -> object:
    method = organisation.method
    return method.adopted if isinstance(method, Method) else None


def _statement(organisation: model.Organisation) -> object:
    statement = organisation.statement
    return statement.approved if isinstance(statement, Statement) else None


def _by_follow_up(one: Weakening) -> Text | None:
    """Return an action, with an owner and a date to come, that follows from a worse outcome."""
    found = one.after.find(one.step.name, model.Evidence) or one.after.find(
        one.step.name, model.Paper
    )
    result = found.result if found is not None else None
    actions = known(result.follow_up) if isinstance(result, Result) else []
    for action in actions:
        to_come = isinstance(action.due, date) and action.due >= one.after.as_of
        if isinstance(action.owner, str) and to_come and action.done is None:
            return Text(
                nl=f"opvolging door {action.owner} vóór {action.due}",
                en=f"follow-up by {action.owner} before {action.due}",
            )
    return None


def _by_assessment(one: Weakening) -> Text | None:
    """Return the analysis on which access was given, with its conditions and its end."""
    access = _item(one)
    if not all(access.get(key) for key in ("analysis", "conditions", "until")):
        return None
    analysis = access["analysis"]
    return Text(nl=f"risicoafweging {analysis}", en=f"risk assessment {analysis}")


def _item(one: Weakening) -> dict[str, Any]:
    """Return the item of a list, as it is after the change, in which something weakens."""
    data: Any = one.step.new.data if one.step.new is not None else {}
    for step in one.step.pointer[:2]:
        inside = isinstance(data, list) and isinstance(step, int) and step < len(data)
        data = data[step] if inside or (isinstance(data, dict) and step in data) else {}
    return data if isinstance(data, dict) else {}


def _by_equivalence(one: Weakening) -> Text | None:
    """Return the statement that the other norm is equivalent."""
    replaced = one.step.after if isinstance(one.step.after, dict) else {}
    equivalence = replaced.get("equivalence")
    if not isinstance(equivalence, str):
        return None
    return Text(
        nl=f"onderbouwing van de gelijkwaardigheid {equivalence}",
        en=f"statement of equivalence {equivalence}",
    )


def _by_reference(one: Weakening) -> Text | None:
    """Return the decision that a mandate refers to, where no mandate did so before."""
    mandate = _item(one)
    ref = mandate.get("ref")
    known_refs = {
        entry.ref
        for organisation in one.before.organisations
        for entry in known(organisation.mandates)
    }
    if not isinstance(ref, str) or not ref.strip() or ref in known_refs:
        return None
    return Text(nl=f"mandaatbesluit {ref}", en=f"mandate decision {ref}")


WAYS: dict[str, Callable[[Weakening], Text | None]] = {
    "method": _by_whoever_may("risk-method", model.Organisation, _adopted),
    "statement": _by_whoever_may("statement", model.Organisation, _statement),
    "appointed": _by_appointment,
    "criticality": _by_whoever_may("criticality", model.System, lambda one: one.criticality),
    "quickscan": _by_whoever_may("criticality", model.Process, lambda one: one.quickscan),
    "follow-up": _by_follow_up,
    "assessment": _by_assessment,
    "equivalence": _by_equivalence,
    "reference": _by_reference,
}
"""The ways by what a document itself holds, by the names that the table uses."""
