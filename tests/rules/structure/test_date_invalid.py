"""STR005: dates exist, are written as yyyy-mm-dd, and do not lie where they cannot lie."""

from __future__ import annotations

import pytest
from support import all_but, check, expect

BESIDE = all_but("STR")


def exception(approved: str = "2026-03-09", extra: str = "") -> dict[str, str]:
    text = f"""\
kind: exception
id: x
title: t
type: not-applicable
requirements: [7.07.01]
owner: a
reason: Er zijn nooit chipcards uitgegeven.
approved: {{by: a, date: {approved}}}
review: {{last: 2026-03-09, interval: P1Y}}
{extra}"""
    return {"exceptions/x.yaml": text}


def test_real_dates_are_fine() -> None:
    expect(exception("2024-02-29"), ignoring=BESIDE)


@pytest.mark.parametrize(
    ("written", "meant", "safe"),
    [
        ("2026-13-01", None, False),
        ("2025-02-29", None, False),
        ("09-03-2026", "2026-03-09", True),
        ("9/3/2026", "2026-03-09", False),
        ("2026-03-09T10:00:00Z", "2026-03-09", False),
        ("2026-03-09 10:00", "2026-03-09", False),
        ("20260309", "2026-03-09", True),
        ("2026-3-9", "2026-03-09", True),
        ("maart 2026", None, False),
        ("[2026-03-09]", None, False),
        ("", None, False),
        ("0000-00-00", None, False),
        ("13/3/2026", "2026-03-13", True),
        ("3/13/2026", None, False),
        ("3/3/2026", "2026-03-03", True),
        ("9.3.2026", "2026-03-09", False),
        ("9 maart 2026", "2026-03-09", True),
        ("9-mrt-2026", "2026-03-09", True),
        ("9 mrt. 2026", "2026-03-09", True),
        ("9 prairial 2026", None, False),
        ("2026/03/09", "2026-03-09", True),
        ("2026/03-09", "2026-03-09", False),
        ("2026039", "2026-03-09", False),
        ("2026-03-09T00:00:00", "2026-03-09", True),
        ("2026-03-09 00:00:00.000", "2026-03-09", True),
        ('" 2026-03-09"', "2026-03-09", True),
    ],
)
def test_what_is_no_date_is_found_once(written: str, meant: str | None, *, safe: bool) -> None:
    files = exception(written or "~")
    expect(files, "exceptions/x.yaml:8:25 STR005", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "STR005"]
    assert finding.fixable == safe
    assert (finding.fix.text.strip('"') if finding.fix else None) == meant
    assert meant is None or (finding.help is not None and meant in finding.help.nl)


def test_the_last_day_that_is_not_in_the_future_is_the_as_of_date() -> None:
    expect(exception("2026-11-23"), ignoring=BESIDE)
    expect(exception("2026-11-24"), "exceptions/x.yaml:8:25 STR005", ignoring=BESIDE)


def test_an_approval_in_the_future_is_this_rules_alone() -> None:
    found = {f.code for f in check(exception("2027-01-01")) if f.region.path == "exceptions/x.yaml"}
    assert found - BESIDE == {"STR005"}
    missing = [f for f in check(exception("2027-01-01")) if f.requirements == ("7.07.01",)]
    assert not missing


def test_no_end_is_written_by_leaving_the_key_out() -> None:
    expect(exception(extra="until: 9999-12-31\n"), "exceptions/x.yaml:10:8 STR005", ignoring=BESIDE)


def test_an_end_may_lie_in_the_future() -> None:
    expect(exception(extra="until: 2027-12-31\n"), ignoring=BESIDE)


def test_a_start_after_its_end_stands_at_the_end() -> None:
    text = "kind: role\nid: a\ntitle: t\nfunctions: [ciso]\nfrom: 2027-02-01\nuntil: 2027-01-31\n"
    expect({"roles/a.yaml": text}, "roles/a.yaml:6:8 STR005", ignoring=BESIDE)
    expect({"roles/a.yaml": text.replace("02-01", "01-31")}, ignoring=BESIDE)


def test_a_contract_and_a_period_are_compared_too() -> None:
    text = """\
kind: evidence
id: e
title: t
proves: [operation]
period: {from: 2026-07-02, until: 2026-07-01}
source: {url: https://archief.example/e}
classification: internal
"""
    expect({"evidence/e.yaml": text}, "evidence/e.yaml:5:35 STR005", ignoring=BESIDE)
    text = """\
kind: supplier
id: s
title: t
owner: a
contract: {kind: contract, start: 2026-07-02, end: 2026-07-01}
"""
    expect({"suppliers/s.yaml": text}, "suppliers/s.yaml:5:52 STR005", ignoring=BESIDE)
