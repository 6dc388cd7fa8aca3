from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "DUE001",
    "DUE002",
    "DUE003",
    "STR002",
}


def paper(kind: str, requirement: str, interval: str, status: str = "approved") -> dict[str, str]:
    return {
        "a.yaml": f"""\
kind: document
id: a
title: A
owner: hoofd-ict
type: {kind}
url: https://lindemeer.example/a
requirements: [{requirement}]
review: {{last: 2026-11-20, interval: {interval}}}
status: {status}
approved: {{by: college, date: 2026-11-20}}
"""
    }


def control(cycles: str, interval: str = "P1Y") -> dict[str, str]:
    return {
        "a.yaml": f"""\
kind: control
id: a
title: A
owner: hoofd-ict
implements: [8.02.01]
status: planned
cycles: [{cycles}]
review: {{last: 2026-11-20, interval: {interval}}}
"""
    }


def supplier(interval: str) -> dict[str, str]:
    review = f"review: {{last: 2026-11-20, interval: {interval}}}\n"
    return {"a.yaml": f"kind: supplier\nid: a\ntitle: A\nowner: hoofd-inkoop\n{review}"}


@pytest.mark.parametrize(
    ("kind", "requirement", "longer", "longest"),
    [
        ("policy", "5.01.02", "P13M", "P1Y"),
        ("plan", "5.35.02", "P2Y", "P1Y"),
        ("policy", "5.23.01", "P4Y", "P3Y"),
        ("register", "5.05.01", "P2Y", "P1Y"),
        ("register", "5.14.05", "P1Y", "P6M"),
        ("register", "5.30.02", "P1200D", "P3Y"),
    ],
)
def test_a_document_is_reviewed_as_often_as_its_measure_asks(
    kind: str, requirement: str, longer: str, longest: str
) -> None:
    files = paper(kind, requirement, longer)
    expect(files, "a.yaml:8:38 DUE002", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "DUE002"]
    assert finding.requirements == (requirement,)
    assert f"ten hoogste {longest} volgens {requirement}" in finding.message.nl
    assert f"at most {longest} by {requirement}" in finding.message.en
    expect(paper(kind, requirement, longest), ignoring=BESIDE)


@pytest.mark.parametrize("interval", ["P12M", "P365D", "P366D", "P52W", "P6M"])
def test_a_year_may_be_spelled_in_many_ways(interval: str) -> None:
    expect(paper("policy", "5.01.02", interval), ignoring=BESIDE)


@pytest.mark.parametrize("interval", ["P367D", "P53W", "P1Y2D"])
def test_a_little_longer_than_a_year_is_longer(interval: str) -> None:
    expect(paper("policy", "5.01.02", interval), "a.yaml:8:38 DUE002", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("kind", "requirement"),
    [
        ("procedure", "5.05.01"),
        ("report", "5.01.02"),
        ("analysis", "5.23.01"),
        ("policy", "5.01.01"),
        ("procedure", "8.02.01"),
        ("policy", '"5.23"'),
    ],
)
def test_a_document_beside_the_one_that_is_timed_keeps_its_own_interval(
    kind: str, requirement: str
) -> None:
    expect(paper(kind, requirement, "P5Y"), ignoring=BESIDE)


def test_the_strictest_of_several_measures_is_named() -> None:
    files = paper("register", "5.30.02, 5.14.05, 5.05.01", "P2Y")
    (finding,) = [f for f in check(files) if f.code == "DUE002"]
    assert finding.requirements == ("5.05.01", "5.14.05")
    assert "P6M volgens 5.14.05" in finding.message.nl


def test_what_is_superseded_is_not_judged() -> None:
    expect(paper("policy", "5.01.02", "P5Y", "superseded"), ignoring=BESIDE)


def test_a_draft_is_judged_before_it_is_adopted() -> None:
    files = paper("policy", "5.01.02", "P5Y", "draft")
    expect(files, "a.yaml:8:38 DUE002", ignoring=BESIDE)


def test_a_supplier_is_reviewed_every_year() -> None:
    expect(supplier("P2Y"), "a.yaml:5:38 DUE002", ignoring=BESIDE)
    expect(supplier("P1Y"), ignoring=BESIDE)
    (finding,) = [f for f in check(supplier("P2Y")) if f.code == "DUE002"]
    assert finding.requirements == ("5.20.03", "5.22.01")


@pytest.mark.parametrize(
    ("requirement", "longer", "longest"),
    [
        ("8.02.01", "P4M", "P3M"),
        ("8.02.01", "P93D", "P92D"),
        ("5.24.04", "P32D", "P31D"),
        ("5.01.02", "P2Y", "P1Y"),
        ("5.22.01", "P2Y", "P1Y"),
        ("8.08.05", "P18M", "P1Y"),
        ("5.30.01", "P2Y", "P12M"),
        ("A.8.2.1", "P4M", "P3M"),
    ],
)
def test_a_cycle_is_no_longer_than_the_norms(requirement: str, longer: str, longest: str) -> None:
    files = control(f"{{requirement: {requirement}, interval: {longer}}}")
    column = len(f"cycles: [{{requirement: {requirement}, interval: ") + 1
    expect(files, f"a.yaml:7:{column} DUE002", ignoring=BESIDE)
    files = control(f"{{requirement: {requirement}, interval: {longest}}}")
    expect(files, ignoring=BESIDE)


def test_each_cycle_is_judged_by_itself() -> None:
    cycles = (
        "{requirement: 5.24.04, interval: P1M}, {requirement: 8.02.01, interval: P1Y}, "
        "{requirement: 5.18.02, interval: P2Y}"
    )
    expect(control(cycles), "a.yaml:7:82 DUE002", "a.yaml:7:121 DUE002", ignoring=BESIDE)


def test_a_period_of_ones_own_choosing_is_free() -> None:
    expect(control("{requirement: 8.15.06, interval: P5Y}"), ignoring=BESIDE)


def test_what_the_norm_asks_where_possible_may_be_less_often() -> None:
    expect(control("{requirement: 8.08.04, interval: P2Y}"), ignoring=BESIDE)


def test_the_review_of_a_control_is_not_what_its_measure_times() -> None:
    expect(control("{requirement: 8.02.01, interval: P3M}", "P3Y"), ignoring=BESIDE)


@pytest.mark.parametrize("interval", ["P0D", "P0Y0M", "-P1Y"])
def test_no_time_at_all_is_no_interval(interval: str) -> None:
    files = control(f"{{requirement: 8.15.06, interval: {interval}}}", interval)
    expect(files, "a.yaml:7:43 DUE002", "a.yaml:8:38 DUE002", ignoring=BESIDE)
    (first, second) = [f for f in check(files) if f.code == "DUE002"]
    assert first.fingerprint != second.fingerprint
    assert f"{interval} is geen termijn" in first.message.nl
    assert f"{interval} is no interval" in first.message.en


def test_a_period_that_is_not_understood_is_one_finding() -> None:
    expect(supplier("jaarlijks"), "a.yaml:5:38 STR002", ignoring=BESIDE)
