"""Text out of documents within Markdown of the forges: shown as it is, and doing nothing there.

A forge reads a comment twice: first as Markdown, in which a character reference is never markup;
then it looks in each stretch of plain text for mentions, references, addresses and emoji, for which
it makes no difference how a character was written. So markup becomes character references, and what
those other readers go by is put in an element of its own, which cuts the stretch in two.
"""

from __future__ import annotations

import re

from bio2lint.report.safe import printable

# Mentions, mathematics, references (GitHub's, GitLab's and those of trackers), changes within a
# line, emoji and addresses, each by what it cannot do without.
_READ_LATER = re.compile(
    r"""
      (?P<commit>(?<![0-9A-Za-z_])[0-9A-Fa-f]{7,}+(?![0-9A-Za-z_]))
    | (?P<issue>(?<![0-9A-Za-z_])(?:[A-Z][0-9A-Z_]+|[Gg][HhLl])(?=-\d))
    | (?P<apart>
          [@$]
        | [#~%!&](?=[\w"])
        | [\[{](?=[+-]|\w+:)
        | \*(?=iteration)
        | :?//
        | :(?=[\w+-]+:)
        | (?i:(?<=www))\.
        | (?<=[\w.-])>
      )
    | (?P<markup>\A[-+=:/|] | :(?=:) | [\\`*_{}\[\]<>&~\#^])
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"\A(\d+)([.)])(?=\s|\Z)")
_SHORT = 6
"""How many hexadecimal digits are too few for the name of a commit."""


def inline(text: str) -> str:
    """Return `text` for within a line of Markdown or HTML, also at its beginning.

    It comes out as visible text on one line, unseen characters as escapes, and as nothing else:
    no markup, no element, no mention, reference or link, and no command of a forge or its runner.
    """
    return _begun(_plain(printable(text).strip(" ")))


def prose(text: str) -> str:
    """Return `text` as `inline` does, but with code where it has that between a pair of backticks.

    So messages mark keys and commands. A document that has backticks gets no more by them.
    """
    parts = printable(text).strip(" ").split("`")
    if len(parts) % 2 == 0:
        parts[-2:] = ["`".join(parts[-2:])]
    return _begun("".join(_code_or_text(p) if n % 2 else _plain(p) for n, p in enumerate(parts)))


def _code_or_text(between: str) -> str:
    """Return what stands between two backticks; with nothing there they stay, and keep apart."""
    return code(between) if between.strip() else _plain(f"`{between}`")


def cell(text: str) -> str:
    """Return `text` as `inline` does, for within one cell of a table."""
    return inline(text).replace("|", _reference("|"))


def code(text: str) -> str:
    """Return `text` as code, for within a line or a cell of a table; spaces around it are lost."""
    shown = printable(text).strip(" ")
    if not shown or any(mark in shown for mark in ("`", "|", "##")):
        return f"<code>{cell(text)}</code>"
    return f"`{shown}`"


def _plain(shown: str) -> str:
    return _READ_LATER.sub(_harmless, shown)


def _begun(line: str) -> str:
    """Return a line that begins no numbered list."""
    return _NUMBERED.sub(lambda found: found[1] + _reference(found[2]), line)


def _harmless(found: re.Match[str]) -> str:
    part = found[0]
    if found["commit"]:
        return "".join(_apart(part[at : at + _SHORT]) for at in range(0, len(part), _SHORT))
    if found["issue"]:
        return _apart("".join(map(_reference, part)))
    referred = "".join(map(_reference, part))
    return _apart(referred) if found["apart"] else referred


def _apart(text: str) -> str:
    return f"<span>{text}</span>"


def _reference(character: str) -> str:
    return character if character.isalnum() else f"&#{ord(character)};"
