from __future__ import annotations

import pytest
from management_cases import BESIDE, paper
from support import check, expect

ONLY = BESIDE - {"ISM004"}
OWNED = "what: Logging aanzetten, owner: hoofd-ict"
EVIDENCE = """\
kind: evidence
id: E-1
title: Penetratietest
proves: [operation]
collected: {by: hoofd-ict, date: 2026-06-09}
source: {url: https://lindemeer.example/test}
result:
"""


def followed_up(*actions: str, kind: str = "report", status: str = "approved") -> dict[str, str]:
    """A report whose follow-up is listed from line 11 on, each at column 7."""
    listed = "".join(f"    - {{{action}}}\n" for action in actions)
    fields = f"result:\n  outcome: partial\n  follow_up:\n{listed}"
    return {"a.yaml": paper(kind, fields, status)}


def test_a_follow_up_past_its_date() -> None:
    late = followed_up(f"{OWNED}, due: 2026-11-22")
    expect(late, "a.yaml:11:56 ISM004", ignoring=ONLY)
    (finding,) = [f for f in check(late) if f.code == "ISM004"]
    assert finding.severity.name == "WARNING"
    assert "moest op 2026-11-22 klaar zijn en staat nog open" in finding.message.nl
    assert "was due on 2026-11-22 and is still open" in finding.message.en


def test_the_day_itself_is_in_time() -> None:
    expect(followed_up(f"{OWNED}, due: 2026-11-23"), ignoring=ONLY)


def test_what_is_done_is_done() -> None:
    done = followed_up(f"{OWNED}, due: 2026-01-31, done: 2026-05-12", "what: A, done: 2026-05-12")
    expect(done, ignoring=ONLY)


@pytest.mark.parametrize(
    ("action", "nl", "en"),
    [
        ("what: A, due: 2027-01-01", "geen eigenaar;", "no owner,"),
        ("what: A, owner: hoofd-ict", "geen datum;", "no date,"),
        ("what: A", "geen eigenaar en datum;", "no owner and date,"),
    ],
)
def test_a_follow_up_of_nobody_or_without_a_date(action: str, nl: str, en: str) -> None:
    loose = followed_up(action)
    expect(loose, "a.yaml:11:7 ISM004", ignoring=ONLY)
    (finding,) = [f for f in check(loose) if f.code == "ISM004"]
    assert nl in finding.message.nl
    assert en in finding.message.en


def test_late_and_of_nobody_are_two() -> None:
    both = followed_up("what: A, due: 2026-01-31")
    expect(both, "a.yaml:11:7 ISM004", "a.yaml:11:22 ISM004", ignoring=ONLY)


def test_each_is_judged_by_itself() -> None:
    good = f"{OWNED}, due: 2027-01-01"
    late = f"{OWNED}, due: 2026-01-01"
    files = followed_up(good, late, late)
    expect(files, "a.yaml:12:56 ISM004", "a.yaml:13:56 ISM004", ignoring=ONLY)
    assert len({f.fingerprint for f in check(files) if f.code == "ISM004"}) == 2


@pytest.mark.parametrize("kind", ["internal-audit", "management-review", "objectives", "plan"])
def test_in_documents_of_every_type(kind: str) -> None:
    late = followed_up(f"{OWNED}, due: 2026-11-22", kind=kind)
    found = [f.code for f in check(late) if f.code == "ISM004"]
    assert found == ["ISM004"]


def test_in_evidence() -> None:
    late = f"{EVIDENCE}  outcome: pass\n  follow_up:\n    - {{{OWNED}, due: 2026-11-22}}\n"
    expect({"a.yaml": late}, "a.yaml:10:56 ISM004", ignoring=ONLY)
    expect({"a.yaml": f"{EVIDENCE}  outcome: pass\n"}, ignoring=ONLY)


def test_a_report_that_was_superseded_is_history() -> None:
    late = f"{OWNED}, due: 2026-11-22"
    expect(followed_up(late, status="superseded"), ignoring=ONLY)
    expect(followed_up(late, status="draft"), "a.yaml:11:56 ISM004", ignoring=ONLY)


def test_what_cannot_be_understood_is_passed_over() -> None:
    expect(followed_up(f"{OWNED}, due: 2026-02-30"), "a.yaml:11:56 STR005", ignoring=ONLY)
    later = f"{OWNED}, due: 2026-01-31, done: 2026-11-24"
    expect(followed_up(later), "a.yaml:11:74 STR005", ignoring=ONLY)
    nobody = "what: A, owner: [b], due: 2027-01-01"
    expect(followed_up(nobody), "a.yaml:11:24 STR002", ignoring=ONLY)
    fields = "result: {outcome: pass, follow_up: [a]}\n"
    expect({"a.yaml": paper("report", fields)}, "a.yaml:8:37 STR002", ignoring=ONLY)
    expect({"a.yaml": paper("report", "result: ja\n")}, "a.yaml:8:9 STR002", ignoring=ONLY)
    expect({"a.yaml": paper("report", "")}, ignoring=ONLY)


def test_what_is_merged_into_a_follow_up_is_not_absent() -> None:
    merged = followed_up("what: A, <<: *base")
    text = merged["a.yaml"].replace("result:", "x-base: &base {owner: b, due: 2027-01-01}\nresult:")
    expect({"a.yaml": text}, "a.yaml:12:17 STR001", ignoring=ONLY)
