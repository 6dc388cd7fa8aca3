"""`bio2lint codeowners` as a user runs it: what it writes, leaves alone, and says."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from typing import TYPE_CHECKING

import pytest
from program import AS_OF, BROKEN, EXAMPLE, committed, program, write

from bio2lint import codeowners
from bio2lint.codeowners import MOST_LINES
from bio2lint.codeowners.block import BEGIN, END
from bio2lint.status import FOUND, NOTHING, OK, USAGE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORGES = {"GITHUB_ACTIONS": "", "GITLAB_CI": ""}


def role(name: str, function: str, handle: str | None = None) -> str:
    handles = f"handles: ['{handle}']\n" if handle else ""
    return f"kind: role\nid: {name}\ntitle: {name}\nfunctions: [{function}]\n{handles}"


def control(name: str, owner: str) -> str:
    return (
        f"kind: control\nid: {name}\ntitle: {name}\nimplements: [5.17.01]\n"
        f"owner: {owner}\nstatus: planned\n"
    )


EXCEPTION = """\
kind: exception
id: X-1
title: X
type: deviation
requirements: [5.17.02]
owner: ict
"""
FILES = {
    "bio2lint.yaml": "norm: bio2@1.3\n",
    "organisation.yaml": "kind: organisation\nid: o\ntitle: O\nsector: other\nowner: ict\n",
    "roles/r.yaml": "---\n".join(
        (
            role("college", "board", "@lindemeer/college"),
            role("ciso", "ciso", "lindemeer/ciso"),
            role("ict", "line-manager", "@lindemeer/ict"),
            role("hoofd", "line-manager"),
        )
    ),
    "controls/a.yaml": control("a", "ict"),
    "controls/b/b.yaml": control("b", "ict"),
    "controls/c.yaml": control("c", "ict"),
    "exceptions/x.yaml": EXCEPTION,
    "systems/s.yaml": "kind: system\nid: s\ntitle: S\nowner: hoofd\n",
}
WRITTEN = f"""\
{BEGIN}
/bio2lint.yaml @lindemeer/ciso
/controls/ @lindemeer/ict
/exceptions/x.yaml @lindemeer/college
/organisation.yaml @lindemeer/college
/roles/r.yaml @lindemeer/college
/.github/CODEOWNERS @lindemeer/ciso
{END}
"""
SILENT = "bio2lint: Without usable `handles`, and so not asked: hoofd.\n"


def ran(
    cwd: Path, *arguments: str, lang: str = "en", env: Mapping[str, str] | None = None
) -> tuple[int, str, str]:
    asked = ("codeowners", "--as-of", AS_OF, "--lang", lang, *arguments)
    done = program(*asked, cwd=cwd, env={**FORGES, **(env or {})})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def text(root: Path, path: str = ".github/CODEOWNERS") -> str:
    return (root / path).read_bytes().decode()


def test_a_new_file_asks_owners_and_who_decides_and_is_then_up_to_date(root: Path) -> None:
    assert ran(root) == (OK, ".github/CODEOWNERS written: 6 lines.\n", SILENT)
    assert text(root) == WRITTEN
    assert ran(root) == (OK, ".github/CODEOWNERS is up to date: 6 lines.\n", SILENT)
    assert ran(root, "--check", lang="nl")[:2] == (OK, ".github/CODEOWNERS is bij: 6 regels.\n")
    assert text(root) == WRITTEN


@pytest.mark.parametrize(("content", "end"), [("* @a/b", "\n"), ("# ours\r\n* @a/b\r\n", "\r\n")])
def test_a_check_shows_what_would_change_and_writes_nothing(
    root: Path, content: str, end: str
) -> None:
    write(root, {"CODEOWNERS": content})
    status, shown, said = ran(root, "--check")
    assert status == FOUND
    assert said == f"{SILENT}bio2lint: CODEOWNERS is out of date. Run `bio2lint codeowners`.\n"
    assert text(root, "CODEOWNERS") == content
    write(root, {"patch": shown})
    subprocess.run(["git", "apply", "-p0", "patch"], cwd=root, check=True)
    assert text(root, "CODEOWNERS").startswith(f"{content.rstrip()}{end}{end}# bio2lint begin")
    assert ran(root, "--check")[0] == OK


def test_a_check_without_a_file_shows_a_new_one(root: Path) -> None:
    status, shown, _ = ran(root, "--check")
    assert status == FOUND
    assert shown.startswith("--- /dev/null\n+++ .github/CODEOWNERS\n@@ -0,0 +1,8 @@\n+# bio2lint")
    assert not (root / ".github").exists()


def test_what_stands_around_the_block_stays_and_so_does_the_mode_of_the_file(root: Path) -> None:
    before, after = "\ufeff# ours\r\n* @lindemeer/beheer\r\n", "\r\n/src/ @lindemeer/dev"
    old = f"{before}{BEGIN}\r\n/gone @x\r\n{END}\r\n{after}"
    write(root, {".github/CODEOWNERS": old})
    os.chmod(root / ".github/CODEOWNERS", 0o640)
    assert ran(root)[0] == OK
    assert text(root) == before + WRITTEN.replace("\n", "\r\n") + after
    assert stat.S_IMODE((root / ".github/CODEOWNERS").stat().st_mode) == 0o640


def test_a_new_owner_changes_only_its_lines(root: Path) -> None:
    ran(root)
    write(root, {"controls/b/b.yaml": control("b", "ciso")})
    assert ran(root)[0] == OK
    assert text(root) == WRITTEN.replace(
        "/controls/ @lindemeer/ict\n",
        "/controls/a.yaml @lindemeer/ict\n"
        "/controls/b/b.yaml @lindemeer/ciso\n"
        "/controls/c.yaml @lindemeer/ict\n",
    )


def test_a_folder_with_other_yaml_or_one_file_is_not_taken_as_a_whole(root: Path) -> None:
    write(root, {f"ict/{name}.yaml": control(name, "ict") for name in "pq"})
    ran(root)
    assert "/ict/ @lindemeer/ict\n" in text(root)
    write(root, {"ict/values.yaml": "a: 1\n"})
    ran(root)
    assert "/ict/p.yaml @lindemeer/ict\n/ict/q.yaml @lindemeer/ict\n" in text(root)
    assert "/exceptions/ " not in text(root)


def test_on_gitlab_the_block_is_a_section_that_takes_in_no_other_line(root: Path) -> None:
    in_gitlab = {"GITLAB_CI": "true"}
    assert ran(root, env=in_gitlab)[1] == ".gitlab/CODEOWNERS written: 6 lines.\n"
    expected = WRITTEN.replace("/.github", "/.gitlab").replace("\n/bio", "\n[bio2lint]\n/bio")
    assert text(root, ".gitlab/CODEOWNERS") == expected
    write(root, {".gitlab/CODEOWNERS": f"{expected}/src/ @lindemeer/dev\n"})
    assert ran(root, env=in_gitlab)[0] == OK
    assert text(root, ".gitlab/CODEOWNERS") == f"/src/ @lindemeer/dev\n\n{expected}"


@pytest.mark.parametrize(
    ("files", "arguments", "expected"),
    [
        ({".gitlab-ci.yml": ""}, (), ".gitlab/CODEOWNERS"),
        ({".gitlab-ci.yml": "", "docs/CODEOWNERS": ""}, (), "docs/CODEOWNERS"),
        ({".gitlab-ci.yml": ""}, ("--dialect", "github"), ".github/CODEOWNERS"),
        ({"CODEOWNERS": "[Docs]\n/docs/ @d\n"}, (), "CODEOWNERS"),
        ({".github/CODEOWNERS": ""}, ("--dialect", "gitlab"), ".gitlab/CODEOWNERS"),
    ],
)
def test_it_writes_the_file_that_the_forge_reads(
    root: Path, files: dict[str, str], arguments: tuple[str, ...], expected: str
) -> None:
    write(root, files)
    assert ran(root, *arguments)[1] == f"{expected} written: 6 lines.\n"
    assert ("[bio2lint]" in text(root, expected)) == (expected != ".github/CODEOWNERS")


def test_a_root_below_the_top_is_named_from_the_top(tmp_path: Path) -> None:
    folder = write(tmp_path / "mijn administratie", FILES)
    committed(tmp_path)
    assert ran(folder)[1] == "../.github/CODEOWNERS written: 6 lines.\n"
    written = text(tmp_path)
    assert "\n/mijn\\ administratie/controls/ @lindemeer/ict\n" in written
    assert "\n/.github/CODEOWNERS @lindemeer/ciso\n" in written
    found = codeowners.read(written, "github")
    assert found.owners_of("mijn administratie/bio2lint.yaml") == ("@lindemeer/ciso",)


def test_lines_that_go_before_the_block_and_lines_that_are_skipped_are_named(root: Path) -> None:
    ran(root)
    added = "/controls/*.yaml\n/exceptions/ @lindemeer/dev @lindemeer/college\n/src/ dev\n"
    write(root, {".github/CODEOWNERS": text(root) + added})
    status, _, said = ran(root)
    assert status == OK
    skipped, silent, overridden = said.splitlines()
    assert skipped.endswith(
        "CODEOWNERS:11: `dev` is no user, team or e-mail address; GitHub skips this line."
    )
    assert f"{silent}\n" == SILENT
    assert overridden == (
        "bio2lint: .github/CODEOWNERS:9: this line takes precedence over the block of bio2lint, "
        "for controls/a.yaml and controls/c.yaml. Put it above."
    )


def test_what_cannot_be_written_is_said_and_cannot_write_a_line_of_its_own(root: Path) -> None:
    write(
        root,
        {
            "controls/[d].yaml": control("d", "ict"),
            "controls/e\n* @evil.yaml": control("e", "ict"),
            "systems/t.yaml": "kind: system\nid: t\ntitle: T\nowner: evil\n",
            "roles/evil.yaml": role("evil", "line-manager").replace(
                "functions", 'handles: ["@x\\n* @evil", "@a/b/c"]\nfunctions'
            ),
            "controls/b/z.yaml": control("z", "ciso"),
        },
    )
    status, _, said = ran(root)
    assert status == OK
    assert "@evil" not in text(root)
    assert "evil and hoofd" in said
    assert "controls/[d].yaml: this path cannot be written in CODEOWNERS" in said
    assert "\n* @evil" not in said


def test_without_names_on_the_forge_there_is_nothing_to_write(tmp_path: Path) -> None:
    write(tmp_path, {"roles/r.yaml": role("ciso", "ciso") + "---\n" + role("college", "board")})
    status, shown, said = ran(tmp_path)
    assert (status, shown) == (NOTHING, "")
    assert said.startswith("bio2lint: No role can be asked. Give roles `handles`")
    assert os.listdir(tmp_path) == ["roles"]
    empty = tmp_path / "roles"
    (empty / "r.yaml").unlink()
    assert ran(empty)[0] == NOTHING


def test_while_a_document_cannot_be_read_nothing_is_written(root: Path) -> None:
    write(root, {"controls/d.yaml": BROKEN})
    status, shown, said = ran(root)
    assert (status, shown) == (FOUND, "")
    assert "controls/d.yaml cannot be (wholly) read" in said
    assert not (root / ".github").exists()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff", "CODEOWNERS is of no use: the file is no text in UTF-8."),
        (b"\n" * (MOST_LINES - 5), "CODEOWNERS is of no use: the file is too large"),
        (f"{BEGIN}\n".encode(), "CODEOWNERS:1: the block of bio2lint has not one beginning"),
    ],
)
def test_a_file_that_cannot_be_understood_is_left_alone(
    root: Path, content: bytes, expected: str
) -> None:
    write(root, {"CODEOWNERS": content})
    status, _, said = ran(root)
    assert status == USAGE
    assert expected in said
    assert (root / "CODEOWNERS").read_bytes() == content


def test_no_link_is_followed_out_of_the_repository(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (root / ".github").symlink_to(outside)
    assert ran(root)[0] == USAGE
    assert os.listdir(outside) == []
    (root / ".github").unlink()
    (outside / "owners").write_text("* @a\n", encoding="utf-8")
    (root / "CODEOWNERS").symlink_to(outside / "owners")
    assert ran(root)[0] == USAGE
    assert (outside / "owners").read_text(encoding="utf-8") == "* @a\n"


@pytest.mark.parametrize("link", ["CODEOWNERS", "docs", ".github/CODEOWNERS"])
def test_a_link_is_no_file_that_a_forge_reads(root: Path, link: str) -> None:
    target = "elsewhere" if link == "docs" else f"{root}/elsewhere/CODEOWNERS"
    assert ran(root)[0] == OK
    (root / ".github").rename(root / "elsewhere")
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(target)
    for asked in ((), ("--check",)):
        status, shown, said = ran(root, *asked)
        assert (status, shown) == (USAGE, "")
        assert "it is a link, which GitHub and GitLab do not follow" in said


def test_the_example_asks_everybody_whom_the_rules_want(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    for dialect in ("github", "gitlab"):
        assert ran(tmp_path, "--dialect", dialect)[0] == OK
        done = program("check", "--as-of", AS_OF, "--format", "concise", cwd=tmp_path)
        assert b"GIT002" not in done.stdout
        assert done.returncode == OK
        shutil.rmtree(tmp_path / f".{dialect}")
