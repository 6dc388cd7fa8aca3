from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

SAME_FIELD = {"OWN001", "STR001", "STR002", "STR003", "REF006"}
BESIDE = frozenset(each.rule.code for each in rules.load()) - SAME_FIELD

ROLE = """\
kind: role
id: hoofd-ict
title: Hoofd ICT
functions: [line-manager]
"""

OF_EVERY_KIND = {
    "control": "implements: [5.17.01]\nstatus: planned\nreview: {last: 2026-05-12}\n",
    "risk": "treatment: mitigate\nreview: {last: 2026-05-12}\n",
    "document": "type: policy\nstatus: draft\nurl: https://lindemeer.example/beleid\n",
    "system": "",
    "process": "",
    "supplier": "",
    "exception": "type: permitted\nrequirements: [5.17.01]\nreview: {last: 2026-05-12}\n",
}


def document(kind: str, owner: str) -> str:
    return f"kind: {kind}\nid: iets\ntitle: Iets\n{owner}{OF_EVERY_KIND[kind]}"


def owned(owner: str) -> dict[str, str]:
    return {"roles/hoofd-ict.yaml": ROLE, "systems/iets.yaml": document("system", owner)}


@pytest.mark.parametrize("kind", OF_EVERY_KIND)
def test_every_kind_that_is_kept_up_has_an_owner(kind: str) -> None:
    without = {"roles/hoofd-ict.yaml": ROLE, "iets.yaml": document(kind, "")}
    expect(without, "iets.yaml:2:5 OWN001", ignoring=BESIDE)
    with_one = without | {"iets.yaml": document(kind, "owner: hoofd-ict\n")}
    expect(with_one, ignoring=BESIDE)


@pytest.mark.parametrize(
    ("owner", "place"),
    [
        ("owner:\n", "4:1"),
        ("owner: null\n", "4:8"),
        ("owner: ''\n", "4:8"),
        ("owner: []\n", "4:8"),
        ("owner: {}\n", "4:8"),
        ("owner: [hoofd-ict]\n", "4:8"),
        ("owner: [hoofd-ict, hoofd-inkoop]\n", "4:8"),
        ("owner: {role: hoofd-ict}\n", "4:8"),
        ("owner: [{role: hoofd-ict}]\n", "4:8"),
    ],
)
def test_nothing_a_list_or_a_block_is_not_one_owner(owner: str, place: str) -> None:
    expect(owned(owner), f"systems/iets.yaml:{place} OWN001", ignoring=BESIDE)


@pytest.mark.parametrize("owner", ["owner: 12\n", "owner: 0\n", "owner: true\n", "owner: false\n"])
def test_a_number_or_boolean_is_not_this_rules(owner: str) -> None:
    assert "OWN001" not in {finding.code for finding in check(owned(owner))}


def test_an_owner_that_names_no_role_is_not_this_rules() -> None:
    assert "OWN001" not in {finding.code for finding in check(owned("owner: team-web\n"))}


def test_a_misspelled_key_is_one_finding() -> None:
    expect(owned("ownr: hoofd-ict\n"), "systems/iets.yaml:4:1 STR002", ignoring=BESIDE)


def test_a_refused_merge_key_is_one_finding() -> None:
    content = document("system", "x-basis: &basis {owner: hoofd-ict}\n<<: *basis\n")
    files = {"roles/hoofd-ict.yaml": ROLE, "systems/iets.yaml": content}
    expect(files, "systems/iets.yaml:5:1 STR001", ignoring=BESIDE)


def test_a_team_without_a_lead_can_be_an_owner() -> None:
    team = "kind: role\nid: team-werkplek\ntitle: Team werkplek\nfunctions: [system-owner]\n"
    system = document("system", "owner: team-werkplek\n")
    expect({"roles/team.yaml": team, "systems/iets.yaml": system}, ignoring=BESIDE)


def test_an_owner_is_not_inherited_from_the_process() -> None:
    process = (
        "kind: process\nid: burgerzaken\ntitle: Burgerzaken\nowner: hoofd-ict\nsystems: [iets]\n"
    )
    files = owned("") | {"processes/burgerzaken.yaml": process}
    expect(files, "systems/iets.yaml:2:5 OWN001", ignoring=BESIDE)


@pytest.mark.parametrize("kind", ["role", "organisation"])
def test_a_role_or_organisation_needs_none(kind: str) -> None:
    content = {
        "role": ROLE,
        "organisation": "kind: organisation\nid: lindemeer\ntitle: L\nsector: municipality\n",
    }
    expect({"iets.yaml": content[kind]}, ignoring=BESIDE)


def test_says_whose_owner_is_missing_in_both_languages() -> None:
    (finding,) = [f for f in check(owned("")) if f.code == "OWN001"]
    assert finding.message.nl.startswith("iets heeft geen eigenaar")
    assert finding.message.en.startswith("iets has no owner")
    assert finding.help is not None
    assert "`owner`" in finding.help.nl
    assert "`owner`" in finding.help.en


def test_a_list_of_one_says_what_to_write() -> None:
    (finding,) = [f for f in check(owned("owner: [hoofd-ict]\n")) if f.code == "OWN001"]
    assert "staat in een lijst" in finding.message.nl
    assert "stands in a list" in finding.message.en
    assert finding.help is not None
    assert finding.help.nl == "Schrijf `owner: hoofd-ict`."
