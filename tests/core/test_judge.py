"""From what a rule found to a finding: how grave, where exactly, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from core_cases import CONTROL, ROLE
from judge_cases import (
    PATH,
    PROTECTED,
    RULE,
    SAID,
    at,
    configured,
    judged,
    where,
)

from bio2lint import document, judge, settings
from bio2lint.finding import Fix, Found, Place, Region, Related, Severity, Text

if TYPE_CHECKING:
    from bio2lint.document import Document


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (at("status"), (6, 9, 6, 20)),
        (at("status", key=True), (6, 1, 6, 7)),
        (at("implements", 0), (4, 14, 4, 21)),
        (at("review", "last"), (7, 16, 7, 26)),
        (at("review", "last", key=True), (7, 10, 7, 14)),
        (at("review", "by"), (7, 1, 7, 7)),  # missing: at its parent's key
        (at("due"), (2, 5, 2, 8)),  # missing at the top: at the id
        (at("due", key=True), (2, 5, 2, 8)),
        (at(), (2, 5, 2, 8)),
        (at("title", span=(0, 3)), (3, 8, 3, 11)),
        (at("title", span=(3, 5)), (3, 11, 3, 13)),
        (at(offset=(0, 4)), (1, 1, 1, 5)),
        (at(offset=(5, 16)), (1, 6, 2, 3)),
        (at(offset=(0, 0)), (1, 1, 1, 1)),
    ],
)
def test_a_place_becomes_lines_and_columns(found: Found, expected: tuple[int, ...]) -> None:
    (finding,) = judged(CONTROL, found)
    assert finding.region == Region(PATH, *expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Meervoudige authenticatie", (3, 20, 3, 23)),
        ("'Meervoudige authenticatie'", (3, 21, 3, 24)),
        ('"Meervoudige authenticatie"', (3, 21, 3, 24)),
        ("Één ⅓ en 😀😀 authenticatie", (3, 20, 3, 23)),
    ],
)
def test_a_span_lies_in_the_text_of_a_scalar(written: str, expected: tuple[int, ...]) -> None:
    text = CONTROL.replace("Meervoudige authenticatie", written)
    (finding,) = judged(text, at("title", span=(12, 15)))
    assert where(finding) == expected


def test_what_is_said_of_the_administration_stands_in_the_settings() -> None:
    absent = Found(configured(None).norm_place, SAID)
    (finding,) = judged(CONTROL, absent)
    assert finding.region == Region("bio2lint.yaml", 1, 1, 1, 1)
    assert (finding.source_line, finding.document, finding.kind) == ("", None, None)
    config = "# De norm\nlanguage: nl\nnorm: bio2@1.3\n"
    (finding,) = judged(CONTROL, Found(configured(config).norm_place, SAID), config=config)
    assert finding.region == Region("bio2lint.yaml", 3, 7, 3, 15)
    assert finding.source_line == "norm: bio2@1.3"


def test_in_the_second_document_of_a_file_lines_go_on() -> None:
    (finding,) = judged(f"{ROLE}---\n{CONTROL}", at("status", ordinal=1))
    assert where(finding) == (11, 9, 11, 20)
    assert (finding.document, finding.ordinal, finding.kind) == ("mfa", 1, "control")


def test_the_source_line_is_shown_without_its_end() -> None:
    (finding,) = judged(CONTROL.replace("\n", "\r\n"), at("status"))
    assert finding.source_line == "status: implemented"
    (finding,) = judged(CONTROL.rstrip("\n"), at("review", "last"))
    assert finding.source_line == "review: {last: 2026-05-12, interval: P1Y}"
    (finding,) = judged("- a\n- b\n", at())
    assert finding.source_line == "- a"


def test_related_places_are_resolved_too() -> None:
    related = (
        Related(Place(PATH, 0, ("status",)), Text("hier", "here")),
        Related(Place("bio2lint.yaml", 0, ("norm",)), Text("daar", "there")),
    )
    (finding,) = judged(CONTROL, at("id")._replace(related=related), config="norm: bio2@1.3\n")
    assert finding.related == (
        (Region(PATH, 6, 9, 6, 20), Text("hier", "here")),
        (Region("bio2lint.yaml", 1, 7, 1, 15), Text("daar", "there")),
    )


def test_a_finding_has_all_that_its_rule_and_document_say() -> None:
    found = at("implements", 0)._replace(requirements=("5.17.01",), help=SAID, replacement="5.17")
    (finding,) = judged(CONTROL, found)
    assert finding[:4] == ("TST001", "test", Severity.WARNING, SAID)
    assert finding.help == Text(
        "Er is iets; `bio2lint fix` doet het voor u.",
        "There is something; `bio2lint fix` does it for you.",
    )
    assert finding.fix == Fix(68, 75, '"5.17"', safe=True)
    assert finding.pointer == "/implements/0"
    assert (finding.document, finding.kind, finding.owner) == ("mfa", "control", "ict")
    assert finding.requirements == ("5.17.01",)
    assert (finding.url, finding.fixable) == (RULE.url, True)
    assert len(finding.fingerprint) == 32
    assert int(finding.fingerprint, 16) >= 0


@pytest.mark.parametrize(("fixable", "replacement"), [(True, None), (False, "5.17"), (False, None)])
def test_what_cannot_be_put_right_is_not_fixable(*, fixable: bool, replacement: str | None) -> None:
    found = at("status")._replace(replacement=replacement)
    (finding,) = judged(CONTROL, found, rule=RULE._replace(fixable=fixable))
    assert not finding.fixable


def test_an_empty_replacement_is_one() -> None:
    (finding,) = judged(CONTROL, at("status")._replace(replacement=""))
    assert finding.fixable


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (at("nothing"), "it is not there"),
        (at("status", span=(0, 4)), "it is part of a scalar"),
        (at("implements"), "it is a list"),
        (at("implements", 9), "the list has no such item"),
        (at("status", offset=(0, 4)), "it is a raw place"),
    ],
)
def test_what_is_no_scalar_of_its_own_is_not_fixable(found: Found, why: str) -> None:
    (finding,) = judged(CONTROL, found._replace(replacement="planned"))
    assert finding.fix is None, why
    assert not finding.fixable


def test_what_needs_judgement_is_not_offered() -> None:
    found = at("status")._replace(help=SAID, replacement="planned", unsafe=True)
    (finding,) = judged(CONTROL, found)
    assert finding.help == SAID
    assert not finding.fixable
    assert finding.fix is not None
    assert not finding.fix.safe


def test_who_can_mend_it_is_said_where_nothing_else_is_and_after_a_question() -> None:
    (finding,) = judged(CONTROL, at("status")._replace(replacement="planned"))
    assert finding.help == Text("`bio2lint fix` herstelt dit.", "`bio2lint fix` fixes this.")
    asked = Text("Bedoelt u dit?", "Did you mean this?")
    (finding,) = judged(CONTROL, at("status")._replace(help=asked, replacement="planned"))
    assert finding.help == Text(
        "Bedoelt u dit? `bio2lint fix` doet het voor u.",
        "Did you mean this? `bio2lint fix` does it for you.",
    )


def test_an_id_or_owner_that_is_not_known_is_not_shown() -> None:
    text = CONTROL.replace("id: mfa", "id: []").replace("owner: ict", "owner: []")
    (finding,) = judged(text, at("status"))
    assert (finding.document, finding.owner, finding.kind) == (None, None, "control")


def test_pointers_are_written_as_json_pointers() -> None:
    (finding,) = judged(CONTROL, at("x-a/b~c", 0))
    assert finding.pointer == "/x-a~1b~0c/0"


def test_findings_are_ordered_by_place_and_code() -> None:
    first = RULE._replace(code="AAA001")
    documents: dict[tuple[str, int], Document] = {
        (path, 0): document.read(path, CONTROL.encode())[0] for path in ("b.yaml", "a.yaml")
    }
    found = [
        (RULE, at("status", path="b.yaml")),
        (RULE, at("review", "last", path="a.yaml")),
        (RULE, at("review", "interval", path="a.yaml")),
        (RULE, at("id", path="a.yaml")),
        (first, at("id", path="a.yaml")),
        (first, at("id", path="b.yaml")),
    ]
    findings = judge.judge(found, documents, configured(None))
    assert [(f.region.path, *f.region[1:3], f.code) for f in findings] == [
        ("a.yaml", 2, 5, "AAA001"),
        ("a.yaml", 2, 5, "TST001"),
        ("a.yaml", 7, 16, "TST001"),
        ("a.yaml", 7, 38, "TST001"),
        ("b.yaml", 2, 5, "AAA001"),
        ("b.yaml", 6, 9, "TST001"),
    ]


@pytest.mark.parametrize(
    ("config", "own", "expected"),
    [
        ("", None, Severity.WARNING),
        ("", Severity.INFO, Severity.INFO),
        ("rules: {STR002: error}", None, Severity.ERROR),
        ("rules: {STR002: info}", Severity.ERROR, Severity.INFO),
        ("rules: {STR002: 'off'}", Severity.ERROR, None),
        ("overrides: [{paths: [controls/], rules: {STR: 'off'}}]", None, None),
        ("overrides: [{paths: [risks/], rules: {STR: 'off'}}]", None, Severity.WARNING),
    ],
)
def test_the_settings_decide_how_grave_a_finding_is(
    config: str, own: Severity | None, expected: Severity | None
) -> None:
    rule = RULE._replace(code="STR002")
    found = judged(CONTROL, at("id")._replace(severity=own), rule=rule, config=config)
    assert [f.severity for f in found] == ([] if expected is None else [expected])


def test_a_protected_rule_keeps_its_findings() -> None:
    lax = settings.Settings(rules={"TST": "off"})
    documents = {(PATH, 0): document.read(PATH, CONTROL.encode())[0]}
    both = [(RULE, at("id")), (PROTECTED, at("id"))]
    assert [f.code for f in judge.judge(both, documents, lax)] == ["TST002"]
    info = settings.Settings(rules={"TST": "info"})
    levels = [f.severity for f in judge.judge(both, documents, info)]
    assert levels == [Severity.INFO, Severity.WARNING]
