from __future__ import annotations

import pytest
from risk_cases import beside, organisation, without
from support import check, expect

BESIDE = beside("RSK006", "OWN002")
MANDATES = """\
mandates:
  - {level: low, roles: [hoofd-ict, hoofd-burgerzaken], ref: art. 1}
  - {level: medium, roles: [directie], ref: art. 2}
  - {level: high, roles: [secretaris], until: 2026-06-30}
"""
ROLES = {
    f"roles/{name}.yaml": f"kind: role\nid: {name}\ntitle: {name}\nfunctions: [{function}]\n"
    for name, function in {
        "hoofd-ict": "line-manager",
        "hoofd-burgerzaken": "process-owner",
        "directie": "executive-management",
        "secretaris": "executive-management",
        "ciso": "ciso",
    }.items()
}


def accepted(
    by: str,
    level: str = "medium",
    day: str = "2026-05-28",
    mandates: str = MANDATES,
    treatment: str = "accept",
    inherent: str = "high",
    status: str = "open",
) -> dict[str, str]:
    """A risk that is accepted on line 8; its residual level is `level`, if it has one."""
    residual = f"residual: {{likelihood: 2, impact: 3, level: {level}}}\n" if level else "\n"
    return (
        organisation(more=mandates)
        | ROLES
        | {
            "r.yaml": f"kind: risk\nid: R-1\ntitle: R\ntreatment: {treatment}\nstatus: {status}\n"
            f"inherent: {{likelihood: 4, impact: 4, level: {inherent}}}\n{residual}"
            f"acceptance: {{by: {by}, date: {day}, until: 2027-05-31}}\n"
        }
    )


