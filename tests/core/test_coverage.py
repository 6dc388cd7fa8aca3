"""The status of each requirement: the best of its controls, the worst of its measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from core_cases import CONTROL, EXCEPTION, control, exemption
from coverage_cases import NORM, OF_5_17, covered, of_control, status
from support import result

from bio2lint import coverage
from bio2lint.coverage import STATUSES, Coverage

if TYPE_CHECKING:
    from bio2lint.model import Control, Exemption

WORST_FIRST = ("missing", "unknown", "planned", "in-progress", "deviating", "implemented")


def test_nothing_meets_nothing() -> None:
    found = covered()
    assert {one.status for one in found.values()} == {"missing"}
    assert list(found) == [*NORM.active, *NORM.controls]


@pytest.mark.parametrize("stated", ["implemented", "in-progress", "planned"])
def test_a_measure_has_the_status_of_its_control(stated: str) -> None:
    one = control(["5.17.01"], stated)
    found = covered(one)["5.17.01"]
    assert found == Coverage("5.17.01", stated, (one,), ())


@pytest.mark.parametrize(
    ("stated", "best"),
    [
        (["planned", "in-progress", "implemented"], "implemented"),
        (["planned", "in-progress"], "in-progress"),
        (["planned", "planned"], "planned"),
        (["implemented", 7.5], "implemented"),
        (["in-progress", 7.5, "planned"], "unknown"),
    ],
)
def test_the_best_of_several_controls_counts(stated: list[Any], best: str) -> None:
    for order in (stated, stated[::-1]):
        assert status("5.17.01", *(control(["5.17.01"], one) for one in order)) == best


def test_a_control_without_a_status_leaves_it_unknown() -> None:
    assert status("5.17.01", control(["5.17.01"], None)) == "unknown"


@pytest.mark.parametrize("worse", range(len(WORST_FIRST)))
def test_a_control_has_the_worst_status_of_its_measures(worse: int) -> None:
    for better in WORST_FIRST[worse:]:
        made = of_control(better, WORST_FIRST[worse], "not-applicable")
        assert status("5.17", *made) == WORST_FIRST[worse]


def test_a_control_is_not_applicable_only_if_all_of_its_measures_are() -> None:
    every = of_control(*["not-applicable"] * 3)
    assert status("5.17", *every) == "not-applicable"
    assert status("5.17", *of_control("not-applicable", "implemented", "not-applicable")) == (
        "implemented"
    )
    assert status("5.17", *every, exemption(["5.17"])) == "not-applicable"
    assert status("5.17", *every, control(["5.17"])) == "implemented"


@pytest.mark.parametrize("own", ["planned", "in-progress", "implemented"])
def test_the_documents_of_a_control_itself_count_beside_its_measures(own: str) -> None:
    implemented = of_control(*["implemented"] * 3)
    assert status("5.17", *implemented, control(["5.17"], own)) == own
    assert status("5.17", *of_control(*["planned"] * 3), control(["5.17"], own)) == "planned"
    # The worst of its own, too: each is a part of it that must still be done.
    assert status("5.17", *implemented, control(["5.17"]), control(["5.17"], own)) == own


def test_a_control_of_which_the_status_is_not_understood() -> None:
    assert status("5.17", *of_control(*["implemented"] * 3), control(["5.17"], 7.5)) == "unknown"


def test_a_control_document_does_not_meet_the_measures() -> None:
    found = covered(control(["5.17"]))
    assert [found[number].status for number in [*OF_5_17, "5.17"]] == ["missing"] * 4


@pytest.mark.parametrize("stated", ["implemented", "in-progress", "planned"])
def test_a_control_without_measures_has_the_status_of_its_documents(stated: str) -> None:
    assert status("5.3", control(["5.3"], stated)) == stated


def test_a_moved_number_counts_for_its_target() -> None:
    one = control(["5.04.02", "5.10.02"])
    found = covered(one)
    assert found["5.10.02"] == Coverage("5.10.02", "implemented", (one,), ())
    assert status("5.24.08", exemption(["8.08.06"])) == "not-applicable"


def test_numbers_that_require_nothing_meet_nothing() -> None:
    found = covered(control(["5.03.01", "5.21.01", "5.17.09", "5.40"]))
    assert not {number for number, one in found.items() if one.controls}
    assert {one.status for one in found.values()} == {"unknown"}  # 5.40 may be any of them


def unknown_of(*documents: Control | Exemption) -> set[str]:
    return {number for number, one in covered(*documents).items() if one.status == "unknown"}


def test_what_may_have_been_meant_is_unknown_and_not_missing() -> None:
    of_control = {"5.17", *OF_5_17}
    assert unknown_of(control(["5.17.09"])) == of_control
    assert unknown_of(exemption(["5.17.09"])) == of_control
    assert unknown_of(control(["5.17.09", *OF_5_17])) == set()
    # 5.07.01 holds no measure: its control was meant, or a measure with one other digit.
    unknown = unknown_of(control(["5.07.01"]))
    assert unknown >= {"5.7", "5.01.01", "5.17.01", "8.07.01"}
    assert unknown.isdisjoint({"5.3", "5.17.02", "8.08.01", "8.34"})


@pytest.mark.parametrize(
    ("numbers", "unknown"),
    [
        (["5.17.01", "5.17.01"], {"5.17", "5.17.02", "5.17.03"}),
        (["5.17", "5.17.02", "5.17"], {"5.17", "5.17.01", "5.17.03"}),
        (["5.17.1", "5.17.02", "5.17.01"], {"5.17", "5.17.03"}),
        (["5.3", "5.3"], set()),
        (["5.17.01", "5.17.02"], set()),
    ],
)
def test_a_repeated_number_was_meant_to_be_another_of_its_control(
    numbers: list[str], unknown: set[str]
) -> None:
    assert unknown_of(control(numbers)) == unknown


def test_the_same_number_in_two_documents_is_no_repetition() -> None:
    assert unknown_of(control(["5.17.01"]), control(["5.17.01"])) == set()
    assert status("5.17.02", control(["5.17.01"]), control(["5.17.01"])) == "missing"


@pytest.mark.parametrize("numbers", [7.5, [None], ["9.4.2.1"], {"a": 1}, ["5.17.01", {}]])
def test_numbers_that_are_not_understood_may_be_any(numbers: Any) -> None:
    for one in (control(numbers), exemption(numbers)):
        assert status("8.34", one) == "unknown"


def test_what_is_not_all_known_is_not_called_missing() -> None:
    found = covered(control(["5.17.01"]), exemption(["5.17.02"]), known=False)
    assert found["5.17.01"].status == "implemented"
    assert found["5.17.02"].status == "not-applicable"
    assert found["5.17.03"].status == found["5.17"].status == found["5.3"].status == "unknown"


def test_a_tally_names_every_status_in_order() -> None:
    found = covered(*of_control("planned", "deviating", "not-applicable")).values()
    assert coverage.tally(found) == {
        "implemented": 0, "in-progress": 0, "planned": 2, "deviating": 1, "not-applicable": 1,
        "missing": 206, "unknown": 0,
    }  # fmt: skip
    assert list(coverage.tally([])) == list(STATUSES)


def test_an_unreadable_file_leaves_unknown_what_it_may_hold() -> None:
    found = result({"controls/a.yaml": CONTROL, "controls/b.yaml": "kind: [\n"})
    assert found.coverage["5.17.01"].status == "implemented"
    assert found.coverage["5.17.02"].status == found.coverage["5.3"].status == "unknown"
    assert "missing" not in {one.status for one in found.coverage.values()}
    assert found.unreadable == ("controls/b.yaml",)
    assert not [f for f in found.findings if f.code in ("CMP001", "CMP002")]


def test_settings_never_change_coverage() -> None:
    files = {"controls/a.yaml": CONTROL, "exceptions/x.yaml": EXCEPTION.replace(".01", ".02")}
    lax = "norm: bio2@1.3\nrules: {STR: off, DUE: off, CMP010: off, REF: info}\n"
    assert {n: c.status for n, c in result(files).coverage.items()} == {
        n: c.status for n, c in result({**files, "bio2lint.yaml": lax}).coverage.items()
    }
