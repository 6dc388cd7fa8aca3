from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "DUE001",
    "DUE002",
    "DUE003",
    "STR001",
    "STR002",
    "STR005",
    "VVT009",
}

OF_KIND = {
    "control": "implements: [5.17.01]\nstatus: implemented\n",
    "risk": "treatment: mitigate\n",
    "exception": "type: permitted\nrequirements: [5.17.01]\n"
    "approved: {by: directie, date: 2025-03-09}\n",
    "document": "type: report\nstatus: approved\nurl: https://lindemeer.example/verslag\n",
    "system": "",
    "process": "",
    "supplier": "",
}


def reviewed(kind: str, review: str) -> dict[str, str]:
    """A document with its review on line 5."""
    return {"a.yaml": f"kind: {kind}\nid: a\ntitle: A\nowner: hoofd-ict\n{review}{OF_KIND[kind]}"}


@pytest.mark.parametrize("kind", ["control", "risk", "exception", "system", "process", "supplier"])
def test_a_review_past_its_interval_stands_at_the_last_one(kind: str) -> None:
    files = reviewed(kind, "review: {last: 2025-11-22, interval: P1Y}\n")
    expect(files, "a.yaml:5:16 DUE001", ignoring=BESIDE)


def test_the_last_day_is_still_in_time() -> None:
    expect(reviewed("control", "review: {last: 2025-11-23, interval: P1Y}\n"), ignoring=BESIDE)


def test_a_month_after_31_january_ends_on_the_last_of_february() -> None:
    files = reviewed("risk", "review: {last: 2026-01-31, interval: P1M}\n")
    expect(files, as_of="2026-02-28", ignoring=BESIDE)
    expect(files, "a.yaml:5:16 DUE001", as_of="2026-03-01", ignoring=BESIDE)


@pytest.mark.parametrize("kind", ["control", "risk", "exception"])
@pytest.mark.parametrize(
    ("review", "place"),
    [("", "2:5"), ("review: {}\n", "5:1"), ("review: {interval: P1Y, by: ciso}\n", "5:1")],
)
def test_never_reviewed_is_overdue(kind: str, review: str, place: str) -> None:
    expect(reviewed(kind, review), f"a.yaml:{place} DUE001", ignoring=BESIDE)


@pytest.mark.parametrize("status", ["planned", "in-progress"])
@pytest.mark.parametrize("review", ["", "review: {interval: P1Y, by: ciso}\n"])
def test_what_is_not_implemented_yet_has_nothing_to_review(status: str, review: str) -> None:
    (path, text), *_ = reviewed("control", review).items()
    expect({path: text.replace("implemented", status)}, ignoring=BESIDE)


def test_an_exception_that_nobody_approved_is_one_finding() -> None:
    (path, text), *_ = reviewed("exception", "").items()
    files = {path: text.replace("approved: {by: directie, date: 2025-03-09}\n", "")}
    expect(files, "a.yaml:2:5 VVT009", ignoring=BESIDE)


FIRST_JUDGED = {
    "control": "implemented_on: {day}\n",
    "risk": "analysed: {{by: ciso, date: {day}}}\n",
    "exception": "approved: {{by: directie, date: {day}}}\n",
}


@pytest.mark.parametrize("kind", FIRST_JUDGED)
@pytest.mark.parametrize(
    ("day", "review", "times"),
    [
        ("2025-11-23", "", 0),
        ("2025-11-22", "", 1),
        ("2026-05-23", "review: {interval: P6M}\n", 0),
        ("2026-05-22", "review: {interval: P6M}\n", 1),
        ("2026-05-22", "review: {by: ciso}\n", 0),
        ("2026-05-22", "review: {interval: P0D}\n", 0),
        ("2026-11-24", "", 0),
        ("2026-02-30", "", 0),
    ],
)
def test_what_is_new_has_a_term_before_its_first_review(
    kind: str, day: str, review: str, times: int
) -> None:
    (path, text), *_ = reviewed(kind, review).items()
    text = text.replace("approved: {by: directie, date: 2025-03-09}\n", "")
    files = {path: text + FIRST_JUDGED[kind].format(day=day)}
    found = [finding for finding in check(files) if finding.code == "DUE001"]
    assert len(found) == times
    assert all(f"sinds {day}" in f.message.nl for f in found)
    assert all(f"since {day}" in f.message.en for f in found)


