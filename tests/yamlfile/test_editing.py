"""A scalar spelled anew, and items of a list added or taken out: all other text stays."""

from __future__ import annotations

import pytest

from bio2lint import yamlfile
from bio2lint.edits import apply
from bio2lint.yamlfile import editing


def spans(text: str) -> tuple[list[tuple[int, int]], bool]:
    """Return where the items of the list at `a` stand, and whether it is a flow list."""
    root = yamlfile.read(text.encode()).documents[0].root
    assert root is not None
    assert isinstance(root[2], dict)
    start, _, items = root[2]["a"][2]
    assert isinstance(items, list)
    return [(item[0], item[1]) for item in items], text[start] == "["


def without(text: str, *indexes: int) -> str | None:
    """Return a text without some items of its list; None when one of them cannot be taken out."""
    items, flow = spans(text)
    found = editing.removed(text, [items[index] for index in indexes], flow=flow)
    assert len(found) == len(indexes)
    edits = [edit for some in found if some is not None for edit in some]
    return apply(text, edits) if None not in found else None


def with_more(text: str, index: int, *new: str) -> str | None:
    items, flow = spans(text)
    found = editing.inserted(text, items[index], new, flow=flow)
    return None if found is None else apply(text, found)


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("5.17.01", "5.17.01", ["5.18.01"]),
        ('"5.17.01"', "5.17.01", ['"5.18.01"']),
        ("'5.17.01'", "5.17.01", ["'5.18.01'"]),
        ('"5\\x2e17.01"', "5.17.01", ['"5.18.01"']),
        ("' A.5.17.1 '", " A.5.17.1 ", ["'5.18.01'"]),
        (">-\n  5.17.01", "5.17.01", [">-\n  5.18.01"]),
        ("| # 5.17.01\r\n  5.17.01\r\n", "5.17.01\n", ["| # 5.17.01\r\n  5.18.01\r\n"]),
        ("5.17\n  .01", "5.17 .01", None),
    ],
)
def test_a_scalar_keeps_its_style(source: str, value: str, expected: list[str] | None) -> None:
    assert editing.respelled(source, value, ["5.18.01"]) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("9.4.2", ['"5.17"', "5.18.01"]),
        ("'9.4.2'", ["'5.17'", "'5.18.01'"]),
        (">-\n  9.4.2", None),
    ],
)
def test_several_are_written_in_the_style_of_the_one(
    source: str, expected: list[str] | None
) -> None:
    assert editing.respelled(source, "9.4.2", ['"5.17"', "5.18.01"]) == expected


def test_a_control_has_its_quotes_unless_the_style_does_without() -> None:
    assert editing.respelled("9.4.2", "9.4.2", ['"5.17"']) == ['"5.17"']
    assert editing.respelled("|\n 9.4.2", "9.4.2", ['"5.17"']) == ["|\n 5.17"]


@pytest.mark.parametrize(
    ("text", "indexes", "expected"),
    [
        ("a: [x, y, z]\n", (0,), "a: [y, z]\n"),
        ("a: [x, y, z]\n", (1,), "a: [x, z]\n"),
        ("a: [x, y, z]\n", (2,), "a: [x, y]\n"),
        ("a: [x, y, z]\n", (0, 1), "a: [z]\n"),
        ("a: [x, y, z]\n", (1, 2), "a: [x]\n"),
        ("a: [x, y, z]\n", (0, 2), "a: [y]\n"),
        ("a: [x,y,z]\n", (1,), "a: [x,z]\n"),
        ("a: [x,y,z]\n", (2,), "a: [x,y]\n"),
        ("a: [ x , y , z ]\n", (1,), "a: [ x , z ]\n"),
        ("a: [ x , y , z ]\n", (2,), "a: [ x , y ]\n"),
        ("a: [x, y, z,]\n", (2,), "a: [x, y, ]\n"),
        ("a: ['x', \"y\"]\n", (0,), 'a: ["y"]\n'),
        ("a: [&n x, *n, y]\n", (1,), "a: [&n x, y]\n"),
        ("a: [x, y,\n    z]\n", (1,), "a: [x,\n    z]\n"),
        ("a: [x, y,\n    z]\n", (2,), "a: [x, y]\n"),
        ("a: [x,\n    y, z]\n", (1,), "a: [x,\n    z]\n"),
        ("a: [\n  x,\n  y,\n  z\n]\n", (1,), "a: [\n  x,\n  z\n]\n"),
        ("a: [\n  x,\n  y\n]\n", (1,), "a: [\n  x,\n]\n"),
        ("a: [\r\n  x,\r\n  y\r\n]\r\n", (0,), "a: [\r\n  y\r\n]\r\n"),
        ("a: [\r  x,\r  y\r]\r", (0,), "a: [\r  y\r]\r"),
        ("a: [\n  x, # of x\n  y, # of y\n  z\n]\n", (1,), "a: [\n  x, # of x\n  # of y\n  z\n]\n"),
        ("a: [\n  x, # of x\n  y\n]\n", (0, 1), "a: [\n  # of x\n]\n"),
        ("a: [x, # of x\n  y]\n", (1,), "a: [x, # of x\n  ]\n"),
        ("a: [ x\n   , y\n   , z\n]\n", (1,), "a: [ x\n   , z\n]\n"),
        ("a: [ x\n   , y\n   , z\n]\n", (2,), "a: [ x\n   , y\n]\n"),
        ("a: [ x\n   , y # of y\n]\n", (1,), "a: [ x\n # of y\n]\n"),
        ("a: [ x\n   , y\n]\n", (0,), "a: [ y\n]\n"),
        ("a: [x, y\n\n]\n", (1,), "a: [x\n\n]\n"),
    ],
)
def test_an_item_of_a_flow_list_goes_with_its_comma(
    text: str, indexes: tuple[int, ...], expected: str
) -> None:
    assert without(text, *indexes) == expected


