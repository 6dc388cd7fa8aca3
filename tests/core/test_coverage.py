"""The status of each requirement: exceptions that count first, then the best of the controls."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from core_cases import CONTROL, EXCEPTION, built, control, exemption
from hypothesis import given
from hypothesis import strategies as st
from support import edition, result

from bio2lint import coverage
from bio2lint.coverage import STATUSES, Coverage
from bio2lint.fields import UNKNOWN

if TYPE_CHECKING:
    from bio2lint.model import Control, Exemption

AS_OF = date(2026, 11, 23)
NORM = edition("1.3")
OF_5_17 = ["5.17.01", "5.17.02", "5.17.03"]
NUMBERS = [*OF_5_17, "5.17", "5.3", "5.04.02", "5.10.02", "5.03.01", "5.21.01", "5.40", "abc"]


def covered(*documents: Control | Exemption, known: bool = True) -> dict[str, Coverage]:
    return coverage.of_all(
        NORM,
        [one for one in documents if one.kind == "control"],  # type: ignore[misc] # told by kind
        [one for one in documents if one.kind == "exception"],  # type: ignore[misc]
        AS_OF,
        everything_known=known,
    )


def status(number: str, *documents: Control | Exemption, known: bool = True) -> str:
    return covered(*documents, known=known)[number].status


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


@pytest.mark.parametrize(
    ("type_", "expected"), [("deviation", "deviating"), ("not-applicable", "not-applicable")]
)
@pytest.mark.parametrize("stated", [None, "planned", "in-progress", "implemented"])
def test_an_exception_that_counts_decides_before_any_control(
    type_: str, expected: str, stated: str | None
) -> None:
    controls = [control(["5.17.01"], stated)] if stated else []
    for number in ("5.17.01", "5.3"):
        assert status(number, exemption([number], type_), *controls) == expected


def test_of_two_exceptions_that_count_the_deviation_is_shown() -> None:
    pair = [exemption(["5.17.01"], type_) for type_ in ("not-applicable", "deviation")]
    assert status("5.17.01", *pair) == status("5.17.01", *pair[::-1]) == "deviating"


@pytest.mark.parametrize("stated", ["implemented", "in-progress", "planned"])
def test_a_permitted_departure_leaves_the_status_to_the_controls(stated: str) -> None:
    assert status("5.17.01", exemption(["5.17.01"], "permitted"), control(["5.17.01"], stated)) == (
        stated
    )


def test_a_permitted_departure_alone_meets_nothing() -> None:
    assert status("5.17.01", exemption(["5.17.01"], "permitted")) == "missing"
    assert status("5.17.01", exemption(["5.17.01"], "permitted", "2026-13-01")) == "missing"


@pytest.mark.parametrize(
    ("approved", "until", "verdict"),
    [
        ("2026-03-09", None, True),
        ("2026-11-23", None, True),  # the as-of date itself
        ("2026-11-24", None, False),
        (None, None, False),
        (None, "2026-12-31", False),
        ("2026-03-09", "2026-11-23", True),  # the last day is still in time
        ("2026-03-09", "2026-11-22", False),
        ("2026-03-09", "2026-11-24", True),
        ("2026-11-24", "2026-11-22", False),
        ("2026-13-01", None, UNKNOWN),
        ("09-03-2026", "2026-12-31", UNKNOWN),
        ("2026-03-09", "2026-02-30", UNKNOWN),
        (20260309, None, UNKNOWN),
    ],
)
def test_whether_an_exception_counts(
    approved: Any, until: Any, verdict: bool | coverage.Unknown
) -> None:
    one = exemption(["5.17.01"], approved=approved, **({"until": until} if until else {}))
    assert coverage.counts(one, AS_OF) is verdict
    expected = {True: "not-applicable", False: "missing", UNKNOWN: "unknown"}[verdict]
    assert status("5.17.01", one) == expected


@pytest.mark.parametrize("decision", ["ja", None, 1, []])
def test_a_decision_that_is_no_decision_is_not_understood(decision: Any) -> None:
    one = built("exception", {"type": "deviation", "approved": decision})
    assert coverage.counts(one, AS_OF) is UNKNOWN


def test_a_decision_without_a_date_covers_nothing() -> None:
    one = built("exception", {"type": "deviation", "approved": {"by": "board"}})
    assert coverage.counts(one, AS_OF) is False


def test_an_exception_of_an_unknown_type_is_not_understood() -> None:
    one = exemption(["5.17.01"], 7.5)
    assert coverage.counts(one, AS_OF) is UNKNOWN
    assert status("5.17.01", one) == "unknown"


@pytest.mark.parametrize("stated", ["implemented", "in-progress", "planned"])
def test_what_may_be_a_deviation_is_not_called_implemented(stated: str) -> None:
    doubtful = exemption(["5.17.01"], "deviation", "2026-13-01")
    assert status("5.17.01", doubtful, control(["5.17.01"], stated)) == "unknown"


def test_an_exception_that_counts_decides_beside_one_that_is_not_understood() -> None:
    pair = [exemption(["5.17.01"], "deviation"), exemption(["5.17.01"], "deviation", "2026-13-01")]
    assert status("5.17.01", *pair) == status("5.17.01", *pair[::-1]) == "deviating"


def of_control(*statuses: str) -> list[Control | Exemption]:
    """Return documents that give the measures of 5.17 these statuses, in turn."""
    made: list[Control | Exemption] = []
    for number, wanted in zip(OF_5_17, statuses, strict=True):
        if wanted == "deviating":
            made.append(exemption([number], "deviation"))
        elif wanted == "not-applicable":
            made.append(exemption([number]))
        elif wanted != "missing":
            made.append(control([number], 7.5 if wanted == "unknown" else wanted))
    return made


WORST_FIRST = ("missing", "unknown", "planned", "in-progress", "deviating", "implemented")


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


def test_a_deviation_from_a_control_is_not_called_implemented() -> None:
    implemented = of_control(*["implemented"] * 3)
    assert status("5.17", *implemented, exemption(["5.17"], "deviation")) == "deviating"
    doubtful = exemption(["5.17"], "deviation", "2026-13-01")
    assert status("5.17", *implemented, doubtful) == "unknown"
    planned = control(["5.17"], "planned")
    assert status("5.17", *implemented, planned, exemption(["5.17"], "deviation")) == "planned"


def test_exceptions_that_do_not_count_leave_a_control_to_its_measures() -> None:
    implemented = of_control(*["implemented"] * 3)
    for one in (
        exemption(["5.17"], "permitted"),
        exemption(["5.17"], "deviation", None),
        exemption(["5.17"], "deviation", until="2026-11-22"),
    ):
        assert status("5.17", *implemented, one) == "implemented"


@pytest.mark.parametrize("type_", ["not-applicable", "deviation"])
def test_an_exception_on_a_control_does_not_cover_its_measures(type_: str) -> None:
    found = covered(exemption(["5.17"], type_))
    assert [found[number].status for number in [*OF_5_17, "5.17"]] == ["missing"] * 4
    assert found["5.17.01"].exceptions == ()


def test_an_exception_on_a_measure_does_not_cover_its_control() -> None:
    assert status("5.17", exemption(["5.17.01"])) == "missing"


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
    assert unknown_of(control(["5.07.01"])) == {"5.7"} | {
        number for number in NORM.active if number[:2] + "0" + number[3:] == "5.07.01"
    } | {number for number in NORM.active if number.startswith("5.0") and number.endswith(".01")}


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


controls = st.builds(
    control,
    st.lists(st.sampled_from(NUMBERS), max_size=4),
    st.sampled_from(["planned", "in-progress", "implemented", 7.5]),
)
exceptions = st.builds(
    exemption,
    st.lists(st.sampled_from(NUMBERS), max_size=4),
    st.sampled_from(["not-applicable", "deviation", "permitted", 7.5]),
    st.sampled_from([None, "2026-11-23", "2026-11-24", "soon"]),
)


@given(st.lists(st.one_of(controls, exceptions), max_size=6), st.booleans())
def test_statuses_always_sum_to_117_and_93(
    documents: list[Control | Exemption], known: bool  # noqa: FBT001 (drawn by hypothesis)
) -> None:
    found = covered(*documents, known=known)
    measures = coverage.tally(found[number] for number in NORM.active)
    controls = coverage.tally(found[number] for number in NORM.controls)
    assert (sum(measures.values()), sum(controls.values())) == (117, 93)


@given(st.lists(st.one_of(controls, exceptions), max_size=6), st.booleans())
def test_nothing_is_implemented_that_no_document_says_to_be(
    documents: list[Control | Exemption], known: bool  # noqa: FBT001 (drawn by hypothesis)
) -> None:
    found = covered(*documents, known=known)
    for number in NORM.active:
        if found[number].status == "implemented":
            assert "implemented" in {one.status for one in found[number].controls}
            assert not [
                one
                for one in found[number].exceptions
                if one.type != "permitted" and coverage.counts(one, AS_OF) is not False
            ]
    for number, of_norm in NORM.controls.items():
        if found[number].status == "implemented":
            below = {found[measure].status for measure in of_norm.measures}
            assert below <= {"implemented", "not-applicable"}


@given(st.lists(st.one_of(controls, exceptions), max_size=6))
def test_the_order_of_documents_does_not_matter(documents: list[Control | Exemption]) -> None:
    one, other = covered(*documents), covered(*reversed(documents))
    assert {n: c.status for n, c in one.items()} == {n: c.status for n, c in other.items()}


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
