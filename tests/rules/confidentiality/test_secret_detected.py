"""SEC001: keys, tokens and passwords, wherever they stand; what is found is never shown.

The secrets are put together here while the tests run: none stands in this file.
"""

from __future__ import annotations

from hashlib import sha256

import pytest
from support import check, expect

from bio2lint import rules, settings
from bio2lint.finding import Severity
from bio2lint.rules.confidentiality import _secrets
from bio2lint.settings import SettingsError

OTHERS = {rule.rule.code for rule in rules.load()} - {"SEC001"}
WILD = "a1B2" * 9
BODY = "MIIEvQIBADANBgkqhkiG9w0BAQ" * 2
MARK = "-" * 5
PASSWORD = "Zomer" + "2026" + "!"


def private_key(kind: str = "PRIVATE KEY", body: str = f"\n{BODY}\n{BODY}\n") -> str:
    return f"{MARK}BEGIN {kind}{MARK}{body}{MARK}END {kind}{MARK}"


TOKENS = [
    "ghp_" + WILD,
    "gho_" + WILD,
    "ghs_" + WILD,
    "github_pat_" + "11ABCDE0Y0" + "_" + WILD,
    "glpat-" + "x9Y-_" * 4,
    "glptt-" + WILD,
    "AK" + "IA" + "IOSFODNN7" + "EXAMPLE",
    "AS" + "IA" + "Q3EGB5T2" * 2,
    "xoxb-" + "123456789012-" + "aBcDeFgH12",
    "xapp-" + "1-A0123456789-" + "0123456789ab",
    "AI" + "za" + "Sy0-_" + "aB3dE" * 6,
    "GOC" + "SPX-" + WILD,
    "npm_" + WILD,
    "pypi-" + "AgEIcHlwaS5vcmc" + WILD,
    "sk_" + "live_" + WILD,
    "hvs." + WILD,
    "AGE-" + "SECRET-KEY-1" + "QPZRY9X8GF2TVDW0" * 3,
    "ey" + "JhbGciOiJIUzI1NiJ9" + ".ey" + "JzdWIiOiIxMjM0In0" + "." + WILD,
    private_key(),
    private_key("RSA PRIVATE KEY"),
    private_key("OPENSSH PRIVATE KEY"),
    private_key("PGP PRIVATE KEY BLOCK"),
    private_key("ENCRYPTED PRIVATE KEY", f"\nDEK-Info: AES-256-CBC,0F\n\n{BODY}\n"),
    private_key(body=f"\\n{BODY}\\n"),
    private_key(body=f"\n    {BODY}\n    "),
]

