"""Where values, keys, documents and comments are."""

from __future__ import annotations

import pytest

from bio2lint.yamlfile import YamlFile, comments, line_column, locate, read

CONTROL = """\
# voorbeeld
kind: control
id: mfa
implements: [5.17.01, "5.17"]
owner:
review:
  last: 2026-05-12 # datum
  by: 'ciso'
note: |-
  Eén regel.

  Nog een # regel.

actions:
  - what: tokens
    due: 2027-02-01
  - {what: beleid, due: }
shared: &deel [a, b]
again: *deel
anchored: &x
  # toelichting
  y: 1
"""


def found(file: YamlFile, pointer: tuple[str | int, ...], *, key: bool = False) -> str:
    start, end = locate(file.documents[0], pointer, key=key)
    return file.text[start:end]


VALUES = {
    ("kind",): "control",
    ("implements",): '[5.17.01, "5.17"]',
    ("implements", 0): "5.17.01",
    ("implements", "1"): '"5.17"',
    ("review",): "last: 2026-05-12 # datum\n  by: 'ciso'",
    ("review", "by"): "'ciso'",
    ("note",): "|-\n  Eén regel.\n\n  Nog een # regel.",
    ("actions", 0, "due"): "2027-02-01",
    ("actions", 0): "what: tokens\n    due: 2027-02-01",
    ("actions", 1): "{what: beleid, due: }",
    ("shared",): "[a, b]",
    ("shared", 1): "b",
    ("again",): "*deel",
    ("anchored",): "y: 1",
}


@pytest.mark.parametrize(("pointer", "text"), VALUES.items())
def test_the_place_of_a_value_is_its_exact_text(pointer: tuple[str | int, ...], text: str) -> None:
    assert found(read(CONTROL.encode()), pointer) == text


ABSENT = {
    (): "mfa",
    ("title",): "mfa",
    ("title", "nl"): "mfa",
    ("owner",): "owner",
    ("review", "interval"): "review",
    ("review", "by", "ref"): "by",
    ("actions", 0, "owner"): "what: tokens\n    due: 2027-02-01",
    ("actions", 1, "due"): "due",
    ("actions", 7): "actions",
    ("actions", -1): "actions",
    ("actions", "what"): "actions",
    ("actions", "9" * 5000): "actions",
    ("again", 0): "*deel",
}


@pytest.mark.parametrize(("pointer", "text"), ABSENT.items())
def test_what_is_absent_is_placed_at_what_should_have_held_it(
    pointer: tuple[str | int, ...], text: str
) -> None:
    assert found(read(CONTROL.encode()), pointer) == text


def test_keys_have_places_and_list_items_stand_for_their_own() -> None:
    file = read(CONTROL.encode())
    assert found(file, ("review", "by"), key=True) == "by"
    assert found(file, ("implements", 1), key=True) == '"5.17"'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kind: role\ntitle: x\n", "role"),
        ("title: x\nowner: y\n", "title"),
        ("id:\nkind: role\n", "role"),
        ("{}\n", "{}"),
        ("- a\n", "- a"),
        ("", ""),
    ],
)
def test_the_place_of_a_whole_document(text: str, place: str) -> None:
    file = read(text.encode())
    assert found(file, ()) == place
    assert found(file, ("review", "last")) == place


SPANS = {
    "plain over two lines": ("a: x\n  y\nb: 1\n", "x\n  y"),
    "quoted over two lines": ('a: "x\n  # y"\n', '"x\n  # y"'),
    "folded, blank lines behind": ("a: >\n  x\n\n\nb: 1\n", ">\n  x"),
    "kept line ends": ("a: |+\n  x\n\nb: 1\n", "|+\n  x"),
    "trailing spaces are content": ("a: |\n  x  \nb: 1\n", "|\n  x  "),
    "an empty block": ("a: |\nb: 1\n", "|"),
    "CR LF": ("a: |\r\n  x\r\nb: 1\r\n", "|\r\n  x"),
    "behind an anchor": ("a: &b 'x'\n", "'x'"),
    "behind an anchor, lower": ("a: &b\n  # c\n  x\n", "x"),
    "behind a tag": ("a: !<tag:x,y> x\n", "x"),
    "behind a tag and an anchor": ("a: !!str &b [x]\n", "[x]"),
    "no-break space at the end": ("a: |\n  x\u00a0\nb: 1\n", "|\n  x\u00a0"),
    "beyond the basic plane": ("a: '😀' # x\n", "'😀'"),
    "a list not indented": ("a:\n- x\n- y\n\n# z\nb: 1\n", "- x\n- y"),
}


@pytest.mark.parametrize(("text", "span"), SPANS.values(), ids=SPANS)
def test_the_span_of_a_value(text: str, span: str) -> None:
    assert found(read(text.encode()), ("a",)) == span


def test_lines_and_columns_count_code_points_from_one() -> None:
    text = "é😀a\r\nb\rc\u2028d\x85\n"
    assert [line_column(text, text.index(each)) for each in "éabcd"] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (3, 1),
        (3, 3),
    ]
    assert line_column(text, len(text)) == (4, 1)
    assert line_column("", 0) == (1, 1)


def test_documents_share_out_the_text_at_their_markers() -> None:
    file = read(b"# a\na: 1\n# b\n---\n# c\nb: 2\n...\n# d\n---\nc: 3\n---\n# e\n")
    shares = [file.text[document.start : document.end] for document in file.documents]
    assert shares == [
        "# a\na: 1\n# b\n",
        "---\n# c\nb: 2\n...",
        "\n# d\n---\nc: 3\n---\n# e\n",
    ]


COMMENTS = {
    "beside and above": ("# a\nb: 1 # c\n", ["# a", "# c"]),
    "in quotes": ("a: '# b' # c\nd: \"x\n  # y\"\n", ["# c"]),
    "in block text": ("a: | # b\n  # c\n\n# d\n", ["# b", "# d"]),
    "a colour": ("a: b#c\n", []),
    "within brackets": ("a: [ # b\n  1, # c\n]\n", ["# b", "# c"]),
    "two lines of plain text": ("a: b\n  c # d\n", ["# d"]),
    "behind the markers": ("--- # a\nb: 1\n... # c\n", ["# a", "# c"]),
    "behind an anchor": ("a: &b # c\n  d: 1\n", ["# c"]),
    "with a line separator in it": ("a: 1 # b\u2028c\n", ["# b\u2028c"]),
    "of a file with nothing else": ("# a\n", ["# a"]),
    "CR LF": ("a: 1 # b\r\nc: 2\r\n", ["# b"]),
    "of a document that can be used": ("a: 1 # b\n---\nc: *d # e\n---\nf: 1 # g\n", ["# b", "# g"]),
}


@pytest.mark.parametrize(("text", "expected"), COMMENTS.values(), ids=COMMENTS)
def test_comments(text: str, expected: list[str]) -> None:
    file = read(text.encode())
    given = comments(file)
    assert [comment for _, comment in given] == expected
    assert all(file.text.startswith(comment, at) for at, comment in given)
