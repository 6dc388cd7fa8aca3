"""Each edition as data against the tables that were read from the official text.

Runs only where the source is kept beside the repository. Each difference is listed with its
reason; one that is not listed fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from norm_files import EDITIONS, Facts, control_of, functions, load, present, table

if TYPE_CHECKING:
    from collections.abc import Callable

FUNCTIONS = {
    "leiding": "executive-management",
    "leiding van de organisatie": "executive-management",
    "bestuur": "board",
    "lijnmanager": "line-manager",
    "management": "line-manager",
    "verantwoordelijk management": "line-manager",
    "proceseigenaar": "process-owner",
    "CISO": "ciso",
    "controlerend orgaan": "supervisory-body",
    "werknemers": "all-staff",
    "medewerkers": "all-staff",
    "contractanten": "contractors",
    "eindverantwoordelijke bedrijfsvoering": "head-of-operations",
    "onafhankelijk functionaris": "independent-officer",
}

# The policy assigns duties to line managers; the top of the organisation makes the policy.
# Line managers and process owners treat the risks of what they own: a consequence, not the doing.
FUNCTIONS_LEFT_OUT = {"5.01.01": {"line-manager"}, "5.02.01": {"line-manager", "process-owner"}}
# The text addresses these people, the table does not list them.
FUNCTIONS_ADDED = {
    "conduct rules": {"contractors"},
    "5.24.01": {"all-staff", "contractors"},
    "6.02.01": {"contractors"},
    "6.03.03": {"all-staff", "contractors"},
    "6.08.01": {"contractors"},
    "8.07.02": {"all-staff"},
}
# "Current" sets no period to choose; measuring with internet.nl has no rhythm in the text.
NO_PERIOD_OF_ONES_OWN = {"5.14.01", "5.14.04", "5.22.02"}
# The text has the risks judged whenever an important change occurs at the supplier.
RISK_ANALYSIS_ADDED = {"5.23.01": "conditional"}
# The roll-back plan is content of the change process (subjects), and an ISMS is no document.
DOCUMENTS_LEFT_OUT = {"8.32.01": ["plan"], "5.35.01": ["system"]}
# The text calls classification the inventory; the inventory is 5.9.
CONTROLS_ADDED = {"5.30.02": {"5.9"}}

# The table of edition 1.2 was read less closely; in these the text has the same words as in 1.3.
CONDUCT_RULES = {"1.2": "5.04.02", "1.3": "5.10.02"}
ALWAYS_ADDED = {"1.2": {"5.21.02"}, "1.3": set[str]()}
DOCUMENTS_IN_THE_TEXT = {
    "1.2": {
        # The text says of both that they are adopted.
        "5.01.01": [("policy", True), ("record", True)],
        # The organisation adopts the risk method and its classification method.
        "5.08.01": [("method", True)],
        "5.12.01": [("method", True)],
        # The procedures for handing out passwords are formally adopted.
        "5.17.01": [("procedure", True)],
        # Clear rules when to report are a document, the reporting itself is not.
        "8.16.02": [("rules", False)],
        # A contract stands in brackets: any agreement will do.
        "8.24.05": [("agreement", False)],
    },
    "1.3": {},
}  # fmt: skip
REPORTS_LEFT_OUT = {"1.2": {"8.16.02"}, "1.3": set[str]()}
# The week is that of 8.08.01; tampering with logs is to be reported as soon as possible.
DEADLINES_IN_THE_TEXT = {
    "1.2": {"8.08.03": None, "8.15.05": "as soon as possible"},
    "1.3": {},
}  # fmt: skip
# Part 1 asks the CISO about every departure.
ADVICE_ADDED = {"1.2": {"8.31.01": "ciso", "8.31.02": "ciso"}, "1.3": {}}
# Written without the leading zero.
MEASURES_MENDED = {"8.16.3": "8.16.03"}
# A capital in the middle of a name.
NAMES_MENDED = {"7.6": ("Working In secure areas", "Working in secure areas")}


@pytest.fixture(scope="module", params=EDITIONS)
def norm(request: pytest.FixtureRequest) -> Facts:
    return load(request.param)


@pytest.fixture(scope="module")
def rows(norm: Facts) -> dict[str, dict[str, str]]:
    return table(f"measures_v{norm['edition']}.csv", "number")


def filled(rows: dict[str, dict[str, str]], column: str) -> dict[str, str]:
    return {number: row[column] for number, row in rows.items() if row[column]}


def demanded(key: str) -> Callable[[Facts], object]:
    return lambda measure: measure.get("demands", {}).get(key)


def test_states_moves_and_controls_are_those_of_the_table(
    norm: Facts, rows: dict[str, dict[str, str]]
) -> None:
    ours = {
        number: (m["state"], m.get("moved_to", ""), control_of(number))
        for number, m in norm["measures"].items()
    }
    assert ours == {n: (r["state"], r["moved_to"], r["iso27002_control"]) for n, r in rows.items()}


def test_controls_bear_their_standard_short_names(norm: Facts) -> None:
    expected = {
        number: {"nl": row["name_nl"], "en": row["name_en"]}
        for number, row in table("iso27002_controls.csv", "control").items()
    }
    for number, (wrong, right) in NAMES_MENDED.items():
        assert expected[number]["en"] == wrong
        expected[number]["en"] = right
    assert {number: c["title"] for number, c in norm["controls"].items()} == expected


def test_intervals_are_those_of_the_table(norm: Facts, rows: dict[str, dict[str, str]]) -> None:
    ours = present(norm, lambda m: m.get("interval"))
    assert {
        n: (i["max"], i["of"], i["strength"]) for n, i in ours.items() if isinstance(i, dict)
    } == {
        n: (r["max_interval"], r["interval_of"], r["interval_strength"])
        for n, r in rows.items()
        if r["max_interval"]
    }


def test_periods_of_ones_own_are_those_of_the_table(
    norm: Facts, rows: dict[str, dict[str, str]]
) -> None:
    listed = {n for n, r in rows.items() if r["interval_strength"].startswith("unspecified")}
    assert listed >= NO_PERIOD_OF_ONES_OWN
    assert present(norm, lambda m: m.get("own_period")).keys() == listed - NO_PERIOD_OF_ONES_OWN


def test_deadlines_are_those_of_the_table(norm: Facts, rows: dict[str, dict[str, str]]) -> None:
    def bound(measure: Facts) -> object:
        deadline = measure.get("deadline", {})
        return deadline.get("max") or deadline.get("basis", "").replace("-", " ")

    expected = filled(rows, "deadline") | DEADLINES_IN_THE_TEXT[norm["edition"]]
    assert present(norm, bound) == {n: said for n, said in expected.items() if said}


def test_retention_is_that_of_the_table(norm: Facts, rows: dict[str, dict[str, str]]) -> None:
    assert present(norm, lambda m: m.get("retention", {}).get("min")) == filled(rows, "retention")
    timed = present(norm, lambda m: m.get("retention"))
    assert timed.keys() == filled(rows, "retention_applies_to").keys()


def test_functions_are_those_of_the_table(norm: Facts, rows: dict[str, dict[str, str]]) -> None:
    edition = norm["edition"]
    added = FUNCTIONS_ADDED | {CONDUCT_RULES[edition]: FUNCTIONS_ADDED["conduct rules"]}
    for number, measure in norm["measures"].items():
        row = rows[number]
        named = [*row["roles"].split(";"), row["approval_by"], row["consult"]]
        listed = {FUNCTIONS[name] for name in named if name}
        listed |= {ADVICE_ADDED[edition][number]} if number in ADVICE_ADDED[edition] else set()
        left_out = FUNCTIONS_LEFT_OUT.get(number, set())
        assert left_out <= listed
        assert functions(measure) == listed - left_out | added.get(number, set()), number


def test_risk_analyses_are_those_of_the_table(norm: Facts, rows: dict[str, dict[str, str]]) -> None:
    kinds = present(norm, demanded("risk_analysis"))
    always = {n for n, r in rows.items() if r["requires_risk_assessment"] == "true"}
    always |= ALWAYS_ADDED[norm["edition"]]
    assert {n for n, kind in kinds.items() if kind in {"required", "per-event"}} == always
    conditional = {n for n, r in rows.items() if r["risk_assessment_kind"] == "conditional"}
    ours = {n: kind for n, kind in kinds.items() if kind == "conditional"}
    assert ours == dict.fromkeys(conditional, "conditional") | RISK_ANALYSIS_ADDED
    assert [n for n, kind in kinds.items() if kind == "per-event"] == [
        "5.08.01", "5.19.01", "5.20.06", "8.05.01", "8.08.02", "8.08.03", "8.32.01",
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["test", "report"])
def test_tests_and_reports_are_those_of_the_table(
    key: str, norm: Facts, rows: dict[str, dict[str, str]]
) -> None:
    listed = {number for number, row in rows.items() if row[f"requires_{key}"] == "true"}
    left_out = REPORTS_LEFT_OUT[norm["edition"]] if key == "report" else set()
    assert left_out <= listed
    assert present(norm, demanded(key)).keys() == listed - left_out


def test_documents_are_those_of_the_table(norm: Facts, rows: dict[str, dict[str, str]]) -> None:
    for number, measure in norm["measures"].items():
        ours = [
            (document["type"], bool(document.get("adopted")))
            for document in measure.get("demands", {}).get("documents", [])
        ]
        listed = [
            (entry.split(":")[0], "(vastgesteld)" in entry)
            for entry in rows[number]["requires_document"].split(";")
            if entry and entry.split(":")[0] not in DOCUMENTS_LEFT_OUT.get(number, [])
        ]
        assert ours == DOCUMENTS_IN_THE_TEXT[norm["edition"]].get(number, listed), number


def test_approval_and_advice_are_those_of_the_table(
    norm: Facts, rows: dict[str, dict[str, str]]
) -> None:
    approvals = {
        n: approval["by"]
        for n, approval in present(norm, demanded("approval")).items()
        if isinstance(approval, dict)
    }
    assert approvals == {n: FUNCTIONS[name] for n, name in filled(rows, "approval_by").items()}
    advice = {n: FUNCTIONS[name] for n, name in filled(rows, "consult").items()}
    assert present(norm, demanded("consult")) == advice | ADVICE_ADDED[norm["edition"]]


@pytest.mark.parametrize("kind", ["measures", "controls"])
def test_references_are_those_of_the_table(
    kind: str, norm: Facts, rows: dict[str, dict[str, str]]
) -> None:
    added = CONTROLS_ADDED if kind == "controls" else {}
    for number, measure in norm["measures"].items():
        named = rows[number][f"xref_{kind}"].split(";")
        listed = {MEASURES_MENDED.get(name, name) for name in named if name}
        ours = set(measure.get("references", {}).get(kind, []))
        assert ours == listed | added.get(number, set()), number


def test_outside_the_cyberbeveiligingswet_as_in_the_tables(
    norm: Facts, rows: dict[str, dict[str, str]]
) -> None:
    controls = table("iso27002_controls.csv", "control")

    def outside(number: str) -> bool:
        own = norm["measures"][number].get("cbw") or norm["controls"][control_of(number)].get("cbw")
        return bool(own) and own["within"] is False

    assert {n for n in rows if outside(n)} == {
        n for n, row in rows.items() if row["cbw_scope"].startswith("out")
    }
    # The grey marks came with edition 1.3, and the table of the controls is of that edition.
    marked = controls.items() if norm["edition"] == "1.3" else ()
    assert {n for n, c in norm["controls"].items() if c.get("cbw", {}).get("within") is False} == {
        n for n, row in marked if row["cbw_scope"].startswith("out")
    }
