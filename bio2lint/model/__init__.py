"""The kinds of documents as typed records, without their prose: what rules of the repository see.

Absent fields are None (lists: empty), fields that cannot be understood are UNKNOWN.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bio2lint.finding import Place
from bio2lint.model.parts import (
    Acceptance,
    Access,
    Action,
    Assessment,
    Assurance,
    Contract,
    Cycle,
    Decision,
    Mandate,
    Maybe,
    MaybeDate,
    MaybeFlag,
    MaybePeriod,
    MaybeText,
    Method,
    Provision,
    Rating,
    Replacement,
    Result,
    Review,
    Scale,
    Scope,
    Situation,
    Span,
    Statement,
    Texts,
)

if TYPE_CHECKING:
    from bio2lint.finding import Step, Text
    from bio2lint.model.fields import Unknown
    from bio2lint.schema import Leaf


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Record:
    """What every document has. `references` are all its references, in document order."""

    path: str
    ordinal: int
    kind: str
    id: MaybeText
    owner: MaybeText
    review: Review | Maybe
    references: tuple[Leaf, ...]

    def place(
        self, *pointer: Step, key: bool = False, span: tuple[int, int] | None = None
    ) -> Place:
        """Return the place of the field at `pointer`; without one, of the document's id."""
        return Place(self.path, self.ordinal, pointer or ("id",), key, span)

    @property
    def name(self) -> str:
        """Return the id, or the path where the id is not known."""
        return self.id if isinstance(self.id, str) else self.path


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Organisation(Record):
    """The organisation: how it rates risks and which roles may accept them."""

    cbw_applies: MaybeFlag
    scope: Scope | Maybe
    context: Situation | Maybe
    method: Method | Maybe
    scale: Scale | Maybe
    mandates: tuple[Mandate | Unknown, ...] | Unknown
    statement: Statement | Maybe


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Role(Record):
    """A role, its functions, its names on the forge and the days on which it is held."""

    functions: Texts
    handles: Texts
    holder: MaybeText
    appointed: Decision | Maybe
    start: MaybeDate
    until: MaybeDate
    serves: Texts


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Process(Record):
    """A business process."""

    critical: MaybeFlag
    systems: Texts
    quickscan: Decision | Maybe
    classified: bool
    continuity_document: MaybeText
    continuity_tested: MaybeDate


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class System(Record):
    """An information system."""

    critical: MaybeFlag
    criticality: Decision | Maybe
    internet_facing: MaybeFlag
    classified: bool
    processes: Texts
    suppliers: Texts


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Supplier(Record):
    """A supplier or another party that delivers.

    `clauses` says of each clause whether it is agreed; None where it is declared not to apply.
    """

    contract: Contract | Maybe
    cloud: MaybeFlag
    processes_information: MaybeFlag
    clauses: dict[str, bool | None] | Maybe
    analysis: Texts
    assurance: Assurance | Maybe
    assessment: Assessment | Maybe
    access: tuple[Access | Unknown, ...] | Unknown


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Control(Record):
    """How the organisation meets requirements. `implements` holds canonical numbers."""

    implements: Texts
    status: MaybeText
    due: MaybeDate
    implemented_on: MaybeDate
    basis: Texts
    design: Texts
    risks: Texts
    processes: Texts
    systems: Texts
    provided_by: tuple[Provision | Unknown, ...] | Unknown
    cycles: tuple[Cycle | Unknown, ...] | Unknown
    retention: MaybePeriod
    sufficiency: Texts
    replaces: Replacement | Maybe


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Risk(Record):
    """A risk, its ratings and its treatment. `impact_areas` has the score of each area."""

    status: MaybeText
    requirements: Texts
    processes: Texts
    systems: Texts
    impact_areas: dict[str, int | Unknown] | Unknown
    inherent: Rating | Maybe
    residual: Rating | Maybe
    analysed: Decision | Maybe
    treatment: MaybeText
    controls: Texts
    actions: tuple[Action | Unknown, ...] | Unknown
    acceptance: Acceptance | Maybe

    @property
    def accepted(self) -> bool:
        """Whether it is open and borne, wholly or in part."""
        borne = self.treatment == "accept" or isinstance(self.acceptance, Acceptance)
        return borne and self.status in (None, "open")


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Evidence(Record):
    """What proves design, existence or operation.

    `source_path` is the file without an anchor, `sha256` its checksum as recorded.
    """

    proves: Texts
    controls: Texts
    requirements: Texts
    systems: Texts
    suppliers: Texts
    period: Span | Maybe
    collected: MaybeDate
    collected_by: MaybeText
    performed_by: MaybeText
    result: Result | Maybe
    source_path: MaybeText
    sha256: MaybeText
    classification: MaybeText


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Exemption(Record):
    """An exception to the norm (kind `exception`): not applicable, a deviation, or permitted."""

    type: MaybeText
    requirements: Texts
    has_reason: bool
    analysis: Texts
    advice: Decision | Maybe
    approved: Decision | Maybe
    plan: MaybeText
    until: MaybeDate
    compensating: Texts


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Paper(Record):
    """A policy, plan, register, analysis or report (kind `document`)."""

    type: MaybeText
    document_path: MaybeText
    url: MaybeText
    requirements: Texts
    subjects: Texts
    status: MaybeText
    approved: Decision | Maybe
    valid_until: MaybeDate
    supersedes: Texts
    result: Result | Maybe


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class OwnRule(Record):
    """A rule of the organisation's own (kind `rule`): of which kinds, and when one is in order.

    `condition` is written in CEL; `at` names the field to point at, with dots between its keys.
    """

    title: MaybeText
    code: MaybeText
    about: Texts
    condition: MaybeText
    message: Text | Maybe
    help: Text | Maybe
    severity: MaybeText
    at: MaybeText


def in_force(record: Record, as_of: date) -> bool:
    """Whether a record still says how things stand; False too where that cannot be told.

    A closed risk, a superseded document and an exception past its end are history.
    """
    if isinstance(record, Risk):
        return record.status in (None, "open")
    if isinstance(record, Paper):
        return record.status in ("draft", "approved")
    if isinstance(record, Exemption):
        until = record.until
        return until is None or (isinstance(until, date) and until >= as_of)
    return True
