"""Numbers that moved are put right wherever a document names them, and nothing else changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from migrate_cases import HEAD, LIST, PATH, lines, move, moved, steps

from bio2lint import document
from bio2lint.edits import Edit
from bio2lint.migrate import plan as plan_of_a_move
from bio2lint.migrate.rewrite import Change, Rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bio2lint.document import Document
    from bio2lint.migrate.named import Named


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("implements: [5.04.02]\n", "implements: [5.10.02]\n"),
        ("implements: ['5.04.02', \"5.24.06\"]\n", "implements: ['5.10.02', \"5.21.05\"]\n"),
        ('implements: ["5.4", 8.08.06] # b\n', 'implements: ["5.4", 5.24.08] # b\n'),
        ("implements:\r\n- 5.04.03 # x\r\n", "implements:\r\n- 5.10.03 # x\r\n"),
        ("implements: 5.25.01\n", "implements: 5.26.02\n"),
        ("implements: [A.5.4.2]\n", "implements: [5.10.02]\n"),
        ("implements: [!!str 5.04.02]\n", "implements: [!!str 5.10.02]\n"),
        ("implements:\n- |\n  5.04.02\n", "implements:\n- |\n  5.10.02\n"),
        (
            "cycles: [{requirement: 5.24.06, interval: P1Y}]\n",
            "cycles: [{requirement: 5.21.05, interval: P1Y}]\n",
        ),
    ],
)
def test_a_moved_number_is_renamed_in_its_own_style(before: str, after: str) -> None:
    assert moved(before) == after


@pytest.mark.parametrize(
    "same",
    [
        "implements: [5.01.01, '5.4', 5.26.01, 5.03.01]\n",
        "implements: [5.21.01, 7.01.01]\n",
        "implements: [9.4.2.1, onzin, 5.99.01, 5]\n",
        "x-oud: [5.04.02]\nsufficiency: [5.04.02]\n",
        "basis: [norm] # 5.04.02\n",
    ],
)
def test_what_did_not_move_stays_as_it_is(same: str) -> None:
    assert moved(same) == same


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("implements: [5.10.02, 5.04.02]\n", "implements: [5.10.02]\n"),
        ("implements: [5.04.02, 5.10.02]\n", "implements: [5.10.02]\n"),
        ("implements: [5.04.02, 5.04.02]\n", "implements: [5.10.02]\n"),
        ("implements: [A.5.4.2, 5.10.2]\n", "implements: [5.10.2]\n"),
        ("implements:\n- 5.04.02\n- 5.10.02\n", "implements:\n- 5.10.02\n"),
        (
            "implements:\n- 5.10.02\n# waarom\n- 5.04.02 # omdat\nbasis: [norm]\n",
            "implements:\n- 5.10.02\n# waarom\n# omdat\nbasis: [norm]\n",
        ),
        ("implements: [&n 5.04.02, *n]\n", "implements: [&n 5.10.02]\n"),
        (
            "x-n: &n 5.04.02\nimplements: [*n, 5.04.02]\n",
            "x-n: &n 5.04.02\nimplements: [5.10.02]\n",
        ),
        ("implements: &n [5.04.02, 5.10.02]\nx-n: *n\n", "implements: &n [5.10.02]\nx-n: *n\n"),
    ],
)
def test_a_number_goes_where_its_target_is_in_the_same_list(before: str, after: str) -> None:
    assert moved(before) == after


def test_each_document_that_names_it_keeps_the_target() -> None:
    other = HEAD.replace("id: a", "id: b")
    plan = move({PATH: f"{HEAD}implements: [5.04.02]\n---\n{other}implements: [5.10.02, 5.04.02]"})
    assert plan.files[PATH].new.decode() == (
        f"{HEAD}implements: [5.10.02]\n---\n{other}implements: [5.10.02]"
    )


def test_every_kind_of_document_that_names_requirements_is_read() -> None:
    kinds = ("risk", "evidence", "exception", "document")
    files = {
        f"x/{kind}.yaml": f"kind: {kind}\nid: {kind}\nrequirements: [5.04.02]\n" for kind in kinds
    }
    assert lines(move(files)) == [
        "bio2lint.yaml:1:7 bio2@1.2 → bio2@1.3",
        *(f"x/{kind}.yaml:3:16 5.04.02 → 5.10.02" for kind in sorted(kinds)),
    ]


def test_byte_order_mark_line_endings_and_the_rest_stay_byte_for_byte() -> None:
    before = (
        f"\ufeff# é\r\n{HEAD}implements: [ 5.04.02 ,\t'5.24.06']\r# z\r\nx-b: \u2028\n\n".encode()
    )
    after = move({PATH: before}).files[PATH].new
    assert after == before.replace(b"5.04.02", b"5.10.02").replace(b"5.24.06", b"5.21.05")


@pytest.mark.parametrize(
    ("pinned", "expected"),
    [
        ("norm: bio2@1.2\n", "norm: bio2@1.3\n"),
        ("# 1.2\r\nnorm:   'bio2@1.2' # 1.2\r\n", "# 1.2\r\nnorm:   'bio2@1.3' # 1.2\r\n"),
        ('\ufefffail_on: error\n"norm": "bio2@1.2"', '\ufefffail_on: error\n"norm": "bio2@1.3"'),
    ],
)
def test_the_settings_pin_the_new_edition(pinned: str, expected: str) -> None:
    plan = move({"bio2lint.yaml": pinned, PATH: HEAD})
    assert plan.files["bio2lint.yaml"].new == expected.encode()
    assert steps(plan, "by-hand") == []


@pytest.mark.parametrize(
    ("pinned", "place"),
    [
        ("x-norm: &norm bio2@1.2\nnorm: *norm\n", "2:7"),
        ("norm: &norm bio2@1.2\nx-norm: *norm\n", "1:13"),
    ],
)
def test_an_edition_with_an_anchor_is_left_to_a_person(pinned: str, place: str) -> None:
    plan = move({"bio2lint.yaml": pinned, PATH: HEAD})
    assert plan.files == {}
    assert steps(plan, "by-hand") == [f"by-hand bio2@1.2: bio2lint.yaml:{place}"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("x-n: &n 5.04.02\nimplements: [*n]\n", "7:14"),
        ("x-n: &n [5.04.02]\nimplements: *n\n", "7:13"),
        ("implement: [5.04.02]\n", "2:5"),
        ("implements: [&n 5.04.02, 5.10.02]\nx-n: *n\n", "6:17"),
        ("implements:\n- # x\n  5.04.02\n- 5.10.02\n", "8:3"),
        ("implements: [5.10.02, &n\n  5.04.02\n]\n", "7:3"),
        (f"implements: [5.04.02 # x\n , 5.10.02]\n---\n{HEAD}", "6:14"),
    ],
)
def test_what_cannot_safely_be_edited_is_left_to_a_person(body: str, place: str) -> None:
    plan = move(body)
    assert PATH not in plan.files
    assert steps(plan, "by-hand") == [f"by-hand 5.04.02: {PATH}:{place}"]


def test_what_follows_its_anchor_needs_nobody() -> None:
    assert moved("implements: &n [&m 5.04.02]\ncycles: [{requirement: *m}]\n") == (
        "implements: &n [&m 5.10.02]\ncycles: [{requirement: *m}]\n"
    )
    plan = move("implements: &n [&m 5.04.02]\ncycles: [{requirement: *m}]\n")
    assert steps(plan, "by-hand") == []


def test_one_number_for_a_person_does_not_hold_up_the_others() -> None:
    body = "x-n: &n 5.04.02\nimplements: [*n, 5.04.03]\n"
    assert moved(body) == body.replace("5.04.03", "5.10.03")
    assert steps(move(body), "by-hand") == [f"by-hand 5.04.02: {PATH}:7:14"]


def test_a_file_that_would_come_out_wrong_is_left_as_it_is() -> None:
    """Taking the item out would leave a stray comma: the text is read again and refused."""
    body = "implements: [5.04.02 # x\n , 5.10.02]\nrisks: [r]\ncycles: [{requirement: 5.24.06}]\n"
    plan = move(body)
    assert PATH not in plan.files
    assert steps(plan, "by-hand") == [
        f"by-hand 5.04.02: {PATH}:6:14",
        f"by-hand 5.24.06: {PATH}:9:24",
    ]


def test_old_numbers_become_those_of_the_list() -> None:
    body = "implements: [9.4.2.1, BIO-09.04.02.02, '9.4.4.1', 12.1.1.1, 18.2.2.2, 5.01.01]\n"
    assert moved(body, listed=LIST) == (
        "implements: [5.17.01, 5.17.02, \"5.17\", '5.18.01', 12.1.1.1, 18.2.2.2, 5.01.01]\n"
    )


def test_one_old_number_that_became_several_gets_a_line_for_each() -> None:
    body = "implements:\r\n  - 9.4.2.1 # x\r\n  - '9.4.4.1'\r\n"
    assert moved(body, listed=LIST) == (
        "implements:\r\n  - 5.17.01 # x\r\n  - 5.17.02\r\n  - '5.18.01'\r\n"
    )


def test_of_several_new_numbers_only_those_that_lack_are_added() -> None:
    assert moved("implements: [5.17.02, 9.4.2.1]\n", listed=LIST) == (
        "implements: [5.17.02, 5.17.01]\n"
    )
    assert moved("implements: [9.4.2.1, 5.17.02, 5.17.01]\n", listed=LIST) == (
        "implements: [5.17.02, 5.17.01]\n"
    )


def test_a_block_scalar_that_would_become_two_is_left_to_a_person() -> None:
    body = "implements:\n- >-\n  9.4.2.1\n"
    assert moved(body, listed=LIST) == body
    plan = move(body, pinned="1.3", listed=LIST)
    assert steps(plan, "by-hand") == [f"by-hand 9.4.2.1: {PATH}:7:3"]


def test_an_entry_that_would_be_about_two_is_left_to_a_person() -> None:
    body = "cycles: [{requirement: 9.4.2.1, interval: P1Y}]\n"
    assert moved(body, listed=LIST) == body
    plan = move(body, pinned="1.3", listed=LIST)
    assert steps(plan, "by-hand") == [f"by-hand 9.4.2.1: {PATH}:6:24"]


def test_an_old_number_lands_at_once_where_the_new_edition_has_it() -> None:
    listed = b"was,wordt\n9.4.2.1,5.04.02\n9.4.2.2,5.03.01\n9.4.2.3,5.21.01\n"
    plan = move("implements: [9.4.2.1, 9.4.2.2, 9.4.2.3, 8.08.06]\n", listed=listed)
    assert plan.files[PATH].new.decode().removeprefix(HEAD) == (
        'implements: [5.10.02, "5.3", 9.4.2.3, 5.24.08]\n'
    )
    assert steps(plan, "dropped") == [f"dropped 9.4.2.3: {PATH}:6:32"]


def test_a_result_that_lost_something_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(content: bytes, _: list[Document], found: Sequence[Named]) -> Rewritten:
        lost = content.replace(b"5.01.01, ", b"")
        edits = (Edit(0, 0, ""),)
        return Rewritten(lost, document.read(PATH, lost), edits, (Change(found[1], ()),), ())

    monkeypatch.setattr(plan_of_a_move, "rewrite", careless)
    with pytest.raises(RuntimeError, match=r"controls/a\.yaml: 5\.01\.01 would be lost"):
        move("implements: [5.01.01, 5.04.02]\n")


def test_a_second_time_nothing_changes() -> None:
    body = "implements: [9.4.2.1, 9.4.3.1, '9.4.4.1', 8.1.1]\n"
    once = moved(body, listed=LIST)
    assert once != body
    assert moved(once, listed=LIST) == once


def flow(items: list[str], gap: str) -> str:
    return f"implements: [{gap}{f',{gap}'.join(items)}{gap}]\n"


def block(items: list[str], gap: str) -> str:
    return "implements:\n" + "".join(f"{' ' * len(gap)}- {item}\n" for item in items)


def commented(items: list[str], gap: str) -> str:
    return (
        "implements: [\n" + "".join(f"{gap} {item}, # of {item[1:3]}\n" for item in items) + "]\n"
    )


NUMBERS = ["5.04.02", "5.04.03", "5.10.02", "5.10.03", "5.24.06", "5.01.01", "8.08.06", "onzin"]
TARGETS = {"5.04.02": "5.10.02", "5.04.03": "5.10.03", "5.24.06": "5.21.05", "8.08.06": "5.24.08"}
STYLES = ["{}", "'{}'", '"{}"']


@given(
    st.lists(st.tuples(st.sampled_from(NUMBERS), st.sampled_from(STYLES)), min_size=1, max_size=7),
    st.sampled_from([flow, block, commented]),
    st.sampled_from(["", " ", "  "]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_the_style_the_list_ends_up_right(
    chosen: list[tuple[str, str]],
    write: Callable[[list[str], str], str],
    gap: str,
    line_break: str,
) -> None:
    """Each target is there once for all that became it, what stays is there, comments as well."""
    body = write([style.format(number) for number, style in chosen], gap).replace("\n", line_break)
    after = moved(body)
    (read,) = document.read(PATH, (HEAD + after).encode())
    named = [number for number, _ in chosen]
    expected = [TARGETS.get(number, number) for number in named]
    gone = {number for number in named if number in TARGETS}
    assert read.data is not None
    assert set(read.data["implements"]) == set(expected)
    for target in set(TARGETS.values()):
        stated = named.count(target)
        assert read.data["implements"].count(target) == (stated or int(target in expected))
    assert re.findall(r"#[^\r\n]*", after) == re.findall(r"#[^\r\n]*", body)
    assert steps(move(body), "by-hand") == []
    if not gone:
        assert after == body


def test_a_hostile_list_takes_no_more_than_a_moment() -> None:
    body = "x-n: &n 5.04.02\nimplements: [" + "*n, 5.04.02, 5.10.02, 9.9.9, " * 1000 + "]\n"
    plan = move(body)
    assert PATH in plan.files
