"""Rules of the organisation's own: what they find, where, and how settings and reports see it."""

from __future__ import annotations

import pytest
from custom_cases import (
    FILES,
    QUIET,
    SYSTEMS,
    found,
    not_in_order,
    own,
    quoted,
    with_rules,
)
from support import check, expect, result

from bio2lint.finding import Severity, Text

REACHABLE = quoted("has(find(document.owner).contact)")
RPO = """>-
  !document.?critical.orValue(false) ||
  (has(document.rpo) && period(document.rpo) <= period('PT4H'))"""


def test_the_administration_of_these_tests_is_sound() -> None:
    expect(FILES, ignoring=QUIET)


def test_each_document_that_is_not_in_order_is_one_finding_at_its_id() -> None:
    assert found(own(REACHABLE)) == ["systems/systemen.yaml:9:5 LIN001"]


def test_a_finding_stands_at_the_field_that_the_rule_points_at() -> None:
    assert found(own(RPO, "at: rpo")) == ["systems/systemen.yaml:6:6 LIN001"]
    old = own("days_since(document.?review.?last.orValue('2026-11-23')) < 365", "at: review.last")
    assert found(old) == ["systems/systemen.yaml:13:16 LIN001"]


@pytest.mark.parametrize(
    ("at", "place"),
    [
        *(("contact", "8:5"), ("functions.0", "10:13"), ("functions.7", "10:1"), ("title", "9:8")),
        pytest.param(f"functions.{'9' * 5000}", "10:1", id="a very long number"),
    ],
)
def test_a_field_that_is_not_there_is_placed_as_everywhere(at: str, place: str) -> None:
    rule = own("has(document.contact)", f"at: {at}", kinds="role")
    assert found(rule) == [f"roles/rollen.yaml:{place} LIN001"]


def test_rules_judge_the_kinds_that_they_are_for() -> None:
    assert not_in_order("false", "system") == {"belastingen", "archief"}
    assert not_in_order("1 == 2", "role, system") == {
        "belastingen", "archief", "hoofd-ict", "hoofd-archief",
    }  # fmt: skip
    assert not_in_order("false", "risk") == set()


def test_a_finding_is_as_any_other() -> None:
    rule = own(
        REACHABLE,
        "help: {nl: Vul contact in., en: Fill in contact.}",
        severity="warning",
    )
    (finding,) = [f for f in check(with_rules(rule)) if f.code == "LIN001"]
    assert finding.name == "lin001"
    assert finding.severity is Severity.WARNING
    assert finding.message == Text("Zo kan het niet.", "This will not do.")
    assert finding.help == Text("Vul contact in.", "Fill in contact.")
    assert (finding.document, finding.kind, finding.owner) == ("archief", "system", "hoofd-archief")
    assert finding.url == "rules/eigen.yaml"
    assert finding.source_line == "id: archief"


def test_one_text_is_for_both_languages() -> None:
    (finding,) = [
        f for f in check(with_rules(own(REACHABLE, message="Onbereikbaar."))) if f.code == "LIN001"
    ]
    assert finding.message == Text("Onbereikbaar.", "Onbereikbaar.")
    assert finding.help is None


def test_the_fingerprint_follows_the_document_and_not_the_wording() -> None:
    def fingerprint(rule: str, systems: str = SYSTEMS) -> str:
        files = with_rules(rule) | {"systems/systemen.yaml": systems}
        (finding,) = [f for f in check(files) if f.code.startswith("LIN")]
        return finding.fingerprint

    first = fingerprint(own(REACHABLE))
    assert fingerprint(own(REACHABLE, message="Anders.")) == first
    assert fingerprint(own(REACHABLE), f"\n\n{SYSTEMS}") == first
    assert fingerprint(own(REACHABLE, code="LIN002")) != first


def test_rules_may_lie_anywhere_and_several_in_a_file() -> None:
    first, second = own(REACHABLE), own(RPO, "at: rpo", code="LIN002")
    everywhere = {**FILES, "a.yaml": first, "zz/b.yaml": second}
    assert {f.code for f in check(everywhere)} - QUIET == {"LIN001", "LIN002"}
    assert found(first, second) == [
        "systems/systemen.yaml:6:6 LIN002",
        "systems/systemen.yaml:9:5 LIN001",
    ]


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        ("", Severity.ERROR),
        ("rules: {LIN001: info}", Severity.INFO),
        ("rules: {LIN: warning}", Severity.WARNING),
        ("rules: {LIN: warning, LIN001: {severity: info}}", Severity.INFO),
        ("overrides: [{paths: [systems/], rules: {LIN: info}}]", Severity.INFO),
        ("overrides: [{paths: [roles/], rules: {LIN: info}}]", Severity.ERROR),
    ],
)
def test_settings_change_the_severity(settings: str, severity: Severity) -> None:
    files = with_rules(own(REACHABLE)) | {"bio2lint.yaml": f"norm: bio2@1.3\n{settings}\n"}
    assert [f.severity for f in check(files) if f.code == "LIN001"] == [severity]


