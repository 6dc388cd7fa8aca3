"""JSON as reports write it: legible, and nothing in it that a terminal or a CI job would obey."""

from __future__ import annotations

import json
import re
from typing import Any

# Of two number signs the second is escaped as well: GitHub's runner obeys `##[` within any line.
_ESCAPED = re.compile(r"[^ -~]|(?<=#)#")


def dump(data: Any) -> str:
    """Return `data` as JSON that ends its last line.

    What is unseen is an escape, so that it can be read back; a lone surrogate, which UTF-8 cannot
    hold, becomes the replacement character.
    """
    lines = json.dumps(data, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(map(_harmless, lines)) + "\n"


def _harmless(line: str) -> str:
    # Nearly every line is as it should be, and that is soon seen.
    return line if line.isprintable() and "##" not in line else _ESCAPED.sub(_escape, line)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character == "#":
        return r"\u0023"
    if character.isprintable():
        return character
    return "\ufffd" if "\ud800" <= character <= "\udfff" else json.dumps(character)[1:-1]