@pytest.mark.parametrize(
    ("text", "indexes", "expected"),
    [
        ("a:\n- x\n- y\n", (0,), "a:\n- y\n"),
        ("a:\n- x\n- y\n", (1,), "a:\n- x\n"),
        ("a:\n- x\n- y\n- z\nb: 1\n", (1, 2), "a:\n- x\nb: 1\n"),
        ("a:\n  - x\n  - y", (1,), "a:\n  - x\n"),
        ("a:\r\n  - x\r\n  - y\r\n", (0,), "a:\r\n  - y\r\n"),
        ("a:\r- x\r- y\r", (0,), "a:\r- y\r"),
        ("a:\n-   x\n-  y\n", (1,), "a:\n-   x\n"),
        ("a:\n  - x # of x\n  - y\n", (0,), "a:\n  # of x\n  - y\n"),
        ("a:\n  - x\n  # of y\n  - y  \n", (1,), "a:\n  - x\n  # of y\n"),
        ("a:\n- 'x'\n- \"y\"\n", (0,), 'a:\n- "y"\n'),
        ("a:\n- >-\n  x\n- y\n", (0,), "a:\n- y\n"),
        ("a:\n- &n x\n- *n\n", (1,), "a:\n- &n x\n"),
    ],
)
def test_an_item_of_a_block_list_goes_with_its_line(
    text: str, indexes: tuple[int, ...], expected: str
) -> None:
    assert without(text, *indexes) == expected


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("a: [&n x, y]\n", 0),
        ("a: [x, !!str y]\n", 1),
        ("a:\n- &n x\n- y\n", 0),
        ("a:\n-\n  x\n- y\n", 0),
        ("a:\n- # of x\n  x\n- y\n", 0),
    ],
)
def test_an_item_that_does_not_stand_by_itself_is_not_taken_out(text: str, index: int) -> None:
    assert without(text, index) is None


def test_what_stands_in_another_form_does_not_hold_up_the_rest() -> None:
    text = "a:\n- x\n- &n y\n- z\n"
    items, _ = spans(text)
    assert editing.removed(text, items, flow=False)[1] is None
    assert without(text, 0, 2) == "a:\n- &n y\n"


@pytest.mark.parametrize(
    ("text", "index", "expected"),
    [
        ("a: [x, y]\n", 0, "a: [p, q, r, y]\n"),
        ("a: [x, y]\n", 1, "a: [x, p, q, r]\n"),
        ("a: [\n  x, # of x\n]\n", 0, "a: [\n  p, q, r, # of x\n]\n"),
        ("a:\n- x\n- y\n", 0, "a:\n- p\n- q\n- r\n- y\n"),
        ("a:\n  - x\n  -   y # of y\n", 1, "a:\n  - x\n  -   p # of y\n  -   q\n  -   r\n"),
        ("a:\r\n- x\r\nb: 1\r\n", 0, "a:\r\n- p\r\n- q\r\n- r\r\nb: 1\r\n"),
        ("a:\r\n- x", 0, "a:\r\n- p\r\n- q\r\n- r"),
        ("a:\n- &n x\n", 0, None),
    ],
)
def test_several_items_take_the_place_of_one(text: str, index: int, expected: str | None) -> None:
    assert with_more(text, index, "p", "q", "r") == expected


def test_one_item_takes_the_place_of_one_in_any_form() -> None:
    assert with_more("a:\n- &n x\n", 0, "p") == "a:\n- &n p\n"


def test_the_only_line_of_a_file_may_be_a_list() -> None:
    text = "- x\n- y"
    assert editing.inserted(text, (6, 7), ["p", "q"], flow=False) is not None
    (edits,) = editing.removed(text, [(2, 3)], flow=False)
    assert edits is not None
    assert apply(text, edits) == "- y"


def test_taking_out_nothing_is_fine() -> None:
    assert editing.removed("a: [x]", [], flow=True) == []


@pytest.mark.parametrize("gap", [" " * 50_000, " \n" * 25_000, "\t" * 50_000])
def test_much_space_costs_little_time(gap: str) -> None:
    text = f"[x,{gap}y{gap}z]"
    span = (text.index("y"), text.index("y") + 1)
    for _ in range(50):
        editing.removed(text, [span], flow=True)
