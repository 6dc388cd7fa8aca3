"""DUE004: what falls due within thirty days is announced."""

from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules
from bio2lint.finding import Severity

BESIDE = frozenset(one.rule.code for one in rules.load()) - {
    "DUE001",
    "DUE003",
    "DUE004",
    "STR002",
    "STR005",
}
STRICT = {"bio2lint.yaml": "norm: bio2@1.3\nprofile: strict\n"}
TODAY, LAST, AFTER = "2026-11-23", "2026-12-23", "2026-12-24"


def document(kind: str, fields: str) -> dict[str, str]:
    """A document whose own fields begin on line 5, under the one profile that looks ahead."""
    return STRICT | {"a.yaml": f"kind: {kind}\nid: a\ntitle: A\nowner: ciso\n{fields}"}


ENDING = [
    ("role", "functions: [ciso]\nuntil: {}\n", "6:8"),
    ("supplier", "contract: {{kind: contract, end: {}}}\n", "5:33"),
    ("supplier", "access: [{{what: Beheer, until: {}}}]\n", "5:32"),
    ("control", "implements: [5.17.01]\nstatus: planned\ndue: {}\n", "7:6"),
    ("control", "implements: [5.17.01]\nstatus: in-progress\ndue: {}\n", "7:6"),
    ("risk", "status: open\nactions: [{{what: Herstel, due: {}}}]\n", "6:32"),
    ("risk", "acceptance: {{by: ciso, date: 2026-01-01, until: {}}}\n", "5:49"),
    ("exception", "type: deviation\nuntil: {}\n", "6:8"),
    ("organisation", "mandates: [{{level: low, roles: [a], until: {}}}]\n", "5:44"),
    ("document", "type: plan\nstatus: draft\nvalid_until: {}\n", "7:14"),
    ("evidence", "result: {{outcome: fail, follow_up: [{{what: Herstel, due: {}}}]}}\n", "5:58"),
]


@pytest.mark.parametrize(("kind", "fields", "at"), ENDING)
def test_from_today_to_the_thirtieth_day(kind: str, fields: str, at: str) -> None:
    others = {*BESIDE, "STR002", "DUE001"}
    for day in (TODAY, LAST):
        expect(document(kind, fields.format(day)), f"a.yaml:{at} DUE004", ignoring=others)
    for day in ("2026-11-22", AFTER):
        expect(document(kind, fields.format(day)), ignoring={*others, "DUE003"})


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("control", "implements: [5.17.01]\nstatus: implemented\ndue: 2026-11-30\n"),
        ("risk", "status: closed\nactions: [{what: Herstel, due: 2026-11-30}]\n"),
        ("risk", "actions: [{what: Herstel, due: 2026-11-30, done: 2026-11-20}]\n"),
        ("risk", "actions: [{what: Herstel, due: 2026-11-30, done: onlangs}]\n"),
        ("document", "type: plan\nstatus: superseded\nvalid_until: 2026-11-30\n"),
        ("supplier", "contract: {kind: contract, start: 2026-11-30}\n"),
        ("role", "functions: [ciso]\nfrom: 2026-11-30\nuntil: eind november\n"),
        ("evidence", "period: {from: 2026-11-23, until: 2026-11-23}\n"),
    ],
)
def test_what_is_done_closed_or_begins_is_not_announced(kind: str, fields: str) -> None:
    expect(document(kind, fields), ignoring={*BESIDE, "STR002", "STR005", "DUE001", "DUE003"})


def test_an_action_under_a_misspelled_key_breaks_nothing() -> None:
    files = document("risk", "actoins: [{what: Herstel, due: 2026-11-30, done: 2026-11-20}]\n")
    expect(files, ignoring={*BESIDE, "STR002", "DUE001"})


def reviewed(last: str, interval: str = "P1Y") -> dict[str, str]:
    return document("risk", f"review: {{last: {last}, interval: {interval}}}\n")


def test_a_review_that_is_due() -> None:
    for last in ("2025-11-23", "2025-12-23"):
        expect(reviewed(last), "a.yaml:5:16 DUE004", ignoring={*BESIDE, "STR002"})
    expect(reviewed("2025-12-24"), ignoring={*BESIDE, "STR002"})
    late = "a.yaml:5:16 DUE001"
    expect(reviewed("2025-11-22"), late, ignoring={*BESIDE, "STR002"})


@pytest.mark.parametrize(
    ("last", "interval"),
    [("2026-12-01", "P0D"), ("2026-11-23", "P0D"), ("vorig jaar", "P1Y"), ("2025-12-01", "jaar")],
)
def test_a_review_that_is_not_understood_is_not_announced(last: str, interval: str) -> None:
    expect(reviewed(last, interval), ignoring={*BESIDE, "STR002", "STR005", "DUE001"})


def paper(status: str, fields: str) -> dict[str, str]:
    head = f"type: policy\nstatus: {status}\nurl: https://lindemeer.example/a\n"
    return document("document", f"{head}requirements: [5.01.02]\n{fields}")


def test_a_document_by_the_norms_term_and_its_own() -> None:
    approved = "approved: {by: college, date: 2025-12-01}\n"
    expect(paper("approved", approved), "a.yaml:9:31 DUE004", ignoring=BESIDE)
    expect(paper("draft", approved), ignoring=BESIDE)
    half = "approved: {by: college, date: 2026-06-01}\nreview: {interval: P6M}\n"
    expect(paper("approved", half), "a.yaml:9:31 DUE004", ignoring=BESIDE)
    expect(paper("approved", half.replace("P6M", "P9M")), ignoring=BESIDE)


def test_it_says_when_in_days() -> None:
    said = {}
    for day in (TODAY, "2026-11-24", "2026-11-25"):
        (found,) = [
            f
            for f in check(document("risk", f"acceptance: {{until: {day}}}\n"))
            if f.code == "DUE004"
        ]
        assert found.severity is Severity.INFO
        assert day in found.message.nl
        said[day] = found.message.nl.rpartition(", ")[2], found.message.en.rpartition(", ")[2]
    assert list(said.values()) == [
        ("vandaag.", "today."),
        ("morgen.", "tomorrow."),
        ("over 2 dagen.", "in 2 days."),
    ]


def test_how_far_ahead_is_an_option() -> None:
    files = document("role", f"functions: [ciso]\nuntil: {AFTER}\n")
    for days, found in ((31, ["a.yaml:6:8 DUE004"]), (30, []), (10**12, ["a.yaml:6:8 DUE004"])):
        chosen = f"norm: bio2@1.3\nrules: {{DUE004: {{severity: info, days: {days}}}}}\n"
        expect({**files, "bio2lint.yaml": chosen}, *found, ignoring={*BESIDE, "STR002"})
