"""Random copies of the example, spoiled at random: the fix gives each byte back, or leaves it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from fix_cases import ROLES, plan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spoiling import EXAMPLE_FILES, SLIPS, Slip, dressed, spoiled, with_slips
from support import edition, result

if TYPE_CHECKING:
    from bio2lint.finding import Finding

# The full run is a thousand; these few take seconds.
COPIES = int(os.environ.get("BIO2LINT_SPOILED_COPIES", "40"))
Drawn = tuple[dict[str, bytes], dict[str, bytes], dict[str, list[Slip]]]


@settings(max_examples=COPIES, suppress_health_check=list(HealthCheck))
@given(drawn=spoiled(), end=st.sampled_from(["\n", "\r\n", "\r"]), mark=st.booleans())
def test_spoiled_copies_are_mended_byte_for_byte(drawn: Drawn, end: str, *, mark: bool) -> None:
    right, wrong, made = drawn
    files = {path: dressed(content, end, mark=mark) for path, content in wrong.items()}
    done = plan(files)
    mended = {path: done.files.get(path, (b"", files[path]))[1] for path in files}

    # What is not spoiled is as it was; what is, is right again, or as it was spoiled.
    for path, content in right.items():
        pieces, last = [], 0
        text = dressed(content, "\n", mark=False).decode()
        for slip in sorted(made.get(path, [])):
            pieces += [[text[last : slip.start]], [slip.right, slip.wrong]]
            last = slip.end
        pieces.append([text[last:]])
        _walk(mended[path].decode().removeprefix("\ufeff").replace(end, "\n"), pieces)
        assert mended[path].startswith(b"\xef\xbb\xbf") == mark
    unsure = any(not slip.sure for slips in made.values() for slip in slips)
    if not unsure and not done.left_out:
        assert mended == {p: dressed(content, end, mark=mark) for p, content in right.items()}

    # What is said to be mended is gone, and nothing has come that was not told.
    before, after = (_found({**files, **content}) for content in ({}, mended))
    gone = {_key(change.finding) for change in done.changes}
    assert gone <= before - after
    assert plan(mended).files == {}


def _walk(text: str, pieces: list[list[str]]) -> None:
    """Assert that a text is one of each piece's readings after another."""
    places = {0}
    for readings in pieces:
        places = {
            at + len(reading)
            for at in places
            for reading in readings
            if text.startswith(reading, at)
        }
        assert places, readings
    assert len(text) in places


def _found(files: dict[str, bytes]) -> set[tuple[str, str, int, str]]:
    return set(map(_key, result({**ROLES, **files}).findings))


def _key(finding: Finding) -> tuple[str, str, int, str]:
    return finding.code, finding.region.path, finding.ordinal, finding.pointer


def test_the_example_has_enough_to_spoil() -> None:
    assert sum(map(len, SLIPS.values())) > 1500
    kinds = {path.partition("/")[0] for path, ways in SLIPS.items() if ways}
    assert kinds >= {"controls", "evidence", "exceptions", "risks", "suppliers", "systems"}
    assert edition("1.3").has("5.17.01")
    assert len(EXAMPLE_FILES) > 300


@pytest.mark.parametrize("path", ["controls/bm-5-10.yaml", "exceptions/X-003.yaml"])
def test_every_slip_that_is_sure_is_put_right(path: str) -> None:
    whole = dict(EXAMPLE_FILES)
    for ways in SLIPS[path][:3]:
        sure = [slip for slip in ways if slip.sure]
        for slip in sure[:2]:
            content = with_slips(whole[path], [slip])
            done = plan({path: content})
            assert done.left_out or done.files[path][1] == whole[path]
