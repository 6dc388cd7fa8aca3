"""The reports of a review: readable for people, complete for programs, harmless as a comment."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from review_cases import BASE, CONTROL, EXCEPTION, edited, reviewed

from bio2lint.finding import Text
from bio2lint.report import Context
from bio2lint.report.layout import columns
from bio2lint.review import Approval, Review, show, show_markdown, words

SCHEMA = Path(__file__).parents[2] / "schemas" / "review.schema.json"
AFTER = {
    **edited(
        "controls/mfa.yaml",
        "status: implemented\nimplemented_on: 2026-03-01",
        "status: planned\ndue: 2027-06-30",
    ),
    "bio2lint.yaml": "norm: bio2@1.3\nrules: {GIT001: off}\n",
    "exceptions/X-001.yaml": EXCEPTION,
    "risks/R-001.yaml": "kind: risk\nid: [\n",
}
APPROVALS = (
    Approval(
        "college", ("@lindemeer/college",), (Text("Het bestuur.", "The board."),), asked=False
    ),
    Approval("ciso", (), (Text("De CISO.", "The CISO."),)),
)
HOSTILE = [
    "\x1b[31mrood\x1b[0m",
    "\u202eomgekeerd",
    "</details><script>alert(1)</script>",
    "| cel | @iedereen [x](https://kwaad.example) #1 `a`",
    "::error::x ##[error]y",
    "regel een\nregel twee",
    "=HYPERLINK(1)",
    "x" * 5000,
    "<!-- bio2lint:review -->",
    "\u200b\ufeff\U000e0041",
]


@cache
def whole() -> Review:
    return reviewed(BASE, AFTER)._replace(approvals=APPROVALS)


def rendered(name: str, done: Review, language: str = "en", **context: Any) -> str:
    return show.render(name, done, Context(language=language, **context), show.Revisions("a" * 40))


@cache
def validator() -> Any:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def test_the_text_groups_what_changes_and_ends_with_the_verdict() -> None:
    lines = rendered("text", whole()).splitlines()
    assert lines[:4] == [
        "What this change does",
        "norm bio2@1.3 · as-of date 2026-11-23",
        "3 ▼ weaker, 0 ▲ stronger, 2 · neutral",
        "",
    ]
    at = lines.index("controls/mfa.yaml control mfa")
    assert lines[at + 1 : at + 4] == [
        "  ▼ status: implemented → planned",
        "    Implementation is less far than before. No decision in this change supports",
        "    this.",
    ]
    assert "    An exception to the norm. Supported by decision of college, 2026-11-17, BW" in lines
    assert "  5.17.01: implemented → deviating" in lines
    assert "  college (@lindemeer/college): CODEOWNERS does not ask" in lines
    assert "  risks/R-001.yaml (after the change)" in lines
    assert "".join(lines[-2:]).startswith("Failed: 2 weakenings without a recorded decision, ")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_text_keeps_to_its_width(language: str, width: int) -> None:
    text = rendered("text", whole(), language, width=width)
    assert max(map(columns, text.splitlines())) <= width


def test_colour_only_adds_to_the_text() -> None:
    plain, coloured = (rendered("text", whole(), color=color) for color in (False, True))
    assert "\x1b[1;31m▼\x1b[0m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[1;32m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (
            "controls/mfa.yaml",
            "cycles: [{requirement: 5.17.01, interval: P6M}]\n",
            "",
            "cycles: {requirement: 5.17.01, interval: P6M} → –",
        ),
        (
            "risks/R-001.yaml",
            "threat: phishing",
            "threat: ''",
            'threat: phishing → ""',
        ),
        (
            "controls/mfa.yaml",
            "title:",
            "x-a: [1, [b, true]]\ntitle:",
            "x-a: – → [1, [b, true]]",
        ),
        (
            "documents/mfa.md",
            "Meer",
            "Altijd meer",
            "design: documents/mfa.md",
        ),
    ],
)
def test_values_are_shown_about_as_they_stand_in_a_document(
    path: str, old: str, new: str, said: str
) -> None:
    changes = reviewed(BASE, edited(path, old, new)).changes
    assert said in [words.what(one).en for one in changes]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_json_fits_its_schema(language: str) -> None:
    for done in (whole(), reviewed(BASE, BASE), reviewed(AFTER, BASE)):
        assert not list(validator().iter_errors(json.loads(rendered("json", done, language))))


def test_the_json_says_everything() -> None:
    report = json.loads(rendered("json", whole()))
    by_field = {one["field"]: one for one in report["changes"]}
    assert by_field["status"] == {
        "document": "mfa",
        "kind": "control",
        "path": "controls/mfa.yaml",
        "pointer": "/status",
        "field": "status",
        "before": "implemented",
        "after": "planned",
        "direction": "weakens",
        "why": "Implementation is less far than before.",
        "supported": None,
    }
    assert by_field[""]["supported"] == "decision of college, 2026-11-17, BW 2026-290"
    assert report["approvals"][0] == {
        "role": "college",
        "handles": ["@lindemeer/college"],
        "reasons": ["The board."],
        "asked": False,
    }
    assert [one["code"] for one in report["findings"]["hidden"]] == ["GIT001"]
    assert {"number": "5.17.01", "before": "implemented", "after": "deviating"} in (
        report["coverage"]["requirements"]
    )
    assert report["unreadable"] == [{"path": "risks/R-001.yaml", "side": "after"}]
    assert report["verdict"]["status"] == 1
    assert report["verdict"]["unsupported"] == 2
    assert report["revisions"] == {"before": "a" * 40, "after": None}


@pytest.mark.parametrize("key", ["changes", "approvals", "coverage", "findings", "unreadable"])
def test_the_schema_misses_what_is_left_out(key: str) -> None:
    report = json.loads(rendered("json", whole()))
    del report[key]
    assert [error.validator for error in validator().iter_errors(report)] == ["required"]


def test_the_comment_begins_with_its_marker_and_its_verdict() -> None:
    lines = rendered("markdown", whole()).splitlines()
    assert lines[0] == show_markdown.MARKER
    assert lines[1].startswith("## ❌ ")
    assert lines[3].startswith("**Failed")
    assert rendered("markdown", reviewed(BASE, BASE)).splitlines()[1].startswith("## ✅ ")


def test_the_comment_unfolds_each_document() -> None:
    text = rendered("markdown", whole())
    assert text.count("<details>") == text.count("</details>") == 3


def test_a_comment_that_is_too_long_is_cut_and_says_so() -> None:
    many = "---\n".join(
        CONTROL.replace("id: mfa", f"id: mfa-{number}").replace("Meervoudige", "\u202e" * 300)
        for number in range(400)
    )
    done = reviewed(BASE, {**BASE, "controls/veel.yaml": many})
    text = rendered("markdown", done)
    assert len(text) > 0.9 * show_markdown.LIMIT
    assert len(text) <= show_markdown.LIMIT
    assert "Cut short" in text
    assert text.count("<details>") == text.count("</details>")
    kept = text.count("\n- ") + sum(line.startswith("| ") for line in text.splitlines())
    assert 0 < kept < len(done.changes) + len(done.findings.new)
    assert "Cut short" not in rendered("markdown", whole())


def rows(text: str) -> int:
    """Return how many rows of tables and items of lists a comment has."""
    lines = text.splitlines()
    heads = 2 * sum(line.startswith("| ---") for line in lines)
    return sum(line.startswith(("| ", "- ")) for line in lines) - heads


def test_a_comment_that_is_cut_still_says_who_must_approve_and_what_was_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = whole()
    many = done._replace(changes=done.unsupported * 2_000)
    text = rendered("markdown", many)
    assert len(text) <= show_markdown.LIMIT
    assert "| college<br>`@lindemeer/college`" in text
    assert "| `risks/R-001.yaml` | after the change |" in text
    left_out = int(text.partition("Cut short: ")[2].split()[0])
    monkeypatch.setattr(show_markdown, "LIMIT", 10**9)
    assert rows(rendered("markdown", many)) == rows(text) + left_out


def test_approvers_take_at_most_half_of_a_comment() -> None:
    text = rendered("markdown", whole()._replace(approvals=APPROVALS * 2_000))
    assert len(text) <= show_markdown.LIMIT
    assert "### Weakening without a decision" in text
    approvers = text.partition("### Who must approve")[2].partition("\n### ")[0]
    assert 0.4 < len(approvers) / show_markdown.LIMIT < 0.5


@pytest.mark.parametrize("nasty", HOSTILE)
def test_text_of_documents_does_nothing_in_any_report(nasty: str) -> None:
    title = json.dumps(nasty)
    after = {**BASE, "controls/mfa.yaml": CONTROL.replace("Meervoudige authenticatie", title)}
    done = reviewed(BASE, after)
    assert [one.field for one in done.changes] == ["title"] or done.unreadable
    text = rendered("text", done)
    assert all(character.isprintable() or character == "\n" for character in text)
    report = rendered("json", done)
    assert all(character.isprintable() or character == "\n" for character in report)
    assert not list(validator().iter_errors(json.loads(report)))
    comment = rendered("markdown", done)
    assert all(character.isprintable() or character == "\n" for character in comment)
    for active in ("<script", "@iedereen", "](https", "##[", "::error"):
        assert active not in comment
    assert comment.count(show_markdown.MARKER) == 1
    assert comment.count("</details>") == comment.count("<details>")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_two_long_texts_show_where_they_differ(form: str) -> None:
    long = "Elke werkplek vraagt om een tweede factor, en om nog veel meer. " * 3
    before = edited(
        "controls/mfa.yaml",
        "title: Meervoudige authenticatie",
        f"title: {long}Ook bij beheer, altijd.",
    )
    after = {name: text.replace("Ook bij", "Niet bij") for name, text in before.items()}
    shown = rendered(form, reviewed(before, after), width=1000)
    start = "…" + long[-20:]
    assert f"title: {start}Ook bij beheer, altijd. → {start}Niet bij beheer, altijd." in shown


def test_line_breaks_in_paths_and_ids_stay_on_their_line() -> None:
    done = reviewed(BASE, {**BASE, "controls/a\n::error::b.yaml": CONTROL.replace("mfa", "x")})
    for name in ("text", "markdown"):
        assert not any(line.startswith("::") for line in rendered(name, done).splitlines())
