"""The page of each rule: its bad example gives exactly its finding, its good example none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sound import SOUND
from support import NOISE, check

from bio2lint import rules

if TYPE_CHECKING:
    from bio2lint.finding import Finding

ASKED_FOR = "norm: bio2@1.3\npreview: true\n"
CHECKS = [pytest.param(one, id=one.rule.code) for one in rules.load()]


def test_what_the_examples_are_laid_over_is_sound() -> None:
    assert {finding.code for finding in check(SOUND)} == NOISE - {"CMP009"}


def _identity(finding: Finding) -> object:
    """Tell findings apart; what is missing is so wherever the settings have a line for it."""
    missing = finding.code in NOISE
    return (finding.code, finding.requirements) if missing else finding.fingerprint


@pytest.mark.parametrize("one", CHECKS)
def test_a_bad_example_gives_its_finding_and_a_good_one_none(one: rules.Check) -> None:
    base = SOUND | ({"bio2lint.yaml": ASKED_FOR} if one.rule.preview else {})
    good = check({**base, **one.docs.good})
    assert {finding.code for finding in good} <= NOISE, [(f.code, f.message.nl) for f in good]
    known = set(map(_identity, good))
    bad = [f for f in check({**base, **one.docs.bad}) if _identity(f) not in known]
    assert [finding.code for finding in bad] == [one.rule.code], [f.message.nl for f in bad]
    advice = bad[0].help
    assert advice is not None
    assert advice.nl != advice.en


@pytest.mark.parametrize("one", CHECKS)
def test_a_page_says_something_in_both_languages(one: rules.Check) -> None:
    for text in (one.rule.summary, one.docs.why, one.docs.fix):
        assert text.nl
        assert text.en
        assert text.nl != text.en
    assert one.docs.bad
    assert one.docs.good
    assert one.docs.bad != one.docs.good
