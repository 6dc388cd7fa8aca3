"""Each edition as data holds together, whatever it is compared with."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from norm_files import EDITIONS, Facts, active, control_of, functions, load, periods, texts

NUMBERS = {"1.2": 160, "1.3": 166}
STATES = {
    "1.2": {"active": 120, "none": 40},
    "1.3": {"active": 117, "none": 39, "moved": 5, "withdrawn": 4, "reference": 1},
}
# Where the data departs from the published copy, or the change log asks for care.
EXPLAINED = {
    "1.2": {
        "5.18.01", "5.18.02", "5.30.02", "8.01.02", "8.08.03", "8.16.01", "8.31.01", "8.31.02",
    },
    "1.3": {
        "5.01.01", "5.02.01", "5.18.01", "5.18.02", "5.20.03", "5.24.08", "5.25.01", "5.26.01",
        "5.30.02", "6.03.04", "8.01.02", "8.08.03", "8.08.06", "8.16.01", "8.16.03", "8.31.01",
        "8.31.02",
    },
}  # fmt: skip

NORM_INTERVALS = {
    "5.01.02": ("P1Y", "document"), "5.05.01": ("P1Y", "register"), "5.14.05": ("P6M", "register"),
    "5.18.02": ("P1Y", "evidence"), "5.20.03": ("P1Y", "supplier"), "5.22.01": ("P1Y", "supplier"),
    "5.23.01": ("P3Y", "document"), "5.24.04": ("P1M", "evidence"), "5.30.01": ("P1Y", "process"),
    "5.30.02": ("P3Y", "register"), "5.35.02": ("P1Y", "document"), "5.36.01": ("P1Y", "evidence"),
    "8.02.01": ("P3M", "evidence"), "8.08.04": ("P1Y", "system"), "8.08.05": ("P1Y", "system"),
    "8.13.04": ("P1Y", "evidence"),
}  # fmt: skip
ADOPTED_BY_THE_TOP = {
    "1.2": {"5.01.01": "executive-management"},
    "1.3": {"5.01.01": "board", "5.02.01": "board"},
}
OUTSIDE_THE_CBW = {"1.2": set[str](), "1.3": {"5.32", "5.34", "5.33.01"}}


@pytest.fixture(scope="module", params=EDITIONS)
def norm(request: pytest.FixtureRequest) -> Facts:
    return load(request.param)


@pytest.fixture(scope="module")
def newest() -> Facts:
    return load("1.3")


def test_there_are_93_controls_in_four_themes(norm: Facts) -> None:
    assert Counter(number[0] for number in norm["controls"]) == {"5": 37, "6": 8, "7": 14, "8": 34}
    assert list(norm["themes"]) == ["5", "6", "7", "8"]


def test_controls_are_numbered_without_gaps_and_in_order(norm: Facts) -> None:
    expected = [
        f"{theme}.{control}"
        for theme, count in ((5, 37), (6, 8), (7, 14), (8, 34))
        for control in range(1, count + 1)
    ]
    assert list(norm["controls"]) == expected


def test_the_measure_numbers_are_counted_by_state(norm: Facts) -> None:
    states = Counter(measure["state"] for measure in norm["measures"].values())
    assert states == STATES[norm["edition"]]
    assert len(norm["measures"]) == NUMBERS[norm["edition"]]


def test_measures_are_in_order(norm: Facts) -> None:
    assert list(norm["measures"]) == sorted(norm["measures"])


def test_every_control_of_a_measure_exists_and_every_control_has_a_number(norm: Facts) -> None:
    assert {control_of(number) for number in norm["measures"]} == set(norm["controls"])


def test_withdrawn_and_moved_numbers_are_the_known_ones(newest: Facts) -> None:
    states = {number: measure["state"] for number, measure in newest["measures"].items()}
    assert [n for n, s in states.items() if s == "withdrawn"] == [
        "5.21.01", "5.35.01", "7.01.01", "8.24.03",
    ]  # fmt: skip
    moves = {n: m.get("moved_to") for n, m in newest["measures"].items() if "moved_to" in m}
    assert moves == {
        "5.04.02": "5.10.02",
        "5.04.03": "5.10.03",
        "5.24.06": "5.21.05",
        "5.25.01": "5.26.02",
        "8.08.06": "5.24.08",
    }


def test_the_new_edition_carries_on_from_the_one_before(newest: Facts) -> None:
    before = load(newest["previous"])
    assert newest["measures"].keys() - before["measures"].keys() == {
        "5.10.02", "5.10.03", "5.21.05", "5.24.08", "5.26.02", "6.03.04",
    }  # fmt: skip
    assert before["measures"].keys() <= newest["measures"].keys()
    stopped = active(before).keys() - active(newest).keys()
    ended = {n for n, m in newest["measures"].items() if m["state"] not in {"active", "none"}}
    assert stopped == ended - {"5.26.01"}


def test_parts_that_moved_come_from_an_active_number_of_the_edition_before(newest: Facts) -> None:
    parts = {n: m["partly_from"] for n, m in newest["measures"].items() if "partly_from" in m}
    assert parts == {"5.02.01": ["5.01.01"], "6.03.04": ["8.01.02"]}
    sources = {number for origin in parts.values() for number in origin}
    assert sources <= active(load("1.2")).keys() & active(newest).keys()
    assert sources | parts.keys() <= EXPLAINED["1.3"]


def test_where_withdrawn_numbers_are_described_is_active(newest: Facts) -> None:
    covered = {n: m["covered_by"] for n, m in newest["measures"].items() if "covered_by" in m}
    assert covered == {"5.21.01": ["5.21.03"], "8.24.03": ["8.24.01"]}
    assert {number for by in covered.values() for number in by} <= active(newest).keys()


def test_what_a_measure_contributes_to_is_told_of_all_or_of_none(norm: Facts) -> None:
    told = {number for number, m in norm["measures"].items() if "contributes_to" in m}
    assert told == (set(norm["measures"]) if norm["edition"] == "1.2" else set())


def test_every_moved_or_referring_number_leads_to_an_active_one(norm: Facts) -> None:
    targets = {m["moved_to"] for m in norm["measures"].values() if "moved_to" in m}
    assert targets <= active(norm).keys()


def test_only_5_26_01_moved_to_nothing(newest: Facts) -> None:
    measures = newest["measures"].items()
    lost = [n for n, m in measures if m["state"] == "moved" and "moved_to" not in m]
    assert lost == ["5.26.01"]


def test_a_number_that_the_norm_has_not_is_not_in_the_data(norm: Facts) -> None:
    assert norm["measures"].keys().isdisjoint({"5.25.02", "5.18.03", "7.07.02", "5.01.03"})


def test_every_text_is_there_in_both_languages_and_trimmed(norm: Facts) -> None:
    seen = Counter(path.rsplit("/", 1)[0] for path, _ in texts(norm))
    assert [path for path, count in seen.items() if count != 2] == []
    assert len(seen) > 93 + NUMBERS[norm["edition"]]
    assert [path for path, text in texts(norm) if not text.strip() or text != text.strip()] == []


def test_the_two_languages_of_an_explanation_differ(norm: Facts) -> None:
    pairs = [m["title"] for m in norm["measures"].values()]
    pairs += [m["note"] for m in norm["measures"].values() if "note" in m]
    assert [pair for pair in pairs if pair["nl"] == pair["en"]] == []


def test_titles_are_short_and_name_one_number_each(norm: Facts) -> None:
    titles = [text for m in norm["measures"].values() for text in m["title"].values()]
    assert [title for title in titles if len(title) > 70 or title.endswith(".")] == []
    assert [title for title, count in Counter(titles).items() if count > 1] == []


def test_durations_are_well_formed(norm: Facts) -> None:
    found = {period for measure in norm["measures"].values() for period in periods(measure)}
    assert [period for period in found if not re.fullmatch(r"P[1-9]\d*[YMWD]", period)] == []


def test_the_intervals_are_those_of_the_norm(norm: Facts) -> None:
    found = {
        number: (measure["interval"]["max"], measure["interval"]["of"])
        for number, measure in norm["measures"].items()
        if "interval" in measure
    }
    assert found == NORM_INTERVALS


def test_only_the_technical_check_is_where_possible(norm: Facts) -> None:
    lenient = [
        number
        for number, measure in active(norm).items()
        if measure.get("interval", {}).get("strength") == "where-possible"
    ]
    assert lenient == ["8.08.04"]


def test_a_measure_has_a_period_of_the_norm_or_of_its_own_but_not_both(norm: Facts) -> None:
    both = [n for n, m in norm["measures"].items() if "interval" in m and "own_period" in m]
    assert both == []


def test_every_deliberate_departure_from_the_text_is_explained(norm: Facts) -> None:
    explained = {n for n, m in norm["measures"].items() if "note" in m}
    assert explained == EXPLAINED[norm["edition"]]


def test_a_measure_does_not_refer_to_itself_and_its_references_exist(norm: Facts) -> None:
    for number, measure in active(norm).items():
        references = measure.get("references", {})
        assert set(references.get("measures", [])) <= active(norm).keys() - {number}
        assert set(references.get("controls", [])) <= norm["controls"].keys()


def test_a_prior_approval_of_a_departure_belongs_to_a_measure_that_permits_one(
    norm: Facts,
) -> None:
    for measure in active(norm).values():
        approval = measure.get("demands", {}).get("approval", {})
        assert approval.get("when") != "departure" or measure.get("permits_departure")


def test_what_is_left_to_the_process_owner(norm: Facts) -> None:
    owned = [
        number
        for number, measure in active(norm).items()
        if "process-owner" in measure.get("roles", {}).get("responsible", [])
    ]
    assert owned == ["5.22.01", "5.24.03", "5.24.04", "5.30.01", "5.30.02", "5.33.01"]


def test_what_the_top_of_the_organisation_approves(norm: Facts) -> None:
    approved = {
        number: measure["demands"]["approval"]["by"]
        for number, measure in active(norm).items()
        if measure.get("demands", {}).get("approval", {}).get("when") == "always"
    }
    assert approved == ADOPTED_BY_THE_TOP[norm["edition"]]


def test_the_ciso_is_asked_about_every_departure_that_needs_approval(norm: Facts) -> None:
    for measure in active(norm).values():
        if measure.get("demands", {}).get("approval", {}).get("when") == "departure":
            assert "ciso" in functions(measure)


def test_minimum_content_is_counted_as_in_the_norm(norm: Facts) -> None:
    counts = {n: len(m["subjects"]) for n, m in active(norm).items() if "subjects" in m}
    assert counts == {
        "5.01.01": 6,
        "5.23.01": 6,
        "5.24.07": 3,
        "8.15.01": 6,
        "8.24.01": 7,
        "8.32.01": 5,
    }


def test_outside_the_cyberbeveiligingswet(norm: Facts) -> None:
    outside = {
        number
        for number, item in (norm["controls"] | norm["measures"]).items()
        if item.get("cbw", {}).get("within") is False
    }
    assert outside == OUTSIDE_THE_CBW[norm["edition"]]


def test_one_subject_is_asked_as_one_type_of_document(norm: Facts) -> None:
    types: dict[str, set[str]] = {}
    for measure in active(norm).values():
        for document in measure.get("demands", {}).get("documents", []):
            types.setdefault(document["subject"], set()).add(document["type"])
    assert {subject for subject, asked in types.items() if len(asked) > 1} == set()


def test_what_holds_for_each_supplier_or_system_by_itself(norm: Facts) -> None:
    populations = {n: m["population"] for n, m in active(norm).items() if "population" in m}
    assert populations == {"5.22.01": "suppliers", "8.08.05": "internet-facing-systems"}


def test_what_cannot_be_not_applicable_where_there_is_something(norm: Facts) -> None:
    found: dict[str, list[str]] = {}
    for number, measure in active(norm).items():
        if "applies_with" in measure:
            found.setdefault(measure["applies_with"], []).append(number)
    assert found == {
        "any-organisation": ["5.01.01", "5.01.02", "5.02.01", "5.02.02", "5.04.01", "5.36.01"],
        "cloud-services": ["5.23.01"],
        "internet-facing-systems": ["5.14.01", "5.14.04", "5.14.05", "8.08.05"],
        "suppliers": ["5.22.01", "5.22.02"],
        "supplier-access": ["8.05.01"],
    }


def test_the_measures_that_name_their_own_way_out(norm: Facts) -> None:
    assert [n for n, m in active(norm).items() if m.get("permits_departure")] == [
        "5.16.02", "5.17.01", "5.20.02", "5.21.03", "8.01.01", "8.21.04", "8.31.01", "8.31.02",
    ]  # fmt: skip


def test_what_stands_in_the_agreements_with_a_supplier(norm: Facts) -> None:
    asked: dict[str, list[str]] = {}
    for number, measure in active(norm).items():
        for clause in measure.get("demands", {}).get("clauses", []):
            where = f"{clause['name']} ({clause['of']})" if "of" in clause else clause["name"]
            asked.setdefault(where, []).append(number)
    assert asked == {
        "requirements": ["5.20.01"],
        "yearly_proof": ["5.20.03"],
        "audit": ["5.20.04"],
        "transparency": ["5.20.05"],
        "exit": ["5.20.06"],
        "chain": ["5.21.03", "5.21.04"],
        "termination (cloud)": ["5.23.01"],
    }


def test_what_is_weighed_beforehand(norm: Facts) -> None:
    before = {
        number: measure["demands"]["before"]
        for number, measure in active(norm).items()
        if "before" in measure.get("demands", {})
    }
    assert before == {
        "5.20.06": "contract",
        "5.21.02": "contract",
        "8.05.01": "supplier-access",
    }
    for number in before:
        assert "risk_analysis" in norm["measures"][number]["demands"]
