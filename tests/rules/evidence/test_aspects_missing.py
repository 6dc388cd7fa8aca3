"""EVD001: proof of design, existence and operation of each measure of an implemented control."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from evidence_cases import Repository, beside, control, evidence, exception, roles
from support import check, expect

from bio2lint.rules.evidence import _doubt

if TYPE_CHECKING:
    from bio2lint.finding import Finding
    from bio2lint.model import Evidence
    from bio2lint.norm import Norm

OTHERS = beside("EVD001")
AT_FIRST = "controls/mfa.yaml:4:14 EVD001"


def only(*parts: Repository, as_of: str = "2026-11-23") -> Finding:
    """Return the one finding of EVD001."""
    files = {path: text for part in (roles(), *parts) for path, text in part.items()}
    (finding,) = [f for f in check(files, as_of) if f.code == "EVD001"]
    return finding


def assert_found(*parts: Repository, at: tuple[str, ...] = (), as_of: str = "2026-11-23") -> None:
    files = {path: text for part in (roles(), *parts) for path, text in part.items()}
    expect(files, *at, as_of=as_of, ignoring=OTHERS)


def test_all_aspects_proven_is_fine() -> None:
    assert_found(control(), evidence())


def test_nothing_proven_is_one_finding_that_lists_all_three() -> None:
    assert_found(control(), at=(AT_FIRST,))
    finding = only(control())
    assert "opzet, bestaan en werking" in finding.message.nl
    assert "design, existence and operation" in finding.message.en
    assert finding.requirements == ("5.17.01",)
    assert finding.help is not None
    assert "`design`" in finding.help.nl
    assert "`design`" in finding.help.en


def test_each_measure_is_a_finding_at_its_own_number() -> None:
    assert_found(control("[5.17.01, 5.17.03]"), at=(AT_FIRST, "controls/mfa.yaml:4:23 EVD001"))


def test_a_design_in_the_control_proves_design_alone() -> None:
    finding = only(control(more="design: [documents/mfa.md]\n"), {"documents/mfa.md": "# MFA"})
    assert "bewijs van bestaan en werking" in finding.message.nl
    assert finding.help is not None
    assert "design" not in finding.help.nl


def test_an_empty_design_proves_nothing() -> None:
    assert "opzet" in only(control(more="design: []\n")).message.nl


@pytest.mark.parametrize(
    ("proves", "missing"),
    [
        ("[design]", "bestaan en werking"),
        ("[existence]", "opzet en werking"),
        ("[design, existence]", "werking"),
        ("[design, operation]", "bestaan"),
    ],
)
def test_only_what_is_missing_is_listed(proves: str, missing: str) -> None:
    assert f"ontbreekt bewijs van {missing}," in only(control(), evidence(proves=proves)).message.nl


def test_aspects_may_come_from_several_pieces_of_evidence() -> None:
    assert_found(
        control(),
        evidence("e1", proves="[design, existence]"),
        evidence("e2", proves="[operation]", about="requirements: [5.17.01]"),
    )


def test_evidence_that_names_requirements_proves_those_alone() -> None:
    assert_found(
        control("[5.17.01, 5.17.03]"),
        evidence(about="controls: [mfa]\nrequirements: [5.17.03]"),
        at=(AT_FIRST,),
    )


def test_evidence_without_requirements_counts_for_all_measures_of_its_controls() -> None:
    assert_found(control("[5.17.01, 5.17.03]"), evidence())


def test_evidence_of_another_control_proves_nothing_here() -> None:
    assert_found(
        control(),
        control(identifier="pasjes"),
        evidence(about="controls: [pasjes]"),
        at=(AT_FIRST,),
    )


def test_evidence_of_the_requirement_without_a_control_counts_for_every_control() -> None:
    assert_found(control(), control(identifier="pasjes"), evidence(about="requirements: [5.17.01]"))


@pytest.mark.parametrize("outcome", ["partial", "fail"])
def test_only_a_pass_counts(outcome: str) -> None:
    parts = control(), evidence(result=f"result: {{outcome: {outcome}}}")
    assert_found(*parts, at=(AT_FIRST,))
    ((region, message),) = only(*parts).related
    assert (region.path, region.line, region.column) == ("evidence/e1.yaml", 7, 19)
    assert "telt niet mee" in message.nl
    assert "does not count" in message.en


def test_evidence_without_an_outcome_does_not_count_and_is_pointed_at() -> None:
    parts = control(), evidence(result="x-noot: zonder uitkomst")
    assert_found(*parts, at=(AT_FIRST,))
    ((region, message),) = only(*parts).related
    assert (region.path, region.line, region.column) == ("evidence/e1.yaml", 2, 5)
    assert "geen uitkomst" in message.nl
    assert "no outcome" in message.en


def test_only_what_does_not_count_is_pointed_at() -> None:
    finding = only(
        control(),
        evidence("e1", proves="[design]"),
        evidence("e2", result="result: {outcome: fail}"),
    )
    assert [region.path for region, _ in finding.related] == ["evidence/e2.yaml"]


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_what_is_not_implemented_needs_no_proof(status: str) -> None:
    assert_found(control(status=status, more="due: 2027-01-31\n"))


def test_a_control_of_the_norm_without_measures_needs_none() -> None:
    assert_found(control('["5.7"]'))


def test_a_moved_number_is_judged_as_its_target() -> None:
    finding = only(control("[5.04.02]"))
    assert finding.requirements == ("5.10.02",)
    assert (finding.region.line, finding.region.column) == (4, 14)
    assert_found(control("[5.04.02]"), evidence(about="requirements: [5.10.02]"))


@pytest.mark.parametrize("kind", ["deviation", "not-applicable"])
def test_a_measure_under_an_exception_that_counts_needs_no_proof(kind: str) -> None:
    assert_found(control(), exception(kind))


def test_an_exception_whose_approval_cannot_be_read_gives_no_second_finding() -> None:
    assert_found(control(), exception(approved="2026-02-30"), at=("exceptions/x.yaml:8:32 STR005",))


def test_an_exception_that_has_ended_excuses_nothing() -> None:
    assert_found(control(), exception(until="2026-11-22"), at=(AT_FIRST,))
    assert_found(control(), exception(until="2026-11-23"))


def test_a_permitted_departure_still_needs_proof() -> None:
    assert_found(control(), exception("permitted"), at=(AT_FIRST,))


@pytest.mark.parametrize(
    ("implements", "last_day_of_grace", "day_after"),
    [
        ("[5.17.01]", "2026-11-22", "2026-11-23"),
        ("[8.02.01]", "2026-02-22", "2026-02-23"),
        ("[5.24.04]", "2025-12-22", "2025-12-23"),
        ("[5.23.01]", "2026-11-22", "2026-11-23"),
    ],
)
def test_operation_has_a_grace_of_one_interval(
    implements: str, last_day_of_grace: str, day_after: str
) -> None:
    parts = (
        control(implements, more="implemented_on: 2025-11-22\n"),
        evidence(proves="[design, existence]", when="collected: {by: ciso, date: 2025-11-22}"),
    )
    assert_found(*parts, as_of=last_day_of_grace)
    assert_found(*parts, at=(AT_FIRST,), as_of=day_after)


def test_grace_is_for_operation_alone() -> None:
    finding = only(control(more="implemented_on: 2026-11-01\n"))
    assert "bewijs van opzet en bestaan," in finding.message.nl


def test_a_day_of_implementation_that_cannot_be_read_is_one_finding() -> None:
    assert_found(
        control(more="implemented_on: 2026-13-01\n"),
        evidence(proves="[design, existence]"),
        at=("controls/mfa.yaml:8:17 STR005",),
    )


def test_a_day_of_implementation_in_the_future_is_one_finding() -> None:
    assert_found(
        control(more="implemented_on: 2027-01-01\n"),
        evidence(proves="[design, existence]"),
        at=("controls/mfa.yaml:8:17 STR005",),
    )


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ({"proves": "[design, existence, operatoin]"}, "evidence/e1.yaml:4:29 STR002"),
        ({"proves": "alles"}, "evidence/e1.yaml:4:9 STR002"),
        ({"result": "result: {outcome: passed}"}, "evidence/e1.yaml:7:19 STR002"),
        ({"result": "result: goed"}, "evidence/e1.yaml:7:9 STR002"),
        ({"result": "result: {}"}, "evidence/e1.yaml:7:1 STR002"),
        ({"about": "controls: [mfaa]"}, "evidence/e1.yaml:5:12 REF006"),
    ],
)
def test_a_typing_error_in_evidence_is_one_finding(changed: dict[str, str], at: str) -> None:
    assert_found(control(), evidence(**changed), at=(at,))


@pytest.mark.parametrize(
    ("number", "at"),
    [
        ("5.17.99", "evidence/e1.yaml:6:25 REF001"),
        ("5.99.01", "evidence/e1.yaml:6:25 REF001"),
        ("zeventien", "evidence/e1.yaml:6:25 REF002"),
    ],
)
def test_a_wrong_number_in_evidence_is_one_finding(number: str, at: str) -> None:
    about = f"controls: [mfa]\nrequirements: [5.17.03, {number}]"
    files = {**roles(), **control(), **evidence(about=about)}
    expect(files, at, ignoring=beside("EVD001", "REF001", "REF002"))


@pytest.mark.parametrize(
    "about",
    [
        "controls: [mfa]\nrequirements: [5.17.03, 5.01.99]",
        "controls: [pasjes]\nrequirements: [5.17.03, 5.17.99]",
    ],
)
def test_a_wrong_number_excuses_no_other_control(about: str) -> None:
    pasjes = control("[5.17.03]", identifier="pasjes", status="planned")
    expect(
        {**roles(), **control(), **pasjes, **evidence(about=about)},
        AT_FIRST,
        "evidence/e1.yaml:6:25 REF001",
        ignoring=beside("EVD001", "REF001"),
    )


def test_evidence_of_a_control_elsewhere_proves_nothing_here() -> None:
    assert_found(control(), evidence(about="controls: [shared:mfa]"), at=(AT_FIRST,))


def test_a_lost_file_still_counts_here() -> None:
    assert_found(
        control(),
        evidence(about="controls: [mfa]\nsource: {path: evidence/weg.csv}"),
        at=("evidence/e1.yaml:6:16 REF008",),
    )


def test_stale_evidence_still_counts_here() -> None:
    assert_found(control(), evidence(when="period: {from: 2019-01-01, until: 2019-12-31}"))


def test_findings_are_held_back_while_a_file_cannot_be_read() -> None:
    files = {**roles(), **control(), "evidence/kapot.yaml": "kind: [evidence\n"}
    assert "EVD001" not in {finding.code for finding in check(files)}
    del files["evidence/kapot.yaml"]
    assert "EVD001" in {finding.code for finding in check(files)}


def test_many_references_to_nothing_do_not_take_the_square_of_their_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counted(norm: Norm, one: Evidence, number: str) -> bool:
        asked.append(number)
        return may_concern(norm, one, number)

    may_concern = _doubt.may_concern
    monkeypatch.setattr(_doubt, "may_concern", counted)
    many = 40
    files = roles()
    for index in range(many):
        (text,) = control().values()
        files[f"controls/c{index}.yaml"] = text.replace("id: mfa", f"id: c{index}")
        (text,) = evidence(about="controls: [nergens]").values()
        files[f"evidence/e{index}.yaml"] = text.replace("id: e1", f"id: e{index}")
    check(files)
    assert many <= len(asked) < 10 * many
