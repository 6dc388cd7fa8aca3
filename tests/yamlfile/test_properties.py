"""What holds for every input."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from yaml.composer import ComposerError

from bio2lint import yamlfile
from bio2lint.yamlfile import YamlFile, comments, line_column, locate, read
from bio2lint.yamlfile.decoding import decode
from bio2lint.yamlfile.place import leaves
from bio2lint.yamlfile.plain import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = b"""\
# toelichting
kind: control
id: mfa-werkplek
title: "Meervoudige authenticatie # overal"
implements: [5.17.01, '5.17', {a: b}]
note: |  # kop
  # geen toelichting
   tekst

long: >-
  een
  twee
shared: &x {y: no, z: 012}
again: *x
list:
- 5.10
- ~
-
  k: 2026-01-09
---
a: "\\u00e9\\t"
...
"""
PIECES = [
    *(bytes([character]) for character in b"\n\r\t \"'#&*!|>-?:,[]{}%@`<ax1.~\\\0\x1b\xff\xc3"),
    *(word.encode() for word in ("\x85", "\u2028", "\ufeff", "é", "😀", "\ufffe")),
    *(b"---", b"...", b"<<", b"&x", b"*x", b"!!str", b"%TAG", b"no", b"1e3", b": ", b"- ", b"\n  "),
]

edits = st.lists(
    st.tuples(st.integers(0, len(SEED)), st.integers(0, 6), st.sampled_from(PIECES)), max_size=6
)
any_bytes = st.binary(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map(b"".join)


def mutated(changes: list[tuple[int, int, bytes]], content: bytes = SEED) -> bytes:
    for at, removed, inserted in changes:
        content = content[:at] + inserted + content[at + removed :]
    return content


contents = edits.map(mutated) | any_bytes


def at(data: Any, pointer: tuple[str | int, ...]) -> Any:
    for step in pointer:
        data = data[step]
    return data


def nodes(node: Any) -> Iterator[Any]:
    yield node
    children = node[2]
    for child in children.values() if isinstance(children, dict) else children or ():
        yield from nodes(child[2] if isinstance(children, dict) else child)


def check(file: YamlFile) -> None:
    size = len(file.text)
    assert file.documents[0].start == 0
    assert file.documents[-1].end == size
    assert all(one.end == two.start for one, two in pairwise(file.documents))
    for ordinal, document in enumerate(file.documents):
        assert document.ordinal == ordinal
        assert document.start <= document.end
        for problem in document.problems:
            assert 0 <= problem.start <= problem.end <= size
            assert line_column(file, problem.start) >= (1, 1)
            assert problem.detail.isprintable()
        assert (document.data is None) == (document.root is None)
        if document.root is None:
            assert len(document.problems) == 1
        else:
            assert all(problem.recoverable for problem in document.problems)
            for start, end, _ in nodes(document.root):
                assert document.start <= start <= end <= document.end
        assert 0 <= locate(document, ("id", 0))[0] <= size


@given(contents)
@example(b"\xff\xfe")
@example(b"a: &x [*x]\n---\n*x : 1\n")
@example(b"? - a\n  - b\n: c\n? d\n")
@example(b"- \xc2\x85\n---\n...\n%TAG ! !\n---\n")
def test_reading_never_raises_and_all_places_lie_inside(content: bytes) -> None:
    file = read(content)
    check(file)
    again = read(content)
    assert file == again
    assert [one.root for one in file.documents] == [one.root for one in again.documents]


ORDINARY = b"""\
# toelichting
kind: control
id: mfa-werkplek
implements: [5.17.01, '5.17', {a: b}]
note: |
   tekst
flow: {when: 2026-01-09, n: 12, none: null, off: false}
---
list:
- [x, {}]
- k: v
  l: >-
    een
    twee
"""


@given(contents.map(lambda content: ORDINARY + content) | edits.map(lambda e: mutated(e, ORDINARY)))
@example(b"a: 1\n...\nb: 2\n")
@example(b"a: {a: 1}\n---\n---\nb: 1\n")
@example(b"a: [" + b"[" * 61 + b"1" + b"]" * 62)
@example(b"a: [" + b"[" * 62 + b"1" + b"]" * 63)
@example(b"a: [" + b"[" * 63 + b"1" + b"]" * 64)
def test_ordinary_files_are_what_the_reader_with_positions_says(content: bytes) -> None:
    text, fault = decode(content)
    if fault is not None:
        return
    whole = [replace(document, end=0) for document in yamlfile.documents_with_positions(text)]
    for ordinary, document in zip(yamlfile.ordinary_documents(text), whole, strict=False):
        assert replace(ordinary, end=0) == document
        assert ordinary.root == document.root
    assert len(yamlfile.ordinary_documents(text)) in (0, len(whole))


def test_what_nearly_all_files_hold_is_ordinary() -> None:
    assert len(yamlfile.ordinary_documents(ORDINARY.decode())) == 2


@given(contents)
@example(b"a: [b, -]\n")
def test_a_scalar_read_alone_from_its_span_is_the_same(content: bytes) -> None:
    file = read(content)
    for document in file.documents:
        for start, end, pointer in leaves(document.root) if document.root else ():
            written = file.text[start:end]
            if written.startswith(("|", ">")) or set(written) & set("\r\n"):
                continue  # what such a scalar means depends on the indentation around it
            if written == "-":
                continue  # outside brackets it begins a list
            alone = read(f"a: [{written}]\n".encode()).documents[0].data
            if start < end and alone is not None:  # in brackets, plain text ends at a comma
                again = read(f"a:\n  {written}\n".encode()).documents[0].data
                assert again == {"a": at(document.data, pointer)}


@given(contents)
def test_structure_is_what_yaml_says(content: bytes) -> None:
    file = read(content)
    if any(document.problems for document in file.documents) or set(file.text) & set("\x85\u2028"):
        return  # refused here, or line breaks to the other reader
    try:
        loaded = list(yaml.load_all(file.text, Loader=yaml.CBaseLoader))
    except ComposerError as error:
        # The other reader refuses a name that is given twice, which YAML 1.2 (7.1) allows.
        assert "duplicate anchor" in str(error)  # noqa: PT017
        return
    expected = [each for each in loaded if each != ""]
    assert [loose(document.data) for document in file.documents] == loose(expected)


def loose(data: Any) -> Any:
    """Read quoted scalars as if plain: the loader that gives all as text knows no quotes."""
    if isinstance(data, dict):
        return {key: loose(value) for key, value in data.items()}
    if isinstance(data, list):
        return [loose(value) for value in data]
    return resolve(data)[0] if isinstance(data, str) else data


@given(contents)
def test_a_comment_is_never_part_of_a_scalar(content: bytes) -> None:
    file = read(content)
    found = comments(file)
    assert found == sorted(set(found))
    for document in file.documents:
        for start, end, _ in leaves(document.root) if document.root else ():
            header = file.text.find("\n", start)
            for offset, comment in found:
                assert comment[0] == "#"
                inside = start <= offset < end
                assert not inside or (file.text[start] in "|>" and offset < header)
