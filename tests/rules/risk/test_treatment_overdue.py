from __future__ import annotations

import pytest
from risk_cases import beside
from support import check, expect

BESIDE = beside("RSK009") | {"REF006"}


def risk(*actions: str, status: str = "open") -> dict[str, str]:
    """A risk with one action on each line from 7."""
    listed = "".join(f"  - {{what: Iets, {action}}}\n" for action in actions)
    return {
        "r.yaml": f"kind: risk\nid: R-1\ntitle: R\ntreatment: mitigate\nstatus: {status}\n"
        f"actions:\n{listed}review: {{last: 2026-05-12}}\n"
    }


def test_past_its_date() -> None:
    files = risk("owner: hoofd-ict, due: 2026-11-22")
    expect(files, "r.yaml:7:41 RSK009", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK009"]
    assert "moest op 2026-11-22 gereed zijn" in finding.message.nl
    assert "was due on 2026-11-22" in finding.message.en


@pytest.mark.parametrize("due", ["2026-11-23", "2027-01-01"])
def test_the_last_day_is_still_in_time(due: str) -> None:
    expect(risk(f"owner: hoofd-ict, due: {due}"), ignoring=BESIDE)


@pytest.mark.parametrize(
    "action",
    [
        "owner: hoofd-ict, due: 2026-09-01, done: 2026-10-01",
        "owner: hoofd-ict, done: 2026-10-01",
        "due: 2026-09-01, done: 2026-08-01",
        "done: 2026-10-01",
    ],
)
def test_what_is_done_is_done_though_the_risk_is_still_open(action: str) -> None:
    expect(risk(action), ignoring=BESIDE)


@pytest.mark.parametrize(
    ("action", "nl", "en", "advice"),
    [
        ("due: 2027-01-01", "geen eigenaar;", "no owner;", "Geef `owner`."),
        ("owner: hoofd-ict", "geen datum;", "no date;", "Geef `due`."),
        (
            "x-noot: Later",
            "geen eigenaar en geen datum;",
            "no owner and no date;",
            "Geef `owner` en `due`.",
        ),
    ],
)
def test_without_an_owner_or_a_date(action: str, nl: str, en: str, advice: str) -> None:
    files = risk(action)
    expect(files, "r.yaml:7:5 RSK009", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "RSK009"]
    assert nl in finding.message.nl
    assert en in finding.message.en
    assert finding.help is not None
    assert finding.help.nl == advice


def test_late_and_without_an_owner_is_one_finding() -> None:
    expect(risk("due: 2026-11-22"), "r.yaml:7:23 RSK009", ignoring=BESIDE)


def test_each_action_is_a_finding_of_its_own() -> None:
    late = "owner: hoofd-ict, due: 2026-11-22"
    files = risk(late, "owner: hoofd-ict, due: 2027-02-01", late)
    expect(files, "r.yaml:7:41 RSK009", "r.yaml:9:41 RSK009", ignoring=BESIDE)
    assert len({f.fingerprint for f in check(files) if f.code == "RSK009"}) == 2


def test_of_a_closed_risk_nothing_is_asked() -> None:
    expect(risk("due: 2026-09-01", "x-noot: Later", status="closed"), ignoring=BESIDE)


def test_what_is_not_understood_is_one_finding() -> None:
    expect(risk("owner: hoofd-ict, due: snel"), "r.yaml:7:41 STR005", ignoring=BESIDE)
    done = risk("owner: hoofd-ict, due: 2026-09-01, done: ja")
    expect(done, "r.yaml:7:59 STR005", ignoring=BESIDE)
    codes = [f.code for f in check(risk("owner: [hoofd-ict], due: 2027-01-01"))]
    assert "RSK009" not in codes


def test_no_actions_are_no_findings() -> None:
    files = risk()
    files["r.yaml"] = files["r.yaml"].replace("actions:\n", "")
    expect(files, ignoring=BESIDE)
