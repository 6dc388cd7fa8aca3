"""Which decision, recorded in the same change, supports a weakening: the ways that the table names.

Each is a narrow question about the weakening itself; a decision about something else is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bio2lint import decisions, model, numbers
from bio2lint.deciders import Version, entitled, people
from bio2lint.finding import Text
from bio2lint.model.parts import Acceptance, Decision
from bio2lint.review import own_decisions
from bio2lint.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.review.step import Weakening

_RATED = frozenset(("inherent", "residual"))


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
    return own_decisions.said(exemption.approved)


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
    return own_decisions.said(paper.approved)


def _named(name: str, decision: object) -> str:
    if isinstance(decision, Decision):
        return f"{name} ({decision.by}, {decision.date}, {decision.ref})"
    return name


WAYS: dict[str, Callable[[Weakening], Text | None]] = {
    **own_decisions.WAYS,
    "exception": _by_exception,
    "itself": _by_itself,
    "acceptance": _by_acceptance,
    "superseded": _by_superseding,
    "named": _by_naming,
    "withdrawn": _by_withdrawing,
    "approved": _by_approval,
}
"""The ways in which a weakening can be supported, by the names that the table uses."""
