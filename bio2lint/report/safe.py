"""Text out of documents and paths made safe: nothing unseen, nothing that breaks a line."""

from __future__ import annotations

import re

# GitHub, Azure and TeamCity each carry out such a part of a job's output: GitHub the first at the
# beginning of a line, and the second anywhere. An IPv6 address is no command.
_COMMANDS = re.compile(
    r"(?P<colons>::)(?=(?![0-9A-Fa-f]{1,4}(?![\w-]))[A-Za-z][\w-]*(?:[ :]|\Z))"
    r"|(?P<hashes>\#\#)(?=(?:vso|teamcity)?\[)"
)


def visible(text: str) -> str:
    r"""Return `text` on one line, with an escape (`\x1b`, `\u202e`) for each unseen character.

    Nor does it hold a command to what runs a CI job and reads its output (`:\x3aerror::`).
    """
    return _COMMANDS.sub(_broken, printable(text))


def printable(text: str) -> str:
    r"""Return `text` on one line, with an escape (`\x1b`, `\u202e`) for each unseen character.

    Those are control, format and bidi characters, line separators, lone surrogates, and what
    Unicode leaves private or unassigned; what remains is valid in UTF-8 and in XML 1.0.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def in_command(text: str, at: int) -> bool:
    """Whether the `#` at an index of `text` makes a command of the one before it."""
    return at > 0 and _COMMANDS.match(text, at - 1) is not None


def _broken(found: re.Match[str]) -> str:
    return r":\x3a" if found["colons"] else r"#\x23"


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    from unicodedata import category

    # A space of another width is a space all the same.
    if category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")


def shortened(text: str, longest: int) -> str:
    """Return `text`, cut to `longest` code points with an ellipsis when it is longer."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
