"""The parts of which records consist: decisions, reviews, ratings, contracts and the like.

Absent fields are None (lists: empty), fields that cannot be understood are UNKNOWN.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bio2lint.model.fields import Unknown
from bio2lint.period import Period

Maybe = Unknown | None
MaybeText = str | Maybe
MaybeDate = date | Maybe
MaybePeriod = Period | Maybe
MaybeFlag = bool | Maybe
Texts = tuple[str | Unknown, ...] | Unknown


class Decision(NamedTuple):
    """Who decided, when, and where it stands; `positive` of an advice alone."""

    by: MaybeText
    date: MaybeDate
    ref: MaybeText
    positive: MaybeFlag


class Review(NamedTuple):
    """When something was last reviewed and how often it must be."""

    last: MaybeDate
    interval: MaybePeriod
    by: MaybeText


class Rating(NamedTuple):
    """Likelihood, impact and the level that was given to them."""

    likelihood: int | Maybe
    impact: int | Maybe
    level: MaybeText


class Action(NamedTuple):
    """A follow-up: by whom, due when, done when (each None when it is not said)."""

    owner: MaybeText
    due: MaybeDate
    done: MaybeDate


class Acceptance(NamedTuple):
    """The acceptance of a risk; `until` is its last day."""

    by: MaybeText
    date: MaybeDate
    until: MaybeDate
    ref: MaybeText
    renewals: int | Maybe


class Cycle(NamedTuple):
    """How often the organisation does what a requirement asks."""

    requirement: MaybeText
    interval: MaybePeriod


class Span(NamedTuple):
    """From and up to and including which day."""

    start: MaybeDate
    until: MaybeDate


class Result(NamedTuple):
    """The outcome of a test or audit: pass, partial or fail."""

    outcome: MaybeText
    follow_up: tuple[Action | Unknown, ...] | Unknown


class Excluded(NamedTuple):
    """What lies outside the scope, and whether a reason is given."""

    what: MaybeText
    has_reason: bool


class Scope(NamedTuple):
    """What the management system covers; `excluded` names what it does not, in words or by id."""

    has_statement: bool
    processes: Texts
    systems: Texts
    excluded: tuple[Excluded | Unknown, ...] | Unknown


class Situation(NamedTuple):
    """The context of the organisation: how many internal, external and legal factors are named.

    `cbw`: whether one of the legal factors is the Cyberbeveiligingswet.
    """

    internal: int | Unknown
    external: int | Unknown
    legal: int | Unknown
    cbw: bool


class Method(NamedTuple):
    """The risk method: where each part is written down, and who adopted it.

    `impact_areas` says of each area that is named whether it applies.
    """

    document: MaybeText
    quickscan: MaybeText
    full_analysis: MaybeText
    register: MaybeText
    follow_up: MaybeText
    impact_areas: dict[str, bool] | Unknown
    adopted: Decision | Maybe


class Mandate(NamedTuple):
    """Which roles may accept a risk of a level; `until` is the last day."""

    level: MaybeText
    roles: Texts
    ref: MaybeText
    until: MaybeDate


class Statement(NamedTuple):
    """The statement of applicability: its version and approval, and with whom it is shared."""

    version: MaybeText
    approved: Decision | Maybe
    shares: int
    published: MaybeDate


class Contract(NamedTuple):
    """What binds a supplier: contract, joint-arrangement or legal-duty."""

    kind: MaybeText
    ref: MaybeText
    start: MaybeDate
    end: MaybeDate


class Assurance(NamedTuple):
    """What a third party says of a supplier, over which period."""

    report: MaybeText
    type: MaybeText
    period: Span | Maybe
    scope: MaybeText
    independent: MaybeFlag


class Assessment(NamedTuple):
    """The organisation's own judgement of a supplier."""

    by: MaybeText
    date: MaybeDate
    outcome: MaybeText


class Access(NamedTuple):
    """Access of a supplier to the network or systems; `until` is its last day."""

    has_conditions: bool
    until: MaybeDate
    analysis: MaybeText


class Provision(NamedTuple):
    """A part of a control that a supplier carries out."""

    supplier: MaybeText


class Replacement(NamedTuple):
    """Another norm that is used in place of this one, and the statement that it is equivalent."""

    norm: MaybeText
    equivalence: MaybeText


class Scale(NamedTuple):
    """How risks are rated: highest scores, and levels as lowest products or as a matrix."""

    likelihood: int | Maybe
    impact: int | Maybe
    levels: dict[str, int] | tuple[tuple[str, ...], ...] | Maybe


def decided_on(decision: Decision | Maybe) -> MaybeDate:
    """Return the day of a decision; None where there is no decision or no day."""
    return decision.date if isinstance(decision, Decision) else decision


def backwards(start: MaybeDate, until: MaybeDate) -> bool:
    """Whether a term ends before it begins, so that neither day can be relied on."""
    return isinstance(start, date) and isinstance(until, date) and start > until
