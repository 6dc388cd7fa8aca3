"""Everything that the data can say has its words in both languages."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from norm_files import EDITIONS, schema
from support import edition

from bio2lint import wording
from bio2lint.editions import changes, overview, words
from bio2lint.finding import Text
from bio2lint.norm.diff import compare

if TYPE_CHECKING:
    from bio2lint.norm import Norm

DEFINED = schema()["$defs"]
MEASURE = DEFINED["measure"]["properties"]


def bare(norm: Norm) -> Norm:
    """Return the edition as if no measure asked for anything."""
    silent = {
        number: measure._replace(facts={"state": measure.state})
        for number, measure in norm.measures.items()
    }
    return replace(norm, measures=silent)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", EDITIONS)
def test_every_fact_of_an_edition_can_be_said(name: str, language: str) -> None:
    norm = edition(name)
    for old, new in ((bare(norm), norm), (norm, bare(norm))):
        found = compare(old, new)
        assert len(found.facts) > 100
        said = changes.as_text(found, old, new, language, 80)
        assert "None" not in said
        assert "{" not in said


def test_every_state_function_and_kind_of_document_of_the_schema_has_words() -> None:
    assert words.STATES.keys() == set(MEASURE["state"]["enum"])
    for function in DEFINED["function"]["enum"]:
        assert words.values("roles.audience", (function,)).nl
    for kind in DEFINED["demandedDocument"]["properties"]["type"]["enum"]:
        document = {"type": kind, "subject": "ducks"}
        assert words.values("demands.documents", (document,)).en == f"{kind} ducks"


@pytest.mark.parametrize("aspect", ["demands.risk_analysis", "population"])
def test_every_term_of_the_schema_has_words(aspect: str) -> None:
    demands = MEASURE["demands"]["properties"]
    listed = {
        "population": MEASURE["population"],
        "demands.risk_analysis": demands["risk_analysis"],
    }
    for value in listed[aspect]["enum"]:
        said = words.values(aspect, (value,))
        assert said.nl != said.en


@pytest.mark.parametrize(
    ("aspect", "value", "nl", "en"),
    [
        (
            "interval",
            {
                "max": "P3M", "of": "evidence", "strength": "must",
                "aspects": ["design", "existence", "operation"],
            },
            "3 maanden (bewijs, opzet, bestaan en werking)",
            "3 months (evidence, design, existence and operation)",
        ),
        (
            "interval",
            {"max": "P1Y", "of": "system", "strength": "where-possible"},
            "1 jaar, zo mogelijk (systeem)",
            "1 year, if possible (system)",
        ),
        ("own_period", True, "ja", "yes"),
        ("deadline", {"max": "P1W"}, "binnen 1 week", "within 1 week"),
        ("deadline", {"basis": "statutory"}, "wettelijke termijn", "statutory"),
        ("retention", {"min": "P3Y"}, "bewaar 3 jaar", "keep 3 years"),
        ("retention", {"basis": "risk"}, "op grond van risico", "by risk"),
        ("roles.responsible", "process-owner", "proceseigenaar", "process owner"),
        ("demands.consult", "ciso", "CISO", "CISO"),
        (
            "demands.approval",
            {"by": "board", "when": "always"},
            "bestuur (altijd)",
            "board (always)",
        ),
        (
            "demands.documents",
            {"type": "policy", "subject": "backup", "adopted": True},
            "beleid backup (vastgesteld)",
            "policy backup (adopted)",
        ),
        ("references.external", "NCSC", "NCSC", "NCSC"),
    ],
)  # fmt: skip
def test_a_fact_in_words(aspect: str, value: Any, nl: str, en: str) -> None:
    assert words.values(aspect, (value,)) == Text(nl, en)


@pytest.mark.parametrize(
    ("period", "nl", "en"),
    [
        ("P1Y", "1 jaar", "1 year"), ("P3Y", "3 jaar", "3 years"), ("P1M", "1 maand", "1 month"),
        ("P6M", "6 maanden", "6 months"), ("P1W", "1 week", "1 week"),
        ("P2W", "2 weken", "2 weeks"), ("P1D", "1 dag", "1 day"), ("P10D", "10 dagen", "10 days"),
    ],
)  # fmt: skip
def test_a_period_in_words(period: str, nl: str, en: str) -> None:
    assert wording.duration(period) == Text(nl, en)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_lines_of_a_table_fit(name: str) -> None:
    norm = edition(name)
    for width in (60, 80, 120):
        for language in ("nl", "en"):
            shown = overview.show_as_text(norm, [*norm.measures.values()], language, width)
            assert max(map(len, shown.splitlines())) <= width


@pytest.mark.parametrize("language", ["nl", "en"])
def test_as_json_each_text_is_in_the_language_asked_for(language: str) -> None:
    norm = edition("1.3")
    data = json.loads(overview.show_as_json(norm, [*norm.measures.values()], language))
    assert len(data["measures"]) == 166
    assert '"nl":' not in json.dumps(data)
    by_number = {each["number"]: each for each in data["measures"]}
    assert by_number["5.17.01"]["title"] == norm.title("5.17.01").in_language(language)
    assert by_number["5.04.02"]["moved_to"] == "5.10.02"
    assert by_number["8.02.01"]["interval"]["max"] == "P3M"
    assert by_number["5.10.02"]["control"] == "5.10"
