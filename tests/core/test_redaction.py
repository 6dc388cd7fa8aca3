"""What a rule calls secret is shown nowhere, be it only its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from core_cases import BOARD, CONTROL
from judge_cases import (
    PATH,
    RULE,
    SAID,
    at,
    configured,
    judged,
)
from support import result

from bio2lint import document, judge, settings
from bio2lint.finding import Finding, Found, Place, Related, Text

if TYPE_CHECKING:
    from bio2lint.document import Document


TOKEN = "ghp_" + "a1B2" * 9
LONG = "Q7x" * 40


def secret(text: str, value: str = TOKEN, path: str = PATH) -> Found:
    start = text.index(value)
    return at(path=path, offset=(start, start + len(value)))._replace(secret=True)


def shown(findings: list[Finding], value: str = TOKEN) -> list[str]:
    """Return the fields of findings that show the beginning of a secret."""
    return [
        f"{finding.code} {name}"
        for finding in findings
        for name, field in finding._asdict().items()
        if value[:8] in str(field)
    ]


def test_a_secret_is_not_shown_in_a_source_line() -> None:
    text = CONTROL.replace("status: implemented", f"status: {TOKEN} # en meer")
    findings = judged(text, secret(text), at("status"), at("status", key=True), at("id"))
    assert [f.source_line for f in findings] == ["id: mfa", "", "", ""]
    assert shown(findings) == []


def test_a_secret_is_not_shown_in_any_words() -> None:
    text = CONTROL.replace("status: implemented", f"status: {TOKEN}")
    says = Text(nl=f"`{TOKEN}` past niet.", en=f"`{TOKEN}` does not fit.")
    word = at("id")._replace(message=says)
    helps = at("id")._replace(help=says)
    relates = at("id")._replace(related=(Related(Place(PATH, 0, ("id",)), says),))
    findings = judged(text, secret(text), word, helps, relates)
    assert shown(findings) == []
    told = {(f.message.nl, f.message.en) for f in findings}
    assert (f"`{judge.REDACTED}` past niet.", f"`{judge.REDACTED}` does not fit.") in told
    assert [f.help for f in findings] == [None] * 4
    (there,) = [f.related for f in findings if f.related]
    assert there[0][1].en == f"`{judge.REDACTED}` does not fit."


def test_the_beginning_of_a_secret_that_was_cut_short_is_not_shown() -> None:
    text = CONTROL.replace("status: implemented", f"status: {LONG}")
    says = Text(nl=f"`{LONG[:57]}…` past niet.", en=f"`{LONG[:57]}…` and {LONG} do not fit.")
    findings = judged(text, secret(text, LONG), at("id")._replace(message=says))
    assert shown(findings, LONG) == []
    assert findings[0].message == Text(
        nl=f"`{judge.REDACTED}…` past niet.",
        en=f"`{judge.REDACTED}…` and {judge.REDACTED} do not fit.",
    )


def test_a_secret_that_holds_another_is_taken_out_whole() -> None:
    text = CONTROL.replace("owner: ict", f"owner: {TOKEN}\nx-a: {TOKEN}{LONG}")
    says = Text(nl=f"{TOKEN}{LONG}", en=f"{TOKEN}{LONG} {TOKEN}")
    found = [secret(text), secret(text, TOKEN + LONG), at("id")._replace(message=says)]
    assert judged(text, *found)[0].message == Text(
        nl=judge.REDACTED, en=f"{judge.REDACTED} {judge.REDACTED}"
    )


def test_a_secret_that_is_an_id_or_owner_is_not_shown() -> None:
    for key in ("id: mfa", "owner: ict"):
        text = CONTROL.replace(key, f"{key.partition(':')[0]}: {TOKEN}")
        assert shown(judged(text, secret(text), at("status"))) == []


def test_each_line_of_a_secret_is_hidden() -> None:
    block = "x-key: |\n  eerste regel van de sleutel\n  tweede regel van de sleutel\n"
    text = CONTROL + block
    value = block.partition("|\n")[2]
    says = Text(nl="tweede regel van de sleutel", en="x")
    line = text.index("tweede")
    findings = judged(
        text, secret(text, value), at(offset=(line, line + 3)), at("id")._replace(message=says)
    )
    assert [f.source_line for f in findings] == ["id: mfa", "", ""]
    assert findings[0].message.nl == judge.REDACTED


@pytest.mark.parametrize("value", ["[", "…", "]", "."])
def test_a_secret_of_one_character_does_not_hang(value: str) -> None:
    text = CONTROL.replace("implemented", f"'{value}'")
    start = text.index(f"'{value}'") + 1
    one = at(offset=(start, start + 1))._replace(secret=True)
    says = Text(nl=f"a{value}{value}b", en="b")
    findings = judged(text, one, at("id")._replace(message=says))
    assert findings[0].message.nl == f"a{judge.REDACTED}{judge.REDACTED}b"


def test_what_is_no_secret_is_shown() -> None:
    text = CONTROL.replace("status: implemented", f"status: {TOKEN}")
    plain = secret(text)._replace(secret=False, message=Text(TOKEN, TOKEN))
    (finding,) = judged(text, plain)
    assert finding.source_line == f"status: {TOKEN}"
    assert finding.message.nl == TOKEN


def test_a_secret_of_one_file_leaves_the_words_of_another_alone() -> None:
    called = "Directie"
    text = f"{CONTROL}x-wachtwoord: {called}\n"
    documents: dict[tuple[str, int], Document] = {
        (PATH, 0): document.read(PATH, text.encode())[0],
        ("b.yaml", 0): document.read("b.yaml", BOARD.encode())[0],
    }
    says = Text(nl="De Directie ontbreekt.", en="The Directie is absent.")
    found = [secret(text, called), at("title", path="b.yaml")._replace(message=says)]
    findings = judge.judge([(RULE, one) for one in found], documents, configured(None))
    assert [f.message for f in findings] == [says, SAID]
    assert [f.source_line for f in findings] == ["title: Directie", ""]


def test_a_secret_is_hidden_even_where_its_rule_is_off() -> None:
    text = CONTROL.replace("implemented", TOKEN)
    documents = {(PATH, 0): document.read(PATH, text.encode())[0]}
    off = settings.Settings(rules={"TST001": "off"})
    found = [(RULE, secret(text)), (RULE._replace(code="ABC001"), at("status"))]
    findings = judge.judge(found, documents, off)
    assert [(f.code, f.source_line) for f in findings] == [("ABC001", "")]


def test_a_real_run_shows_no_part_of_a_token() -> None:
    text = CONTROL.replace("implemented", TOKEN).replace("owner: ict", f"owner: {TOKEN}x")
    findings = list(result({PATH: text, "roles/r.yaml": BOARD}).findings)
    assert {"SEC001", "STR002", "REF006"} <= {f.code for f in findings}
    assert shown(findings) == []
