"""The page of each rule: its bad example gives exactly its finding, its good example none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sound import SOUND
from support import NOISE, Files, check, result

from bio2lint import rules, settings
from bio2lint.review import State, review

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


IN_ITSELF = [pytest.param(one, id=one.rule.code) for one in rules.load() if one.scope != "change"]
OF_CHANGES = [pytest.param(one, id=one.rule.code) for one in rules.load() if one.scope == "change"]


def _found_in_change(one: rules.Check, files: dict[str, str]) -> list[Finding]:
    before, after = (
        {**SOUND, **one.docs.before, **changed} for changed in (dict[str, str](), files)
    )
    was, becomes = (
        State(Files(side), settings.read(SOUND["bio2lint.yaml"].encode()), result(side))
        for side in (before, after)
    )
    codes = {check.rule.code for check in rules.load() if check.scope == "change"}
    return [found for found in review(was, becomes).findings.new if found.code in codes]


@pytest.mark.parametrize("one", OF_CHANGES)
def test_a_bad_change_gives_its_finding_and_a_good_one_none(one: rules.Check) -> None:
    assert _found_in_change(one, one.docs.good) == []
    (bad,) = _found_in_change(one, one.docs.bad)
    assert bad.code == one.rule.code
    assert bad.help is not None
    assert bad.help.nl != bad.help.en


@pytest.mark.parametrize("one", OF_CHANGES)
def test_the_examples_of_a_change_are_sound_in_themselves(one: rules.Check) -> None:
    for files in (one.docs.before, one.docs.good):
        found = check({**SOUND, **one.docs.before, **files})
        assert {finding.code for finding in found} <= {*NOISE, "CMP010"}


@pytest.mark.parametrize("one", IN_ITSELF)
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
