"""REF008: paths that lead nowhere, outside, to a folder, or in other capitals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from reference_cases import ROLES, control
from support import NOISE, check, edition, expect

from bio2lint import document, engine, repository, settings
from bio2lint.finding import Place
from bio2lint.rules.references.evidence_path_missing import check_repository
from bio2lint.tree import Fact, WorkTree

if TYPE_CHECKING:
    from pathlib import Path

    from bio2lint.finding import Finding

NOISE_OF_CONTROL = NOISE | {"CMP010"}
NOISE_OF_EVIDENCE = NOISE | {"CMP010", "EVD003", "SEC005"}
FILE = "evidence/files/mfa.csv"


def designed(path: str) -> dict[str, str]:
    """The roles and a control; the path stands in `design` on line 5, column 10."""
    return control(f"[5.17.01]\ndesign: [{path}]")


def evidence(path: str) -> dict[str, str]:
    """The roles, a control and evidence of it; its source's path stands on line 9, column 16."""
    text = f"""\
kind: evidence
id: E-2026-031
title: Rapportage dekking MFA
proves: [existence]
controls: [mfa]
period: {{from: 2026-07-01, until: 2026-09-30}}
collected: {{by: ciso, date: 2026-10-03}}
result: {{outcome: pass}}
source: {{path: {path}}}
"""
    return {**control("[5.17.01]"), "evidence/e.yaml": text}


def of_rule(files: dict[str, str]) -> Finding:
    (finding,) = [f for f in check(files) if f.code == "REF008"]
    return finding


@pytest.mark.parametrize("path", ["map:mfa.csv", "C:bewijs.csv", "'C:\\bewijs\\mfa.csv'"])
def test_a_file_is_never_in_another_repository(path: str) -> None:
    expect(evidence(path), "evidence/e.yaml:9:16 REF008", ignoring=NOISE_OF_EVIDENCE)


