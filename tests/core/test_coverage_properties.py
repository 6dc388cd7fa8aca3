"""Whatever documents say: statuses sum to the whole, and nothing is better than it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core_cases import control, exemption
from coverage_cases import AS_OF, NORM, OF_5_17, covered
from hypothesis import given
from hypothesis import strategies as st

from bio2lint import coverage

if TYPE_CHECKING:
    from bio2lint.model import Control, Exemption

NUMBERS = [*OF_5_17, "5.17", "5.3", "5.04.02", "5.10.02", "5.03.01", "5.21.01", "5.40", "abc"]
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
    documents: list[Control | Exemption],
    known: bool,  # noqa: FBT001 (drawn by hypothesis)
) -> None:
    found = covered(*documents, known=known)
    measures = coverage.tally(found[number] for number in NORM.active)
    controls = coverage.tally(found[number] for number in NORM.controls)
    assert (sum(measures.values()), sum(controls.values())) == (117, 93)


@given(st.lists(st.one_of(controls, exceptions), max_size=6), st.booleans())
def test_nothing_is_implemented_that_no_document_says_to_be(
    documents: list[Control | Exemption],
    known: bool,  # noqa: FBT001 (drawn by hypothesis)
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
