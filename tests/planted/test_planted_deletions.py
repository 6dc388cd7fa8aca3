"""Whole folders removed: what is missing then is counted from the YAML itself."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml
from planted_repo import OPEN_DEVIATIONS, Spot, example, judged, spots
from support import AS_OF, edition

from bio2lint import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bio2lint.engine import Result

NORM = edition("1.3")
NORM_LINE = "bio2lint.yaml:1:7"


class Scalar(NamedTuple):
    """A text in a document, the key that it stands under, and where it begins."""

    path: str
    key: str
    value: str
    line: int
    column: int


@cache
def scalars(path: str) -> tuple[Scalar, ...]:
    return tuple(
        scalar
        for root in yaml.compose_all(example()[path], yaml.BaseLoader)
        for scalar in _scalars(path, root, "")
    )


def _scalars(path: str, node: Any, key: str) -> Iterator[Scalar]:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _scalars(path, value, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(path, item, key)
    else:
        mark = node.start_mark
        yield Scalar(path, key, node.value, mark.line + 1, mark.column + 1)


def documents(folder: str) -> list[dict[str, Any]]:
    """Return the plain documents of a folder, every scalar a text."""
    return [
        document
        for path, content in example().items()
        if path.startswith(folder) and path.endswith(".yaml")
        for document in yaml.load_all(content, yaml.BaseLoader)
    ]


def without(folder: str) -> Result:
    files = {path: content for path, content in example().items() if not path.startswith(folder)}
    return judged(files)


def dangling(folder: str) -> list[str]:
    """Return where a document that stays names one of the folder's ids."""
    gone = {document["id"] for document in documents(folder)}
    return [
        f"{path}:{scalar.line}:{scalar.column} REF006"
        for path in sorted(example())
        if path.endswith(".yaml") and not path.startswith(folder)
        for scalar in scalars(path)
        if scalar.key not in ("id", "title") and scalar.value in gone
    ]


def excepted() -> set[str]:
    """Return the numbers that an approved exception covers on the as-of date."""
    return {
        number
        for exception in documents("exceptions/")
        if exception["approved"]["date"] <= AS_OF <= exception.get("until", AS_OF)
        for number in exception["requirements"]
    }


def alone() -> set[str]:
    """Return the controls that have no active measures."""
    return set(NORM.controls) - {numbers.control_of(number) for number in NORM.active}


def told(result: Result) -> Counter[str]:
    return Counter(map(str, spots(result.findings)))


def missing(result: Result, code: str) -> list[str]:
    assert {str(s) for s in spots(result.findings) if s.code == code} == {f"{NORM_LINE} {code}"}
    return [n for f in result.findings if f.code == code for n in f.requirements]


DEVIATIONS = [str(Spot(path, 4, 7, "VVT008")) for path in OPEN_DEVIATIONS]


def test_without_controls_every_requirement_is_missing_and_every_reference_dangles() -> None:
    result = without("controls/")
    measures, controls = set(NORM.active) - excepted(), alone() - excepted()
    assert (len(NORM.active), len(measures)) == (117, 112)
    assert sorted(missing(result, "CMP001")) == sorted(measures)
    assert sorted(missing(result, "CMP002")) == sorted(controls)
    expected = Counter([*dangling("controls/"), *DEVIATIONS])
    expected[f"{NORM_LINE} CMP001"] = len(measures)
    expected[f"{NORM_LINE} CMP002"] = len(controls)
    assert told(result) == expected
    assert result.held_back == {}


def test_without_controls_a_risk_that_is_accepted_against_a_measure_is_one_finding_more() -> None:
    files = {p: content for p, content in example().items() if not p.startswith("controls/")}
    before = told(judged(files))
    risk = files["risks/R-019.yaml"]
    assert isinstance(risk, bytes)
    files["risks/R-019.yaml"] = risk.replace(b'["7.11"]', b'["7.11", 8.29.01]')
    after = told(judged(files))
    assert sum(before.values()) > 0
    line = risk.decode().splitlines().index("treatment: accept") + 1
    assert after - before == Counter([f"risks/R-019.yaml:{line}:12 RSK007"])
    assert before - after == Counter()


def test_without_evidence_every_measure_of_every_control_is_unproven() -> None:
    pairs = [
        f"{path}:{scalar.line}:{scalar.column} EVD001"
        for path in sorted(example())
        if path.startswith("controls/")
        for scalar in scalars(path)
        if scalar.key == "implements" and scalar.value in NORM.active
    ]
    assert len(pairs) >= 112
    assert told(without("evidence/")) == Counter([*pairs, *dangling("evidence/"), *DEVIATIONS])


def test_without_roles_every_owner_dangles_and_nobody_decides() -> None:
    vacant = ["organisation.yaml:2:5 OWN004"] * 2
    assert told(without("roles/")) == Counter([*dangling("roles/"), *vacant, *DEVIATIONS])


def test_without_exceptions_all_that_they_covered_is_missing() -> None:
    result = without("exceptions/")
    assert sorted(missing(result, "CMP001")) == sorted(excepted() & set(NORM.active))
    assert sorted(missing(result, "CMP002")) == sorted(excepted() & alone())
    others = Counter(f.code for f in result.findings if f.code not in ("CMP001", "CMP002"))
    assert others == Counter(["REF006"] * len(dangling("exceptions/")))


@pytest.mark.parametrize("folder", ["documents/", "processes/", "risks/", "suppliers/", "systems/"])
def test_without_another_folder_only_references_are_at_fault(folder: str) -> None:
    result = without(folder)
    found = Counter(map(str, spots(f for f in result.findings if f.code == "REF006")))
    assert found == Counter(dangling(folder))
    others = {f.code for f in result.findings} - {"REF006", "VVT008"}
    of_documents = {"REF008", "CMP007", "ISM001", "ISM002", "ISM003"}
    assert others == (of_documents if folder == "documents/" else set())