@pytest.mark.parametrize(
    "path",
    [
        "documents/mfa.md",
        "documents/mfa.md#wie-beheert",
        "./documents/mfa.md",
        "documents",
        "https://beleid.lindemeer.example/mfa.md",
        "HTTPS://beleid.lindemeer.example/mfa.md",
    ],
)
def test_what_is_there_or_an_address_is_no_finding(path: str, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/mfa.md").write_text("# Wie beheert\n", encoding="utf-8")
    assert on_disk(tmp_path, designed(path)) == []


def test_a_missing_file_is_a_finding_at_the_reference() -> None:
    files = designed("documents/mfa.md#wie-beheert")
    expect(files, "controls/mfa.yaml:5:10 REF008", ignoring=NOISE_OF_CONTROL)
    finding = of_rule(files)
    assert finding.message.nl == "documents/mfa.md bestaat niet in de administratie."
    assert finding.message.en == "documents/mfa.md does not exist in the repository."
    assert not finding.fixable


def test_a_web_address_without_https_is_recognised() -> None:
    finding = of_rule(designed("www.lindemeer.example/beleid"))
    assert finding.help is not None
    assert finding.help.nl == "Zet https:// voor een webadres."
    assert finding.help.en == "Put https:// before a web address."


def test_the_file_of_a_document_is_looked_at_too() -> None:
    policy = """\
kind: document
id: toegangsbeleid
title: Toegangsbeleid
type: policy
path: documents/toegangsbeleid.md
owner: ciso
status: approved
approved: {by: directie, date: 2026-02-03, ref: DB-2026-007}
review: {last: 2026-02-03, interval: P1Y, by: ciso}
"""
    files = {**ROLES, "documents/t.yaml": policy}
    expect(files, "documents/t.yaml:5:7 REF008", ignoring=NOISE | {"REF007"})


def test_the_source_of_evidence_must_be_a_file() -> None:
    expect(
        {**evidence("evidence/files"), FILE: "rol,mfa\n"},
        "evidence/e.yaml:9:16 REF008",
        ignoring=NOISE_OF_EVIDENCE,
    )
    finding = of_rule({**evidence("evidence/files"), FILE: "rol,mfa\n"})
    assert finding.message.nl == "evidence/files is een map; hier hoort een bestand."
    assert finding.message.en == "evidence/files is a folder; a file belongs here."


def test_other_capitals_are_a_finding_with_one_right_text(tmp_path: Path) -> None:
    (tmp_path / "Documents").mkdir()
    (tmp_path / "Documents/MFA.md").write_text("# Wie beheert\n", encoding="utf-8")
    (finding,) = on_disk(tmp_path, designed("documents/mfa.md#wie-beheert"))
    assert (finding.region.line, finding.region.column) == (5, 10)
    assert finding.fixable
    assert finding.help is not None
    assert finding.help.nl == "Schrijf Documents/MFA.md; `bio2lint fix` doet het voor u."
    assert finding.help.en == "Write Documents/MFA.md; `bio2lint fix` does it for you."


def test_the_right_text_keeps_the_anchor() -> None:
    fact = Fact("file", spelled="Documents/MFA.md")
    assert replacement("documents/mfa.md#wie-beheert", fact) == '"Documents/MFA.md#wie-beheert"'


def test_a_name_that_quotes_cannot_hold_has_no_right_text() -> None:
    assert replacement("documents/mfa.md", Fact("file", spelled='Documents/"MFA".md')) is None


@pytest.mark.parametrize(
    "path", ["../elders/mfa.md", "documents/../../mfa.md", "/etc/mfa.md", "documents\\mfa.md"]
)
def test_a_path_that_leads_outside_is_a_finding(path: str, tmp_path: Path) -> None:
    (finding,) = on_disk(tmp_path, designed(path))
    assert (finding.region.line, finding.region.column) == (5, 10)
    assert "ligt niet binnen de administratie" in finding.message.nl
    assert "is not inside the repository" in finding.message.en


def test_a_link_to_outside_is_a_finding(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "elders.md"
    (root / "documents").mkdir(parents=True)
    outside.write_text("Elders.\n", encoding="utf-8")
    (root / "documents/mfa.md").symlink_to(outside)
    (finding,) = on_disk(root, designed("documents/mfa.md"))
    assert "ligt niet binnen de administratie" in finding.message.nl


def test_a_link_to_a_file_inside_is_no_finding(tmp_path: Path) -> None:
    (tmp_path / "mfa.md").write_text("Hier.\n", encoding="utf-8")
    (tmp_path / "beleid.md").symlink_to(tmp_path / "mfa.md")
    assert on_disk(tmp_path, designed("beleid.md")) == []


def test_a_pointer_of_git_lfs_is_a_file() -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12\n"
    expect({**evidence(FILE), FILE: pointer}, ignoring=NOISE_OF_EVIDENCE)


def test_what_lies_in_a_submodule_cannot_be_judged() -> None:
    files: dict[str, str | Fact] = {
        **evidence("leverancier/rapport.pdf"),
        "leverancier/rapport.pdf": Fact("submodule"),
    }
    expect(files, ignoring=NOISE_OF_EVIDENCE)


def test_a_reference_with_a_prefix_belongs_to_another_repository() -> None:
    expect(designed('"regio:documents/mfa.md"'), ignoring=NOISE_OF_CONTROL)


@pytest.mark.parametrize("written", ['"  "', '"#mfa"', '"."', "./", '"./#mfa"'])
def test_what_names_no_file_is_a_finding(written: str) -> None:
    files = designed(written)
    expect(files, "controls/mfa.yaml:5:10 REF008", ignoring=NOISE_OF_CONTROL)
    (finding,) = [f for f in check(files) if f.code == "REF008"]
    assert "noemt geen bestand" in finding.message.nl
    assert "names no file" in finding.message.en


def test_an_empty_path_is_another_rules_matter() -> None:
    expect(designed('""'), "controls/mfa.yaml:5:10 STR002", ignoring=NOISE_OF_CONTROL)


def on_disk(root: Path, files: dict[str, str]) -> list[Finding]:
    """Write a repository to disk and return what this rule finds in it."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    done = engine.check(
        WorkTree(str(root)), settings.read(None), edition("1.3"), date(2026, 11, 23)
    )
    return [finding for finding in done.findings if finding.code == "REF008"]


def replacement(path: str, fact: Fact) -> str | None:
    """Return the text that this rule proposes for a path of which the disk says `fact`."""
    (read,) = document.read("c.yaml", designed(path)["controls/mfa.yaml"].encode())
    assert read.record is not None
    index = repository.Repository(
        [read.record],
        norm=edition("1.3"),
        as_of=date(2026, 11, 23),
        norm_place=Place("bio2lint.yaml"),
        norm_pinned=False,
        paths=repository.paths_named([read.record]),
        facts={path.partition("#")[0]: fact},
    )
    (found,) = check_repository(index)
    return found.replacement
