"""Reviews of documents that would do harm in their readers: every format stays whole."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import jsonschema_rs
import pytest
from consumers import UNSEEN, harmless_in_a_job
from forge import MENTION_OR_REFERENCE, page
from nasty import CATEGORIES
from support import AS_OF, Files, edition

from bio2lint import engine, resources, settings
from bio2lint.report import Context
from bio2lint.review import Review, State, approvals, review, show

CONTROL = """\
kind: control
id: c-{number}
title: {title}
implements: [{implements}]
owner: {owner}
status: planned
due: 2026-12-01
x-noot: {note}
"""
HTML = frozenset(
    ("h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "p", "ul")
) | frozenset(("li", "code", "span", "br", "strong", "em", "hr", "a", "blockquote"))


def state(category: str, *, after: bool) -> State:
    documents = {
        f"controls/c{number}.yaml": CONTROL.format(
            number=json.dumps(text) if after and number % 2 else number,
            title=json.dumps(text if after else "Titel"),
            implements=json.dumps(text) if after else "5.01.02",
            owner=json.dumps(text) if after else "ciso",
            note=json.dumps(f"{text}!" if after else text),
        )
        for number, text in enumerate(CATEGORIES[category].values())
    }
    read = settings.read(b"norm: bio2@1.3\n")
    tree, day = Files(documents), date.fromisoformat(AS_OF)
    return State(tree, read, engine.check(tree, read, edition("1.3"), day))


@cache
def reviewed(category: str) -> Review:
    before, after = (state(category, after=side) for side in (False, True))
    done = review(before, after)
    repositories = before.result.repository, after.result.repository
    return done._replace(approvals=tuple(approvals.required(done.changes, *repositories)))


def rendered(form: str, category: str) -> str:
    report = show.render(form, reviewed(category), Context(), show.Revisions())
    assert not UNSEEN.search(report)
    harmless_in_a_job(report)
    return report


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_text_leaves_a_review_whole(category: str) -> None:
    rendered("text", category)
    report = json.loads(rendered("json", category))
    schema = json.loads(resources.read("schemas", "review.schema.json"))
    jsonschema_rs.validator_for(schema).validate(report)
    assert len(report["changes"]) == len(reviewed(category).changes) > 0


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_text_does_nothing_in_a_comment(category: str) -> None:
    report = rendered("markdown", category)
    assert report.startswith("<!-- bio2lint:review -->\n")
    assert len(report) <= 65_536
    read = page(report)
    assert set(read.tags) <= HTML
    assert read.comments == [" bio2lint:review "]
    assert [one for one in read.stretches if MENTION_OR_REFERENCE.search(one)] == []
