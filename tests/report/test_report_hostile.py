"""Whatever stands in documents and paths: reports stay valid, and nothing is injected."""

from __future__ import annotations

import json
import re

import pytest
from consumers import FINDINGS_IN, UNSEEN
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from report_samples import HOSTILE, finding, mfa, record, result

from bio2lint.engine import DocumentName, Result
from bio2lint.finding import Region, Text
from bio2lint.report import FORMATS, Context, render
from bio2lint.report.layout import columns


def everywhere(text: str) -> Result:
    """A result with `text` wherever a document or a path can put it."""
    path = f"controls/{text}.yaml"
    words = Text(nl=f"Melding {text}", en=f"Message {text}")
    one = finding(
        path=path,
        source=f"id: {text}",
        columns=(5, 5 + len(text)),
        message=words,
        hint=words,
        pointer=f"/{text}",
        document=text,
        owner=text,
        kind=text,
        requirements=(text,),
        related=((Region(path, 1, 1, 1, 2), words),),
    )
    shown = result(
        one,
        one._replace(code="CMP006"),
        records=[mfa(path), record("control", "x", f"x{path}", implements=["5.17.02"])],
        unreadable=(f"{path}x",),
        stray=(path,),
    )
    named = DocumentName(path, 1, None, text, 3)
    return shown._replace(documents=(*shown.documents, named))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_unseen_comes_through(form: str, text: str) -> None:
    report = render(form, everywhere(text), Context())
    assert not UNSEEN.search(report)
    report.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_concise_has_one_line_a_finding(text: str) -> None:
    lines = render("concise", everywhere(text), Context()).splitlines()
    codes = [re.findall(r":4:5: (\w+) Melding ", line) for line in lines]
    assert codes == [["REF003"], ["CMP006"]]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_lines_of_text_keep_their_shape(text: str) -> None:
    """Only heads, gutters and wrapped text: nothing out of a document begins a line."""
    block = render("text", everywhere(text), Context()).split("\n\n")[0].splitlines()
    head, *others = block
    assert head.startswith("controls/")
    assert head.endswith(" fout REF003 measure-moved")
    assert all(line.startswith(("   4 | ", "     | ", "     = ", "       ")) for line in others)
    assert all(columns(line) <= 80 for line in others if " = zie " not in line)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_keeps_the_texts(text: str) -> None:
    report = json.loads(render("json", everywhere(text), Context()))
    kept = re.sub("[\ud800-\udfff]", "\ufffd", text)
    first = report["findings"][0]
    assert first["message"] == f"Melding {kept}"
    assert first["path"] == f"controls/{kept}.yaml"
    assert (first["document"], first["owner"], first["kind"]) == (kept, kept, kept)
    assert len(report["findings"]) == 2


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_junit_stays_whole(text: str) -> None:
    report = etree.fromstring(render("junit", everywhere(text), Context()).encode())
    cases = report.findall("testsuite/testcase")
    # Four documents, three measures, three controls and the settings.
    assert len(cases) == 11
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == 11
    assert all(
        len(message) <= 200
        for message in (part.get("message", "") for part in report.iter("failure"))
    )


@given(st.text(st.characters(), max_size=40))
def test_any_text_gives_valid_reports(text: str) -> None:
    shown = everywhere(text)
    for form, read in FINDINGS_IN.items():
        report = render(form, shown, Context())
        assert not UNSEEN.search(report)
        assert read(report) == 2
