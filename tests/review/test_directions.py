"""What each change of a document means: weakening, strengthening or neither."""

from __future__ import annotations

import pytest
from review_cases import (
    BASE,
    CONTROL,
    EVIDENCE,
    EXCEPTION,
    RISK,
    edited,
    reviewed,
    short,
    shorts,
    without,
)

from bio2lint.tree import Fact

C, R, E, X = "controls/mfa.yaml", "risks/R-001.yaml", "evidence/E-001.yaml", "exceptions/X-001.yaml"
S, L, P = "systems/werkplek.yaml", "suppliers/leverancier.yaml", "processes/burgerzaken.yaml"
ORG, ROLES = "organisation.yaml", "roles/rollen.yaml"
SECURITY = "kind: role\nid: nieuw\ntitle: Nieuw\nfunctions: [ciso]\n"
STATUS = "status: approved"
ICT = "owner: hoofd-ict"
EXCEPTED = {**BASE, X: EXCEPTION}
OLDER = {**BASE, "bio2lint.yaml": "norm: bio2@1.2\n"}
ACCEPTED = edited(
    R,
    "review:",
    "acceptance: {by: college, date: 2026-11-17, ref: BW 2026-291, until: 2027-06-30}\nreview:",
)


# Each case: the file, what stood there, what stands there now, and the change in short.
FIELDS = [
    # What an organisation does about a requirement.
    (C, "[5.17.01, 5.17.03]", "[5.17.01]", "▼ mfa implements: 5.17.03 → None"),
    (C, "[5.17.01, 5.17.03]", "[5.17.01, 5.17.03, 5.17.02]", "▲ mfa implements: None → 5.17.02"),
    (C, "status: implemented", "status: in-progress", "▼ mfa status: implemented → in-progress"),
    (C, "status: implemented", "status: done", "▼ mfa status: implemented → done"),
    (C, "owner: hoofd-werkplek", "owner: hoofd-ict", "· mfa owner: hoofd-werkplek → hoofd-ict"),
    (C, "owner: hoofd-werkplek", "owner: niemand", "▼ mfa owner: hoofd-werkplek → niemand"),
    (C, "owner: hoofd-werkplek\n", "", "▼ mfa owner: hoofd-werkplek → None"),
    (C, "interval: P1Y", "interval: P2Y", "▼ mfa review.interval: P1Y → P2Y"),
    (C, "interval: P1Y", "interval: P6M", "▲ mfa review.interval: P1Y → P6M"),
    (C, "interval: P6M}]", "interval: P9M}]", "▼ mfa cycles[5.17.01].interval: P6M → P9M"),
    (C, "systems: [werkplek]\n", "", "▼ mfa systems: werkplek → None"),
    (C, "systems: [werkplek]", "systems: [werkplek, mail]", "▲ mfa systems: None → mail"),
    (C, "design: [documents/mfa.md]\n", "", "▼ mfa design: documents/mfa.md → None"),
    (C, "title: Meer", "title: Altijd meer", "· mfa title: {0} → Altijd meervoudige authenticatie"),
    (C, "status: implemented", "x-n: 1\nstatus: implemented", "· mfa x-n: None → 1"),
    # Risks.
    (R, "level: medium}", "level: low}", "▼ R-001 residual.level: medium → low"),
    (R, "{likelihood: 2,", "{likelihood: 3,", "▲ R-001 residual.likelihood: 2 → 3"),
    (R, "{likelihood: 2,", "{likelihood: 1,", "▼ R-001 residual.likelihood: 2 → 1"),
    (R, "treatment: mitigate", "treatment: accept", "▼ R-001 treatment: mitigate → accept"),
    (R, "treatment: mitigate", "treatment: transfer", "· R-001 treatment: mitigate → transfer"),
    (R, "threat: phishing", "status: closed\nthreat: phishing", "▼ R-001 status: None → closed"),
    (R, "owner: hoofd-werkplek\nthreat", "owner: ciso\nthreat", "▼ R-001 owner: {1} → ciso"),
    (R, "due: 2027-02-01", "due: 2027-08-01", "▼ R-001 {2}.due: 2027-02-01 → 2027-08-01"),
    (R, ICT, f"{ICT}, done: 2026-11-20", "▲ R-001 {2}.done: None → 2026-11-20"),
    (R, "threat: phishing", "threat: malware", "· R-001 threat: phishing → malware"),
    # Evidence.
    (E, "until: 2026-09-30", "until: 2026-06-30", "▼ E-001 period.until: 2026-09-30 → 2026-06-30"),
    (E, "until: 2026-09-30", "until: 2026-10-01", "▲ E-001 period.until: 2026-09-30 → 2026-10-01"),
    (E, "[existence, operation]", "[existence]", "▼ E-001 proves: operation → None"),
    (E, "[5.17.01, 5.17.03]", "[5.17.01]", "▼ E-001 requirements: 5.17.03 → None"),
    (E, "outcome: pass", "outcome: fail", "▼ E-001 result.outcome: pass → fail"),
    (E, "classification: internal", "classification: public", "▼ E-001 classification: {3}"),
    # Systems, suppliers and processes.
    (S, "critical: true", "critical: false", "▼ werkplek critical: True → False"),
    (S, "internet_facing: true\n", "", "▼ werkplek internet_facing: True → None"),
    (S, "rpo: PT4H", "rpo: P1D", "▼ werkplek rpo: PT4H → P1D"),
    (S, "rto: P1D", "rto: PT23H", "▲ werkplek rto: P1D → PT23H"),
    (S, "{confidentiality: medium", "{confidentiality: low", "▼ werkplek {4}: medium → low"),
    (L, "exit: true", "exit: false", "▼ leverancier clauses.exit: True → False"),
    (L, "cloud: true", "cloud: false", "▼ leverancier cloud: True → False"),
    (L, "kind: contract,", "kind: legal-duty,", "▼ {9}.kind: contract → legal-duty"),
    (L, "kind: contract,", "kind: joint-arrangement,", "· {9}.kind: contract → joint-arrangement"),
    (L, "until: 2027-01-31", "until: 2028-01-31", "▼ {5}.until: 2027-01-31 → 2028-01-31"),
    (L, "what: Beheer", "what: Alles", "▼+ leverancier access[Alles].what: Beheer → Alles"),
    (L, "independent: true", "independent: false", "▼ {6}.independent: True → False"),
    (P, "tested: 2026-06-01", "tested: 2025-06-01", "▼ {7}.tested: 2026-06-01 → 2025-06-01"),
    # The organisation.
    (ORG, "processes: [burgerzaken]", "processes: []", "▼ {8}scope.processes: burgerzaken → None"),
    (ORG, "roles: [college]", "roles: [college, ciso]", "▼ {8}mandates[medium].roles: None → ciso"),
    (ORG, "level: medium,", "level: high,", "▼ {8}mandates[high].level: medium → high"),
    (ORG, "level: medium,", "level: low,", "▲ {8}mandates[low].level: medium → low"),
    (ORG, "level: medium,", "level: enig,", "▼ {8}mandates[enig].level: medium → enig"),
    (ORG, "high: 10", "high: 12", "▼ lindemeer risk_method.levels.high: 10 → 12"),
    (ORG, "applies: true", "applies: false", "▼ lindemeer cbw.applies: True → False"),
    (ORG, "sector: municipality", "sector: province", "· {8}sector: municipality → province"),
]  # fmt: skip
NAMES = (
    "Meervoudige authenticatie",
    "hoofd-werkplek",
    "actions[Sleutels voor beheerders]",
    "internal → public",
    "classification.confidentiality",
    "leverancier access[Beheer]",
    "leverancier assurance",
    "burgerzaken continuity",
    "lindemeer ",
    "leverancier contract",
)


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    FIELDS,
    ids=[case[3] for case in FIELDS],
)
def test_a_change_of_one_field_has_its_direction(
    path: str, old: str, new: str, expected: str
) -> None:
    assert shorts(BASE, edited(path, old, new)) == [expected.format(*NAMES)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("until: 2027-06-30", "until: 2027-12-31", "▼ X-001 until: 2027-06-30 → 2027-12-31"),
        ("until: 2027-06-30", "until: 2027-01-31", "▲ X-001 until: 2027-06-30 → 2027-01-31"),
        ("until: 2027-06-30\n", "", "▼ X-001 until: 2027-06-30 → None"),
        ("[5.17.01]", "[5.17.01, 5.17.03]", "▼ X-001 requirements: None → 5.17.03"),
        ("type: deviation", "type: not-applicable", "▼ X-001 type: deviation → not-applicable"),
        ("plan: plan-mfa\n", "", "▼ X-001 plan: plan-mfa → None"),
        ("positive: true", "positive: false", "▼ X-001 ciso_advice.positive: True → False"),
    ],
)
def test_an_exception_that_is_there(old: str, new: str, expected: str) -> None:
    assert shorts(EXCEPTED, edited(X, old, new, EXCEPTED)) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("until: 2027-06-30", "until: 2027-12-31", "▼ R-001 acceptance.until: {} → 2027-12-31"),
        ("until: 2027-06-30", "until: 2027-01-31", "▲ R-001 acceptance.until: {} → 2027-01-31"),
        ("ref: BW 2026-291, ", "", "▼ R-001 acceptance.ref: BW 2026-291 → None"),
    ],
)
def test_an_acceptance_that_is_there(old: str, new: str, expected: str) -> None:
    assert shorts(ACCEPTED, edited(R, old, new, ACCEPTED)) == [expected.format("2027-06-30")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("systems: [werkplek]", "systems: [werkplek, mail]", "R-001 systems: None → mail"),
        ("level: medium}", "level: high}", "R-001 residual.level: medium → high"),
        ("likelihood: 2", "likelihood: 3", "R-001 residual.likelihood: 2 → 3"),
        ("threat:", "requirements: [5.17.01]\nthreat:", "R-001 requirements: None → 5.17.01"),
    ],
)
def test_an_acceptance_is_widened_with_the_risk(old: str, new: str, expected: str) -> None:
    assert shorts(ACCEPTED, edited(R, old, new, ACCEPTED)) == [f"▼ {expected}"]
    assert shorts(BASE, edited(R, old, new)) == [f"▲ {expected}"]


