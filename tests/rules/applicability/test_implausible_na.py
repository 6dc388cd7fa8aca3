"""VVT006: not applicable, though something shows otherwise."""

from __future__ import annotations

import pytest
from applicability_cases import Repository, beside, not_applicable, together
from support import check, edition, expect

from bio2lint.rules.applicability import _facts

OTHERS = beside("VVT006")
AT_NUMBER = "exceptions/x.yaml:5:16 VVT006"
AT_TYPE = "exceptions/x.yaml:4:7 VVT006"


def assert_found(*parts: Repository, at: tuple[str, ...] = (), as_of: str = "2026-11-23") -> None:
    expect(together(*parts), *at, as_of=as_of, ignoring=OTHERS)


def excepted(*numbers: str, **changed: str | None) -> Repository:
    return not_applicable(requirements=f"[{', '.join(numbers)}]", **changed)


def system(internet_facing: str) -> Repository:
    text = "kind: system\nid: website\ntitle: Website\nowner: hoofd-werkplek\n"
    return {"systems/website.yaml": f"{text}internet_facing: {internet_facing}\n"}


def supplier(more: str = "") -> Repository:
    text = "kind: supplier\nid: hosting\ntitle: Hosting\nowner: hoofd-werkplek\n"
    return {"suppliers/hosting.yaml": f"{text}{more}"}


def control(implements: str, status: str = "implemented") -> Repository:
    return {
        "controls/c.yaml": f"kind: control\nid: c\ntitle: C\nimplements: [{implements}]\n"
        f"status: {status}\nowner: ciso\nreview: {{last: 2026-03-09, interval: P1Y}}\n"
    }


def test_every_fact_of_the_norm_is_known() -> None:
    norm = edition("1.3")
    stated = {norm.measures[number].facts.get("applies_with") for number in norm.active}
    assert stated - {None} == set(_facts.WORDS)


@pytest.mark.parametrize(
    "number", ["5.01.01", "5.01.02", "5.02.01", "5.02.02", "5.04.01", "5.36.01"]
)
def test_board_policy_and_ciso_are_there_in_any_organisation(number: str) -> None:
    files = excepted(number)
    assert_found(files, at=(AT_NUMBER,))
    (finding,) = [f for f in check(together(files)) if f.code == "VVT006"]
    assert finding.message.nl == (
        f"{number} is niet van toepassing verklaard, maar dit geldt voor elke organisatie."
    )
    assert finding.message.en == (
        f"{number} is declared not applicable, but it holds for any organisation."
    )
    assert finding.requirements == (number,)
    assert finding.related == ()


@pytest.mark.parametrize("number", ["7.07.01", '"5.2"', '"5.1"'])
def test_other_numbers_may_be_not_applicable(number: str) -> None:
    assert_found(excepted(number))


@pytest.mark.parametrize("number", ["5.14.01", "5.14.04", "5.14.05", "8.08.05"])
def test_a_system_on_the_internet_speaks_against_it(number: str) -> None:
    assert_found(excepted(number), system("true"), at=(AT_NUMBER,))
    assert_found(excepted(number), system("false"))
    assert_found(excepted(number))
    files = together(excepted(number), system("true"))
    (finding,) = [f for f in check(files) if f.code == "VVT006"]
    assert [(region.path, region.line) for region, _ in finding.related] == [
        ("systems/website.yaml", 5)
    ]


def test_a_cloud_supplier_speaks_against_it() -> None:
    assert_found(excepted("5.23.01"), supplier("cloud: true\n"), at=(AT_NUMBER,))
    assert_found(excepted("5.23.01"), supplier("cloud: false\n"))
    assert_found(excepted("5.23.01"), supplier())


@pytest.mark.parametrize("number", ["5.22.01", "5.22.02"])
def test_any_supplier_speaks_against_it(number: str) -> None:
    assert_found(excepted(number), supplier(), at=(AT_NUMBER,))
    assert_found(excepted(number))


@pytest.mark.parametrize(
    ("access", "at"),
    [
        ("[{what: beheer}]", (AT_NUMBER,)),
        ("[{what: beheer, until: 2026-11-23}]", (AT_NUMBER,)),
        ("[{what: beheer, until: 2026-11-22}, {what: meer, until: 2027-01-01}]", (AT_NUMBER,)),
        ("[{what: beheer, until: 2026-11-22}]", ()),
        ("[]", ()),
    ],
)
def test_a_supplier_with_access_today_speaks_against_it(access: str, at: tuple[str, ...]) -> None:
    assert_found(excepted("8.05.01"), supplier(f"access: {access}\n"), at=at)


