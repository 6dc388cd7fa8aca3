"""All records of one repository: ids, references, and what meets each requirement."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from bio2lint import coverage, model
from bio2lint.model.fields import each, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bio2lint.cel import Failure
    from bio2lint.codeowners import Held
    from bio2lint.coverage import Coverage
    from bio2lint.finding import Place
    from bio2lint.model import parts
    from bio2lint.norm import Norm
    from bio2lint.past import Past
    from bio2lint.schema import Leaf
    from bio2lint.tree import Fact

R = TypeVar("R", bound=model.Record)


class Unreadable(NamedTuple):
    """A document whose content is not known; whatever seems absent may be in it."""

    path: str
    ordinal: int


class NamedPath(NamedTuple):
    """A field that names a path, or may: `path` is relative to the root, without an anchor."""

    record: model.Record
    reference: Leaf
    path: str


def paths_named(records: Iterable[model.Record]) -> list[NamedPath]:
    """Return every field of records that names a path or may do so."""
    return [
        NamedPath(record, reference, path)
        for record in records
        for reference in record.references
        if "path" in reference.shape.refs and (path := reference.path) is not None
    ]


class Repository:
    """The index of one repository on one date.

    `paths` are the fields that name a path, `facts` tells of each of those paths; `norm_place` is
    where findings about the administration as a whole stand (the `norm:` line of the settings).
    `unreadable` lists what could not be read: findings of absence are then held back.
    `failures` tells which of the organisation's own rules could not be carried out. `codeowners` is
    the file by which the forge asks for reviews, None where there is none to go by.

    For rules of changes, the index after a change has `edited`: the names of the fields that differ
    (`review.last`, `file` for a file behind it, `*` of what is new) by id. `past` is what stood in
    the repository before, None where nobody looked.
    """

    edited: Mapping[str, frozenset[str]] = MappingProxyType({})
    past: Past | None = None

    def __init__(
        self,
        records: Iterable[model.Record],
        *,
        norm: Norm,
        as_of: date,
        norm_place: Place,
        norm_pinned: bool,
        unreadable: tuple[Unreadable, ...] = (),
        paths: Iterable[NamedPath] = (),
        facts: Mapping[str, Fact] | None = None,
        failures: tuple[Failure, ...] = (),
        codeowners: Held | None = None,
    ) -> None:
        self.norm = norm
        self.as_of = as_of
        self.norm_place = norm_place
        self.norm_pinned = norm_pinned
        self.unreadable = unreadable
        self.paths = tuple(paths)
        self.facts = facts or {}
        self.failures = failures
        self.codeowners = codeowners
        self.records = tuple(records)
        self.by_id: dict[str, list[model.Record]] = defaultdict(list)
        for record in self.records:
            if isinstance(record.id, str):
                self.by_id[record.id].append(record)
        self.organisations = self._of(model.Organisation)
        self.roles = self._of(model.Role)
        self.processes = self._of(model.Process)
        self.systems = self._of(model.System)
        self.suppliers = self._of(model.Supplier)
        self.controls = self._of(model.Control)
        self.risks = self._of(model.Risk)
        self.evidence = self._of(model.Evidence)
        self.exceptions = self._of(model.Exemption)
        self.documents = self._of(model.Paper)
        self.rules = self._of(model.OwnRule)
        self.coverage: dict[str, Coverage] = coverage.of_all(
            norm, self.controls, self.exceptions, as_of, everything_known=not unreadable
        )
        self.elsewhere = sum(
            ":" in reference.value and reference.elsewhere
            for record in self.records
            for reference in record.references
        ) + sum(
            one.path in self.facts and self.facts[one.path].kind == "submodule"
            for one in self.paths
        )
        self._requirements: dict[model.Record, list[str]] = {}
        self._proving: dict[tuple[str | None, str | None], list[model.Evidence]] = defaultdict(list)
        for evidence in self.evidence:
            for control in dict.fromkeys(known(evidence.controls)) or (None,):
                named = self.shown_by(evidence) if evidence.requirements else (None,)
                for number in named:
                    self._proving[control, number].append(evidence)

    def _of(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(record for record in self.records if isinstance(record, kind))

    def find(self, identifier: str, kind: type[R]) -> R | None:
        """Return the one record of that kind with that id, or None."""
        return next((r for r in self.by_id.get(identifier, ()) if isinstance(r, kind)), None)

    @property
    def organisation_place(self) -> Place:
        """Return where findings about the organisation stand: at the one that there is."""
        one = self.organisations[0] if len(self.organisations) == 1 else None
        return self.norm_place if one is None else one.place()

    def role_has(self, identifier: object, function: str) -> bool:
        """Whether the role with that id fulfils the function (`ciso`, `board`, …)."""
        role = self.find(identifier, model.Role) if isinstance(identifier, str) else None
        return role is not None and function in known(role.functions)

    def evidence_for(self, control: model.Control, requirement: str) -> list[model.Evidence]:
        """Return the evidence that speaks of a requirement of a control.

        Evidence that names requirements proves only those; without any, all of its controls'.
        Evidence that names the requirement but no control counts for every control of it.
        """
        keys = ((control.name, requirement), (control.name, None), (None, requirement))
        return [evidence for key in keys for evidence in self._proving.get(key, ())]

    def implemented_by(self, control: model.Control) -> list[str]:
        """Return the requirements that a control implements, each as it stands in this edition."""
        return self._resolved(control, control.implements)

    def claim(self, control: model.Control, requirement: str) -> Place:
        """Return where a control says that it implements a requirement, which it does."""
        stated = each(control.implements)
        index = next(i for i, number in stated if self.norm.resolve(number) == requirement)
        return control.place("implements", index)

    def covered_by(self, exemption: model.Exemption) -> list[str]:
        """Return the requirements that an exception names, each as it stands in this edition."""
        return self._resolved(exemption, exemption.requirements)

    def shown_by(self, evidence: model.Evidence) -> list[str]:
        """Return the requirements that evidence names; if none, those of all its controls."""
        if evidence.requirements:
            return self._resolved(evidence, evidence.requirements)
        controls = (self.find(name, model.Control) for name in known(evidence.controls))
        return list(dict.fromkeys(n for c in controls if c for n in self.implemented_by(c)))

    def _resolved(self, record: model.Record, stated: parts.Texts) -> list[str]:
        found = self._requirements.get(record)
        if found is None:
            resolved = (self.norm.resolve(number) for number in known(stated))
            found = list(dict.fromkeys(number for number in resolved if number is not None))
            self._requirements[record] = found
        return found
