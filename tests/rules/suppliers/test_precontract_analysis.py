from __future__ import annotations

import pytest
from supplier_cases import BESIDE, CLAUSES, SINCE_SPRING, exempted, measure, supplier
from support import check, expect

START = "2026-03-01"
PROCESSES = "processes_information: true\n"


def bound(analysis: str, contract: str = SINCE_SPRING) -> dict[str, str]:
    """A supplier that processes information; its analysis is on line 8, value at column 11."""
    return supplier(f"{contract}{PROCESSES}{CLAUSES}analysis: {analysis}\n")


def paper(name: str, approved: str | None, supersedes: str = "", status: str = "approved") -> str:
    decided = f"approved: {{by: hoofd-inkoop, date: {approved}, ref: Z-1}}\n" if approved else ""
    return f"""\
kind: document
id: {name}
title: Analyse
owner: hoofd-inkoop
type: analysis
status: {status}
url: https://lindemeer.example/analyse
supersedes: [{supersedes}]
{decided}"""


def risk(analysed: str | None) -> str:
    made = f"analysed: {{by: hoofd-inkoop, date: {analysed}}}\n" if analysed else ""
    return f"kind: risk\nid: r\ntitle: R\nowner: hoofd-inkoop\ntreatment: mitigate\n{made}"


def papers(*texts: str) -> dict[str, str]:
    return {"documents.yaml": "---\n".join(texts)}


def test_an_analysis_after_the_contract_began() -> None:
    late = bound("[a]") | papers(paper("a", "2026-03-02"))
    expect(late, "s.yaml:8:11 SUP005", ignoring=BESIDE)
    (finding,) = [f for f in check(late) if f.code == "SUP005"]
    assert finding.requirements == ("5.20.06", "5.21.02")
    assert "is van 2026-03-02, na het begin van het contract op 2026-03-01" in finding.message.nl
    assert "is of 2026-03-02, after the contract began on 2026-03-01" in finding.message.en
    assert [region.path for region, _ in finding.related] == ["documents.yaml"]


def test_an_analysis_on_the_day_of_the_contract_is_in_time() -> None:
    expect(bound("[a]") | papers(paper("a", START)), ignoring=BESIDE)


def test_a_risk_is_an_analysis_too() -> None:
    late = bound("[r]") | papers(risk("2026-03-02"))
    expect(late, "s.yaml:8:11 SUP005", ignoring=BESIDE)
    expect(bound("[r]") | papers(risk(START)), ignoring=BESIDE)


def test_no_analysis_at_all() -> None:
    without = supplier(SINCE_SPRING + PROCESSES + CLAUSES)
    expect(without, "s.yaml:2:5 SUP005", ignoring=BESIDE)
    (finding,) = [f for f in check(without) if f.code == "SUP005"]
    assert finding.requirements == ("5.20.06", "5.21.02")
    assert "de afhankelijkheid en de keten vooraf zijn gewogen" in finding.message.nl
    assert "dependency and chain were weighed beforehand" in finding.message.en
    expect(bound("[]"), "s.yaml:8:1 SUP005", ignoring=BESIDE)


def test_the_earliest_of_several_counts() -> None:
    both = papers(paper("a", "2026-10-01"), paper("b", "2026-02-01"))
    expect(bound("[a, b]") | both, ignoring=BESIDE)
    late = papers(paper("a", "2026-10-01"), paper("b", "2026-04-01"))
    (finding,) = [f for f in check(bound("[a, b]") | late) if f.code == "SUP005"]
    assert "is van 2026-04-01" in finding.message.nl


def test_a_version_that_was_superseded_counts() -> None:
    old = papers(
        paper("a", "2026-10-01", "b"),
        paper("b", "2026-06-01", "c", "superseded"),
        paper("c", "2026-01-10", "", "superseded"),
    )
    expect(bound("[a]") | old, ignoring=BESIDE)
    late = {"documents.yaml": old["documents.yaml"].replace("2026-01-10", "2026-05-10")}
    (finding,) = [f for f in check(bound("[a]") | late) if f.code == "SUP005"]
    assert "is van 2026-05-10" in finding.message.nl


def test_versions_that_supersede_each_other_end() -> None:
    circle = papers(paper("a", "2026-10-01", "b"), paper("b", "2026-06-01", "a", "superseded"))
    expect(bound("[a]") | circle, "s.yaml:8:11 SUP005", ignoring=BESIDE)


