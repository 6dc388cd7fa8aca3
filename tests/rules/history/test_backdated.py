from __future__ import annotations

import pytest
from support import expect_change

CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01]
owner: hoofd-ict
status: implemented
x-beoordeling: A
review: {last: 2026-05-12, interval: P1Y}
"""
EXCEPTION = """\
kind: exception
id: X-001
title: Uitstel
type: deviation
requirements: [5.17.01]
owner: hoofd-ict
ciso_advice: {by: ciso, date: 2026-06-01, positive: true}
approved: {by: college, date: 2026-06-09, ref: BW 2026-131}
until: 2027-06-30
"""
FILES = {"mfa.yaml": CONTROL, "X-001.yaml": EXCEPTION}


def dated(path: str, old: str, new: str) -> dict[str, str]:
    text = FILES[path].replace("x-beoordeling: A", "x-beoordeling: B")
    assert old in text
    return {**FILES, path: text.replace(old, new)}


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("mfa.yaml", "2026-05-12", "2026-05-11", "mfa.yaml:8:16"),
        ("X-001.yaml", "2026-06-09", "2026-06-08", "X-001.yaml:8:31"),
        ("X-001.yaml", "2026-06-01", "2026-05-01", "X-001.yaml:7:31"),
    ],
)
def test_a_date_that_goes_back_is_named(path: str, old: str, new: str, place: str) -> None:
    expect_change(FILES, dated(path, old, new), f"{place} GIT004")


def test_a_new_date_of_long_ago_is_named() -> None:
    undecided = {**FILES, "X-001.yaml": EXCEPTION.replace("approved", "x-besluit")}
    early = {**FILES, "X-001.yaml": EXCEPTION.replace("2026-06-09", "2026-05-22")}
    expect_change(undecided, early, "X-001.yaml:8:31 GIT004")


def test_the_last_day_of_the_delay_is_in_time() -> None:
    undecided = {**FILES, "X-001.yaml": EXCEPTION.replace("approved", "x-besluit")}
    in_time = {**FILES, "X-001.yaml": EXCEPTION.replace("2026-06-09", "2026-05-23")}
    expect_change(undecided, in_time)


def test_the_delay_is_chosen_in_the_settings() -> None:
    file = {"bio2lint.yaml": "norm: bio2@1.3\nrules: {GIT004: {delay: P1M}}\n"}
    old = {**FILES, **file}
    new = {**dated("mfa.yaml", "2026-05-12", "2026-09-01"), **file}
    expect_change(old, new, "mfa.yaml:8:16 GIT004")
    expect_change(FILES, dated("mfa.yaml", "2026-05-12", "2026-09-01"))


def test_a_new_document_may_bring_old_decisions_along() -> None:
    old = EXCEPTION.replace("2026-06-09", "2023-06-09").replace("2026-06-01", "2023-06-01")
    expect_change({"mfa.yaml": CONTROL}, {**FILES, "X-001.yaml": old})


def test_a_recent_date_is_fine() -> None:
    expect_change(FILES, dated("mfa.yaml", "2026-05-12", "2026-11-17"))
