"""The block of the program in a CODEOWNERS file: nothing else in it changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bio2lint.codeowners import read
from bio2lint.codeowners.block import BEGIN, END, Damaged, put, split

LINES = ["/a @lindemeer/a", "/b @lindemeer/b"]
BLOCK = f"{BEGIN}\n/a @lindemeer/a\n/b @lindemeer/b\n{END}\n"
IN_GITLAB = BLOCK.replace("\n/a", "\n[bio2lint]\n/a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", BLOCK),
        ("* @x\n", f"* @x\n\n{BLOCK}"),
        ("* @x\n\n", f"* @x\n\n{BLOCK}"),
        ("* @x", f"* @x\n\n{BLOCK}"),
        ("\ufeff", f"\ufeff{BLOCK}"),
        ("\ufeff\ufeff", f"\ufeff\ufeff\n\n{BLOCK}"),
        ("* @x\r", "* @x\r\r\n\r\n" + BLOCK.replace("\n", "\r\n")),
        ("* @x\r\n", "* @x\r\n\r\n" + BLOCK.replace("\n", "\r\n")),
        (f"* @x\n{BEGIN}\n/old @y\n{END}\n/z @z", f"* @x\n{BLOCK}/z @z"),
        ("# bio2lint begin: x\n\n#bio2lint end", BLOCK.removesuffix("\n")),
        ("\t# bio2lint begin\r\n# bio2lint end \r\nx", BLOCK.replace("\n", "\r\n") + "x"),
    ],
)
def test_the_block_comes_at_the_end_or_stays_where_it_is(text: str, expected: str) -> None:
    assert put(text, LINES, "github") == expected
    assert put(expected, LINES, "github") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* @x\n", f"* @x\n\n{IN_GITLAB}"),
        (f"{IN_GITLAB}# a comment\n\n[Docs] @d\n/docs/\n", None),
        (f"{IN_GITLAB}^[Docs]\n/docs/ @d\n", None),
        (f"{IN_GITLAB}/docs/ @d\n", f"/docs/ @d\n\n{IN_GITLAB}"),
        (f"* @x\n\n{IN_GITLAB}[Docs\n", f"* @x\n\n[Docs\n\n{IN_GITLAB}"),
    ],
)
def test_a_section_of_gitlab_takes_in_no_line_that_is_not_ours(
    text: str, expected: str | None
) -> None:
    expected = text if expected is None else expected
    assert put(text, LINES, "gitlab") == expected
    assert put(expected, LINES, "gitlab") == expected


def test_lines_before_a_section_belong_to_what_they_did() -> None:
    text = "[Docs] @d\n/docs/\n"
    found = read(put(text, LINES, "gitlab"), "gitlab")
    assert [section.name for section in found.sections] == ["", "Docs", "bio2lint"]
    assert found.owners_of("docs/x") == ("@d",)
    assert found.owners_of("a") == ("@lindemeer/a",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{BEGIN}\n", 1),
        (f"a\n{END}\n", 2),
        (f"{BLOCK}{END}\n", 5),
        (f"{BLOCK}{BLOCK}", 5),
        (f"{BEGIN}\n{BLOCK}", 2),
    ],
)
def test_marks_that_do_not_pair_are_refused_at_the_odd_one(text: str, line: int) -> None:
    with pytest.raises(Damaged) as caught:
        put(text, LINES, "github")
    assert caught.value.line == line


OTHERS = st.lists(
    st.sampled_from(["* @x", "# bio2lint ending", "", "[Docs]", "/a b", "\u2028", "# bio2lint"])
)
DIALECTS = st.sampled_from(["github", "gitlab"])
ENDS = st.sampled_from(["\n", "\r\n"])


@given(
    before=OTHERS,
    after=OTHERS,
    end=ENDS,
    last=st.booleans(),
    dialect=st.sampled_from(["github", "gitlab"]),
)
def test_what_stands_outside_of_the_block_stays_byte_for_byte(
    before: list[str],
    after: list[str],
    end: str,
    last: str,
    dialect: str,
) -> None:
    text = "".join(f"{line}{end}" for line in before)
    rest = end.join(after) + (end if last else "")
    written = put(f"{text}{BEGIN}{end}/old @o{end}{END}{end}{rest}", LINES, dialect)
    found = split(written)
    assert (found.before + found.after).rstrip("\r\n") == (text + rest).rstrip("\r\n")
    assert put(written, LINES, dialect) == written
    changed = put(written, ["/c @c"], dialect)
    assert split(changed)[::2] == found[::2]
