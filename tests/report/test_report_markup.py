"""Text within Markdown: it is shown as it was, and no forge makes anything of it."""

from __future__ import annotations

import pytest
from forge import MENTION_OR_REFERENCE, stretches, tags, visible_text

from bio2lint.report.markup import cell, code, inline, prose
from bio2lint.report.safe import printable

MARKUP = [
    *("# kop", "- punt", "+ punt", "* punt", "1. punt", "12) punt", "- [x] taak", "> citaat"),
    *("---", "===", "***", "___", "```mermaid", "~~~sh", "    code", "| a | b |", "|-|-|", ":--:"),
    *("**vet**", "_schuin_", "~~weg~~", "`code`", "[a](b)", "![a](b)", "[a]: b", "<b>", "&lt;"),
    *("[^1]", "[^1]: noot", "<!-- x", "-->", "<https://example.org>", r"\*", "a  ", "{{toc}}"),
    *(
        "/close",
        "::include{file=x}",
        "[[_TOC_]]",
        "[TOC]",
        "> [!NOTE]",
        ">>>",
        "---\ntitle: x\n---",
    ),
]
READ_LATER = [
    *("@gemeente", "@gemeente/team", "isoc@example.org", "#12", "gemeente/isms#12", "!3", "GH-12"),
    *("gh-12", "GL-7", "DB-2026", "$4", "$x^2$", "$$x$$", "%7", '%"een mijlpaal"', "~bug", "&5"),
    *('~"een label"', "^alert#3", "[vulnerability:12]", "[contact:x@example.org]", "*iteration:3"),
    *("0123456", "0123456789abcdef0123456789abcdef01234567", "x@0123456", "[-weg-]", "{+erbij+}"),
    *("www.example.org", "WWW.example.org", "http://example.org", "ftp://example.org"),
    *("mailto:a@example.org", "xmpp:a@example.org", ":tada:", ":+1:", ":100:", "a:b:c"),
    *("gemeente/isms>", "isms>"),
]


@pytest.mark.parametrize("text", MARKUP + READ_LATER)
@pytest.mark.parametrize("before", ["", "Titel: "])
def test_text_is_shown_and_is_no_markup(before: str, text: str) -> None:
    source = before + inline(text)
    assert visible_text(source) == (before + printable(text).strip()).rstrip()
    assert set(tags(source)) <= {"p", "span"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("/close", "&#47;close"),
        ("::include{file=x}", "&#58;:include&#123;file=x&#125;"),
        ("a::b", "a&#58;:b"),
        ("===", "&#61;=="),
        (":- x", "&#58;- x"),
        ("|a|", "&#124;a|"),
        ("<b", "&#60;b"),
        ("a & b", "a &#38; b"),
        ("a ~ b", "a &#126; b"),
        ("x^2^", "x&#94;2&#94;"),
        ("0123456789", "<span>012345</span><span>6789</span>"),
        ("A_B-1", "<span>A&#95;B</span>-1"),
    ],
)
def test_source_has_nothing_that_other_readers_go_by(text: str, source: str) -> None:
    """Quick actions, directives, tables, and unfinished elements, which this reader leaves."""
    assert inline(text) == source


@pytest.mark.parametrize("text", READ_LATER)
def test_forge_reads_no_mention_reference_address_or_emoji(text: str) -> None:
    assert any(map(MENTION_OR_REFERENCE.search, stretches(f"x {text} y".replace("_", r"\_"))))
    assert not any(map(MENTION_OR_REFERENCE.search, stretches(f"x {inline(text)} y")))


@pytest.mark.parametrize("text", MARKUP + READ_LATER)
def test_cell_keeps_the_row_in_shape(text: str) -> None:
    source = f"| a | b |\n|---|---|\n| {cell(text)} | {code(text)} |\n"
    assert tags(source).count("td") == 2
    assert set(tags(source)) <= {"table", "thead", "tbody", "tr", "th", "td", "span", "code"}
    assert visible_text(source).split("\n")[2:] == [printable(text).strip()] * 2


@pytest.mark.parametrize("text", [*MARKUP, *READ_LATER, "`", "``a`", "a`|`b", "##[error]x"])
def test_code_holds_whatever_it_is_given(text: str) -> None:
    source = f"- {code(text)} x"
    assert visible_text(source) == f"{printable(text).strip(' ')} x"
    assert tags(source).count("code") == 1


@pytest.mark.parametrize("empty", ["``", "` `", "````"])
@pytest.mark.parametrize(
    "text", ["#{}12", "!{}12", "GH{}-12", "012{}3456", "isms{}>", "www{}.example.org"]
)
def test_nothing_between_backticks_joins_what_stands_around_it(text: str, empty: str) -> None:
    source = prose(text.format(empty))
    assert visible_text(source) == text.format(empty)
    assert tags(source).count("code") == 0
    assert not any(map(MENTION_OR_REFERENCE.search, stretches(source)))


def test_nothing_is_code_all_the_same() -> None:
    assert code("") == code(" ") == "<code></code>"


@pytest.mark.parametrize("text", ["##[error]x", "##vso[x]y", "::error::x", "::add-mask::x"])
def test_markdown_in_a_job_s_output_is_no_command(text: str) -> None:
    for made in (inline(text), cell(text), code(text)):
        assert "##" not in made
        assert not made.startswith("::")


@pytest.mark.parametrize(
    "text", ["5.17.01 is in editie 1.3 verplaatst.", "Tot 2026-11-23, 12:30 uur: 100% (a/b)."]
)
def test_ordinary_text_stays_readable_in_its_source(text: str) -> None:
    assert inline(text) == text
    assert code(text) == f"`{text}`"


def test_long_text_takes_no_longer_than_its_length() -> None:
    for text in (
        "a" * 200_000,
        "f" * 200_000 + "z",
        ":a" * 100_000,
        "[a" * 100_000,
        "A_" * 100_000,
    ):
        assert len(inline(text)) < 20 * len(text)
