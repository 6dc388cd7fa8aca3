"""STR002: a document is of a known kind and fits its schema; one fault gives one finding."""

from __future__ import annotations

import pytest
from support import all_but, check, expect, result

BESIDE = all_but("STR")
CONTROL = """\
kind: control
id: mfa
title: Meervoudige authenticatie
implements: [5.17.01]
owner: ict
status: implemented
review: {last: 2026-05-12, interval: P1Y}
"""


def spoiled(old: str, new: str) -> dict[str, str]:
    assert old in CONTROL
    return {"controls/mfa.yaml": CONTROL.replace(old, new)}


def helped(fields: str) -> str:
    """Return the Dutch help on a system with these fields."""
    system = f"kind: system\nid: s\ntitle: S\nowner: ict\n{fields}\n"
    (finding,) = [f for f in check({"systems/s.yaml": system}) if f.code == "STR002"]
    return finding.help.nl if finding.help else ""


@pytest.mark.parametrize(
    ("written", "help_"),
    [
        ("ja", "Schrijf true, zonder aanhalingstekens; `bio2lint fix` doet het voor u."),
        ('"true"', "Schrijf true, zonder aanhalingstekens; `bio2lint fix` doet het voor u."),
        ("no", "Schrijf false, zonder aanhalingstekens; `bio2lint fix` doet het voor u."),
        ("misschien", "Schrijf true of false, zonder aanhalingstekens."),
    ],
)
def test_a_word_for_a_boolean_is_understood(written: str, help_: str) -> None:
    assert helped(f"critical: {written}") == help_


@pytest.mark.parametrize(
    ("written", "digits", "safe"),
    [('"4"', "4", True), ("04", "4", False), ("4.0", "4", True), ("4.", "4", True)],
)
def test_a_whole_number_is_understood(written: str, digits: str, *, safe: bool) -> None:
    risk = (
        "kind: risk\nid: r\ntitle: R\nowner: ict\nthreat: t\ntreatment: mitigate\n"
        "review: {last: 2026-05-12}\n"
        f"inherent: {{likelihood: {written}, impact: 4, level: hoog}}\n"
    )
    (finding,) = [f for f in check({"risks/r.yaml": risk}) if f.code == "STR002"]
    assert finding.help is not None
    assert finding.fixable == safe
    assert finding.help.nl.startswith(f"Schrijf {digits}, zonder aanhalingstekens")
    assert finding.help.en.startswith(f"Write {digits}, without quotes")


def test_a_block_is_shown_by_its_form() -> None:
    assert helped("classification: hoog").startswith("Schrijf `classification: {sleutel: waarde}`")


def test_a_document_that_fits_has_no_finding() -> None:
    expect({"controls/mfa.yaml": CONTROL}, ignoring=BESIDE)


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("owner: ict", "ownr: ict", "5:1", "Bedoelt u `owner`?"),
        ("status: implemented", "statuss: implemented", "6:1", "Bedoelt u `status`?"),
        ("status: implemented", "status: implementd", "6:9", "Bedoelt u `implemented`?"),
        ("status: implemented\n", "", "2:5", "Voeg `status:` toe."),
        ("owner: ict", "owner: ict\nwensen: geen", "6:1", "eigen velden beginnen met `x-`"),
        ("[5.17.01]", "5.17.01", "4:13", "Schrijf `implements: [5.17.01]`."),
        ("[5.17.01]", "[]", "4:13", "Vul iets in"),
        ("[5.17.01]", "[5.17.01, 5.17.01]", "4:23", "Haal het weg."),
        ("interval: P1Y", "interval: jaarlijks", "7:38", "Schrijf P1Y;"),
        ("interval: P1Y", "interval: ooit eens", "7:38", "een termijn zoals P1Y"),
        ("interval: P1Y", "intervl: P1Y", "7:28", "Bedoelt u `interval`?"),
        ("title: Meervoudige authenticatie", "title:", "3:1", "Vul een waarde in"),
        ("title: Meervoudige authenticatie", "title: [a]", "3:8", ""),
        ("kind: control", "kind: contrl", "1:7", "Bedoelt u `control`?"),
        ("kind: control", "knd: control", "1:1", "Bedoelt u `kind`?"),
        ("id: mfa", "id: -mfa", "2:5", "beginnend met een letter of cijfer"),
        ("id: mfa", "di: mfa", "2:1", "Bedoelt u `id`?"),
        ("owner: ict", "eigenaar: ict", "5:1", "Bedoelt u `owner`?"),
        ("title: Meer", "naam: Meer", "3:1", "Bedoelt u `title`?"),
        ("status: implemented", "stand: implemented", "6:1", "Bedoelt u `status`?"),
        ("implements: [5.17.01]\n", "", "2:5", "Voeg `implements:` toe."),
    ],
)
def test_one_fault_gives_one_finding_with_what_to_do(
    old: str, new: str, place: str, words: str
) -> None:
    files = spoiled(old, new)
    expect(files, f"controls/mfa.yaml:{place} STR002", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "STR002"]
    assert words in (finding.help.nl if finding.help else "")
    assert words == "" or finding.help is not None


