"""STR003: a text that other YAML tools read as a number or boolean stands in quotes."""

from __future__ import annotations

import pytest
from support import all_but, check, expect

BESIDE = all_but("STR")


def role(**fields: str) -> dict[str, str]:
    keys = {"kind": "role", "id": "a", "title": "b", "functions": "[ciso]"} | fields
    return {"roles/a.yaml": "".join(f"{key}: {value}\n" for key, value in keys.items())}


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "off",
        "on",
        "Yes",
        "012",
        "12:30",
        "5.10",
        "8.20",
        "1e3",
        "0x1F",
        "1_000",
        "12",
        "true",
    ],
)
def test_an_unquoted_one_is_found_and_can_be_mended(written: str) -> None:
    files = role(title=written)
    expect(files, "roles/a.yaml:3:8 STR003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "STR003"]
    assert f"`{written}`" in finding.message.en
    assert finding.help is not None
    assert f'"{written}"' in finding.help.nl
    assert finding.fixable


@pytest.mark.parametrize("written", ['"no"', "'5.10'", "5.17.01", "nee", "12a", "2026-05-12"])
def test_quoted_and_plain_texts_are_fine(written: str) -> None:
    expect(role(title=written), ignoring=BESIDE)


def test_dates_and_free_keys_are_left_alone() -> None:
    fields = {"from": "2026-01-09", "x-a": "no", "x-b": "{c: 5.10}"}
    expect(role(**fields), ignoring=BESIDE)


def test_a_number_that_is_wrong_besides_is_that_alone() -> None:
    control = "kind: control\nid: c\ntitle: t\nowner: a\nimplements: [8.35]\nstatus: planned\n"
    others = all_but("STR", "REF001")
    expect({"controls/c.yaml": control, **role()}, "controls/c.yaml:5:14 REF001", ignoring=others)
    right = control.replace("8.35", "8.34")
    expect({"controls/c.yaml": right, **role()}, "controls/c.yaml:5:14 STR003", ignoring=others)


def test_real_numbers_and_booleans_are_fine_where_the_schema_wants_them() -> None:
    system = "kind: system\nid: s\ntitle: t\nowner: a\ncritical: false\n"
    expect({"systems/s.yaml": system, **role()}, ignoring=BESIDE)


def test_a_wrong_word_for_a_boolean_is_the_schemas() -> None:
    system = "kind: system\nid: s\ntitle: t\nowner: a\ncritical: no\n"
    expect({"systems/s.yaml": system, **role()}, "systems/s.yaml:5:11 STR002", ignoring=BESIDE)


def test_a_control_number_must_be_quoted_and_a_measure_number_need_not() -> None:
    text = """\
kind: control
id: c
title: t
implements: [5.10, "5.11", 5.10.02]
owner: a
status: planned
due: 2027-01-01
review: {last: 2026-05-12, interval: P1Y}
"""
    expect(
        {"controls/c.yaml": text, **role()},
        "controls/c.yaml:4:14 STR003",
        ignoring=all_but("STR", "REF00"),
    )