WITHOUT_SAY = "By the norm and the mandates this role has no say over this."


@pytest.mark.parametrize(
    ("path", "old", "new", "weakens"),
    [
        (X, "approved: {by: college", "approved: {by: hoofd-werkplek", True),
        (R, "acceptance: {by: college", "acceptance: {by: hoofd-ict", True),
        (S, "criticality: {by: hoofd-burgerzaken", "criticality: {by: hoofd-ict", True),
        (S, "criticality: {by: hoofd-burgerzaken", "criticality: {by: college", False),
        (P, "quickscan: {by: hoofd-burgerzaken", "quickscan: {by: hoofd-ict", True),
        (ORG, "by: college, date: 2026-02-10", "by: hoofd-ict, date: 2026-02-10", True),
        (ORG, "by: college, date: 2026-10-13", "by: hoofd-ict, date: 2026-10-13", True),
        (R, "analysed: {by: hoofd-werkplek", "analysed: {by: hoofd-ict", False),
        (C, "P1Y, by: ciso}", "P1Y, by: hoofd-ict}", False),
    ],
)
def test_a_decision_comes_to_be_of_another(path: str, old: str, new: str, *, weakens: bool) -> None:
    before = {**ACCEPTED, X: EXCEPTION}
    (one,) = reviewed(before, edited(path, old, new, before)).changes
    assert (one.direction == "weakens", one.why.en == WITHOUT_SAY) == (weakens, weakens)
    assert one.supported is None


