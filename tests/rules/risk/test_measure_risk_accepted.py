from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "RSK007",
    "REF001",
    "STR001",
    "STR002",
    "STR005",
}

ACCEPTANCE = "acceptance: {by: directie, date: 2026-03-09, until: 2027-05-31}\n"


def risk(
    fields: str = "requirements: [5.17.01]\n",
    *,
    treatment: str = "accept",
    acceptance: str = ACCEPTANCE,
) -> str:
    """A risk with its treatment on line 5 and its acceptance on line 6."""
    return (
        "kind: risk\nid: R-1\ntitle: Oude tablets\nowner: hoofd-ict\n"
        f"treatment: {treatment}\n{acceptance}{fields}review: {{last: 2026-05-12}}\n"
    )


def control(status: str, implements: str = "5.17.01", fields: str = "", name: str = "mfa") -> str:
    return (
        f"kind: control\nid: {name}\ntitle: MFA\nowner: hoofd-ict\n"
        f"implements: [{implements}]\nstatus: {status}\n{fields}review: {{last: 2026-05-12}}\n"
    )


def exception(kind: str, approved: str = "2026-03-09", until: str = "2027-03-31") -> str:
    return (
        f"kind: exception\nid: X-1\ntitle: Geen MFA\nowner: hoofd-ict\ntype: {kind}\n"
        f"requirements: [5.17.01]\nreason: Er is niets om op aan te melden.\nuntil: {until}\n"
        f"approved: {{by: directie, date: {approved}}}\nreview: {{last: 2026-05-12}}\n"
    )


def files(**documents: str) -> dict[str, str]:
    return {f"{name}.yaml": content for name, content in documents.items()}


def test_a_measure_that_is_implemented_leaves_a_risk_to_accept() -> None:
    expect(files(c=control("implemented"), r=risk()), ignoring=BESIDE)


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_a_measure_that_is_not_yet_implemented(status: str) -> None:
    expect(files(c=control(status), r=risk()), "r.yaml:5:12 RSK007", ignoring=BESIDE)


def test_a_measure_that_is_missing() -> None:
    expect(files(r=risk()), "r.yaml:5:12 RSK007", ignoring=BESIDE)


def test_without_treatment_accept_it_stands_at_the_acceptance() -> None:
    expect(files(r=risk(treatment="mitigate")), "r.yaml:6:1 RSK007", ignoring=BESIDE)


def test_treatment_accept_alone_is_acceptance() -> None:
    expect(files(r=risk(acceptance="")), "r.yaml:5:12 RSK007", ignoring=BESIDE)


@pytest.mark.parametrize("treatment", ["mitigate", "avoid", "transfer"])
def test_a_risk_that_nobody_accepts_is_fine(treatment: str) -> None:
    expect(files(r=risk(treatment=treatment, acceptance="")), ignoring=BESIDE)


def test_a_closed_risk_is_fine() -> None:
    expect(files(r=risk("requirements: [5.17.01]\nstatus: closed\n")), ignoring=BESIDE)


def test_a_measure_that_its_control_implements() -> None:
    documents = files(c=control("planned"), r=risk("controls: [mfa]\n"))
    expect(documents, "r.yaml:5:12 RSK007", ignoring=BESIDE)


def test_a_measure_of_a_control_that_names_the_risk() -> None:
    documents = files(c=control("planned", fields="risks: [R-1]\n"), r=risk(""))
    expect(documents, "r.yaml:5:12 RSK007", ignoring=BESIDE)


def test_another_control_may_have_implemented_it() -> None:
    documents = files(
        c=control("planned"), d=control("implemented", name="mfa-2"), r=risk("controls: [mfa]\n")
    )
    expect(documents, ignoring=BESIDE)


def test_a_control_of_the_norm_is_no_measure() -> None:
    planned = control("planned", '"5.16"')
    documents = files(c=planned, r=risk('requirements: ["5.17", 5.03.01]\ncontrols: [mfa]\n'))
    expect(documents, ignoring=BESIDE)


def test_a_risk_without_any_measure_may_be_accepted() -> None:
    expect(files(r=risk("")), ignoring=BESIDE)


def test_a_measure_that_does_not_apply_is_fine() -> None:
    expect(files(x=exception("not-applicable"), r=risk()), ignoring=BESIDE)


@pytest.mark.parametrize("kind", ["deviation", "permitted"])
def test_no_other_exception_licenses_acceptance(kind: str) -> None:
    documents = files(x=exception(kind), r=risk())
    expect(documents, "r.yaml:5:12 RSK007", ignoring=BESIDE)


