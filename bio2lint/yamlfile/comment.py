"""The comments of a file, which its data knows nothing of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs do not export it
from yaml.tokens import ScalarToken

from bio2lint.yamlfile.decoding import hide_breaks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bio2lint.yamlfile.document import YamlFile

# Compiled when first needed, by the functions of re: few runs ask for comments.
_COMMENT = r"#[^\r\n]*"
_BLOCK_HEADER_COMMENT = r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)"


def comments(file: YamlFile) -> list[tuple[int, str]]:
    """Return the offset and text (from its ``#``) of each comment of the documents that were read.

    A second pass by libyaml's scanner: what lies between two of its tokens is space or comment, so
    that a ``#`` in a scalar is never taken for one.
    """
    found: list[tuple[int, str]] = []
    for document in file.documents:
        if all(problem.recoverable for problem in document.problems):
            found.extend(_comments(file.text, document.start, document.end))
    return found


def _comments(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    hidden, _ = hide_breaks(text[start:end])
    next_token: Callable[[], Any] = CParser(hidden).get_token
    comment_text, header_comment = re.compile(_COMMENT), re.compile(_BLOCK_HEADER_COMMENT)
    after = start
    while (token := next_token()) is not None:
        before = start + token.start_mark.index
        for comment in comment_text.finditer(text, after, before):
            yield comment.start(), comment[0]
        if token.__class__ is ScalarToken and token.style and token.style in "|>":
            header = header_comment.match(text, before)
            if header is not None:
                yield header.start(1), header[1]
        after = max(after, start + token.end_mark.index)