def test_an_acceptance_is_widened_by_the_rating_that_counts() -> None:
    high = "likelihood: 4, impact: 4, level: high"
    higher = (high, high.replace("impact: 4, level: high", "impact: 5, level: critical"))
    assert [line[0] for line in shorts(ACCEPTED, edited(R, *higher, ACCEPTED))] == ["▲", "▲"]
    unrated = edited(R, "residual: {likelihood: 2, impact: 4, level: medium}\n", "", ACCEPTED)
    assert shorts(unrated, edited(R, *higher, unrated)) == [
        "▼ R-001 inherent.impact: 4 → 5",
        "▼ R-001 inherent.level: high → critical",
    ]


def test_an_acceptance_comes_and_goes_as_a_whole() -> None:
    (came,) = reviewed(BASE, ACCEPTED).changes
    (went,) = reviewed(ACCEPTED, BASE).changes
    assert (came.field, came.direction, came.before) == ("acceptance", "weakens", None)
    assert (went.field, went.direction, went.after) == ("acceptance", "strengthens", None)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (C, "▼ mfa *: Meervoudige authenticatie → None"),
        (R, "▼ R-001 *: Overname van accounts → None"),
        (E, "▼ E-001 *: Dekking van meervoudige authenticatie → None"),
        (S, "▼ werkplek *: Digitale werkplek → None"),
        (L, "▼ leverancier *: Leverancier van de werkplek → None"),
        (P, "▼ burgerzaken *: Burgerzaken → None"),
    ],
)
def test_a_document_that_goes_weakens_and_one_that_comes_strengthens(
    path: str, expected: str
) -> None:
    assert shorts(BASE, without(path)) == [expected]
    sign, name, title = expected[0], expected[2:].partition(":")[0], expected.partition(": ")[2]
    assert sign == "▼"
    came, *along = shorts(without(path), BASE)
    assert came == f"▲ {name}: None → {title.removesuffix(' → None')}"
    assert [one.partition(":")[0] for one in along] == (
        ["▼+ leverancier access"] if path == L else []
    )