def test_every_fault_comes_out_in_one_run() -> None:
    text = (
        CONTROL.replace("ict", "ict\nx: 1").replace("P1Y", "1").replace("implemented\n", "done\n")
    )
    expect(
        {"controls/mfa.yaml": text},
        "controls/mfa.yaml:6:1 STR002",
        "controls/mfa.yaml:7:9 STR002",
        "controls/mfa.yaml:8:38 STR002",
        ignoring=BESIDE,
    )


def test_keys_of_ones_own_begin_with_x() -> None:
    expect(spoiled("owner: ict", "owner: ict\nx-team: 12\nx-no: no"), ignoring=BESIDE)


def test_a_document_in_another_folder_is_fine() -> None:
    expect({"risks/mfa.yaml": CONTROL}, ignoring=BESIDE)


def test_yaml_without_a_kind_is_a_finding_in_the_folders_and_counted_elsewhere() -> None:
    text = "id: a\ntitle: b\n"
    expect({"controls/a.yaml": text}, "controls/a.yaml:1:5 STR002", ignoring=BESIDE)
    outcome = result({"deploy/a.yaml": text, "roles/a.yaml": "kind: role\nid: a\n"})
    assert outcome.stray == ("deploy/a.yaml",)
    assert not [f for f in outcome.findings if f.region.path == "deploy/a.yaml"]


def test_a_kind_of_another_tool_is_its_own_business_outside_the_folders() -> None:
    text = "apiVersion: v1\nkind: Deployment\n"
    assert result({"deploy/a.yaml": text, "controls/mfa.yaml": CONTROL}).stray == ("deploy/a.yaml",)
    expect({"controls/a.yaml": text}, "controls/a.yaml:2:7 STR002", ignoring=BESIDE)


def test_a_misspelled_key_does_not_cascade_into_absent_values() -> None:
    found = {f.code for f in check(spoiled("implements:", "implement:"))}
    assert "STR002" in found
    assert "CMP001" in found  # of the other measures; of 5.17.01 the status is unknown
    outcome = result(spoiled("implements:", "implement:"))
    assert outcome.coverage["5.17.01"].status == "unknown"


def test_what_was_misspelled_never_counts_as_implemented() -> None:
    outcome = result(spoiled("kind: control", "kind: contrl"))
    assert outcome.coverage["5.17.01"].status == "unknown"


@pytest.mark.parametrize(
    ("source", "place", "words"),
    [
        ("{path: a.csv, sha: abc}", "5:23", "`sha` in `source`"),
        ("{}", "5:1", "`path` of `url`"),
        ("{pth: a.csv}", "5:10", "`pth` in `source`"),
        ("a.csv", "5:9", "een blok met eigen sleutels"),
    ],
)
def test_of_alternatives_the_one_that_was_meant_is_explained(
    source: str, place: str, words: str
) -> None:
    text = f"""\
kind: evidence
id: e
title: t
proves: [design]
source: {source}
collected: {{by: a, date: 2026-01-09}}
"""
    files = {"evidence/e.yaml": text, "a.csv": ""}
    (finding,) = [f for f in check(files) if f.code == "STR002"]
    assert words in finding.message.nl
    assert f"{finding.region.line}:{finding.region.column}" == place


def test_a_document_needs_a_path_or_an_address() -> None:
    text = "kind: document\nid: d\ntitle: t\ntype: policy\nstatus: draft\nowner: ict\n"
    expect({"documents/d.yaml": text}, "documents/d.yaml:2:5 STR002", ignoring=BESIDE)
