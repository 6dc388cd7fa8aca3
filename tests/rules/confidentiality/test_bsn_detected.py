"""SEC002: citizen service numbers, wherever they stand; what is found is never shown.

The numbers are made up; they only pass the check.
"""

from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules
from bio2lint.rules.confidentiality import _bsn

OTHERS = {rule.rule.code for rule in rules.load()} - {"SEC002"}
BSN, LEADING = "123456782", "012345672"

FOUND = [
    ("", BSN, ""),
    ("inwoner ", BSN, " belde"),
    ("bsn: ", BSN, ""),
    ("BSN ", LEADING, "."),
    ("x-bsn: '", BSN, "'"),
    ("- ", BSN, ""),
    ("[", BSN, ", een ander]"),
    ("(", BSN, ")"),
    ("bsn=", BSN, ";"),
    ("bsn:", BSN, ""),
    ("BSN-", BSN, ""),
    ("burgerservicenummer ", BSN, ""),
    ("sofinummer ", BSN, ""),
    ("bsn ", "123.456.782", ""),
    ("bsn ", "123 456 782", ""),
    ("bsn ", "1234.56.782", ""),
    ("zaak 12, inwoner ", BSN, ""),
    ("hoofdzaak ", BSN, ""),
    ("kvk 12345678; inwoner ", BSN, ""),
    ("van: ", BSN, ", verzonden"),
]
CLEAN = [
    "123456789",
    "000000000",
    "001234567",
    f"1{BSN}",
    f"{BSN}1",
    f"a{BSN}",
    f"{BSN}a",
    f"{BSN}_1",
    f"{'0f' * 16}{BSN}{'a' * 23}",
    f"sha256: {'1' * 55}{BSN}",
    f"sha1 {BSN}",
    f"commit {BSN}",
    f"kvk: {BSN}",
    f"KvK-nummer {BSN}",
    f"RSIN {BSN}",
    f"btw NL{BSN}B01",
    "NL91 ABNA 0417 1643 00",
    "NL91ABNA0417164300",
    f"IBAN: {BSN}",
    f"rekening {BSN}",
    "2026-11-23",
    "20261123",
    "06-12345678",
    f"+31 {BSN}",
    f"0031 {BSN}",
    f"+31 (0){BSN}",
    f"tel. {BSN}",
    f"telefoon: {BSN}",
    f"zaaknummer {BSN}",
    f"klantnr. {BSN}",
    f"ref: {BSN}",
    f"zaak {BSN}",
    f"dossier: {BSN}",
    f"kenmerk {BSN}",
    f"besluit {BSN}",
    f"contract '{BSN}'",
    f"factuur {BSN}",
    f"order {BSN}",
    f"bestelling: '{BSN}'",
    f"ticket {BSN}",
    f"proef-melding {BSN}",
    f"id: '{BSN}'",
    f"https://zaak.example/?zaak={BSN}",
    f"http://zaak.example/zaken/openbaar/overzicht?zaak={BSN}",
    f"https://zaak.example/{BSN}",
    f"documents/{BSN}.md",
    f"2026-{BSN}",
    f"{BSN}-01",
    f"{BSN}.pdf",
    "1.234.567.82",
    "123.456.782 euro",
    "123 456 782",
    "bsn verwijderd op 2026-11-23 9:00 uur",
    "bsn: 123.456.789",
    "bsn 123 456-782",
    "bsn 1.123.456.782",
    "bsn",
]


def spans(text: str) -> list[str]:
    return [text[start:end] for start, end in _bsn.find(text)]


@pytest.mark.parametrize(("before", "number", "after"), FOUND)
def test_a_number_that_passes_is_found(before: str, number: str, after: str) -> None:
    for opening in ("", "# ", "x-noot: niets\n  "):
        assert spans(f"{opening}{before}{number}{after}\n") == [number]


@pytest.mark.parametrize("text", CLEAN)
def test_other_numbers_are_left_alone(text: str) -> None:
    for opening in ("", "# ", "x-noot: niets\n  "):
        assert spans(f"{opening}{text}\n") == []


@pytest.mark.parametrize("digit", range(9))
def test_every_digit_counts_in_the_check(digit: int) -> None:
    other = str((int(BSN[digit]) + 1) % 10)
    assert spans(BSN[:digit] + other + BSN[digit + 1 :]) == []


def test_every_number_is_a_finding_in_order() -> None:
    assert spans(f"{LEADING}, {BSN} en bsn 123 456 782") == [LEADING, BSN, "123 456 782"]


def document(line: str) -> str:
    return f"kind: process\nid: p\ntitle: Burgerzaken\n{line}\nowner: hoofd-burgerzaken\n"


@pytest.mark.parametrize(
    ("line", "column"),
    [(f"x-noot: inwoner {BSN}", 17), (f"# bsn: {BSN}", 8), (f"x-é: 😀 {BSN}", 8)],
)
def test_it_is_placed_at_the_number_itself(line: str, column: int) -> None:
    files = {"processes/p.yaml": document(line)}
    expect(files, f"processes/p.yaml:4:{column} SEC002", ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "SEC002"]
    assert finding.region.end_column == column + len(BSN)
    assert finding.source_line == ""
    assert finding.help is not None


def test_in_a_later_document_an_unreadable_file_and_the_settings() -> None:
    later = document("x-a: b") + "---\n" + document(f"x-noot: {BSN}")
    expect({"processes/p.yaml": later}, "processes/p.yaml:10:9 SEC002", ignoring=OTHERS)
    broken = {"processes/p.yaml": f"kind: [process\nx-noot: {BSN}\n"}
    expect(broken, "processes/p.yaml:2:9 SEC002", ignoring=OTHERS)
    settings = {"bio2lint.yaml": f"norm: bio2@1.3\n# {BSN}\n", "roles/a.yaml": ""}
    expect(settings, "bio2lint.yaml:2:3 SEC002", ignoring=OTHERS)


@pytest.mark.parametrize("line", [f"owner: {BSN}", f"systems: [{BSN}]", f"critical: {BSN}"])
def test_no_finding_of_any_rule_shows_it(line: str) -> None:
    findings = check({"processes/p.yaml": document(line)})
    assert "SEC002" in {finding.code for finding in findings}
    # A fix is written to the file that has the number already, and is shown by no report.
    assert BSN not in repr([finding._replace(fix=None) for finding in findings])


@pytest.mark.parametrize(
    "text", ["1", "bsn", "bsn 1 2 3 4 5 6 7 ", "bsn 123456789", "http://", "1 ", "bsn 123.456."]
)
def test_long_texts_take_time_in_proportion(text: str) -> None:
    """Read half a million characters; anything worse than linear would take hours."""
    _bsn.find(text * (500_000 // len(text)) + f" {BSN}")