def test_a_new_exception_weakens_and_one_that_counts_for_nothing_does_not() -> None:
    pending = EXCEPTION.replace("approved: {by: college, date: 2026-11-17, ref: BW 2026-290}\n", "")
    title = "Nog geen sleutels voor elke beheerder"
    assert shorts(BASE, EXCEPTED)[0].startswith("▼")
    assert shorts(BASE, {**BASE, X: pending}) == [f"· X-001 *: None → {title}"]


def test_what_weakens_is_seen_in_a_new_document_too() -> None:
    risk = (
        ACCEPTED[R].replace("R-001", "R-002").replace("by: college, date: 2026-11-17, ref", "x-y")
    )
    (came, accepted) = reviewed(BASE, {**BASE, "risks/R-002.yaml": risk}).changes
    assert (came.field, came.direction) == ("", "strengthens")
    assert (accepted.field, accepted.direction, accepted.supported) == (
        "acceptance",
        "weakens",
        None,
    )
    role = "kind: role\nid: nieuw\ntitle: Nieuw\nfunctions: [board]\n"
    assert shorts(BASE, {**BASE, "roles/nieuw.yaml": role}) == [
        "· nieuw *: None → Nieuw",
        "▼ nieuw functions: None → board",
    ]
    assert shorts({"bio2lint.yaml": "norm: bio2@1.3\n"}, {**BASE, "roles/nieuw.yaml": role})
    first = reviewed({"bio2lint.yaml": "norm: bio2@1.3\n"}, BASE)
    assert {one.direction for one in first.changes} == {"strengthens", "neutral"}


def test_an_exception_that_goes_weakens_as_long_as_the_measure_is_not_met() -> None:
    planned = edited(C, "status: implemented\nimplemented_on: 2026-03-01", "status: planned")
    title = "Nog geen sleutels voor elke beheerder"
    assert shorts({**planned, X: EXCEPTION}, planned) == [f"▼ X-001 *: {title} → None"]
    assert shorts(EXCEPTED, BASE) == [f"▲ X-001 *: {title} → None"]


def test_the_approval_of_an_exception_makes_it_count() -> None:
    approval = "approved: {by: college, date: 2026-11-17, ref: BW 2026-290}\n"
    pending = {**BASE, X: EXCEPTION.replace(approval, "")}
    (found,) = reviewed(pending, EXCEPTED).changes
    assert (found.field, found.direction) == ("approved", "weakens")
    undated = {**BASE, X: EXCEPTION.replace("date: 2026-11-17, ref: BW", "ref: BW")}
    (found,) = reviewed(undated, EXCEPTED).changes
    assert (found.field, found.direction) == ("approved.date", "weakens")


@pytest.mark.parametrize(
    "old_and_new",
    [
        ("[5.17.01, 5.17.03]", "[5.17.03, 5.17.01]"),
        ("[5.17.01, 5.17.03]", '["5.17.01", BIO-5.17.03]'),
        ("interval: P1Y", "interval: P12M"),
        ("last: 2026-05-12", 'last: "2026-05-12"'),
        ("title: Meervoudige authenticatie", "title: >-\n  Meervoudige\n  authenticatie"),
        ("kind: control\n", "# Een opmerking\nkind: control\n"),
    ],
)
def test_another_spelling_of_the_same_is_no_change(old_and_new: tuple[str, str]) -> None:
    assert shorts(BASE, edited(C, *old_and_new)) == []


def test_a_document_may_move_to_another_file_or_share_one() -> None:
    moved = {**without(C), "controls/toegang/alles.yaml": f"{CONTROL}---\n{RISK}"}
    assert shorts(BASE, {name: text for name, text in moved.items() if name != R}) == []


def test_an_id_that_alone_changes_is_the_same_document() -> None:
    renamed = {**without(E), E: EVIDENCE.replace("id: E-001", "id: E-2026-001")}
    assert shorts(BASE, renamed) == ["· E-2026-001 id: E-001 → E-2026-001"]


