"""CMP004: texts that say nothing yet."""

from __future__ import annotations

from time import perf_counter

import pytest
from completeness_cases import ROLES, control, exception
from support import check, expect

from bio2lint import rules

BESIDE_THE_POINT = {one.rule.code for one in rules.load()} - {"CMP004", "STR002", "STR003"}


def reason(text: str) -> dict[str, str]:
    """An exception whose reason stands on line 7, column 9."""
    whole = exception("7.07.01").replace("Wat deze maatregel beschermt, is er bij ons niet.", text)
    return {**ROLES, "exceptions/x.yaml": whole}


def risk(key: str, text: str) -> dict[str, str]:
    """A risk with one text on line 5."""
    begin = "kind: risk\nid: R-1\ntitle: Overname van accounts\nowner: ciso\n"
    return {**ROLES, "risks/r.yaml": f"{begin}{key}: {text}\ntreatment: mitigate\n"}


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "todo",
        "'TODO: nog uitzoeken bij de leverancier wat hier de feiten precies zijn'",
        "TBD",
        "n.t.b.",
        "Nader te bepalen",
        "'[nog in te vullen]'",
        "'<invullen>'",
        "'Vul hier in...'",
        "volgt",
        "'-'",
        "'—'",
        "'...'",
        "'?'",
        "n.v.t.",
        "N.V.T",
        "Niet van toepassing.",
        "n/a",
        "xxx",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit",
        "'{{ reden }}'",
        "Bij [naam organisatie] zijn nooit chipcards uitgegeven",
        "Bij <naam> zijn nooit chipcards uitgegeven",
        "TBA",
        "FIXME",
        "xxxx",
        "placeholder",
        "Plaatshouder",
        "Lorem ipsum",
        "Hier invullen",
        "Uitwerken",
        "Nog uit te werken",
        "ntb",
        "Volgt nog.",
        "Nog niet ingevuld",
        "Vul in",
        "To be determined",
        "To be done",
        "To be defined",
        "Fill in",
        "Your text here",
        "NA",
        "TBD uitzoeken",
        "'FIXME: uitzoeken'",
        "XXX uitzoeken",
    ],
)
def test_a_placeholder_is_found_where_it_stands(text: str) -> None:
    expect(reason(text), "exceptions/x.yaml:7:9 CMP004", ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize(
    "text",
    [
        "Geen chipcards.",
        "Geen.",
        "Wij hebben dit niet.",
        "Staat op de TODO-lijst van niemand, want er is niets te doen.",
        "De maatregel is niet van toepassing omdat er nooit chipcards zijn uitgegeven.",
        "Volgt uit het besluit van het college.",
        "'Zie [bijlage 2] bij het besluit'",
        "'Rechten < 3 jaar en > 1 jaar'",
        "'[naamloos]'",
        "Onbekend",
    ],
)
def test_a_short_but_real_answer_is_fine(text: str) -> None:
    expect(reason(text), ignoring=BESIDE_THE_POINT)


def test_it_says_where_in_both_languages() -> None:
    (finding,) = [f for f in check(reason("TODO")) if f.code == "CMP004"]
    assert finding.message.nl.startswith("Bij `reason` staat een plaatshouder;")
    assert finding.message.en.startswith("`reason` holds a placeholder;")
    assert finding.help is not None
    assert finding.help.nl != finding.help.en


@pytest.mark.parametrize("key", ["threat", "vulnerability", "consequence"])
def test_what_a_risk_is_asked_is_not_answered_with_nothing(key: str) -> None:
    column = len(key) + 3
    files = risk(key, "n.v.t.")
    expect(files, f"risks/r.yaml:5:{column} CMP004", ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("scope: {statement: nvt}", "5:20"),
        ("context: {external: [nvt]}", "5:22"),
        ("context: {legal: [nvt]}", "5:19"),
        ("risk_method: {appetite: nvt}", "5:25"),
        ("statement: {version: nvt}", "5:22"),
        ("statement: {shared_with: [{party: nvt, date: 2026-03-01}]}", "5:35"),
    ],
)
def test_what_an_organisation_is_asked_is_not_answered_with_nothing(text: str, place: str) -> None:
    begin = "kind: organisation\nid: lindemeer\ntitle: Lindemeer\nsector: municipality\n"
    files = {**ROLES, "organisation.yaml": f"{begin}{text}\n"}
    expect(files, f"organisation.yaml:{place} CMP004", ignoring=BESIDE_THE_POINT)


