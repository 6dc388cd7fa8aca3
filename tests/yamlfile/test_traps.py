"""Each trap of YAML: what is reported, at which line and column, and which data survives."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bio2lint.yamlfile import KINDS, Problem, YamlFile, line_column, read


def reported(file: YamlFile) -> list[tuple[str, int, int]]:
    problems = [problem for document in file.documents for problem in document.problems]
    assert {problem.kind for problem in problems} <= KINDS
    return [(problem.kind, *line_column(file, problem.start)) for problem in problems]


def data(file: YamlFile) -> list[dict[str, Any] | None]:
    return [document.data for document in file.documents]


RECOVERABLE = {
    "the last of equal keys counts": (
        "id: a\nowner: x\nid: b\n",
        ("duplicate-key", 3, 1),
        {"id": "b", "owner": "x"},
    ),
    "equal keys in one line": ("a: {b: 1, b: 2}\n", ("duplicate-key", 1, 11), {"a": {"b": 2}}),
    "a key is equal with and without quotes": (
        "a: 1\n'a': 2\n",
        ("duplicate-key", 2, 1),
        {"a": 2},
    ),
    "a merge key is dropped": (
        "a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n",
        ("merge-key", 3, 3),
        {"a": {"x": 1}, "b": {"y": 2}},
    ),
    "a custom tag is ignored": ("a: !vault x\n", ("tag", 1, 4), {"a": "x"}),
    "a standard tag is ignored": ("a: !!str 12\n", ("tag", 1, 4), {"a": 12}),
    "a tag on a mapping": ("a: !x\n  b: 1\n", ("tag", 1, 4), {"a": {"b": 1}}),
    "a tag on the document": ("--- !x\na: 1\n", ("tag", 1, 5), {"a": 1}),
    "a tag on a key": ("!x a: 1\n", ("tag", 1, 1), {"a": 1}),
    "an escaped control character": (
        'a: "x\\0y"\n',
        ("control-character", 1, 4),
        {"a": "x\ufffdy"},
    ),
    "a line separator in plain text": ("a: x\u2028y\n", ("line-break", 1, 5), {"a": "x\u2028y"}),
    "a line separator in a comment": ("a: 1 # x\u2028b: 2\n", ("line-break", 1, 9), {"a": 1}),
    "a next-line character in plain text": ("a: x\x85y\n", ("line-break", 1, 5), {"a": "x\x85y"}),
}


@pytest.mark.parametrize(("text", "problem", "survives"), RECOVERABLE.values(), ids=RECOVERABLE)
def test_a_recoverable_fault_keeps_the_document(
    text: str, problem: tuple[str, int, int], survives: dict[str, Any]
) -> None:
    file = read(text.encode())
    assert reported(file) == [problem]
    assert data(file) == [survives]
    assert file.readable


UNREADABLE = {
    "a tab as indentation": (b"a:\n\tb: 1\n", ("tab", 2, 1)),
    "a tab before the second key": (b"a: 1\n\tb: 2\n", ("tab", 2, 1)),
    "a tab in block text": (b"a: |\n\tb\n", ("tab", 2, 1)),
    "a quote that is not closed": (b'id: x\na: "b\nc: d\n', ("unclosed-quote", 2, 4)),
    "a bracket that is not closed": (b"a: [1, 2\nb: 3\n", ("unclosed-bracket", 1, 4)),
    "a comma that is missing": (b'a: ["b" "c"]\n', ("unclosed-bracket", 1, 9)),
    "a colon and a space in text": (b"a: b: c\n", ("unexpected-colon", 1, 5)),
    "a line without a colon": (b"a: 1\nowner\nb: 2\n", ("missing-colon", 2, 1)),
    "a character that YAML reserves": (b"a: @x\n", ("syntax", 1, 4)),
    "text after a closed mapping": (b"{a: 1} x\n", ("syntax", 1, 8)),
    "a bracket too many": (b"a: 1\n]\n", ("syntax", 2, 1)),
    "a later version of YAML": (b"%YAML 2.0\n---\na: 1\n", ("syntax", 1, 1)),
    "an undeclared tag handle": (b"a: !x!y z\n", ("tag", 1, 4)),
    "an escaped lone surrogate": (b'a: "\\ud800"\n', ("syntax", 1, 7)),
    "a list as the document": (b"# x\n- a\n- b\n", ("not-a-mapping", 2, 1)),
    "a text as the document": (b"just text\n", ("not-a-mapping", 1, 1)),
    "a list as a key": (b"a: 1\n? [b]\n: c\n", ("complex-key", 2, 3)),
    "a template": (b"a: {{ b }}\n", ("complex-key", 1, 5)),
    "an alias without an anchor": (b"a: *b\n", ("unknown-alias", 1, 4)),
    "an alias inside its own anchor": (b"a: &a\n  b: [*a]\n", ("recursive-alias", 2, 7)),
    "a NUL": (b"a: 1\nb: x\0y\n", ("control-character", 2, 5)),
    "an escape character": (b"a: \x1b[31m\n", ("control-character", 1, 4)),
    "a C1 control character": ("a: é\x9b\n".encode(), ("control-character", 1, 5)),
    "a noncharacter": ("a: \uffff\n".encode(), ("control-character", 1, 4)),
    "a byte order mark before a later line": (
        "a: 1\n---\n\ufeffb: 2\n".encode(),
        ("control-character", 3, 1),
    ),
    "two byte order marks": ("\ufeff\ufeffa: 1\n".encode(), ("control-character", 1, 1)),
    "a byte of Windows-1252": ("é: 1\nb: ".encode() + b"\xeb\n", ("encoding", 2, 4)),
    "an encoded lone surrogate": (b"a: \xed\xa0\x80\n", ("encoding", 1, 4)),
    "UTF-16 with a mark": ("a: 1\n".encode("utf-16"), ("encoding", 1, 1)),
    "UTF-16 without a mark": ("a: 1\n".encode("utf-16-be"), ("encoding", 1, 1)),
    "UTF-32 with a mark": ("a: 1\n".encode("utf-32"), ("encoding", 1, 1)),
    "UTF-32 without a mark": ("a: 1\n".encode("utf-32-le"), ("encoding", 1, 1)),
}


@pytest.mark.parametrize(("content", "problem"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unusable_document_has_one_problem_and_no_data(
    content: bytes, problem: tuple[str, int, int]
) -> None:
    file = read(content)
    assert reported(file)[-1:] == [problem]
    assert [document.data for document in file.documents if document.problems] == [None]
    assert not file.readable


def test_equal_keys_name_the_first_of_them() -> None:
    (problem,) = read(b"owner: x\nid: a\nowner: y\n").documents[0].problems
    assert problem == Problem("duplicate-key", 15, 20, recoverable=True, detail="owner", related=0)


def test_each_further_equal_key_is_a_problem() -> None:
    assert reported(read(b"a: 1\na: 2\na: 3\n")) == [
        ("duplicate-key", 2, 1),
        ("duplicate-key", 3, 1),
    ]


def test_two_merge_keys_are_two_merge_keys_and_not_equal_keys() -> None:
    file = read(b"a: &a {x: 1}\n<<: *a\n<<: *a\n")
    assert reported(file) == [("merge-key", 2, 1), ("merge-key", 3, 1)]
    assert data(file) == [{"a": {"x": 1}}]


def test_a_quoted_merge_key_is_a_key() -> None:
    file = read(b'"<<": x\n')
    assert (reported(file), data(file)) == ([], [{"<<": "x"}])


def test_a_key_in_a_message_is_short_and_printable() -> None:
    key = '"' + "\\t" + "x" * 100 + '"'
    (problem,) = read(f"{key}: 1\n{key}: 2\n".encode()).documents[0].problems
    assert problem.detail == "\ufffd" + "x" * 59 + "…"


MEANINGS = {
    "no": "no",
    "on": "on",
    "Yes": "Yes",
    "012": "012",
    "12:30": "12:30",
    "2026-01-09": "2026-01-09",
    "5.10": "5.10",
    "5.17.01": "5.17.01",
    "1e3": "1e3",
    "+1": "+1",
    "0x1f": "0x1f",
    ".inf": ".inf",
    "tRUE": "tRUE",
    "0": 0,
    "-0": "-0",
    "-12": -12,
    "999999999999999999": 999999999999999999,
    "1000000000000000000": "1000000000000000000",
    "9" * 5000: "9" * 5000,
    "true": True,
    "True": True,
    "FALSE": False,
    "": None,
    "~": None,
    "null": None,
    "NULL": None,
    "nULL": "nULL",
    '"5"': "5",
    "'true'": "true",
    '""': "",
    "x#y": "x#y",
    "٣": "٣",
}


@pytest.mark.parametrize(("written", "value"), MEANINGS.items())
def test_a_scalar_means_what_yaml_1_2_says(written: str, value: object) -> None:
    file = read(f"a: {written}\n".encode())
    assert reported(file) == []
    assert file.documents[0].data == {"a": value}
    assert type(file.documents[0].data["a"]) is type(value)


NO_TEXT_TO_OTHERS = [
    "y",
    "N",
    "no",
    "On",
    "OFF",
    "yes",
    "5.10",
    "8.20",
    "1.",
    ".5",
    "012",
    "-0",
    "+1",
    "12:30",
    "1:2:3.5",
    "1_000",
    "0b1",
    "0o17",
    "0x1F",
    "1e3",
    ".inf",
    ".NaN",
    "1000000000000000000",
]
ALIKE_TO_ALL = [
    "12",
    "-3",
    "true",
    "~",
    "2026-01-09",
    "5.17.01",
    "nee",
    "P1Y",
    "v1.2",
    "R-012",
    "10:99",
    "0x",
    "1,5",
    "-x",
    ".x",
    "nO",
    "+",
]


@pytest.mark.parametrize("written", NO_TEXT_TO_OTHERS)
def test_what_other_tools_read_as_number_or_boolean_is_ambiguous(written: str) -> None:
    text = f"a: [x, {written}]\nb: '{written}'\nc: |\n  {written}\n{written}: d\n"
    (document,) = read(text.encode()).documents
    assert document.ambiguous == [("a", 1)]


@pytest.mark.parametrize("written", ALIKE_TO_ALL)
def test_what_everybody_reads_alike_is_not_ambiguous(written: str) -> None:
    assert read(f"a: {written}\n".encode()).documents[0].ambiguous == []


@pytest.mark.parametrize("written", [*NO_TEXT_TO_OTHERS, *ALIKE_TO_ALL, "1e5", "0.1.2", "1__2"])
def test_all_that_a_yaml_1_1_reader_reads_otherwise_is_ambiguous(written: str) -> None:
    (document,) = read(f"a: {written}\n".encode()).documents
    assert document.data is not None
    other = yaml.load(f"a: {written}\n", Loader=yaml.SafeLoader)["a"]
    if isinstance(document.data["a"], str) and isinstance(other, bool | int | float):
        assert document.ambiguous == [("a",)]


def test_ambiguous_scalars_come_in_the_order_of_the_text() -> None:
    (document,) = read(b"z: no\na:\n  - {b: 5.10}\n  - on\n").documents
    assert document.ambiguous == [("z",), ("a", 0, "b"), ("a", 1)]


def test_keys_are_text_as_written() -> None:
    file = read(b"on: 1\n12: 2\n5.10: 3\ntrue: 4\n'q': 5\n? e\n: 6\n")
    assert data(file) == [{"on": 1, "12": 2, "5.10": 3, "true": 4, "q": 5, "e": 6}]


def test_aliases_share_their_data_and_may_be_keys() -> None:
    (document,) = read(b"a: &a [1]\nb: *a\nc: &c k\n*c : v\nn: &n 5\nm: *n\n").documents
    assert document.problems == []
    assert document.data == {"a": [1], "b": [1], "c": "k", "k": "v", "n": 5, "m": 5}
    assert document.data["a"] is document.data["b"]


def test_an_anchor_may_be_used_again_for_something_else() -> None:
    (document,) = read(b"a: &x [&x 1, *x]\nb: *x\nc: &x 2\nd: *x\n").documents
    assert document.data == {"a": [1, 1], "b": 1, "c": 2, "d": 2}


def test_anchors_do_not_reach_into_the_next_document() -> None:
    assert reported(read(b"a: &a 1\n---\nb: *a\n")) == [("unknown-alias", 3, 4)]


def test_line_separators_inside_quotes_are_ordinary_characters() -> None:
    file = read("a: 'x\u2028y'\nb: \"\x85\u2029\"\nc: d\n".encode())
    assert reported(file) == []
    assert data(file) == [{"a": "x\u2028y", "b": "\x85\u2029", "c": "d"}]
    assert line_column(file, file.text.index("c:")) == (3, 1)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_line_end_of_yaml_1_2_counts_once(newline: str) -> None:
    file = read(newline.join(["a: |", "  x", "  y", "b: 1", "b: 2", ""]).encode())
    assert data(file) == [{"a": "x\ny\n", "b": 2}]
    assert reported(file) == [("duplicate-key", 5, 1)]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    file = read("\ufeffid: a\nid: b\n".encode())
    assert file.text == "id: a\nid: b\n"
    assert reported(file) == [("duplicate-key", 2, 1)]


def test_a_file_that_cannot_be_decoded_still_has_its_text() -> None:
    assert read(b"a: \xeb geheim").text == "a: \ufffd geheim"
    assert read("a: geheim".encode("utf-16")).text == "a: geheim"


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"# alleen toelichting\n", b"---\n", b"--- # x\n"]
)
def test_an_empty_file_is_one_empty_document(content: bytes) -> None:
    file = read(content)
    assert [problem[0] for problem in reported(file)] == ["empty"]
    assert data(file) == [None]
    assert file.readable


DOCUMENTS = {
    "two": (b"a: 1\n---\nb: 2\n", [{"a": 1}, {"b": 2}], []),
    "a marker before the first": (b"# x\n---\na: 1\n", [{"a": 1}], []),
    "a marker behind the last": (b"a: 1\n---\n# x\n", [{"a": 1}], []),
    "an end marker": (b"a: 1\n...\n---\nb: 2\n...\n", [{"a": 1}, {"b": 2}], []),
    "an empty one between": (
        b"a: 1\n---\n---\nb: 2\n",
        [{"a": 1}, None, {"b": 2}],
        [("empty", 2, 1)],
    ),
    "a list between": (
        b"a: 1\n---\n- x\n---\nb: 2\n",
        [{"a": 1}, None, {"b": 2}],
        [("not-a-mapping", 3, 1)],
    ),
    "a fault with an alias between": (
        b"a: 1\n---\nx: *y\n---\nb: 2\n",
        [{"a": 1}, None, {"b": 2}],
        [("unknown-alias", 3, 4)],
    ),
    "broken grammar hides the rest": (
        b"a: 1\n---\nb: [\n---\nc: 3\n",
        [{"a": 1}, None],
        [("syntax", 4, 1)],
    ),
    "a wrong byte hides the rest": (
        b"a: 1\n---\nb: \xeb\n---\nc: 3\n",
        [{"a": 1}, None],
        [("encoding", 3, 4)],
    ),
    "a directive has no effect": (b"%YAML 1.1\n---\na: no\n", [{"a": "no"}], []),
}


@pytest.mark.parametrize(("content", "expected", "problems"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents_of_one_file(
    content: bytes, expected: list[Any], problems: list[tuple[str, int, int]]
) -> None:
    file = read(content)
    assert data(file) == expected
    assert reported(file) == problems
    assert [document.ordinal for document in file.documents] == list(range(len(expected)))