def test_what_names_a_document_by_its_new_id_has_not_changed() -> None:
    paper = "subjects: [mfa]\nstatus: approved"
    old = {**BASE, "documents/mfa.yaml": BASE["documents/mfa.yaml"].replace(STATUS, paper)}
    new = {
        path: text.replace("id: mfa\n", "id: mfa-2\n")
        .replace("controls: [mfa]", "controls: [mfa-2]")
        .replace("subjects: [mfa]", "subjects: [mfa-2]")
        for path, text in old.items()
    }
    assert shorts(old, new) == ["· mfa-2 id: mfa → mfa-2"]


def test_a_role_with_the_same_handles_may_be_called_otherwise() -> None:
    old = "kind: role\nid: hoofd-balie\ntitle: Hoofd balie\nfunctions: [line-manager]\n"
    mandate = edited(ORG, "roles: [college]", "roles: [college, hoofd-balie]")
    for handles, number in (("handles: ['@lindemeer/balie']\n", 2), ("", 4)):
        before = {**mandate, "roles/balie.yaml": old + handles}
        after = {path: text.replace("hoofd-balie", "teamleider") for path, text in before.items()}
        after["roles/balie.yaml"] = after["roles/balie.yaml"].replace("Hoofd balie", "Teamleider")
        found = shorts(before, after)
        assert ("▼ lindemeer mandates[medium].roles: None → teamleider" in found) is not bool(
            handles
        )
        assert len(found) == number


def test_what_only_looks_like_an_id_is_no_name_of_what_is_renamed() -> None:
    rated = edited(E, "id: E-001", "id: medium")
    lower = edited(R, "level: medium}", "level: low}", edited(E, "id: E-001", "id: low"))
    assert shorts(rated, lower) == [
        "· low id: medium → low",
        "▼ R-001 residual.level: medium → low",
    ]
    odd = edited(C, "owner: hoofd-werkplek", "owner: [ciso, directie]", rated)
    assert shorts(odd, {**odd, E: lower[E]}) == ["· low id: medium → low"]


def test_where_no_mandates_are_left_nobody_is_limited() -> None:
    head, _, mandates = BASE[ORG].partition("mandates:\n")
    low, medium, rest = mandates.split("\n", 2)
    assert (low.count("level: low"), medium.count("level: medium")) == (1, 1)
    fewer = {**BASE, ORG: f"{head}mandates:\n{medium}\n{rest}"}
    assert [line[0] for line in shorts(BASE, fewer)] == ["▲"]
    assert [line[0] for line in shorts(BASE, {**BASE, ORG: f"{head}{rest}"})] == ["▼", "▼"]
    assert [line[0] for line in shorts({**BASE, ORG: f"{head}{rest}"}, BASE)] == ["▼", "▼"]


def test_what_becomes_another_kind_goes_and_comes() -> None:
    changed = edited(S, "kind: system", "kind: process")
    assert [line[0] for line in shorts(BASE, changed)] == ["▲", "▼"]


def test_a_lower_risk_is_no_weakening_with_a_new_control_or_new_evidence() -> None:
    lower = edited(R, "level: medium}", "level: low}")
    (alone,) = reviewed(BASE, lower).changes
    assert alone.direction == "weakens"
    control = CONTROL.replace("id: mfa", "id: sleutels") + "risks: [R-001]\n"
    proof = EVIDENCE.replace("E-001", "E-002").replace("2026-09-30", "2026-10-31")
    for path, text in (("controls/sleutels.yaml", control), ("evidence/E-002.yaml", proof)):
        found = [one for one in reviewed(BASE, {**lower, path: text}).changes if one.kind == "risk"]
        assert [(one.field, one.direction) for one in found] == [("residual.level", "neutral")]


def test_what_takes_the_place_of_something_else_explains_no_lower_risk() -> None:
    lower = edited(R, "level: medium}", "level: low}", BASE)
    part = CONTROL.replace("id: mfa", "id: sleutels").replace("[5.17.01, 5.17.03]", "[5.17.03]")
    more = part.replace("[5.17.03]", "[5.17.03, 5.17.02]")
    split = edited(C, "[5.17.01, 5.17.03]", "[5.17.01]", lower)
    for control, sign in ((part, "▼"), (more, "·")):
        found = shorts(BASE, {**split, "controls/sleutels.yaml": f"{control}risks: [R-001]\n"})
        assert f"{sign} R-001 residual.level: medium → low" in found
    again = EVIDENCE.replace("id: E-001", "id: E-002").replace("title: Dekking", "title: Bereik")
    later = again.replace("until: 2026-09-30", "until: 2026-10-31")
    wider = again.replace("[5.17.01, 5.17.03]", "[5.17.01, 5.17.02]")
    for evidence, sign in ((again, "▼"), (later, "·"), (wider, "·")):
        found = shorts(BASE, {**without(E, lower), "evidence/E-002.yaml": evidence})
        assert f"{sign} R-001 residual.level: medium → low" in found
    beside = shorts(BASE, {**lower, "evidence/E-002.yaml": again})
    assert "· R-001 residual.level: medium → low" in beside


