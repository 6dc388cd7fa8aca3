"""Nobody gets a weakening past the review unseen: each attempt shows, and fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scripted import carried_out
from scripted_attacks import ATTACKS

if TYPE_CHECKING:
    from scripted import Outcome
    from scripted_attacks import Attack


def shown(done: Outcome) -> set[str]:
    found = done.review.findings
    return {
        *done.changes,
        *(f"{one.code} {one.document}" for one in found.new),
        *(f"hidden {one.code} {one.document}" for one in found.hidden),
        *(f"unreadable {one.path} {one.side}" for one in done.review.unreadable),
    }


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack.name for attack in ATTACKS])
def test_an_attempt_to_hide_a_weakening_shows(attack: Attack) -> None:
    done = carried_out(attack.given, attack.edits)
    assert set(attack.shown) - shown(done) == set()
    assert done.status == 1
