"""Values that no schema takes, and spellings that are compared by what they mean."""

from __future__ import annotations

import pytest
from review_cases import BASE, CONTROL, EXCEPTION, edited, reviewed, shorts

C, R, S = "controls/mfa.yaml", "risks/R-001.yaml", "systems/werkplek.yaml"
L, ORG, X = "suppliers/leverancier.yaml", "organisation.yaml", "exceptions/X-001.yaml"


# Each case: the file, what is right, what cannot be understood, and the field.
GARBLED = [
    (C, "status: implemented", "status: [implemented]", "status"),
    (C, "interval: P1Y", "interval: jaarlijks", "review.interval"),
    (C, "last: 2026-05-12", "last: 2026-13-12", "review.last"),
    (C, "review: {last: 2026-05-12, interval: P1Y, by: ciso}", "review: 2026", "review"),
    (R, "{likelihood: 2,", "{likelihood: laag,", "residual.likelihood"),
    (R, "level: medium}", "level: heel hoog}", "residual.level"),
    (S, "critical: true", "critical: ja", "critical"),
    (S, "rpo: PT4H", "rpo: 4 uur", "rpo"),
    (L, "exit: true", "exit: 3", "clauses.exit"),
    (L, "exit: true", "exit: 1", "clauses.exit"),
    (ORG, "applies: true", "applies: 1", "cbw.applies"),
]


@pytest.mark.parametrize(("path", "right", "wrong", "field"), GARBLED)
def test_what_cannot_be_understood_any_more_weakens_and_the_reverse_strengthens(
    path: str, right: str, wrong: str, field: str
) -> None:
    spoiled = edited(path, right, wrong)
    (there,) = [one for one in reviewed(BASE, spoiled).changes if one.field == field]
    assert (there.direction, there.why.en) == (
        "weakens",
        "The new value cannot be understood, and so cannot be judged.",
    )
    (back,) = [one for one in reviewed(spoiled, BASE).changes if one.field == field]
    assert (back.direction, back.why.en) == ("strengthens", "The value can be understood now.")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ("approved: {by: college, date: gisteren, ref: BW 2026-290}", "approved.date"),
        ("approved: ja", "approved"),
    ],
)
def test_what_weakens_when_it_comes_does_so_when_it_can_be_understood(
    wrong: str, field: str
) -> None:
    right = "approved: {by: college, date: 2026-11-17, ref: BW 2026-290}"
    spoiled = {**BASE, X: EXCEPTION.replace(right, wrong)}
    (back,) = reviewed(spoiled, {**BASE, X: EXCEPTION}).changes
    assert (back.field, back.direction) == (field, "weakens")
    assert back.why.en == "The exception begins to count."


def test_from_one_such_value_to_another_is_neither() -> None:
    odd = edited(C, "review: {last: 2026-05-12, interval: P1Y, by: ciso}", "review: 2026")
    (found,) = reviewed(odd, {**odd, C: odd[C].replace("2026\n", "2027\n")}).changes
    assert (found.field, found.direction) == ("review", "neutral")


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (C, "systems: [werkplek]", "systems: {a: werkplek}"),
        (C, "[{requirement: 5.17.01, interval: P6M}]", "true"),
    ],
)
def test_what_is_no_list_is_another_item(path: str, right: str, wrong: str) -> None:
    changes = reviewed(BASE, edited(path, right, wrong)).changes
    assert sorted(one.direction for one in changes) == ["strengthens", "weakens"]


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ("P1Y", "P365D", "·"),
        ("P365D", "P1Y", "·"),
        ("P1Y", "P13M", "▼"),
        ("P30D", "P31D", "▼"),
        ("P2W", "P10D", "▲"),
    ],
)
def test_periods_are_compared_by_how_long_they_take(old: str, new: str, sign: str) -> None:
    before = edited(C, "interval: P1Y", f"interval: {old}")
    after = edited(C, "interval: P1Y", f"interval: {new}")
    assert shorts(before, after) == [f"{sign} mfa review.interval: {old} → {new}"]


@pytest.mark.parametrize(("old", "new", "sign"), [("PT4H", "PT240M", "·"), ("PT90M", "PT2H", "▼")])
def test_spans_of_hours_are_compared_by_how_long_they_take(old: str, new: str, sign: str) -> None:
    before, after = (edited(S, "rpo: PT4H", f"rpo: {one}") for one in (old, new))
    assert shorts(before, after)[0] == f"{sign} werkplek rpo: {old} → {new}"


