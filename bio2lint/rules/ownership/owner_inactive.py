"""OWN003: a role that owns something is held on the as-of date."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from bio2lint import model
from bio2lint.finding import Found, Related, Severity, Text
from bio2lint.model.fields import UNKNOWN
from bio2lint.model.parts import backwards
from bio2lint.rules import Docs, Rule
from bio2lint.rules.ownership import _example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.repository import Repository

RULE = Rule(
    code="OWN003",
    name="owner-inactive",
    severity=Severity.ERROR,
    source="hygiene",
    summary=Text(
        nl="Een rol die ergens eigenaar van is, wordt op de peildatum vervuld.",
        en="A role that owns something is held on the as-of date.",
    ),
)

_ROLE = """\
kind: role
id: teamleider-toezicht
title: Teamleider toezicht
functions: [line-manager]
contact: toezicht@lindemeer.example
until: %s
"""
_OWNED = _example.owned_by("teamleider-toezicht")

DOCS = Docs(
    why=Text(
        nl="Een rol die niemand meer vervult, houdt niets bij. Wat zij in eigendom had, veroudert "
        "dan ongemerkt.",
        en="A role that nobody holds any more keeps nothing up to date. What it owned then ages "
        "unnoticed.",
    ),
    fix=Text(
        nl="Wijs een rol aan die wel wordt vervuld, of verleng de termijn als de rol doorloopt. "
        "Een waarnemer is genoeg: pas dan `until` aan.",
        en="Make a role the owner that is held, or extend the term if the role continues. "
        "Somebody acting is enough: then change `until`.",
    ),
    bad={"roles/teamleider-toezicht.yaml": _ROLE % "2026-08-31", **_OWNED},
    good={"roles/teamleider-toezicht.yaml": _ROLE % "2027-08-31", **_OWNED},
)

_SHOWN = 3


def check_repository(repository: Repository) -> Iterator[Found]:
    """Yield each role outside its term that owns what is still in force."""
    owned = defaultdict(list)
    for record in repository.records:
        if isinstance(record.owner, str) and model.in_force(record, repository.as_of):
            owned[record.owner].append(record)
    for role in repository.roles:
        has = owned[role.name]
        outside = _outside(role, repository.as_of)
        # Of two documents with one id nobody can tell which term counts.
        if not has or outside is None or len(repository.by_id[role.name]) > 1:
            continue
        field, message = outside
        yield Found(
            role.place(field),
            Text(
                nl=f"{role.name} is eigenaar van {_count(has, 'document', 'en')}, {message.nl}; "
                "niemand is er nu op aan te spreken.",
                en=f"{role.name} owns {_count(has, 'document', 's')}, {message.en}; "
                "nobody answers for that now.",
            ),
            Text(
                nl="Wijs een andere rol als eigenaar aan, of pas de termijn van deze rol aan.",
                en="Make another role the owner, or correct the term of this role.",
            ),
            related=tuple(
                Related(
                    record.place("owner"),
                    Text(nl=f"eigenaar van {record.name}", en=f"owns {record.name}"),
                )
                for record in has[:_SHOWN]
            ),
        )


def _outside(role: model.Role, as_of: date) -> tuple[str, Text] | None:
    """Return the field that puts the as-of date outside the role's term, and in what words."""
    start, until = role.start, role.until
    if backwards(start, until):
        return None
    if isinstance(until, date) and until < as_of and start is not UNKNOWN:
        return "until", Text(
            nl=f"maar de rol eindigde op {until}", en=f"but the role ended on {until}"
        )
    if isinstance(start, date) and start > as_of and until is not UNKNOWN:
        return "from", Text(
            nl=f"maar de rol begint pas op {start}", en=f"but the role only begins on {start}"
        )
    return None


def _count(owned: list[model.Record], noun: str, plural: str) -> str:
    return f"{len(owned)} {noun}{plural if len(owned) > 1 else ''}"
