"""Which decisions, recorded in the same change, support a weakening, and which do not."""

from __future__ import annotations

import pytest
from review_cases import BASE, CONTROL, EXCEPTION, RISK, edited, reviewed, without

C, R, X = "controls/mfa.yaml", "risks/R-001.yaml", "exceptions/X-001.yaml"
PLANNED = edited(
    C, "status: implemented\nimplemented_on: 2026-03-01", "status: planned\ndue: 2027-06-30"
)
BOTH = EXCEPTION.replace("[5.17.01]", "[5.17.01, 5.17.03]")
DECISION = """\
kind: document
id: besluit
title: Besluit
owner: hoofd-werkplek
type: report
path: documents/mfa.md
requirements: [5.17.01]
subjects: [{about}]
status: approved
approved: {{by: college, date: {date}, ref: BW 2026-300}}
review: {{last: 2026-11-18, interval: P1Y, by: ciso}}
"""


def support(before: dict[str, str], after: dict[str, str], field: str) -> str | None:
    """Return what supports the weakening of a field; that it weakens is asserted."""
    found = [one for one in reviewed(before, after).changes if one.field == field]
    (one,) = [one for one in found if one.direction == "weakens"]
    return one.supported.en if one.supported is not None else None


def test_an_exception_that_covers_every_requirement_supports_a_lower_status() -> None:
    supported = support(BASE, {**PLANNED, X: BOTH}, "status")
    assert supported == "exception X-001 (college, 2026-11-17, BW 2026-290)"


@pytest.mark.parametrize(
    "exception",
    [
        pytest.param(EXCEPTION, id="it covers one of the two requirements only"),
        pytest.param(BOTH.replace("[5.17.01, 5.17.03]", "[8.16.04]"), id="it covers another"),
        pytest.param(BOTH.replace(", ref: BW 2026-290", ""), id="nobody can find the decision"),
        pytest.param(
            BOTH.replace("approved: {by: college", "approved: {by: hoofd-werkplek"),
            id="whoever owns it approved it",
        ),
        pytest.param(
            BOTH.replace("approved: {by: college", "approved: {by: elders:college"),
            id="somebody elsewhere approved it",
        ),
        pytest.param(BOTH.replace("until: 2027-06-30", "until: 2026-11-22"), id="it has ended"),
        pytest.param(BOTH.replace("type: deviation", "type: permitted"), id="it excuses nothing"),
        pytest.param(
            BOTH.replace("until: 2027-06-30\n", ""), id="something grave is wrong with it"
        ),
    ],
)
def test_no_other_exception_does(exception: str) -> None:
    assert support(BASE, {**PLANNED, X: exception}, "status") is None


def test_an_exception_of_before_the_change_does_not() -> None:
    assert support({**BASE, X: BOTH}, {**PLANNED, X: BOTH}, "status") is None


def test_an_exception_approved_anew_does() -> None:
    old = BOTH.replace("2026-11-17, ref: BW 2026-290", "2026-06-02, ref: BW 2026-150")
    assert support({**BASE, X: old}, {**PLANNED, X: BOTH}, "status") is not None


def test_the_approval_of_an_exception_that_went_is_not_that_of_its_successor() -> None:
    successor = BOTH.replace("id: X-001", "id: X-002")
    after = {**BASE, "exceptions/X-002.yaml": successor}
    found = [one for one in reviewed({**BASE, X: EXCEPTION}, after).changes if one.field == ""]
    assert [(one.document, one.direction, one.supported) for one in found] == [
        ("X-001", "strengthens", None),
        ("X-002", "weakens", None),
    ]


def test_another_reference_makes_the_approval_of_what_went_no_other() -> None:
    successor = EXCEPTION.replace("id: X-001", "id: X-002").replace("BW 2026-290", "BW 2026-291")
    after = {**BASE, "exceptions/X-002.yaml": successor}
    assert support({**BASE, X: EXCEPTION}, after, "") is None
    on_another = successor.replace("[5.17.01]", "[5.17.03]")
    later = successor.replace("2026-11-17, ref", "2026-11-18, ref")
    for own in (on_another, later):
        found = support({**BASE, X: EXCEPTION}, {**BASE, "exceptions/X-002.yaml": own}, "")
        assert found is not None


