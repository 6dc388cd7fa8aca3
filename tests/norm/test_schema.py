"""The schema of the norm's data fits the data, and refuses what would mislead a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from norm_files import EDITIONS, load, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from norm_files import Facts


def errors(facts: Facts) -> list[str]:
    validator = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(facts)]


def objects(part: object) -> Iterator[dict[str, Any]]:
    """Yield the schema's own objects, not those of its examples."""
    if isinstance(part, dict):
        yield part
        for key, item in part.items():
            if key != "examples":
                yield from objects(item)
    elif isinstance(part, list):
        for item in part:
            yield from objects(item)


def properties() -> list[tuple[str, dict[str, Any]]]:
    """Return every property that the schema describes, not those that its conditions repeat."""
    return [
        pair
        for part in objects(schema())
        if "properties" in part and "additionalProperties" in part
        for pair in part["properties"].items()
    ]


def test_the_schema_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_edition_fits_the_schema(edition: str) -> None:
    assert errors(load(edition)) == []


@pytest.mark.parametrize("key", ["title", "description", "examples"])
def test_every_property_explains_itself(key: str) -> None:
    assert len(properties()) > 40
    assert [name for name, item in properties() if not item.get(key)] == []


def test_every_example_fits_the_property_that_it_explains() -> None:
    for name, item in properties():
        validator = Draft202012Validator({"$defs": schema()["$defs"]} | item)
        misfits = [
            error.message for value in item["examples"] for error in validator.iter_errors(value)
        ]
        assert misfits == [], name


def test_unknown_keys_are_refused_everywhere() -> None:
    open_objects = [
        part["title"]
        for part in objects(schema())
        if part.get("type") == "object" and part.get("additionalProperties") is not False
    ]
    assert open_objects == []


def unknown_key(facts: Facts) -> None:
    facts["measures"]["5.01.01"]["colour"] = "blue"


def unknown_state(facts: Facts) -> None:
    facts["measures"]["5.01.01"]["state"] = "pending"


def missing_english(facts: Facts) -> None:
    del facts["measures"]["5.01.01"]["title"]["en"]


def blank_dutch(facts: Facts) -> None:
    facts["controls"]["5.1"]["title"]["nl"] = " "


def padded_control(facts: Facts) -> None:
    facts["controls"]["5.01"] = facts["controls"]["5.1"]


def unpadded_measure(facts: Facts) -> None:
    facts["measures"]["5.1.1"] = facts["measures"]["5.01.01"]


def zero_interval(facts: Facts) -> None:
    facts["measures"]["5.01.02"]["interval"]["max"] = "P0Y"


def interval_of_nothing(facts: Facts) -> None:
    del facts["measures"]["5.01.02"]["interval"]["of"]


def deadline_without_bound(facts: Facts) -> None:
    del facts["measures"]["8.08.01"]["deadline"]["max"]


def deadline_with_two_bounds(facts: Facts) -> None:
    facts["measures"]["8.08.01"]["deadline"]["basis"] = "statutory"


def retention_without_bound(facts: Facts) -> None:
    del facts["measures"]["5.28.01"]["retention"]["min"]


def unknown_function(facts: Facts) -> None:
    facts["measures"]["5.24.04"]["roles"]["recipient"] = ["mayor"]


def active_but_moved(facts: Facts) -> None:
    facts["measures"]["5.01.01"]["moved_to"] = "5.10.02"


def described_elsewhere_though_active(facts: Facts) -> None:
    facts["measures"]["5.01.01"]["covered_by"] = ["5.10.02"]


def part_that_came_to_a_moved_number(facts: Facts) -> None:
    facts["measures"]["5.04.02"]["partly_from"] = ["5.01.01"]


def part_from_a_control(facts: Facts) -> None:
    facts["measures"]["6.03.04"]["partly_from"] = ["8.1"]


def contributes_to_nothing_known(facts: Facts) -> None:
    facts["measures"]["5.01.01"]["contributes_to"] = ["hygiene"]


def departure_without_a_reason(facts: Facts) -> None:
    del facts["measures"]["8.08.03"]["note"]


def demands_of_a_withdrawn_number(facts: Facts) -> None:
    facts["measures"]["5.35.01"]["demands"] = {"test": True}


def moved_in_silence(facts: Facts) -> None:
    facts["measures"]["5.26.01"] = {"state": "moved", "title": {"nl": "Weg", "en": "Gone"}}


def reference_to_nothing(facts: Facts) -> None:
    del facts["measures"]["8.08.06"]["moved_to"]


def outside_without_source(facts: Facts) -> None:
    del facts["measures"]["5.33.01"]["cbw"]["source"]


def no_such_day(facts: Facts) -> None:
    facts["published"] = "2026-02-30"


FAULTS = (
    (unknown_key, "5.01.01"),
    (unknown_state, "5.01.01"),
    (missing_english, "5.01.01"),
    (blank_dutch, "5.1"),
    (padded_control, "controls"),
    (unpadded_measure, "measures"),
    (zero_interval, "5.01.02"),
    (interval_of_nothing, "5.01.02"),
    (deadline_without_bound, "8.08.01"),
    (deadline_with_two_bounds, "8.08.01"),
    (retention_without_bound, "5.28.01"),
    (unknown_function, "5.24.04"),
    (active_but_moved, "5.01.01"),
    (described_elsewhere_though_active, "5.01.01"),
    (part_that_came_to_a_moved_number, "5.04.02"),
    (part_from_a_control, "6.03.04"),
    (contributes_to_nothing_known, "5.01.01"),
    (departure_without_a_reason, "8.08.03"),
    (demands_of_a_withdrawn_number, "5.35.01"),
    (moved_in_silence, "5.26.01"),
    (reference_to_nothing, "8.08.06"),
    (outside_without_source, "5.33.01"),
    (no_such_day, "published"),
)


@pytest.mark.parametrize(
    ("spoil", "place"), FAULTS, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_fault_in_the_data_is_found_at_its_place(
    spoil: Callable[[Facts], None], place: str
) -> None:
    facts = load()
    spoil(facts)
    found = errors(facts)
    assert len(found) == 1, found
    assert place in found[0].split(": ")[0]
