"""EVD002: the newest evidence of a requirement has not outlived its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from evidence_cases import Repository, beside, control, evidence, exception, roles
from support import check, expect

if TYPE_CHECKING:
    from bio2lint.finding import Finding

OTHERS = beside("EVD002")
STALE = "evidence/e1.yaml:6:35 EVD002"


def together(*parts: Repository) -> Repository:
    return {path: text for part in (roles(), *parts) for path, text in part.items()}


def assert_found(*parts: Repository, at: tuple[str, ...] = (), as_of: str = "2026-11-23") -> None:
    expect(together(*parts), *at, as_of=as_of, ignoring=OTHERS)


def only(*parts: Repository) -> Finding:
    (finding,) = [f for f in check(together(*parts)) if f.code == "EVD002"]
    return finding


def until(day: str) -> str:
    return f"period: {{from: 2020-01-01, until: {day}}}"


def test_fresh_evidence_is_fine() -> None:
    assert_found(control(), evidence())


@pytest.mark.parametrize(
    ("number", "last_fresh_day", "first_stale_day"),
    [
        ("5.17.01", "2025-11-23", "2025-11-22"),
        ("8.02.01", "2026-08-23", "2026-08-22"),
        ("5.24.04", "2026-10-23", "2026-10-22"),
        ("5.23.01", "2025-11-23", "2025-11-22"),
        ("5.14.05", "2025-11-23", "2025-11-22"),
    ],
)
def test_the_last_day_of_the_interval_is_in_time(
    number: str, last_fresh_day: str, first_stale_day: str
) -> None:
    of = control(f"[{number}]")
    assert_found(of, evidence(proves="[operation]", when=until(last_fresh_day)))
    assert_found(of, evidence(proves="[operation]", when=until(first_stale_day)), at=(STALE,))


def test_an_interval_of_a_document_or_register_does_not_time_evidence() -> None:
    assert_found(
        control("[5.23.01]"),
        evidence(proves="[existence]", when=until("2025-11-22")),
        at=(STALE,),
    )


def test_the_message_names_what_is_stale_and_since_when() -> None:
    finding = only(control("[5.17.03, 5.17.01]"), evidence(when=until("2025-06-30")))
    assert finding.message.nl == (
        "Het nieuwste bewijs van bestaan en werking voor 5.17.01 en 5.17.03 is van 2025-06-30; "
        "het was geldig tot en met 2026-06-30."
    )
    assert finding.message.en == (
        "The newest evidence of existence and operation for 5.17.01 and 5.17.03 is of 2025-06-30; "
        "it was valid up to and including 2026-06-30."
    )
    assert finding.requirements == ("5.17.01", "5.17.03")
    assert finding.severity.name == "WARNING"
    assert finding.help is not None
    assert finding.help.nl
    assert finding.help.en


def test_of_different_intervals_the_shortest_gives_the_day() -> None:
    finding = only(control("[8.02.01, 5.17.01]"), evidence(when=until("2025-06-30")))
    assert "tot en met 2025-09-30" in finding.message.nl


def test_without_a_period_the_day_of_collecting_counts() -> None:
    of = control()
    assert_found(of, evidence(when="collected: {by: ciso, date: 2025-11-23}"))
    assert_found(
        of,
        evidence(when="collected: {by: ciso, date: 2025-11-22}"),
        at=("evidence/e1.yaml:6:29 EVD002",),
    )


def test_the_period_goes_before_the_day_of_collecting() -> None:
    when = until("2025-11-22") + "\ncollected: {by: ciso, date: 2026-10-01}"
    assert_found(control(), evidence(when=when), at=(STALE,))


def test_evidence_without_any_date_does_not_fit_its_schema() -> None:
    undated = evidence(when="x-noot: zonder datum")
    assert_found(control(), undated, at=("evidence/e1.yaml:2:5 STR002",))


def test_older_evidence_beside_newer_is_archive() -> None:
    assert_found(
        control(),
        evidence("e1", when=until("2024-06-30")),
        evidence("e2", when=until("2026-06-30")),
    )


def test_only_the_newest_of_stale_evidence_is_named() -> None:
    assert_found(
        control(),
        evidence("e1", when=until("2024-06-30")),
        evidence("e2", when=until("2025-06-30")),
        at=("evidence/e2.yaml:6:35 EVD002",),
    )


def test_each_aspect_is_judged_apart() -> None:
    parts = (
        control(),
        evidence("e1", proves="[existence, operation]", when=until("2025-06-30")),
        evidence("e2", proves="[existence]", when=until("2026-06-30")),
    )
    assert_found(*parts, at=(STALE,))
    assert "bewijs van werking voor" in only(*parts).message.nl


def test_each_requirement_is_judged_apart() -> None:
    parts = (
        control("[5.17.01, 5.17.03]"),
        evidence("e1", when=until("2025-06-30")),
        evidence("e2", about="requirements: [5.17.03]", when=until("2026-06-30")),
    )
    assert_found(*parts, at=(STALE,))
    assert only(*parts).requirements == ("5.17.01",)


@pytest.mark.parametrize("outcome", ["partial", "fail"])
def test_newer_evidence_that_does_not_pass_refreshes_nothing(outcome: str) -> None:
    assert_found(
        control(),
        evidence("e1", when=until("2025-06-30")),
        evidence("e2", when=until("2026-06-30"), result=f"result: {{outcome: {outcome}}}"),
        at=(STALE,),
    )


def test_evidence_that_did_not_pass_is_not_judged() -> None:
    assert_found(control(), evidence(when=until("2020-06-30"), result="result: {outcome: partial}"))


def test_a_design_does_not_age() -> None:
    assert_found(control(), evidence(proves="[design]", when=until("2020-06-30")))


@pytest.mark.parametrize(
    ("number", "last_fresh_day", "first_stale_day"),
    [("5.20.03", "2025-11-23", "2025-11-22"), ("8.02.01", "2026-08-23", "2026-08-22")],
)
def test_a_design_ages_where_the_norm_times_it(
    number: str, last_fresh_day: str, first_stale_day: str
) -> None:
    of = control(f"[{number}]")
    assert_found(of, evidence(proves="[design]", when=until(last_fresh_day)))
    assert_found(of, evidence(proves="[design]", when=until(first_stale_day)), at=(STALE,))


def test_evidence_of_a_control_of_the_norm_ages_too() -> None:
    assert_found(control('["5.7"]'), evidence(when=until("2025-06-30")), at=(STALE,))


def test_evidence_of_what_is_excepted_may_be_old() -> None:
    assert_found(control(), exception(), evidence(when=until("2025-06-30")))


def test_an_exception_that_has_ended_makes_evidence_count_again() -> None:
    assert_found(
        control(),
        exception(until="2026-11-22"),
        evidence(when=until("2025-06-30")),
        at=(STALE,),
    )


def test_an_exception_that_cannot_be_read_makes_old_evidence_no_finding() -> None:
    assert_found(
        control(),
        exception(approved="2026-02-30"),
        evidence(when=until("2025-06-30")),
        at=("exceptions/x.yaml:8:32 STR005",),
    )


def test_evidence_of_what_is_not_implemented_yet_may_be_old() -> None:
    planned = control(status="planned", more="due: 2027-01-31\n")
    assert_found(planned, evidence(when=until("2025-06-30")))


def test_a_day_in_the_future_is_one_finding() -> None:
    assert_found(
        control(), evidence(when=until("2027-01-01")), at=("evidence/e1.yaml:6:35 STR005",)
    )


def test_a_day_that_cannot_be_read_makes_older_evidence_no_finding() -> None:
    assert_found(
        control(),
        evidence("e1", when=until("2025-06-30")),
        evidence("e2", when=until("2026-06-31")),
        at=("evidence/e2.yaml:6:35 STR005",),
    )


def test_newer_evidence_with_a_typing_error_makes_older_evidence_no_finding() -> None:
    assert_found(
        control(),
        evidence("e1", when=until("2025-06-30")),
        evidence("e2", about="controls: [mfaa]", when=until("2026-06-30")),
        at=("evidence/e2.yaml:5:12 REF006",),
    )


def test_a_typing_error_makes_only_the_same_aspects_no_finding() -> None:
    parts = (
        control(),
        evidence("e1", when=until("2025-06-30")),
        evidence("e2", proves="[existence]", about="controls: [mfaa]"),
    )
    assert_found(*parts, at=(STALE, "evidence/e2.yaml:5:12 REF006"))
    assert "bewijs van werking voor" in only(*parts).message.nl


def test_a_typing_error_makes_only_the_same_requirement_no_finding() -> None:
    about = "controls: [mfaa]\nrequirements: [5.17.03]"
    assert_found(
        control(),
        evidence("e1", when=until("2025-06-30")),
        evidence("e2", about=about),
        at=(STALE, "evidence/e2.yaml:5:12 REF006"),
    )


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("period: {from: 2026-01-01}", "evidence/e2.yaml:6:1 STR002"),
        ("period: 2026", "evidence/e2.yaml:6:9 STR002"),
    ],
)
def test_a_period_that_cannot_be_read_makes_older_evidence_no_finding(when: str, at: str) -> None:
    assert_found(
        control(),
        evidence("e1", when=until("2025-06-30")),
        evidence("e2", when=when),
        at=(at,),
    )


def test_a_period_that_ends_before_it_begins_is_one_finding() -> None:
    assert_found(
        control(),
        evidence(when="period: {from: 2025-12-01, until: 2025-06-30}"),
        at=("evidence/e1.yaml:6:35 STR005",),
    )


def test_newer_evidence_with_a_misspelled_outcome_makes_older_evidence_no_finding() -> None:
    assert_found(
        control(),
        evidence("e1", when=until("2025-06-30")),
        evidence("e2", when=until("2026-06-30"), result="result: {outcome: passed}"),
        at=("evidence/e2.yaml:7:19 STR002",),
    )


def test_findings_are_held_back_while_a_file_cannot_be_read() -> None:
    files = together(control(), evidence(when=until("2025-06-30")))
    assert "EVD002" in {finding.code for finding in check(files)}
    files["evidence/kapot.yaml"] = "kind: [evidence\n"
    assert "EVD002" not in {finding.code for finding in check(files)}
