"""The norm as the program reads it: what stands for what, and what somebody may have meant."""

from __future__ import annotations

from collections import Counter

import pytest
from support import edition

from bio2lint import norm, numbers, period, resources, yamlfile
from bio2lint.finding import Text

NORM = edition("1.3")
BEFORE = edition("1.2")


def test_the_edition_has_its_93_controls_and_117_active_measures() -> None:
    assert (len(NORM.controls), len(NORM.active), len(NORM.measures)) == (93, 117, 166)
    assert Counter(measure.state for measure in NORM.measures.values()) == {
        "active": 117, "none": 39, "moved": 5, "withdrawn": 4, "reference": 1,
    }  # fmt: skip
    assert NORM.active == tuple(n for n, measure in NORM.measures.items() if measure.active)


def test_the_edition_before_has_the_same_controls_and_120_active_measures() -> None:
    assert (len(BEFORE.controls), len(BEFORE.active), len(BEFORE.measures)) == (93, 120, 160)
    assert Counter(measure.state for measure in BEFORE.measures.values()) == {
        "active": 120, "none": 40,
    }  # fmt: skip
    assert (BEFORE.name, BEFORE.published) == ("bio2@1.2", "2025-09-24")


def test_what_moved_in_part_and_what_covers_a_withdrawn_number() -> None:
    assert NORM.measures["6.03.04"].partly_from == ("8.01.02",)
    assert NORM.measures["5.21.01"].covered_by == ("5.21.03",)
    assert NORM.measures["5.10.02"].partly_from == NORM.measures["7.01.01"].covered_by == ()


def test_its_name_is_what_the_settings_pin() -> None:
    assert (NORM.edition, NORM.name) == ("1.3", "bio2@1.3")
    assert NORM.published == "2026-01-09"
    assert NORM.copy.nl != NORM.copy.en


def test_the_newest_edition_is_among_those_shipped() -> None:
    assert norm.editions()[-1] == norm.NEWEST


def test_editions_are_ordered_as_people_count(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["bio2-1.10.yaml", "bio2-1.9.yaml", "bio2-1.3.yaml.bak", "README.md", "bio2-1.3.yaml"]
    monkeypatch.setattr("os.listdir", lambda _: names)
    assert norm.editions() == ["1.3", "1.9", "1.10"]


@pytest.mark.parametrize("number", ["5.04.02", "5.24.06", "8.08.06", "5.21.01"])
def test_what_moved_later_stands_for_itself_in_the_edition_before(number: str) -> None:
    assert BEFORE.resolve(number) == number


@pytest.mark.parametrize("wrong", ["1.1", "9.9", "", "1.3.1", "../bio2-1.3"])
def test_an_edition_that_is_not_there_names_those_that_are(wrong: str) -> None:
    with pytest.raises(norm.UnknownEditionError) as caught:
        norm.load(wrong)
    assert (caught.value.edition, caught.value.known) == (wrong, norm.editions())


def with_content(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    original = resources.read

    def read(folder: str, name: str) -> bytes:
        text = original(folder, name).decode()
        assert old in text
        return text.replace(old, new).encode()

    monkeypatch.setattr(resources, "read", read)


def test_facts_that_cannot_be_read_are_an_internal_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with_content(monkeypatch, "\nmeasures:", "\nmeasures: [")
    with pytest.raises(RuntimeError, match="cannot be read"):
        norm.load("1.3")


def test_a_period_that_is_none_is_an_internal_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with_content(monkeypatch, "max: P3M", "max: kwartaal")
    with pytest.raises(ValueError, match="kwartaal is no duration"):
        norm.load("1.3")


def test_each_control_has_its_active_measures_in_order() -> None:
    assert NORM.controls["5.17"].measures == ("5.17.01", "5.17.02", "5.17.03")
    assert NORM.controls["5.3"].measures == ()  # 5.03.01 holds no measure
    assert NORM.controls["5.4"].measures == ("5.04.01",)  # 5.04.02 and 5.04.03 moved away
    of_controls = [number for control in NORM.controls.values() for number in control.measures]
    assert sorted(of_controls) == sorted(NORM.active)
    for control in NORM.controls.values():
        assert {numbers.control_of(number) for number in control.measures} <= {control.number}


def test_an_interval_says_how_long_of_what_and_how_strictly() -> None:
    quarterly = NORM.measures["8.02.01"].interval
    assert quarterly is not None
    assert quarterly.longest == period.parse("P3M")
    assert (quarterly.of, quarterly.strength) == ("evidence", "must")
    assert NORM.measures["5.17.01"].interval is None


def test_what_is_timed_is_told_apart() -> None:
    timed = {of: list(NORM.timed(of)) for of in ("document", "process", "supplier", "system")}
    assert timed == {
        "document": ["5.01.02", "5.23.01", "5.35.02"],
        "process": ["5.30.01"],
        "supplier": ["5.20.03", "5.22.01"],
        "system": ["8.08.04", "8.08.05"],
    }
    assert NORM.timed("document")["5.23.01"].longest.text == "P3Y"
    assert NORM.timed("control") == {}


def test_titles_of_measures_and_controls() -> None:
    assert NORM.title("5.3") == Text(nl="Functiescheiding", en="Segregation of duties")
    assert NORM.title("5.04.02") == NORM.measures["5.04.02"].title
    with pytest.raises(KeyError):
        NORM.title("5.40")


@pytest.mark.parametrize(
    ("number", "has", "requires", "stands_for"),
    [
        ("5.17.01", True, True, "5.17.01"),
        ("5.17", True, True, "5.17"),
        ("5.3", True, True, "5.3"),
        ("5.04.02", True, False, "5.10.02"),
        ("5.24.06", True, False, "5.21.05"),
        ("8.08.06", True, False, "5.24.08"),
        ("5.21.01", True, False, None),
        ("5.03.01", True, False, None),
        ("5.17.09", False, False, None),
        ("5.40", False, False, None),
    ],
)
def test_what_a_number_stands_for(
    number: str, stands_for: str | None, *, has: bool, requires: bool
) -> None:
    assert NORM.has(number) is has
    assert NORM.requires(number) is requires
    assert NORM.resolve(number) == stands_for


@pytest.mark.parametrize(
    ("wrong", "number", "maybe"),
    [
        ("5.17.09", "5.17.01", True),  # the same control
        ("5.17.09", "5.17", True),
        ("5.17.09", "5.18.01", False),  # two digits differ
        ("5.07.01", "5.17.01", True),  # one digit beside it
        ("5.07.02", "5.17.01", False),
        ("5.07.01", "5.17", False),  # a measure for a control of another number
        ("5.07.01", "5.1", False),
        ("5.03.01", "5.3", True),  # an empty number of the control itself
        ("5.40", "8.34", True),  # there is no control 5.40: whatever was meant
        ("5.71.01", "5.17.01", True),
        ("4.1", "5.1", True),
        ("5.17.01", "5.17.02", False),  # it requires something itself
        ("5.17", "5.17.01", False),
        ("5.18", "5.17.01", False),
    ],
)
def test_what_may_have_been_meant(wrong: str, number: str, *, maybe: bool) -> None:
    assert NORM.may_mean(wrong, number) is maybe


@pytest.mark.parametrize("name", norm.editions())
def test_the_file_of_the_norm_is_read_without_a_fault(name: str) -> None:
    content = resources.read("policies", f"bio2-{name}.yaml")
    assert yamlfile.read(content).documents[0].problems == []