def test_another_reference_on_the_old_day_is_no_new_decision() -> None:
    old = BOTH.replace("BW 2026-290", "BW 2026-289")
    assert support({**BASE, X: old}, {**PLANNED, X: BOTH}, "status") is None


def test_a_dropped_requirement_needs_an_exception_for_that_number_alone() -> None:
    dropped = edited(C, "[5.17.01, 5.17.03]", "[5.17.03]")
    assert support(BASE, {**dropped, X: EXCEPTION}, "implements") is not None
    other = EXCEPTION.replace("[5.17.01]", "[5.17.03]")
    assert support(BASE, {**dropped, X: other}, "implements") is None


def test_an_exception_supports_itself_if_it_is_in_order() -> None:
    assert support(BASE, {**BASE, X: EXCEPTION}, "") == (
        "decision of college, 2026-11-17, BW 2026-290"
    )
    unadvised = EXCEPTION.replace(
        "ciso_advice: {by: ciso, date: 2026-11-10, ref: advies 2026-11, positive: true}\n", ""
    )
    assert support(BASE, {**BASE, X: unadvised}, "") is None


def test_an_exception_is_approved_by_whoever_acts_for_the_board() -> None:
    by = EXCEPTION.replace("approved: {by: college", "approved: {by: directie")
    assert support(BASE, {**BASE, X: by}, "") is None
    mandate = "  - {level: uitzonderingen, roles: [directie], ref: Mandaatregister art. 20}\n"
    before = edited("organisation.yaml", "mandates:\n", f"mandates:\n{mandate}")
    assert support(before, {**before, X: by}, "") is not None
    nobody = edited("roles/rollen.yaml", "functions: [board]", "functions: [line-manager]")
    assert support(nobody, {**nobody, X: by}, "") is not None


def test_a_rule_that_is_turned_off_in_the_change_makes_no_exception_be_in_order() -> None:
    off = {**BASE, "bio2lint.yaml": "norm: bio2@1.3\nrules: {REF006: off}\n"}
    wrong = EXCEPTION.replace("owner: hoofd-werkplek", "owner: niemand")
    assert support(BASE, {**off, X: EXCEPTION}, "") is not None
    assert support(BASE, {**off, X: wrong}, "") is None


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("until: 2027-06-30", "until: 2027-12-31", "until"),
        ("[5.17.01]", "[5.17.01, 5.17.03]", "requirements"),
    ],
)
def test_an_exception_is_extended_or_widened_by_a_new_approval_only(
    old: str, new: str, field: str
) -> None:
    before = {**BASE, X: EXCEPTION}
    more = EXCEPTION.replace(old, new)
    assert support(before, {**BASE, X: more}, field) is None
    again = more.replace("2026-11-17, ref: BW 2026-290", "2026-11-20, ref: BW 2026-295")
    assert support(before, {**BASE, X: again}, field) is not None


LOW = RISK.replace(
    "likelihood: 2, impact: 4, level: medium", "likelihood: 1, impact: 4, level: low"
)
ACCEPTANCE = "acceptance: {by: college, date: 2026-11-17, ref: BW 2026-291, until: 2027-06-30}\n"


def test_an_acceptance_supports_itself_and_the_treatment_if_it_is_in_order() -> None:
    before = {**BASE, R: LOW}
    accepted = LOW.replace("treatment: mitigate\n", f"treatment: accept\n{ACCEPTANCE}")
    for field in ("acceptance", "treatment"):
        assert support(before, {**BASE, R: accepted}, field) == (
            "acceptance by college on 2026-11-17 (BW 2026-291)"
        )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (", ref: BW 2026-291", ""),
        (", until: 2027-06-30", ""),
        ("until: 2027-06-30", "until: 2026-11-20"),
        ("by: college", "by: hoofd-ict"),
        ("date: 2026-11-17", "date: 2026-12-17"),
    ],
)
def test_an_acceptance_that_is_not_in_order_supports_nothing(old: str, new: str) -> None:
    accepted = LOW.replace("treatment: mitigate\n", f"treatment: accept\n{ACCEPTANCE}")
    assert support({**BASE, R: LOW}, {**BASE, R: accepted.replace(old, new)}, "acceptance") is None


