"""What is told of a rule: its why, its examples, its options, and how far it can be set."""

from __future__ import annotations

import pytest

from bio2lint import rules
from bio2lint.explain import Section, catalogue, rule, show


def sections(code: str) -> dict[str, Section]:
    found = rule.find(code)
    assert found is not None
    return {one.head.en: one for one in rule.explain(found).sections}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("SUP004", ["`grace` (period, default P6M): "]),
        ("RSK003", ["`per_risk` (true or false, default false): "]),
        ("SEC003", ["`allow` (list of texts, default []): "]),
    ],
)
def test_options_stand_with_their_kind_and_default(code: str, expected: list[str]) -> None:
    items = sections(code)["Options"].items
    assert [one.en[: len(start)] for one, start in zip(items, expected, strict=True)] == expected


def test_every_option_of_every_rule_is_explained() -> None:
    for check in rules.load():
        told = sections(check.rule.code)
        assert len(told["Options"].items if "Options" in told else ()) == len(check.rule.options)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "CMP001",
            (
                "Holds in profile starter, standard, strict. "
                "Protected: cannot be turned off, lowered or suppressed."
            ),
        ),
        ("DUE001", "Holds in profile standard, strict."),
    ],
)
def test_settings_say_where_a_rule_holds(code: str, expected: str) -> None:
    (said,) = sections(code)["Settings"].paragraphs
    assert said.en == expected


def test_a_new_rule_says_that_it_waits() -> None:
    for check in rules.load():
        (said,) = sections(check.rule.code)["Settings"].paragraphs
        assert said.en.endswith(" New: only counts with `preview: true` in the settings.") == (
            check.rule.preview and not check.rule.protected
        )


def test_only_what_can_be_mended_names_fix() -> None:
    for check in rules.load():
        paragraphs = sections(check.rule.code)["How to fix"].paragraphs
        assert any("`bio2lint fix`" in one.en for one in paragraphs[1:]) == check.rule.fixable


def test_rules_of_changes_show_what_was_before() -> None:
    for check in rules.load():
        assert ("Before the change" in sections(check.rule.code)) == (check.scope == "change")


def test_a_source_is_said_in_the_language_of_the_reader() -> None:
    for check in rules.load():
        source = sections(check.rule.code)["Why"].paragraphs[1]
        assert source.en == f"Source: {check.rule.source}."
        assert source.nl.startswith("Bron: ")
        for english in ("change log", "hygiene", "interval", "where", "says", "Part 2"):
            assert english not in source.nl


def test_a_page_shows_files_as_what_they_are() -> None:
    found = rule.find("SUP004")
    assert found is not None
    page = show.as_markdown(rule.explain(found))
    assert page.startswith("# SUP004 assurance-invalid\n\n## Nederlands\n\n")
    assert "\n\n*fout, leveranciers*\n\n### Waarom\n\n" in page
    assert "`documents/afhankelijkheid-zaakwerk.md`:\n\n```markdown\n" in page
    assert "`suppliers/zaakwerk.yaml`:\n\n```yaml\nkind: supplier\n" in page


def test_the_list_of_rules_marks_what_is_special() -> None:
    lines = catalogue.as_text(rules.load(), "en", 80, color=False).splitlines()
    (protected,) = (line for line in lines if line.startswith("CMP001 "))
    assert protected.endswith("error, protected")
    (fixable,) = (line for line in lines if line.startswith("REF003 "))
    assert fixable.endswith("error, fixable")
    assert lines[0] == "Completeness"
    assert catalogue.as_text((), "en", 80, color=False) == ""
