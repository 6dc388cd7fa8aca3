"""One fault in the whole example: one finding, of the right rule, at the right place."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest
from planted_repo import Plant, besides_deviations, carry_out, copy_to, example, spots
from plants_people import OWNERSHIP, RISKS, TIMELINESS
from plants_references import NUMBERS, TARGETS
from plants_requirements import APPLICABILITY, COMPLETENESS, EVIDENCE
from plants_structure import CONFIDENTIALITY, STRUCTURE
from support import AS_OF

from bio2lint import check, rules
from bio2lint.finding import Severity

if TYPE_CHECKING:
    from pathlib import Path

PLANTS = (
    *STRUCTURE,
    *NUMBERS,
    *TARGETS,
    *COMPLETENESS,
    *EVIDENCE,
    *APPLICABILITY,
    *OWNERSHIP,
    *TIMELINESS,
    *RISKS,
    *CONFIDENTIALITY,
)


def name(fault: Plant) -> str:
    return f"{fault.code}: {fault.what}"


def spoil(root: Path, fault: Plant) -> str:
    """Carry out a plant on disk and return where its finding should stand."""
    texts, at = carry_out(fault, example())
    for path, text in texts.items():
        if text is None:
            (root / path).unlink()
        else:
            (root / path).write_bytes(text.encode())
    return str(at)


def run(root: Path) -> check.Outcome:
    request = check.Request(as_of=date.fromisoformat(AS_OF), root=str(root))
    return check.run(request, str(root), check.read_settings(str(root), request))


@pytest.mark.parametrize("fault", PLANTS, ids=name)
def test_one_fault_gives_one_finding_at_its_place(fault: Plant, tmp_path: Path) -> None:
    root = copy_to(tmp_path)
    expected = spoil(root, fault)
    outcome = run(root)
    found = besides_deviations(outcome.result.findings)
    assert list(map(str, spots(found))) == [expected]
    assert len(outcome.result.findings) == 3, "both open deviations stay in the report"
    assert outcome.status == fault.status
    assert fault.status == (1 if found[0].severity is Severity.ERROR else 0)


def test_every_rule_has_its_plants() -> None:
    planted = Counter(fault.code for fault in PLANTS)
    assert set(planted) == {check_.rule.code for check_ in rules.load()}
    assert min(planted.values()) >= 3
    assert len({name(fault) for fault in PLANTS}) == len(PLANTS)


@pytest.mark.parametrize(
    "fault", [fault for fault in PLANTS if fault.code in ("STR005", "CMP001", "EVD002")], ids=name
)
def test_the_program_itself_says_the_same(fault: Plant, tmp_path: Path) -> None:
    root = copy_to(tmp_path)
    expected = spoil(root, fault)
    command = [sys.executable, "-m", "bio2lint", "check", "--as-of", AS_OF, "--format", "concise"]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, env={**os.environ}
    )
    found = [" ".join(line.split()[:1] + line.split()[2:3]) for line in done.stdout.splitlines()]
    assert expected in found, done.stdout
    assert done.returncode == fault.status
    assert done.stderr == ""
