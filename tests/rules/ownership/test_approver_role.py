from __future__ import annotations

import pytest
from ownership_cases import ROLES, beside, role
from support import check, edition, expect

BESIDE = beside("OWN006")
NORM = edition("1.3")
APPROVED = {
    number: (approval["by"], approval["when"])
    for number in NORM.active
    if (approval := NORM.measures[number].facts.get("demands", {}).get("approval"))
}
DEPARTURES = [number for number, (_, when) in APPROVED.items() if when == "departure"]
METHOD = "risk_method: {scale: {likelihood: 5, impact: 5}, levels: {low: 1, high: 10}}\n"


def paper(
    by: str,
    number: str = "5.01.01",
    subject: str = "information-security-policy",
    kind: str = "policy",
    status: str = "approved",
    name: str = "a",
) -> dict[str, str]:
    """A document that is approved on line 9."""
    return ROLES | {
        f"{name}.yaml": f"kind: document\nid: {name}\ntitle: A\nowner: directie\ntype: {kind}\n"
        f"requirements: [{number}]\nsubjects: [{subject}]\nstatus: {status}\n"
        f"approved: {{by: {by}, date: 2026-06-09}}\nurl: https://lindemeer.example/a\n"
    }


def departure(by: str, number: str = "8.31.01", kind: str = "permitted") -> dict[str, str]:
    """An exception that is approved on line 7."""
    return ROLES | {
        "x.yaml": f"kind: exception\nid: x\ntitle: X\nowner: hoofd-ict\ntype: {kind}\n"
        f"requirements: [{number}]\napproved: {{by: {by}, date: 2026-06-09}}\nreason: Spoed.\n"
    }


def mandates(*entries: str, method: str = METHOD) -> dict[str, str]:
    return {
        "o.yaml": "kind: organisation\nid: o\ntitle: O\nsector: municipality\n"
        f"{method}mandates: [{', '.join(entries)}]\n"
    }


def test_the_norm_names_who_approves_in_six_measures() -> None:
    board, owner = ("board", "always"), ("process-owner", "departure")
    assert {n: who for n, who in APPROVED.items() if who == board}.keys() == {"5.01.01", "5.02.01"}
    assert {n for n, who in APPROVED.items() if who == owner} == set(DEPARTURES)
    assert DEPARTURES == ["5.16.02", "5.17.01", "8.31.01", "8.31.02"]


def test_in_edition_1_2_it_is_for_executive_management_or_the_board_above_it() -> None:
    pinned = {"bio2lint.yaml": "norm: bio2@1.2\n"}
    for by in ("directie", "college"):
        assert "OWN006" not in {f.code for f in check(paper(by) | pinned)}
    (finding,) = [f for f in check(paper("ciso") | pinned) if f.code == "OWN006"]
    assert "de leiding van de organisatie" in finding.message.nl


