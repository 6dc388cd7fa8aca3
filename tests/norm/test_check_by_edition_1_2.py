"""An administration that still keeps to edition 1.2 is judged by edition 1.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import AS_OF, EXAMPLE, SETTINGS, program, write
from support import check, edition, result

if TYPE_CHECKING:
    from pathlib import Path

PINNED = {"bio2lint.yaml": "norm: bio2@1.2\n"}
STOPPED = "[5.04.02, 5.04.03, 5.24.06, 5.25.01, 8.08.06, 5.21.01, 5.35.01, 7.01.01, 8.24.03]"


def control(implements: str) -> dict[str, str]:
    kind = "kind: control\nid: eenden\ntitle: Eenden tellen\nowner: ciso\nstatus: implemented\n"
    return {**PINNED, "controls/eenden.yaml": f"{kind}implements: {implements}\n"}


def found(implements: str, group: str) -> list[str]:
    return [f"{f.code} {f.message.nl}" for f in check(control(implements)) if f.code[:3] == group]


def test_what_moved_or_stopped_later_is_no_finding() -> None:
    assert found(STOPPED, "REF") == ["REF006 Er is geen rol met het kenmerk ‘ciso’."]


def test_what_is_implemented_is_not_missing() -> None:
    missing = [f.requirements[0] for f in check(control(STOPPED)) if f.code == "CMP001"]
    assert len(missing) == 120 - 9
    assert not {"5.04.02", "8.24.03", "5.10.02", "5.26.01"} & set(missing)


@pytest.mark.parametrize(
    "number", ["5.10.02", "5.10.03", "5.21.05", "5.24.08", "5.26.02", "6.03.04"]
)
def test_a_number_of_the_next_edition_is_unknown(number: str) -> None:
    assert f"REF001 {number} bestaat niet in editie 1.2." in found(f"[{number}]", "REF")


def test_an_empty_number_is_empty_in_this_edition_too() -> None:
    assert any(
        "5.26.01 bevat in editie 1.2 geen maatregel" in text for text in found("[5.26.01]", "REF")
    )


def test_the_coverage_counts_the_measures_of_this_edition() -> None:
    covered = result(control(STOPPED)).coverage
    assert {number for number in covered if number.count(".") == 2} == set(edition("1.2").active)


def test_the_norms_intervals_hold() -> None:
    review = "review: {last: 2026-11-01, interval: P1Y}\n"
    cycle = control("[8.02.01]\ncycles: [{requirement: 8.02.01, interval: P1Y}]")
    cycle["controls/eenden.yaml"] += review
    assert "DUE002" in {finding.code for finding in check(cycle)}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Let op: bio2@1.2 is vervangen door bio2@1.3."),
        ("en", "Note: bio2@1.2 has been replaced by bio2@1.3."),
    ],
)
def test_the_summary_says_that_the_edition_has_been_replaced(
    tmp_path: Path, language: str, words: str
) -> None:
    role = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
    write(tmp_path, {**PINNED, "roles/ciso.yaml": role})
    shown = program("check", "--as-of", AS_OF, "--lang", language, cwd=tmp_path).stdout.decode()
    assert "bio2@1.2 · " in shown
    assert words in shown


def test_the_example_of_the_new_edition_misses_what_the_old_one_asks(tmp_path: Path) -> None:
    files = {
        str(path.relative_to(EXAMPLE)): path.read_bytes()
        for path in EXAMPLE.rglob("*")
        if path.is_file()
    }
    write(tmp_path, {**files, "bio2lint.yaml": SETTINGS.replace("1.3", "1.2")})
    done = program("check", "--as-of", AS_OF, "--select", "CMP001", cwd=tmp_path)
    assert done.returncode == 1
    for number in ("5.04.02", "5.25.01", "8.24.03"):
        assert number in done.stdout.decode()
    assert "Traceback" not in done.stderr.decode()