def test_an_exception_that_ended_is_none() -> None:
    ended = exception("not-applicable", until="2026-11-22")
    expect(files(x=ended, r=risk()), "r.yaml:5:12 RSK007", ignoring=BESIDE)
    last_day = exception("not-applicable", until="2026-11-23")
    expect(files(x=last_day, r=risk()), ignoring=BESIDE)


@pytest.mark.parametrize("status", ["planned", None])
@pytest.mark.parametrize("approved", ["2026-11-24", "2026-02-30"])
def test_a_wrong_date_in_an_exception_is_one_finding(status: str | None, approved: str) -> None:
    documents = files(r=risk(), x=exception("not-applicable", approved=approved))
    if status:
        documents |= files(c=control(status))
    expect(documents, "x.yaml:9:32 STR005", ignoring=BESIDE)


def test_a_status_that_is_not_known_is_not_judged() -> None:
    unreadable = {"z.yaml": 'kind: control\nid: "mfa\n'}
    expect(files(r=risk()) | unreadable, "z.yaml:2:5 STR001", ignoring=BESIDE)
    misspelled = files(c=control("implementd"), r=risk())
    expect(misspelled, "c.yaml:6:9 STR002", ignoring=BESIDE)


def test_a_moved_number_is_the_measure_that_it_moved_to() -> None:
    documents = files(r=risk("requirements: [5.04.02]\n"))
    expect(documents, "r.yaml:5:12 RSK007", ignoring=BESIDE)
    (finding,) = [f for f in check(documents) if f.code == "RSK007"]
    assert finding.requirements == ("5.10.02",)


def test_an_unknown_number_is_not_this_rules() -> None:
    expect(files(r=risk("requirements: [5.17.09]\n")), "r.yaml:7:16 REF001", ignoring=BESIDE)


def test_one_finding_names_every_measure_with_its_status() -> None:
    documents = files(
        c=control("planned", "8.32.01, 5.17.03, 5.17.02"),
        d=control("implemented", "5.17.02", name="kluis"),
        x=exception("deviation"),
        r=risk("requirements: [5.17.01]\ncontrols: [mfa]\n"),
    )
    expect(documents, "r.yaml:5:12 RSK007", ignoring=BESIDE)
    (finding,) = [f for f in check(documents) if f.code == "RSK007"]
    assert finding.requirements == ("5.17.01", "5.17.03", "8.32.01")
    assert "5.17.01 (afwijkend), 5.17.03 (gepland) en 8.32.01 (gepland)" in finding.message.nl
    assert "5.17.01 (deviating), 5.17.03 (planned) and 8.32.01 (planned)" in finding.message.en
    assert [(region.path, region.line) for region, _ in finding.related] == [("c.yaml", 6)]


def test_nothing_may_silence_it() -> None:
    (rule,) = [each.rule for each in rules.load() if each.rule.code == "RSK007"]
    assert rule.protected


def test_a_control_against_another_risk_does_not_count() -> None:
    other = risk("", acceptance="", treatment="mitigate").replace("R-1", "R-2")
    documents = files(c=control("planned", fields="risks: [R-2]\n"), r=risk(""), s=other)
    expect(documents, ignoring=BESIDE)


@pytest.mark.parametrize(
    ("fields", "of_control"),
    [("requirements: 7\n", ""), ("controls: 7\n", ""), ("", "risks: 7\n")],
)
def test_what_is_not_understood_names_no_measure(fields: str, of_control: str) -> None:
    documents = files(c=control("planned", fields=of_control), r=risk(fields))
    assert "RSK007" not in {finding.code for finding in check(documents)}


def test_a_control_that_is_not_here_names_no_measure() -> None:
    expect(files(r=risk("controls: [nergens]\n")), ignoring=BESIDE)


def test_only_a_fault_in_what_would_make_it_not_applicable_counts() -> None:
    future = exception("deviation", approved="2026-11-24")
    codes = [f.code for f in check(files(x=future, r=risk()))]
    assert "RSK007" in codes
    unknown = exception("[]")
    codes = [f.code for f in check(files(x=unknown.replace("2026-03-09", "2026-11-24"), r=risk()))]
    assert "RSK007" not in codes


def test_an_exception_that_nobody_approved_licenses_nothing() -> None:
    asked = exception("not-applicable").replace("approved: {by: directie, date: 2026-03-09}\n", "")
    assert "RSK007" in {finding.code for finding in check(files(x=asked, r=risk()))}


def test_an_exception_of_which_the_end_is_not_understood_may_license_it() -> None:
    doubtful = exception("not-applicable", until="2026-02-30")
    expect(files(x=doubtful, r=risk()), "x.yaml:8:8 STR005", ignoring=BESIDE)
