"""The terminal and the environment: language, colour, width, and writing without surprises."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from bio2lint.finding import Text

_NARROWEST, _USUAL = 40, 80


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
    if stated.isdigit() and int(stated) >= _NARROWEST:
        return int(stated)
    try:
        return max(_NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return _USUAL


def show(text: str) -> None:
    """Write to standard output, whatever characters its encoding has."""
    _write(sys.stdout, text)


def complain(message: Text, language: str) -> None:
    """Write one message to standard error, without anything that steers a terminal."""
    from bio2lint.report.safe import visible

    _write(sys.stderr, f"bio2lint: {visible(message.in_language(language))}\n")


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def silence() -> None:
    """Let go of a standard output that nobody reads any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
