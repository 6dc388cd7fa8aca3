"""`bio2lint` and `python -m bio2lint`: answers `--version` itself, leaves the rest to the cli."""

from __future__ import annotations

import gc
import os
import sys

from bio2lint import __version__


def main() -> None:
    """Run the program; ends the process with the agreed exit status."""
    # The question every editor and CI asks first needs no command-line library.
    if sys.argv[1:] == ["--version"] and _written(f"bio2lint {__version__}\n"):
        sys.exit(0)
    # One run ends before collecting cycles pays: nearly all that is read stays until the end.
    gc.disable()
    try:
        from bio2lint.cli import run

        status = run()
    except KeyboardInterrupt:
        from bio2lint.status import INTERRUPTED

        status = INTERRUPTED
    _leave(status)


def _written(line: str) -> bool:
    """Whether a line could be written to standard output, which may be closed."""
    try:
        sys.stdout.write(line)
        sys.stdout.flush()
    except (OSError, AttributeError):
        return False
    return True


def _leave(status: int) -> None:
    """End at once: taking apart what was read, value by value, takes longer than freeing it all."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(status)


if __name__ == "__main__":
    main()
