"""Changes to the example as people make them: each is told for what it is, alone and together."""

from __future__ import annotations

import random
from itertools import chain
from typing import TYPE_CHECKING

import pytest
import scripted_controls
import scripted_decisions
import scripted_neutral
import scripted_organisation
import scripted_settings
import scripted_strengthening
from scripted import carried_out, undone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scripted import Case, Outcome

WEAKENING = [
    *scripted_controls.CASES,
    *scripted_decisions.CASES,
    *scripted_organisation.CASES,
    *scripted_settings.CASES,
]
OTHER = [*scripted_strengthening.CASES, *scripted_neutral.CASES]
CASES = [*WEAKENING, *OTHER]
CANNOT_BE_TOLD = {"an own rule looks at something else"}
"""What weakens whichever way it goes: nobody can tell from a condition what it finds."""

GOING_TOGETHER = [case for case in CASES if not case.alone]


def named(cases: Sequence[Case]) -> list[str]:
    return [case.name for case in cases]


@pytest.mark.parametrize("case", CASES, ids=named(CASES))
def test_a_change_is_told_for_what_it_is(case: Case) -> None:
    done = carried_out(case.given, case.edits)
    assert done.changes == tuple(sorted(case.changes))
    assert done.approvers == tuple(sorted(case.approvers))
    assert done.status == case.status
    both_ways = fields_of(done.changes, "▼") & fields_of(undone(done).changes, "▼")
    assert not both_ways or case.name in CANNOT_BE_TOLD


def fields_of(lines: Iterable[str], sign: str) -> set[str]:
    """Return the documents and fields of which changes have a direction."""
    return {line.partition(" ")[2].partition(": ")[0] for line in lines if line[0] == sign}


def together(cases: Sequence[Case]) -> Outcome:
    """Return what the review says of several changes made as one."""
    return carried_out(
        chain.from_iterable(case.given for case in cases),
        chain.from_iterable(case.edits for case in cases),
    )


def lines(cases: Sequence[Case]) -> list[str]:
    return sorted(line for case in cases for line in case.changes)


def approvers(cases: Sequence[Case]) -> list[str]:
    """Return who must approve several changes, each with all that they are asked about."""
    about: dict[str, set[str]] = {}
    for case in cases:
        for one in case.approvers:
            role, _, what = one.partition(": ")
            about.setdefault(role, set()).update(what.split(", "))
    return sorted(f"{role}: {', '.join(sorted(what))}" for role, what in about.items())


@pytest.mark.parametrize(
    "cases",
    [
        [case for case in WEAKENING if not case.alone],
        [case for case in OTHER if not case.alone],
        GOING_TOGETHER,
    ],
    ids=["weakening", "strengthening and neutral", "everything"],
)
def test_nothing_is_lost_when_changes_are_made_as_one(cases: Sequence[Case]) -> None:
    done = together(cases)
    assert list(done.changes) == lines(cases)
    assert list(done.approvers) == approvers(cases)
    assert done.status == max(case.status for case in cases)
    mixed = list(cases)
    random.Random(1).shuffle(mixed)  # noqa: S311 (an order, no secret)
    other = together(mixed)
    assert (other.changes, other.approvers) == (done.changes, done.approvers)


def test_there_are_enough_changes_of_every_sort() -> None:
    signs = [line[0] for case in CASES for line in case.changes]
    assert len({case.name for case in CASES}) == len(CASES) >= 100
    assert min(signs.count(sign) for sign in "▼▲·") >= 20
    assert len(GOING_TOGETHER) >= len(CASES) - 4