def test_levels_are_ordered_by_the_matrix_of_the_method() -> None:
    matrix = "levels: {matrix: [[wit, grijs], [grijs, zwart]]}"
    method = edited(ORG, "levels: {low: 1, medium: 5, high: 10, critical: 20}", matrix)
    dark = edited(R, "level: medium}", "level: zwart}", method)
    grey = edited(R, "level: medium}", "level: grijs}", method)
    assert shorts(dark, grey) == ["▼ R-001 residual.level: zwart → grijs"]
    assert shorts(grey, dark) == ["▲ R-001 residual.level: grijs → zwart"]


def test_without_a_method_the_usual_levels_count() -> None:
    bare = {**BASE, ORG: "kind: organisation\nid: l\ntitle: L\nsector: municipality\n"}
    low = edited(R, "level: medium}", "level: low}", bare)
    assert shorts(bare, low) == ["▼ R-001 residual.level: medium → low"]


def test_a_number_is_another_only_if_it_means_another() -> None:
    written = edited(C, "title: Meervoudige authenticatie", "title: '2026'")
    assert shorts(written, {**written, C: written[C].replace("'2026'", "2026")}) == []


def test_a_cycle_is_known_by_what_its_number_means() -> None:
    spelled = edited(C, "requirement: 5.17.01", "requirement: BIO-5.17.01")
    assert shorts(BASE, spelled) == []


def test_items_that_are_no_mappings_are_compared_as_they_are() -> None:
    odd = edited(R, "actions: [", "actions: [iets, 3, ")
    assert shorts(BASE, odd) == [
        "▲ R-001 actions: None → iets",
        "▲ R-001 actions: None → 3",
    ]
    assert shorts(odd, odd) == []


def test_long_names_of_items_are_cut() -> None:
    text = "Sleutels " * 20
    long = edited(R, "Sleutels voor beheerders", text.strip())
    later = {**long, R: long[R].replace("due: 2027-02-01", "due: 2027-03-01")}
    (found,) = reviewed(long, later).changes
    assert found.field.endswith("…].due")
    assert len(found.field) < 80


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ("[internal]", "[secret]", "▼"),
        ("[secret]", "[internal]", "▲"),
        ("[iets]", "[secret]", "·"),
    ],
)
def test_the_ceiling_of_classification_is_on_a_scale(old: str, new: str, sign: str) -> None:
    before, after = (
        {**BASE, "bio2lint.yaml": f"norm: bio2@1.3\nrules: {{SEC005: {{ceiling: {one}}}}}\n"}
        for one in (old, new)
    )
    (found,) = shorts(before, after)
    assert found.startswith(f"{sign} bio2lint.yaml rules.SEC005.ceiling")


def test_a_code_of_no_rule_at_all_is_weaker_only_when_turned_off() -> None:
    def own(level: str) -> dict[str, str]:
        return {**BASE, "bio2lint.yaml": f"norm: bio2@1.3\nrules: {{LIN007: {level}}}\n"}

    assert shorts(own("error"), own("info")) == ["· bio2lint.yaml rules.LIN007: error → info"]
    assert shorts(own("error"), own("off")) == ["▼ bio2lint.yaml rules.LIN007: error → off"]


def test_the_level_of_a_rule_of_ones_own_is_known() -> None:
    rule = (
        "kind: rule\nid: own\ntitle: T\ncode: LIN001\nfor: [risk]\ncondition: 1 == 1\n"
        "message: {nl: A., en: B.}\nseverity: warning\n"
    )
    files = {**BASE, "rules/own.yaml": rule}
    milder = {**files, "bio2lint.yaml": "norm: bio2@1.3\nrules: {LIN001: info}\n"}
    assert shorts(files, milder) == ["▼ bio2lint.yaml rules.LIN001: None → info"]
    same = {**files, "bio2lint.yaml": "norm: bio2@1.3\nrules: {LIN: warning}\n"}
    assert shorts(files, same) == ["· bio2lint.yaml rules.LIN: None → warning"]


def test_a_dropped_number_of_an_exception_that_is_still_needed_only_narrows_it() -> None:
    two = {**BASE, X: EXCEPTION.replace("[5.17.01]", "[5.17.01, 5.17.03]")}
    assert shorts(two, {**BASE, X: EXCEPTION}) == ["▲ X-001 requirements: 5.17.03 → None"]


def test_documents_without_an_id_are_compared_by_their_place() -> None:
    nameless = CONTROL.replace("id: mfa\n", "")
    before, after = ({**BASE, C: one} for one in (nameless, nameless.replace("P1Y", "P2Y")))
    (found,) = reviewed(before, after).changes
    assert (found.document, found.path, found.field) == (None, C, "review.interval")
    assert found.direction == "weakens"
