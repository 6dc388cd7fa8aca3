"""A rule of documents says whether it asks the date: if not, what it found is kept for any date."""

from __future__ import annotations

import ast
import inspect

import pytest

from bio2lint import rules

OF_DOCUMENTS = [check for check in rules.load() if check.scope == "document"]


@pytest.mark.parametrize("check", OF_DOCUMENTS, ids=lambda check: check.rule.code)
def test_a_rule_that_asks_the_date_says_so(check: rules.Check) -> None:
    body = ast.parse(inspect.getsource(check.run)).body[0]
    asks = any(isinstance(node, ast.Name) and node.id == "as_of" for node in ast.walk(body))
    assert check.rule.dated == asks
