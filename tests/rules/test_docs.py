"""The page of each rule: its bad example gives exactly its finding, its good example none."""

from __future__ import annotations

import pytest
from sound import SOUND
from support import NOISE, check

from bio2lint import rules

CHECKS = [pytest.param(one, id=one.rule.code) for one in rules.load()]


def test_what_the_examples_are_laid_over_is_sound() -> None:
    assert {finding.code for finding in check(SOUND)} == NOISE - {"CMP009"}


@pytest.mark.parametrize("one", CHECKS)
def test_a_bad_example_gives_its_finding_and_a_good_one_none(one: rules.Check) -> None:
    good = check({**SOUND, **one.docs.good})
    assert {finding.code for finding in good} <= NOISE, [(f.code, f.message.nl) for f in good]
    known = {finding.fingerprint for finding in good}
    bad = [f for f in check({**SOUND, **one.docs.bad}) if f.fingerprint not in known]
    assert [finding.code for finding in bad] == [one.rule.code], [f.message.nl for f in bad]


@pytest.mark.parametrize("one", CHECKS)
def test_a_page_says_something_in_both_languages(one: rules.Check) -> None:
    for text in (one.rule.summary, one.docs.why, one.docs.fix):
        assert text.nl
        assert text.en
        assert text.nl != text.en
    assert one.docs.bad
    assert one.docs.good
    assert one.docs.bad != one.docs.good