def test_what_an_action_is_about_is_not_answered_with_nothing() -> None:
    files = risk("actions", "[{what: nvt, owner: ciso, due: 2027-02-01}]")
    expect(files, "risks/r.yaml:5:18 CMP004", ignoring=BESIDE_THE_POINT)


def test_conditions_of_access_that_are_blank_are_another_rules() -> None:
    begin = "kind: supplier\nid: zaakwerk\ntitle: Zaakwerk\nowner: ciso\n"
    access = begin + "access: [{what: beheer, until: 2027-02-01, conditions: %s}]\n"
    empty = {**ROLES, "s.yaml": access % "nvt"}
    expect(empty, "s.yaml:5:56 CMP004", ignoring=BESIDE_THE_POINT)
    expect({**ROLES, "s.yaml": access % "'  '"}, ignoring=BESIDE_THE_POINT)


def test_what_may_be_left_out_may_be_not_applicable_but_not_unfinished() -> None:
    holder = ROLES["roles/ciso.yaml"] + "holder: {}\n"
    expect({"roles/ciso.yaml": holder.format("n.v.t.")}, ignoring=BESIDE_THE_POINT)
    expect(
        {"roles/ciso.yaml": holder.format("TODO")},
        "roles/ciso.yaml:5:9 CMP004",
        ignoring=BESIDE_THE_POINT,
    )


@pytest.mark.parametrize(
    ("organisation", "place"),
    [
        ("title: '-'", "4:8"),
        ("title: Lindemeer\nscope: {statement: TODO}", "5:20"),
        ("title: Lindemeer\ncontext: {internal: [Een klein team., n.v.t.]}", "5:39"),
        ("title: Lindemeer\nrisk_method: {impact_areas: {image: n.v.t.}}", "5:37"),
        (
            "title: Lindemeer\nrisk_method: {adopted: {by: directie, date: 2026-01-02, ref: nvt}}",
            "5:62",
        ),
    ],
)
def test_texts_inside_blocks_and_lists_count_too(organisation: str, place: str) -> None:
    text = f"kind: organisation\nid: lindemeer\nsector: municipality\n{organisation}\n"
    files = {**ROLES, "organisation.yaml": text}
    expect(files, f"organisation.yaml:{place} CMP004", ignoring=BESIDE_THE_POINT)


def test_a_blank_title_is_a_placeholder_and_a_blank_reason_is_another_rules() -> None:
    blank = control("c", '"5.7"').replace("title: Een beheersmaatregel", "title: '  '")
    files = {**ROLES, "controls/c.yaml": blank}
    expect(files, "controls/c.yaml:3:8 CMP004", ignoring=BESIDE_THE_POINT)
    expect(reason("'  '"), ignoring=BESIDE_THE_POINT)


@pytest.mark.parametrize(
    ("line", "code"),
    [("owner: TODO", "REF006"), ("due: TODO", "STR005"), ("design: [TODO]", "REF008")],
)
def test_what_refers_or_dates_is_judged_by_its_own_rule(line: str, code: str) -> None:
    key = line.partition(":")[0]
    lines = control("c", '"5.7"').replace("due: 2027-03-31\n", "").splitlines()
    kept = [one for one in lines if not one.startswith(f"{key}:")]
    codes = [f.code for f in check({**ROLES, "controls/c.yaml": "\n".join([*kept, line])})]
    assert code in codes
    assert "CMP004" not in codes


def test_a_value_that_is_to_be_chosen_is_one_finding() -> None:
    files = {**ROLES, "controls/c.yaml": control("c", '"5.7"', "status: TODO")}
    expect(files, "controls/c.yaml:6:9 STR002", ignoring=BESIDE_THE_POINT)


def test_keys_of_ones_own_and_comments_are_free() -> None:
    text = control("c", '"5.7"') + "x-notitie: TODO\n# TODO\n"
    expect({**ROLES, "controls/c.yaml": text}, ignoring=BESIDE_THE_POINT)


def test_yaml_without_a_kind_or_without_sense_is_passed_over() -> None:
    files = {**ROLES, "elders/notitie.yaml": "title: TODO\n", "controls/c.yaml": "[TODO]\n"}
    assert "CMP004" not in {finding.code for finding in check(files)}


def test_a_long_text_with_many_brackets_takes_no_time() -> None:
    started = perf_counter()
    expect(reason(f"'{'[naam ' * 50_000}'"), ignoring=BESIDE_THE_POINT)
    assert perf_counter() - started < 5
