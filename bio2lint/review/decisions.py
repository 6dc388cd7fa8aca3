"""Which decision, recorded in the same change, supports a weakening: the ways that the table names.

Each is a narrow question about the weakening itself; a decision about something else is none.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import decisions, model, numbers
from bio2lint.deciders import Version, entitled, people
from bio2lint.finding import Text
from bio2lint.model.fields import known
from bio2lint.model.parts import Acceptance, Decision, Method, Result, Statement
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.repository import Repository
    from bio2lint.review.step import Step

_RATED = frozenset(("inherent", "residual"))


class Weakening(NamedTuple):
    """A weakening that may be supported: what happened, and in which field.

    `path` are the names of keys down to the field; `grave` the ids of documents in which, after the
    change, something grave is wrong: their decisions carry nothing.
    """

    step: Step
    path: tuple[str, ...]
    grave: frozenset[str]

    @property
    def before(self) -> Repository:
        """Return the index before the change."""
        return self.step.edits.before

    @property
    def after(self) -> Repository:
        """Return the index after the change."""
        return self.step.edits.after


def support(weakening: Weakening, ways: tuple[str, ...]) -> Text | None:
    """Return the decision that supports a weakening in one of the ways that are open to it."""
    for way in ways:
        found = WAYS[way](weakening)
        if found is not None:
            return found
    return None


def _by_exception(one: Weakening) -> Text | None:
    """Return exceptions that count and cover every requirement concerned."""
    numbers_of = _concerned(one)
    found = decisions.excepting(one.before, one.after, numbers_of)
    if not found or not all(_in_order(one, exemption) for exemption in found):
        return None
    named = listed([_named(exemption.name, exemption.approved) for exemption in found])
    return Text(nl=f"uitzondering {named.nl}", en=f"exception {named.en}")


def _concerned(one: Weakening) -> list[str]:
    step = one.step
    if step.kind == "evidence":
        evidence = one.before.find(step.name, model.Evidence)
        shown = one.before.shown_by(evidence) if evidence is not None else []
        today = (decisions.today(one.before, one.after, number) for number in shown)
        return [number for number in today if number is not None]
    if one.path == ("implements",):
        number = numbers.canonical(str(step.before)) or ""
        today_ = decisions.today(one.before, one.after, number)
        return [today_] if today_ is not None else []
    return decisions.requirements_of(one.before, one.after, step.name)


def _by_itself(one: Weakening) -> Text | None:
    """Return the exception's own approval, taken anew; nothing grave is wrong with it."""
    exemption = one.after.find(one.step.name, model.Exemption)
    if exemption is None or not _in_order(one, exemption):
        return None
    if not decisions.approved_anew(one.before, one.after, exemption):
        return None
    return _decision(exemption.approved)


def _in_order(one: Weakening, exemption: model.Exemption) -> bool:
    """Whether nothing grave is wrong with an exception, and whoever approved it had that say."""
    return exemption.name not in one.grave and entitled.may_approve(
        exemption, (one.before, one.after)
    )


def _by_acceptance(one: Weakening) -> Text | None:
    """Return the acceptance of this risk, decided anew, with an end, and in order.

    Mandates count as they were before the change; a lower rating is accepted by whoever may accept
    the risk as it was rated then.
    """
    risk = one.after.find(one.step.name, model.Risk)
    if risk is None or one.step.name in one.grave:
        return None
    if not decisions.accepted_anew(one.before, one.after, risk):
        return None
    acceptance = risk.acceptance
    assert isinstance(acceptance, Acceptance)  # noqa: S101 (only such is accepted anew)
    if entitled.gained(risk, acceptance, (one.before, one.after)):
        return None
    if not _had_the_say(one, acceptance):
        return None
    return Text(
        nl=f"acceptatie door {acceptance.by} op {acceptance.date} ({acceptance.ref})",
        en=f"acceptance by {acceptance.by} on {acceptance.date} ({acceptance.ref})",
    )