def test_a_lower_rating_is_accepted_by_whoever_may_accept_the_risk_as_it_was() -> None:
    mandated = (
        "  - {level: low, roles: [hoofd-ict], ref: Mandaatregister art. 14, until: 2027-12-31}\n"
    )
    before = edited("organisation.yaml", "mandates:\n", f"mandates:\n{mandated}")
    accepted = LOW.replace("treatment: mitigate\n", f"treatment: accept\n{ACCEPTANCE}")
    for field in ("residual.level", "residual.likelihood", "acceptance"):
        assert support(before, {**before, R: accepted}, field) is not None
    by_other = {**before, R: accepted.replace("by: college", "by: hoofd-ict")}
    assert support(before, by_other, "residual.level") is None
    assert support(before, by_other, "residual.likelihood") is None
    assert support(before, by_other, "acceptance") is not None


def test_a_superseding_document_that_is_approved_supports_what_it_replaces() -> None:
    paper = DECISION.format(about="mfa", date="2026-11-18").replace(
        "status", "supersedes: [procedure-mfa]\nstatus"
    )
    head, _, procedure = BASE["documents/mfa.yaml"].rpartition("---\n")
    replaced = procedure.replace("status: approved", "status: superseded")
    after = {**BASE, "documents/mfa.yaml": f"{head}---\n{replaced}"}
    assert support(BASE, after, "status") is None
    dropped = {**after, "documents/besluit.yaml": paper}
    assert support(BASE, dropped, "status") == "document besluit (college, 2026-11-18, BW 2026-300)"
    draft = {**dropped, "documents/besluit.yaml": paper.replace("approved\n", "draft\n")}
    assert support(BASE, draft, "status") is None


def test_a_document_that_names_it_supports_that_a_system_goes() -> None:
    gone = without("systems/werkplek.yaml")
    about, other = (DECISION.format(about=one, date="2026-11-18") for one in ("werkplek", "mfa"))
    old = DECISION.format(about="werkplek", date="2026-01-18")
    path = "documents/besluit.yaml"
    assert support(BASE, {**gone, path: about}, "") is not None
    assert support(BASE, {**gone, path: other}, "") is None
    assert support({**BASE, path: old}, {**gone, path: old}, "") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: college, date: 2026-11-18", "by: iemand, date: 2026-11-18"),
        ("by: college, date: 2026-11-18", "by: nieuw, date: 2026-11-18"),
        ("by: college, date: 2026-11-18", "by: vertrokken, date: 2026-11-18"),
        ("by: college, date: 2026-11-18", "by: 'elders:college', date: 2026-11-18"),
        ("by: college, date: 2026-11-18", "by: college, date: 2026-11-24"),
        ("by: college, date: 2026-11-18", "by: college, date: 2025-11-21"),
    ],
)
def test_a_document_supports_nothing_that_nobody_in_office_approved_of_late(
    old: str, new: str
) -> None:
    role = "kind: role\nid: {}\ntitle: Rol\nfunctions: [line-manager]\n{}"
    then = {**BASE, "roles/weg.yaml": role.format("vertrokken", "until: 2026-11-17\n")}
    after = without("systems/werkplek.yaml", then)
    after["roles/nieuw.yaml"] = role.format("nieuw", "")
    paper = DECISION.format(about="werkplek", date="2026-11-18")
    assert support(then, {**after, "documents/besluit.yaml": paper}, "") is not None
    other = paper.replace(old, new)
    assert support(then, {**after, "documents/besluit.yaml": other}, "") is None


