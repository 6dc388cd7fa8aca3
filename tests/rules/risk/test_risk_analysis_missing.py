from __future__ import annotations

import pytest
from risk_cases import beside
from support import check, edition, expect

BESIDE = beside("RSK008")
NORM = edition("1.3")
ASKED = [
    number
    for number in NORM.active
    if NORM.measures[number].facts.get("demands", {}).get("risk_analysis") == "required"
]
LOGS = "8.15.06"


def control(
    implements: str = LOGS, more: str = "", status: str = "implemented", name: str = "c"
) -> dict[str, str]:
    """A control whose numbers are on line 4 from column 14."""
    return {
        f"{name}.yaml": f"kind: control\nid: {name}\ntitle: C\nimplements: [{implements}]\n"
        f"status: {status}\n{more}"
    }


def risk(more: str, status: str = "open") -> dict[str, str]:
    return {
        "r.yaml": f"kind: risk\nid: R-1\ntitle: R\ntreatment: mitigate\nstatus: {status}\n{more}"
    }


def paper(requirements: str, kind: str = "analysis", status: str = "approved") -> dict[str, str]:
    return {
        "p.yaml": f"kind: document\nid: p\ntitle: P\ntype: {kind}\nstatus: {status}\n"
        f"requirements: [{requirements}]\nurl: https://lindemeer.example/p\n"
    }


def test_the_norm_asks_it_of_six_measures() -> None:
    assert ASKED == ["5.12.01", "5.21.02", "5.21.05", "5.30.02", "8.13.02", "8.15.06"]


@pytest.mark.parametrize("number", ASKED)
def test_an_implemented_measure_without_an_assessment(number: str) -> None:
    files = control(f"'5.7', {number}")
    expect(files, "c.yaml:4:21 RSK008", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK008"]
    assert finding.requirements == (number,)
    assert finding.message.nl.startswith(f"{number} (")
    assert "vraagt een risicoafweging" in finding.message.nl
    assert "demands a risk assessment" in finding.message.en


@pytest.mark.parametrize("number", ["5.08.01", "8.32.01", "5.14.02", "8.15.05", '"8.15"'])
def test_other_numbers_need_none_of_their_own(number: str) -> None:
    expect(control(number), ignoring=BESIDE)


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_what_is_not_implemented_may_wait(status: str) -> None:
    expect(control(status=status), ignoring=BESIDE)


def test_a_risk_that_the_control_names() -> None:
    expect(control(more="risks: [R-1]\n") | risk(""), ignoring=BESIDE)
    expect(control(more="risks: [partner:R-1]\n"), ignoring=BESIDE)
    closed = control(more="risks: [R-1]\n") | risk("", "closed")
    expect(closed, "c.yaml:4:14 RSK008", ignoring=BESIDE)


@pytest.mark.parametrize(
    "more",
    [
        f"requirements: [{LOGS}]\n",
        "requirements: ['8.15']\n",
        "controls: [c]\n",
        "requirements: [8.15.66]\n",
    ],
)
def test_a_risk_that_names_the_measure_or_the_control(more: str) -> None:
    expect(control() | risk(more), ignoring=BESIDE)
    expect(control() | risk(more, "closed"), "c.yaml:4:14 RSK008", ignoring=BESIDE)


@pytest.mark.parametrize("more", ["", "requirements: [8.15.05]\n", "requirements: ['8.16']\n"])
def test_a_risk_about_something_else(more: str) -> None:
    expect(control() | risk(more), "c.yaml:4:14 RSK008", ignoring=BESIDE)


@pytest.mark.parametrize("status", ["approved", "draft"])
def test_an_analysis_that_names_the_measure(status: str) -> None:
    expect(control() | paper(LOGS, status=status), ignoring=BESIDE)
    expect(control() | paper("'8.15'", status=status), ignoring=BESIDE)


@pytest.mark.parametrize(
    ("requirements", "kind", "status"),
    [
        (LOGS, "policy", "approved"),
        (LOGS, "analysis", "superseded"),
        ("8.15.01", "analysis", "draft"),
    ],
)
def test_other_documents_show_no_assessment(requirements: str, kind: str, status: str) -> None:
    files = control() | paper(requirements, kind, status)
    expect(files, "c.yaml:4:14 RSK008", ignoring=BESIDE)


KEPT_APART = {
    "5.12.01": "kind: process\nid: k\ntitle: K\nquickscan: {by: b, date: 2026-01-01}\n",
    "5.30.02": "kind: system\nid: k\ntitle: K\ncriticality: {by: b, date: 2026-01-01}\n",
    "5.21.02": "kind: supplier\nid: k\ntitle: K\nanalysis: [partner:p]\n",
    "5.21.05": "kind: supplier\nid: k\ntitle: K\nanalysis: [partner:p]\n",
}


@pytest.mark.parametrize("number", ASKED)
@pytest.mark.parametrize("of", KEPT_APART)
def test_what_processes_systems_and_suppliers_record_themselves(number: str, of: str) -> None:
    files = control(number) | {"k.yaml": KEPT_APART[of]}
    enough = number in KEPT_APART and KEPT_APART[number] == KEPT_APART[of]
    expect(files, *([] if enough else ["c.yaml:4:14 RSK008"]), ignoring=BESIDE | {"REF006"})
    bare = {"k.yaml": "".join(KEPT_APART[of].splitlines(keepends=True)[:3])}
    expect(control(number) | bare, "c.yaml:4:14 RSK008", ignoring=BESIDE)


def test_several_controls_of_a_measure_are_one_finding_at_the_first() -> None:
    both = control() | control(name="d") | control(name="b", status="planned")
    expect(both, "c.yaml:4:14 RSK008", ignoring=BESIDE)
    expect(control() | control(name="d", more="risks: [R-1]\n") | risk(""), ignoring=BESIDE)


def test_what_an_exception_covers_needs_none() -> None:
    exception = (
        "kind: exception\nid: x\ntitle: X\ntype: {}\nrequirements: [8.15.06]\nreason: R.\n"
        "approved: {{by: b, date: 2026-01-01}}\nuntil: 2027-01-01\n"
    )
    for kind in ("not-applicable", "deviation"):
        files = control() | {"x.yaml": exception.format(kind)}
        expect(files, ignoring=BESIDE | {"REF006"})
    permitted = control() | {"x.yaml": exception.format("permitted")}
    expect(permitted, "c.yaml:4:14 RSK008", ignoring=BESIDE | {"REF006"})


def test_it_may_be_in_a_file_that_cannot_be_read() -> None:
    files = control() | {"risks/r.yaml": "kind: [\n"}
    assert "RSK008" not in {finding.code for finding in check(files)}


def test_what_is_not_understood_may_be_the_assessment() -> None:
    for more in (control(more="risks: 7\n"), control() | risk("requirements: 7\n")):
        assert "RSK008" not in {finding.code for finding in check(more)}
    named = control() | paper("zomaar")
    assert "RSK008" not in {finding.code for finding in check(named)}
