"""The exit status says what a script must know, in every case that the design names."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from program import AS_OF, BROKEN, EXAMPLE, ROLE, SETTINGS, environment, program, write

from bio2lint import cli, engine
from bio2lint.status import NOTHING

if TYPE_CHECKING:
    from pathlib import Path

OVERDUE = ROLE + "review: {last: 2020-01-01, interval: P1Y}\n"


def status(cwd: Path, *arguments: str) -> tuple[int, str]:
    """Return the exit status and what was said on standard error; never a traceback."""
    done = program("check", "--as-of", AS_OF, "--lang", "en", *arguments, cwd=cwd)
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert "Internal error" not in said
    return done.returncode, said


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path / "small", {"bio2lint.yaml": SETTINGS, "roles/ciso.yaml": ROLE})


def test_0_nothing_found() -> None:
    assert status(EXAMPLE) == (0, "")


def test_1_findings(small: Path) -> None:
    assert status(small) == (1, "")


@pytest.mark.parametrize(
    ("fail_on", "expected"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_which_findings_count_is_for_fail_on_to_say(fail_on: str, expected: int) -> None:
    assert status(EXAMPLE, "--fail-on", fail_on)[0] == expected


def test_fail_on_of_the_settings_and_of_the_command_line(small: Path) -> None:
    write(small, {"bio2lint.yaml": SETTINGS + "fail_on: never\n"})
    assert status(small)[0] == 0
    assert status(small, "--fail-on", "error")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--nonsense"], "--nonsense"),
        (["--as-of", "tomorrow"], "tomorrow"),
        (["--as-of", "2026-02-30"], "2026-02-30"),
        (["--format", "pdf"], "pdf"),
        (["--report", "json"], "json: write FORMAT=FILE"),
        (["--report", "json="], "json=: write"),
        (["--report", "pdf=x"], "pdf=x: write"),
        (["--lang", "fy"], "fy"),
        (["--color", "blue"], "blue"),
        (["--fail-on", "maybe"], "maybe"),
        (["--select", "XYZ"], "no rule `XYZ`"),
        (["--ignore", "DUE01"], "no rule `DUE01`"),
        (["--ignore", "SEC001"], "SEC001 is a protected rule"),
        (["--ignore", "VVT"], "VVT009 is a protected rule"),
        (["--owner", "nobody"], "no role nobody"),
        (["/"], "outside the root"),
        (["--root", "roles/ciso.yaml"], "is no folder"),
        (["--report", "json=none/x.json"], "none/x.json cannot be written: the folder does not"),
        (["--report", "json=roles"], "roles cannot be written: it is a folder"),
        (["--report", "json=roles/ciso.yaml/x"], "runs through a file"),
    ],
    ids=" ".join,
)
def test_2_wrong_usage(small: Path, arguments: list[str], words: str) -> None:
    root = () if "--root" in arguments else ("--root", ".")
    found, said = status(small, *root, *arguments)
    assert found == 2
    assert words in said


def test_2_all_mistakes_of_the_request_in_one_run(small: Path) -> None:
    arguments = ("--root", ".", "--select", "XYZAB", "--ignore", "SEC001,QQQQQ", "/")
    _, said = status(small, *arguments)
    assert len(said.splitlines()) == 4
    write(small, {"bio2lint.yaml": "norm: bio2@0.1\nlanguage: fr\n"})
    found, said = status(small, *arguments)
    assert found == 2
    assert len(said.splitlines()) == 6
    assert said.startswith("bio2lint: bio2lint.yaml:1:7: Edition bio2@0.1 is not known here")


def test_2_settings_that_are_no_file(small: Path) -> None:
    (small / "bio2lint.yaml").unlink()
    (small / "bio2lint.yaml").mkdir()
    found, said = status(small)
    assert (found, len(said.splitlines())) == (2, 1)


def test_2_settings_that_link_out_of_the_root(small: Path) -> None:
    write(small.parent, {"elsewhere.yaml": SETTINGS})
    (small / "bio2lint.yaml").unlink()
    (small / "bio2lint.yaml").symlink_to("../elsewhere.yaml")
    assert status(small)[0] == 2


def test_2_a_full_disk() -> None:
    with open("/dev/full", "wb") as full:
        done = program("check", "--lang", "en", cwd=EXAMPLE, stdout=full.fileno())
    assert done.returncode == 2
    assert done.stderr == b"bio2lint: The output cannot be written: the disk is full.\n"


@pytest.mark.parametrize("command", ["rules", "settings", "explain", "norm"])
def test_2_a_full_disk_whatever_is_asked(command: str) -> None:
    arguments = {"explain": ["CMP001"], "norm": ["list"]}.get(command, [])
    with open("/dev/full", "wb") as full:
        done = program(command, *arguments, "--lang", "en", cwd=EXAMPLE, stdout=full.fileno())
    assert done.returncode == 2
    assert done.stderr == b"bio2lint: The output cannot be written: the disk is full.\n"


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_4_a_full_disk_for_what_the_command_line_itself_says(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = program(*arguments, cwd=EXAMPLE, env={"LANG": "en"}, stdout=full.fileno())
    assert done.returncode == 4
    assert done.stderr.startswith(b"bio2lint: Internal error (OSError: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("option", "expected"), [("nothing", 3), ("--owner=nothing", 2), ("--format=nothing", 2)]
)
@pytest.mark.parametrize("device", ["/dev/full", None], ids=["full", "nobody reads"])
def test_messages_that_do_not_arrive_change_no_status(
    small: Path, option: str, expected: int, device: str | None
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(device or writing, "wb") as lost:
        done = subprocess.run(
            [sys.executable, "-m", "bio2lint", "check", option],
            cwd=small,
            env=environment({}),
            stdout=subprocess.PIPE,
            stderr=lost,
            check=False,
        )
    assert (done.returncode, done.stdout) == (expected, b"")


@pytest.mark.parametrize("path", ["nothing", "nothing/below", "roles/ciso.yaml/below", ""])
def test_3_no_such_path(small: Path, path: str) -> None:
    found, said = status(small, path)
    assert (found, "does not exist" in said) == (3, True)
    assert status(small, "--root", path)[0] == 3


def test_3_all_absent_paths_are_named(small: Path) -> None:
    found, said = status(small, "one", "roles", "two")
    assert (found, len(said.splitlines())) == (3, 2)


def test_3_an_empty_folder(tmp_path: Path) -> None:
    found, said = status(tmp_path)
    assert (found, "No documents found" in said) == (3, True)


def test_3_only_yaml_of_others(tmp_path: Path) -> None:
    write(tmp_path, {"compose.yaml": "services: {}\n"})
    found, said = status(tmp_path)
    assert (found, "but 1 YAML file without a `kind`" in said) == (3, True)


def test_3_everything_is_excluded(small: Path) -> None:
    write(small, {"bio2lint.yaml": SETTINGS + "exclude: ['*']\n"})
    assert status(small)[0] == 3


@pytest.mark.parametrize("path", ["empty", "README.md", "compose.yaml", "ignored/a.yaml"])
def test_3_a_path_that_holds_no_document(small: Path, path: str) -> None:
    """No findings there would look as if all were well."""
    write(
        small,
        {
            "README.md": "",
            "compose.yaml": "services: {}\n",
            "ignored/a.yaml": OVERDUE,
            "bio2lint.yaml": SETTINGS + "exclude: [ignored/]\n",
        },
    )
    (small / "empty").mkdir()
    assert status(small, path)[0] == 3
    assert status(small, "--fail-on", "never", path)[0] == 3
    assert status(small, path, "roles/ciso.yaml")[0] == 0


def test_a_folder_of_only_unreadable_files_is_never_good(tmp_path: Path) -> None:
    write(tmp_path, {"roles/a.yaml": BROKEN, "roles/b.yaml": b"\xff", "roles/c.yaml": "- x\n"})
    assert status(tmp_path)[0] == 1
    assert status(tmp_path, "--select", "OWN")[0] == 1
    assert status(tmp_path, "--fail-on", "never")[0] == 3


@pytest.mark.parametrize(
    "narrowed",
    [["roles/ciso.yaml"], ["--owner", "ciso"], ["--select", "OWN"], ["bio2lint.yaml"]],
    ids=lambda value: value[0],
)
@pytest.mark.parametrize("form", ["text", "concise", "json", "junit"])
def test_an_unreadable_file_is_named_wherever_one_looks(
    small: Path, narrowed: list[str], form: str
) -> None:
    write(small, {"controls/x.yaml": BROKEN})
    found, said = status(small, *narrowed, "--format", form)
    assert found == 1
    assert "controls/x.yaml cannot be (wholly) read" in said


def test_3_an_unreadable_file_outside_the_listing_under_fail_on_never(small: Path) -> None:
    write(small, {"controls/x.yaml": BROKEN})
    found, said = status(small, "roles", "--fail-on", "never")
    assert (found, "controls/x.yaml" in said) == (3, True)


def test_a_listed_unreadable_file_is_not_named_twice(small: Path) -> None:
    write(small, {"controls/x.yaml": BROKEN})
    assert status(small) == (1, "")


@pytest.mark.parametrize("command", ["check", "review", "explain 5.17.01", "settings", "fix"])
def test_3_the_working_folder_is_gone(tmp_path: Path, command: str) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f'cd "$1" && rmdir "$1" && exec "$2" -m bio2lint {command} --lang en'
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", str(gone), sys.executable],
        capture_output=True,
        check=False,
    )
    assert done.returncode == NOTHING
    assert done.stderr.decode().endswith(
        "bio2lint: The working folder is gone; go to a folder that there is.\n"
    )


def test_4_an_internal_error(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("x\x1b[31m\ny")  # noqa: EM101, TRY003 (what a fault may hold)

    monkeypatch.setattr(engine, "check", fails)
    monkeypatch.setattr(sys, "argv", ["bio2lint", "check", str(small), "--lang", "en"])
    assert cli.run() == 4
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == (
        "bio2lint: Internal error (ZeroDivisionError: x\\x1b[31m\\ny). Report it to the makers of "
        "bio2lint, with what you did.\n"
    )


@pytest.mark.parametrize("where", ["bio2lint.engine:check", "bio2lint.cli:run"])
def test_130_interrupted(small: Path, where: str) -> None:
    module, name = where.split(":")
    waiting = (
        f"import signal, sys, time, {module} as m\n"
        # Whoever runs the tests in the background has them ignore this signal.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from bio2lint.__main__ import main\n"
        f"m.{name} = lambda *_: print('ready', flush=True) or time.sleep(60)\n"
        "sys.argv = ['bio2lint', 'check']\n"
        "main()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", waiting],
        cwd=small,
        env=environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n"
        running.send_signal(signal.SIGINT)
        _, said = running.communicate()
    assert (running.returncode, said.strip()) == (130, b"")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_has_seen_enough_is_no_error(form: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = program("check", "--format", form, cwd=EXAMPLE, stdout=closed.fileno())
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_change_nothing(small: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m bio2lint check {closed}'
    done = subprocess.run(
        ["sh", "-c", command], cwd=small, env=environment({}), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(day: str) -> None:
    done = program("check", "--as-of", day, cwd=EXAMPLE)
    assert (done.returncode, done.stderr) == (1, b"")


def test_help_and_version(tmp_path: Path) -> None:
    for arguments in (["--help"], ["-h"], ["check", "--help"], ["--version"]):
        done = program(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
    for arguments in ([], ["nonsense"]):
        done = program(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, b"")