CALLED = [
    ("wachtwoord: ", PASSWORD, ""),
    ("wachtwoord: ", "Welkom" + "01", ""),
    ("wachtwoord: ", "Welkom" + "01", " (tijdelijk)"),
    ("wachtwoord: ", PASSWORD, " # tijdelijk"),
    ("wachtwoord: ", PASSWORD, " voor de proefomgeving"),
    ('wachtwoord: "', PASSWORD, '"'),
    ("wachtwoord: '", PASSWORD, "'"),
    ("Wachtwoord : ", PASSWORD, ""),
    ("WACHTWOORD=", PASSWORD, ""),
    ("beheerwachtwoord: ", PASSWORD, ""),
    ("wachtwoorden: [", PASSWORD, ", kluis]"),
    ("wachtwoord: |\n  ", PASSWORD, "\nverder: niets"),
    ("wachtwoord: >-\n  ", PASSWORD, "\nverder: niets"),
    ("wachtwoord:\n  ", PASSWORD, "\nverder: niets"),
    ("wachtwoorden:\n- ", PASSWORD, "\n- kluis"),
    ("wachtwoorden:\n  - ", PASSWORD, "\n  - kluis"),
    ("wachtwoord: &beheer ", PASSWORD, ""),
    ("het wachtwoord is ", PASSWORD, ""),
    ("het wachtwoord is ", PASSWORD, " voor de proefomgeving"),
    ("wachtzin: ", "paard" + "7batterij", ""),
    ("db_password: ", "hunter" + "2", ""),
    ("dbPassword: ", "P@ss" + "w0rd", ""),
    ("passwd=", "b0om" + "hut9", ";"),
    ("passphrase: ", PASSWORD, ""),
    ("passcode: ", PASSWORD, ""),
    ("pwd=", PASSWORD, ";server=db"),
    ("pass: ", PASSWORD, ""),
    ("ww: ", PASSWORD, ""),
    ("geheim: ", PASSWORD, ""),
    ("client_secret: ", "aB3~" + "xY9.kL2", ""),
    ("secret_key: ", WILD, ""),
    ("{user: app, password: ", PASSWORD, "}"),
    ('{"password":"', PASSWORD, '"}'),
    ("token: ", WILD, ""),
    ("token: ", "0123456789abcdef" * 2, ""),
    ("token: ", "aB3~" + "xY9.kL2q", ""),
    ("token: ", "123e4567-e89b-12d3-a456-" + "426614174000", ""),
    ("token: ", WILD, " verloopt in maart"),
    ("https://zaak.example/?token=", WILD, "&x=1"),
    ("api_key: ", WILD, ""),
    ("API-KEY: ", WILD, ""),
    ("apikey: ", WILD, ""),
    ("api-sleutel: ", WILD, ""),
    ("aws_secret_access_key: ", "wJalrXUt" + "nFEMI/K7MDENG/bPxRfiCYEX", ""),
    ("AccountKey=", WILD + "/+==", ";EndpointSuffix=x"),
    ("SharedAccessKey=", WILD + "=", ""),
    ("credential: ", WILD, ""),
    ("Authorization: Bearer ", WILD, ""),
    ("Authorization: Basic ", "dXNlcjpw" + "YXNzd29yZDE=", ""),
    ("postgres://app:", "boom" + "hut", "@db.example/zaken"),
    ("redis://:", "b0om" + "hut", "@cache.example"),
    ("https://hooks.slack.com/services/", "T0123456/B0123456/" + "aBcDeFgH1234", ""),
]

