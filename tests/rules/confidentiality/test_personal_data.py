"""SEC003: data of persons, wherever they stand; what is found is never shown.

All names, numbers and addresses are made up.
"""

from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules
from bio2lint.finding import Severity
from bio2lint.rules.confidentiality import _personal

OTHERS = {rule.rule.code for rule in rules.load()} - {"SEC003"}
AT = "@"
WORK = f"j.jansen{AT}gemeente-lindemeer.nl"
MOBILE = "06-12345678"
ADDRESS = "Dorpsstraat 12, 1234 AB"

FOUND = [
    ("contact: ", WORK, ""),
    ("<", WORK, ">"),
    ("mailto:", WORK, ""),
    ("", f"jan.jansen{AT}lindemeer.nl", "."),
    ("", f"Jan.de.Vries{AT}lindemeer.nl", ", en"),
    ("", f"j-jansen{AT}lindemeer.nl", ""),
    ("", f"j_jansen2{AT}lindemeer.nl", ""),
    ("", f"j.jansen+bio{AT}lindemeer.nl", ""),
    ("", f"jansen{AT}gmail.com", ""),
    ("", f"jansen1970{AT}ziggo.nl", ""),
    ("", f"familie{AT}post.hotmail.com", ""),
    ("bel ", MOBILE, ""),
    ("bel ", MOBILE, "\nmeldpunt: geen"),
    ("zaak 12: bel ", MOBILE, ""),
    ("hoofdzaak ", MOBILE, ""),
    ("telefoonnummer ", MOBILE, ""),
    ("", "0612345678", "."),
    ("", "06 12345678", ""),
    ("", "06 12 34 56 78", ""),
    ("", "06-1234 5678", ""),
    ("(", "+31612345678", ")"),
    ("", "+31 6 12345678", ""),
    ("", "+31 (0)6 12345678", ""),
    ("", "0031612345678", ""),
    ("x-adres: ", ADDRESS, " Lindemeer"),
    ("woont op ", "Kerklaan 3a, 4321CD", ""),
    ("", "Burg. Hofpad 3-b 4321 CD".removeprefix("Burg. "), ""),
    ("", "Woonadres: Bosrand 12", ", Lindemeer"),
    ("", "privé-adres - Bosrand 12", ""),
]
CLEAN = [
    f"ciso{AT}lindemeer.nl",
    f"jansen{AT}lindemeer.nl",
    f"functioneel.beheer{AT}lindemeer.nl",
    f"informatie-beveiliging{AT}lindemeer.nl",
    f"functionaris.gegevensbescherming{AT}lindemeer.nl",
    f"gegevens.makelaar{AT}lindemeer.nl",
    f"proces.eigenaar{AT}lindemeer.nl",
    f"cyber.weerbaarheid{AT}lindemeer.nl",
    f"digitale.agenda{AT}lindemeer.nl",
    f"team.burgerzaken{AT}lindemeer.nl",
    f"no-reply{AT}lindemeer.nl",
    f"hr.po{AT}lindemeer.nl",
    f"info{AT}gmail.com",
    f"j.jansen{AT}lindemeer.example",
    f"j.jansen{AT}example.com",
    f"j.jansen{AT}www.voorbeeld.nl",
    f"j.jansen{AT}mail.test",
    f"j.jansen{AT}lindemeer.invalid",
    f"actions/check.out{AT}v4.1",
    f"bio2{AT}1.3",
    f"handles: ['{AT}lindemeer/team.ciso']",
    f"j.jansen{AT}lindemeer",
    f"{AT}lindemeer.nl",
    "0512-345678",
    "014 0512",
    "088 123 45 67",
    "06-1234567",
    "06-123456789",
    "2026-06-12 34 56 78",
    "106-12345678",
    "a0612345678",
    "5.06 12345678",
    "NL91 ABNA 0612345678",
    "NL91ABNA0612345678",
    f"piketdienst: {MOBILE}",
    f"meldpunt (buiten kantooruren) {MOBILE}",
    f"{MOBILE} (piket)",
    f"{MOBILE} is van de storingsdienst",
    "zaak 0612345678",
    "factuurnummer: 0612345678",
    "ordernr. 0612345678",
    "id: '0612345678'",
    f"{'0f' * 16}0612345678{'a' * 22}",
    "bezoekadres: Dorpsstraat 12, 1234 AB Lindemeer",
    "Raadhuisplein 1, 1234 AB Lindemeer",
    "kantoor aan de Dorpsstraat 12, 1234 AB",
    "Postbus 12, 1234 AB Lindemeer",
    "Dorpsstraat, 1234 AB",
    "Dorpsstraat 12",
    "proces 5 2048 MB",
    "veld 12: 4096GB",
    "versie 12, 2026 BW",
    "zaak 12 1234 AB",
    "woonadres: zie de zaak",
    "woonadressen\n  12",
]