@pytest.mark.parametrize(
    ("old", "new"),
    [("until: 2026-09-30", "until: 2026-10-01"), ("outcome: fail", "outcome: pass")],
)
def test_the_same_file_shows_nothing_more(old: str, new: str) -> None:
    other = f"sha256: {64 * 'b'}"
    proof = EVIDENCE.replace("{url:", f"{{sha256: {64 * 'a'}, url:")
    proof = proof.replace("outcome: pass", "outcome: fail") if "fail" in old else proof
    before, lower = {**BASE, E: proof}, edited(R, "level: medium}", "level: low}")
    moved = proof.replace(old, new)
    for evidence, sign in ((moved, "▼"), (moved.replace(f"sha256: {64 * 'a'}", other), "·")):
        found = shorts(before, {**lower, E: evidence})
        assert f"{sign} R-001 residual.level: medium → low" in found


def test_a_planned_control_lowers_no_risk() -> None:
    lower = edited(R, "level: medium}", "level: low}")
    planned = CONTROL.replace("id: mfa", "id: sleutels").replace("implemented\n", "planned\n")
    after = {**lower, "controls/sleutels.yaml": planned + "risks: [R-001]\n"}
    assert "▼ R-001 residual.level: medium → low" in shorts(BASE, after)


def test_a_requirement_that_another_control_takes_over_is_not_dropped() -> None:
    other = CONTROL.replace("id: mfa", "id: sleutels").replace("[5.17.01, 5.17.03]", "[5.17.03]")
    dropped = edited(C, "[5.17.01, 5.17.03]", "[5.17.01]")
    after = {**dropped, "controls/sleutels.yaml": other}
    assert "· mfa implements: 5.17.03 → None" in shorts(BASE, after)
    planned = other.replace("status: implemented", "status: planned")
    nowhere = other.replace("systems: [werkplek]\n", "")
    rarely = other.replace("interval: P1Y", "interval: P2Y")
    unreviewed = other.replace("review: {last: 2026-05-12, interval: P1Y, by: ciso}\n", "")
    undesigned = other.replace("design: [documents/mfa.md]\n", "")
    for less in (planned, nowhere, rarely, unreviewed, undesigned):
        assert "▼ mfa implements: 5.17.03 → None" in shorts(
            BASE, {**dropped, "controls/sleutels.yaml": less}
        )


def test_of_a_value_that_was_set_nobody_but_a_person_can_tell_what_is_stricter() -> None:
    there, shorter = (
        edited(C, "review:", f"parameters: {{lengte: {length}}}\nreview:") for length in (14, 8)
    )
    (found,) = reviewed(there, shorter).changes
    assert (found.field, found.direction) == ("parameters.lengte", "neutral")
    assert found.why.en == "Another value; a person judges whether it is stricter."
    other = {**there, C: there[C].replace("{lengte: 14}", "{}")}
    assert shorts(there, other) == ["▼ mfa parameters.lengte: 14 → None"]
    assert shorts(other, there) == ["▲ mfa parameters.lengte: None → 14"]


def test_what_takes_a_requirement_over_keeps_its_records_as_long() -> None:
    def kept(term: str, requirements: str = "[5.17.01, 5.17.03]") -> str:
        parameters = f"parameters: {{retention: {term}}}\nreview:" if term else "review:"
        return CONTROL.replace("review:", parameters).replace("[5.17.01, 5.17.03]", requirements)

    before = {**BASE, C: kept("P3Y")}
    left = {**BASE, C: kept("P3Y", "[5.17.01]")}
    for term, sign in (("P3Y", "·"), ("P5Y", "·"), ("P1Y", "▼"), ("", "▼")):
        other = kept(term, "[5.17.03]").replace("id: mfa", "id: sleutels")
        found = shorts(before, {**left, "controls/sleutels.yaml": other})
        assert f"{sign} mfa implements: 5.17.03 → None" in found


