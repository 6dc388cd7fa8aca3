"""The published pages of the rules are what the program explains."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bio2lint import rules
from bio2lint.explain import catalogue, rule, show

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
CHECKS = [pytest.param(check, id=check.rule.code) for check in rules.load()]


def agree(name: str, text: str) -> None:
    file = FOLDER / name
    if os.environ.get("BIO2LINT_UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="")
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("check", CHECKS)
def test_a_page_is_what_is_explained(check: rules.Check) -> None:
    agree(f"{check.rule.code}.md", show.as_markdown(rule.explain(check)))


def test_the_index_names_every_rule() -> None:
    agree("README.md", catalogue.as_index(rules.load()))


def test_there_is_no_page_without_a_rule() -> None:
    codes = {check.rule.code for check in rules.load()}
    assert {path.stem for path in FOLDER.glob("*.md")} == codes | {"README"}