def test_settings_turn_a_rule_off_and_that_is_counted() -> None:
    files = with_rules(own(REACHABLE)) | {"bio2lint.yaml": "norm: bio2@1.3\nrules: {LIN: off}\n"}
    checked = result(files)
    assert "LIN001" not in {f.code for f in checked.findings}
    assert checked.turned_off == {"LIN001": 1}


def test_a_document_that_does_not_fit_its_schema_is_passed_over() -> None:
    # It is reported already; what its own rule would say of it follows from that.
    systems = SYSTEMS.replace("title: ARCHIEFSYSTEEM", "titel: ARCHIEFSYSTEEM")
    files = with_rules(own("1 == 2")) | {"systems/systemen.yaml": systems}
    assert [(f.document, f.code) for f in check(files) if f.code not in QUIET] == [
        ("belastingen", "LIN001"),
        ("archief", "STR002"),
    ]


def test_a_rule_that_does_not_fit_its_schema_is_reported_and_not_carried_out() -> None:
    expect(
        with_rules(own("1 == 2").replace("severity: error", "severity: fout")),
        "rules/eigen.yaml:8:11 STR002",
        ignoring=QUIET,
    )


def test_a_rule_may_have_an_owner_who_must_be_a_role() -> None:
    expect(with_rules(own("1 == 1", "owner: hoofd-ict")), ignoring=QUIET)
    expect(
        with_rules(own("1 == 1", "owner: niemand")),
        "rules/eigen.yaml:9:8 REF006",
        ignoring=QUIET,
    )


def test_what_looks_up_other_documents_waits_until_all_can_be_read() -> None:
    broken = with_rules(own(REACHABLE), own(RPO, code="LIN002")) | {"roles/stuk.yaml": "kind: ["}
    checked = result(broken)
    assert [f.code for f in checked.findings if f.code.startswith("LIN")] == ["LIN002"]
    assert checked.held_back["LIN001"] == 1


def test_documents_before_a_fault_of_their_file_are_judged() -> None:
    systems = SYSTEMS.replace("---", "--- # \xff").encode("latin-1")
    checked = check(with_rules(own("1 == 2")) | {"systems/systemen.yaml": systems})
    assert [f.document for f in checked if f.code == "LIN001"] == ["belastingen"]


def test_what_does_not_fit_its_schema_can_be_looked_up() -> None:
    roles = "kind: role\nid: hoofd-archief\ntitel: x\ncontact: a@b.example\nfunctions: [ciso]\n"
    files = with_rules(own(REACHABLE)) | {"roles/archief.yaml": roles}
    files["roles/rollen.yaml"] = FILES["roles/rollen.yaml"].partition("---")[0]
    assert "LIN001" not in {f.code for f in check(files)}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("kind == 'system'", {"hoofd-ict", "hoofd-archief"}),
        ("id != 'archief'", {"archief"}),
        ("document.title.matches('[a-z]')", {"archief"}),
        ("document.?owner.orValue('') != 'hoofd-ict'", {"belastingen"}),
        ("find('bestaat-niet') == {}", set()),
        ("find(id).title == document.title", set()),
        ("as_of == timestamp('2026-11-23T00:00:00Z')", set()),
        ("date('2026-11-22') < as_of && days_since('2026-11-22') == 1", set()),
        ("days_since('2026-11-24') == -1", set()),
        ("date('2024-02-29') + period('P1D') == date('2024-03-01')", set()),
        ("period('P1Y') == period('P12M') && period('P1W') == period('P7D')", set()),
        ("period('P1Y') == period('P365D') && period('P31D') > period('P1M')", set()),
        ("period('PT90M') == duration('1h30m') && period('P1DT30S') == duration('86430s')", set()),
        ("document.?review.?last.orValue('2026-01-01') > '2025'", {"archief"}),
        ("document.?functions.orValue([]).all(f, f != 'system-owner')",
         {"hoofd-ict", "hoofd-archief"}),
    ],
)  # fmt: skip
def test_what_conditions_can_say(condition: str, expected: set[str]) -> None:
    assert not_in_order(condition) == expected


def test_the_as_of_date_is_that_of_the_check() -> None:
    rule = own("as_of < date('2026-06-01')", kinds="role")
    late = [f for f in check(with_rules(rule), "2026-06-01") if f.code == "LIN001"]
    early = [f for f in check(with_rules(rule), "2026-05-31") if f.code == "LIN001"]
    assert (len(late), len(early)) == (2, 0)