def test_evidence_follows_a_requirement_to_the_control_that_takes_it_over() -> None:
    other = CONTROL.replace("id: mfa", "id: sleutels").replace("[5.17.01, 5.17.03]", "[5.17.01]")
    shown = edited(E, "requirements: [5.17.01, 5.17.03]", "requirements: [5.17.01]")
    moved = edited(E, "controls: [mfa]", "controls: [sleutels]", shown)
    split = edited(C, "[5.17.01, 5.17.03]", "[5.17.03]", {**moved, "controls/x.yaml": other})
    assert "· E-001 controls: mfa → None" in shorts(shown, split)
    kept = {**moved, "controls/x.yaml": other}
    assert "▼ E-001 controls: mfa → None" in shorts(shown, kept)
    planned = {**split, "controls/x.yaml": other.replace("implemented\n", "planned\n", 1)}
    assert "▼ E-001 controls: mfa → None" in shorts(shown, planned)
    assert "▼ E-001 controls: mfa → None" in shorts(
        BASE, {**split, E: EVIDENCE.replace("[mfa]", "[sleutels]")}
    )
    elsewhere = {**split, E: split[E].replace("[sleutels]", "[kluis]")}
    assert "▼ E-001 controls: mfa → None" in shorts(shown, elsewhere)


def test_what_is_done_regularly_goes_over_with_its_requirement() -> None:
    other = CONTROL.replace("id: mfa", "id: sleutels").replace("[5.17.01, 5.17.03]", "[5.17.01]")
    left = edited(C, "[5.17.01, 5.17.03]", "[5.17.03]")
    left = edited(C, "cycles: [{requirement: 5.17.01, interval: P6M}]\n", "", left)
    assert [
        line for line in shorts(BASE, {**left, "controls/x.yaml": other}) if " mfa " in line
    ] == [
        "· mfa implements: 5.17.01 → None",
        "· mfa cycles: {'requirement': '5.17.01', 'interval': 'P6M'} → None",
    ]
    rarer = other.replace("interval: P6M", "interval: P1Y")
    for without_it in (left, {**left, "controls/x.yaml": rarer}):
        found = [line for line in shorts(BASE, without_it) if " mfa " in line]
        assert [line[0] for line in found] == ["▼", "▼"]


def test_what_is_done_regularly_for_another_requirement_is_not_done_for_this_one() -> None:
    other = edited(C, "{requirement: 5.17.01,", "{requirement: 5.17.03,")
    assert shorts(BASE, other) == ["▼ mfa cycles[5.17.03].requirement: 5.17.01 → 5.17.03"]
    older = edited(C, "{requirement: 5.17.01,", "{requirement: 5.04.02,", OLDER)
    newer = edited(C, "{requirement: 5.17.01,", "{requirement: 5.10.02,")
    assert "· mfa cycles[5.10.02].requirement: 5.04.02 → 5.10.02" in shorts(older, newer)


def test_evidence_makes_way_for_fresher_evidence_of_the_same() -> None:
    fresher = EVIDENCE.replace("E-001", "E-002").replace("until: 2026-09-30", "until: 2026-10-31")
    assert shorts(BASE, {**without(E), "evidence/E-002.yaml": fresher})[0].startswith("· E-001")
    worse = fresher.replace("outcome: pass", "outcome: fail")
    assert shorts(BASE, {**without(E), "evidence/E-002.yaml": worse})[0].startswith("▼ E-001")


def test_a_file_behind_a_document_is_named_when_it_changes() -> None:
    after = {**BASE, "documents/mfa.md": "# Bijna geen authenticatie\n"}
    found = reviewed(BASE, after).changes
    assert {short(one) for one in found} >= {"· mfa design: documents/mfa.md → documents/mfa.md"}
    assert {one.direction for one in found} == {"neutral"}
    approved = [one.why.en for one in found if one.document == "analyse-mfa"]
    assert approved == ["The text has changed since it was approved."]
    text = BASE["documents/mfa.yaml"].replace("date: 2026-11-10", "date: 2026-11-20")
    anew = reviewed(BASE, {**after, "documents/mfa.yaml": text}).changes
    assert [one.why.en for one in anew if (one.document, one.field) == ("analyse-mfa", "path")] == [
        "The text has changed and was approved anew."
    ]


def test_a_file_behind_what_is_renamed_is_named_too() -> None:
    renamed = edited("documents/mfa.yaml", "id: procedure-mfa", "id: procedure")
    emptied = {**renamed, "documents/mfa.md": "# Niets\n"}
    found = [one for one in reviewed(BASE, emptied).changes if one.document == "procedure"]
    assert [(one.field, one.why.en) for one in found] == [
        ("id", "Another id for the same document."),
        ("path", "The text has changed since it was approved."),
    ]
    assert "▼ procedure path: documents/mfa.md → None" in shorts(
        BASE, without("documents/mfa.md", renamed)
    )


