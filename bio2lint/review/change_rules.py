"""The rules of changes: what they find, placed in the tree after the change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bio2lint import document as documents_of
from bio2lint import judge, rules
from bio2lint.finding import Text
from bio2lint.settings import FILE
from bio2lint.silencing import silence
from bio2lint.yamlfile import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bio2lint.document import Document
    from bio2lint.finding import Finding, Found
    from bio2lint.repository import Repository
    from bio2lint.rules import Rule
    from bio2lint.settings import Settings
    from bio2lint.tree import Tree


class OfChange(NamedTuple):
    """What rules of changes found; `hidden` is what only the settings before would show."""

    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    not_judged: tuple[Text, ...]


def run(
    tree: Tree, settings: Settings, strict: Settings | None, before: Repository, after: Repository
) -> OfChange:
    """Run the rules of changes on two indexes.

    `tree` and `settings` are those after the change, `strict` the settings by which what they hide
    is found, None where they hide nothing.
    """
    findings = _judged(tree, settings, before, after)
    shown = {(one.code, one.fingerprint) for one in findings}
    stricter = _judged(tree, strict, before, after) if strict is not None else []
    hidden = (one for one in stricter if (one.code, one.fingerprint) not in shown)
    return OfChange(tuple(findings), tuple(hidden), tuple(_not_judged(before, after)))


def _judged(tree: Tree, by: Settings, before: Repository, after: Repository) -> list[Finding]:
    found: list[tuple[Rule, Found]] = []
    for check in rules.load():
        if check.scope == "change" and by.applies(check.rule):
            options = by.options(check.rule)
            ask = partial(check.run, options=options) if options else check.run
            found += [(check.rule, one) for one in ask(before, after)]
    documents = _documents(tree, found)
    by_place = {(one.path, one.yaml.ordinal): one for one in documents}
    findings = judge.judge(found, by_place, by)
    return silence(findings, documents, after.as_of, lambda _code: False).standing


def _documents(tree: Tree, found: Iterable[tuple[Rule, Found]]) -> list[Document]:
    """Return the documents of every file in which something was found."""
    places = (p for _, one in found for p in (one.place, *(r.place for r in one.related)))
    return [
        document
        for path in dict.fromkeys(place.path for place in places if place.path != FILE)
        for document in documents_of.read(path, tree.read(path, MAX_BYTES + 1))
    ]


def _not_judged(before: Repository, after: Repository) -> Iterable[Text]:
    new = any(name not in before.by_id for name in after.by_id)
    if new and (after.past is None or not after.past.complete):
        yield Text(
            nl="Of een kenmerk vroeger van iets anders was (GIT005), is niet nagegaan: de "
            "geschiedenis is niet volledig bekend.",
            en="Whether an id was something else's in the past (GIT005) was not checked: the "
            "history is not fully known.",
        )
