"""Texts that would do harm, in every place that a document has and through every format."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from consumers import FINDINGS_IN, SARIF_SCHEMA, UNSEEN
from forge import page, visible_text
from nasty import CATEGORIES, NASTY
from program import AS_OF, program, write
from runner import obeyed
from support import result as judged
from test_report_hostile import everywhere

from bio2lint.report import FORMATS, Context, render
from bio2lint.report.csvsafe import cell
from bio2lint.report.safe import printable, shortened, visible

if TYPE_CHECKING:
    from pathlib import Path

    from bio2lint.engine import Result

LONGEST_NAME = 255
CHECK = ("check", "--as-of", AS_OF, "--lang", "nl")


def read_back(form: str, shown: Result) -> int:
    report = render(form, shown, Context())
    assert not UNSEEN.search(report)
    return FINDINGS_IN[form](report)


def titled(text: str, number: int) -> str:
    """A document with `text` in every field that a finding may repeat, as YAML can hold it."""
    quoted = json.dumps(text)
    return (
        f"kind: control\nid: {quoted}\ntitle: {quoted}\nowner: {quoted}\nstatus: {quoted}\n"
        f"implements: [{quoted}]\nrisks: [{quoted}]\nx-{number}: {quoted}\n{quoted}: {quoted}\n"
    )


@cache
def titles() -> Result:
    """A real check of documents with each of the texts."""
    return judged({f"controls/{n}.yaml": titled(text, n) for n, text in enumerate(NASTY)})


@cache
def own_rules() -> Result:
    """A real check by the organisation's own rules, which say each of the texts."""
    pytest.importorskip("cel_expr_python")
    rules = {
        f"rules/{n}.yaml": f"kind: rule\nid: regel-{n}\ntitle: {json.dumps(text)}\n"
        f"code: ORG{n:03}\nfor: [role]\ncondition: 'false'\nowner: ciso\nseverity: warning\n"
        f"message: {{nl: {json.dumps(text)}, en: {json.dumps(text)}}}\nhelp: {json.dumps(text)}\n"
        for n, text in enumerate(NASTY)
    }
    role = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\n"
    return judged({"roles/ciso.yaml": role, **rules})


def test_there_are_enough_and_no_two_are_alike() -> None:
    assert len(NASTY) == len(set(NASTY)) > 300


def test_every_format_has_a_reader() -> None:
    assert set(FINDINGS_IN) == set(FORMATS)


def test_the_schema_of_sarif_is_at_hand() -> None:
    if not SARIF_SCHEMA.exists():
        pytest.skip(f"{SARIF_SCHEMA.name} is not beside the repository: only the shape is checked")


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("form", FORMATS)
def test_each_text_leaves_a_report_whole(form: str, category: str) -> None:
    for name, text in CATEGORIES[category].items():
        assert read_back(form, everywhere(text)) == 2, name


@pytest.mark.parametrize("form", FORMATS)
def test_all_texts_at_once_in_real_documents(form: str) -> None:
    shown = titles()
    assert len(shown.findings) > 2 * len(NASTY)
    assert read_back(form, shown) == len(shown.findings)


@pytest.mark.parametrize("form", FORMATS)
def test_all_texts_at_once_in_messages_of_own_rules(form: str) -> None:
    shown = own_rules()
    spoken = [f for f in shown.findings if f.code.startswith("ORG")]
    assert len(spoken) > 300
    assert read_back(form, shown._replace(findings=tuple(spoken))) == len(spoken)


def names() -> list[str]:
    """The texts of which a file system makes a name, and the program a document."""
    fitting = []
    for text in NASTY:
        try:
            size = len(os.fsencode(f"{text}.yaml"))
        except UnicodeEncodeError:
            continue
        if size <= LONGEST_NAME and text[:1] not in ("", ".") and not {"/", "\0"} & set(text):
            fitting.append(text)
    return fitting


def test_all_texts_as_names_of_files(tmp_path: Path) -> None:
    role = "kind: role\nid: ciso\ntitle: CISO\nfunctions: [ciso]\nownr: x\n"
    root = write(tmp_path / "isms", {"bio2lint.yaml": "norm: bio2@1.3\n"})
    for name in names():
        with open(root / f"{name}.yaml", "w", encoding="utf-8") as file:
            file.write(role)
    wanted = [part for form in FORMATS for part in ("--report", f"{form}={tmp_path}/{form}")]
    done = program(*CHECK, "--select", "STR002", *wanted, cwd=root)
    assert (done.returncode, done.stderr) == (1, b"")
    for form, read in FINDINGS_IN.items():
        report = (tmp_path / form).read_text(encoding="utf-8")
        assert not UNSEEN.search(report)
        assert read(report) == len(names()), form


@pytest.mark.parametrize("category", sorted(CATEGORIES.keys() - {"large"}))
def test_colour_adds_nothing_but_colour(category: str) -> None:
    for name, text in CATEGORIES[category].items():
        plain, coloured = (
            render("text", everywhere(text), Context(color=color)) for color in (False, True)
        )
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain, name
        assert obeyed(coloured) == [], name


@pytest.mark.parametrize("category", CATEGORIES)
def test_annotations_say_exactly_what_was_found(category: str) -> None:
    for name, text in CATEGORIES[category].items():
        first = obeyed(render("github", everywhere(text), Context()))[0]
        said = visible(shortened(f"Melding {text}", 1000))
        assert first.data == f"{said}\nhulp: {said}", name
        assert first.properties == {
            "file": visible(f"controls/{text}.yaml"),
            "line": "4",
            "endLine": "4",
            "col": "5",
            "endColumn": str(max(5, 4 + len(text))),
            "title": "REF003 measure-moved",
        }, name


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_comment_shows_the_texts_and_has_the_same_elements_for_each(category: str) -> None:
    def elements(report: str) -> list[str]:
        return [tag for tag in page(report).tags if tag not in ("span", "code")]

    usual = elements(render("markdown", everywhere("tekst"), Context()))
    for name, text in CATEGORIES[category].items():
        report = render("markdown", everywhere(text), Context())
        assert elements(report) == usual, name
        said = " ".join(printable(shortened(f"Melding {text}", 500)).split(" ")).strip()
        assert said.replace("`", "").strip() in visible_text(report).replace("`", ""), name


@pytest.mark.parametrize("category", CATEGORIES)
def test_sarif_and_json_agree_on_the_places(category: str) -> None:
    for name, text in CATEGORIES[category].items():
        shown = everywhere(text)
        found = json.loads(render("json", shown, Context()))["findings"]
        told = json.loads(render("sarif", shown, Context()))["runs"][0]["results"]
        lines = [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in told]
        assert lines == [one["line"] for one in found], name


def test_no_text_begins_a_formula() -> None:
    assert not [t for t in NASTY if cell(t).lstrip()[:1] in tuple("=@＝＋－＠")]
    assert not [t for t in NASTY if UNSEEN.search(cell(t))]