CLEAN = [
    "wachtwoord: zie kluis",
    "wachtwoord: zie",
    "wachtwoord: verplicht!",
    "wachtwoord: (wordt apart verstrekt)",
    "wachtwoord: minimaal 14 tekens",
    "wachtwoord: 14 tekens",
    "wachtwoord: 12345678",
    "wachtwoord: 2026-11-23",
    "wachtwoord: P90D",
    "wachtwoord: kluis-003",
    "wachtwoord: documents/wachtwoordbeleid-2026.md#lengte",
    "wachtwoord: https://kluis.example/beheer/17",
    "wachtwoord: beheer2@gemeente.example",
    "wachtwoord: Windows11 vraagt dit bij het opstarten",
    "wachtwoord: ISO27001-2022 is leidend",
    "wachtwoord: <invullen1>",
    "wachtwoord: ${WACHTWOORD1}",
    "wachtwoord: {{ kluis.wachtwoord1 }}",
    "wachtwoord: $WACHTWOORD_1",
    "wachtwoord: '%WACHTWOORD1%'",
    "wachtwoord: xxxxxxxx1",
    "wachtwoord: '********1'",
    "wachtwoord: changeme1",
    "wachtwoord: voorbeeld123",
    "wachtwoord: !vault1",
    'wachtwoord: "zie kluis 12, map 3"',
    "wachtwoord:",
    "wachtwoord:\nduur: 2uur-en-een-half1x",
    "wachtwoord:\n  lengte: 14\n  bron: kluis-003",
    "wachtwoorden:\n- kluis-003\n- documents/wachtwoorden-2026.md#lengte",
    "het wachtwoord is minimaal 14 tekens",
    "het wachtwoord is 90 dagen geldig",
    "het wachtwoord is Welkom01 geweest",
    "wachtwoord: kluis(beheer)",
    "wachtwoord: b2b4c2g4 geldt niet",
    "wachtwoord: W3C2x! geldt niet",
    "password==hunter2x",
    "wachtwoordbeleid: document-2026a1b2c3",
    "wachtwoordlengte: 14a15b16",
    "password_hash: argon2id13x",
    "trustpass: abc123!",
    "wwww: abc123!",
    "classification: secret",
    "token: smartcard",
    "token: a1B2c3",
    "token: a1b2c3d4e5f6g7",
    'token: "zie a1B2c3D4e5F6g7H8i9"',
    "token: sleutelhanger(beheerders)",
    "token: 1234567890-1234567890",
    "token: hardware-sleutel-2026",
    "token: chipcardtokens-voor-beheerders-2026",
    "token: sha256:" + "9f2c" * 16,
    "tokens: [5.17.01, 8.02.01]",
    "sha256: " + "9f2c" * 16,
    "key: " + WILD,
    "sleutel: " + WILD,
    "Bearer informatiebeveiliging",
    "Basic informatiebeveiligingsbeleid",
    "id: S-2026-001",
    "id: ghp_" + "x" * 36,
    "id: glpat-" + "X" * 20,
    "id: xghp_" + WILD,
    "id: ghp_" + "a1B2" * 3,
    "id: npm_pakketten",
    "id: xey" + "JhbGciOiJIUzI1NiJ9" + ".ey" + "JzdWIiOiIxMjM0In0" + "." + WILD,
    "postgres://app:<wachtwoord>@db.example",
    "postgres://app:${WACHTWOORD}@db.example",
    "postgres://app:wachtwoord@db.example",
    "postgres://app@db.example:5432/zaken",
    "https://zaak.example:8443/@map",
    f"gebruik nooit {MARK}BEGIN PRIVATE KEY{MARK} informatiebeveiligingsbeleid in YAML",
    f"{MARK}BEGIN PRIVATE KEY{MARK}\n<sleutel-uit-de-kluis>\n{MARK}END PRIVATE KEY{MARK}",
    private_key(body="\n<DeSleutelUitDeKluis>\n"),
    private_key(body="\nsleutel\n"),
    f"{MARK}BEGIN CERTIFICATE{MARK}\n{BODY}\n{MARK}END CERTIFICATE{MARK}",
    private_key("PUBLIC KEY"),
]


def spans(text: str) -> list[str]:
    return [text[secret.start : secret.end] for secret in _secrets.find(text)]


@pytest.mark.parametrize("token", TOKENS, ids=range(len(TOKENS)))
def test_known_forms_are_found_anywhere(token: str) -> None:
    for text in (token, f"x-noot: {token}\n", f"# {token}", f'a: "{token}"', f"({token})"):
        assert spans(text) == [token]


@pytest.mark.parametrize(("before", "secret", "after"), CALLED, ids=range(len(CALLED)))
def test_what_is_called_a_secret_is_found(before: str, secret: str, after: str) -> None:
    for opening in ("", "# ", "x-noot: niets\n  "):
        assert spans(f"{opening}{before}{secret}{after}") == [secret]


@pytest.mark.parametrize("text", CLEAN, ids=range(len(CLEAN)))
def test_prose_names_and_stand_ins_are_left_alone(text: str) -> None:
    for opening in ("", "# ", "x-noot: niets\n  "):
        assert spans(opening + text + "\n") == []


def test_a_private_key_that_breaks_off_is_found() -> None:
    broken = f"{MARK}BEGIN PRIVATE KEY{MARK}\n{BODY}"
    assert spans(f"{broken}\n") == [broken]


def test_one_secret_is_one_finding() -> None:
    assert spans(f"token: ghp_{WILD}") == [f"ghp_{WILD}"]
    address = "postgres://app:" + "boom" + "hut9" + "@db.example"
    assert len(spans(f"secret: {address}")) == 1