def test_no_end_of_versions_is_followed() -> None:
    chain = [paper(f"v{n}", "2026-06-01", f"v{n + 1}") for n in range(90)]
    last = paper("v90", "2026-06-01")
    expect(bound("[v0]") | papers(*chain, last), "s.yaml:8:11 SUP005", ignoring=BESIDE)
    chain = [paper(f"v{n}", "2026-06-01", f"v{n + 1}") for n in range(110)]
    last = paper("v110", "2026-06-01")
    expect(bound("[v0]") | papers(*chain, last), ignoring=BESIDE)


def test_a_renewal_counts_as_signing() -> None:
    renewed = "contract: {kind: contract, ref: C-1, start: 2026-06-01}\n"
    weighed = papers(paper("a", "2026-05-12"))
    expect(bound("[a]", renewed) | weighed, ignoring=BESIDE)
    expect(bound("[a]") | weighed, "s.yaml:8:11 SUP005", ignoring=BESIDE)


@pytest.mark.parametrize(
    "documents",
    [
        papers(paper("a", None)),
        papers(paper("a", "2026-10-01"), paper("b", None)),
        papers(paper("a", "2026-10-01", "'regio:b'")),
        papers(risk(None).replace("id: r", "id: a")),
    ],
)
def test_an_analysis_whose_day_is_not_known_is_passed_over(documents: dict[str, str]) -> None:
    named = "[a, b]" if "id: b" in documents["documents.yaml"] else "[a]"
    expect(bound(named) | documents, ignoring=BESIDE)


def test_what_cannot_be_found_is_passed_over() -> None:
    expect(bound("[a]"), "s.yaml:8:12 REF006", ignoring=BESIDE)
    expect(bound("['regio:a']"), ignoring=BESIDE)
    late = papers(paper("a", "2026-10-01"))
    expect(bound("[a, b]") | late, "s.yaml:8:15 REF006", ignoring=BESIDE)


def test_what_cannot_be_understood_is_passed_over() -> None:
    expect(bound("{a: b}"), "s.yaml:8:11 STR002", ignoring=BESIDE)
    late = papers(paper("a", "2026-10-01"))
    expect(bound("[a, {b: c}]") | late, "s.yaml:8:15 STR002", ignoring=BESIDE)
    older = papers(paper("a", "2026-10-01", "{b: c}"))
    expect(bound("[a]") | older, "documents.yaml:8:14 STR002", ignoring=BESIDE)
    wrong = papers(paper("a", "2026-02-30"))
    expect(bound("[a]") | wrong, "documents.yaml:9:36 STR005", ignoring=BESIDE)


def test_a_contract_without_a_start_has_no_day_to_compare() -> None:
    contract = "contract: {kind: contract, ref: C-1}\n"
    late = bound("[a]", contract) | papers(paper("a", "2026-10-01"))
    expect(late, ignoring=BESIDE | {"SUP003", "SUP004"})


def test_a_joint_arrangement_is_weighed_but_not_signed() -> None:
    arranged = "contract: {kind: joint-arrangement, ref: R, start: 2026-03-01}\n"
    late = papers(paper("a", "2026-10-01"))
    expect(bound("[a]", arranged) | late, ignoring=BESIDE)
    expect(bound("[]", arranged), "s.yaml:8:1 SUP005", ignoring=BESIDE)


@pytest.mark.parametrize(
    "head",
    [
        SINCE_SPRING,
        f"{SINCE_SPRING}processes_information: false\n",
        f"contract: {{kind: legal-duty}}\n{PROCESSES}",
        f"contract: {{kind: contract, ref: C, end: 2026-11-22}}\n{PROCESSES}",
        f"contract: {{kind: contract, ref: C, start: 2026-11-24}}\n{PROCESSES}",
    ],
)
def test_only_agreements_on_information_that_hold_today(head: str) -> None:
    expect(supplier(head), ignoring=BESIDE)


def test_a_measure_under_way_is_not_held_against_each_supplier() -> None:
    late = bound("[]")
    one = measure("'5.20.06', '5.21.02'", "planned")
    expect(late | one, ignoring=BESIDE)
    (finding,) = [f for f in check(late | exempted("5.20.06")) if f.code == "SUP005"]
    assert finding.requirements == ("5.21.02",)