def test_below_the_mandate_for_the_level() -> None:
    files = accepted("hoofd-ict")
    expect(files, "r.yaml:8:18 RSK006", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK006"]
    assert "hoofd-ict accepteerde risico R-1 van niveau `medium`" in finding.message.nl
    assert "hoofd-ict accepted risk R-1 of level `medium`" in finding.message.en
    assert finding.help is not None
    assert "directie en secretaris" in finding.help.nl
    assert [(region.path, region.line) for region, _ in finding.related] == [("o.yaml", 14)]


def test_who_has_two_mandates_is_named_once() -> None:
    files = accepted("hoofd-ict", mandates=MANDATES.replace("secretaris", "directie"))
    (finding,) = [f for f in check(files) if f.code == "RSK006"]
    assert finding.help is not None
    assert "dat kan nu: directie. " in finding.help.nl


@pytest.mark.parametrize(
    ("by", "level"),
    [
        ("hoofd-ict", "low"),
        ("directie", "medium"),
        ("directie", "low"),
        ("secretaris", "high"),
        ("secretaris", "low"),
        ("college", "critical"),
    ],
)
def test_a_mandate_for_the_level_or_a_higher_one(by: str, level: str) -> None:
    expect(accepted(by, level), ignoring=BESIDE)


@pytest.mark.parametrize(
    ("by", "level"), [("directie", "high"), ("secretaris", "critical"), ("directie", "critical")]
)
def test_nobody_but_the_board_accepts_what_no_mandate_is_for(by: str, level: str) -> None:
    expect(accepted(by, level), "r.yaml:8:18 RSK006", ignoring=BESIDE)
    (finding,) = [f for f in check(accepted("directie", "critical")) if f.code == "RSK006"]
    assert finding.help is not None
    assert "dat kan nu: het bestuur" in finding.help.nl
    assert "by the board" in finding.help.en


def test_the_last_day_of_a_mandate_counts() -> None:
    expect(accepted("secretaris", "high", "2026-06-30"), ignoring=BESIDE)
    late = accepted("secretaris", "high", "2026-07-01")
    expect(late, "r.yaml:8:18 RSK006", ignoring=BESIDE)


def test_a_mandate_that_ended_afterwards_was_good_enough() -> None:
    expect(accepted("secretaris", "high", "2026-01-05"), ignoring=BESIDE)


@pytest.mark.parametrize("treatment", ["mitigate", "transfer"])
def test_a_part_that_is_accepted_counts_as_well(treatment: str) -> None:
    expect(accepted("hoofd-ict", treatment=treatment), "r.yaml:8:18 RSK006", ignoring=BESIDE)


def test_without_a_residual_level_the_inherent_one_counts() -> None:
    expect(accepted("directie", ""), "r.yaml:8:18 RSK006", ignoring=BESIDE)
    expect(accepted("directie", "", inherent="medium"), ignoring=BESIDE)


def test_a_closed_risk_is_history() -> None:
    expect(accepted("hoofd-ict", status="closed"), ignoring=BESIDE)


def test_without_mandates_or_without_a_method_nothing_can_be_told() -> None:
    expect(accepted("hoofd-ict", mandates=""), ignoring=BESIDE)
    expect(accepted("hoofd-ict", mandates="mandates: []\n"), ignoring=BESIDE)
    without_levels = organisation(without("levels", "scale"), MANDATES)
    expect(accepted("hoofd-ict") | without_levels, ignoring=BESIDE)


def test_a_mandate_for_another_level_may_be_meant_for_this_one() -> None:
    dutch = MANDATES.replace("level: low", "level: laag")
    expect(accepted("hoofd-ict", mandates=dutch), ignoring=BESIDE)
    files = accepted("hoofd-ict", mandates=MANDATES.replace("level: medium", "level: midden"))
    expect(files, "r.yaml:8:18 RSK006", ignoring=BESIDE)


def test_that_an_adviser_accepted_is_one_finding() -> None:
    expect(accepted("ciso"), "r.yaml:8:18 OWN002", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("old", "new"),
    [("mandates:\n", "mandates: ja\nx-oud:\n"), ("roles: [directie]", "roles: 7"), ("low", "[]")],
)
def test_mandates_that_are_not_understood_may_be_about_this(old: str, new: str) -> None:
    files = accepted("hoofd-ict", mandates=MANDATES.replace(old, new, 1))
    codes = [finding.code for finding in check(files)]
    assert "STR002" in codes or "STR003" in codes
    assert "RSK006" not in codes


def test_of_what_is_not_certain_nothing_is_said() -> None:
    expect(accepted("niemand"), "r.yaml:8:18 REF006", ignoring=BESIDE)
    expect(accepted("partner:directie"), ignoring=BESIDE)
    expect(accepted("hoofd-ict", "reusachtig"), ignoring=BESIDE)
    strange = {"r2.yaml": "kind: role\nid: vreemd\ntitle: V\nfunctions: [tovenaar]\n"}
    assert "RSK006" not in {f.code for f in check(accepted("vreemd") | strange)}
    assert "RSK006" not in {f.code for f in check(accepted("hoofd-ict", "[]"))}
    second = organisation(more=MANDATES)["o.yaml"].replace("id: o", "id: p")
    assert "RSK006" not in {f.code for f in check(accepted("hoofd-ict") | {"p.yaml": second})}


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("{likelihood: 2, impact: 3, level: medium}", "7", "r.yaml:7:11 STR002"),
        ("{by: hoofd-ict, date: 2026-05-28, until: 2027-05-31}", "ja", "r.yaml:8:13 STR002"),
    ],
)
def test_a_rating_or_acceptance_that_is_not_understood_is_one_finding(
    old: str, new: str, at: str
) -> None:
    files = accepted("hoofd-ict")
    files["r.yaml"] = files["r.yaml"].replace(old, new)
    expect(files, at, ignoring=BESIDE)


def test_treatment_accept_alone_says_not_who_accepted() -> None:
    files = accepted("hoofd-ict")
    files["r.yaml"] = files["r.yaml"].rpartition("acceptance")[0]
    expect(files, ignoring=BESIDE)


def test_a_day_that_is_not_understood_is_one_finding() -> None:
    expect(accepted("directie", day="2026-02-30"), "r.yaml:8:34 STR005", ignoring=BESIDE)
