from __future__ import annotations

import pytest
from support import check, expect, result

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "OWN003",
    "OWN004",
    "STR002",
    "STR005",
}

ORGANISATION = "kind: organisation\nid: lindemeer\ntitle: Lindemeer\nsector: municipality\n"
BOARD = "kind: role\nid: college\ntitle: College\nfunctions: [board]\n"
CISO = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [line-manager, ciso]\n"
SECOND = CISO.replace("id: ciso", "id: ciso-regio")


def staffed(**changes: str) -> dict[str, str]:
    files = {"organisation": ORGANISATION, "board": BOARD, "ciso": CISO} | changes
    return {f"{name}.yaml": content for name, content in files.items() if content}


def test_a_board_and_a_ciso_are_enough() -> None:
    expect(staffed(), ignoring=BESIDE)


@pytest.mark.parametrize("function", ["board", "ciso"])
def test_a_function_that_nobody_holds_stands_at_the_organisation(function: str) -> None:
    expect(staffed(**{function: ""}), "organisation.yaml:2:5 OWN004", ignoring=BESIDE)


def test_without_an_organisation_both_stand_at_the_settings() -> None:
    files = {"a.yaml": BOARD.replace("[board]", "[cio]")}
    expect(files, "bio2lint.yaml:1:7 OWN004", "bio2lint.yaml:1:7 OWN004", ignoring=BESIDE)
    findings = [finding for finding in check(files) if finding.code == "OWN004"]
    assert len({finding.fingerprint for finding in findings}) == 2


@pytest.mark.parametrize(
    "term",
    ["until: 2026-11-22\n", "from: 2026-11-24\n", "from: 2026-11-22\nuntil: 2026-11-22\n"],
)
def test_a_ciso_outside_the_term_is_none(term: str) -> None:
    files = staffed(ciso=CISO + term)
    expect(files, "organisation.yaml:2:5 OWN004", ignoring=BESIDE)
    (finding,) = [finding for finding in check(files) if finding.code == "OWN004"]
    assert [region.path for region, _ in finding.related] == ["ciso.yaml"]


@pytest.mark.parametrize("term", ["until: 2026-11-23\n", "from: 2026-11-23\n"])
def test_the_first_and_last_day_of_a_term_count(term: str) -> None:
    expect(staffed(ciso=CISO + term), ignoring=BESIDE)


def test_the_vacancy_of_a_ciso_names_the_measure_that_asks_for_one() -> None:
    (finding,) = [f for f in check(staffed(ciso="")) if f.code == "OWN004"]
    assert finding.requirements == ("5.02.02",)
    assert "CISO" in finding.message.nl
    assert "CISO" in finding.message.en
    (finding,) = [f for f in check(staffed(board="")) if f.code == "OWN004"]
    assert finding.requirements == ()
    assert "bestuur" in finding.message.nl
    assert "board" in finding.message.en


def test_two_cisos_of_one_organisation_stand_at_the_second() -> None:
    files = staffed(second=SECOND)
    expect(files, "second.yaml:4:27 OWN004", ignoring=BESIDE)
    (finding,) = [finding for finding in check(files) if finding.code == "OWN004"]
    assert [region.path for region, _ in finding.related] == ["ciso.yaml"]
    assert "ciso-regio en ciso zijn allebei CISO" in finding.message.nl
    assert "ciso-regio and ciso are both CISO" in finding.message.en
    assert finding.requirements == ("5.02.02",)


def test_a_successor_is_no_second_ciso() -> None:
    files = staffed(ciso=CISO + "until: 2026-11-23\n", second=SECOND + "from: 2026-11-24\n")
    expect(files, ignoring=BESIDE)


def test_a_ciso_shared_with_other_organisations_is_fine() -> None:
    expect(staffed(ciso=CISO + "serves: [Plassenland, Duinrand]\n"), ignoring=BESIDE)


def test_a_ciso_of_another_organisation_is_no_second_one() -> None:
    expect(staffed(second=SECOND + "serves: [Plassenland]\n"), ignoring=BESIDE)


def test_who_serves_this_organisation_by_name_is_a_second_ciso_of_it() -> None:
    files = staffed(second=SECOND + "serves: [lindemeer]\n")
    expect(files, "second.yaml:4:27 OWN004", ignoring=BESIDE)


def test_two_cisos_who_serve_the_same_organisation_are_one_too_many() -> None:
    files = staffed(
        ciso=CISO + "serves: [Duinrand, Plassenland]\n", second=SECOND + "serves: [Plassenland]\n"
    )
    expect(files, "second.yaml:4:27 OWN004", ignoring=BESIDE)


def test_of_two_rivals_the_first_organisation_in_the_alphabet_decides() -> None:
    shared = SECOND.replace("regio", "streek") + "serves: [Plassenland, Duinrand, Hoogmeer]\n"
    files = staffed(
        ciso=CISO + "serves: [Plassenland]\n",
        second=SECOND + "serves: [Duinrand]\n",
        third=shared,
    )
    expect(files, "third.yaml:4:27 OWN004", ignoring=BESIDE)
    (finding,) = [finding for finding in check(files) if finding.code == "OWN004"]
    assert [region.path for region, _ in finding.related] == ["second.yaml"]


@pytest.mark.parametrize(
    ("serves", "at"), [("{a: b}", "5:9"), ("[[Duinrand]]", "5:10"), ("[Duinrand, [x]]", "5:20")]
)
def test_whom_a_ciso_serves_and_cannot_be_understood_makes_no_rival(serves: str, at: str) -> None:
    files = staffed(second=f"{SECOND}serves: {serves}\n", third=CISO.replace("id: ciso", "id: c"))
    files["third.yaml"] += "serves: [Duinrand]\n"
    expect(files, f"second.yaml:{at} STR002", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("functions", "at"), [("[line-manager, cisso]", "4:27"), ("{ciso: true}", "4:12")]
)
def test_functions_that_cannot_be_understood_are_only_that(functions: str, at: str) -> None:
    files = staffed(ciso=CISO.replace("[line-manager, ciso]", functions))
    expect(files, f"ciso.yaml:{at} STR002", ignoring=BESIDE)


def test_a_term_that_is_no_date_is_only_that() -> None:
    expect(staffed(ciso=CISO + "until: 2026-02-30\n"), "ciso.yaml:5:8 STR005", ignoring=BESIDE)
    expect(staffed(ciso=CISO + "from: 2026-02-30\n"), "ciso.yaml:5:7 STR005", ignoring=BESIDE)
    reversed_ = CISO + "from: 2026-12-01\nuntil: 2026-01-01\n"
    expect(staffed(ciso=reversed_), "ciso.yaml:6:8 STR005", ignoring=BESIDE)


def test_a_file_that_cannot_be_read_may_hold_the_ciso() -> None:
    outcome = result(staffed(ciso='kind: role\nid: "ciso\n'))
    assert "OWN004" not in {finding.code for finding in outcome.findings}
    assert outcome.held_back["OWN004"] == 1
