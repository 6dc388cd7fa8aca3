"""The terminal and the environment: language, colour, width, and writing without surprises."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from bio2lint.files import reason
from bio2lint.finding import Text
from bio2lint.status import USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

USUAL_WIDTH = 80
_NARROWEST, _WIDEST = 40, 1000


def asked(arguments: Sequence[str]) -> str | None:
    """Return the language that a command line asks for, before it is read: for its own help."""
    for option, value in zip(arguments, (*arguments[1:], ""), strict=True):
        language = option.removeprefix("--lang=") if "=" in option else value
        if option.startswith("--lang") and language in ("nl", "en"):
            return language
    return None


def language(asked: str | None = None, configured: str | None = None) -> str:
    """Return the language of the output: asked for, configured, the locale's, or Dutch."""
    if asked or configured:
        return asked or configured or "nl"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value[:2].lower() == "en" else "nl"
    return "nl"


def color(wish: str) -> bool:
    """Whether to colour: as wished, or automatically by NO_COLOR, FORCE_COLOR and the terminal."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the columns of the terminal; 80 when there is none."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and len(stated) <= len(str(_WIDEST)):
        return min(_WIDEST, max(_NARROWEST, int(stated)))
    try:
        return max(_NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return USUAL_WIDTH


def show(text: str, encoding: str | None = None) -> None:
    """Write to standard output, in its encoding or in one that programs expect, whatever it holds.

    Refused (status 2) when it cannot be written; whoever stops reading has simply seen enough.
    """
    try:
        _write(sys.stdout, text, encoding)
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        why = reason(error)
        raise Refused(
            USAGE,
            Text(
                nl=f"De uitvoer kan niet worden geschreven: {why.nl}.",
                en=f"The output cannot be written: {why.en}.",
            ),
        ) from error


def complain(message: Text, language: str) -> None:
    """Write one message to standard error, without anything that steers a terminal."""
    from bio2lint.report.safe import visible

    pass_on(f"bio2lint: {visible(message.in_language(language))}\n")


def pass_on(lines: str) -> None:
    """Write lines to standard error, without anything that steers a terminal or a CI job.

    Where that cannot be written, the exit status still tells.
    """
    from bio2lint.report.safe import visible

    with suppress(OSError):
        _write(sys.stderr, "\n".join(map(visible, lines.split("\n"))))


def _write(stream: TextIO, text: str, encoding: str | None = None) -> None:
    stream.flush()
    stream.buffer.write(text.encode(encoding or stream.encoding or "utf-8", "backslashreplace"))
    stream.flush()


def _silence() -> None:
    """Let go of a standard output that nobody reads, or that cannot be written to."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def open_streams() -> None:
    """Open nothing in the place of a standard stream that was closed before the program began."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
