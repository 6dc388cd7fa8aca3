"""EVD006: what holds for every system or supplier is shown of each of them."""

from __future__ import annotations

import pytest
from evidence_cases import beside, control, evidence, exception, roles
from support import check, expect, result

OTHERS = beside("EVD006")
LOKET = "systems/loket.yaml:2:5 EVD006"
FRESH = "period: {from: 2026-07-01, until: 2026-09-30}"


def system(name: str, internet_facing: str = "true") -> dict[str, str]:
    return {
        f"systems/{name}.yaml": f"""\
kind: system
id: {name}
title: Systeem {name}
internet_facing: {internet_facing}
"""
    }


def trial(systems: str, when: str = FRESH, outcome: str = "pass") -> dict[str, str]:
    """Evidence of the yearly test."""
    about = f"requirements: [8.08.05]\nsystems: {systems}\nsource: {{url: 'https://a.example/'}}"
    return evidence(about=about, when=when, result=f"result: {{outcome: {outcome}}}")


BASE = {**roles(), **control("[8.08.05]"), **system("website"), **system("loket")}


def test_a_system_that_fresh_evidence_passes_over() -> None:
    files = {**BASE, **trial("[website]")}
    expect(files, LOKET, ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "EVD006"]
    assert finding.requirements == ("8.08.05",)
    assert "loket" in finding.message.nl
    assert "loket" in finding.message.en
    assert [region.path for region, _ in finding.related] == ["evidence/e1.yaml"]
    expect({**BASE, **trial("[website, loket]")}, ignoring=OTHERS)


@pytest.mark.parametrize("internet_facing", ["false", "'weet ik niet'"])
def test_only_what_is_known_to_be_reachable_counts(internet_facing: str) -> None:
    files = {**BASE, **trial("[website, loket]"), **system("archief", internet_facing)}
    expect(files, ignoring={*OTHERS, "STR002"})


@pytest.mark.parametrize("outcome", ["fail", "partial", "goed"])
def test_what_fell_short_was_tested_all_the_same(outcome: str) -> None:
    files = {**BASE, **trial("[loket]", outcome=outcome)}
    website = "systems/website.yaml:2:5 EVD006"
    expect(files, website, ignoring={*OTHERS, "STR002"})


def test_evidence_about_others_may_be_several_documents() -> None:
    more = {
        p.replace("e1", "e2"): t.replace("id: e1", "id: e2") for p, t in trial("[loket]").items()
    }
    expect({**BASE, **trial("[website]"), **more}, ignoring=OTHERS)


def test_the_last_day_of_the_term_is_in_time() -> None:
    both = {**BASE, **trial("[website]")}
    in_time = "period: {from: 2025-01-01, until: 2025-11-23}"
    late = "period: {from: 2025-01-01, until: 2025-11-22}"
    for when, found in ((in_time, ()), (late, (LOKET,))):
        older = {
            path.replace("e1", "e0"): text.replace("id: e1", "id: e0")
            for path, text in trial("[loket]", when).items()
        }
        expect({**both, **older}, *found, ignoring=OTHERS)


def test_no_evidence_or_only_old_evidence_is_another_rules() -> None:
    expect(BASE, ignoring=OTHERS)
    old = "period: {from: 2024-01-01, until: 2024-11-22}"
    expect({**BASE, **trial("[website]", old)}, ignoring=OTHERS)


def test_a_design_says_nothing_about_systems() -> None:
    about = "requirements: [8.08.05]\nsystems: [website]\nsource: {url: 'https://a.example/'}"
    expect({**BASE, **evidence(about=about, proves="[design]")}, ignoring=OTHERS)


@pytest.mark.parametrize(
    "systems", ["[]", "[website, lokket]", "[website, 3.5, [a]]", "[website, [a]]"]
)
def test_evidence_that_names_nobody_or_somebody_unknown_may_be_about_all(systems: str) -> None:
    expect({**BASE, **trial(systems)}, ignoring={*OTHERS, "REF006", "STR002", "STR003"})


def second(files: dict[str, str]) -> dict[str, str]:
    """The same evidence under another id."""
    return {p.replace("e1", "e2"): text.replace("id: e1", "id: e2") for p, text in files.items()}


def test_evidence_beside_it_that_names_nobody_may_be_about_the_rest() -> None:
    expect({**BASE, **trial("[website]"), **second(trial("[]"))}, ignoring=OTHERS)


