"""Whom GitHub asks: the cases of its own documentation, its exceptions, and gitignore's rules."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from bio2lint.codeowners import DIALECTS, GITHUB, read

DOCUMENTED = """\
# Comments begin with a hash.
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/*  docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/ @octocat
/apps/github
"""


def owners(text: str, path: str) -> tuple[str, ...]:
    return read(text, GITHUB).owners_of(path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("README.md", ("@global-owner1", "@global-owner2")),
        ("src/deep/app.js", ("@js-owner",)),
        ("src/main.go", ("docs@example.com",)),
        ("a/notes.txt", ("@octo-org/octocats",)),
        ("build/logs/x", ("@octocat",)),
        ("x/build/other/y", ("@global-owner1", "@global-owner2")),
        ("docs/getting-started.md", ("@doctocat",)),
        ("x/apps/deep/y", ("@octocat",)),
        ("scripts/a/b", ("@doctocat", "@octocat")),
        ("deeply/nested/logs/day", ("@octocat",)),
        ("apps/other", ("@octocat",)),
        ("apps/github", ()),
        ("apps/github/deep/file", ()),
    ],
)
def test_the_documented_file_asks_whom_it_says(path: str, expected: tuple[str, ...]) -> None:
    assert owners(DOCUMENTED, path) == expected


@pytest.mark.parametrize(
    ("pattern", "fits", "does_not"),
    [
        ("docs/*", ["docs/a.md"], ["docs/build/a.md", "x/docs/a.md"]),
        ("/*", ["a"], ["a/b"]),
        ("*", ["a", "a/b", ".a"], []),
        ("docs/", ["docs/a", "x/docs/a/b"], ["docs"]),
        ("/docs/", ["docs/a/b"], ["x/docs/a"]),
        ("/docs/**/", ["docs/a/b"], ["docs/a", "a/b"]),
        ("**/", ["a/b"], ["a"]),
        ("a/b", ["a/b", "a/b/c"], ["x/a/b"]),
        ("**/logs", ["logs", "logs/a", "x/y/logs/a"], ["xlogs"]),
        ("/a/**/b", ["a/b", "a/x/y/b", "a/b/c"], ["ab", "x/a/b"]),
        ("/a/**", ["a/b", "a/b/c"], ["a"]),
        ("*.js", ["x.js", "a/x.js", "x.js/y"], ["x.ts"]),
        ("a?c", ["abc"], ["ac", "a/c"]),
        ("a*b*c", ["abc", "a1b2c", "x/aXbYc"], ["ab/c"]),
        ("/Docs/", ["Docs/a"], ["docs/a"]),
        (r"/map\ met\ spatie/", ["map met spatie/a"], ["map"]),
        (r"/a\*b", ["a*b"], ["axb"]),
        (r"a\#b", ["a#b"], []),
        ("a#b", ["a#b"], []),
        ("/", [], ["a", "a/b"]),
    ],
)
def test_a_pattern_fits_what_it_should(pattern: str, fits: list[str], does_not: list[str]) -> None:
    asked = {path: owners(f"{pattern} @a", path) for path in (*fits, *does_not)}
    assert [path for path, found in asked.items() if found] == fits


@pytest.mark.parametrize(
    "line",
    [
        "!a @b",
        "[ab].md @b",
        r"\[ab] @b",
        r"\#a @b",
        "***/a @b",
        "a docs@",
        "a @",
        "a b",
        "a @b/c/d",
        "a @b, @c",
        "a @b @",
        "a @b\u00a0@c",
    ],
)
def test_a_line_with_a_mistake_is_skipped_as_a_whole_and_named(line: str) -> None:
    found = read(f"* @first\n{line}\n", GITHUB)
    assert found.owners_of("a") == found.owners_of("a/b") == ("@first",)
    assert [problem.line for problem in found.problems] == [2]


def test_lines_end_at_line_feeds_only_and_a_mark_at_the_start_is_no_pattern() -> None:
    assert owners("\ufeff/a @b\r\n\r\n  \t\n", "a") == ("@b",)
    assert owners("/a\u2028x @b\n/a\x85 @c", "a\u2028x") == ("@b",)


SEGMENTS = st.sampled_from(["a", "b", "ab", "*", "**", "a*", "*b", "?", "a?", "**a", "*a*"])
NAMES = st.lists(st.sampled_from(["a", "b", "ab", "ba", "aab", "x"]), min_size=1, max_size=4)


@given(
    segments=st.lists(SEGMENTS, min_size=1, max_size=4),
    start=st.sampled_from(["", "/"]),
    end=st.sampled_from(["", "/"]),
    names=NAMES,
)
def test_a_pattern_fits_what_git_would_ignore_but_for_a_star_at_the_end(
    segments: list[str], start: str, end: str, names: list[str]
) -> None:
    pattern, path = start + "/".join(segments) + end, "/".join(names)
    if segments[-1] == "*" and not end and (start or len(segments) > 1):
        return
    if segments[-1] == "**" and end and len(segments) > 1:
        return  # Git takes this for folders only, the library for files as well
    ignored = GitIgnoreSpec.from_lines([pattern]).match_file(path)
    assert bool(owners(f"{pattern} @a", path)) == ignored, (pattern, path)


PATTERNS = st.builds(
    lambda start, segments, end: start + "/".join(segments) + end,
    st.sampled_from(["", "/"]),
    st.lists(SEGMENTS, min_size=1, max_size=3),
    st.sampled_from(["", "/"]),
)


@given(patterns=st.lists(PATTERNS, max_size=8), names=NAMES, dialect=st.sampled_from(DIALECTS))
def test_of_several_lines_the_last_that_fits_by_itself_decides(
    patterns: list[str], names: list[str], dialect: str
) -> None:
    # GitLab gives a pattern that comes again its first place.
    patterns, path = list(dict.fromkeys(patterns)), "/".join(names)
    lines = [f"{pattern} @{number}\n" for number, pattern in enumerate(patterns)]
    fitting = [found for line in lines if (found := read(line, dialect).owners_of(path))]
    together = read("".join(lines), dialect).owners_of(path)
    same_to_gitlab = {pattern.removeprefix("/**/") for pattern in patterns}
    assert len(same_to_gitlab) < len(patterns) or together == (fitting[-1] if fitting else ())


@given(text=st.text(), path=st.text(min_size=1))
def test_any_text_can_be_read(text: str, path: str) -> None:
    for dialect in ("github", "gitlab"):
        read(text, dialect).owners_of(path)


@pytest.mark.parametrize("dialect", ["github", "gitlab"])
@pytest.mark.parametrize("unit", ["*a", "**/", "?*", "[a", "/", "\\", "\\ ", "^[", "@", "#", "a@"])
def test_no_pattern_takes_long(dialect: str, unit: str) -> None:
    begun = time.process_time()
    text = f"/{unit * 50_000} {unit * 50_000}\n{unit * 100} @a\n" * 5
    read(text, dialect).owners_of("a" * 2_000 + "/" + "a/" * 1_000)
    assert time.process_time() - begun < 5