def spans(text: str) -> list[str]:
    return [text[one.start : one.end] for one in _personal.find(text)]


@pytest.mark.parametrize(("before", "value", "after"), FOUND)
def test_data_of_persons_are_found(before: str, value: str, after: str) -> None:
    for opening in ("", "# ", "x-noot: niets\n  "):
        assert spans(f"{opening}{before}{value}{after}\n") == [value]


@pytest.mark.parametrize("text", CLEAN)
def test_roles_examples_and_other_numbers_are_left_alone(text: str) -> None:
    for opening in ("", "# ", "x-noot: niets\n  "):
        assert spans(f"{opening}{text}\n") == []


def test_each_is_a_finding_in_order() -> None:
    assert spans(f"{MOBILE}; {WORK}; {ADDRESS}") == [MOBILE, WORK, ADDRESS]
    assert spans(f"woonadres: {ADDRESS}") == [f"woonadres: {ADDRESS.partition(',')[0]}"]


def document(line: str) -> str:
    return f"kind: process\nid: p\ntitle: Burgerzaken\n{line}\nowner: hoofd-burgerzaken\n"


@pytest.mark.parametrize(
    ("line", "column"),
    [(f"x-noot: {WORK}", 9), (f"# bel {MOBILE}", 7), (f"x-é: 😀 {ADDRESS}", 8)],
)
def test_it_is_placed_at_the_value_itself(line: str, column: int) -> None:
    files = {"processes/p.yaml": document(line)}
    expect(files, f"processes/p.yaml:4:{column} SEC003", ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "SEC003"]
    assert finding.severity is Severity.WARNING
    assert finding.source_line == ""


def test_in_a_later_document_an_unreadable_file_and_the_settings() -> None:
    later = document("x-a: b") + "---\n" + document(f"x-noot: {WORK}")
    expect({"processes/p.yaml": later}, "processes/p.yaml:10:9 SEC003", ignoring=OTHERS)
    broken = {"processes/p.yaml": f"kind: [process\nx-noot: {WORK}\n"}
    expect(broken, "processes/p.yaml:2:9 SEC003", ignoring=OTHERS)
    settings = {"bio2lint.yaml": f"norm: bio2@1.3\n# {WORK}\n", "roles/a.yaml": ""}
    expect(settings, "bio2lint.yaml:2:3 SEC003", ignoring=OTHERS)


@pytest.mark.parametrize("line", [f"owner: {WORK}", f"systems: ['{WORK}']", f"critical: {MOBILE}"])
def test_no_finding_of_any_rule_shows_it(line: str) -> None:
    shown = repr(check({"processes/p.yaml": document(line)}))
    assert "SEC003" in shown
    assert WORK not in shown
    assert MOBILE not in shown


@pytest.mark.parametrize(
    ("allow", "found"),
    [
        (WORK, False),
        (WORK.upper(), False),
        ("*@gemeente-lindemeer.nl", False),
        ("j.*", False),
        ("jansen", True),
        ("*@lindemeer.nl", True),
        ("*@lindemeer.nl', 'j.jansen@*", False),
    ],
)
def test_officials_may_be_named_by_setting(allow: str, *, found: bool) -> None:
    chosen = f"norm: bio2@1.3\nrules: {{SEC003: {{allow: ['{allow}']}}}}\n"
    files = {"processes/p.yaml": document(f"x-noot: {WORK}"), "bio2lint.yaml": chosen}
    expected = ["processes/p.yaml:4:9 SEC003"] if found else []
    expect(files, *expected, ignoring=OTHERS)


@pytest.mark.parametrize(
    "text",
    [
        *("a@", "a@b.", "a.b@c.d.e", "@a.", "06", "06 1 2 3 4 5 6 7 ", "+31 6 ", "1234 AB "),
        *("straat 1 1234 AB ", "straat ", "woonadres ", "woonadres: aa", "@", "a.b."),
    ],
)
def test_long_texts_take_time_in_proportion(text: str) -> None:
    """Read a text of a hundred thousand characters; anything worse would take hours."""
    _personal.find(text * (100_000 // len(text)) + f" {WORK}")
