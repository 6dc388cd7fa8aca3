"""Which CODEOWNERS holds, and whose rules it follows."""

from __future__ import annotations

import pytest

from bio2lint.codeowners import (
    MOST_BYTES,
    MOST_LINES,
    MOST_PATTERNS,
    Unusable,
    find,
    forge_of,
    read,
    same,
)

HEADED = "[Documentation]\ndocs/ @a\n"
PLAIN = "* @a\n"


@pytest.mark.parametrize(
    ("files", "forge", "expected"),
    [
        ({}, None, None),
        ({"other/CODEOWNERS": PLAIN}, None, None),
        ({"CODEOWNERS": PLAIN}, None, ("CODEOWNERS", "github")),
        ({"docs/CODEOWNERS": PLAIN}, None, ("docs/CODEOWNERS", "github")),
        ({"CODEOWNERS": HEADED}, None, ("CODEOWNERS", "gitlab")),
        ({"CODEOWNERS": PLAIN, ".gitlab-ci.yml": ""}, None, ("CODEOWNERS", "gitlab")),
        ({".github/CODEOWNERS": HEADED}, None, (".github/CODEOWNERS", "github")),
        ({".gitlab/CODEOWNERS": PLAIN}, None, (".gitlab/CODEOWNERS", "gitlab")),
        # Each forge looks in its own order.
        ({".gitlab/CODEOWNERS": "", "CODEOWNERS": PLAIN}, None, ("CODEOWNERS", "gitlab")),
        ({".github/CODEOWNERS": "", "CODEOWNERS": PLAIN}, None, (".github/CODEOWNERS", "github")),
        ({".github/CODEOWNERS": "", "CODEOWNERS": PLAIN}, "gitlab", ("CODEOWNERS", "gitlab")),
        (
            {"docs/CODEOWNERS": "", ".gitlab/CODEOWNERS": ""},
            "gitlab",
            ("docs/CODEOWNERS", "gitlab"),
        ),
        ({".gitlab/CODEOWNERS": PLAIN}, "github", None),
        ({"CODEOWNERS": HEADED}, "github", ("CODEOWNERS", "github")),
    ],
)
def test_the_file_that_holds_is_found(
    files: dict[str, str], forge: str | None, expected: tuple[str, str] | None
) -> None:
    found = find(lambda path: files[path].encode() if path in files else None, forge)
    assert (found and (found[0], found[1].dialect)) == expected


@pytest.mark.parametrize(
    "content", [b"\xff", b"a" * (MOST_BYTES + 1), b"\n" * MOST_LINES, "é".encode("latin-1")]
)
def test_a_file_that_is_no_text_or_too_large_is_not_used(content: bytes) -> None:
    with pytest.raises(Unusable):
        find(lambda path: content if path == "CODEOWNERS" else None)


def test_wildcards_are_counted_and_paths_are_not() -> None:
    wild = "".join(f"*{n} @a\n" for n in range(MOST_PATTERNS))
    assert read(f"{wild}/a/b/ @b\n", "github").owners_of("a/b/7") == ("@b",)
    for dialect, more in (("github", "a @b"), ("github", "/a*/ @b"), ("gitlab", "!/a")):
        with pytest.raises(Unusable):
            read(f"{wild}{more}\n", dialect)


def test_a_file_of_as_many_lines_as_are_allowed_is_read() -> None:
    assert read("/a @b\n" * (MOST_LINES - 1), "github").owners_of("a") == ("@b",)


@pytest.mark.parametrize(
    ("variables", "forge"),
    [({}, None), ({"GITLAB_CI": "true"}, "gitlab"), ({"GITHUB_ACTIONS": "true"}, "github")],
)
def test_a_job_knows_its_forge(variables: dict[str, str], forge: str | None) -> None:
    assert forge_of(variables) == forge


def test_handles_are_the_same_in_any_case_and_with_or_without_a_sign() -> None:
    assert same("@Lindemeer/CISO", "lindemeer/ciso")
    assert not same("@lindemeer/ciso", "@lindemeer/cio")