def test_a_document_that_names_an_exception_supports_that_it_goes_and_nothing_else_of_it() -> None:
    before = {**PLANNED, X: EXCEPTION}
    named = {"documents/besluit.yaml": DECISION.format(about="X-001", date="2026-11-18")}
    assert support(before, PLANNED, "") is None
    assert support(before, {**PLANNED, **named}, "") == (
        "document besluit (college, 2026-11-18, BW 2026-300)"
    )
    longer = EXCEPTION.replace("until: 2027-06-30", "until: 2027-12-31")
    assert support(before, {**before, **named, X: longer}, "until") is None
    advised = EXCEPTION.replace("positive: true", "positive: false")
    assert support(before, {**before, **named, X: advised}, "ciso_advice.positive") is None


LATER = ("date: 2026-03-12", "date: 2026-11-20")
ACCESS = "{what: Netwerk, conditions: Begeleid, until: 2027-01-31, analysis: analyse-mfa}"
ACTION = "{what: Herstel, owner: hoofd-ict, due: 2027-01-31}"


@pytest.mark.parametrize(
    ("path", "changes", "field", "supported"),
    [
        (
            "systems/werkplek.yaml",
            [("critical: true", "critical: false"), LATER],
            "critical",
            "decision of hoofd-burgerzaken, 2026-11-20, zaak 2026-0412",
        ),
        (
            "processes/burgerzaken.yaml",
            [("{confidentiality: high", "{confidentiality: low"), LATER],
            "classification.confidentiality",
            "decision of hoofd-burgerzaken, 2026-11-20, zaak 2026-0412",
        ),
        (
            "organisation.yaml",
            [("high: 10", "high: 12"), ("date: 2026-02-10", "date: 2026-11-20")],
            "risk_method.levels.high",
            "decision of college, 2026-11-20, BW 2026-038",
        ),
        (
            "organisation.yaml",
            [("processes: [burgerzaken]", "processes: []"), ("10-13, ref", "11-20, ref")],
            "scope.processes",
            "decision of college, 2026-11-20, BW 2026-247",
        ),
        (
            "organisation.yaml",
            [("[college], ref: Mandaatregister art. 14", "[college, ciso], ref: BW 2026-301")],
            "mandates[medium].roles",
            "mandate decision BW 2026-301",
        ),
        (
            "suppliers/leverancier.yaml",
            [("access: [", f"access: [{ACCESS}, ")],
            "access",
            "risk assessment analyse-mfa",
        ),
        (
            "controls/mfa.yaml",
            [("review:", "replaces: {norm: NEN 7510, equivalence: analyse-mfa}\nreview:")],
            "replaces",
            "statement of equivalence analyse-mfa",
        ),
        (
            "evidence/E-001.yaml",
            [("{outcome: pass}", f"{{outcome: fail, follow_up: [{ACTION}]}}")],
            "result.outcome",
            "follow-up by hoofd-ict before 2027-01-31",
        ),
    ],
)  # fmt: skip
def test_a_decision_of_the_document_itself(
    path: str, changes: list[tuple[str, str]], field: str, supported: str
) -> None:
    first, *others = changes
    after = edited(path, *first)
    if others:
        assert support(BASE, after, field) is None
    for old, new in others:
        after = edited(path, old, new, after)
    assert support(BASE, after, field) == supported


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: 2027-01-31", "due: 2026-11-22"),
        ("due: 2027-01-31", "due: binnenkort"),
        ("owner: hoofd-ict, ", ""),
        ("due: 2027-01-31", "due: 2027-01-31, done: 2026-11-20"),
    ],
)
def test_an_action_that_nobody_has_yet_to_do_follows_from_nothing(old: str, new: str) -> None:
    worse = f"{{outcome: fail, follow_up: [{ACTION.replace(old, new)}]}}"
    after = edited("evidence/E-001.yaml", "{outcome: pass}", worse)
    assert support(BASE, after, "result.outcome") is None


