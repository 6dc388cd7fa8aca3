from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "DUE001",
    "DUE002",
    "DUE003",
    "STR002",
    "STR005",
}


def paper(fields: str, requirement: str = "8.13.01", kind: str = "policy") -> dict[str, str]:
    """A document whose own fields begin on line 9."""
    return {
        "a.yaml": f"""\
kind: document
id: a
title: A
owner: hoofd-ict
type: {kind}
status: approved
url: https://lindemeer.example/a
requirements: [{requirement}]
{fields}"""
    }


def test_past_its_end_date() -> None:
    files = paper("valid_until: 2026-11-22\n")
    expect(files, "a.yaml:9:14 DUE003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "DUE003"]
    assert "geldig tot en met 2026-11-22" in finding.message.nl
    assert "valid up to and including 2026-11-22" in finding.message.en


def test_its_end_date_itself_is_in_time() -> None:
    expect(paper("valid_until: 2026-11-23\n"), ignoring=BESIDE)


def test_an_end_date_takes_the_place_of_its_own_interval() -> None:
    files = paper("valid_until: 2027-12-31\nreview: {last: 2020-01-01, interval: P1Y}\n")
    expect(files, ignoring=BESIDE)
    expect(paper("valid_until: 2027-12-31\nreview: {interval: P1Y}\n"), ignoring=BESIDE)


def test_an_end_date_does_not_take_the_place_of_the_norms_term() -> None:
    late = "valid_until: 2029-12-31\nreview: {last: 2025-11-22}\n"
    files = paper(late, "5.01.02")
    expect(files, "a.yaml:10:16 DUE003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "DUE003"]
    assert finding.requirements == ("5.01.02",)
    assert "P1Y na 2025-11-22 eindigde op 2026-11-22" in finding.message.nl
    expect(paper(late.replace("-22", "-23"), "5.01.02"), ignoring=BESIDE)
    expect(paper(late, "5.01.02", "report"), ignoring=BESIDE)
    own = "valid_until: 2029-12-31\nreview: {last: 2026-01-10, interval: P1M}\n"
    expect(paper(own, "5.01.02"), ignoring=BESIDE)
    never = paper("valid_until: 2029-12-31\n", "5.01.02")
    expect(never, "a.yaml:2:5 DUE003", ignoring=BESIDE)


def test_past_its_end_date_and_its_term_is_one_finding() -> None:
    files = paper("valid_until: 2026-11-22\nreview: {last: 2020-01-01}\n", "5.01.02")
    expect(files, "a.yaml:9:14 DUE003", ignoring=BESIDE)


def test_past_its_own_interval_after_the_last_review() -> None:
    files = paper("review: {last: 2025-11-22, interval: P1Y}\n")
    expect(files, "a.yaml:9:16 DUE003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "DUE003"]
    assert finding.requirements == ()
    assert "P1Y na 2025-11-22 eindigde op 2026-11-22" in finding.message.nl
    assert "P1Y after 2025-11-22 ended on 2026-11-22" in finding.message.en
    expect(paper("review: {last: 2025-11-23, interval: P1Y}\n"), ignoring=BESIDE)


def test_an_approval_counts_as_a_review() -> None:
    approval = "approved: {by: college, date: 2025-11-22}\nreview: {interval: P1Y}\n"
    expect(paper(approval), "a.yaml:9:31 DUE003", ignoring=BESIDE)
    expect(paper(approval.replace("-22", "-23")), ignoring=BESIDE)


def test_the_later_of_review_and_approval_counts() -> None:
    files = paper(
        "approved: {by: college, date: 2022-01-10}\nreview: {last: 2026-01-10, interval: P1Y}\n"
    )
    expect(files, ignoring=BESIDE)
    files = paper(
        "approved: {by: college, date: 2024-01-10}\nreview: {last: 2023-01-10, interval: P1Y}\n"
    )
    expect(files, "a.yaml:9:31 DUE003", ignoring=BESIDE)


@pytest.mark.parametrize(
    ("kind", "requirement", "late", "in_time"),
    [
        ("policy", "5.01.02", "2025-11-22", "2025-11-23"),
        ("policy", "5.23.01", "2023-11-22", "2023-11-23"),
        ("register", "5.14.05", "2026-05-22", "2026-05-23"),
        ("register", "5.30.02", "2023-11-22", "2023-11-23"),
    ],
)
def test_the_norm_sets_the_term_where_the_document_does_not(
    kind: str, requirement: str, late: str, in_time: str
) -> None:
    approval = "approved: {{by: college, date: {}}}\n"
    files = paper(approval.format(late), requirement, kind)
    expect(files, "a.yaml:9:31 DUE003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "DUE003"]
    assert finding.requirements == (requirement,)
    expect(paper(approval.format(in_time), requirement, kind), ignoring=BESIDE)


def test_the_shorter_of_the_norms_term_and_its_own_counts() -> None:
    shorter = "review: {last: 2026-01-10, interval: P6M}\n"
    expect(paper(shorter, "5.01.02"), "a.yaml:9:16 DUE003", ignoring=BESIDE)
    longer = "review: {last: 2025-01-10, interval: P2Y}\n"
    expect(
        paper(longer, "5.01.02"),
        "a.yaml:9:16 DUE003",
        "a.yaml:9:38 DUE002",
        ignoring=BESIDE,
    )


def test_only_a_term_of_the_norm_that_ended_is_named() -> None:
    files = paper("review: {last: 2025-11-23, interval: P6M}\n", "5.01.02")
    expect(files, "a.yaml:9:16 DUE003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "DUE003"]
    assert finding.requirements == ()


def test_a_document_beside_the_one_that_is_timed_does_not_expire() -> None:
    approval = "approved: {by: college, date: 2020-01-10}\n"
    expect(paper(approval, "5.01.02", "report"), ignoring=BESIDE)
    expect(paper(approval, "8.13.01"), ignoring=BESIDE)


def test_never_approved_or_reviewed_while_the_norm_sets_a_term() -> None:
    expect(paper("", "5.01.02"), "a.yaml:2:5 DUE003", ignoring=BESIDE)
    files = paper("review: {interval: P1Y}\n", "5.01.02")
    expect(files, "a.yaml:9:1 DUE003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "DUE003"]
    assert finding.requirements == ("5.01.02",)
    assert "nooit vastgesteld of beoordeeld" in finding.message.nl
    assert "never approved or reviewed" in finding.message.en


def test_never_approved_or_reviewed_within_its_own_interval() -> None:
    files = paper("review: {interval: P6M}\n")
    expect(files, "a.yaml:9:1 DUE003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "DUE003"]
    assert finding.requirements == ()
    assert "de eigen termijn dat ten minste elke P6M vraagt" in finding.message.nl
    assert "its own interval asks for that at least every P6M" in finding.message.en


def test_never_approved_or_reviewed_is_fine_without_a_term() -> None:
    expect(paper(""), ignoring=BESIDE)
    expect(paper("review: {by: ciso}\n"), ignoring=BESIDE)


@pytest.mark.parametrize("kind", ["internal-audit", "management-review"])
@pytest.mark.parametrize(
    "fields", ["review: {last: 2020-01-01, interval: P1Y}\n", "valid_until: 2020-01-01\n"]
)
def test_a_report_of_what_was_done_does_not_expire(kind: str, fields: str) -> None:
    expect(paper(fields, kind=kind), ignoring=BESIDE)


def with_status(fields: str, status: str) -> dict[str, str]:
    return {"a.yaml": paper(fields, "5.01.02")["a.yaml"].replace("approved\n", f"{status}\n")}


@pytest.mark.parametrize("status", ["draft", "superseded"])
@pytest.mark.parametrize("fields", ["", "review: {last: 2020-01-01, interval: P1Y}\n"])
def test_a_draft_and_what_is_superseded_need_no_review(status: str, fields: str) -> None:
    expect(with_status(fields, status), ignoring=BESIDE)


def test_only_what_is_superseded_may_be_past_its_end_date() -> None:
    expect(with_status("valid_until: 2020-01-01\n", "draft"), "a.yaml:9:14 DUE003", ignoring=BESIDE)
    expect(with_status("valid_until: 2020-01-01\n", "superseded"), ignoring=BESIDE)


@pytest.mark.parametrize("day", ["2026-11-24", "2026-02-30"])
def test_a_wrong_date_is_one_finding(day: str) -> None:
    files = paper(f"review: {{last: {day}, interval: P1Y}}\n", "5.01.02")
    expect(files, "a.yaml:9:16 STR005", ignoring=BESIDE)
    old = "review: {last: 2020-01-01, interval: P1Y}\n"
    files = paper(f"{old}approved: {{by: college, date: {day}}}\n", "5.01.02")
    expect(files, "a.yaml:10:31 STR005", ignoring=BESIDE)
    files = paper(f"{old}valid_until: 2026-02-30\n", "5.01.02")
    expect(files, "a.yaml:10:14 STR005", ignoring=BESIDE)


def test_a_wrong_interval_is_one_finding() -> None:
    files = paper("review: {last: 2020-01-01, interval: P0D}\n")
    expect(files, "a.yaml:9:38 DUE002", ignoring=BESIDE)
