"""Lists of words in a sentence, in both languages."""

from __future__ import annotations

import pytest

from bio2lint.finding import Text
from bio2lint.wording import listed


@pytest.mark.parametrize(
    ("items", "nl", "en"),
    [
        ([], "", ""),
        (["5.7"], "5.7", "5.7"),
        (["5.7", "5.8"], "5.7 en 5.8", "5.7 and 5.8"),
        (["a", "b", "c", "d"], "a, b, c en d", "a, b, c and d"),
        (["a", "b", "c", "d", "e", "f"], "a, b, c, d en nog 2", "a, b, c, d and 2 more"),
        ([Text(nl="opzet", en="design"), "x"], "opzet en x", "design and x"),
    ],
)
def test_words_are_joined_as_a_sentence_needs_them(
    items: list[str | Text], nl: str, en: str
) -> None:
    assert listed(items) == Text(nl=nl, en=en)
