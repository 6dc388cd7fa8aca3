"""SEC004: what public evidence gives away."""

from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules
from bio2lint.finding import Severity
from bio2lint.rules.confidentiality import _details

OTHERS = {rule.rule.code for rule in rules.load()} - {"SEC004"}

FOUND = [
    ("server ", "10.20.4.17", "."),
    ("", "192.168.1.1", "/24"),
    ("(", "93.184.216.34", ")"),
    ("stappen: ", "104.2.1.3", ""),
    ("reis ", "104.2.1.3", ""),
    ("", "10.1.2.3", ""),
    ("", "100.2.1.3", ""),
    ("", "4.3.2.100", ""),
    ("", "172.16.0.9", ":8443"),
    ("", "fd12:3456:789a:1::1", ""),
    ("", "2a02:898:0:20::5", "/64"),
    ("", "2a02:0898:0000:0020:0000:0000:0000:0005", ""),
    ("ping ", "zaken.lindemeer.local", " geeft"),
    ("", "kluis.intern", ""),
    ("", "A.B.Lan", "."),
    ("", "dc01.lindemeer.nl", ""),
    ("bij ", "app-zaken2.lindemeer.nl", ":443"),
    ("", "SRV-DB01", " draait"),
    ("https://", "zaken.lindemeer.local", "/aanmelden"),
]
CLEAN = [
    "192.0.2.17",
    "198.51.100.3",
    "203.0.113.200",
    "127.0.0.1",
    "0.0.0.1",
    "255.255.255.0",
    "224.0.0.251",
    "::1",
    "::",
    "2001:db8::17",
    "3fff::1",
    "256.1.1.1",
    "1.2.3",
    "1.2.3.4.5",
    "a1.2.3.4",
    "versie 10.0.1.2",
    "paragraaf 104.2.1.3",
    "par. 104.2.1.3",
    "hfst. 104.2.1.3",
    "eis 104.2.1.3",
    "stap 104.2.1.3",
    "tabel 104.2.1.3",
    "figuur 104.2.1.3",
    "patch 104.2.1.3",
    "update: 104.2.1.3",
    "BIO2 5.10.1.2",
    "FortiOS 7.2.5.1",
    "23.11.20.26",
    "8.8.8.8",
    "169.254.0.1",
    "fe80::1",
    "v4.2.1.3",
    "12:30:45",
    "5.01.02 en 8.08.05",
    "std::vec",
    "be::ba",
    "www.lindemeer.nl",
    "https://loket.lindemeer.nl/aanvraag",
    "dc01.lindemeer.example",
    "srv01.example.nl",
    "printer.voorbeeld.lan",
    "app01.csv",
    "app1.meting.html",
    "app1.meting.xml",
    "app1.meting.png",
    "web2.2026.csv",
    "evidence/files/db-2.2026.log",
    "db1.2.3",
    "settings.local.yaml",
    "files/web2.meting.q3",
    "beheer@zaken.local",
    "lokaal",
    "internal",
    "SQL2019",
    "srv",
]


def spans(text: str) -> list[str]:
    return [text[one.start : one.end] for one in _details.find(text)]


@pytest.mark.parametrize(("before", "value", "after"), FOUND)
def test_addresses_and_names_of_machines_are_found(before: str, value: str, after: str) -> None:
    for opening in ("", "# ", "x-noot: niets\n  "):
        assert spans(f"{opening}{before}{value}{after}\n") == [value]


@pytest.mark.parametrize("text", CLEAN)
def test_examples_versions_and_public_names_are_left_alone(text: str) -> None:
    for opening in ("", "# ", "x-noot: niets\n  "):
        assert spans(f"{opening}{text}\n") == []


def test_each_is_a_finding_in_order() -> None:
    assert spans("kluis.lan, 10.0.0.1 en 10.0.0.2") == ["kluis.lan", "10.0.0.1", "10.0.0.2"]


def evidence(
    line: str = "# 10.20.4.17", classification: str = "public", result: str = "outcome: pass"
) -> dict[str, str]:
    """Evidence; the classification stands on line 4, the result on line 5, `line` on line 6."""
    return {
        "evidence/e.yaml": f"""\
kind: evidence
id: e
title: Meting
classification: {classification}
result: {{{result}}}
{line}
proves: [operation]
"""
    }


def test_it_is_placed_at_the_detail_itself() -> None:
    expect(evidence(), "evidence/e.yaml:6:3 SEC004", ignoring=OTHERS)
    expect(evidence("x-é: 😀 10.20.4.17"), "evidence/e.yaml:6:8 SEC004", ignoring=OTHERS)
    (finding,) = [f for f in check(evidence()) if f.code == "SEC004"]
    assert finding.severity is Severity.WARNING
    assert "een IP-adres" in finding.message.nl
    assert "an IP address" in finding.message.en


def test_in_a_later_document_of_a_file() -> None:
    (text,) = evidence().values()
    first = text.replace("# 10.20.4.17", "x-a: b").replace("id: e", "id: f")
    expect(
        {"evidence/e.yaml": f"{first}---\n{text}"}, "evidence/e.yaml:14:3 SEC004", ignoring=OTHERS
    )


@pytest.mark.parametrize("classification", ["internal", "confidential", "secret", "openbaar"])
def test_only_what_is_public_is_searched(classification: str) -> None:
    expect(evidence(classification=classification), ignoring=OTHERS)


def test_what_is_not_classified_is_another_rules() -> None:
    text = evidence()["evidence/e.yaml"].replace("classification: public\n", "")
    expect({"evidence/e.yaml": text}, ignoring=OTHERS)


@pytest.mark.parametrize("outcome", ["fail", "partial"])
def test_a_finding_that_is_still_open(outcome: str) -> None:
    actions = "follow_up: [{what: Lek dichten}, {what: Herstel, done: 2026-10-01}]"
    files = evidence("x-a: b", result=f"outcome: {outcome}, {actions}")
    at = f"evidence/e.yaml:5:{len(f'result: {{outcome: {outcome}, follow_up: [') + 1} SEC004"
    expect(files, at, ignoring=OTHERS)


@pytest.mark.parametrize(
    "result",
    [
        "outcome: pass, follow_up: [{what: Verbeteren}]",
        "outcome: fail, follow_up: [{what: Herstel, done: onlangs}]",
        "outcome: fail, follow_up: straks",
        "outcome: fail",
        "outcome: slecht, follow_up: [{what: Herstel}]",
    ],
)
def test_what_is_mended_better_or_not_understood_is_no_open_finding(result: str) -> None:
    expect(evidence("x-a: b", result=result), ignoring=OTHERS)


def test_a_result_that_is_not_understood_is_no_open_finding() -> None:
    (text,) = evidence("x-a: b").values()
    files = {"evidence/e.yaml": text.replace("{outcome: pass}", "goed")}
    expect(files, ignoring=OTHERS)


@pytest.mark.parametrize(
    "text",
    ["1.", "1.1.1.1 ", ":", "a:", "::1 ", "f", "a.", "a-", "a.local ", "srv01.", "srv-", "srv-1 "],
)
def test_long_texts_take_time_in_proportion(text: str) -> None:
    """Read a text of a hundred thousand characters; anything worse would take hours."""
    _details.find(text * (100_000 // len(text)) + " 10.0.0.1")
