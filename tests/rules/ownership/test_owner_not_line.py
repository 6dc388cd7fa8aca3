from __future__ import annotations

import pytest
from ownership_cases import ROLES, beside, role
from support import check, expect

BESIDE = beside("OWN002")
FIELDS = {
    "process": "",
    "system": "",
    "risk": "treatment: mitigate\nreview: {last: 2026-05-12}\n",
    "control": "implements: ['5.7']\nstatus: planned\n",
    "document": "type: policy\nstatus: approved\nurl: https://lindemeer.example/a\n",
    "supplier": "",
    "exception": "type: not-applicable\nrequirements: ['5.7']\n",
}


def owned(kind: str, owner: str, more: str = "") -> dict[str, str]:
    """A document whose owner is on line 4 at column 8, and which has more from line 5."""
    return ROLES | {
        "a.yaml": f"kind: {kind}\nid: a\ntitle: A\nowner: {owner}\n{more}{FIELDS[kind]}"
    }


@pytest.mark.parametrize("kind", ["process", "system", "risk"])
@pytest.mark.parametrize(
    ("owner", "nl"),
    [("ciso", "CISO"), ("fg", "functionaris gegevensbescherming"), ("auditor", "interne auditor")],
)
def test_what_the_line_owns_is_not_for_who_advises(kind: str, owner: str, nl: str) -> None:
    files = owned(kind, owner)
    expect(files, "a.yaml:4:8 OWN002", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN002"]
    assert f"{owner} is eigenaar van" in finding.message.nl
    assert f"maar is {nl}:" in finding.message.nl
    assert f"{owner} owns {kind} a" in finding.message.en
    assert finding.related[0][0].path == "roles/rollen.yaml"


@pytest.mark.parametrize("kind", ["process", "system", "risk"])
@pytest.mark.parametrize("owner", ["college", "hoofd-ict", "hoofd-burgerzaken", "security"])
def test_others_may_own_them(kind: str, owner: str) -> None:
    expect(owned(kind, owner), ignoring=BESIDE)


@pytest.mark.parametrize("kind", ["control", "document", "supplier", "exception"])
@pytest.mark.parametrize("owner", ["ciso", "fg", "auditor"])
def test_coordination_is_theirs(kind: str, owner: str) -> None:
    expect(owned(kind, owner), ignoring=BESIDE)


@pytest.mark.parametrize(
    "functions",
    ["ciso, line-manager", "dpo, process-owner", "internal-auditor, board", "ciso, system-owner"],
)
def test_who_is_also_in_the_line_owns_by_that(functions: str) -> None:
    both = {"roles/beide.yaml": role("beide", functions)}
    expect(owned("system", "beide") | both, ignoring=BESIDE)


def test_a_closed_risk_is_history() -> None:
    acceptance = "status: closed\nacceptance: {by: ciso, date: 2026-03-09, until: 2027-05-31}\n"
    expect(owned("risk", "ciso", acceptance), ignoring=BESIDE)


def test_an_adviser_accepts_no_risk() -> None:
    acceptance = "acceptance: {by: fg, date: 2026-03-09, until: 2027-05-31}\n"
    files = owned("risk", "hoofd-ict", acceptance)
    expect(files, "a.yaml:5:18 OWN002", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN002"]
    assert "fg accepteerde risico a" in finding.message.nl
    assert "fg accepted risk a" in finding.message.en
    expect(owned("risk", "hoofd-ict", acceptance.replace("fg", "directie")), ignoring=BESIDE)


def test_to_own_a_risk_and_to_accept_it_are_two() -> None:
    acceptance = "acceptance: {by: ciso, date: 2026-03-09, until: 2027-05-31}\n"
    files = owned("risk", "ciso", acceptance)
    expect(files, "a.yaml:4:8 OWN002", "a.yaml:5:18 OWN002", ignoring=BESIDE)


def test_of_a_role_that_is_not_certain_nothing_is_said() -> None:
    expect(owned("system", "ciso-office"), "a.yaml:4:8 REF006", ignoring=BESIDE)
    expect(owned("system", "partner:ciso"), ignoring=BESIDE)
    expect(owned("system", "[]"), ignoring=BESIDE)
    expect(
        owned("system", "misschien") | {"r.yaml": role("misschien", "ciso, tovenaar")},
        ignoring=BESIDE,
    )
    twice = {"roles/tweede.yaml": role("ciso", "line-manager")}
    assert "OWN002" not in {f.code for f in check(owned("system", "ciso") | twice)}