def test_a_file_that_answers_to_the_same_digest_is_the_same() -> None:
    unix, dos = (Fact("file", None, 9, frozenset({"lf", other})) for other in ("crlf", "as it is"))
    path = "documents/mfa.md"
    assert shorts({**BASE, path: unix}, {**BASE, path: dos}) == []
    assert shorts({**BASE, path: unix}, BASE) != []


def test_a_file_that_is_gone_weakens_what_refers_to_it() -> None:
    assert "▼ mfa design: documents/mfa.md → None" in shorts(BASE, without("documents/mfa.md"))


def test_other_names_in_a_rewritten_action_leave_it_the_same_action() -> None:
    reworded = edited(R, "Sleutels voor beheerders", "Sleutels voor alle beheerders")
    assert shorts(BASE, reworded) == [
        (
            "· R-001 actions[Sleutels voor alle beheerders].what: "
            "Sleutels voor beheerders → Sleutels voor alle beheerders"
        )
    ]


@pytest.mark.parametrize("term", ["until: 2026-11-22", "from: 2026-11-24"])
def test_a_role_whose_term_is_over_takes_a_function_along_that_no_other_role_has(term: str) -> None:
    field, _, day = term.partition(": ")
    ended = edited(ROLES, "functions: [ciso]\n", f"functions: [ciso]\n{term}\n")
    assert shorts(BASE, ended) == [f"▼ ciso {field}: None → {day}"]
    assert shorts(ended, BASE) == [f"▼ ciso {field}: {day} → None"]
    successor = {**ended, "roles/nieuw.yaml": SECURITY}
    assert f"· ciso {field}: None → {day}" in shorts(BASE, successor)


def test_a_role_that_comes_to_work_for_others_alone_takes_its_functions_along() -> None:
    lent, shared = (
        edited(ROLES, "functions: [ciso]\n", f"functions: [ciso]\nserves: [{whom}]\n")
        for whom in ("gastvrijland", "gastvrijland, lindemeer")
    )
    assert shorts(BASE, lent) == ["▼ ciso serves: None → gastvrijland"]
    assert shorts(lent, BASE) == ["▼ ciso serves: gastvrijland → None"]
    assert shorts(lent, shared) == ["▼ ciso serves: None → lindemeer"]
    assert {line[0] for line in shorts(BASE, shared)} == {"·"}
    assert shorts(BASE, {**lent, "roles/nieuw.yaml": SECURITY})[0][0] == "·"


def test_a_term_that_ends_later_leaves_a_role_as_it_is() -> None:
    later, sooner = (
        edited(ROLES, "functions: [ciso]\n", f"functions: [ciso]\nuntil: {day}\n")
        for day in ("2027-12-31", "2026-11-23")
    )
    assert [line[0] for line in shorts(BASE, later)] == ["·"]
    assert [line[0] for line in shorts(later, sooner)] == ["·"]
    was, becomes = (
        edited(ROLES, "functions: [system-owner]\n", f"functions: [system-owner]\nuntil: {day}\n")
        for day in ("2026-10-31", "2026-12-31")
    )
    assert [line[0] for line in shorts(was, becomes)] == ["·"]


def test_references_to_what_goes_are_judged_where_it_goes() -> None:
    gone = edited(C, "systems: [werkplek]\n", "", without(S))
    assert shorts(BASE, gone) == [
        "· mfa systems: werkplek → None",
        "▼ werkplek *: Digitale werkplek → None",
    ]


def test_an_action_that_is_done_may_go() -> None:
    action = "{what: Sleutels voor beheerders, owner: hoofd-ict, due: 2027-02-01}"
    done = edited(R, "due: 2027-02-01", "due: 2027-02-01, done: 2026-11-01")
    assert shorts(BASE, edited(R, action, ""))[0].startswith("▼ R-001 actions:")
    emptied = edited(R, "due: 2027-02-01", "due: 2027-02-01, done: 2026-11-01")
    emptied = {**emptied, R: RISK.replace(f"[{action}]", "[]")}
    assert shorts(done, emptied)[0].startswith("· R-001 actions:")


def test_a_lone_item_is_a_list_of_one() -> None:
    assert shorts(BASE, edited(C, "systems: [werkplek]", "systems: werkplek")) == []