def test_every_secret_is_a_finding_in_order() -> None:
    first, second = "ghp_" + WILD, "glpat-" + WILD
    assert spans(f"a: {second}\nb: {first}\nwachtwoord: {PASSWORD}") == [second, first, PASSWORD]


def test_letters_that_grow_in_small_print_shift_nothing() -> None:
    assert spans(f"İİİ wachtwoord: {PASSWORD}") == [PASSWORD]


def document(line: str) -> str:
    """A process; `line` is its fourth line."""
    return f"kind: process\nid: p\ntitle: Burgerzaken\n{line}\nowner: hoofd-burgerzaken\n"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (f"x-noot: {{wachtwoord: '{PASSWORD}'}}", 23),
        (f"# wachtwoord: {PASSWORD}", 15),
        (f"x-é: 😀 wachtwoord={PASSWORD}", 19),
    ],
)
def test_it_is_placed_at_the_secret_itself(line: str, column: int) -> None:
    files = {"processes/p.yaml": document(line)}
    expect(files, f"processes/p.yaml:4:{column} SEC001", ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "SEC001"]
    assert finding.region.end_column == column + len(PASSWORD)
    assert finding.severity.name == "ERROR"
    assert finding.help is not None
    assert finding.help.nl
    assert finding.help.en


def test_in_a_later_document_of_a_file() -> None:
    expect(
        {"processes/p.yaml": document("x-a: b") + "---\n" + document(f"x-token: {WILD}")},
        "processes/p.yaml:10:10 SEC001",
        ignoring=OTHERS,
    )


def test_a_key_over_several_lines_ends_where_it_ends() -> None:
    block = "x-sleutel: |\n  " + private_key().replace("\n", "\n  ")
    (finding,) = [f for f in check({"processes/p.yaml": document(block)}) if f.code == "SEC001"]
    assert (finding.region.line, finding.region.column) == (5, 3)
    assert (finding.region.end_line, finding.region.end_column) == (8, 28)


def test_it_is_found_in_a_file_that_cannot_be_read() -> None:
    files = {"processes/p.yaml": f"kind: [process\nx-wachtwoord: {PASSWORD}\n"}
    expect(files, "processes/p.yaml:2:15 SEC001", ignoring=OTHERS)


def test_it_is_found_before_a_kind_is_known() -> None:
    files = {"processes/p.yaml": f"kind: proces-sen\nx-wachtwoord: {PASSWORD}\n"}
    expect(files, "processes/p.yaml:2:15 SEC001", ignoring=OTHERS)


@pytest.mark.parametrize(
    "line",
    [
        f"wachtwoord: {PASSWORD}",
        f"owner: {{wachtwoord: '{PASSWORD}'}}",
        f"critical: ghp_{WILD}",
        f"systems: [ghp_{WILD}]",
        f"x-noot: ['wachtwoord: {PASSWORD}'",
    ],
)
def test_no_finding_of_any_rule_shows_the_secret(line: str) -> None:
    findings = check({"processes/p.yaml": document(line)})
    assert "SEC001" in {finding.code for finding in findings}
    shown = repr(findings)
    assert PASSWORD not in shown
    assert WILD not in shown