@pytest.mark.parametrize("number", ["8.18.01", '"8.28"'])
def test_a_control_that_implements_it_speaks_against_it(number: str) -> None:
    analysed = excepted(number, analysis="[analyse]")
    assert_found(analysed, control(number), at=(AT_NUMBER,))
    (finding,) = [f for f in check(together(analysed, control(number))) if f.code == "VVT006"]
    assert [(region.path, region.line) for region, _ in finding.related] == [("controls/c.yaml", 5)]


@pytest.mark.parametrize("status", ["planned", "in-progress", "[]"])
def test_a_control_that_is_not_implemented_says_nothing_yet(status: str) -> None:
    files = together(excepted("8.18.01"), control("8.18.01", status))
    assert "VVT006" not in {f.code for f in check(files)}


def test_a_control_of_which_measures_apply_is_another_rules() -> None:
    files = together(excepted('"8.18"', analysis="[analyse]"), control('"8.18", 8.18.01'))
    found = {f.code for f in check(files)}
    assert "CMP003" in found
    assert "VVT006" not in found


def test_each_number_is_a_finding_and_one_given_twice_is_one() -> None:
    at = (AT_NUMBER, "exceptions/x.yaml:5:34 VVT006")
    assert_found(excepted("5.01.01", "7.07.01", "5.02.02"), at=at)
    twice = [f.code for f in check(together(excepted("5.01.01", "5.01.01")))]
    assert twice.count("VVT006") == 1


@pytest.mark.parametrize("kept", [{"plan": "documents/plan.md"}, {"compensating": "[c]"}])
def test_what_plans_for_an_end_is_a_deviation(kept: dict[str, str]) -> None:
    files = excepted("7.07.01", **kept), control("5.15.01")
    assert_found(*files, at=(AT_TYPE,))
    (finding,) = [f for f in check(together(*files)) if f.code == "VVT006"]
    assert finding.message.nl.endswith("en is het een afwijking.")
    assert finding.message.en.endswith("and this is a deviation.")
    assert finding.requirements == ("7.07.01",)


@pytest.mark.parametrize(
    "kept",
    [
        {"until": "2027-01-01"},
        {"ciso_advice": "{by: ciso, date: 2026-03-01, positive: true}"},
    ],
)
def test_an_end_or_advice_does_not_make_it_one(kept: dict[str, str]) -> None:
    assert_found(excepted("7.07.01", **kept))


def test_what_a_fact_contradicts_is_not_looked_at_again() -> None:
    assert_found(excepted("5.01.01", plan="documents/plan.md"), at=(AT_NUMBER,))


def test_a_plan_that_is_not_understood_is_the_schemas() -> None:
    assert_found(excepted("7.07.01", plan="[]"), at=("exceptions/x.yaml:9:7 STR002",))
    compensating = excepted("7.07.01", compensating="{a: b}")
    assert_found(compensating, at=("exceptions/x.yaml:10:15 STR002",))


@pytest.mark.parametrize("kind", ["deviation", "permitted", "[]"])
def test_only_what_is_declared_not_applicable_is_judged(kind: str) -> None:
    assert "VVT006" not in {f.code for f in check(together(excepted("5.01.01", type=kind)))}


@pytest.mark.parametrize(
    "changed",
    [
        {"approved": None},
        {"until": "2026-11-22"},
        {"approved": "{by: directie, date: 2026-11-24, ref: x}"},
    ],
)
def test_what_covers_nothing_contradicts_nothing(changed: dict[str, str | None]) -> None:
    assert "VVT006" not in {f.code for f in check(together(excepted("5.01.01", **changed)))}


def test_on_its_last_day_it_still_counts() -> None:
    assert_found(excepted("5.01.01", until="2026-11-23"), at=(AT_NUMBER,))


def test_a_number_that_stands_for_nothing_is_one_finding() -> None:
    found = [f.code for f in check(together(excepted("5.07.01")))]
    assert "REF005" in found
    assert "VVT006" not in found
