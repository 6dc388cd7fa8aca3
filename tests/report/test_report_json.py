"""The report for programs: it fits its schema and says what the text says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from report_samples import finding, mfa, record, result
from support import result as check
from test_report_golden import FINDINGS, IN_DOUBT, RESULTS

from bio2lint.coverage import STATUSES
from bio2lint.finding import Severity
from bio2lint.report import Context, render

SCHEMA = Path(__file__).parents[2] / "schemas" / "report.schema.json"


@cache
def validator() -> Any:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def report_of(shown: Any, **context: Any) -> Any:
    return json.loads(render("json", shown, Context(**context)))


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every schema of an object with fixed keys, and every schema of such a key."""
    found = []
    if isinstance(schema, dict):
        if "properties" in schema:
            found += [schema, *(below for below in schema["properties"].values())]
        for below in schema.values():
            found += objects(below)
    return found


@pytest.mark.parametrize("name", RESULTS)
def test_report_fits_its_schema(name: str) -> None:
    assert not list(validator().iter_errors(report_of(RESULTS[name], revision="0" * 40)))


@pytest.mark.parametrize("key", ["tool", "norm", "as_of", "summary", "not_judged", "findings"])
def test_schema_misses_what_is_left_out(key: str) -> None:
    report = report_of(FINDINGS)
    del report[key]
    assert [error.validator for error in validator().iter_errors(report)] == ["required"]


def test_schema_explains_every_key() -> None:
    said = [schema for schema in objects(validator().schema) if "$ref" not in schema]
    assert len(said) > 50
    assert not [schema for schema in said if not (schema.get("title") and schema["description"])]


def test_schema_is_closed() -> None:
    fixed = [schema for schema in objects(validator().schema) if "properties" in schema]
    assert all(schema["additionalProperties"] is False for schema in fixed)
    assert all(set(schema["required"]) == set(schema["properties"]) for schema in fixed)


def test_schema_knows_every_status() -> None:
    definitions = validator().schema["$defs"]
    assert tuple(definitions["status"]["enum"]) == STATUSES
    assert tuple(definitions["tally"]["properties"]) == STATUSES


def test_keys_of_a_finding_are_as_agreed() -> None:
    keys = " ".join(report_of(FINDINGS)["findings"][2])
    assert keys == (
        "code name severity message help path line column end_line end_column pointer document "
        "kind owner requirements url fixable fingerprint related"
    )


def test_summary_counts_the_findings() -> None:
    found = [finding()] * 3 + [finding(severity=Severity.INFO)] + [finding(fixable=True)]
    summary = report_of(result(*found), hidden=7)["summary"]
    assert summary["documents"] == 2
    assert (summary["errors"], summary["warnings"], summary["infos"]) == (4, 0, 1)
    assert (summary["fixable"], summary["not_shown"], summary["superseded_by"]) == (1, 7, None)


def test_doubt_is_told_in_full() -> None:
    report = report_of(IN_DOUBT)
    assert report["not_judged"] == {
        "unreadable": ["controls/toegang.yaml"],
        "requirements": ["5.17.02", "5.3", "5.17"],
        "held_back": {"CMP001": 12, "CMP002": 1},
        "not_applied": ["DUE004"],
        "turned_off": {"DUE001": 1, "REF008": 2},
        "without_kind": ["compose.yaml"],
        "references_elsewhere": 2,
    }
    assert report["summary"]["held_back"] == 13
    assert report["summary"]["superseded_by"] == "1.3"


def test_requirements_name_their_controls_and_exceptions() -> None:
    twice = [mfa(), record("control", "mfa-2", "controls/b.yaml", implements=["5.17.01"])]
    told = {r["number"]: r for r in report_of(result(records=twice))["requirements"]}
    assert told["5.17.01"]["controls"] == ["mfa", "mfa-2"]
    assert told["5.17.02"] == {
        "number": "5.17.02",
        "status": "missing",
        "controls": [],
        "exceptions": [],
    }


def test_paths_are_relative_to_the_root() -> None:
    elsewhere = {"working_path": lambda path: f"../{path}", "git_path": lambda path: f"a/{path}"}
    assert report_of(FINDINGS, **elsewhere) == report_of(FINDINGS)


def test_real_check_fits_the_schema_and_adds_up() -> None:
    shown = check({"controls/a.yaml": "kind: control\nid: a\nimplements: [5.17.01]\n"})
    report = report_of(shown)
    assert not list(validator().iter_errors(report))
    assert sum(report["coverage"]["measures"].values()) == 117
    assert sum(report["coverage"]["controls"].values()) == 93
    assert len(report["requirements"]) == 210
    assert len(report["findings"]) == len(shown.findings) > 100