@pytest.mark.parametrize(
    "line",
    [
        "wachtwoord:",
        'password:"',
        "password='x ",
        "password: |\n",
        "token: aB3!",
        "ww:",
        "://a:",
        "eyJ",
        "ey" + "Jaaaaaaaa.",
        "ghp_",
        "glpat-",
        f"{MARK}BEGIN PRIVATE KEY{MARK}",
        f"{MARK}BEGIN PRIVATE KEY{MARK}- ",
        "earer ",
        "<%a",
    ],
)
def test_long_lines_take_time_in_proportion(line: str) -> None:
    """Read a line of a million characters; anything worse than linear would take hours."""
    _secrets.find(line * (1_000_000 // len(line)))


@pytest.mark.parametrize("character", [" ", "a", "-", "1.", "<", "\\", "A "])
def test_long_runs_take_time_in_proportion(character: str) -> None:
    for opening in ("password", "password: a1", "token: ", "://", "ghp_", f"{MARK}BEGIN "):
        _secrets.find(opening + character * (200_000 // len(character)))


def test_it_cannot_be_turned_off() -> None:
    with pytest.raises(SettingsError):
        settings.read(b"rules: {SEC001: off}\n")


def test_the_settings_are_searched_too() -> None:
    token = "ghp_" + "a1B2" * 9
    text = f"norm: bio2@1.3\nlanguage: nl # {token}\n"
    found = [f for f in check({"bio2lint.yaml": text, "roles/a.yaml": ""}) if f.code == "SEC001"]
    assert [(f.region.path, f.region.line, f.region.column) for f in found] == [
        ("bio2lint.yaml", 2, 16)
    ]
    assert found[0].source_line == ""


def allowing(*values: str) -> dict[str, str]:
    digests = ", ".join(f"'{sha256(value.encode()).hexdigest()}'" for value in values)
    return {"bio2lint.yaml": f"norm: bio2@1.3\nrules: {{SEC001: {{allow: [{digests}]}}}}\n"}


def test_what_is_allowed_by_its_hash_is_counted_and_never_shown() -> None:
    noted = document(f"x-noot: 'wachtwoord: {PASSWORD}'\nx-token: {WILD}")
    files = {"processes/p.yaml": noted, **allowing(PASSWORD, WILD)}
    expect(files, "processes/p.yaml:4:22 SEC001", ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "SEC001"]
    assert finding.severity is Severity.INFO
    assert "2 geheimen" in finding.message.nl
    assert "2 secrets" in finding.message.en
    assert PASSWORD not in repr(finding)


def test_what_is_allowed_in_a_later_document_is_counted_there() -> None:
    later = document("x-a: b") + "---\n" + document(f"x-noot: 'wachtwoord: {PASSWORD}'")
    files = {"processes/p.yaml": later, **allowing(PASSWORD)}
    expect(files, "processes/p.yaml:10:22 SEC001", ignoring=OTHERS)
    (finding,) = [f for f in check(files) if f.code == "SEC001"]
    assert finding.region.end_column == 22 + len(PASSWORD)


def test_what_is_not_allowed_is_found_beside_it() -> None:
    noted = document(f"x-noot: 'wachtwoord: {PASSWORD}'\nx-token: {WILD}")
    files = {"processes/p.yaml": noted, **allowing(WILD)}
    at = ("processes/p.yaml:4:22 SEC001", "processes/p.yaml:5:10 SEC001")
    expect(files, *at, ignoring=OTHERS)
    found = [f for f in check(files) if f.code == "SEC001"]
    assert [f.severity for f in found] == [Severity.ERROR, Severity.INFO]
    assert "1 geheim in" in found[1].message.nl
    assert "1 secret in" in found[1].message.en


@pytest.mark.parametrize("allowed", [PASSWORD[:-1], PASSWORD.lower(), "wachtwoord"])
def test_only_the_very_value_is_allowed(allowed: str) -> None:
    files = {"processes/p.yaml": document(f"# wachtwoord: {PASSWORD}"), **allowing(allowed)}
    (finding,) = [f for f in check(files) if f.code == "SEC001"]
    assert finding.severity is Severity.ERROR


def test_an_allowed_value_that_is_gone_says_nothing() -> None:
    expect({"processes/p.yaml": document("x-a: b"), **allowing(PASSWORD)}, ignoring=OTHERS)


def test_an_allowed_hash_in_capitals_counts_as_well() -> None:
    digest = sha256(PASSWORD.encode()).hexdigest().upper()
    chosen = f"norm: bio2@1.3\nrules: {{SEC001: {{allow: ['{digest}']}}}}\n"
    files = {"processes/p.yaml": document(f"# wachtwoord: {PASSWORD}"), "bio2lint.yaml": chosen}
    (finding,) = [f for f in check(files) if f.code == "SEC001"]
    assert finding.severity is Severity.INFO
