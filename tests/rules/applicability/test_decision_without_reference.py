"""VVT010: decisions that cannot be found."""

from __future__ import annotations

import pytest
from applicability_cases import Repository, beside, exception, together
from support import check, expect

OTHERS = beside("VVT010")
DECISION = "{by: directie, date: 2026-03-09}"
FOUND = "{by: directie, date: 2026-03-09, ref: DB-1}"
ADVICE = "{by: ciso, date: 2026-03-01, positive: true, ref: CA-1}"


def assert_found(*parts: Repository, at: tuple[str, ...] = (), as_of: str = "2026-11-23") -> None:
    expect(together(*parts), *at, as_of=as_of, ignoring=OTHERS)


def document(decision: str, status: str = "approved") -> Repository:
    text = "kind: document\nid: d\ntitle: D\ntype: policy\nowner: ciso\npath: documents/plan.md\n"
    return {"documents/d.yaml": f"{text}status: {status}\napproved: {decision}\n"}


def role(decision: str, more: str = "") -> Repository:
    text = f"kind: role\nid: rol\ntitle: Rol\nfunctions: [cio]\nappointed: {decision}\n{more}"
    return {"roles/rol.yaml": text}


def organisation(key: str, decision: str) -> Repository:
    text = "kind: organisation\nid: lindemeer\ntitle: Lindemeer\nsector: municipality\n"
    block, inner = key.split(".")
    return {"organisation.yaml": f"{text}{block}:\n  {inner}: {decision}\n"}


def risk(decision: str, status: str = "open") -> Repository:
    text = f"kind: risk\nid: R-1\ntitle: R\nowner: ciso\nstatus: {status}\ntreatment: accept\n"
    return {"risks/r.yaml": f"{text}acceptance: {decision}\n"}


@pytest.mark.parametrize(
    ("faulty", "sound", "at", "nl", "en"),
    [
        (
            exception(ciso_advice=ADVICE, approved=DECISION),
            exception(ciso_advice=ADVICE, approved=FOUND),
            "exceptions/x.yaml:10:1",
            "Waar deze goedkeuring te vinden is",
            "Where this approval can be found",
        ),
        (
            exception(ciso_advice="{by: ciso, date: 2026-03-01, positive: true}"),
            exception(ciso_advice=ADVICE),
            "exceptions/x.yaml:9:1",
            "Waar dit advies te vinden is",
            "Where this advice can be found",
        ),
        (
            document(DECISION),
            document(FOUND),
            "documents/d.yaml:8:1",
            "Waar deze goedkeuring te vinden is",
            "Where this approval can be found",
        ),
        (
            role(DECISION),
            role(FOUND),
            "roles/rol.yaml:5:1",
            "Waar deze benoeming te vinden is",
            "Where this appointment can be found",
        ),
        (
            organisation("statement.approved", DECISION),
            organisation("statement.approved", FOUND),
            "organisation.yaml:6:3",
            "Waar deze goedkeuring te vinden is",
            "Where this approval can be found",
        ),
        (
            organisation("risk_method.adopted", DECISION),
            organisation("risk_method.adopted", FOUND),
            "organisation.yaml:6:3",
            "Waar deze vaststelling te vinden is",
            "Where this adoption can be found",
        ),
        (
            risk(DECISION),
            risk(FOUND),
            "risks/r.yaml:7:1",
            "Waar deze acceptatie te vinden is",
            "Where this acceptance can be found",
        ),
    ],
)
def test_a_decision_says_where_it_stands(
    faulty: Repository, sound: Repository, at: str, nl: str, en: str
) -> None:
    assert_found(sound)
    assert_found(faulty, at=(f"{at} VVT010",))
    (finding,) = [f for f in check(together(faulty)) if f.code == "VVT010"]
    assert finding.message.nl.startswith(nl)
    assert finding.message.en.startswith(en)


def test_two_decisions_are_two_findings() -> None:
    faulty = exception(
        approved=DECISION, ciso_advice="{by: ciso, date: 2026-03-01, positive: true}"
    )
    at = ("exceptions/x.yaml:9:1 VVT010", "exceptions/x.yaml:10:1 VVT010")
    assert_found(faulty, at=at)


@pytest.mark.parametrize(
    "history",
    [
        document(DECISION, "superseded"),
        risk(DECISION, "closed"),
        role(DECISION, "until: 2026-11-22\n"),
        exception(ciso_advice=ADVICE, approved=DECISION, until="2026-11-22"),
    ],
)
def test_what_is_history_is_left_alone(history: Repository) -> None:
    assert_found(history)


@pytest.mark.parametrize(
    ("current", "at"),
    [
        (role(DECISION, "until: 2026-11-23\n"), "roles/rol.yaml:5:1 VVT010"),
        (
            exception(ciso_advice=ADVICE, approved=DECISION, until="2026-11-23"),
            "exceptions/x.yaml:10:1 VVT010",
        ),
    ],
)
def test_on_its_last_day_it_is_current(current: Repository, at: str) -> None:
    assert_found(current, at=(at,))


def test_what_overrules_the_advice_is_asked_for_by_the_rule_of_advice() -> None:
    against = ADVICE.replace("true", "false")
    found = [f.code for f in check(together(exception(ciso_advice=against, approved=DECISION)))]
    assert "VVT003" in found
    assert "VVT010" not in found


def test_the_advice_itself_is_judged_here_even_if_it_is_overruled() -> None:
    against = "{by: ciso, date: 2026-03-01, positive: false}"
    assert_found(
        exception(ciso_advice=against, approved=DECISION), at=("exceptions/x.yaml:9:1 VVT010",)
    )


def test_without_advice_nothing_is_overruled() -> None:
    without = exception(ciso_advice=None, approved=DECISION)
    assert_found(without, at=("exceptions/x.yaml:9:1 VVT010",))


@pytest.mark.parametrize("changed", [{"type": "not-applicable"}, {"requirements": '["5.7"]'}])
def test_where_no_advice_is_asked_the_decision_is_judged_here(changed: dict[str, str]) -> None:
    against = {"ciso_advice": ADVICE.replace("true", "false"), "approved": DECISION}
    assert_found(exception(**against, **changed), at=("exceptions/x.yaml:10:1 VVT010",))


@pytest.mark.parametrize(
    ("decision", "codes"),
    [
        ("ja", ["STR002"]),
        ("{by: directie, date: 2026-03-09, ref: []}", ["STR002"]),
        ("{by: directie, date: 2026-03-09, reff: DB-1}", ["STR002"]),
        ("{by: directie, date: 2026-03-09, ref: ''}", ["STR002"]),
    ],
)
def test_what_is_not_understood_is_one_finding(decision: str, codes: list[str]) -> None:
    found = [f.code for f in check(together(document(decision))) if f.code not in OTHERS]
    assert found == codes


def test_a_term_that_is_no_date_is_only_that() -> None:
    assert_found(role(DECISION, "until: 2026-02-30\n"), at=("roles/rol.yaml:6:8 STR005",))


def test_no_decision_at_all_is_not_judged_here() -> None:
    text = document(DECISION)["documents/d.yaml"].partition("approved:")[0]
    assert_found({"documents/d.yaml": f"{text}approved:\n"}, at=("documents/d.yaml:8:1 STR002",))
    assert_found(exception(ciso_advice=ADVICE, approved=None))


def test_a_document_that_is_broken_is_passed_over() -> None:
    assert "VVT010" not in {f.code for f in check(together({"documents/d.yaml": "kind: [\n"}))}
