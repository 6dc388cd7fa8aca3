"""Own rules in real runs: with and without the part that carries them out, selected, in reports."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from custom_cases import FILES, own, quoted, with_rules
from program import AS_OF, ROOT, program, write

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

REACHABLE = own(quoted("has(find(document.owner).contact)"))
CRITICAL = own("document.critical", code="LIN002", severity="info")
WHERE = "systems/systemen.yaml:9:5"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"bio2lint.yaml": "norm: bio2@1.3\n", **with_rules(REACHABLE, CRITICAL)})


def check(
    folder: Path, *arguments: str, path: str = str(ROOT), lang: str = "en"
) -> subprocess.CompletedProcess[bytes]:
    common = ("check", "--as-of", AS_OF, "--lang", lang, "--format", "concise")
    return program(*common, *arguments, cwd=folder, env={"PYTHONPATH": path})


def lines(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [line for line in done.stdout.decode().splitlines() if ".yaml:" in line]


def without_cel(folder: Path, *statements: str) -> str:
    """Return a path for Python on which the library for CEL cannot be imported."""
    blocking = folder.parent / "blocking"
    write(blocking, {"cel_expr_python.py": "".join(f"{one}\n" for one in statements)})
    return f"{blocking}{os.pathsep}{ROOT}"


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        ("LIN", [f"{WHERE}: LIN001", f"{WHERE}: LIN002"]),
        ("LIN001", [f"{WHERE}: LIN001"]),
        ("LI", [f"{WHERE}: LIN001", f"{WHERE}: LIN002"]),
        ("LIN002,OWN001", [f"{WHERE}: LIN002"]),
    ],
)
def test_own_rules_are_selected_as_any_other(
    folder: Path, select: str, expected: list[str]
) -> None:
    done = check(folder, "--select", select)
    assert [" ".join(line.split()[:2]) for line in lines(done)] == expected
    assert done.returncode == int("LIN001" in " ".join(expected))


def test_ignored_own_rules_are_not_listed(folder: Path) -> None:
    everything, rest = check(folder), check(folder, "--ignore", "LIN")
    assert len(lines(everything)) == len(lines(rest)) + 2


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["LIN003", "GEM", "ABCD"])
def test_a_code_that_no_own_rule_has_is_wrong_usage(folder: Path, option: str, code: str) -> None:
    done = check(folder, option, code)
    assert done.returncode == 2
    assert f"There is no rule `{code}`" in done.stderr.decode()


def test_a_setting_for_a_code_that_no_own_rule_has_is_told_at_its_place(folder: Path) -> None:
    write(folder, {"bio2lint.yaml": "norm: bio2@1.3\nrules:\n  LIN001: info\n  LIN003: off\n"})
    done = check(folder)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("bio2lint: bio2lint.yaml:4:3: There is no rule `LIN003`")


def test_it_may_be_in_a_file_that_cannot_be_read(folder: Path) -> None:
    write(folder, {"bio2lint.yaml": "rules: {LIN003: off}\n", "rules/stuk.yaml": "kind: ["})
    done = check(folder, "--select", "STR001")
    assert done.returncode == 1
    assert [line.partition(" ")[0] for line in lines(done)] == ["rules/stuk.yaml:1:8:"]


@pytest.mark.parametrize(
    ("lang", "words", "help_"),
    [
        ("nl", "het onderdeel voor eigen regels is niet geïnstalleerd", "Installeer het met"),
        ("en", "the part for rules of your own is not installed", "Install it with"),
    ],
)
def test_without_the_library_every_own_rule_says_so(
    folder: Path, lang: str, words: str, help_: str
) -> None:
    path = without_cel(folder, "raise ModuleNotFoundError('cel_expr_python')")
    done = check(folder, "--select", "LIN,STR008", path=path, lang=lang)
    assert done.returncode == 1
    assert [line.partition(": ")[0] for line in lines(done)] == [
        "rules/eigen.yaml:6:12",
        "rules/eigen.yaml:15:12",
    ]
    assert all(words in line for line in lines(done))
    told = check(folder, "--format", "text", "--select", "STR008", path=path, lang=lang)
    assert f"{help_} `pip install 'bio2lint[rules]'`" in " ".join(told.stdout.decode().split())


@pytest.mark.parametrize("narrowed", [("systems/systemen.yaml",), ("--owner", "hoofd-ict")])
def test_what_is_narrowed_to_still_tells_of_rules_that_did_not_judge_it(
    folder: Path, narrowed: tuple[str, ...]
) -> None:
    path = without_cel(folder, "raise ImportError")
    done = check(folder, *narrowed, path=path)
    assert done.returncode == 1
    assert sum(" STR008 " in line for line in lines(done)) == 2
    assert not [line for line in lines(check(folder, *narrowed)) if " STR008 " in line]


@pytest.mark.parametrize(
    "statement", ["import sys; sys.exit(0)", "import os; os.abort()", "1 / 0", "cel = None"]
)
def test_a_library_that_does_not_start_is_as_one_that_is_not_there(
    folder: Path, statement: str
) -> None:
    done = check(folder, "--select", "LIN,STR008", path=without_cel(folder, statement))
    assert (done.returncode, len(lines(done))) == (1, 2)
    assert b"Traceback" not in done.stdout + done.stderr


def test_without_own_rules_the_library_is_not_asked_for(tmp_path: Path) -> None:
    folder = write(tmp_path / "here", {"bio2lint.yaml": "norm: bio2@1.3\n", **FILES})
    marker = tmp_path / "imported"
    path = without_cel(folder, f"open({str(marker)!r}, 'w').close()")
    check(folder, path=path)
    assert not marker.exists()
    write(folder, {"rules/eigen.yaml": REACHABLE})
    check(folder, path=path)
    assert marker.exists()


def test_it_is_in_every_report(folder: Path) -> None:
    reports = [f"--report={name}={name}" for name in ("json", "junit")]
    check(folder, *reports)
    (finding,) = [
        one
        for one in json.loads((folder / "json").read_bytes())["findings"]
        if one["code"] == "LIN001"
    ]
    assert (finding["name"], finding["url"]) == ("lin001", "rules/eigen.yaml")
    assert "LIN001" in (folder / "junit").read_text(encoding="utf-8")


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    first, second = (check(folder, "--format", "json").stdout for _ in range(2))
    assert first == second