def _had_the_say(one: Weakening, acceptance: Acceptance) -> bool:
    """Whether whoever accepted a risk might do so before the change."""
    sides = (one.before, one.after) if _RATED.intersection(one.path[:1]) else (one.after,)
    versions = [
        Version(side, risk)
        for side in sides
        if (risk := side.find(one.step.name, model.Risk)) is not None
    ]
    return entitled.may_accept(acceptance, versions, people.of(one.before, one.after))


def _by_superseding(one: Weakening) -> Text | None:
    """Return a document that supersedes this one, approved in the same change."""
    return _paper(one, decisions.superseding(one.before, one.after, one.step.name))


def _by_naming(one: Weakening) -> Text | None:
    """Return a document, approved in the same change, with this id among its subjects."""
    return _paper(one, decisions.naming(one.before, one.after, one.step.name))


def _by_withdrawing(one: Weakening) -> Text | None:
    """Return a document that names what is gone: it brings nothing in, and widens nothing."""
    return _by_naming(one) if one.step.new is None else None


def _paper(one: Weakening, paper: model.Paper | None) -> Text | None:
    if paper is None or paper.name in one.grave:
        return None
    named = _named(paper.name, paper.approved)
    return Text(nl=f"document {named}", en=f"document {named}")


def _by_approval(one: Weakening) -> Text | None:
    """Return the document's own approval, given anew."""
    paper = one.after.find(one.step.name, model.Paper)
    if paper is None or one.step.name in one.grave:
        return None
    if not decisions.approved_anew(one.before, one.after, paper):
        return None
    return _decision(paper.approved)


def _own(kind: type[model.Record], of: Callable[[Any], Any]) -> Callable[[Weakening], Text | None]:
    """Return the way by a decision of the document's own that was taken anew."""

    def by_own(one: Weakening) -> Text | None:
        new, old = (side.find(one.step.name, kind) for side in (one.after, one.before))
        decision = of(new) if new is not None else None
        was = of(old) if old is not None else None
        anew = decisions.decided(decision, was, one.after.as_of)
        return _decision(decision) if anew else None

    return by_own


def _by_board(
    about: str, of: Callable[[model.Organisation], object]
) -> Callable[[Weakening], Text | None]:
    """Return the way by a decision of the organisation's, of whoever had that say before."""
    anew = _own(model.Organisation, of)

    def by_board(one: Weakening) -> Text | None:
        found = one.after.find(one.step.name, model.Organisation)
        decision = of(found) if found is not None else None
        if found is None or not isinstance(decision, Decision):
            return None
        versions, who = [Version(one.after, found)], people.of(one.before, one.after)
        return anew(one) if entitled.has_the_say(about, decision.by, versions, who) else None

    return by_board


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
    "exception": _by_exception,
    "itself": _by_itself,
    "acceptance": _by_acceptance,
    "superseded": _by_superseding,
    "named": _by_naming,
    "withdrawn": _by_withdrawing,
    "approved": _by_approval,
    "method": _by_board("risk-method", _adopted),
    "statement": _by_board("statement", _statement),
    "appointed": _by_appointment,
    "criticality": _own(model.System, lambda system: system.criticality),
    "quickscan": _own(model.Process, lambda process: process.quickscan),
    "follow-up": _by_follow_up,
    "assessment": _by_assessment,
    "equivalence": _by_equivalence,
    "reference": _by_reference,
}
"""The ways in which a weakening can be supported, by the names that the table uses."""


def _named(name: str, decision: object) -> str:
    if isinstance(decision, Decision):
        return f"{name} ({decision.by}, {decision.date}, {decision.ref})"
    return name


def _decision(decision: object) -> Text:
    assert isinstance(decision, Decision)  # noqa: S101 (only a decision is taken anew)
    said = f"{decision.by}, {decision.date}, {decision.ref}"
    return Text(nl=f"besluit van {said}", en=f"decision of {said}")
