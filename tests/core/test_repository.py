"""The index of records: ids, roles, and which evidence speaks of what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from core_cases import built, control, exemption, sample
from support import edition

from bio2lint import model, schema
from bio2lint.finding import Place
from bio2lint.repository import Repository, Unreadable

if TYPE_CHECKING:
    from bio2lint.model import Evidence, Record


def index(*records: Record, **more: Any) -> Repository:
    return Repository(
        records,
        norm=edition("1.3"),
        as_of=date(2026, 11, 23),
        norm_place=Place("bio2lint.yaml"),
        norm_pinned=True,
        **more,
    )


def evidence(**fields: Any) -> Evidence:
    found = built("evidence", {"id": "e", "proves": ["operation"], **fields})
    assert isinstance(found, model.Evidence)
    return found


def test_every_kind_has_its_own_list() -> None:
    records = [built(kind, sample(kind)) for kind in schema.KINDS]
    repository = index(*reversed(records))
    lists = (
        repository.organisations, repository.roles, repository.processes, repository.systems,
        repository.suppliers, repository.controls, repository.risks, repository.evidence,
        repository.exceptions, repository.documents, repository.rules,
    )  # fmt: skip
    assert [[record.kind for record in of_kind] for of_kind in lists] == [
        [kind] for kind in schema.KINDS
    ]
    assert repository.records == tuple(reversed(records))


def test_a_record_is_found_by_its_id_and_kind() -> None:
    role, other = built("role", {"id": "mfa"}), control(["5.3"], id="mfa")
    repository = index(role, other, built("role", {}), built("role", {"id": []}))
    assert repository.find("mfa", model.Control) is other
    assert repository.find("mfa", model.Role) is role
    assert repository.find("mfa", model.Risk) is None
    assert repository.find("MFA", model.Role) is None
    assert dict(repository.by_id) == {"mfa": [role, other]}


def test_looking_for_an_id_leaves_the_index_as_it_is() -> None:
    repository = index()
    assert repository.find("nobody", model.Role) is None
    assert "nobody" not in repository.by_id


@pytest.mark.parametrize(
    ("identifier", "function", "has"),
    [
        ("ciso", "ciso", True),
        ("ciso", "dpo", True),
        ("ciso", "board", False),
        ("nobody", "ciso", False),
        ("mfa", "ciso", False),
        (None, "ciso", False),
        (7, "ciso", False),
    ],
)
def test_whether_a_role_has_a_function(identifier: object, function: str, *, has: bool) -> None:
    role = built("role", {"id": "ciso", "functions": ["ciso", None, "dpo"]})
    assert index(role, control(["5.3"], id="mfa")).role_has(identifier, function) is has


def test_a_role_of_which_the_functions_are_not_understood_has_none() -> None:
    assert not index(built("role", {"id": "ciso", "functions": 7})).role_has("ciso", "ciso")


@pytest.mark.parametrize(
    ("fields", "number", "speaks"),
    [
        ({"controls": ["c"], "requirements": ["5.17.01"]}, "5.17.01", True),
        ({"controls": ["c"], "requirements": ["5.17.01"]}, "5.17.02", False),
        ({"controls": ["c"]}, "5.17.02", True),
        ({"controls": ["c", "c"]}, "5.17.02", True),
        ({"controls": ["d"]}, "5.17.01", False),
        ({"controls": ["d", "c"]}, "5.17.01", True),
        ({"controls": ["d"], "requirements": ["5.17.01"]}, "5.17.01", False),
        ({"requirements": ["5.17.01"]}, "5.17.01", True),
        ({"requirements": ["5.17.01"]}, "5.17.02", False),
        ({"controls": ["c"], "requirements": ["5.04.02"]}, "5.10.02", True),
        ({"controls": ["c"], "requirements": ["5.04.02", "5.10.02"]}, "5.10.02", True),
        ({"controls": ["c"], "requirements": ["abc"]}, "5.17.01", False),
        ({"controls": ["c"], "requirements": 7}, "5.17.01", False),
        ({}, "5.17.01", False),
    ],
)
def test_evidence_speaks_of_the_requirements_of_a_control(
    fields: dict[str, Any], number: str, *, speaks: bool
) -> None:
    one, about = evidence(**fields), control(["5.17.01", "5.17.02"])
    assert index(about, one).evidence_for(about, number) == ([one] if speaks else [])


def test_a_control_without_an_id_is_not_that_of_evidence_without_controls() -> None:
    nameless = control(["5.17.01"], id=[])
    one = evidence(requirements=["5.17.01"])
    assert index(nameless, one).evidence_for(nameless, "5.17.01") == [one]
    assert index(nameless, evidence()).evidence_for(nameless, "5.17.01") == []


def test_what_documents_say_of_requirements_is_told_as_the_edition_numbers_them() -> None:
    one = control(["5.04.02", "5.10.02", "5.21.01", "abc", "5.17.1", "5.3"])
    lapsed = exemption(["8.08.06", "5.24.08"])
    repository = index(one, lapsed, control(["5.1"], id="d"))
    assert repository.implemented_by(one) == ["5.10.02", "5.17.01", "5.3"]
    assert repository.covered_by(lapsed) == ["5.24.08"]
    assert repository.shown_by(evidence(requirements=["5.04.03"])) == ["5.10.03"]
    assert repository.shown_by(evidence(controls=["d", "c", "c", "nobody"])) == [
        "5.1", "5.10.02", "5.17.01", "5.3",
    ]  # fmt: skip
    assert repository.shown_by(evidence(requirements=7, controls=["d"])) == []
    assert repository.shown_by(evidence()) == []


def test_references_into_other_repositories_are_counted() -> None:
    data = {
        "id": "r",
        "owner": "gemeente:ciso",
        "controls": ["other:mfa", "mfa", "https://example.org/a"],
        "requirements": ["5.17.01"],
    }
    references = tuple(leaf for leaf in schema.leaves("risk", data) if not leaf.shape.date)
    risk = built("risk", data, references=references)
    assert index(risk, risk).elsewhere == 4
    assert index().elsewhere == 0


def test_an_unreadable_document_makes_what_is_absent_unknown() -> None:
    gone = (Unreadable("a.yaml", 0),)
    assert index(unreadable=gone).coverage["5.3"].status == "unknown"
    assert index().coverage["5.3"].status == "missing"


def test_the_facts_of_paths_are_those_given() -> None:
    assert index().facts == {}
    assert index(facts={}).facts == {}


@pytest.mark.parametrize(
    ("kind", "fields", "holds"),
    [
        ("risk", {}, True),
        ("risk", {"status": "open"}, True),
        ("risk", {"status": "closed"}, False),
        ("risk", {"status": []}, False),
        ("document", {"status": "approved"}, True),
        ("document", {"status": "draft"}, True),
        ("document", {"status": "superseded"}, False),
        ("document", {"status": []}, False),
        ("exception", {}, True),
        ("exception", {"until": "2026-11-23"}, True),
        ("exception", {"until": "2026-11-22"}, False),
        ("exception", {"until": "soon"}, False),
        ("control", {"status": "planned"}, True),
    ],
)
def test_what_is_in_force(kind: str, fields: dict[str, Any], *, holds: bool) -> None:
    assert model.in_force(built(kind, fields), date(2026, 11, 23)) is holds


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ({"treatment": "accept"}, True),
        ({"treatment": "accept", "status": "open"}, True),
        ({"treatment": "accept", "status": "closed"}, False),
        ({"treatment": "accept", "status": []}, False),
        ({"treatment": "mitigate"}, False),
        ({"treatment": "mitigate", "acceptance": {}}, True),
        ({"treatment": "mitigate", "acceptance": {}, "status": "closed"}, False),
        ({"acceptance": "ja"}, False),
        ({}, False),
    ],
)
def test_whether_a_risk_is_accepted(fields: dict[str, Any], *, accepted: bool) -> None:
    assert built("risk", fields).accepted is accepted


def test_a_record_without_an_id_is_called_by_its_path() -> None:
    assert built("role", {"id": "ciso"}).name == "ciso"
    assert built("role", {}, path="roles/a.yaml").name == "roles/a.yaml"


def test_places_of_a_record() -> None:
    record = built("role", {"id": "ciso"}, path="roles/a.yaml")
    assert record.place() == Place("roles/a.yaml", 0, ("id",))
    assert record.place("review", "last", key=True) == Place(
        "roles/a.yaml", 0, ("review", "last"), key=True
    )
    assert record.place("title", span=(1, 2)).span == (1, 2)
