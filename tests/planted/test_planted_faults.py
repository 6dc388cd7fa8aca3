"""One fault in the whole example: one finding, of the right rule, at the right place."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from planted_repo import (
    Plant,
    besides_deviations,
    copy_to,
    remember_what_was_read,
    run,
    spoil,
    spoiled,
    spots,
)
from plants_structure import CONFIDENTIALITY, SECRETS
from support import AS_OF

from bio2lint import report, rules
from bio2lint.finding import Severity

PLANTS = tuple(
    fault
    for path in sorted(Path(__file__).parent.glob("plants_*.py"))
    for value in vars(import_module(path.stem)).values()
    if isinstance(value, tuple)
    for fault in value
    if isinstance(fault, Plant) and not isinstance(value, Plant)
)
"""Those of every `plants_….py` in this folder."""


def name(fault: Plant) -> str:
    return f"{fault.code}: {fault.what}"


@pytest.fixture(scope="module")
def one_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_to(tmp_path_factory.mktemp("copy"))


@pytest.mark.parametrize("fault", PLANTS, ids=name)
def test_one_fault_gives_one_finding_at_its_place(
    fault: Plant, one_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_what_was_read(monkeypatch)
    with spoiled(one_copy, fault) as expected:
        outcome = run(one_copy)
    found = besides_deviations(outcome.result.findings)
    assert [str(spot) for spot in spots(found)] == [expected]
    assert len(outcome.result.findings) == 3, "both open deviations stay in the report"
    assert outcome.status == fault.status
    assert fault.status == (1 if found[0].severity is Severity.ERROR else 0)


def test_every_rule_has_its_plants() -> None:
    planted = Counter(fault.code for fault in PLANTS)
    # What a change does is planted in changes, not in a state.
    in_itself = (check_ for check_ in rules.load() if check_.scope != "change")
    assert set(planted) == {check_.rule.code for check_ in in_itself}
    assert min(planted.values()) >= 3
    assert len({name(fault) for fault in PLANTS}) == len(PLANTS)


@pytest.mark.parametrize("fault", CONFIDENTIALITY, ids=name)
def test_no_report_shows_a_secret(fault: Plant, tmp_path: Path) -> None:
    root = copy_to(tmp_path)
    spoil(root, fault)
    held = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.yaml"))
    (secret,) = [secret for secret in SECRETS if secret in held]
    result = run(root).result
    for format_ in report.FORMATS:
        shown = report.render(format_, result, report.Context())
        assert fault.code in shown
        assert secret not in shown


_BY_CODE = {fault.code: fault for fault in PLANTS}


@pytest.mark.parametrize("code", ["STR001", "REF006", "CMP001", "CMP010", "EVD003", "SEC001"])
def test_the_program_itself_says_the_same(code: str, tmp_path: Path) -> None:
    root, fault = copy_to(tmp_path), _BY_CODE[code]
    expected = spoil(root, fault)
    command = [sys.executable, "-m", "bio2lint", "check", "--as-of", AS_OF, "--lang", "nl"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    found = [
        f"{place} {code}"
        for place, code in re.findall(
            r"^(\S+:\d+:\d+) \w+ ([A-Z]{3}\d{3}) ", done.stdout, re.MULTILINE
        )
    ]
    assert [place for place in found if not place.endswith(" VVT008")] == [expected]
    assert len(found) == 3
    assert done.returncode == fault.status
    assert done.stderr == ""
