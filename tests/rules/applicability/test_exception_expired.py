"""VVT009: exceptions that have ended, or that nobody approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from applicability_cases import Repository, beside, exception, not_applicable, together
from support import check, expect

from bio2lint import settings
from bio2lint.settings import SettingsError

if TYPE_CHECKING:
    from bio2lint.finding import Finding

OTHERS = beside("VVT009")
AT_END = "exceptions/x.yaml:12:8 VVT009"
AT_ID = "exceptions/x.yaml:2:5 VVT009"


def assert_found(*parts: Repository, at: tuple[str, ...] = (), as_of: str = "2026-11-23") -> None:
    expect(together(*parts), *at, as_of=as_of, ignoring=OTHERS)


def only(*parts: Repository) -> Finding:
    (finding,) = [f for f in check(together(*parts)) if f.code == "VVT009"]
    return finding


def test_an_approved_exception_is_fine() -> None:
    assert_found(exception())
    assert_found(not_applicable())


@pytest.mark.parametrize("kind", ["deviation", "not-applicable", "permitted"])
def test_the_last_day_is_in_time_and_the_next_is_not(kind: str) -> None:
    until = exception(type=kind, until="2026-11-23")
    assert_found(until)
    assert_found(until, at=(AT_END,), as_of="2026-11-24")


def test_the_message_names_the_end_and_what_is_not_covered() -> None:
    finding = only(exception(until="2026-06-30", requirements='[5.17.01, "5.7"]'))
    assert finding.message.nl == (
        "Deze uitzondering is na 2026-06-30 verlopen en dekt 5.17.01 en 5.7 daarom niet."
    )
    assert finding.message.en == (
        "This exception ended after 2026-06-30 and therefore does not cover 5.17.01 and 5.7."
    )
    assert finding.requirements == ("5.17.01", "5.7")
    assert finding.help is not None
    assert finding.help.nl
    assert finding.help.en


CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01]
owner: hoofd-werkplek
status: {}
due: 2027-03-31
review: {{last: 2026-05-12, interval: P1Y}}
"""


@pytest.mark.parametrize(
    ("status", "removable"), [("implemented", True), ("planned", False), ("in-progress", False)]
)
def test_what_is_met_by_now_may_be_removed(status: str, *, removable: bool) -> None:
    finding = only(exception(until="2026-06-30"), {"controls/mfa.yaml": CONTROL.format(status)})
    assert finding.help is not None
    assert finding.help.nl.startswith("Verwijder haar") is removable
    assert finding.help.en.startswith("Remove it") is removable


@pytest.mark.parametrize("kind", ["deviation", "not-applicable", "permitted"])
def test_what_nobody_approved_is_found_at_the_exception(kind: str) -> None:
    faulty = exception(type=kind, approved=None)
    assert_found(faulty, at=(AT_ID,))
    finding = only(faulty)
    assert "niet goedgekeurd en dekt 5.17.01 daarom niet" in finding.message.nl
    assert "not been approved and therefore does not cover 5.17.01" in finding.message.en
    assert finding.help is not None
    assert "`approved:" in finding.help.nl
    assert "`approved:" in finding.help.en


def test_without_numbers_that_exist_it_covers_nothing() -> None:
    finding = only(exception(requirements="[5.21.01]", approved=None))
    assert finding.message.nl.endswith("en dekt daarom niets.")
    assert finding.message.en.endswith("and therefore covers nothing.")


def test_ended_and_not_approved_is_one_finding() -> None:
    faulty = exception(until="2026-06-30", approved=None)
    assert_found(faulty, at=("exceptions/x.yaml:11:8 VVT009",))


@pytest.mark.parametrize("until", ["2027-03-09", "2026-06-30"])
def test_an_approval_of_the_future_is_one_finding(until: str) -> None:
    assert_found(
        exception(approved="{by: directie, date: 2026-11-24, ref: DB-1}", until=until),
        at=("exceptions/x.yaml:10:32 STR005",),
    )


def test_an_approval_of_today_counts() -> None:
    approved = "{by: directie, date: 2026-11-23, ref: DB-1}"
    assert_found(exception(approved=approved))
    assert_found(exception(approved=approved, until="2026-11-22"), at=(AT_END,))


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ({"approved": "{by: directie, date: 2026-02-30, ref: DB-1}"}, "10:32 STR005"),
        ({"approved": "{by: directie, ref: DB-1}"}, "10:1 STR002"),
        ({"approved": "ja"}, "10:11 STR002"),
        ({"until": "2026-02-30"}, "12:8 STR005"),
    ],
)
def test_what_is_there_but_not_understood_is_one_finding(changed: dict[str, str], at: str) -> None:
    assert_found(exception(**changed), at=(f"exceptions/x.yaml:{at}",))


def test_it_speaks_instead_of_the_missing_measure() -> None:
    measure = together(exception(until="2026-06-30"))
    control = together(exception(until="2026-06-30", requirements='["5.7"]'))
    missing = {n for f in check(measure) if f.code == "CMP001" for n in f.requirements}
    assert "5.17.01" not in missing
    assert "5.17.03" in missing
    missing = {n for f in check(control) if f.code == "CMP002" for n in f.requirements}
    assert "5.7" not in missing
    assert "5.11" in missing


def test_it_cannot_be_turned_off() -> None:
    with pytest.raises(SettingsError):
        settings.read(b"rules: {VVT009: off}\n")
