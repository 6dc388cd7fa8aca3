"""Text out of documents and paths made safe: nothing unseen, nothing that breaks a line."""

from __future__ import annotations

import re

# GitHub, Azure and TeamCity each carry out such a line of a job's output; GitHub looks for the
# first only at the beginning of a line, for the others anywhere.
_COMMANDS = re.compile(r"(:):(?=[A-Za-z][\w-]*(?: |::|:?\Z))|(#)#(?=(?:vso|teamcity)?\[)")


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


def _broken(found: re.Match[str]) -> str:
    return found[1] + r"\x3a" if found[1] else found[2] + r"\x23"


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
