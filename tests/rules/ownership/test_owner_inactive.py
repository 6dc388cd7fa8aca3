from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules

BESIDE = frozenset(each.rule.code for each in rules.load()) - {
    "OWN001",
    "OWN003",
    "STR002",
    "STR004",
    "STR005",
    "REF006",
}

ROLE = """\
kind: role
id: hoofd-ict
title: Hoofd ICT
functions: [line-manager]
"""

SYSTEM = "kind: system\nid: {id}\ntitle: Zaaksysteem\nowner: hoofd-ict\n"


def role(term: str, owns: str = SYSTEM.format(id="zaaksysteem")) -> dict[str, str]:
    return {"iets.yaml": owns, "roles/hoofd-ict.yaml": ROLE + term}


def test_a_term_that_ended_stands_at_its_end() -> None:
    expect(role("until: 2026-11-22\n"), "roles/hoofd-ict.yaml:5:8 OWN003", ignoring=BESIDE)


def test_the_last_day_is_still_in_time() -> None:
    expect(role("until: 2026-11-23\n"), ignoring=BESIDE)


def test_a_term_that_has_not_begun_stands_at_its_beginning() -> None:
    expect(role("from: 2026-11-24\n"), "roles/hoofd-ict.yaml:5:7 OWN003", ignoring=BESIDE)


def test_a_term_of_one_day_ends_as_well() -> None:
    files = role("from: 2026-11-22\nuntil: 2026-11-22\n")
    expect(files, "roles/hoofd-ict.yaml:6:8 OWN003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN003"]
    assert "van 1 document, maar" in finding.message.nl
    assert "owns 1 document, but" in finding.message.en


def test_the_first_day_is_in_time() -> None:
    expect(role("from: 2026-11-23\nuntil: 2027-12-31\n"), ignoring=BESIDE)


def test_an_acting_holder_within_the_term_is_fine() -> None:
    expect(role("holder: Waarnemend hoofd ICT\nuntil: 2026-12-31\n"), ignoring=BESIDE)


def test_a_role_that_owns_nothing_may_end() -> None:
    unowned = SYSTEM.format(id="zaaksysteem").replace("hoofd-ict", "hoofd-inkoop")
    other = ROLE.replace("hoofd-ict", "hoofd-inkoop")
    files = role("until: 2026-11-22\n", unowned) | {"roles/hoofd-inkoop.yaml": other}
    expect(files, ignoring=BESIDE)


HISTORY = {
    "risk": "status: closed\ntreatment: avoid\nreview: {last: 2026-05-12}\n",
    "document": "type: policy\nstatus: superseded\nurl: https://lindemeer.example/oud\n",
    "exception": "type: deviation\nrequirements: [8.01.01]\nuntil: 2026-11-22\n",
}


@pytest.mark.parametrize("kind", HISTORY)
def test_what_is_history_needs_no_present_owner(kind: str) -> None:
    history = f"kind: {kind}\nid: oud\ntitle: Oud\nowner: hoofd-ict\n{HISTORY[kind]}"
    expect(role("until: 2026-11-22\n", history), ignoring=BESIDE)


def test_one_finding_however_much_is_owned_that_shows_a_few() -> None:
    systems = "---\n".join(SYSTEM.format(id=f"systeem-{n}") for n in range(5))
    files = role("until: 2026-11-22\n", systems)
    expect(files, "roles/hoofd-ict.yaml:5:8 OWN003", ignoring=BESIDE)
    (finding,) = [f for f in check(files) if f.code == "OWN003"]
    assert [(region.line, region.column) for region, _ in finding.related] == [
        (4, 8),
        (9, 8),
        (14, 8),
    ]
    assert "van 5 documenten, maar de rol eindigde op 2026-11-22" in finding.message.nl
    assert "owns 5 documents, but the role ended on 2026-11-22" in finding.message.en


def test_a_term_that_ends_before_it_begins_is_only_a_wrong_date() -> None:
    files = role("from: 2027-01-01\nuntil: 2026-01-01\n")
    expect(files, "roles/hoofd-ict.yaml:6:8 STR005", ignoring=BESIDE)


def test_an_impossible_date_is_only_a_wrong_date() -> None:
    expect(role("until: 2026-02-30\n"), "roles/hoofd-ict.yaml:5:8 STR005", ignoring=BESIDE)


def test_of_two_roles_with_one_id_no_term_is_judged() -> None:
    files = role("until: 2026-11-22\n") | {"roles/tweede.yaml": ROLE}
    assert "OWN003" not in {finding.code for finding in check(files)}
