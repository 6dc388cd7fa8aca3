"""`--report FORMAT=FILE`: several from one run, each wholly or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from program import (
    AS_OF,
    EXAMPLE,
    ROLE,
    SETTINGS,
    environment,
    ordinary_user,
    program,
    reachable_folder,
    write,
)

from bio2lint import files
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from pathlib import Path


def checked(
    *arguments: str, cwd: Path = EXAMPLE, env: dict[str, str] | None = None
) -> tuple[int, bytes, bytes]:
    done = program("check", "--as-of", AS_OF, *arguments, cwd=cwd, env=env)
    return done.returncode, done.stdout, done.stderr


def test_several_reports_from_one_run(tmp_path: Path) -> None:
    forms = ("text", "concise", "json", "junit")
    wanted = [part for form in forms for part in ("--report", f"{form}={tmp_path}/{form}")]
    status, shown, _ = checked(*wanted)
    assert (status, sorted(os.listdir(tmp_path))) == (0, sorted(forms))
    for form in forms:
        assert (tmp_path / form).read_bytes() == checked("--format", form)[1]
    assert (tmp_path / "text").read_bytes() == shown


def test_the_same_input_gives_the_same_bytes_whatever_the_terminal(tmp_path: Path) -> None:
    for name, changes in (("a", {"COLUMNS": "99"}), ("b", {"COLUMNS": "50", "LANG": "C"})):
        for form in ("text", "json", "junit"):
            checked("--report", f"{form}={tmp_path}/{name}.{form}", env=changes)
    for form in ("text", "json", "junit"):
        assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()


def test_a_report_replaces_the_old_one_and_follows_a_link(tmp_path: Path) -> None:
    write(tmp_path, {"old.json": "old", "deep/real.json": "old"})
    (tmp_path / "link.json").symlink_to("deep/real.json")
    checked("--report", f"json={tmp_path}/old.json", "--report", f"json={tmp_path}/link.json")
    assert json.loads((tmp_path / "old.json").read_bytes())["tool"]["name"] == "bio2lint"
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "deep" / "real.json").read_bytes() == (tmp_path / "old.json").read_bytes()
    assert sorted(os.listdir(tmp_path / "deep")) == ["real.json"]


def test_the_other_reports_are_written_although_one_cannot_be(tmp_path: Path) -> None:
    status, _, said = checked(
        *("--report", "json=none/a.json", "--report", f"junit={tmp_path}/b.xml"),
        *("--report", "text=no/c.txt"),
    )
    assert status == USAGE
    assert len(said.splitlines()) == 2
    assert os.listdir(tmp_path) == ["b.xml"]


@pytest.mark.parametrize("second", ["a", "../{}/a", "link"])
def test_two_reports_do_not_go_into_one_file(tmp_path: Path, second: str) -> None:
    (tmp_path / "link").symlink_to("a")
    other = f"{tmp_path}/{second.format(tmp_path.name)}"
    status, _, said = checked("--report", f"json={tmp_path}/a", "--report", f"junit={other}")
    assert status == USAGE
    assert other.encode() in said
    assert not (tmp_path / "a").exists()
    with open(tmp_path / "b", "wb") as out:
        both = ("--report", "json=/dev/stdout", "--report", "junit=/dev/stdout")
        assert program("check", *both, cwd=EXAMPLE, stdout=out.fileno()).returncode == 0


def test_the_report_is_written_although_nobody_reads_the_output(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m bio2lint check --report json={tmp_path}/a.json | true'
    subprocess.run(["sh", "-c", command], cwd=EXAMPLE, env=environment({}), check=True)
    assert json.loads((tmp_path / "a.json").read_bytes())


def test_standard_output_may_be_a_file_and_holds_both(tmp_path: Path) -> None:
    with open(tmp_path / "out", "wb") as out:
        program("check", "--report", "json=/dev/stdout", cwd=EXAMPLE, stdout=out.fileno())
    report, _, text = (tmp_path / "out").read_text(encoding="utf-8").partition("\n}\n")
    assert json.loads(report + "}")["findings"]
    assert "peildatum" in text


@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_a_file_that_is_open_already_keeps_what_it_holds(tmp_path: Path, folder: str) -> None:
    (tmp_path / "log").write_text("before\n", encoding="utf-8")
    command = f'exec 9>>log; "{sys.executable}" -m bio2lint check "$@"; echo after >&9'
    arguments = ["--root", str(EXAMPLE), "--report", f"json={folder}/9"]
    subprocess.run(
        ["bash", "-c", command, "bash", *arguments],
        cwd=tmp_path,
        env=environment({}),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    before, *report, after = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert (before, after) == ("before", "after")
    assert json.loads("\n".join(report))["findings"]


def test_a_stream_that_nobody_opened_is_no_file(tmp_path: Path) -> None:
    for path in ("/dev/fd/99", "/dev/fd/x", f"/dev/fd/{'9' * 30}"):
        assert checked("--report", f"json={path}")[0] == USAGE
    assert os.listdir(tmp_path) == []


def test_a_pipe_gets_the_report(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE) as reader:
        assert checked("--report", f"json={tmp_path}/pipe")[0] == 0
        assert json.loads(reader.communicate()[0])


@pytest.mark.parametrize("failing", ["write", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_report_and_nothing_besides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, error: BaseException
) -> None:
    write(tmp_path, {"a.json": "old"})

    def fails(*_: object, **__: object) -> None:
        raise error

    if failing == "replace":
        monkeypatch.setattr(os, "replace", fails)
    else:
        monkeypatch.setattr(files, "open", fails, raising=False)
    with pytest.raises(Refused if isinstance(error, OSError) else KeyboardInterrupt):
        files.write(str(tmp_path / "a.json"), "new")
    assert os.listdir(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == "old"


def test_a_folder_in_which_nothing_may_be_made() -> None:
    with reachable_folder() as folder:
        with ordinary_user(), pytest.raises(Refused) as refused:
            files.write(f"{folder}/report.json", "x")
        assert not list(folder.iterdir())
    assert refused.value.status == USAGE
    assert refused.value.messages[0].nl.endswith("kan niet worden geschreven: geen toegang.")


def test_a_reason_without_words_of_ours_is_the_system_s() -> None:
    assert files.reason(OSError(6, "No such device")).nl == "No such device"
    assert files.reason(OSError("is no regular file")).en == "is no regular file"


def test_a_report_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        files.write(str(tmp_path / "a"), "x")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_what_utf_8_cannot_hold_is_escaped(tmp_path: Path) -> None:
    files.write(str(tmp_path / "a"), "é\udc80")
    assert (tmp_path / "a").read_bytes() == b"\xc3\xa9\\udc80"


def test_a_refused_run_writes_no_report(tmp_path: Path) -> None:
    small = write(tmp_path / "small", {"bio2lint.yaml": "norm: x\n", "roles/a.yaml": ROLE})
    assert checked("--report", "json=a.json", cwd=small)[0] == USAGE
    write(small, {"bio2lint.yaml": SETTINGS})
    assert checked("--report", "json=a.json", "--owner", "nobody", cwd=small)[0] == USAGE
    assert not (small / "a.json").exists()
