"""By what a finding is known again: never a path, a line, words or a language."""

from __future__ import annotations

import pytest
from core_cases import CONTROL, ROLE
from judge_cases import (
    CONTROL_WITH_LISTS,
    RULE,
    SAID,
    at,
    fingerprint,
    judged,
)
from support import result

from bio2lint.finding import Severity, Text


def test_a_fingerprint_stays_when_lines_move_or_the_file_does() -> None:
    before = fingerprint(CONTROL, at("implements", 0))
    assert fingerprint(f"# Kop\n\n{CONTROL}", at("implements", 0)) == before
    assert fingerprint(CONTROL, at("implements", 0, path="z.yaml"), path="z.yaml") == before
    second = at("implements", 0, ordinal=1)
    assert fingerprint(f"{ROLE}---\n{CONTROL}", second) == before
    assert fingerprint(CONTROL.replace("\n", "\r\n"), at("implements", 0)) == before
    assert fingerprint(CONTROL.replace("title: M", "title: Een andere m"), at("implements", 0)) == (
        before
    )


def test_a_fingerprint_stays_when_a_list_is_reordered() -> None:
    text = CONTROL.replace("[5.17.01]", "[5.17.01, 5.17.02]")
    swapped = CONTROL.replace("[5.17.01]", "[5.17.02, 5.17.01]")
    first, second = (fingerprint(text, at("implements", item)) for item in (0, 1))
    assert first != second
    assert fingerprint(swapped, at("implements", 1)) == first
    assert fingerprint(swapped, at("implements", 0)) == second


def test_an_item_that_is_a_block_is_named_by_what_it_says_first() -> None:
    text = CONTROL_WITH_LISTS
    head, _, rest = text.partition("  - what: S")
    first, _, second = f"  - what: S{rest}".partition("  - what: V")
    swapped = f"{head}  - what: V{second}{first}"
    assert fingerprint(swapped, at("actions", 1, "due")) == fingerprint(
        text, at("actions", 0, "due")
    )
    assert fingerprint(text, at("actions", 1, "due")) != fingerprint(text, at("actions", 0, "due"))
    later = text.replace("2027-01-01", "2027-09-09")
    assert fingerprint(later, at("actions", 0, "due")) == fingerprint(text, at("actions", 0, "due"))


@pytest.mark.parametrize("written", ['"mfa"', "'mfa'", "mfa  # waarom"])
def test_an_item_is_the_same_however_it_is_spelled(written: str) -> None:
    other = CONTROL_WITH_LISTS.replace("[mfa,", f"\n  [\n    {written}\n    ,")
    assert fingerprint(other, at("controls", 0)) == fingerprint(
        CONTROL_WITH_LISTS, at("controls", 0)
    )


def test_a_fingerprint_does_not_depend_on_words() -> None:
    other = at("status")._replace(message=Text("Anders.", "Different."), help=SAID)
    assert fingerprint(CONTROL, other) == fingerprint(CONTROL, at("status"))
    graver = at("status")._replace(severity=Severity.ERROR)
    assert fingerprint(CONTROL, graver) == fingerprint(CONTROL, at("status"))


def test_a_fingerprint_differs_by_rule_document_place_requirement_and_subject() -> None:
    other_rule = RULE._replace(code="TST009")
    prints = [
        fingerprint(CONTROL, at("status")),
        fingerprint(CONTROL, at("status"), rule=other_rule),
        fingerprint(CONTROL.replace("id: mfa", "id: other"), at("status")),
        fingerprint(CONTROL, at("title")),
        fingerprint(CONTROL, at("status")._replace(requirements=("5.17.01",))),
        fingerprint(CONTROL, at("status")._replace(requirements=("5.17.02",))),
        fingerprint(CONTROL, at("status")._replace(requirements=("5.17.01", "5.17.02"))),
        fingerprint(CONTROL, at("status")._replace(subject="x")),
        fingerprint(CONTROL, at("status")._replace(subject="y")),
    ]
    assert len(set(prints)) == len(prints)


def test_the_subject_goes_before_the_requirements() -> None:
    one = at("status")._replace(subject="x", requirements=("5.17.01",))
    other = at("status")._replace(subject="x", requirements=("5.17.02",))
    assert fingerprint(CONTROL, one) == fingerprint(CONTROL, other)


def test_repeats_are_counted_and_the_first_stays_itself() -> None:
    alone = fingerprint(CONTROL, at("status"))
    repeated = [f.fingerprint for f in judged(CONTROL, *[at("status")] * 3)]
    assert repeated[0] == alone
    assert len(set(repeated)) == 3
    assert repeated == [f.fingerprint for f in judged(CONTROL, *[at("status")] * 3)]


def test_without_an_id_a_document_is_known_by_its_path_and_ordinal() -> None:
    nameless = CONTROL.replace("id: mfa\n", "")
    here = fingerprint(nameless, at("status"))
    assert fingerprint(f"# Kop\n{nameless}", at("status")) == here
    assert fingerprint(nameless, at("status", path="z.yaml"), path="z.yaml") != here
    assert fingerprint(f"{ROLE}---\n{nameless}", at("status", ordinal=1)) != here


def test_what_is_said_of_a_place_that_is_missing_has_a_fingerprint_of_its_own() -> None:
    assert fingerprint(CONTROL, at("due")) != fingerprint(CONTROL, at("id"))
    assert fingerprint(CONTROL, at("implements", 7)) != fingerprint(CONTROL, at("implements", 8))
    assert fingerprint(CONTROL, at("implements", "x")) != fingerprint(CONTROL, at("implements", 0))


def test_what_stands_behind_an_alias_has_a_fingerprint() -> None:
    text = CONTROL.replace("[5.17.01]", "[&a 5.17.01, *a, {x: *a}, [], {}]")
    found = judged(text, *[at("implements", item, "x") for item in range(5)])
    assert len({finding.fingerprint for finding in found}) == 5


def test_lone_surrogates_do_not_break_a_fingerprint() -> None:
    assert len(fingerprint(CONTROL, at("status")._replace(subject="\ud800"))) == 32


def test_a_second_case_of_a_rule_is_told_apart_in_a_real_run() -> None:
    risk = CONTROL_WITH_LISTS.replace("mfa", "nobody").replace('"filter"', "nothing")
    found = [f for f in result({"risks/r.yaml": risk}).findings if f.code == "REF006"]
    assert len({f.fingerprint for f in found}) == len(found) == 3
