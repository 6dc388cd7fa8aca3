"""The rules of the organisation's own: what they find, and which of them cannot be carried out."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from bio2lint import cel, rules, yamlfile
from bio2lint.cel import Condition, Failure, Subject, Verdict
from bio2lint.finding import Found, Place, Severity, Text
from bio2lint.model import OwnRule
from bio2lint.rules import Rule
from bio2lint.yamlfile.place import offset_inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from bio2lint.document import Document

_INDEX = re.compile("[0-9]{1,9}")  # no list is longer, and Python refuses very long numbers
_LOOKS_UP = re.compile(r"\bfind\s*\(")


class Judged(NamedTuple):
    """What own rules found, and which of them could not be carried out."""

    found: tuple[tuple[Rule, Found], ...] = ()
    failures: tuple[Failure, ...] = ()


class _Own(NamedTuple):
    """An own rule that can be read, and the document that it stands in."""

    document: Document
    record: OwnRule

    @property
    def condition(self) -> str:
        return str(self.record.condition)

    @property
    def looks_up(self) -> bool:
        """Whether it depends on other documents than the one that it judges."""
        return _LOOKS_UP.search(self.condition) is not None


def judge(documents: Sequence[Document], as_of: date) -> Judged:
    """Return what the own rules among the documents of a repository find in the others.

    A rule, or a document, that is not sound itself is passed over: that is reported already.
    """
    failures: list[Failure] = []
    fit = list(_fit(documents, failures))
    if not fit:
        return Judged(failures=tuple(failures))
    about = {kind for own in fit for kind in _kinds(own.record)}
    wanted = None if any(own.looks_up for own in fit) else about
    data = _data([one for one in documents if _has_id(one) and (not wanted or one.kind in wanted)])
    judged = list(data)
    verdicts = cel.evaluate(
        [Condition(own.condition, _kinds(own.record)) for own in fit],
        [_subject(document, fields) for document, fields in data.items()],
        as_of,
    )
    found: list[tuple[Rule, Found]] = []
    for own, verdict in zip(fit, verdicts, strict=True):
        rule = _rule(own)
        found += [(rule, _found(own.record, judged[index])) for index in verdict.false]
        if verdict.failure is not None:
            failures.append(_failure(own, verdict, judged))
    return Judged(tuple(found), tuple(failures))


def _fit(documents: Iterable[Document], failures: list[Failure]) -> Iterator[_Own]:
    """Yield the own rules whose condition can be tried; say of the others why not."""
    seen: dict[str, Place] = {}
    for document in documents:
        record = document.record
        if isinstance(record, OwnRule) and _sound(document):
            code, at = str(record.code), record.place("code")
            if not rules.may_be_own(code):
                failures.append(Failure("reserved", at, code))
            elif code in seen:
                failures.append(Failure("duplicate", at, code, other=seen[code]))
            elif len(str(record.condition)) > cel.LONGEST:
                failures.append(Failure("too-long", record.place("condition")))
            else:
                yield _Own(document, record)
            seen.setdefault(code, at)


def _sound(document: Document) -> bool:
    return not document.faults and not document.problems


def _has_id(document: Document) -> bool:
    return document.record is not None and isinstance(document.record.id, str)


def _kinds(record: OwnRule) -> tuple[str, ...]:
    return tuple(map(str, record.about)) if isinstance(record.about, tuple) else ()


def _data(documents: Iterable[Document]) -> dict[Document, dict[str, Any]]:
    """Return the data of documents, which was let go of, as their files still have it."""
    in_file: dict[str, dict[int, Document]] = defaultdict(dict)
    for document in documents:
        in_file[document.path][document.yaml.ordinal] = document
    return {
        wanted[part.ordinal]: part.data
        for wanted in in_file.values()
        for part in yamlfile.read(next(iter(wanted.values())).file.text.encode()).documents
        if part.ordinal in wanted and part.data is not None
    }


def _subject(document: Document, data: dict[str, Any]) -> Subject:
    identifier = document.record.id if document.record else None
    return Subject(_sound(document), str(document.kind), str(identifier), data)


def as_rule(record: OwnRule) -> Rule | None:
    """Return an own rule as reports and settings know rules; None where it cannot be read."""
    code, severity = record.code, record.severity
    if not isinstance(code, str) or str(severity).upper() not in Severity.__members__:
        return None
    return Rule(
        code=code,
        name=record.name,
        severity=Severity[str(severity).upper()],
        source=record.path,
        summary=Text(str(record.title), str(record.title)),
        kinds=_kinds(record),
        page=record.path,
    )


def _rule(own: _Own) -> Rule:
    rule = as_rule(own.record)
    assert rule is not None  # noqa: S101 (only rules without faults are carried out)
    return rule._replace(absence=own.looks_up)


def _found(record: OwnRule, document: Document) -> Found:
    steps = str(record.at).split(".") if isinstance(record.at, str) else ()
    pointer = (int(step) if _INDEX.fullmatch(step) else step for step in steps)
    message = record.message if isinstance(record.message, Text) else Text("", "")
    return Found(
        document.place(*pointer), message, record.help if isinstance(record.help, Text) else None
    )


def _failure(own: _Own, verdict: Verdict, judged: Sequence[Document]) -> Failure:
    record = own.record
    first = judged[verdict.failed[0]].record if verdict.failed else None
    return Failure(
        str(verdict.failure),
        record.place("condition", span=_span(own, verdict)),
        verdict.detail,
        first.name if first else "",
        len(verdict.failed),
    )


def _span(own: _Own, verdict: Verdict) -> tuple[int, int] | None:
    """Return what CEL points at in a condition, as a span in the text of the file; None if nothing.

    CEL counts lines and columns in the text that YAML makes of it.
    """
    if not verdict.line or not verdict.column:
        return None
    lines = own.condition.split("\n")
    at = sum(len(line) + 1 for line in lines[: verdict.line - 1]) + verdict.column - 1
    source = own.document.source(("condition",))
    start = offset_inside(source, own.condition, at)
    if start is None:
        return None
    quoted = source[:1] in ("'", '"')
    return start - quoted, min(start + 1, len(source)) - quoted