def test_evidence_of_another_measure_shows_nothing_of_this_one() -> None:
    other = {p: t.replace("8.08.05", "8.08.04") for p, t in second(trial("[loket]")).items()}
    expect({**BASE, **trial("[website]"), **other}, LOKET, ignoring=OTHERS)


def test_a_system_without_an_id_that_is_understood_cannot_be_named() -> None:
    nameless = {p: t.replace("id: archief", "id: [a]") for p, t in system("archief").items()}
    files = {**BASE, **trial("[website, loket]"), **nameless}
    assert "EVD006" not in {finding.code for finding in check(files)}


def test_a_system_of_another_repository_is_known_there() -> None:
    expect({**BASE, **trial("[website, 'regio:app']")}, LOKET, ignoring=OTHERS)


@pytest.mark.parametrize("when", ["period: {from: 2026-07-01}", "collected: {by: ciso, date: 1}"])
def test_a_day_that_is_not_understood_may_be_fresh(when: str) -> None:
    files = {**BASE, **trial("[loket, website]", when)}
    expect(files, ignoring={*OTHERS, "STR002", "STR005"})


@pytest.mark.parametrize("status", ["planned", "in-progress"])
def test_what_is_not_implemented_need_not_be_shown(status: str) -> None:
    files = {**BASE, **control("[8.08.05]", status=status), **trial("[website]")}
    expect(files, ignoring=OTHERS)


def test_an_exception_that_counts_excuses() -> None:
    files = {**BASE, **trial("[website]"), **exception(requirements="[8.08.05]")}
    expect(files, ignoring=OTHERS)
    over = exception(requirements="[8.08.05]", until="2026-11-22")
    expect({**files, **over}, LOKET, ignoring=OTHERS)


def test_an_exception_of_a_type_that_is_not_understood_may_excuse() -> None:
    files = {**BASE, **trial("[website]"), **exception("[]", requirements="[8.08.05]")}
    assert "EVD006" not in {finding.code for finding in check(files)}


def test_other_measures_hold_for_no_kind_of_system() -> None:
    about = "requirements: [8.08.04]\nsystems: [website]\nsource: {url: 'https://a.example/'}"
    files = {**BASE, **control("[8.08.04]"), **evidence(about=about)}
    expect(files, ignoring=OTHERS)


def test_an_unreadable_file_may_hold_the_evidence() -> None:
    files = {**BASE, **trial("[website]"), "evidence/e2.yaml": "kind: [evidence\n"}
    told = result(files)
    assert told.held_back["EVD006"] == 1
    assert "EVD006" not in {finding.code for finding in told.findings}


def supplier(name: str, day: str = "2026-06-16", end: str = "2028-01-31") -> dict[str, str]:
    return {
        f"suppliers/{name}.yaml": f"""\
kind: supplier
id: {name}
title: Leverancier {name}
contract: {{kind: contract, ref: C-1, end: {end}}}
assessment: {{by: hoofd-werkplek, date: {day}, outcome: pass}}
"""
    }


ASSESSED = "requirements: [5.22.01]\nsuppliers: [kwelder]\nsource: {url: 'https://a.example/'}"
SUPPLIERS = {
    **roles(),
    **control("[5.22.01]"),
    **supplier("kwelder"),
    **evidence(about=ASSESSED),
}


def test_a_supplier_that_was_assessed_is_in_the_evidence() -> None:
    at = "suppliers/reservaat.yaml:2:5 EVD006"
    expect({**SUPPLIERS, **supplier("reservaat")}, at, ignoring=OTHERS)


@pytest.mark.parametrize(
    ("day", "end", "found"),
    [
        ("2025-11-23", "2026-11-23", ("suppliers/reservaat.yaml:2:5 EVD006",)),
        ("2025-11-22", "2028-01-31", ()),
        ("2026-06-16", "2026-11-22", ()),
    ],
)
def test_one_that_is_overdue_is_another_rules_and_one_that_left_nobodys(
    day: str, end: str, found: tuple[str, ...]
) -> None:
    files = {**SUPPLIERS, **supplier("reservaat", day, end)}
    expect(files, *found, ignoring=OTHERS)


def test_one_that_was_never_assessed_is_another_rules() -> None:
    never = {path: text.rpartition("assessment")[0] for path, text in supplier("reservaat").items()}
    expect({**SUPPLIERS, **never}, ignoring=OTHERS)