def test_a_function_by_which_a_role_decides_needs_an_appointment() -> None:
    path, old = "roles/rollen.yaml", "functions: [line-manager]\n"
    more = edited(path, old, "functions: [line-manager, board]\n")
    assert support(BASE, more, "functions") is None
    head, _, tail = more[path].partition("functions: [line-manager, board]")
    anew = tail.replace("2025-01-14, ref: BW 2025-003", "2026-11-20, ref: BW 2026-302", 1)
    appointed = f"{head}functions: [line-manager, board]{anew}"
    assert support(BASE, {**more, path: appointed}, "functions") == (
        "decision of college, 2026-11-20, BW 2026-302"
    )


@pytest.mark.parametrize(
    ("functions", "by", "supported"),
    [
        ("line-manager, board", "college", True),
        ("line-manager, board", "directie", False),
        ("line-manager, ciso", "directie", True),
        ("line-manager, ciso", "hoofd-ict", False),
    ],
)
def test_nobody_gives_a_say_above_their_own(functions: str, by: str, *, supported: bool) -> None:
    path, old = "roles/rollen.yaml", "functions: [line-manager]\n"
    more = edited(path, old, f"functions: [{functions}]\n")
    head, _, tail = more[path].partition(f"functions: [{functions}]")
    anew = tail.replace(
        "by: college, date: 2025-01-14, ref: BW 2025-003",
        f"by: {by}, date: 2026-11-20, ref: BW 2026-302",
        1,
    )
    appointed = f"{head}functions: [{functions}]{anew}"
    found = support(BASE, {**more, path: appointed}, "functions")
    assert (found is not None) is supported


@pytest.mark.parametrize(
    ("old", "new", "field", "decided"),
    [
        ("high: 10", "high: 12", "risk_method.levels.high", "2026-02-10"),
        ("processes: [burgerzaken]", "processes: []", "scope.processes", "2026-10-13"),
    ],
)
def test_the_board_itself_adopts_method_and_scope(
    old: str, new: str, field: str, decided: str
) -> None:
    path = "organisation.yaml"
    after = edited(path, old, new)
    for by, supported in (("college", True), ("hoofd-ict", False)):
        decision = f"by: {by}, date: 2026-11-20"
        found = support(BASE, edited(path, f"by: college, date: {decided}", decision, after), field)
        assert (found is not None) is supported


@pytest.mark.parametrize(
    ("by", "supported"),
    [
        ("hoofd-burgerzaken", True),
        ("directie", True),
        ("college", True),
        ("hoofd-ict", False),
        ("ciso", False),
        ("iemand", False),
    ],
)
def test_a_process_owner_or_whoever_stands_above_decides_what_is_critical(
    by: str, *, supported: bool
) -> None:
    for path, old, new, field in (
        ("systems/werkplek.yaml", "critical: true", "critical: false", "critical"),
        ("processes/burgerzaken.yaml", "{confidentiality: high", "{confidentiality: low",
         "classification.confidentiality"),
    ):  # fmt: skip
        after = edited(path, old, new)
        decision = f"by: {by}, date: 2026-11-20"
        after = edited(path, "by: hoofd-burgerzaken, date: 2026-03-12", decision, after)
        assert (support(BASE, after, field) is not None) is supported


def test_no_decision_supports_an_owner_who_may_not_be_one() -> None:
    after = edited(R, "owner: hoofd-werkplek\nthreat", "owner: ciso\nthreat")
    named = DECISION.format(about="R-001", date="2026-11-18")
    assert support(BASE, {**after, "documents/besluit.yaml": named}, "owner") is None


def test_an_unrelated_control_stays_unsupported_beside_a_supported_one() -> None:
    other = CONTROL.replace("id: mfa", "id: kluis").replace("[5.17.01, 5.17.03]", "[8.16.04]")
    before = {**BASE, "controls/kluis.yaml": other}
    after = {**PLANNED, X: BOTH}
    done = reviewed(before, after)
    assert [one.document for one in done.unsupported] == ["kluis"]
    assert done.status == 1
