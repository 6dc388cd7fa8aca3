"""The table of approvals: in its form, without a cycle, and about fields that there are."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from program import ROOT
from referencing import Registry, Resource

from bio2lint import schema
from bio2lint.deciders import table

TABLE = ROOT / "policies" / "approvals.yaml"
CASES = table.load().cases


def test_it_fits_its_schema() -> None:
    loaded = [
        Resource.from_contents(json.loads((ROOT / "schemas" / name).read_text(encoding="utf-8")))
        for name in ("approvals.schema.json", "common.schema.json")
    ]
    registry = Registry[Any]().with_resources((one.id() or "", one) for one in loaded)
    data = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    Draft202012Validator(loaded[0].contents, registry=registry).validate(data)


def test_each_case_has_a_name_of_its_own_and_reasons_in_two_languages() -> None:
    assert len({case.about for case in CASES}) == len(CASES)
    for case in CASES:
        assert case.why.nl != case.why.en


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_fields_are_those_of_its_kinds(case: table.Case) -> None:
    there = {field for kind in case.kinds if case.fields for field in _fields(kind)}
    assert set(case.fields) <= there


def _fields(kind: str) -> set[str]:
    return set(schema.bundle(kind)["properties"])


def test_every_line_leads_to_the_board() -> None:
    for function in table.load().up:
        seen: list[str] = []
        while function != table.TOP:
            assert function not in seen
            seen.append(function)
            function = table.load().up[function]  # noqa: PLW2901 (the line goes up)


def test_weakening_asks_no_fewer_than_strengthening_and_that_no_fewer_than_neutral() -> None:
    for case in CASES:
        assert "weakens" in case.directions
        assert "neutral" not in case.directions or "strengthens" in case.directions


def test_each_group_that_codeowners_should_guard_has_a_case() -> None:
    assert {case.guards for case in CASES} == {
        None,
        "exceptions",
        "acceptances",
        "statement",
        "settings",
    }