@pytest.mark.parametrize("kind", ["system", "process", "supplier"])
@pytest.mark.parametrize("review", ["", "review: {by: ciso}\n", "review: {interval: P0D}\n"])
def test_other_kinds_need_no_review(kind: str, review: str) -> None:
    expect(reviewed(kind, review), ignoring={*BESIDE, "DUE002"})


@pytest.mark.parametrize("kind", ["system", "process", "supplier"])
def test_other_kinds_are_held_to_an_interval_of_their_own(kind: str) -> None:
    files = reviewed(kind, "review: {interval: P1Y}\n")
    expect(files, "a.yaml:5:1 DUE001", ignoring=BESIDE)


def test_without_an_interval_there_is_nothing_to_compare() -> None:
    expect(reviewed("control", "review: {last: 2012-05-12}\n"), ignoring=BESIDE)


def test_documents_are_not_this_rules() -> None:
    files = reviewed("document", "review: {last: 2020-01-01, interval: P1Y}\n")
    expect(files, "a.yaml:5:16 DUE003", ignoring=BESIDE)
    expect(reviewed("document", ""), ignoring=BESIDE)


@pytest.mark.parametrize("review", ["", "review: {last: 2020-01-01, interval: P1Y}\n"])
def test_a_closed_risk_needs_no_review(review: str) -> None:
    files = reviewed("risk", f"{review}status: closed\n")
    expect(files, ignoring=BESIDE)


def test_an_exception_past_its_end_is_not_this_rules() -> None:
    files = reviewed("exception", "until: 2026-11-22\n")
    assert "DUE001" not in {finding.code for finding in check(files)}


def test_an_exception_on_its_last_day_still_needs_one() -> None:
    files = reviewed("exception", "until: 2026-11-23\n")
    expect(files, "a.yaml:2:5 DUE001", ignoring=BESIDE)


@pytest.mark.parametrize("last", ["2026-11-24", "2026-02-30"])
def test_a_wrong_date_is_one_finding(last: str) -> None:
    files = reviewed("control", f"review: {{last: {last}, interval: P1Y}}\n")
    expect(files, "a.yaml:5:16 STR005", ignoring=BESIDE)


def test_a_wrong_interval_is_one_finding() -> None:
    files = reviewed("control", "review: {last: 2020-01-01, interval: P0D}\n")
    expect(files, "a.yaml:5:38 DUE002", ignoring=BESIDE)
    files = reviewed("control", "review: {last: 2020-01-01, interval: yearly}\n")
    expect(files, "a.yaml:5:38 STR002", ignoring=BESIDE)


def test_a_review_that_is_no_block_is_one_finding() -> None:
    expect(reviewed("control", "review: jaarlijks\n"), "a.yaml:5:9 STR002", ignoring=BESIDE)
    expect(reviewed("control", "review:\n"), "a.yaml:5:1 STR002", ignoring=BESIDE)
    files = reviewed("control", "reviews: {last: 2026-05-12}\n")
    expect(files, "a.yaml:5:1 STR002", ignoring=BESIDE)


def test_a_refused_merge_key_is_one_finding() -> None:
    merged = "x-basis: &basis {review: {last: 2026-05-12}}\n<<: *basis\n"
    expect(reviewed("control", merged), "a.yaml:6:1 STR001", ignoring=BESIDE)


def test_says_when_it_was_due_in_both_languages() -> None:
    files = reviewed("control", "review: {last: 2025-05-31, interval: P6M}\n")
    (finding,) = [f for f in check(files) if f.code == "DUE001"]
    assert "uiterlijk 2025-11-30 (P6M na 2025-05-31)" in finding.message.nl
    assert "due by 2025-11-30 (P6M after 2025-05-31)" in finding.message.en
    (finding,) = [f for f in check(reviewed("risk", "")) if f.code == "DUE001"]
    assert "nooit beoordeeld" in finding.message.nl
    assert "never reviewed" in finding.message.en
