from __future__ import annotations

import pytest
from support import expect_change, of_change

ROLES = """\
kind: role
id: college
title: College
functions: [board]
---
kind: role
id: hoofd-ict
title: Hoofd ICT
functions: [line-manager]
"""
CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01, 5.17.03]
owner: hoofd-ict
status: implemented
"""
EXCEPTION = """\
kind: exception
id: X-001
title: Uitstel
type: deviation
requirements: [5.17.01, 5.17.03]
owner: hoofd-ict
approved: {by: college, date: 2026-11-17, ref: BW 2026-290}
until: 2027-06-30
"""
PAPER = """\
kind: document
id: beleid
title: Beleid
owner: hoofd-ict
type: policy
path: beleid.md
status: approved
approved: {by: college, date: 2026-06-09, ref: BW 2026-131}
"""
DECISION = """\
kind: document
id: besluit
title: Besluit
owner: hoofd-ict
type: report
path: besluit.md
subjects: [mfa]
supersedes: [beleid]
status: approved
approved: {by: college, date: 2026-11-17, ref: BW 2026-300}
"""
FILES = {"roles.yaml": ROLES, "mfa.yaml": CONTROL, "beleid.yaml": PAPER}
PLANNED = {**FILES, "mfa.yaml": CONTROL.replace("implemented\n", "planned\n")}
GONE = {"roles.yaml": ROLES, "beleid.yaml": PAPER}
NORM = "bio2lint.yaml:1:7 GIT001"


def test_a_lower_status_is_named_at_its_place() -> None:
    expect_change(FILES, PLANNED, "mfa.yaml:6:9 GIT001")
    (found,) = of_change(FILES, PLANNED)
    assert found.requirements == ("5.17.01", "5.17.03")


def test_a_dropped_requirement_is_named_at_the_list() -> None:
    less = {**FILES, "mfa.yaml": CONTROL.replace("[5.17.01, 5.17.03]", "[5.17.03]")}
    expect_change(FILES, less, "mfa.yaml:4:13 GIT001")
    (found,) = of_change(FILES, less)
    assert found.requirements == ("5.17.01",)


def test_what_was_removed_is_named_in_the_settings() -> None:
    expect_change(FILES, GONE, NORM)
    expect_change(FILES, {"roles.yaml": ROLES}, NORM, NORM)
    first, second = of_change(FILES, {"roles.yaml": ROLES})
    assert first.fingerprint != second.fingerprint


@pytest.mark.parametrize("decision", [EXCEPTION, DECISION])
def test_a_decision_in_the_change_is_enough(decision: str) -> None:
    expect_change(FILES, {**PLANNED, "besluit.yaml": decision})
    expect_change(FILES, {**GONE, "besluit.yaml": decision})


@pytest.mark.parametrize(
    "decision",
    [
        EXCEPTION.replace(", 5.17.03]", "]"),
        EXCEPTION.replace(", ref: BW 2026-290", ""),
        EXCEPTION.replace("until: 2027-06-30", "until: 2026-11-22"),
        DECISION.replace("[mfa]", "[iets-anders]"),
        DECISION.replace("status: approved", "status: draft"),
    ],
)
def test_another_decision_is_not(decision: str) -> None:
    expect_change(FILES, {**GONE, "besluit.yaml": decision}, NORM)


def test_a_decision_of_before_the_change_is_not() -> None:
    with_it = {"besluit.yaml": EXCEPTION}
    expect_change({**FILES, **with_it}, {**PLANNED, **with_it}, "mfa.yaml:6:9 GIT001")


def test_an_exception_counts_on_its_last_day() -> None:
    last = EXCEPTION.replace("until: 2027-06-30", "until: 2026-11-23")
    expect_change(FILES, {**PLANNED, "besluit.yaml": last})


def test_a_document_that_is_no_longer_approved_needs_one_that_replaces_it() -> None:
    superseded = {**FILES, "beleid.yaml": PAPER.replace("status: approved", "status: superseded")}
    expect_change(FILES, superseded, "beleid.yaml:7:9 GIT001")
    expect_change(FILES, {**superseded, "besluit.yaml": DECISION})


def test_a_deviation_that_becomes_not_applicable_needs_a_new_approval() -> None:
    before = {**FILES, "X-001.yaml": EXCEPTION}
    lighter = EXCEPTION.replace("type: deviation", "type: not-applicable")
    expect_change(before, {**FILES, "X-001.yaml": lighter}, "X-001.yaml:4:7 GIT001")
    anew = lighter.replace("2026-11-17", "2026-11-20")
    expect_change(before, {**FILES, "X-001.yaml": anew})


def test_what_moved_or_is_called_otherwise_was_not_removed() -> None:
    expect_change(FILES, {"alles.yaml": f"{PAPER}---\n{CONTROL}---\n{ROLES}"})
    renamed = CONTROL.replace("id: mfa", "id: authenticatie")
    expect_change(FILES, {**GONE, "authenticatie.yaml": renamed})


def test_another_control_may_take_over() -> None:
    other = CONTROL.replace("id: mfa", "id: sleutels").replace("title: Meer", "title: Veel meer")
    expect_change(FILES, {**GONE, "sleutels.yaml": other})
    expect_change(
        FILES, {**GONE, "sleutels.yaml": other.replace("implemented\n", "planned\n")}, NORM
    )


def test_an_exception_that_is_no_longer_needed_may_go() -> None:
    expect_change({**FILES, "X-001.yaml": EXCEPTION}, FILES)
    expect_change({**PLANNED, "X-001.yaml": EXCEPTION}, PLANNED, NORM)


def test_a_closed_risk_may_go_and_an_open_one_may_not() -> None:
    risk = (
        "kind: risk\nid: R-1\ntitle: Brand\nowner: hoofd-ict\nthreat: brand\nconsequence: Uitval\n"
    )
    expect_change({**FILES, "R-1.yaml": risk}, FILES, NORM)
    expect_change({**FILES, "R-1.yaml": risk + "status: closed\n"}, FILES)


def test_what_may_stand_in_an_unreadable_file_is_not_gone() -> None:
    expect_change(FILES, {**FILES, "mfa.yaml": "kind: [\n"})


def test_of_roles_others_speak() -> None:
    expect_change(FILES, {**FILES, "roles.yaml": ROLES.partition("---\n")[0]})


def test_it_can_be_silenced_like_any_finding() -> None:
    comment = "status: planned # bio2lint: ignore[GIT001] until=2027-01-31 -- tikfout hersteld\n"
    silenced = PLANNED["mfa.yaml"].replace("status: planned\n", comment)
    expect_change(FILES, {**PLANNED, "mfa.yaml": silenced})
