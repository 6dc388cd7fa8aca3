"""Each edition as data against the official text.

Runs only where the source is kept beside the repository. Each difference is listed with its
reason; one that is not listed fails.
"""

from __future__ import annotations

import re

import pytest
from norm_files import (
    EDITIONS,
    Facts,
    active,
    functions,
    load,
    official_measures,
    official_text,
    periods,
    present,
    texts,
)

# The text names a target that does not exist.
MOVE_IN_THE_TEXT_TO_NOTHING = {"1.2": {}, "1.3": {"5.26.01": "5.25.02"}}
# Refers to the week of 8.08.01 and sets none itself.
PERIOD_OF_ANOTHER_MEASURE = {"8.08.03": {"P1W"}}
# The advice of the CISO on a departure is asked for by part 1, 12.2.
CISO_BY_PART_ONE = {"8.31.01", "8.31.02"}
PERIOD_WORDS = {
    r"jaarlijks|per jaar": "P1Y",
    r"drie jaar": "P3Y",
    r"maandelijks": "P1M",
    r"zes maanden|halfjaar": "P6M",
    r"kwartaal|drie maanden": "P3M",
    r"een week": "P1W",
}
HYGIENE = {
    "basishygiëne": "basic-hygiene",
    "ketenhygiëne": "chain-hygiene",
    "overheidsrisico": "government-risk",
}


@pytest.fixture(scope="module", params=EDITIONS)
def norm(request: pytest.FixtureRequest) -> Facts:
    return load(request.param)


@pytest.fixture(scope="module")
def official(norm: Facts) -> dict[str, str]:
    return official_measures(norm["edition"])


def state_and_target(body: str) -> tuple[str, str | None]:
    """Return what a section of the official text says of its own number."""
    if moved := re.fullmatch(r"Verplaatst naar (\d\.\d\d\.\d\d)\.", body):
        return "moved", moved[1]
    if pointer := re.fullmatch(r"Zie overheidsmaatregel (\d\.\d\d\.\d\d)\.", body):
        return "reference", pointer[1]
    if body == "Vervallen.":
        return "withdrawn", None
    return ("none" if body.startswith("Geen overheidsmaatregel") else "active"), None


def test_numbers_and_states_are_those_of_the_official_text(
    norm: Facts, official: dict[str, str]
) -> None:
    assert {n: m["state"] for n, m in norm["measures"].items()} == {
        number: state_and_target(body)[0] for number, body in official.items()
    }


def test_targets_are_those_of_the_official_text_but_for_the_impossible_one(
    norm: Facts, official: dict[str, str]
) -> None:
    named = {n: t for n, body in official.items() if (t := state_and_target(body)[1])}
    ours = present(norm, lambda m: m.get("moved_to"))
    assert ours | MOVE_IN_THE_TEXT_TO_NOTHING[norm["edition"]] == named


def test_periods_of_ones_own_are_where_the_text_says_periodically_or_regularly(
    norm: Facts, official: dict[str, str]
) -> None:
    said = {
        n for n, body in official.items() if re.search(r"periodiek|regelmatig", body, re.IGNORECASE)
    }
    assert present(norm, lambda m: m.get("own_period")).keys() == said


def test_every_period_of_the_text_is_in_the_data_and_no_other(
    norm: Facts, official: dict[str, str]
) -> None:
    for number, measure in active(norm).items():
        said = {
            period
            for words, period in PERIOD_WORDS.items()
            if re.search(words, official[number], re.IGNORECASE)
        }
        assert periods(measure) == said - PERIOD_OF_ANOTHER_MEASURE.get(number, set()), number


def test_process_owner_and_ciso_are_where_the_text_names_them(
    norm: Facts, official: dict[str, str]
) -> None:
    for word, function, exempt in (
        ("proceseigena", "process-owner", {"5.02.01"}),
        ("CISO", "ciso", CISO_BY_PART_ONE),
    ):
        said = {number for number, body in official.items() if word in body}
        ours = {n for n, m in norm["measures"].items() if function in functions(m)}
        assert said ^ ours == exempt


def test_what_it_contributes_to_is_what_the_text_says(
    norm: Facts, official: dict[str, str]
) -> None:
    said = {
        number: [HYGIENE[word.strip().casefold()] for word in found[1].split(",")]
        for number, body in official.items()
        if (found := re.search(r"Draagt bij aan: *([^\n<]+)", body))
    }
    assert present(norm, lambda m: m.get("contributes_to")) == said


def test_only_what_the_text_calls_adopted_is_adopted(norm: Facts, official: dict[str, str]) -> None:
    for number, measure in active(norm).items():
        for document in measure.get("demands", {}).get("documents", []):
            if document.get("adopted"):
                assert "vastgesteld" in official[number], number


@pytest.mark.parametrize(
    "name",
    [
        "bio2-1.3-deel1-kader.md",
        "bio2-1.3-deel2-maatregelen.md",
        "bio2-1.2-deel2-maatregelen.md",
    ],
)
def test_no_text_shares_six_words_in_a_row_with_the_official_text(name: str, norm: Facts) -> None:
    theirs = word_runs(official_text(name))
    assert len(theirs) > 1000
    shared = {path: text for path, text in texts(norm["measures"]) if word_runs(text) & theirs}
    assert shared == {}


def word_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + 6]) for start in range(len(words) - 5)}
