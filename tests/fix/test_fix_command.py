"""`bio2lint fix` as a user runs it: what it writes, says, refuses, and its exit status."""

from __future__ import annotations

import os
import subprocess
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest
from fix_cases import CONTROL, PATH, ROLES, control, norm_read_once
from program import AS_OF, SETTINGS, committed, git, ordinary_user, program, reachable_folder, write

from bio2lint import cli, files

if TYPE_CHECKING:
    from pathlib import Path

SPOILED = control("5.17.01", "5.17.1").replace("P1Y", "1 jaar")
UNSAFE = control("owner: ciso", "owner: cisoo")


def fix(cwd: Path, *arguments: str, language: str = "en") -> tuple[int, str, str]:
    """Run the command in this process; return the exit status, standard output and error."""
    streams = [TextIOWrapper(BytesIO(), encoding="utf-8", newline="") for _ in range(2)]
    with norm_read_once() as patch:
        patch.chdir(cwd)
        asked = ["--as-of", AS_OF, "--lang", language, *arguments]
        patch.setattr("sys.argv", ["bio2lint", "fix", *asked])
        patch.setattr("sys.stdout", streams[0])
        patch.setattr("sys.stderr", streams[1])
        status = cli.run()
    said, aside = (stream.buffer.getvalue().decode() for stream in streams)
    assert "Internal error" not in aside
    return status, said, aside


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, {"bio2lint.yaml": SETTINGS, **ROLES, PATH: SPOILED})


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_writes_and_says_what_it_did_and_what_is_left(small: Path) -> None:
    status, said, aside = fix(small)
    assert (status, aside) == (0, "")
    *lines, last = said.splitlines()
    assert lines == [
        f"{PATH}:4:14 REF002 5.17.1 → 5.17.01",
        f"{PATH}:8:38 STR002 1 jaar → P1Y",
    ]
    assert last.startswith("2 fixed in 1 file · ")
    assert last.endswith(" findings left")
    assert (small / PATH).read_text() == CONTROL
    before = contents(small)
    status, said, aside = fix(small)
    assert (status, said.startswith("nothing to fix · "), aside) == (0, True, "")
    assert contents(small) == before


def test_it_speaks_dutch(small: Path) -> None:
    write(small, {"controls/b.yaml": UNSAFE.replace("id: mfa", "id: b")})
    status, said, _ = fix(small, language="nl")
    assert status == 0
    last = said.splitlines()[-1]
    assert last.startswith("2 hersteld in 1 bestand · ")
    assert last.endswith("waarvan 1 met een voorstel: zie `bio2lint fix --unsafe --diff`")


def test_the_check_and_the_fix_agree_on_what_is_fixable(small: Path) -> None:
    done = program("check", "--as-of", AS_OF, "--lang", "nl", "--select", "REF,STR", cwd=small)
    said = done.stdout.decode()
    assert "2 te herstellen met `bio2lint fix`" in said
    assert "= hulp: Schrijf 5.17.01; `bio2lint fix` doet het voor u." in said
    fix(small)
    done = program("check", "--as-of", AS_OF, "--select", "REF,STR", cwd=small)
    assert b"bio2lint fix" not in done.stdout


def test_a_diff_shows_and_writes_nothing_and_can_be_applied(small: Path) -> None:
    committed(small)
    before = contents(small)
    status, shown, aside = fix(small, "--diff")
    assert (status, contents(small)) == (1, before)
    assert (
        shown
        == f"""\
--- {PATH}
+++ {PATH}
@@ -1,8 +1,8 @@
 kind: control
 id: mfa
 title: Meervoudige authenticatie
-implements: [5.17.1]
+implements: [5.17.01]
 owner: ciso
 status: planned
 due: 2027-03-31
-review: {{last: 2026-10-01, interval: 1 jaar, by: ciso}}
+review: {{last: 2026-10-01, interval: P1Y, by: ciso}}
"""
    )
    assert aside.startswith("bio2lint: 2 to fix in 1 file, nothing written · ")
    applied = ["git", "apply", "-p0", "-"]
    subprocess.run(applied, cwd=small, input=shown.encode(), check=True, capture_output=True)
    assert (small / PATH).read_text() == CONTROL
    assert fix(small, "--diff")[:2] == (0, "")


