"""A fix changes the text of its scalar, and no other byte."""

from __future__ import annotations

import pytest
from fix_cases import CONTROL, PATH, control, mended, plan, said
from support import check

from bio2lint.tree import Fact

Files = dict[str, str | bytes | Fact]


@pytest.mark.parametrize(
    ("old", "written", "right"),
    [
        ("5.17.01", "5.17.1", "5.17.01"),
        ("5.17.01", "05.17.01", "5.17.01"),
        ("5.17.01", "BIO-5.17.01", "5.17.01"),
        ("5.17.01", "5.17.01.", "5.17.01"),
        ("5.17.01", "'5.17.1'", "'5.17.01'"),
        ("5.17.01", '"5.17.1"', '"5.17.01"'),
        ("5.17.01", '" 5.17.01 "', '"5.17.01"'),
        ("5.17.01", "5.17", '"5.17"'),
        ("5.17.01", "A.5.17", '"5.17"'),
        ("5.17.01", "'A.5.17'", "'5.17'"),
        ("5.17.01", "'5.17.'", "'5.17'"),
        ("5.17.01", "5.04.02", "5.10.02"),
        ("5.17.01", '"5.04.02"', '"5.10.02"'),
        ("5.17.01", "5.4.2", "5.10.02"),
        ("5.17.01", "8.08.06", "5.24.08"),
        ("2027-03-31", "2027-3-31", "2027-03-31"),
        ("2027-03-31", "31-3-2027", "2027-03-31"),
        ("2027-03-31", "31/03/2027", "2027-03-31"),
        ("2027-03-31", "'31 maart 2027'", "'2027-03-31'"),
        ("2027-03-31", "20270331", "2027-03-31"),
        ("2027-03-31", '"2027-03-31 "', '"2027-03-31"'),
        ("P1Y", "1Y", "P1Y"),
        ("P1Y", "p1y", "P1Y"),
        ("P1Y", "P 12 M", "P12M"),
        ("P1Y", "'1 jaar'", "'P1Y'"),
        ("P1Y", "jaarlijks", "P1Y"),
        ("P1Y", "P1J", "P1Y"),
        ("status: planned", "Status: planned", "status: planned"),
        ("status: planned", '"STATUS": planned', '"status": planned'),
        ("status: planned", "status: Planned", "status: planned"),
        ("status: planned", "status: 'Planned'", "status: 'planned'"),
        ("kind: control", "kind: Control", "kind: control"),
        ("title: Meervoudige authenticatie", "title: 2026", 'title: "2026"'),
        ("title: Meervoudige authenticatie", "title: yes", 'title: "yes"'),
        ("owner: ciso", "owner: ' ciso'", "owner: 'ciso'"),
        ("id: mfa", 'id: "mfa "', 'id: "mfa"'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_kind_of_fix(old: str, written: str, right: str, end: str) -> None:
    spoiled, expected = control(old, written), control(old, right)
    assert mended(spoiled.replace("\n", end)) == expected.replace("\n", end).encode()


@pytest.mark.parametrize(
    ("old", "written", "right"),
    [
        ("5.17.01", "5.03.01", '"5.3"'),
        ("5.17.01", "A.5.1.1", "5.01.01"),
        ("5.17.01", "5.17.44", "5.17.03"),
        ("2027-03-31", "4/3/2027", "2027-03-04"),
        ("2027-03-31", "2027-03-31T17:00", "2027-03-31"),
        ("owner: ciso", "ownr: ciso", "owner: ciso"),
        ("owner: ciso", "owner: cisoo", "owner: ciso"),
        ("owner: ciso", "owner: 'cizo'", "owner: 'ciso'"),
        ("status: planned", "status: plannd", "status: planned"),
        ("status: planned", "status: gepland", "status: planned"),
        ("kind: control", "kind: contrl", "kind: control"),
    ],
)
def test_what_needs_judgement_is_only_done_when_asked(old: str, written: str, right: str) -> None:
    spoiled = control(old, written)
    assert mended(spoiled) == spoiled.encode()
    assert mended(spoiled, unsafe=True) == control(old, right).encode()
    assert not [f for f in check({PATH: spoiled}) if f.fixable]


@pytest.mark.parametrize(
    ("field", "written", "right"),
    [("critical", "ja", "true"), ("critical", "'Nee'", "false"), ("rto", "4 uur", "PT4H"),
     ("rto", "pt4h", "PT4H"), ("rpo", "30 minuten", "PT30M"), ("rpo", "1 d", "P1D")],
)  # fmt: skip
def test_booleans_and_times(field: str, written: str, right: str) -> None:
    text = f"kind: system\nid: s\ntitle: S\nowner: ciso\n{field}: {{}} # zo\n"
    assert mended(text.format(written), path="systems/s.yaml") == text.format(right).encode()


def test_where_minutes_are_possible_an_m_is_not_taken_for_a_month() -> None:
    text = "kind: system\nid: s\ntitle: S\nowner: ciso\nrpo: 30m\n"
    assert mended(text, unsafe=True, path="systems/s.yaml") == text.encode()


def test_a_checksum_loses_its_spaces() -> None:
    digest = "9f2c" * 16
    text = "kind: evidence\nid: e\ntitle: E\nproves: [existence]\ncontrols: [mfa]\n"
    text += "collected: {by: ciso, date: 2026-10-03}\nsource: {path: a.csv, sha256: <>}\n"
    files: Files = {PATH: CONTROL, "a.csv": Fact("file", digests=frozenset({digest}))}
    for written in (" ".join(["9F2C"] * 16), f"sha256:{digest.upper()}"):
        made = plan({**files, "evidence/e.yaml": text.replace("<>", f'"{written}"')})
        right = text.replace("<>", f'"{digest}"').encode()
        assert {path: new for path, (_, new) in made.files.items()} == {"evidence/e.yaml": right}


def test_a_path_is_spelled_as_on_disk_with_its_anchor() -> None:
    files: Files = {"documents/MFA.md": "x", "documents/mfa.md": Fact("file", "documents/MFA.md")}
    for written, right in (
        ("documents/mfa.md#kop", "documents/MFA.md#kop"),
        ("'documents/mfa.md'", "'documents/MFA.md'"),
    ):
        made = plan({**files, PATH: f"{CONTROL}design: [{written}]\n"})
        assert made.files[PATH][1] == f"{CONTROL}design: [{right}]\n".encode()


EVERYTHING = """\
\ufeff# Opmerking met 5.17.1 en 1-5-2026
%YAML 1.2
---
kind: control # blijft: 5.17.1
id: "mfa-é"
title: 'Ééndelige naam: 5.17.1 is hier tekst'
x-notitie: {"ünïcode 5.17.1": [5.17.1, 1-5-2026]}
implements: [ 5.17.1 , '5.4.2',   # eerst
              "A.5.18" , 8.8 ]
owner:   ciso   # met spaties\x20\x20
status: planned
due: 1-3-2027
design:
- documents/é.md   # ü
-   https://wiki.example/5.17.1
review: { last: 1-10-2026, "interval": 'jaarlijks', by: ciso }
...
---
{kind: risk, id: R-é, title: "Ü", owner: ciso, threat: t, consequence: c, "treatment": mitigate,
 controls: [mfa-é], requirements: [5.17.2], review: {last: 2026-10-01, interval: 6 maanden}}
--- # laatste
kind: control
id: m2
title: >-
  Gevouwen 5.17.1
implements:
  - 5.17.3 # een
  # ertussen
  -   "5.18.1"
owner: ciso
status: planned
due: 2027-03-31"""
MENDED = (
    ("[ 5.17.1 , '5.4.2',", "[ 5.17.01 , '5.10.02',"),
    ('"A.5.18" , 8.8 ]', '"5.18" , "8.8" ]'),
    ("due: 1-3-2027", "due: 2027-03-01"),
    ("last: 1-10-2026, \"interval\": 'jaarlijks'", "last: 2026-10-01, \"interval\": 'P1Y'"),
    ("[5.17.2]", "[5.17.02]"),
    ("interval: 6 maanden", "interval: P6M"),
    ("- 5.17.3 # een", "- 5.17.03 # een"),
    ('"5.18.1"', '"5.18.01"'),
)  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_comments_quotes_order_marks_and_documents_stay(end: str) -> None:
    expected = EVERYTHING
    for old, new in MENDED:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    content = EVERYTHING.replace("\n", end).encode()
    made = plan({PATH: content})
    assert made.files[PATH] == (content, expected.replace("\n", end).encode())
    assert len(made.changes) == 11
    assert said(made.changes)[0] == f"{PATH}:8:15 REF002 5.17.1 → 5.17.01"


def test_an_anchor_stays_before_its_scalar() -> None:
    spoiled = control("[5.17.01]", "[&a 5.17.1]\nx-ook: *a")
    assert mended(spoiled) == spoiled.replace("5.17.1", "5.17.01").encode()


@pytest.mark.parametrize(
    "written",
    [
        "\n- 'A.5.17\n\n  '",
        "\n- >-\n  5.17.1",
        "\n- |\n  5.17.1",
        '\n- "5.17.\\\n  1"',
    ],
)
def test_a_text_on_several_lines_is_left_to_its_writer(written: str) -> None:
    spoiled = control(" [5.17.01]", written)
    assert mended(spoiled, unsafe=True) == spoiled.encode()
    (finding,) = [f for f in check({PATH: spoiled}) if f.code == "REF002"]
    assert not finding.fixable


def test_what_an_alias_stands_for_is_mended_where_it_is_written() -> None:
    spoiled = CONTROL.replace("[5.17.01]", "&n [5.17.1]")
    spoiled += "---\nkind: risk\nid: r\ntitle: R\nrequirements: [5.17.02]\n"
    spoiled += "---\n" + CONTROL.replace("id: mfa", "id: m2").replace("[5.17.01]", "&n [5.17.1]")
    assert mended(spoiled) == spoiled.replace("5.17.1", "5.17.01").encode()
    other = CONTROL.replace("[5.17.01]", "&n [5.17.1]") + "cycles: [{requirement: *n}]\n"
    assert b"*n" in mended(other)
