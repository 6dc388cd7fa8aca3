"""SEC005: systems and evidence are classified, and nothing here is too confidential."""

from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules
from bio2lint.rules.confidentiality import _markings

OTHERS = {rule.rule.code for rule in rules.load()} - {"SEC005", "STR002"}
BIV = "classification: {confidentiality: low, integrity: low, availability: low}"


def system(line: str) -> dict[str, str]:
    """A system; `line` is its fourth line."""
    return {"systems/s.yaml": f"kind: system\nid: s\ntitle: Systeem\n{line}\n"}


def evidence(line: str) -> dict[str, str]:
    """Evidence; `line` is its fourth line."""
    text = f"""\
kind: evidence
id: e
title: Bewijs
{line}
proves: [operation]
collected: {{by: ciso, date: 2026-10-01}}
source: {{url: https://archief.example/e}}
"""
    return {"evidence/e.yaml": text}


def limited(ceiling: str) -> dict[str, str]:
    """Settings; the ceiling stands on line 2 at column 28."""
    return {"bio2lint.yaml": f"norm: bio2@1.3\nrules: {{SEC005: {{ceiling: {ceiling}}}}}\n"}


def test_a_system_without_a_classification() -> None:
    expect(system("x-a: b"), "systems/s.yaml:2:5 SEC005", ignoring=OTHERS)
    expect(system(BIV), ignoring=OTHERS)
    (finding,) = [f for f in check(system("x-a: b")) if f.code == "SEC005"]
    assert finding.requirements == ("5.12.01",)


def test_evidence_without_a_classification() -> None:
    expect(evidence("x-a: b"), "evidence/e.yaml:2:5 SEC005", ignoring=OTHERS)
    for level in ("public", "internal", "confidential", "secret"):
        expect(evidence(f"classification: {level}"), ignoring=OTHERS)


def test_other_kinds_need_none() -> None:
    kinds = {"processes/p.yaml": "kind: process\nid: p\ntitle: P\n"}
    files = {**kinds, "risks/r.yaml": "kind: risk\nid: r\ntitle: R\n"}
    expect(files, ignoring={*OTHERS, "STR002"})


@pytest.mark.parametrize("line", ["classification: geheim", "classification: Dep.V."])
def test_a_classification_that_is_none_is_one_finding(line: str) -> None:
    expect(evidence(line), "evidence/e.yaml:4:17 STR002", ignoring=OTHERS)
    expect(system(line), "systems/s.yaml:4:17 STR002", ignoring=OTHERS)


def test_a_misspelled_key_is_one_finding() -> None:
    expect(evidence("clasification: internal"), "evidence/e.yaml:4:1 STR002", ignoring=OTHERS)


def test_what_a_merge_key_leaves_out_is_not_missing() -> None:
    merged = f"x-a: &a {{{BIV}}}\n<<: *a"
    expect(system(merged), ignoring={*OTHERS, "STR001"})


@pytest.mark.parametrize(
    ("ceiling", "level", "found"),
    [
        ("[internal]", "public", ()),
        ("[internal]", "internal", ()),
        ("[internal]", "confidential", ("evidence/e.yaml:4:17 SEC005",)),
        ("[confidential]", "secret", ("evidence/e.yaml:4:17 SEC005",)),
        ("[secret]", "secret", ()),
        ("[public, internal]", "internal", ()),
        ("[]", "secret", ()),
    ],
)
def test_the_ceiling_is_the_highest_that_may_be_kept(
    ceiling: str, level: str, found: tuple[str, ...]
) -> None:
    files = {**evidence(f"classification: {level}"), **limited(ceiling)}
    expect(files, *found, ignoring=OTHERS)


def test_how_strictly_a_system_is_secured_says_nothing_of_its_document() -> None:
    high = BIV.replace("low", "high")
    expect({**system(high), **limited("[public]")}, ignoring=OTHERS)


def test_a_ceiling_that_is_no_classification_is_said_at_its_place() -> None:
    files = {**evidence("classification: secret"), **limited("[geheim]")}
    expect(files, "bio2lint.yaml:2:27 SEC005", ignoring=OTHERS)
    both = {**evidence("classification: secret"), **limited("[geheim, internal]")}
    at = ("bio2lint.yaml:2:27 SEC005", "evidence/e.yaml:4:17 SEC005")
    expect(both, *at, ignoring=OTHERS)


MARKED = [
    ("rubricering: ", "Dep.V.", ""),
    ("x-rubricering: ", "Dep. V", ""),
    ("x-rubricering: ", "dep v", ""),
    ("x-rubricering: ", "DepV", ""),
    ("x-rubricering: ", "Restreint UE", ""),
    ("rubricering: '", "DEP.V", "'"),
    ("Rubricering = ", "Departementaal Vertrouwelijk", ", tot 2030"),
    ("classificatie: ", "Stg. GEHEIM", ""),
    ("merking: ", "Stg. Zeer Geheim", ""),
    ("markering: ", "staatsgeheim", ""),
    ("rubricering: ", "NATO RESTRICTED", ""),
    ("", "Stg. Confidentieel", ""),
    ("# ", "DEP. VERTROUWELIJK", ""),
]
SPOKEN_OF = [
    "Documenten die Dep.V. of hoger zijn, staan hier niet.",
    "# rubricering Dep.V. en hoger hoort hier niet",
    "rubricering: geen",
    "classificatie: vertrouwelijk",
    "x-noot: departement van de coordinator",
    "rubricering: depot",
    "Stg. Geheimen",
    "# dep.vermeld",
]


@pytest.mark.parametrize(("before", "mark", "after"), MARKED)
def test_a_marking_is_found(before: str, mark: str, after: str) -> None:
    for closing in ("\n", "\r\n"):
        text = f"title: Zaak\n{before}{mark}{after}{closing}x-a: b\n"
        assert [text[start:end] for start, end in _markings.find(text)] == [mark]


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_a_text_that_speaks_of_markings_bears_none(text: str) -> None:
    assert list(_markings.find(f"title: Zaak\n{text}\nx-a: b\n")) == []


def test_a_marking_is_placed_in_a_document_of_any_kind_readable_or_not() -> None:
    readable = {"risks/r.yaml": "# Stg. GEHEIM\nkind: risk\nid: r\ntitle: R\n"}
    expect(readable, "risks/r.yaml:1:3 SEC005", ignoring={*OTHERS, "STR002"})
    broken = {"risks/r.yaml": "kind: [risk\nrubricering: Dep.V.\n"}
    expect(broken, "risks/r.yaml:2:14 SEC005", ignoring=OTHERS)


@pytest.mark.parametrize("text", ["dep.v ", "rubricering: ", "stg. ", "\n# ", "classificatie:  "])
def test_long_texts_take_time_in_proportion(text: str) -> None:
    """Read half a million characters; anything worse than linear would take hours."""
    assert not list(_markings.find("stg" + text * (500_000 // len(text))))