def test_a_diff_of_distant_lines_and_of_a_last_line_without_its_end(small: Path) -> None:
    notes = "".join(f"x-{n}: {n}\n" for n in range(20))
    text = SPOILED.rstrip().replace("owner", f"{notes}owner")
    write(small, {PATH: text})
    committed(small)
    _, shown, _ = fix(small, "--diff")
    assert [line for line in shown.splitlines() if line.startswith("@@")] == [
        "@@ -1,7 +1,7 @@",
        "@@ -25,4 +25,4 @@",
    ]
    assert shown.count("\\ No newline at end of file") == 2
    applied = ["git", "apply", "-p0", "-"]
    subprocess.run(applied, cwd=small, input=shown.encode(), check=True, capture_output=True)
    assert (small / PATH).read_text() == text.replace("5.17.1", "5.17.01").replace("1 jaar", "P1Y")


def test_nothing_in_a_document_steers_the_terminal(small: Path) -> None:
    text = SPOILED.replace("owner", "x-b: \u202e\u200b\x85 # \u2066\nowner").replace("\n", "\r\n")
    write(small, {PATH: text})
    for arguments in (["--diff"], []):
        _, shown, _ = fix(small, "--color", "never", *arguments)
        assert shown.replace("\n", "").isprintable()
    assert (small / PATH).read_bytes() == text.replace("5.17.1", "5.17.01").replace(
        "1 jaar", "P1Y"
    ).encode()


def test_colours_are_for_who_wants_them(small: Path) -> None:
    _, shown, aside = fix(small, "--diff", "--color", "always")
    assert "\x1b[31m-implements: [5.17.1]\x1b[0m\n\x1b[32m+implements: [5.17.01]\x1b[0m" in shown
    assert "\x1b" not in aside
    assert "\x1b[31m5.17.1\x1b[0m → \x1b[32m5.17.01\x1b[0m" in fix(small, "--color", "always")[1]


def test_secrets_are_shown_in_no_diff(small: Path) -> None:
    secret = "Welkom" + "01"
    write(small, {PATH: SPOILED.replace("owner", f"x-beheer: 'wachtwoord: {secret}'\nowner")})
    status, shown, _ = fix(small, "--diff")
    assert status == 1
    assert "-implements: [5.17.1]" in shown
    assert secret not in shown
    assert "[…]" in shown


def test_unsafe_fixes_are_for_who_asks(small: Path) -> None:
    write(small, {PATH: UNSAFE})
    before = contents(small)
    status, said, _ = fix(small)
    assert (status, contents(small)) == (0, before)
    assert "1 of them with a proposal: see `bio2lint fix --unsafe --diff`" in said
    assert fix(small, "--unsafe", "--diff")[0] == 1
    assert contents(small) == before
    assert fix(small, "--unsafe")[0] == 0
    assert (small / PATH).read_text() == CONTROL


def test_a_fix_that_brings_another_finding_is_named_and_the_status_says_so(small: Path) -> None:
    write(small, {PATH: control("last: 2026-10-01", "last: 1-10-2027")})
    status, said, _ = fix(small)
    assert status == 1
    line, last = said.splitlines()
    assert line == (
        f"{PATH}:8:16 STR005 1-10-2027 → 2027-10-01: not done, for STR005 would follow ({PATH}:8)"
    )
    assert last.startswith("nothing to fix · 1 not done · ")
    assert f"{PATH}:8:16" in fix(small, "--diff")[2]


def test_paths_are_shown_from_where_one_works(small: Path) -> None:
    assert fix(small / "controls")[1].startswith("mfa.yaml:4:14 ")
    assert fix(small / "controls", "--diff")[0] == 0


