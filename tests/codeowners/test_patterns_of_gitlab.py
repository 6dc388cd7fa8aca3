"""Whom GitLab asks: its documented sections, patterns, owners and mistakes."""

from __future__ import annotations

import pytest

from bio2lint.codeowners import GITLAB, read


def owners(text: str, path: str) -> tuple[str, ...]:
    return read(text, GITLAB).owners_of(path)


SECTIONS = """\
* @admin

[README Owners]
README.md @user1 @user2
internal/README.md @user4

[README other owners]
README.md @user3
"""


def test_each_section_adds_the_last_of_its_patterns_that_fits() -> None:
    assert owners(SECTIONS, "README.md") == ("@admin", "@user1", "@user2", "@user3")
    assert owners(SECTIONS, "internal/README.md") == ("@admin", "@user4", "@user3")
    assert owners(SECTIONS, "x") == ("@admin",)


DEFAULTS = """\
[Documentation][2] @docs-team @group/sub.group
docs/
README.md

^[Database] @database-team
model/db/
config/setup.md @docs-team
[DOCUMENTATION]
LICENSE @legal
"""


def test_a_section_has_owners_of_its_own_and_a_number_of_approvals() -> None:
    (entry,) = read(DEFAULTS, GITLAB).entries_of("a/docs/b")
    assert (entry.owners, entry.approvals) == (("@docs-team", "@group/sub.group"), 2)
    assert owners(DEFAULTS, "config/setup.md") == ("@docs-team",)
    (entry,) = read("[a][0] @b\nx\n", GITLAB).entries_of("x")
    assert entry.approvals == 1


def test_sections_of_one_name_are_one_whatever_their_case() -> None:
    found = read(DEFAULTS, GITLAB)
    assert [section.name for section in found.sections] == ["", "Documentation", "Database"]
    assert owners("[a]\nx @one\n[A]\nx @two\n", "x") == ("@two",)


def test_what_is_optional_is_named_but_not_required() -> None:
    found = read(DEFAULTS, GITLAB)
    assert found.owners_of("model/db/x") == ("@database-team",)
    assert found.required_for("model/db/x") == ()
    # Where a section of that name is required elsewhere, it is so as a whole.
    both = read("^[a]\nx @one\n[a]\ny @two\n", GITLAB)
    assert both.required_for("x") == ("@one",)


def test_what_a_section_excludes_it_never_takes_back() -> None:
    text = "* @all\n[Ruby]\n*.rb @ruby\n!/config/**/*.rb\n/config/routes.rb @ops\n"
    assert owners(text, "app/a.rb") == ("@all", "@ruby")
    assert owners(text, "config/routes.rb") == ("@all",)


@pytest.mark.parametrize(
    ("pattern", "fits", "does_not"),
    [
        ("*", ["a", "a/b", ".a/.b"], []),
        ("README.md", ["README.md", "a/b/README.md"], ["README.md/a"]),
        ("internal/README.md", ["internal/README.md", "a/internal/README.md"], ["README.md"]),
        ("/docs/", ["docs/a", "docs/a/b"], ["docs", "x/docs/a"]),
        ("docs/", ["docs/a", "x/docs/a/b"], ["docs"]),
        ("/docs/*", ["docs/a"], ["docs/a/b"]),
        ("/docs/**", ["docs/a"], ["docs/a/b"]),
        ("/docs/**/*.md", ["docs/a.md", "docs/a/b.md"], ["a.md"]),
        ("/docs/*spec*", ["docs/qa_specs.rb"], ["docs/a/spec"]),
        ("/docs/index.*", ["docs/index.md"], ["docs/index"]),
        ("/docs/*/README.md", ["docs/a/README.md"], ["docs/README.md", "docs/a/b/README.md"]),
        ("/a", ["a"], ["a/b"]),
        (r"path\ with\ spaces/", ["path with spaces/a"], ["path"]),
        (r"\#a", ["#a"], ["a"]),
        ("/[ab]x", ["ax", "bx"], ["cx", "[ab]x"]),
        ("/[!a]x", ["bx"], ["ax"]),
        ("/[a-c]", ["b"], ["d", "-"]),
        (r"/\[ab]", ["[ab]"], ["a"]),
        ("/[ab", [], ["a", "[ab"]),
        ("/a?c", ["abc"], ["a/c"]),
        ("/A", ["A"], ["a"]),
    ],
)
def test_a_pattern_fits_what_it_should(pattern: str, fits: list[str], does_not: list[str]) -> None:
    asked = {path: owners(f"{pattern} @a", path) for path in (*fits, *does_not)}
    assert [path for path, found in asked.items() if found] == fits


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("@group user_without_at @user", ("@group", "@user")),
        ("@@developer @@Maintainers", ("@@developer", "@@maintainer")),
        ("@@guest", ()),
        ("janedoe@example.com", ("janedoe@example.com",)),
        ("@a # @b is parsed as well", ("@a", "@b")),
        ("@a @a", ("@a",)),
        ("nobody", ()),
    ],
)
def test_owners_are_read_and_what_is_malformed_is_passed_over(
    stated: str, expected: tuple[str, ...]
) -> None:
    assert owners(f"[s] @default\n/a {stated}\n", "a") == expected


def test_a_line_for_nobody_still_goes_before_those_above_it() -> None:
    found = read("* @all\n/a\n", GITLAB)
    assert found.owners_of("a") == ()
    assert [problem.line for problem in found.problems] == [2]


def test_a_heading_that_does_not_end_is_a_pattern_of_the_section_before_it() -> None:
    found = read("* @group\n\n[Section name\ndocs/ @docs\n", GITLAB)
    assert [section.name for section in found.sections] == [""]
    assert found.owners_of("docs/a") == ("@docs",)
    assert {problem.line for problem in found.problems} == {3}


def test_a_pattern_that_comes_again_keeps_its_first_place() -> None:
    assert owners("/a/b @one\n/a/* @two\n/a/b @three\n", "a/b") == ("@two",)
