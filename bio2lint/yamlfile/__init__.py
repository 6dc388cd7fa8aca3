"""A YAML file's bytes → its documents: plain data, the place of every value, and comments.

Read with the meaning of YAML 1.2.2 and without floats, dates, tags and merge keys: see `read`.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs do not export it
from yaml.error import YAMLError
from yaml.events import ScalarEvent, StreamEndEvent

from bio2lint.yamlfile import ordinary
from bio2lint.yamlfile.build import Builder, TooDeepError
from bio2lint.yamlfile.comment import comments
from bio2lint.yamlfile.decoding import (
    MAX_BYTES,
    Problem,
    breaks_of_yaml_1_1,
    decode,
    hide_breaks,
    line_column_at,
    line_starts,
)
from bio2lint.yamlfile.document import YamlDocument, YamlFile
from bio2lint.yamlfile.error import syntax_problem
from bio2lint.yamlfile.place import leaves, locate, pointers_at, scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from bio2lint.yamlfile.build import Node

__all__ = [
    "KINDS",
    "MAX_BYTES",
    "Problem",
    "YamlDocument",
    "YamlFile",
    "comments",
    "line_column",
    "locate",
    "read",
    "scalar",
]

KINDS = frozenset(
    (
        "syntax",
        "tab",
        "unclosed-quote",
        "unclosed-bracket",
        "missing-colon",
        "unexpected-colon",
        "duplicate-key",
        "merge-key",
        "complex-key",
        "tag",
        "encoding",
        "control-character",
        "line-break",
        "too-deep",
        "too-large",
        "too-many-aliases",
        "recursive-alias",
        "unknown-alias",
        "not-a-mapping",
        "empty",
    )
)
"""Every ``Problem.kind`` there is."""

_QUOTES = ("'", '"')


def read(content: bytes) -> YamlFile:
    """Read a file; whatever the bytes, this raises nothing and costs bounded time and memory.

    Plain scalars are null, true and false, or integers of at most 18 digits without leading zero;
    everything else is text as written. Anchors and aliases share their data. Tags are refused and
    ignored, merge keys refused and dropped; of equal keys the last counts. Directives have no
    effect: ``%YAML 1.1`` does not bring YAML 1.1's meaning back. A file that breaks off in a fault
    keeps the documents before it; the rest of the file is then one document without data.
    """
    text, fault = decode(content)
    parsable = text if fault is None else text[: fault.start]
    documents = ordinary_documents(parsable) or documents_with_positions(parsable)
    if fault is not None:
        start = documents.pop().start if documents else 0
        documents.append(_unreadable(len(documents), start, fault))
    elif not documents:
        documents.append(_unreadable(0, 0, Problem("empty", 0, 0, recoverable=True)))
    elif len(documents) > 1 and _is_empty(documents[-1]):
        documents.pop()
    for document, following in pairwise(documents):
        document.end = following.start
    documents[-1].end = len(text)
    file = YamlFile(text, documents)
    if not text.isascii() and (breaks := breaks_of_yaml_1_1(text)):
        _report_breaks(file, breaks)
    return file


def ordinary_documents(text: str) -> list[YamlDocument]:
    """Return the documents of a text in which all is ordinary, else none."""
    found = ordinary.read(text)
    roots: Callable[[], list[Node | None]] = partial(_roots, text)
    if len(found) > 1:
        roots = cache(roots)
    return [
        YamlDocument(ordinal, one.start, one.content, one.content, one.data, _roots=roots)
        for ordinal, one in enumerate(found)
    ]


def _roots(text: str) -> list[Node | None]:
    return [document.root for document in documents_with_positions(text)]


def documents_with_positions(text: str) -> list[YamlDocument]:
    """Return the documents of a text, each with the end of its own content for the time being."""
    documents: list[YamlDocument] = []
    hidden, table = hide_breaks(text)
    next_event: Callable[[], Any] = CParser(hidden).get_event
    builder = Builder(hidden, _restored(next_event, table) if table else next_event)
    start = 0
    try:
        next_event()
        while (opening := next_event()).__class__ is not StreamEndEvent:
            if documents and documents[-1].start == start:
                start = opening.start_mark.index
            documents.append(_document(builder, opening, len(documents), start))
            closing = next_event()
            if closing.explicit:
                start = closing.end_mark.index
    except TooDeepError as error:
        fault = Problem("too-deep", error.offset, error.offset + 1, recoverable=False)
    except YAMLError as error:
        fault = syntax_problem(error, text, start)
    else:
        return documents
    if documents and documents[-1].start == start:
        documents.pop()
    return [*documents, _unreadable(len(documents), start, fault)]


def _restored(next_event: Callable[[], Any], table: dict[int, str]) -> Callable[[], Any]:
    """Give scalars the characters back that were hidden from libyaml."""

    def restored() -> Any:
        event: Any = next_event()
        if event.__class__ is ScalarEvent:
            event.value = event.value.translate(table)
        return event

    return restored


def _document(builder: Builder, opening: Any, ordinal: int, start: int) -> YamlDocument:
    builder.start_document()
    data, root = builder.build()
    if builder.fatal is not None:
        return _unreadable(ordinal, start, builder.fatal)
    if isinstance(data, dict):
        ambiguous = pointers_at(root, set(builder.doubtful)) if builder.doubtful else []
        problems = sorted(builder.problems, key=_start)
        return YamlDocument(ordinal, start, root[0], root[1], data, ambiguous, problems, root)
    if data is None and root[0] == root[1]:
        marker = opening.start_mark.index, opening.end_mark.index
        return _unreadable(ordinal, start, Problem("empty", *marker, recoverable=True))
    return _unreadable(ordinal, start, Problem("not-a-mapping", *root[:2], recoverable=False))


def _unreadable(ordinal: int, start: int, problem: Problem) -> YamlDocument:
    return YamlDocument(ordinal, start, start, problem.end, None, problems=[problem])


def _is_empty(document: YamlDocument) -> bool:
    return document.data is None and document.problems[0].kind == "empty"


def _report_breaks(file: YamlFile, breaks: list[int]) -> None:
    """Report the first character of each document that ends a line to YAML 1.1 tools alone.

    Inside quotes it does no harm: there such tools see a space or the character itself.
    """
    for document in file.documents:
        if document.root is None:
            continue
        spans = [(start, end) for start, end, _ in leaves(document.root)]
        quoted = sorted(span for span in spans if file.text[span[0] : span[0] + 1] in _QUOTES)
        share = breaks[bisect_left(breaks, document.start) : bisect_left(breaks, document.end)]
        for at in share:
            before = bisect_left(quoted, (at, at)) - 1
            if before < 0 or quoted[before][1] <= at:
                name = f"U+{ord(file.text[at]):04X}"
                found = Problem("line-break", at, at + 1, recoverable=True, detail=name)
                document.problems = sorted([*document.problems, found], key=_start)
                break


def _start(problem: Problem) -> int:
    return problem.start


def line_column(text: YamlFile | str, offset: int) -> tuple[int, int]:
    """Return the 1-based line, and column in code points, of an offset.

    Only LF, CR LF and CR break lines. Give the YamlFile when asking more than once.
    """
    starts = line_starts(text) if isinstance(text, str) else text.line_starts()
    return line_column_at(starts, offset)