@pytest.mark.parametrize("by", ["directie", "ciso", "hoofd-burgerzaken"])
def test_the_policy_is_for_the_board(by: str) -> None:
    files = paper(by)
    expect(files, "a.yaml:9:16 OWN006", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN006"]
    assert finding.requirements == ("5.01.01",)
    assert f"{by} keurde a goed, maar volgens 5.01.01" in finding.message.nl
    assert "doet het bestuur dat" in finding.message.nl
    assert "the board does that" in finding.message.en
    expect(paper("college"), ignoring=BESIDE)


def test_it_is_known_by_its_subject_or_by_its_number_and_type() -> None:
    roles = "roles-and-responsibilities"
    expect(paper("directie", "5.02.02", roles), "a.yaml:9:16 OWN006", ignoring=BESIDE)
    expect(paper("directie", "5.01.01", "x"), "a.yaml:9:16 OWN006", ignoring=BESIDE)
    expect(paper("directie", "5.01.01", "x", "procedure"), ignoring=BESIDE)
    expect(paper("directie", "5.01.02", "x"), ignoring=BESIDE)


def test_what_elaborates_on_an_adopted_policy_others_may_approve() -> None:
    files = paper("directie") | paper("college", name="b")
    expect(files, ignoring=BESIDE)
    both = paper("directie") | paper("ciso", name="b")
    expect(both, "a.yaml:9:16 OWN006", "b.yaml:9:16 OWN006", ignoring=BESIDE)


def test_a_document_with_its_subject_goes_before_one_that_names_the_number() -> None:
    files = paper("college", subject="x") | paper("directie", name="b")
    expect(files, "b.yaml:9:16 OWN006", ignoring=BESIDE)


@pytest.mark.parametrize("status", ["draft", "superseded"])
def test_what_is_no_longer_or_not_yet_approved_is_passed_over(status: str) -> None:
    expect(paper("directie", status=status), ignoring=BESIDE)


@pytest.mark.parametrize("number", DEPARTURES)
def test_a_departure_is_for_the_process_owner(number: str) -> None:
    files = departure("hoofd-ict", number)
    expect(files, "x.yaml:7:16 OWN006", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN006"]
    assert finding.requirements == (number,)
    assert "doet de proceseigenaar dat" in finding.message.nl
    assert "the process owner does that" in finding.message.en
    expect(departure("hoofd-burgerzaken", number), ignoring=BESIDE)


@pytest.mark.parametrize("by", ["college", "directie"])
def test_who_stands_above_the_process_owner_may_approve_as_well(by: str) -> None:
    expect(departure(by), ignoring=BESIDE)


def test_each_departure_counts() -> None:
    files = departure("hoofd-burgerzaken") | {
        "y.yaml": departure("ciso")["x.yaml"].replace("id: x", "id: y")
    }
    expect(files, "y.yaml:7:16 OWN006", ignoring=BESIDE)


def test_who_owns_a_process_is_a_process_owner_whatever_the_role_says() -> None:
    process = {"p.yaml": "kind: process\nid: p\ntitle: P\nowner: hoofd-ict\n"}
    expect(departure("hoofd-ict") | process, ignoring=BESIDE)
    expect(paper("hoofd-ict") | process, "a.yaml:9:16 OWN006", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("number", "kind"),
    [("8.31.01", "deviation"), ("8.31.01", "not-applicable"), ("5.20.02", "permitted")],
)
def test_other_exceptions_are_for_others(number: str, kind: str) -> None:
    expect(departure("ciso", number, kind), ignoring=BESIDE)


def test_a_departure_past_its_end_is_history() -> None:
    files = departure("ciso")
    files["x.yaml"] += "until: 2026-11-22\n"
    expect(files, ignoring=BESIDE)
    files["x.yaml"] = files["x.yaml"].replace("-22", "-23")
    expect(files, "x.yaml:7:16 OWN006", ignoring=BESIDE)


@pytest.mark.parametrize(
    "mandate",
    [
        "{level: high, roles: [directie], ref: Mandaatregister}",
        "{level: high, roles: [ciso, directie], ref: Mandaatregister, until: 2026-11-23}",
        "{level: beleid, roles: [directie], ref: Mandaatregister}",
    ],
)
def test_who_acts_for_the_board_by_mandate_may_adopt(mandate: str) -> None:
    expect(paper("directie") | mandates(mandate), ignoring=BESIDE)
    files = paper("hoofd-ict") | mandates(mandate)
    expect(files, "a.yaml:9:16 OWN006", ignoring=BESIDE)


@pytest.mark.parametrize(
    "mandate",
    [
        "{level: low, roles: [directie], ref: Mandaatregister}",
        "{level: high, roles: [directie]}",
        "{level: high, roles: [directie], ref: Mandaatregister, until: 2026-11-22}",
        "{level: high, roles: [ciso], ref: Mandaatregister}",
    ],
)
def test_a_lower_or_ended_mandate_or_one_without_a_reference_is_not_enough(mandate: str) -> None:
    expect(paper("directie") | mandates(mandate), "a.yaml:9:16 OWN006", ignoring=BESIDE)


def test_without_levels_any_mandate_with_a_reference_will_do() -> None:
    low = "{level: low, roles: [directie], ref: Mandaatregister}"
    expect(paper("directie") | mandates(low, method=""), ignoring=BESIDE)


@pytest.mark.parametrize("unknown", ["ja", "{level: high, roles: 7}", "{level: low, roles: [[]]}"])
def test_mandates_that_are_not_understood_may_be_about_this(unknown: str) -> None:
    files = paper("directie") | mandates(unknown)
    expect(files, ignoring=BESIDE)


def test_of_a_role_or_decision_that_is_not_certain_nothing_is_said() -> None:
    expect(paper("partner:directie"), ignoring=BESIDE)
    expect(paper("niemand"), "a.yaml:9:16 REF006", ignoring=BESIDE)
    expect(paper("x") | {"r.yaml": role("x", "tovenaar")}, ignoring=BESIDE)
    files = paper("directie")
    files["a.yaml"] = files["a.yaml"].replace("{by: directie, date: 2026-06-09}", "ja")
    expect(files, ignoring=BESIDE)


@pytest.mark.parametrize(
    ("number", "subject"), [("[x]", "x"), ("[x], 5.01.02", "x"), ("5.01.02", "[x]")]
)
def test_what_a_document_is_about_and_cannot_be_understood_is_passed_over(
    number: str, subject: str
) -> None:
    expect(paper("directie", number, subject), ignoring=BESIDE)


@pytest.mark.parametrize("line", ["requirements: [5.01.02]", "subjects: [x]"])
def test_a_list_that_is_none_is_passed_over(line: str) -> None:
    files = paper("directie", "5.01.02", "x")
    key = line.partition(":")[0]
    files["a.yaml"] = files["a.yaml"].replace(line, f"{key}: {{a: b}}")
    expect(files, ignoring=BESIDE)