def test_paths_and_codes_narrow(small: Path) -> None:
    assert fix(small, "roles")[1].startswith("nothing to fix · ")
    assert fix(small, "--select", "STR")[1].startswith(f"{PATH}:8:38 ")
    assert fix(small, "--ignore", "REF")[1].startswith("nothing to fix · ")
    assert fix(small, "controls")[1].startswith(f"{PATH}:4:14 ")


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--select", "XYZ"], 2, "no rule `XYZ`"),
        (["--ignore", "SEC001"], 2, "SEC001 is a protected rule"),
        (["--as-of", "x"], 2, "--as-of"),
        (["nowhere"], 3, "does not exist"),
        (["--root", "controls", "roles"], 2, "outside the root"),
        (["--root", PATH], 2, "is no folder"),
    ],
)
def test_wrong_usage(small: Path, arguments: list[str], status: int, words: str) -> None:
    before = contents(small)
    done = fix(small, *arguments)
    assert (done[0], done[1]) == (status, "")
    assert words in done[2]
    assert contents(small) == before


def test_nothing_to_check(tmp_path: Path) -> None:
    write(tmp_path, {"x.yaml": "a: 1\n"})
    assert fix(tmp_path)[0] == 3


def test_files_without_settings_are_left_alone(small: Path) -> None:
    (small / "bio2lint.yaml").unlink()
    before = contents(small)
    status, said, aside = fix(small)
    assert (status, said) == (2, "")
    assert "bio2lint.yaml" in aside
    assert contents(small) == before


def test_unreadable_files_are_named_and_stay(small: Path) -> None:
    write(small, {"controls/b.yaml": "implements: [5.17.1\n"})
    status, said, aside = fix(small)
    assert status == 1
    assert said.startswith(f"{PATH}:4:14 ")
    assert aside == "bio2lint: controls/b.yaml cannot be (wholly) read and stays as it is.\n"
    assert (small / "controls/b.yaml").read_text() == "implements: [5.17.1\n"


def test_a_link_is_followed_and_stays_a_link(small: Path) -> None:
    os.rename(small / PATH, small / "elders.txt")
    os.symlink("../elders.txt", small / PATH)
    os.chmod(small / "elders.txt", 0o640)
    assert fix(small)[0] == 0
    assert (small / PATH).is_symlink()
    assert (small / "elders.txt").read_text() == CONTROL
    assert (small / "elders.txt").stat().st_mode & 0o777 == 0o640


def test_a_file_that_changed_meanwhile_is_refused_and_every_file_stays(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = SPOILED.replace("id: mfa", "id: b")
    write(small, {"controls/b.yaml": other})
    replace = files.replace_all

    def late(root: str, changes: dict[str, tuple[bytes, bytes]]) -> None:
        write(small, {PATH: "# van een ander\n" + SPOILED})
        replace(root, changes)

    monkeypatch.setattr(files, "replace_all", late)
    monkeypatch.setattr("sys.argv", ["bio2lint", "fix", "--as-of", AS_OF, "--root", str(small)])
    monkeypatch.setenv("LANG", "en")
    assert cli.run() == 2
    shown = capsys.readouterr()
    assert "was changed by something else meanwhile" in shown.err
    assert shown.out == ""
    assert (small / PATH).read_text() == "# van een ander\n" + SPOILED
    assert (small / "controls/b.yaml").read_text() == other
    assert not list(small.rglob("*.tmp"))


def test_a_file_that_can_only_be_read_is_refused_and_every_file_stays() -> None:
    with reachable_folder() as folder:
        other = SPOILED.replace("id: mfa", "id: b")
        content = {"bio2lint.yaml": SETTINGS, **ROLES, PATH: SPOILED, "controls/b.yaml": other}
        write(folder, content)
        before = contents(folder)
        with ordinary_user():
            status, said, aside = fix(folder)
        assert (status, said) == (2, "")
        assert "cannot be changed: no access" in aside
        assert contents(folder) == before


def test_git_sees_only_the_lines_that_changed(small: Path) -> None:
    committed(small)
    fix(small)
    assert git(small, "diff", "--numstat").split() == ["2", "2", PATH]
