"""SEC006: large office files, PDFs and archives are not kept in Git."""

from __future__ import annotations

import pytest
from support import check, expect

from bio2lint import rules
from bio2lint.finding import Severity
from bio2lint.tree import Fact

OTHERS = {rule.rule.code for rule in rules.load()} - {"SEC006"}
KILOBYTE = 1024
LARGE = Fact("file", size=1024 * KILOBYTE + 1)
MOST = Fact("file", size=1024 * KILOBYTE)
AT = "evidence/e.yaml:4:16 SEC006"


def evidence(path: str, fact: Fact, identifier: str = "e") -> dict[str, str | bytes | Fact]:
    """Evidence of which the path stands on line 4 at column 16."""
    text = f"kind: evidence\nid: {identifier}\ntitle: Bewijs\nsource: {{path: {path}}}\n"
    return {f"evidence/{identifier}.yaml": text, path: fact}


KEPT_ELSEWHERE = (
    *("PDF", "pdf", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "pptm"),
    *("odt", "ods", "odp", "rtf", "vsd", "vsdx", "msg", "pst"),
    *("zip", "7z", "rar", "tar", "gz", "tgz", "gpg", "age"),
)


@pytest.mark.parametrize("ending", KEPT_ELSEWHERE)
def test_a_file_over_the_limit(ending: str) -> None:
    path = f"evidence/files/Bewijs.{ending}"
    expect(evidence(path, LARGE), AT, ignoring=OTHERS)
    expect(evidence(path, MOST), ignoring=OTHERS)


def test_it_says_how_large_it_is() -> None:
    (finding,) = [f for f in check(evidence("a.pdf", LARGE)) if f.code == "SEC006"]
    assert finding.severity is Severity.WARNING
    assert "a.pdf is 1025 kB" in finding.message.nl
    assert "a.pdf is 1025 kB" in finding.message.en


@pytest.mark.parametrize("name", ["meting.csv", "verslag.md", "uitvoer.json", "scherm.png"])
def test_other_files_are_left_alone(name: str) -> None:
    expect(evidence(name, LARGE), ignoring=OTHERS)


@pytest.mark.parametrize("kind", ["missing", "folder", "outside", "submodule"])
def test_what_is_no_file_is_another_rules(kind: str) -> None:
    expect(evidence("a.pdf", Fact(kind, size=LARGE.size)), ignoring=OTHERS)


def test_a_web_address_is_not_looked_at() -> None:
    text = "kind: evidence\nid: e\ntitle: Bewijs\nsource: {url: 'https://a.example/a.pdf'}\n"
    expect({"evidence/e.yaml": text}, ignoring=OTHERS)


@pytest.mark.parametrize("path", ["documents/plan.docx", "documents/plan.docx#doel"])
def test_a_document_over_the_limit(path: str) -> None:
    text = f"kind: document\nid: d\ntitle: Plan\npath: {path}\n"
    files: dict[str, str | bytes | Fact] = {"documents/d.yaml": text, "documents/plan.docx": LARGE}
    expect(files, "documents/d.yaml:4:7 SEC006", ignoring=OTHERS)


def test_one_file_is_one_finding() -> None:
    files = {**evidence("a.pdf", LARGE), **evidence("a.pdf", LARGE, "f")}
    expect(files, AT, ignoring=OTHERS)


def test_a_path_that_is_not_understood_is_passed_over() -> None:
    text = "kind: evidence\nid: e\ntitle: Bewijs\nsource: {path: [a.pdf]}\n"
    expect({"evidence/e.yaml": text, "a.pdf": LARGE}, ignoring=OTHERS)
    text = "kind: document\nid: d\ntitle: Plan\npath: [a.pdf]\n"
    expect({"documents/d.yaml": text, "a.pdf": LARGE}, ignoring=OTHERS)


def test_a_document_at_a_web_address_is_not_looked_at() -> None:
    text = "kind: document\nid: d\ntitle: Plan\nurl: https://a.example/a.pdf\n"
    expect({"documents/d.yaml": text}, ignoring=OTHERS)


@pytest.mark.parametrize(("limit", "found"), [(0, (AT,)), (1, (AT,)), (2, ())])
def test_the_limit_is_an_option_in_kilobytes(limit: int, found: tuple[str, ...]) -> None:
    chosen = f"norm: bio2@1.3\nrules: {{SEC006: {{limit: {limit}}}}}\n"
    files = {**evidence("a.pdf", Fact("file", size=2 * KILOBYTE)), "bio2lint.yaml": chosen}
    expect(files, *found, ignoring=OTHERS)
